using SupplySim.Experiments;

namespace SupplySim.Scenarios.Tests;

/// <summary>Measures of small scenarios that were worked out by hand.</summary>
public sealed class WorkedOutTests
{
    private const string Camp = """
        supplysim: 1
        title: A camp
        commodities: {food: {unit: t, per-person: 1 kg/d}}
        places:
          depot: {kind: depot, stock: unlimited, loading: 30 min, docks: 10}
          x: {kind: crossing, lanes: 3, inspection: 30 min}
          a: {kind: camp, people: 1000, stock: {food: 4 t}, unloading: 30 min, docks: 10}
        routes: {depot - x: {length: 30 km, speed: 30 km/h}, x - a: {length: 30 km, speed: 30 km/h}}
        fleets: {t: {traffic: aid, base: depot, count: 30, carries: 4 t}}
        measures: {rec: {of: a, is: time to 95 %, after: stock(a) < 1 d}}

        """;

    // The road is shut from day 5 to day 19 and from day 40 to day 45. What was brought on day 5 is gone
    // within four days; from day 20 on all is well for a week. That the camp is in want again around day 43 is another story.
    [Fact]
    public void A_recovery_counts_from_the_first_time()
    {
        var run = Run(Camp + """
            clock: {start: 2026-03-01T00:00+00:00, length: 60 d}
            supply-lines: {l: {from: depot, to: a, by: t, up-to: 4 d, when-below: 3 d}}
            disruptions: {c: {close: x, at: day 5, for: 14 d}, d: {close: x, at: day 40, for: 5 d}}
            """);
        var since = run["rec", "a", detail: Column.Since];
        since.Should().BeInRange(5, 9);
        (since + run["rec", "a"]).Should().Be(20);
    }

    // What is sent once, on day 18, is eaten by the end: of a week nobody knows.
    [Theory]
    [InlineData(20, false)]
    [InlineData(30, true)]
    public void A_recovery_lasts_a_week_that_lies_within_the_run(int days, bool recovers)
    {
        var run = Run(Camp + """
            clock: {start: 2026-03-01T00:00+00:00, length: DAYS d}
            supply-lines: {l: {from: depot, to: a, by: t, send: 1 t/d, every: 18 d}}
            """.Replace("DAYS", $"{days}", StringComparison.Ordinal));
        run["rec", "a", detail: Column.Since].Should().BeInRange(3, 3.001);
        (run["rec", "a"] + run["rec", "a", detail: Column.Since]).Should().Be(recovers ? 19 : double.NaN);
    }

    // 1,000 people; pumps give four fifths of the water while there is fuel, and nobody brings the rest: a fifth of 3,000 rations.
    [Theory]
    [InlineData("300 l", 600)]
    [InlineData("200 l", 1400)]
    [InlineData("0 l", 3000)]
    public void Rations_that_are_missing_are_full_ones(string fuel, double missing) => Run("""
        supplysim: 1
        title: Pumps
        clock: {start: 2026-03-01T00:00+00:00, length: 3 d}
        commodities: {water: {unit: l, per-person: 10 l/d}, fuel: {unit: l}}
        places: {a: {kind: camp, people: 1000, stock: {fuel: FUEL}, local-share: {water: {share: 80 %, needs: fuel, per-person: 0.1 l/d}}}}
        measures: {dry: {of: a, is: unmet person-days, commodity: water}}
        """.Replace("FUEL", fuel, StringComparison.Ordinal))["dry", "a"].Should().Be(missing);

    private static RunResult Run(string yaml) => ScenarioFile.Parse(yaml).Run(seed: 1);
}
