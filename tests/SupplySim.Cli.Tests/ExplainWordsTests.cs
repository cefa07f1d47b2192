using SupplySim.Cli.Explain;
using SupplySim.Scenarios;

namespace SupplySim.Cli.Tests;

/// <summary>What somebody types who does not know the language, and where that leads him.</summary>
public sealed class ExplainWordsTests : IDisposable
{
    private readonly ToolRun _tool = new();

    public void Dispose() => _tool.Dispose();

    [Theory]
    [InlineData("crossing", "a crossing: a block, told by `kind: crossing`\n",
        "\n  lanes, must be given: a whole number, or one for each in a block\n")]
    [InlineData("camp", "a camp: a block, told by `kind: camp`\n", "\n  people")]
    [InlineData("depot", "a depot: a block, told by `kind: depot`\n", "    kind: depot\n")]
    [InlineData("force", "a force: a block, told by `kind: force`\n", "\n  needs: ")]
    [InlineData("town", "a town: a block, told by `kind: town`\n", "\n  storage: ")]
    [InlineData("closure", "a closure: a block\n", "\n  close, must be given: ")]
    [InlineData("fleet", "a fleet: a block\n", "\n  base: ")]
    [InlineData("goal", "a goal: a block\n", "\n  that, must be given: ")]
    [InlineData("goal", "a goal: a block\n", "  goals:\n    - {that: hungry < 50 000, in: 90 %}\n")]
    [InlineData("a repair", "a repair: a block\n", "repair: {by: engineers, takes: 2 d}\n")]
    [InlineData("restriction", "a restriction: a block\n", "limit: gate, lanes: 50 %")]
    [InlineData("false report", "a false report: a block\n", "\n    report: fishkhabour\n")]
    [InlineData("fight", "a fight: a block\n", "attacker-wins: ")]
    [InlineData("disruptions", "disruptions: in a scenario\n", "a closure (`close`),\n")]
    [InlineData("places", "places: in a scenario\n", "told by its `kind`: depot, town, crossing, camp, force;")]
    [InlineData("local-share", "local-share: in a camp\n", "`supplysim explain local source` tells its keys.\n")]
    [InlineData("rations", "rations: in a camp\n", "\n  rations: {food: 0.444 kg/d}\n")]
    [InlineData("is", "is: in a measure, must be given\n", "`first time\n  below warn-below`")]
    [InlineData("front", "a front: a block\n", "\n  fronts:\n    north:\n")]
    [InlineData("convoy", "a convoy: a block\n", "\n  size")]
    [InlineData("by-warning", "prepositioning by a warning: a block, told by `rule: by-warning`\n",
        "\n  preposition: {rule: by-warning, at: day 5, up-to: 36 h}\n")]
    [InlineData("days-of-supply", "days-of-supply: may stand behind `by` in sharing", "priority")]
    [InlineData("trapped", "trapped: may stand behind `en-route` in a closure", "given up for others.")]
    [InlineData("disruption", "disruptions: in a scenario\n", "a closure (`close`),\n")]
    [InlineData("supply-line", "a supply line: a block\n", "\n  when-below: ")]
    [InlineData("step", "a step of a reopening: a block\n", "\na step of a script: a block\n")]
    [InlineData("position", "position: what stands behind keys\n", "`supplysim explain when-below`")]
    [InlineData("when-below", "when-below: in a supply line\n", "by all lines that serve it, by road and air together")]
    [InlineData("not-ordered", "not-ordered: by what something is held up", "there was no detour.")]
    [InlineData("physical", "physical: by what something is held up", "a flood")]
    [InlineData("blamed", "physical: by what something is held up", "\nno-goods: by what something is held up")]
    [InlineData("passage", "passage: in a crossing", "\npassage: by what something is held up")]
    [InlineData("routing", "routing: in the policies", "Its rules: fastest, safest, soonest, wait-or-detour; ")]
    [InlineData("soonest", "routing that reckons with queues: a block, told by `rule: soonest`\n",
        "\n  routing: {rule: soonest}\n")]
    public void The_words_that_one_thinks_of_first_are_explained(string word, string first, string also)
    {
        _tool.Run("explain", word).Should().Be(ExitCode.Done, _tool.Error);
        _tool.Out.Should().StartWith(first).And.Contain(also);
    }

    [Fact]
    public void An_id_that_is_a_key_elsewhere_is_no_example_of_it()
    {
        _tool.Run("explain", "airlift").Should().Be(ExitCode.Done);
        _tool.Out.Should().NotContain("fishkhabour-2017.supply.yaml").And.Contain("airlift: {rule: when-cut-off, below: 36 h}\n");
    }

    // airbridge has a parameter `aircraft`, which an alternative sets.
    [Fact]
    public void A_parameter_that_is_called_like_a_key_is_no_example_of_it()
    {
        _tool.Run("explain", "aircraft").Should().Be(ExitCode.Done);
        _tool.Out.Should().NotContain("no-flights").And.Contain("aircraft: {payload-range:");
    }

    [Fact]
    public void Every_cause_that_results_name_is_explained() =>
        CauseText.All().Select(one => one.Name).Should()
            .Equal(Enum.GetValues<SupplySim.Runs.HoldUp>().Select(SupplySim.Measures.CauseNames.Of));

    // What no example uses is shown as it stands in a scenario that is whole.
    [Fact]
    public void No_key_is_explained_without_a_line_that_shows_it()
    {
        ScenarioFile.TryParse(string.Join('\n', Pages.Lines("rare.supply.yaml")), "rare.supply.yaml", [], out _, out var told);
        told.Should().BeEmpty();
        foreach (var name in KeyText.All().Select(key => key.Name).Distinct().Except(["include"]))
        {
            using var tool = new ToolRun();
            tool.Run("explain", name);
            tool.Out.Should().NotContain("None of the examples uses it.\n", name);
        }
    }

    // Whatever an explanation names as told elsewhere is.
    [Fact]
    public void What_an_explanation_refers_to_is_explained()
    {
        foreach (var word in KeyText.All().Select(key => key.Name).Concat(SectionText.All().SelectMany(one => one.Names)).Distinct())
        {
            using var tool = new ToolRun();
            tool.Run("explain", word);
            foreach (System.Text.RegularExpressions.Match named in System.Text.RegularExpressions.Regex.Matches(tool.Out,
                @"`supplysim\s+explain\s+([^`]+)`"))
                if (named.Groups[1].Value is not "KEY" and var other)
                {
                    using var next = new ToolRun();
                    next.Run(["explain", .. other.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)]).Should().Be(ExitCode.Done,
                        $"{word} names {other}");
                }
        }
    }

    [Fact]
    public void Who_looks_for_a_thing_by_a_word_that_the_language_has_not_is_sent_to_it()
    {
        foreach (var (word, told) in Topics.All)
        {
            using var tool = new ToolRun();
            tool.Run("explain", word).Should().Be(ExitCode.Wrong, word);
            tool.Error.Should().Contain($"`supplysim explain {told}` tells of it.");
            using var next = new ToolRun();
            next.Run("explain", told).Should().Be(ExitCode.Done, told);
        }
    }

    [Fact]
    public void Without_a_word_it_tells_what_there_is_to_ask_for()
    {
        _tool.Run("explain").Should().Be(ExitCode.Done);
        _tool.Error.Should().BeEmpty();
        _tool.Out.Should().Contain("supply-lines").And.Contain("supply line").And.Contain("lognormal").And.Contain("stock / need").And
            .Contain("sweep");
    }

    [Theory]
    [InlineData("crossing.lanes", "lanes: in a crossing, must be given")]
    [InlineData("supply line / send", "send: in a supply line")]
    public void A_path_is_told_by_the_key_it_ends_in(string path, string said)
    {
        _tool.Run("explain", path).Should().Be(ExitCode.Done);
        _tool.Out.Should().StartWith(said);
    }

    [Theory]
    [InlineData("lanse", "A similar one is `lanes`.")]
    [InlineData("SS0340", "A similar one is `SS")]
    [InlineData("population", "In a scenario file that is `people`; `supplysim explain people` tells more.")]
    [InlineData("ambush", "What you look for may be `attacks`; `supplysim explain attacks` tells of it.")]
    [InlineData("warehouse", "In a scenario file that is `depot`; `supplysim explain depot` tells more.")]
    [InlineData("alternatives", "What you look for may be `compare`;")]
    [InlineData("inert", "What you look for may be `check`;")]
    [InlineData("sea", "There are no ships yet; a sea route can be written as `mode: air`")]
    [InlineData("duration-of-closure", "lists all keys.")]
    [InlineData("xylophone", "`examples/REFERENCE.md` lists all keys.")]
    [InlineData("", "`examples/REFERENCE.md` lists all keys.")]
    [InlineData("\u001b[31m", "\\x1b[31m")]
    public void A_word_that_is_neither_is_a_wrong_command(string word, string said)
    {
        _tool.Run("explain", word).Should().Be(ExitCode.Wrong);
        _tool.Out.Should().BeEmpty();
        _tool.Error.Should().StartWith("error: ").And.Contain(said);
    }
}
