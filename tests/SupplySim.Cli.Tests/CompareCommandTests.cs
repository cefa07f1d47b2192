using System.Text.Json.Nodes;

namespace SupplySim.Cli.Tests;

/// <summary>Results are compared with one another, run by run where they are on the same luck.</summary>
public sealed class CompareCommandTests : ComparedResults
{
    private static JsonArray Compared(params string[] folders) => Document(folders)["comparisons"]!.AsArray();

    private static JsonNode Document(params string[] folders)
    {
        using var tool = new ToolRun();
        tool.Run(["compare", .. folders, "--json"]).Should().Be(ExitCode.Done, tool.Error);
        var document = JsonNode.Parse(tool.Out)!;
        document["schema"]!.GetValue<string>().Should().Be("supplysim.compare/1");
        return document;
    }

    [Fact]
    public void Results_on_the_same_luck_are_paired_by_run()
    {
        var (one, other) = (Made("one", "-n", "40"), Made("other", "-n", "60"));

        var compared = Compared(one, other);

        compared.Should().NotBeEmpty();
        compared.Should().OnlyContain(entry =>
            entry!["method"]!.GetValue<string>() == "paired-t" && entry["n"]!.GetValue<int>() >= 39 && entry["same"]!.GetValue<bool>()
            && !entry["distinguishable"]!.GetValue<bool>() && entry["baseline"]!["result"]!.GetValue<string>() == "A"
            && entry["other"]!["result"]!.GetValue<string>() == "B");
        _tool.Run("compare", one, other).Should().Be(ExitCode.Done);
        _tool.Out.Should().Contain("Paired by run on the same luck: n is the number of pairs.").And.Contain("the same in all");
        _tool.Out.Split('\n').Where(line => !line.Contains(_tool.Folder, StringComparison.Ordinal)).Should()
            .OnlyContain(line => line.Length <= 80);
    }

    [Fact]
    public void Results_with_other_seeds_are_not_paired_and_that_is_said()
    {
        var (one, other) = (Made("one", "-n", "60"), Made("other", "-n", "50", "--seed", "4"));

        Compared(one, other).Should().OnlyContain(entry =>
            entry!["method"]!.GetValue<string>() == "welch-t" && entry["n"]!.GetValue<int>() >= 59 && entry["otherN"]!.GetValue<int>() >= 49
            && entry["varianceRatio"] == null && !entry["distinguishable"]!.GetValue<bool>());
        _tool.Run("compare", one, other);
        _tool.Out.Should().Contain("Not paired, since the seeds are not the").And.Contain("60/50  not told apart");
    }

    /// <summary>Of the same scenario with two seeds, where no seed matters.</summary>
    [Fact]
    public void What_is_not_random_is_the_same_whatever_the_seed()
    {
        var file = _tool.File("sure.yaml", Flood("at: day 20, for: 12 d", "2 t"));
        foreach (var seed in new[] { "1", "2" })
            _tool.Run("run", file, "-n", "1", "--seed", seed, "--out", Path.Combine(_tool.Folder, seed), "--no-report").Should()
                .Be(ExitCode.Done, _tool.Error);
        _tool.Out.Should().Contain("nothing in it is random: every other run would come out the same").And
            .Contain("Worse: lean (+90,000)").And.NotContain("From one run");
        _tool.Run("compare", Path.Combine(_tool.Folder, "1"), Path.Combine(_tool.Folder, "2")).Should().Be(ExitCode.Done, _tool.Error);
        _tool.Out.Should().Contain("1/1  the same\n").And.Contain("Nothing in the runs is random").And.NotContain("not told apart").And
            .NotContain("Welch");
    }

    [Fact]
    public void Of_results_that_share_no_name_the_first_alternatives_are_compared()
    {
        var flood = Flood("at: day 20, for: 12 d", "2 t");
        foreach (var (name, yaml) in new[] { ("one", flood),
            ("other", flood.Replace("base: {}, lean:", "bare: {}, thin:", StringComparison.Ordinal)) })
            _tool.Run("run", _tool.File($"{name}.yaml", yaml), "-n", "1", "--out", Path.Combine(_tool.Folder, name), "--no-report").Should()
                .Be(ExitCode.Done, _tool.Error);

        var compared = Compared(Path.Combine(_tool.Folder, "one"), Path.Combine(_tool.Folder, "other"));

        compared.Select(entry => (entry!["baseline"]!["alternative"]!.GetValue<string>(),
            entry["other"]!["alternative"]!.GetValue<string>())).Distinct().Should().Equal(("base", "bare"));
    }

    /// <summary>Six runs say that a leaner store is better, all of them alike; in a flood, which is in a tenth of all runs, it costs more
    /// than it saves in all others.</summary>
    [Fact]
    public void What_is_rare_may_turn_round_what_few_runs_say_all_alike()
    {
        var file = _tool.File("flip.yaml", Flood("every: 30 d, chance: 5 %, for: 20 d", "1 t"));
        _tool.Run("compare", file, "-n", "6", "--seed", "7").Should().Be(ExitCode.Done, _tool.Error);
        _tool.Out.Should().MatchRegex(@"-1,000 +6  too few runs\n").And.Contain("Of fewer than 30 runs");
        _tool.Run("compare", file, "-n", "1200", "--seed", "7").Should().Be(ExitCode.Done, _tool.Error);
        _tool.Out.Should().MatchRegex(@"\+\d+,\d+ ±\S+ +1,200  more\n");
    }

    private static string Flood(string when, string lean) => $$$"""
        supplysim: 1
        title: Better in all runs seen, worse in the mean
        clock: {start: 2026-03-01, length: 60 d}
        commodities: {food: {unit: kg, per-person: 1 kg/d}}
        places:
          depot: {kind: depot, stock: unlimited, docks: 10, loading: 30 min}
          bridge: {kind: crossing, lanes: 1, inspection: 10 min}
          camp: {kind: camp, people: 10 000, docks: 10, stock: {food: 0 t}, unloading: 30 min}
        routes: {depot - bridge: {length: 40 km, speed: 40 km/h}, bridge - camp: {length: 40 km, speed: 40 km/h}}
        fleets: {trucks: {traffic: aid, base: depot, count: 30, carries: 10 t}}
        supply-lines: {road: {from: depot, to: camp, by: trucks, when-below: 19 d, up-to: 20 d}}
        disruptions: {flood: {close: bridge, {{{when}}} } }
        measures: {hungry: {of: camps, is: unmet person-days, commodity: food}}
        experiment: {compare: {base: {}, lean: {places.camp.stock: {food: {{{lean}}} }, supply-lines.road.when-below: 3 d, supply-lines.road.up-to: 4 d} } }
        """;

    // What a file's alternatives come to is the same, whether they are run for it or read back.
    [Fact]
    public void One_folder_and_its_file_are_compared_alike()
    {
        var folder = Made("one", "-n", "40");
        var read = Compared(folder);
        read.Should().Contain(entry => entry!["distinguishable"]!.GetValue<bool>());

        _tool.Run("compare", Example, "-n", "40", "--json").Should().Be(ExitCode.GoalMissed, _tool.Error);
        var run = JsonNode.Parse(_tool.Out)!;
        JsonNode.DeepEquals(run["comparisons"], read).Should().BeTrue();
        run["results"]![0]!["folder"].Should().BeNull();
    }

    /// <summary>Two pages of one result that tell apart what the other does not are worth nothing.</summary>
    [Theory]
    [InlineData("clearance-delay", "40")]
    [InlineData("fishkhabour-2017", "20")]
    public void Summary_report_and_compare_judge_alike(string example, string runs)
    {
        var file = Path.Combine(DataFolder.Checkout(), "examples", example, example + ".supply.yaml");
        var folder = Path.Combine(_tool.Folder, example);
        _tool.Run("run", file, "-n", runs, "-q", "--out", folder);
        var summary = JsonNode.Parse(File.ReadAllText(Path.Combine(folder, "summary.json")))!["comparisons"]!.AsArray();

        var compared = Compared(folder);

        var shared = 0;
        // The summary has nothing of what has no value in some run.
        foreach (var entry in compared.Where(entry => entry!["statistic"]!.GetValue<string>() == "mean"
            && entry["leftAside"]!.GetValue<int>() == 0 && entry["otherLeftAside"]!.GetValue<int>() == 0))
        {
            var twin = summary.Single(one => $"{one!["measure"]} {one["place"]} {one["commodity"]} {one["detail"]} {one["alternative"]}"
                == $"{entry!["measure"]} {entry["place"]} {entry["commodity"]}  {entry["other"]!["alternative"]}")!;
            (twin["adjustedPValue"]!.GetValue<double>(), twin["distinguishable"]!.GetValue<bool>()).Should()
                .Be((entry!["adjustedPValue"]!.GetValue<double>(), entry["distinguishable"]!.GetValue<bool>()));
            shared++;
        }
        shared.Should().BePositive();
        _tool.Run("compare", folder);
        var said = System.Text.RegularExpressions.Regex.Match(_tool.Out.ReplaceLineEndings(" "), "with all ([0-9]+) *comparisons");
        said.Success.Should().BeTrue(_tool.Out);
        File.ReadAllText(Path.Combine(folder, "report.html")).Should()
            .Contain($"with all {said.Groups[1].Value} comparisons of the experiment");
    }

    /// <summary>One measure asked for alone is judged as among all: no figure and no verdict changes.</summary>
    [Fact]
    public void A_measure_asked_for_is_told_alone_as_it_is_among_all()
    {
        var folder = Made("one", "-n", "40");
        var all = Compared(folder);
        var asked = all[^1]!["measure"]!.GetValue<string>();
        var rows = all.Where(entry => entry!["measure"]!.GetValue<string>() == asked).Select(entry => entry!.ToJsonString()).ToArray();
        rows.Length.Should().BeLessThan(all.Count);

        Compared(folder, "--by", asked).Select(entry => entry!.ToJsonString()).Should().Equal(rows);
        _tool.Run("compare", Example, "-n", "40", "--by", asked, "--json").Should().Be(ExitCode.GoalMissed, _tool.Error);
        JsonNode.Parse(_tool.Out)!["comparisons"]!.AsArray().Select(entry => entry!.ToJsonString()).Should().Equal(rows);
        _tool.Run("compare", folder, "--by", asked).Should().Be(ExitCode.Done, _tool.Error);
        _tool.Out.Should().Contain($"The rows are, for --by: {asked}.");
    }

    [Fact]
    public void A_measure_that_there_is_none_of_is_refused_with_those_there_are()
    {
        _tool.Run("compare", Example, "--by", "hunger").Should().Be(ExitCode.Wrong);
        _tool.Error.Should().Contain("there is no measure 'hunger' to compare; there are need-met");
        _tool.Asked.Should().BeNull("nothing was run");
        _tool.Run("compare", Made("one", "-n", "3"), "--by", "hunger").Should().Be(ExitCode.Wrong);
        _tool.Error.Should().Contain("there is no measure 'hunger' to compare; there are need-met");
    }

    [Fact]
    public void What_differs_surely_is_told_with_its_direction()
    {
        var (one, other) = (Made("one", "-n", "40"), Made("other", "-n", "40", "--set", "clock.length=20 d"));

        var compared = Compared(one, other);

        compared.Should().Contain(entry => entry!["distinguishable"]!.GetValue<bool>());
        foreach (var entry in compared.Where(entry => entry!["distinguishable"]!.GetValue<bool>()))
            Math.Abs(entry!["difference"]!.GetValue<double>()).Should().BeGreaterThan(entry["halfWidth"]!.GetValue<double>());
        _tool.Run("compare", one, other);
        _tool.Out.Should().MatchRegex("  (more|less)\n");
    }

    /// <summary>Three runs say nothing for forty: the head tells how many there are and how many are
    /// compared, each row how many it is of.</summary>
    [Fact]
    public void How_many_runs_are_compared_is_told_in_the_head_and_in_each_row()
    {
        var (few, many) = (Made("few", "-n", "3"), Made("many", "-n", "40"));

        Compared(few, many).Should().OnlyContain(entry => entry!["n"]!.GetValue<int>() + entry["leftAside"]!.GetValue<int>() == 3
            && entry["n"]!.GetValue<int>() + entry["otherLeftAside"]!.GetValue<int>() == 40 && entry["otherN"] == null);
        _tool.Run("compare", few, many).Should().Be(ExitCode.Done);
        _tool.Out.Should().Contain(" · 3 runs · seed 78").And.Contain("· 40 runs, 3 of them compared ·").And
            .MatchRegex("need met, Rukban .* 3  the same in all\n")
            .And.Contain("Runs without a partner").And.Contain("  runs: 3 → 40\n");
        _tool.Run("compare", many, few);
        _tool.Out.Should().Contain("A  A week for one clearance · 40 runs ·");
    }

    [Fact]
    public void What_differs_between_the_scenarios_is_told_key_by_key()
    {
        var (one, other) = (Made("one", "-n", "3"),
            Made("other", "-n", "3", "--set", "clock.length=20 d", "--set", "fleets.convoy.count=7"));

        _tool.Run("compare", one, other).Should().Be(ExitCode.Done);

        _tool.Out.Should().Contain("""
            What differs, in A → in B:
              clock.length: 30 d → 20 d
              fleets.convoy.count: 78 → 7

            """).And.Contain("Warning: A run of B lasts 20 days, one of A 30 days").And.NotContain("another scenario");
        Document(one, other)["differences"]![0]!["values"]!.AsArray()
            .Select(value => $"{value!["path"]} {value["baseline"]} {value["other"]}")
            .Should().Equal("clock.length 30 d 20 d", "fleets.convoy.count 78 7");
        var gross = Made("gross", "-n", "3", "--set", "fleets.convoy.gross=30 t");
        _tool.Run("compare", one, gross);
        _tool.Out.Should().Contain("  fleets.convoy.gross: 30 t, in B only\n");
        _tool.Run("compare", gross, one);
        _tool.Out.Should().Contain("  fleets.convoy.gross: 30 t, in A only\n");
        _tool.Run("compare", one, one);
        _tool.Out.Should().Contain("B is of the same scenario, seed, runs and version as A.");
    }

    /// <summary>Nothing but the name of one measure and of its place is the same: it is compared, and that
    /// it may mean nothing is said.</summary>
    [Fact]
    public void Results_that_have_nothing_to_do_with_one_another_are_compared_with_a_warning()
    {
        var text = File.ReadAllText(Example);
        var strange = text.Replace("title:", "title: Not ", StringComparison.Ordinal).Replace("damascus", "elsewhere",
            StringComparison.Ordinal).Replace("the-line", "a-bridge", StringComparison.Ordinal);
        using var tool = new ToolRun { Runner = _tool.Runner };
        var (one, other) = (Made("one", "-n", "3"), Path.Combine(_tool.Folder, "other"));
        tool.Run("run", _tool.File("strange.supply.yaml", strange), "-n", "3", "-q", "--no-report", "--out", other).Should()
            .BeOneOf([ExitCode.Done, ExitCode.GoalMissed], tool.Error);

        _tool.Run("compare", one, other).Should().Be(ExitCode.Done, _tool.Error);

        string.Join(' ', _tool.Out.Split([' ', '\n'], StringSplitOptions.RemoveEmptyEntries)).Should().Contain(
            "Warning: B seems to be of another scenario than A: it is called 'Not A week for one clearance' and not 'A week for one "
                + "clearance', 1 of its 3 places is among the 3 of A");
    }

    [Fact]
    public void A_folder_made_before_scenarios_were_kept_line_by_line_says_so()
    {
        var (one, other) = (Made("one", "-n", "3"), Made("other", "-n", "3"));
        var manifest = JsonNode.Parse(File.ReadAllText(Path.Combine(other, "manifest.json")))!;
        var files = manifest["files"]!.AsArray();
        files.Remove(files.Single(file => file!["path"]!.GetValue<string>() == "scenario.resolved.csv"));
        File.WriteAllText(Path.Combine(other, "manifest.json"), manifest.ToJsonString());

        _tool.Run("compare", one, other).Should().Be(ExitCode.Done, _tool.Error);

        _tool.Out.Should().Contain("What differs between the scenarios of A and B is not known");
    }
}
