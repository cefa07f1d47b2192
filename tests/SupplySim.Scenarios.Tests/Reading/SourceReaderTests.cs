using SupplySim.Scenarios.Diagnostics;
using SupplySim.Scenarios.Reading;

namespace SupplySim.Scenarios.Tests.Reading;

public class SourceReaderTests
{
    [Theory]
    [InlineData("a: lognormal(mean: 6 h, sd: 2 h)", "SS0114", 1, 18)]
    [InlineData("x: {b: lognormal(mean: 6 h, sd: 2 h), c: 1}", "SS0114", 1, 22)]
    [InlineData("x: {b: lognormal(mean=6 h, sd=2 h), c: 1}", "SS0112", 1, 8)]
    [InlineData("x: [uniform(1, 2), 3]", "SS0112", 1, 5)]
    [InlineData("x: {a: 4,000, b: 1}", "SS0301", 1, 8)]
    [InlineData("x: {a: 4,000,000}", "SS0301", 1, 8)]
    [InlineData("x: {a: uniform(1,000, 2,000), b: 1}", "SS0112", 1, 8)]
    [InlineData("x: {b: ${x}}\ny: 1", "SS0113", 1, 8)]
    [InlineData("x: [${x}]", "SS0113", 1, 5)]
    [InlineData("a: Route #47 north", "SS0110", 1, 10)]
    [InlineData("a: % loss", "SS0108", 1, 4)]
    [InlineData("a: @home", "SS0108", 1, 4)]
    [InlineData("a: `x`", "SS0108", 1, 4)]
    [InlineData("a: *any", "SS0101", 1, 4)]
    [InlineData("b: 1\na: &x 1", "SS0101", 2, 4)]
    [InlineData("a: !!str 1", "SS0102", 1, 4)]
    [InlineData("a: {<<: {b: 1}}", "SS0103", 1, 5)]
    [InlineData("a: 1\nb: 2\na: 2", "SS0104", 3, 1)]
    [InlineData("a: 1\n---\nb: 2", "SS0105", 2, 1)]
    [InlineData("a: 1\n...\nb: 2", "SS0105", 3, 1)]
    [InlineData("a:\n\tb: 1", "SS0106", 2, 1)]
    [InlineData("a:\n  \tb: 1", "SS0106", 2, 3)]
    [InlineData("? [a]\n: 1", "SS0107", 1, 3)]
    [InlineData(": 1", "SS0107", 1, 1)]
    [InlineData("a: 1\nb: \"abc\nc: 1", "SS0111", 2, 4)]
    [InlineData("a: 'abc\nb: 1", "SS0111", 1, 4)]
    [InlineData("x: {hours: 08:00-17:00 [mon-fri], a: 1}", "SS0115", 1, 24)]
    [InlineData("a: [1, 2\nb: 3", "SS0001", 1, 4)]
    [InlineData("a: {x: 1\nb: 3\n", "SS0001", 1, 4)]
    [InlineData("a: {x: 1", "SS0001", 1, 4)]
    [InlineData("a:\n  b: 1\n c: 2", "SS0001", 3, 2)]
    [InlineData("a: 1\nbcd\ne: 2", "SS0001", 2, 1)]
    [InlineData("a: 1\n- b", "SS0001", 2, 1)]
    [InlineData("a: \"\\q\"", "SS0001", 1, 4)]
    [InlineData("a: b\0c", "SS0004", 1, 5)]
    [InlineData("a: b\u001b[31m", "SS0004", 1, 5)]
    [InlineData("a: b\u2028c", "SS0004", 1, 5)]
    [InlineData("- a", "SS0203", 1, 1)]
    [InlineData("abc", "SS0203", 1, 1)]
    public void What_is_outside_the_subset_is_refused_at_its_place(string text, string code, int line, int column)
    {
        Diagnose(text).Select(d => (d.Code, d.Place!.Line, d.Place.Column)).Should().Equal((code, line, column));
    }

    [Fact]
    public void Half_a_surrogate_pair_is_refused_at_its_place()
    {
        Diagnose("a: 1\nb: x\ud83d").Single().Place.Should().Be(new SourcePlace("f.yaml", 2, 5, 1, "b: x\ud83d"));
    }

    [Theory]
    [InlineData("")]
    [InlineData("\n\n# only a comment\n")]
    public void An_empty_file_is_said_to_hold_no_scenario(string text)
    {
        Diagnose(text).Single().ToString().Should().Be("f.yaml: error SS0007: there is no scenario in this file");
    }

    [Fact]
    public void Mistakes_that_do_not_stop_the_reading_are_reported_together()
    {
        Diagnose("a: *x\nb: &y 1\nc: !t 2\nc: 3\n").Select(d => d.Code).Should()
            .Equal("SS0101", "SS0101", "SS0102", "SS0104");
    }

    [Theory]
    [InlineData("a: 08:00-17:00 [mon-fri]", "{a: 08:00-17:00 [mon-fri]}")]
    [InlineData("a: NO\nb: 0o17\nc: 2017-10-26\nd: ~\ne:", "{a: NO, b: 0o17, c: 2017-10-26, d: ~, e: }")]
    [InlineData("a: {b: triangular(1 h), c: [x, y]}", "{a: {b: triangular(1 h), c: [x, y]}}")]
    [InlineData("a: speed (x)  # a remark\n", "{a: speed (x)}")]
    [InlineData("{\n\t\"a\": 1, // one\n\t\"u\": \"http://x\", /* {\n */\"b\": [true,\n\tnull]}",
        "{a: 1, u: http://x, b: [true, null]}")]
    [InlineData("// first\n{\"a\": \"// no comment\"}", "{a: // no comment}")]
    [InlineData("a: 1\r\nb: 'it''s'\r\n", "{a: 1, b: it's}")]
    [InlineData("---\na: 1\n...\n", "{a: 1}")]
    public void The_subset_is_read_as_text_by_key(string text, string tree)
    {
        var bag = new DiagnosticBag();
        var read = SourceReader.Read(new SourceText("f.yaml", text), bag);
        bag.Sorted().Should().BeEmpty();
        Write(read!.Value.Root).Should().Be(tree);
    }

    [Fact]
    public void A_value_knows_where_its_parts_stand_unless_escapes_hide_them()
    {
        var bag = new DiagnosticBag();
        var root = SourceReader.Read(new SourceText("f", "a: plain text\nb: \"in quotes\"\nc: \"tab\\tbed\"\n"),
            bag)!.Value.Root;
        Part("a", 6, 4).Should().Be((1, 10, 4));
        Part("b", 3, 6).Should().Be((2, 8, 6));
        Part("c", 4, 3).Should().Be((3, 4, 10));

        (int, int, int) Part(string key, int start, int length)
        {
            var place = ((ScalarNode)root[key]!).Part(start, length).Place;
            return (place.Line, place.Column, place.Length);
        }
    }

    [Fact]
    public void A_mistake_in_commented_json_stands_where_it_stands_in_the_file()
    {
        Diagnose("{ // c\n\t\"a\": 1,\n\t\"a\": 2 }").Single().ToString().Should()
            .Be("f.yaml:3:2: error SS0104: `a` stands twice here");
    }

    private static IReadOnlyList<Diagnostic> Diagnose(string text)
    {
        var bag = new DiagnosticBag();
        SourceReader.Read(new SourceText("f.yaml", text), bag);
        return bag.Sorted();
    }

    private static string Write(Node node) => node switch
    {
        ScalarNode scalar => scalar.Text,
        SequenceNode list => $"[{string.Join(", ", list.Items.Select(Write))}]",
        MappingNode block => $"{{{string.Join(", ", block.Entries.Select(e => $"{e.Key.Text}: {Write(e.Value)}"))}}}",
        _ => "broken",
    };
}
