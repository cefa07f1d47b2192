using SupplySim.Cli.Explain;
using SupplySim.Scenarios;
using SupplySim.Scenarios.Diagnostics;

namespace SupplySim.Cli.Tests;

public sealed class ExplainCommandTests : IDisposable
{
    private readonly ToolRun _tool = new();

    public static TheoryData<string> Codes() => [.. DiagnosticCodes.All.Select(code => code.Id)];

    public void Dispose() => _tool.Dispose();

    [Fact]
    public void Every_code_has_a_text_and_no_text_is_of_a_code_that_is_not() =>
        CodeText.All().Select(text => text.Id).Should().Equal(DiagnosticCodes.All.Select(code => code.Id));

    // The word may be a key as well: then both are told.
    [Theory]
    [InlineData("run"), InlineData("compare"), InlineData("rank"), InlineData("helps"), InlineData("why"), InlineData("check"),
        InlineData("explain"), InlineData("new"), InlineData("schema"), InlineData("verify")]
    public void Every_command_is_explained(string verb)
    {
        _tool.Run("explain", verb).Should().Be(ExitCode.Done);
        _tool.Out.Should().StartWith($"{verb}: a command, written `supplysim {verb} ").And.Contain("--help").And.EndWith("\n");
        _tool.Out.Split('\n').Where(line => line.Length > 80).Should().BeEmpty();
        using var root = new ToolRun();
        root.Run("--help");
        root.Out.Split('\n').Should().Contain(line => line.StartsWith($"  {verb} ", StringComparison.Ordinal));
    }

    // What is called wrong gives that very code, and what is called right gives nothing at all.
    [Theory, MemberData(nameof(Codes))]
    public void The_examples_of_a_code_are_what_they_are_called(string id)
    {
        var text = CodeText.All().Single(one => one.Id == id);
        text.Text.Should().NotBeEmpty();
        if (text.Wrong.Count > 0) Told(text.Wrong).Select(d => d.Code).Should().Contain(id);
        if (text.Right.Count > 0) Told(text.Right).Should().BeEmpty();
    }

    [Theory, MemberData(nameof(Codes))]
    public void A_code_is_explained_in_eighty_columns_however_it_is_typed(string id)
    {
        _tool.Run("explain", id.ToLowerInvariant()).Should().Be(ExitCode.Done);
        _tool.Out.Should().StartWith(id + ", a").And.EndWith("\n");
        _tool.Out.Split('\n').Where(line => line.Length > 80).Should().BeEmpty();
    }

    [Fact]
    public void Every_key_of_the_language_is_explained_in_eighty_columns()
    {
        var keys = KeyText.All();
        keys.Count.Should().BeGreaterThan(200);
        foreach (var name in keys.Select(key => key.Name).Distinct())
        {
            using var tool = new ToolRun();
            tool.Run("explain", name).Should().Be(ExitCode.Done);
            ("\n" + tool.Out).Should().Contain($"\n{name}: in ");
            tool.Out.Split('\n').Where(line => line.Length > 80).Should().BeEmpty();
        }
    }

    [Fact]
    public void A_key_is_told_of_every_block_in_which_it_stands_with_a_line_that_uses_it()
    {
        _tool.Run("explain", "lanes").Should().Be(ExitCode.Done);
        _tool.Out.Should().Contain("lanes: in a crossing, must be given\n  a whole number, or one for each in a block\n").And
            .Contain("\nlanes: in a restriction\n")
            .And.MatchRegex(
                "\nFor example, in [a-z0-9-]+\\.supply\\.yaml:\n  lanes: .+\nand in [a-z0-9-]+\\.supply\\.yaml:\n  lanes: .+\nand in ");
    }

    [Fact]
    public void A_key_with_a_block_is_shown_with_what_stands_in_it()
    {
        _tool.Run("explain", "clearance").Should().Be(ExitCode.Done);
        _tool.Out.Should().MatchRegex("  clearance:\n    channels: ");
    }

    // The page of keys names the laws; each is explained, and each of its lines can be read where it stands.
    [Fact]
    public void Every_law_is_explained()
    {
        var page = Pages.Lines("keys.md").First(line => line.StartsWith("Laws: ", StringComparison.Ordinal));
        var forms = System.Text.RegularExpressions.Regex.Matches(page, "`([a-z]+)\\(([^`]*)\\)`").Select(one => one.Value.Trim('`'))
            .Append("unknown(lo, hi)").Append("unknown(law)");
        LawText.All().SelectMany(law => law.Forms).Should().Equal(forms);
        foreach (var law in LawText.All())
        {
            using var tool = new ToolRun();
            tool.Run("explain", law.Name).Should().Be(ExitCode.Done);
            tool.Out.Should().StartWith($"{law.Name}: a law of chance");
            law.Examples.Should().NotBeEmpty();
            tool.Out.Split('\n').Where(line => line.Length > 80).Should().BeEmpty();
            foreach (var example in law.Examples)
                Told(Around(example)).Where(one => one.Severity == Severity.Error).Should().BeEmpty(example);
        }
    }

    // Each line can be read where it stands, and each word finds what it is another word for.
    [Fact]
    public void Every_kind_of_value_is_explained()
    {
        foreach (var value in ValueText.All())
        {
            using var tool = new ToolRun();
            tool.Run("explain", value.Name).Should().Be(ExitCode.Done);
            tool.Out.Should().StartWith($"{value.Name}: what stands behind keys\n");
            tool.Out.Split('\n').Where(line => line.Length > 80).Should().BeEmpty();
            value.Examples.Should().NotBeEmpty();
            foreach (var other in value.Others) ValueText.Of(other)!.Name.Should().Be(value.Name);
            foreach (var example in value.Examples)
                Told(Around(example)).Where(one => one.Severity == Severity.Error).Should().BeEmpty(example);
        }
    }

    [Theory]
    [InlineData("km", "units, as km: what")]
    [InlineData("mph", "units, as mph: what")]
    [InlineData("kg/d", "units, as kg/d: what")]
    [InlineData("date", "moment, as date: what")]
    [InlineData("percent", "share, as percent: what")]
    public void A_unit_and_another_word_for_a_value_are_explained(string word, string said)
    {
        _tool.Run("explain", word).Should().Be(ExitCode.Done);
        _tool.Out.Should().StartWith(said);
    }

    // The units that the page of keys lists are all told.
    [Fact]
    public void Every_unit_is_told()
    {
        var page = Pages.Lines("keys.md").First(line => line.StartsWith("Units: ", StringComparison.Ordinal));
        foreach (System.Text.RegularExpressions.Match unit in System.Text.RegularExpressions.Regex.Matches(page, "`[a-z0-9%]+`"))
            ValueText.Of("units")!.Text.Should().Contain(unit.Value);
    }

    // The words behind `is`, and what each is measured in, are those of the vocabulary.
    [Fact]
    public void Every_measure_is_explained_with_its_unit()
    {
        MeasureText.All().Should().HaveCount(Enum.GetValues<MeasureKind>().Length);
        foreach (var measure in MeasureText.All())
        {
            using var tool = new ToolRun();
            tool.Run(["explain", .. measure.Word.Split(' ')]).Should().Be(ExitCode.Done);
            tool.Out.Should().StartWith($"{measure.Word}: what a measure may be, written").And.Contain($"\n  unit: {measure.Unit}\n");
            tool.Out.Split('\n').Where(line => line.Length > 80).Should().BeEmpty();
        }
        _tool.Run("explain", "stock/need").Should().Be(ExitCode.Done);
        _tool.Out.Should().Contain("in airbridge.supply.yaml:\n  days-of-supply:");
    }

    [Fact]
    public void A_measure_that_is_also_a_key_is_told_as_both()
    {
        _tool.Run("explain", "wait").Should().Be(ExitCode.Done);
        _tool.Out.Should().StartWith("wait: what a measure may be").And.Contain("\n\nwait: in a convoy, must be given\n");
    }

    // Whatever heads a part of the page of keys, or stands behind `kind` or `rule`, is told with its keys.
    [Fact]
    public void Every_block_is_explained_by_each_of_its_names()
    {
        foreach (var name in SectionText.All().SelectMany(one => one.Names.Append(one.Title)).Distinct())
        {
            using var tool = new ToolRun();
            tool.Run("explain", name).Should().Be(ExitCode.Done, name);
            tool.Out.Should().Contain(": a block").And.NotContain("\n\n\n").And.EndWith("\n");
            tool.Out.Split('\n').Where(line => line.Length > 80).Should().BeEmpty();
        }
    }

    // A scenario in which there is a place for the key: the example stands there instead of what would.
    private static string[] Around(string example)
    {
        var text = """
            #
            supplysim: 1
            title: A law
            clock: {start: 2026-03-01, length: 30 d}
            commodities: {food: {unit: t, <per-person: 1 kg/d>}}
            parties: {red: {}, blue: {}}
            places:
              base: {kind: depot, at: 36.0 N 42.0 E, stock: unlimited, docks: 1, <loading: 1 h>}
              camp: {kind: camp, at: 36.0 N 42.2 E, <people: 100>, <arrivals: 1 /d>, docks: 1, <unloading: 1 h>, <stock: 5 d>}
              gate: {kind: crossing, <at: 36.0 N 42.1 E>, <hours: always>, lanes: 1, held-by: red, <inspection: 5 min>, passage: {red: {aid: with-clearance}}, clearance: {channels: [office], <granted-in: 1 h>, valid: 9 h}}
            routes: {base - gate: {length: 5 km, speed: 5 km/h}, gate - camp: {length: 5 km, <speed: 5 km/h>}}
            fleets: {trucks: {traffic: aid, base: base, count: 3, carries: 5 t, gross: 9 t}}
            supply-lines: {line: {from: base, <to: camp>, by: trucks, when-below: 3 d, up-to: 8 d}}
            fronts: {war: {attacker: blue, defender: red, at: 36.2 N 42.0 E, <starts: day 1>, takes: 10 %, <lasts: 5 d>}}
            disruptions:
              shut: {every: 9 d, close: gate, en-route: hold, <for: 1 d>}
              often: {<every: 9 d>, <chance: 50 %>, for: 1 d, close: gate, en-route: hold}
              rarely: {<when: captured(gate)>, for: 1 d, close: gate}
              few: {every: 9 d, for: 1 d, slow: trucks, <go: 50 %>}
              slow: {every: 9 d, for: 1 d, slow: gate, <inspection: 2 x>}
            """;
        var key = example.Split(':')[0];
        var places = System.Text.RegularExpressions.Regex.Matches(text, $"<{key}: [^>]*>");
        places.Should().NotBeEmpty("there has to be a place for `{0}`", example);
        // Of two places for one key, the one whose unit is that of the example.
        var place = places.Count == 1
            ? places[0]
            : places.First(one => one.Value.Contains(" x", StringComparison.Ordinal) == example.Contains(" x", StringComparison.Ordinal));
        return [Bare(text[..place.Index]) + Quoted(example) + Bare(text[(place.Index + place.Length)..])];

        static string Bare(string marked) => marked.Replace("<", "", StringComparison.Ordinal).Replace(">", "", StringComparison.Ordinal);
    }

    private static string Quoted(string example) => example.Replace(": ", ": \"", StringComparison.Ordinal) + "\"";

    /// <summary>What is said of a scenario that has nothing but these lines and what every file needs.</summary>
    private static IReadOnlyList<Diagnostic> Told(IReadOnlyList<string> lines)
    {
        var head = new[] { "supplysim: 1", "title: An example", "clock: {length: 30 d}" }
            .Where(line =>
                !lines.Any(own => own.StartsWith(line[..(line.IndexOf(':', StringComparison.Ordinal) + 1)], StringComparison.Ordinal)));
        var text = lines is [['#', ..]] ? lines[0] : string.Join('\n', [.. head, .. lines]) + "\n";
        ScenarioFile.TryParse(text, "example", [], out _, out var diagnostics);
        return diagnostics;
    }
}
