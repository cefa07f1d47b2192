using SupplySim.Experiments;

namespace SupplySim.Scenarios.Tests;

/// <summary>The reasons for which people went without, in scenarios in which it is known what would spare it, since it is the one thing that is lifted.</summary>
/// <remarks>20,000 people, a kilogram a day; an hour to a crossing and an hour from there.</remarks>
public sealed class LackedReasonsTests
{
    private const string Head = """
        supplysim: 1
        title: Who lacked for what
        clock: {length: 60 d}
        commodities:
          food: {unit: t, per-person: 1 kg/d}
        defaults: {loading: 10 min, unloading: 10 min}
        measures: {hungry: {of: camps, is: unmet person-days, commodity: food}}

        """;

    private const string Road = Head + """
        places:
          depot: {kind: depot, stock: unlimited, docks: 20}
          bridge: {kind: crossing, lanes: 4, inspection: 5 min}
          camp: {kind: camp, people: 20000, stock: {food: 160 t}, docks: 20}
        routes: {depot - bridge: {length: 50 km, speed: 50 km/h}, bridge - camp: {length: 50 km, speed: 50 km/h}}
        fleets: {trucks: {traffic: aid, base: depot, count: 40, carries: 10 t}}
        supply-lines: {road: {from: depot, to: camp, by: trucks, when-below: 6 d, up-to: 8 d}}
        disruptions: {flood: {at: day 20, for: 8 d, close: bridge}}

        """;

    // Rations are cut at three days and stay so until there are eight, which never are: all of it is for the flood.
    [Fact]
    public void A_cut_belongs_to_what_was_late_when_it_began()
    {
        var text = Road + "policies: {ration: {when: stock < 3 d, to: 75 %, until: stock > 8 d}}\n";
        Share(text, "bridge").Should().BeGreaterThan(0.95);
        Hungry(text.Replace("close: bridge}", "close: bridge, chance: 0 %, every: 9 d}", StringComparison.Ordinal).Replace("at: day 20, ", "", StringComparison.Ordinal)).Should().Be(0);
    }

    // The depot is empty on day 20, the camp ten days later, and the flood comes after that.
    [Fact]
    public void A_closure_is_no_reason_where_there_is_nothing_to_send() =>
        Share(Road.Replace("stock: unlimited", "stock: {food: 400 t}", StringComparison.Ordinal).Replace("at: day 20, for: 8 d", "at: day 40, for: 15 d", StringComparison.Ordinal), "bridge")
            .Should().BeLessThan(0.02);

    // All columns are lost on the way to the depot from which the camp lives.
    [Fact]
    public void What_is_lost_on_the_way_to_a_depot_is_lacking_behind_it()
    {
        var text = Head + """
            places:
              port: {kind: depot, stock: unlimited, docks: 20}
              hub: {kind: depot, stock: {food: 100 t}, docks: 20}
              camp: {kind: camp, people: 20000, stock: {food: 60 t}, docks: 20}
            routes: {port - hub: {length: 500 km, speed: 50 km/h, attacked-every: 60 km}, hub - camp: {length: 50 km, speed: 50 km/h}}
            attacks: {lost: 1}
            fleets: {trucks: {traffic: aid, base: port, count: 9000, carries: 10 t}, vans: {traffic: aid, base: hub, count: 40, carries: 10 t}}
            supply-lines:
              in: {from: port, to: hub, by: trucks, commodities: [food], when-below: {food: 60 t}, up-to: {food: 100 t}, given-up-after: 1 d}
              out: {from: hub, to: camp, by: vans, when-below: {food: 60 t}, up-to: {food: 80 t}}

            """;
        Of(text).Where(one => one.Cause == "lost").Sum(one => one.Lacked).Should().BeGreaterThan(0.9 * Of(text).Sum(one => one.Lacked)).And.BePositive();
    }

    // Water comes to both camps through the hub, and only the second lacks it; the first lacks food, which comes over the gate.
    [Fact]
    public void What_was_late_for_a_depot_is_told_at_the_camp_that_lacked_it()
    {
        var held = Of(Head.Replace("defaults", "  water: {unit: t, per-person: 1 kg/d}\ndefaults", StringComparison.Ordinal) + """
            places:
              depot: {kind: depot, stock: unlimited, docks: 20}
              gate: {kind: crossing, lanes: 4, inspection: 5 min}
              bridge: {kind: crossing, lanes: 4, inspection: 5 min}
              hub: {kind: depot, stock: {water: 100 t}, docks: 20}
              first: {kind: camp, people: 10000, stock: {food: 20 t, water: 2000 t}, docks: 20}
              second: {kind: camp, people: 30000, stock: {food: 5000 t, water: 50 t}, docks: 20}
            routes:
              depot - gate: {length: 50 km, speed: 50 km/h}
              gate - first: {length: 50 km, speed: 50 km/h}
              depot - bridge: {length: 50 km, speed: 50 km/h}
              bridge - hub: {length: 50 km, speed: 50 km/h}
              hub - first: {length: 50 km, speed: 50 km/h, one-way: yes}
              hub - second: {length: 50 km, speed: 50 km/h}
            fleets: {trucks: {traffic: aid, base: depot, count: 60, carries: 10 t}, vans: {traffic: aid, base: hub, count: 60, carries: 10 t}}
            supply-lines:
              food: {from: depot, to: first, by: trucks, commodities: [food], when-below: {food: 50 t}, up-to: {food: 80 t}}
              water: {from: depot, to: hub, by: trucks, commodities: [water], when-below: {water: 200 t}, up-to: {water: 300 t}}
              water-first: {from: hub, to: first, by: vans, commodities: [water], when-below: {water: 50 t}, up-to: {water: 80 t}}
              water-second: {from: hub, to: second, by: vans, commodities: [water], when-below: {water: 150 t}, up-to: {water: 200 t}}
            disruptions: {no-gate: {at: day 15, for: 10 d, close: gate}, no-bridge: {at: day 5, for: 40 d, close: bridge}}

            """);
        var (first, second) = (held.Where(one => one.For == "first").ToArray(), held.Where(one => one.For == "second").ToArray());
        first.Where(one => one.Where == "bridge").Sum(one => one.Lacked).Should().Be(0);
        first.Sum(one => one.Lacked).Should().BePositive();
        second.Where(one => one.Where == "bridge").Sum(one => one.Lacked).Should().BeGreaterThan(0.99 * second.Sum(one => one.Lacked)).And.BePositive();
        held.Where(one => one.For == "hub").Sum(one => one.Lacked).Should().Be(0);
    }

    // A pump gives nine tenths as long as there is fuel; that fuel may not pass takes the water, too.
    [Fact]
    public void Water_that_is_not_pumped_is_lacking_for_what_held_up_the_fuel()
    {
        var held = Of("""
            supplysim: 1
            title: A pump without fuel
            clock: {length: 60 d}
            commodities: {fuel: {unit: t}, water: {unit: t, per-person: 1 kg/d}}
            defaults: {loading: 10 min, unloading: 10 min}
            places:
              depot: {kind: depot, stock: unlimited, docks: 20}
              bridge: {kind: crossing, lanes: 4, inspection: 5 min}
              camp: {kind: camp, people: 20000, stock: {fuel: 3 t, water: 10 t}, docks: 20, local-share: {water: {share: 90 %, needs: fuel, per-person: 0.05 kg/d}}}
            routes: {depot - bridge: {length: 50 km, speed: 50 km/h}, bridge - camp: {length: 50 km, speed: 50 km/h}}
            fleets: {trucks: {traffic: aid, base: depot, count: 40, carries: 10 t}, tankers: {traffic: fuel, base: depot, count: 10, carries: 5 t}}
            supply-lines:
              water: {from: depot, to: camp, by: trucks, commodities: [water], send: 2 t/d}
              fuel: {from: depot, to: camp, by: tankers, commodities: [fuel], when-below: {fuel: 3 t}, up-to: {fuel: 8 t}}
            disruptions: {ban: {at: day 10, for: 30 d, close: bridge, to: [fuel]}}
            measures: {thirsty: {of: camps, is: unmet person-days, commodity: water}}
            """);
        held.Sum(one => one.Lacked).Should().BeGreaterThan(100_000);
        held.Where(one => one.Where == "bridge").Sum(one => one.Lacked).Should().BeGreaterThan(0.95 * held.Sum(one => one.Lacked));
    }

    // Three tonnes are ordered at most, and no truck goes with less than ten: trucks there are enough of.
    [Fact]
    public void Loads_too_small_for_a_vehicle_to_go_do_not_want_vehicles()
    {
        var held = Of(Road.Replace("people: 20000, stock: {food: 160 t}", "people: 3000, stock: {food: 6 t}", StringComparison.Ordinal).Replace("when-below: 6 d, up-to: 8 d", "when-below: 2 d, up-to: 3 d, given-up-after: 20 d", StringComparison.Ordinal)
            + "policies: {dispatch: {rule: go, minimum-load: 100 %}}\n");
        held.Where(one => one.Cause == "too-small").Sum(one => one.Lacked).Should().BeGreaterThan(0.85 * held.Sum(one => one.Lacked)).And.BePositive();
    }

    // Below three days at any time of a cut, and above it at the end: not for ever, though rations could be full before they are cut.
    [Fact]
    public void A_ration_that_may_be_full_sooner_than_it_is_cut_is_full_again()
    {
        var (sooner, same) = (Road + "policies: {ration: {when: stock < 4 d, to: 50 %, until: stock > 3 d}}\n", Road + "policies: {ration: {when: stock < 4 d, to: 50 %}}\n");
        Hungry(sooner).Should().Be(Hungry(same)).And.BePositive();
    }

    // What is owed and what a cut ration leaves out are rounded each by itself.
    [Fact]
    public void Food_that_is_owed_may_be_rationed()
    {
        var text = Road.Replace("per-person: 1 kg/d", "per-person: 1 kg/d, backlog: yes", StringComparison.Ordinal).Replace("20000, stock: {food: 160 t}", "20011, stock: {food: 160.001 t}", StringComparison.Ordinal)
            .Replace("inspection: 5 min", "inspection: {aid: \"lognormal(mean=14 min, sd=7 min)\", empty: 1 min}", StringComparison.Ordinal).Replace("{at: day 20, for: 8 d, close: bridge}", "{every: 9 d, for: 6 d, close: bridge}", StringComparison.Ordinal)
            .Replace("length: 60 d", "length: 120 d", StringComparison.Ordinal) + "policies: {ration: {when: stock < 3 d, to: 75 %, until: stock > 3.5 d}}\n";
        for (var run = 0; run < 20; run++) Read(text).Run(seed: 1, replication: run, audit: true).Audit.Should().NotBeNull();
    }

    private static double Share(string text, string where) => Of(text) is var held && held.Sum(one => one.Lacked) is > 0 and var all ? held.Where(one => one.Where == where).Sum(one => one.Lacked) / all : double.NaN;

    private static double Hungry(string text) => Of(text).Sum(one => one.Lacked);

    private static IReadOnlyList<HeldUp> Of(string text) => Read(text).Run(seed: 1).HeldUp;

    private static Scenario Read(string text)
    {
        ScenarioFile.TryParse(text, "f.yaml", [], out var scenario, out var diagnostics).Should().BeTrue(string.Join("\n", diagnostics));
        return scenario!;
    }
}
