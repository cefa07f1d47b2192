using SupplySim.Experiments;
using SupplySim.Testing;

namespace SupplySim.Cli.Tests;

/// <summary>A crossing that is shut to aid alone is told of as that, wherever a page speaks of what was shut.</summary>
public sealed class ShutToSomeTests : IDisposable
{
    // The decree binds aid from day 20 on, the gate falls on day 20 to those who let none pass, the weir, on nobody's way, is shut to
    // all for 30 days.
    private const string Text = """
        supplysim: 1
        title: Three gates
        clock: {start: 2024-01-01, length: 100 d}
        commodities: {food: {unit: t, per-person: 500 g/d}}
        parties: {saf: {name: Army}, rsf: {name: RSF}}
        places:
          depot: {kind: depot, stock: unlimited, docks: 4, loading: 30 min, at: 13 N 20 E}
          gate: {kind: crossing, lanes: 2, inspection: 10 min, held-by: saf, at: 13 N 22 E, passage: {saf: {aid: yes}, rsf: {aid: no}}}
          decree: {kind: crossing, lanes: 2, inspection: 10 min, at: 13 N 21 E}
          weir: {kind: crossing, lanes: 2, inspection: 10 min, at: 12 N 21 E}
          north: {kind: camp, people: 100 000, stock: 10 d, docks: 4, unloading: 30 min, at: 13.5 N 22 E}
          south: {kind: camp, people: 100 000, stock: 10 d, docks: 4, unloading: 30 min, at: 12.5 N 22 E}
        routes:
          depot - gate: {length: 60 km, speed: 40 km/h}
          gate - north: {length: 30 km, speed: 25 km/h}
          depot - decree: {length: 60 km, speed: 40 km/h}
          decree - south: {length: 30 km, speed: 25 km/h}
          depot - weir: {length: 60 km, speed: 40 km/h}
        fleets: {trucks: {traffic: aid, base: depot, count: 40, carries: 20 t}}
        supply-lines:
          road: {from: depot, to: north, by: trucks, when-below: 8 d, up-to: 12 d}
          road2: {from: depot, to: south, by: trucks, when-below: 8 d, up-to: 12 d}
        fronts:
          siege:
            attacker: rsf
            defender: saf
            starts: 2024-01-11
            along: [13 N 22.2 E, gate]
            pace: {advance: 20 km/d}
            script: [{at: 2024-01-21, do: capture, place: gate}]
        disruptions:
          decree-shut: {close: decree, to: [aid], at: 2024-01-21, cause: policy}
          flood: {close: weir, at: day 5, for: 30 d}
        measures:
          hungry: {of: camps, is: unmet person-days, commodity: food}
          shut: {of: crossings, is: shut}
          shut-to-aid: {of: crossings, is: shut, traffic: aid}
          supply: {of: camps, is: stock / need, by: day}
        experiment: {runs: 2}

        """;

    private readonly ToolRun _tool = new() { Runner = (scenario, options) => Experiment.Run(scenario, options) };

    public void Dispose() => _tool.Dispose();

    [Fact]
    public void The_first_sentence_the_map_and_the_table_tell_to_whom()
    {
        var folder = Path.Combine(_tool.Folder, "result");
        _tool.Run("run", _tool.File("gates.supply.yaml", Text), "--out", folder, "--no-progress").Should().Be(ExitCode.Done);
        var screen = _tool.Out.ReplaceLineEndings(" ");
        screen.Should().Contain("is due to decree, shut to aid for 80 of 100 days.");
        screen.Should().MatchRegex(@"days shut to all, +30 +crossings days shut to aid, +190 +crossings");

        var page = File.ReadAllText(Path.Combine(folder, "report.html")).Replace("\u00a0", " ", StringComparison.Ordinal);
        page.Should().Contain("Shut in baseline: gate to aid for 80 d, decree to aid for 80 d and weir for 30 d.");
        page.Should().Contain("""<th scope="row">decree</th><td>0</td>""").And.Contain("""<th scope="row">decree, to aid</th><td>80</td>""")
            .And.Contain("""<th scope="row">gate, to aid</th><td>80</td>""").And.Contain("""<th scope="row">weir</th><td>30</td>""")
            .And.NotContain("weir, to aid", "it was shut to aid for as long as to all");
    }

    // The pictures of a camp are shaded by the crossing that it hangs on.
    [Fact]
    public void Behind_each_camp_stands_what_was_shut_on_its_way()
    {
        var folder = Path.Combine(_tool.Folder, "result");
        _tool.Run("run", _tool.File("gates.supply.yaml", Text), "--out", folder, "--no-progress").Should().Be(ExitCode.Done);
        File.ReadAllText(Path.Combine(folder, "report.html")).Should()
            .Contain("Behind each place stand the days on which a crossing was shut, the darker the more of the runs: for north gate to aid "
                + "and south decree to aid.");
    }
}
