using SupplySim.Scenarios.Diagnostics;
using SupplySim.Scenarios.Tests.Support;

namespace SupplySim.Scenarios.Tests.Reading;

/// <summary>Files made to crash, hang or fill a reader.</summary>
public class HostileFilesTests
{
    public static TheoryData<string, string> Bombs => new()
    {
        { "brackets", new string('[', 1_000_000) },
        { "braces", new string('{', 1_000_000) },
        { "blocks", string.Concat(Enumerable.Range(0, 2000).Select(i => new string(' ', i) + "a:\n")) },
        { "dashes", string.Concat(Enumerable.Repeat("- ", 100_000)) },
        { "question marks", string.Concat(Enumerable.Repeat("? ", 100_000)) },
        { "flow keys", string.Concat(Enumerable.Repeat("{a: ", 100_000)) },
    };

    [Theory]
    [MemberData(nameof(Bombs))]
    public void Deep_nesting_is_refused_where_it_becomes_too_deep(string name, string text)
    {
        var diagnostic = Diagnose(text).Should().ContainSingle(name).Subject;
        diagnostic.Code.Should().Be("SS0005");
        diagnostic.Place!.Line.Should().BeInRange(1, 34);
    }

    [Fact]
    public void An_alias_bomb_is_refused_at_each_anchor_and_alias()
    {
        var bomb = "a: &a [x, x]\n" + string.Concat(Enumerable.Range('b', 8)
            .Select(c => $"{(char)c}: &{(char)c} [*{(char)(c - 1)}, *{(char)(c - 1)}]\n"));
        Diagnose(bomb).Where(d => d.Code == "SS0101").Should().HaveCount(9 + 16);
    }

    [Fact]
    public void More_values_than_are_allowed_are_refused()
    {
        Diagnose("a: [" + string.Concat(Enumerable.Repeat("1,", 1_000_001)) + "]").Single().Code.Should().Be("SS0006");
    }

    [Fact]
    public void Of_very_many_mistakes_the_first_thousand_are_listed()
    {
        var diagnostics = Diagnose(string.Concat(Enumerable.Range(0, 5_000).Select(i => $"key{i}: 1\n")));
        diagnostics.Should().HaveCount(1001);
        diagnostics[0].Message.Should().Be("more than 1000 mistakes; the rest are not listed");
    }

    [Fact]
    public void Very_many_alternatives_are_refused_before_they_fill_memory()
    {
        var many = string.Concat(Enumerable.Range(0, 20_000).Select(i => $"    a{i}: {{}}\n"));
        var text = SmallScenario.With("    as-is: {}\n", "    as-is: {}\n" + many);
        Diagnose(text).Select(d => d.Code).Should().Equal("SS0504");
    }

    [Theory]
    [InlineData("99999999999999999999999999999999999999")]
    [InlineData("1e999")]
    [InlineData("-1e999")]
    [InlineData("1e-999999999999")]
    [InlineData("NaN")]
    [InlineData(".inf")]
    [InlineData("Infinity")]
    [InlineData("∞")]
    [InlineData("9223372036854775808")]
    [InlineData("0x10")]
    [InlineData("1__0")]
    public void No_number_that_cannot_be_is_taken(string number)
    {
        foreach (var piece in new[] { "docks: 4", "runs: 20\n", "people: unknown(20 000, 30 000)", "priority: 7",
            "value: 9," })
        {
            var (key, end) = (piece.Split(':')[0], piece[^1] is '\n' or ',' ? piece[^1..] : "");
            Diagnose(SmallScenario.With(piece, $"{key}: {number}{end}")).Should()
                .NotBeEmpty("{0} cannot be {1}", key, number)
                .And.OnlyContain(d => d.Place!.Line > 0);
        }
    }

    [Theory]
    [InlineData("1 000 000 000 000 000 t")]
    [InlineData("79228162514264337593543950335 t")]
    [InlineData("79228162514264337593543950335 week")]
    public void No_amount_overflows(string amount)
    {
        Diagnose(SmallScenario.With("weight-limit: 60 t", $"weight-limit: {amount}")).Should().ContainSingle();
        Diagnose(SmallScenario.With("valid: 24 h", $"valid: {amount}")).Should().ContainSingle();
        Diagnose(SmallScenario.With("stock: 10 d", $"stock: {amount}")).Should().ContainSingle();
        Diagnose(SmallScenario.With("needs: {food: 2 t/d}", $"needs: {{food: {amount}/d}}")).Should().ContainSingle();
    }

    [Fact]
    public void A_parameter_put_in_again_and_again_does_not_fill_memory()
    {
        var text = SmallScenario.With("trucks: {value: 9,",
            $"long: {{value: {new string('x', 1_000_000)}}}\n  trucks: {{value: 9,")
            .Replace("title: Corridor", "title: " + string.Concat(Enumerable.Repeat("${long}", 20_000)));
        Diagnose(text).Select(d => (d.Code, d.Place!.Line)).Should().Equal(("SS0313", 3), ("SS0313", 126));
    }

    [Fact]
    public void A_condition_nested_without_end_is_refused()
    {
        Diagnose(SmallScenario.With("when: stock < 3 d",
            "when: " + string.Concat(Enumerable.Repeat("not ", 200)) + "stock < 3 d"))
            .Select(d => d.ToString()).Should()
                .Equal("f.yaml:84:146: error SS0312: more than 32 brackets or `not`s, one inside the other");
        Diagnose(SmallScenario.With("when: stock < 3 d", "when: \"" + new string('(', 20_000) + '"'))
            .Select(d => d.ToString()).Should()
                .Equal("f.yaml:84:19: error SS0313: this value is longer than 1024 characters");
    }

    private static IReadOnlyList<Diagnostic> Diagnose(string text)
    {
        ScenarioFile.TryParse(text, "f.yaml", [], out _, out var diagnostics);
        return diagnostics;
    }
}
