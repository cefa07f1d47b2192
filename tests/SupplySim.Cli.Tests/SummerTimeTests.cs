using SupplySim.Experiments;

namespace SupplySim.Cli.Tests;

/// <summary>What is printed of a run in which summer time begins, on 31 March 2024 in Kyiv, says the dates that the file says.</summary>
public sealed class SummerTimeTests : IDisposable
{
    private const string Bridge = """
        supplysim: 1
        title: A bridge to one camp
        clock: {start: 2024-03-10, length: 90 d, zone: Europe/Kyiv}
        commodities: {food: {unit: kg, per-person: 0.555 kg/d}}
        places:
          depot: {kind: depot, at: 50 N 30 E, stock: unlimited, loading: 30 min}
          bridge: {kind: crossing, at: 50 N 31 E, lanes: 1, inspection: 10 min, hours: "08:00-16:00"}
          camp: {kind: camp, at: 50 N 32 E, people: 20 000, stock: 6 d, unloading: 45 min, warn-below: 1 d}
        routes: {depot - bridge: {length: 80 km, speed: 40 km/h}, bridge - camp: {length: 120 km, speed: 40 km/h}}
        fleets: {trucks: {traffic: aid, base: depot, count: 6, carries: 10 t}}
        supply-lines: {road: {from: depot, to: camp, by: trucks, when-below: 5 d, up-to: 8 d}}
        disruptions: {flood: {close: bridge, at: 2024-05-07, for: 9 d}}
        measures: {hungry: {of: camps, is: unmet person-days}, short: {of: camps, is: first time below warn-below}}
        """;

    private readonly ToolRun _tool = new() { Runner = (scenario, options) => Experiment.Run(scenario, options) };
    private readonly string _result;

    public SummerTimeTests()
    {
        _tool.Run("run", _tool.File("bridge.supply.yaml", Bridge), "-n", "1", "-q");
        _result = Directory.GetDirectories(Path.Combine(_tool.Results, "bridge")).Single();
    }

    public void Dispose() => _tool.Dispose();

    // 58 days and 9 of it, less the hour that 31 March has not.
    [Fact]
    public void Why_says_the_date_of_the_file()
    {
        _tool.Run("why", _result);

        _tool.Out.Should().Contain("day 57, 7 May 00:00: Crossing bridge is shut: flood")
            .And.Contain("day 66, 16 May 00:00: Disruption flood no longer shuts bridge");
    }

    [Fact]
    public void The_report_does_and_tells_how_days_are_counted()
    {
        var report = File.ReadAllText(Path.Combine(_result, "report.html"));

        report.Should().Contain("<time datetime=\"2024-05-07T00:00+03:00\">Day 57, 7 May 00:00</time></a> Crossing bridge is shut: flood.")
            .And.Contain("<a href=\"#day-57.959\">")
            .And.Contain("of 90 days from 2024-03-10 00:00 +02:00").And.Contain("Those of Europe/Kyiv")
            .And.Contain("data-start=\"2024-03-10T00:00\" data-shifts=\"30420:60\"");
    }

    // At the bridge the first is let through at eight and takes ten minutes, by the clock there.
    [Theory]
    [InlineData("2024-03-30T08:10:00+02:00")]
    [InlineData("2024-04-05T08:10:00+03:00")]
    public void Trucks_leave_the_bridge_when_it_opens_there(string leaves) =>
        File.ReadAllLines(Path.Combine(_result, "movements.csv")).Select(line => line.Split(','))
            .Where(cells => cells[4] == "bridge").Select(cells => cells[8]).Should().Contain(leaves)
            .And.OnlyContain(at => at.StartsWith("2024-", StringComparison.Ordinal)
                && string.CompareOrdinal(at, 11, "08:", 0, 3) >= 0 && string.CompareOrdinal(at, 11, "16:11", 0, 5) < 0);
}
