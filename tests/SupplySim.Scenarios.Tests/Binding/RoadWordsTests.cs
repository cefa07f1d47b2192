using SupplySim.Scenarios.Tests.Support;

namespace SupplySim.Scenarios.Tests.Binding;

/// <summary>What a file can say of the road beyond what the small scenario says.</summary>
public class RoadWordsTests
{
    private static readonly Scenario Read = ScenarioFile.Parse(SmallScenario.Text
        .Replace("defaults:\n", "defaults:\n  daylight: 05:30-18:30\n")
        .Replace("    passage:\n", """
                secondary:
                  share: {aid: 5 %, empty: 0 %}
                  takes: uniform(1 h, 3 h)
                  bays: 2
                transshipment: {onto: locals, takes: 40 min, docks: 3}
                passage:

            """)
        .Replace("{length: 40 km, speed: 40 km/h, source: own}",
            "{length: 40 km, speed: 40 km/h, weight-limit: 45 t, daylight-only: yes, source: own}")
        .Replace("density: 10 /km,", "density: 10 /km, march-units: {of: 20, gap: 10 min},")
        .Replace("  escorts:", "  locals: {traffic: aid, base: valley, count: 9, carries: 20 t, night: stop}\n  escorts:"));

    [Fact]
    public void A_crossing_says_who_is_searched_and_onto_whom_loads_change()
    {
        var bridge = (Crossing)Read["bridge"];
        (bridge.Secondary!.Share.ToString(), bridge.Secondary.Takes.ToString(), bridge.Secondary.Bays).Should()
            .Be(("{aid: 0.05, empty: 0}", "uniform(1 h, 3 h)", 2));
        (bridge.Transshipment!.Onto, bridge.Transshipment.Takes.Mean, bridge.Transshipment.Docks).Should()
            .Be(("locals", TimeSpan.FromMinutes(40), 3));
    }

    [Fact]
    public void A_route_says_what_it_bears_and_whether_one_moves_on_it_by_night()
    {
        var route = Read.Routes.Single(one => one.Id == "bridge - valley");
        (route.WeightLimit!.Value.InTonnes, route.DaylightOnly, Read.Defaults.Daylight.ToString()).Should().Be((45, true, "05:30-18:30"));
    }

    [Fact]
    public void A_fleet_says_how_it_marches()
    {
        var (trucks, locals) = (Read.Fleets.Single(one => one.Id == "trucks"), Read.Fleets.Single(one => one.Id == "locals"));
        trucks.Convoy!.MarchUnits.Should().Be(new MarchUnits { Of = 20, Gap = TimeSpan.FromMinutes(10) });
        (trucks.Night, locals.Night).Should().Be((NightRule.Drive, NightRule.Stop));
    }
}
