using SupplySim.Experiments;

namespace SupplySim.Scenarios.Tests;

/// <summary>The reasons for which people went without, in scenarios in which it is known what would spare
/// it, since it is the one thing that is lifted.</summary>
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
        Hungry(text.Replace("close: bridge}", "close: bridge, chance: 0 %, every: 9 d}", StringComparison.Ordinal).Replace("at: day 20, ",
            "", StringComparison.Ordinal)).Should().Be(0);
    }

    // Of medicine so much is ordered that a truck waits for minutes for a lane when rations are cut; they are cut below three days, and
    // food is ordered below two: so they are each time, and stay cut.
    [Fact]
    public void A_cut_that_comes_with_nothing_late_belongs_to_the_rule()
    {
        var text = Road.Replace("1 kg/d}", "1 kg/d}\n  medicine: {unit: t, per-person: 0.1 kg/d}", StringComparison.Ordinal)
            .Replace("food: 160 t}", "food: 160 t, medicine: 12 t}", StringComparison.Ordinal)
            .Replace("by: trucks, when-below: 6 d, up-to: 8 d}",
                "by: trucks, commodities: [food], when-below: 2 d, up-to: 8 d}, drugs: {from: depot, to: camp, by: trucks, commodities: "
                    + "[medicine], when-below: 3 d, up-to: 9 d}", StringComparison.Ordinal)
            .Replace("disruptions:", "# ", StringComparison.Ordinal);
        var held = Of(text + "policies: {ration: {when: stock < 3 d, to: 25 %, until: stock > 11 d}}\n");
        Hungry(text).Should().Be(0);
        held.Where(one => one.Cause == "rations").Sum(one => one.Lacked).Should().BeGreaterThan(0.99 * held.Sum(one => one.Lacked)).And
            .BePositive();
    }

    // The depot is empty on day 20, the camp ten days later, and the flood comes after that.
    [Fact]
    public void A_closure_is_no_reason_where_there_is_nothing_to_send() =>
        Share(Road.Replace("stock: unlimited", "stock: {food: 400 t}", StringComparison.Ordinal).Replace("at: day 20, for: 8 d",
            "at: day 40, for: 15 d", StringComparison.Ordinal), "bridge")
            .Should().BeLessThan(0.02);

    private const string Chain = Head + """
        places:
          depot: {kind: depot, stock: unlimited, docks: 20}
          bridge: {kind: crossing, lanes: 4, inspection: 5 min}
          hub: {kind: depot, stock: {food: 60 t}, docks: 20}
          camp: {kind: camp, people: 20000, stock: {food: 60 t}, docks: 20}
        fleets: {trucks: {traffic: aid, base: depot, count: 60, carries: 10 t}, vans: {traffic: aid, base: hub, count: 60, carries: 10 t}}
        supply-lines:
          in: {from: depot, to: hub, by: trucks, commodities: [food], when-below: {food: 40 t}, up-to: {food: 60 t}}
          out: {from: hub, to: camp, by: vans, when-below: {food: 60 t}, up-to: {food: 80 t}}

        """;

    // What lies at the hub would do for three days, and the hub is filled again all the time.
    [Fact]
    public void A_depot_that_is_filled_again_wants_no_goods() =>
        Share(Chain + """
            routes: {depot - hub: {length: 50 km, speed: 50 km/h}, hub - bridge: {length: 50 km, speed: 50 km/h}, bridge - camp: {length: 50 km, speed: 50 km/h}}
            disruptions: {flood: {at: day 20, for: 20 d, close: bridge}}
            """, "bridge").Should().BeGreaterThan(0.95);

    // The bridge is before the hub, and shut when the depot has long been empty.
    [Fact]
    public void Nor_is_a_closure_a_reason_on_the_way_to_a_depot_for_which_there_is_nothing() =>
        Share(Chain.Replace("stock: unlimited", "stock: {food: 400 t}", StringComparison.Ordinal) + """
            routes: {depot - bridge: {length: 50 km, speed: 50 km/h}, bridge - hub: {length: 50 km, speed: 50 km/h}, hub - camp: {length: 50 km, speed: 50 km/h}}
            disruptions: {flood: {at: day 45, for: 15 d, close: bridge}}
            """, "bridge").Should().BeLessThan(0.02);

    // One line for food, of which there is enough, and medicine, of which there is none anywhere.
    [Fact]
    public void What_is_out_at_the_origin_is_no_reason_for_the_other_goods_of_a_line()
    {
        var text = Road.Replace("  food: {unit: t, per-person: 1 kg/d}",
            "  food: {unit: t, per-person: 1 kg/d}\n  medicine: {unit: t, per-person: 0.02 kg/d}", StringComparison.Ordinal)
            .Replace("stock: unlimited", "stock: {food: 9000 t}", StringComparison.Ordinal).Replace("for: 8 d", "for: 20 d",
                StringComparison.Ordinal);
        var (flooded, open) = (Of(text), Of(text.Replace("for: 20 d", "for: 1 s", StringComparison.Ordinal)));
        var hungry = flooded.Sum(one => one.Lacked) - open.Sum(one => one.Lacked);
        flooded.Where(one => one.Where == "bridge").Sum(one => one.Lacked).Should().BeApproximately(hungry, 0.02 * hungry).And.BePositive();
    }

    // Rations are cut since fuel is short, of which nobody eats.
    [Fact]
    public void Rations_cut_for_want_of_fuel_are_cut_for_what_held_it_up()
    {
        var text = Road.Replace("  food: {unit: t, per-person: 1 kg/d}",
            "  food: {unit: t, per-person: 1 kg/d}\n  water: {unit: t, per-person: 1 kg/d}\n  fuel: {unit: t}", StringComparison.Ordinal)
            .Replace("stock: {food: 160 t}, docks: 20",
                "stock: {food: 2000 t, water: 20 t, fuel: 5 t}, docks: 20, local-share: {water: {share: 90 %, needs: fuel, per-person: "
                    + "0.05 kg/d}}", StringComparison.Ordinal)
            .Replace("carries: 10 t}}", "carries: 10 t}, tankers: {traffic: fuel, base: depot, count: 10, carries: 5 t}}",
                StringComparison.Ordinal)
            .Replace("when-below: 6 d, up-to: 8 d}",
                "commodities: [food, water], when-below: {food: 100 t, water: 20 t}, up-to: {food: 160 t, water: 40 t}}, fuel: {from: "
                    + "depot, to: camp, by: tankers, commodities: [fuel], when-below: {fuel: 4 t}, up-to: {fuel: 8 t}}",
                    StringComparison.Ordinal)
            .Replace("for: 8 d, close: bridge", "for: 20 d, close: bridge, to: [fuel]", StringComparison.Ordinal)
                + "policies: {ration: {when: stock < 2 d, to: 50 %, until: stock > 3 d}}\n";
        Share(text, "bridge").Should().BeGreaterThan(0.95);
    }

    // Two goods by two lines; the food is held up for eight days, and rations stay cut to the end, when now one and now the other is least.
    [Fact]
    public void A_cut_stays_with_what_it_began_with_while_there_is_no_less_of_something_else()
    {
        var text = Road.Replace("  food: {unit: t, per-person: 1 kg/d}",
            "  food: {unit: t, per-person: 1 kg/d}\n  water: {unit: t, per-person: 1 kg/d}", StringComparison.Ordinal)
            .Replace("stock: {food: 160 t}", "stock: {food: 160 t, water: 160 t}", StringComparison.Ordinal).Replace("carries: 10 t}}",
                "carries: 10 t}, tankers: {traffic: water, base: depot, count: 40, carries: 10 t}}", StringComparison.Ordinal)
            .Replace("when-below: 6 d, up-to: 8 d}",
                "commodities: [food], when-below: 6 d, up-to: 8 d}, water: {from: depot, to: camp, by: tankers, commodities: [water], "
                    + "when-below: 6 d, up-to: 8 d}", StringComparison.Ordinal)
            .Replace("close: bridge", "close: bridge, to: [aid]", StringComparison.Ordinal)
                + "policies: {ration: {when: stock < 3 d, to: 75 %, until: stock > 8 d}}\n";
        Of(text).Where(one => one is { Where: "bridge", Cause: "not-ordered" or "passage" or "physical" }).Sum(one => one.Lacked).Should()
            .BeGreaterThan(0.95 * Of(text).Sum(one => one.Lacked)).And.BePositive();
    }

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
        Of(text).Where(one => one.Cause == "lost").Sum(one => one.Lacked).Should().BeGreaterThan(0.9 * Of(text).Sum(one => one.Lacked)).And
            .BePositive();
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
        second.Where(one => one.Where == "bridge").Sum(one => one.Lacked).Should().BeGreaterThan(0.99 * second.Sum(one => one.Lacked)).And
            .BePositive();
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
        var held =
            Of(
                Road.Replace("people: 20000, stock: {food: 160 t}", "people: 3000, stock: {food: 6 t}", StringComparison.Ordinal)
                    .Replace("when-below: 6 d, up-to: 8 d", "when-below: 2 d, up-to: 3 d, given-up-after: 20 d", StringComparison.Ordinal)
                + "policies: {dispatch: {rule: go, minimum-load: 100 %}}\n");
        held.Where(one => one.Cause == "too-small").Sum(one => one.Lacked).Should().BeGreaterThan(0.85 * held.Sum(one => one.Lacked)).And
            .BePositive();
    }

    // Below three days at any time of a cut, and above it at the end: not for ever, though rations could be full before they are cut.
    [Fact]
    public void A_ration_that_may_be_full_sooner_than_it_is_cut_is_full_again()
    {
        var (sooner, same) = (Road + "policies: {ration: {when: stock < 4 d, to: 50 %, until: stock > 3 d}}\n",
            Road + "policies: {ration: {when: stock < 4 d, to: 50 %}}\n");
        Hungry(sooner).Should().Be(Hungry(same)).And.BePositive();
    }

    // What is owed and what a cut ration leaves out are rounded each by itself.
    [Fact]
    public void Food_that_is_owed_may_be_rationed()
    {
        var text = Road.Replace("per-person: 1 kg/d", "per-person: 1 kg/d, backlog: yes", StringComparison.Ordinal)
            .Replace("20000, stock: {food: 160 t}", "20011, stock: {food: 160.001 t}", StringComparison.Ordinal)
            .Replace("inspection: 5 min", "inspection: {aid: \"lognormal(mean=14 min, sd=7 min)\", empty: 1 min}", StringComparison.Ordinal)
            .Replace("{at: day 20, for: 8 d, close: bridge}", "{every: 9 d, for: 6 d, close: bridge}", StringComparison.Ordinal)
            .Replace("length: 60 d", "length: 120 d", StringComparison.Ordinal)
                + "policies: {ration: {when: stock < 3 d, to: 75 %, until: stock > 3.5 d}}\n";
        for (var run = 0; run < 20; run++) Read(text).Run(seed: 1, replication: run, audit: true).Audit.Should().NotBeNull();
    }

    // Of 20 t that are needed a day 5 t are eaten and 5 t come, and the debt of 15 t takes what comes and what lay there: on the fourth day
    // with 10 t left that would have been eaten in two.
    [Fact]
    public void A_debt_that_takes_what_lay_there_leaves_nothing_at_that_instant()
    {
        var run =
            Read(
                Road.Replace("per-person: 1 kg/d", "per-person: 1 kg/d, backlog: yes", StringComparison.Ordinal).Replace("food: 160 t",
                    "food: 59 t", StringComparison.Ordinal)
                .Replace("when-below: 6 d, up-to: 8 d", "send: 5 t/d", StringComparison.Ordinal)
                    + "policies: {ration: {when: stock < 3 d, to: 25 %}}\n").Run(seed: 1);
        run.HeldUp.Sum(one => one.Lacked).Should().BeApproximately(run.Values[0], 1e-6 * run.Values[0]);
    }

    private static double Share(string text, string where) => Of(text) is var held && held.Sum(one => one.Lacked) is > 0 and var all
        ? held.Where(one => one.Where == where).Sum(one => one.Lacked) / all
        : double.NaN;

    private static double Hungry(string text) => Of(text).Sum(one => one.Lacked);

    private static IReadOnlyList<HeldUp> Of(string text) => Read(text).Run(seed: 1).HeldUp;

    private static Scenario Read(string text)
    {
        ScenarioFile.TryParse(text, "f.yaml", [], out var scenario, out var diagnostics).Should().BeTrue(string.Join("\n", diagnostics));
        return scenario!;
    }
}
