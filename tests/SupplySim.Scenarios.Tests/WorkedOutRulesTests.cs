using System.Globalization;
using SupplySim.Experiments;

namespace SupplySim.Scenarios.Tests;

/// <summary>What begins by one condition and ends by another, in small scenarios that were worked out by hand.</summary>
public sealed class WorkedOutRulesTests
{
    // Two days of food at the start, and the bridge is shut from day 1 to a quarter past five. It is open
    // at the start, too, which ends nothing: it has to become so. With 5 t a day by road and as much by air the camp has two and a half
    // days from then on; with 30 t by road it has plenty.
    [Theory]
    [InlineData("when: stock(camp) < 3 d, until: open(bridge)", 5, "1 2 3 4 5")]
    [InlineData("when: stock(camp) < 3 d, until: open(bridge)", 30, "1 2 3 4 5")]
    [InlineData("when: stock(camp) < 3 d", 5, "1 2 3 4 5 6 7 8 9")]
    [InlineData("when: stock(camp) < 3 d", 30, "1 2 3 4 5")]
    [InlineData("when: not open(bridge), until: stock(camp) > 3 d", 5, "1 2 3 4 5 6 7 8 9")]
    [InlineData("when: not open(bridge), until: stock(camp) > 3 d", 30, "1 2 3 4 5")]
    [InlineData("when: stock(camp) < 3 d, until: since(day 0)", 5, "")]
    [InlineData("when: not open(bridge), until: since(day 0.5)", 5, "")]
    [InlineData("when: not open(bridge), until: since(day 2.5)", 5, "1 2")]
    public void A_line_works_until_its_end_comes(string rule, int road, string days)
    {
        var run = ScenarioFile.Parse($$$"""
            supplysim: 1
            title: Flights
            clock: {start: 2026-03-01T00:00+00:00, length: 10 d}
            commodities: {food: {unit: kg, per-person: 0.5 kg/d}}
            places:
              depot: {kind: depot, stock: unlimited, loading: 0 min, docks: 9, airfield: {parking: 5, ground-time: 0 min}}
              bridge: {kind: crossing, lanes: 1, inspection: 0 min}
              camp: {kind: camp, people: 20 000, stock: 2 d, unloading: 0 min, docks: 9, airfield: {parking: 5, ground-time: 0 min}}
            routes: {depot - bridge: {length: 80 km, speed: 40 km/h}, bridge - camp: {length: 40 km, speed: 40 km/h}, depot - camp: {mode: air, length: 200 km}}
            fleets: {trucks: {traffic: aid, base: depot, carries: 10 t, count: 30}, planes: {mode: air, traffic: aid, base: depot, carries: 5 t, speed: 200 km/h, count: 4}}
            supply-lines:
              road: {from: depot, to: camp, by: trucks, send: {{{road}}} t/d}
              air: {from: depot, to: camp, by: planes, send: 5 t/d, {{{rule}}} }
            disruptions: {c: {close: bridge, at: day 1, until: day 5.25}}
            """).Run(seed: 1);
        string.Join(' ', run.Trips.Where(trip => trip.Fleet == 1 && trip.Forward)
            .Select(trip => (trip.Departs - Engine.SimTime.Start).Days.ToString(CultureInfo.InvariantCulture))).Should().Be(days);
    }

    // Ten days of food. Cut to a half at five days, which takes two days down to four; then full again,
    // though there are still less than five.
    [Theory]
    [InlineData("", 2500)]
    [InlineData(", until: stock < 4 d", 1000)]
    public void Rations_are_cut_until_their_end_comes(string until, double missing) => ScenarioFile.Parse($$$"""
        supplysim: 1
        title: Rations
        clock: {start: 2026-03-01T00:00+00:00, length: 10 d}
        commodities: {food: {unit: kg, per-person: 0.5 kg/d}}
        places: {camp: {kind: camp, people: 1000, stock: 10 d}}
        policies: {ration: {when: stock < 5 d, to: 50 %{{{until}}} }}
        measures: {missing: {of: camp, is: unmet person-days}}
        """).Run(seed: 1)["missing", "camp"].Should().Be(missing);

    // Ten days of food and four of oil: food is cut to a half when five days of it are left, on day 5, and not at once for want of oil; so
    // is oil, at once, when it is looked at.
    [Theory]
    [InlineData("stock(food) < 5 d", 2500)]
    [InlineData("stock(camp.food) < 5 d", 2500)]
    [InlineData("any(camp.food) < 5 d", 2500)]
    [InlineData("all(camp.food) < 5 d", 0)] // nobody at the other camp is short of it
    [InlineData("not stock(camp.food) >= 5 d", 2500)]
    [InlineData("stock < 5 d", 5000)]
    [InlineData("stock(oil) < 5 d", 5000)]
    [InlineData("stock(camp.oil) < 4 d and stock(food) < 5 d", 2500)]
    [InlineData("any(camp.stock) < 5 d", 5000)]
    public void A_condition_may_look_at_one_commodity(string when, double missing)
    {
        var run = ScenarioFile.Parse($$$"""
            supplysim: 1
            title: Rations
            clock: {start: 2026-03-01T00:00+00:00, length: 10 d}
            commodities: {food: {unit: kg, per-person: 0.5 kg/d}, oil: {unit: kg, per-person: 0.03 kg/d}}
            places:
              camp: {kind: camp, people: 1000, stock: {food: 5 t, oil: 120 kg}}
              other: {kind: camp, people: 1, stock: 30 d}
            policies: {ration: {when: {{{when}}}, to: {food: 50 %} }}
            measures: {missing: {of: camp, is: unmet person-days, commodity: food}}
            """);
        run.Run(seed: 1)["missing", "camp", "food"].Should().BeApproximately(missing, 0.01);
    }

    // Flights while less than three days of food are left, whatever there is of oil: from day 7 on, three in all.
    [Fact]
    public void A_line_may_look_at_one_commodity_of_the_place_that_it_leads_to()
    {
        var run = ScenarioFile.Parse("""
            supplysim: 1
            title: Flights
            clock: {start: 2026-03-01T00:00+00:00, length: 10 d}
            commodities: {food: {unit: kg, per-person: 0.5 kg/d}, oil: {unit: kg, per-person: 0.03 kg/d}}
            places:
              depot: {kind: depot, stock: unlimited, loading: 0 min, docks: 9}
              camp: {kind: camp, people: 1000, stock: {food: 5 t, oil: 30 kg}, unloading: 0 min, docks: 9}
            routes: {depot - camp: {length: 80 km, speed: 40 km/h}}
            fleets: {trucks: {traffic: aid, base: depot, carries: 10 kg, count: 30}}
            supply-lines: {road: {from: depot, to: camp, by: trucks, commodities: [food], send: 10 kg/d, when: stock(food) < 3 d}}
            """).Run(seed: 1);
        run.Trips.Where(trip => trip.Forward).Select(trip => (trip.Departs - Engine.SimTime.Start).Days).Min().Should().BeInRange(7, 8);
    }

    [Theory]
    [InlineData("since(2026-03-01)", "2026-03-01 is not after the start: it is over by then, and does nothing")]
    [InlineData("since(2026-03-01T00:01)", null)]
    public void What_is_over_before_the_start_is_told(string until, string? told)
    {
        ScenarioFile.TryParse($$$"""
            supplysim: 1
            title: Rations
            clock: {start: 2026-03-01T00:00+00:00, length: 10 d}
            commodities: {food: {unit: kg, per-person: 0.5 kg/d}}
            places: {camp: {kind: camp, people: 1000, stock: 10 d}}
            policies: {ration: {when: since(2026-01-01), to: 50 %, until: {{{until}}} }}
            measures: {missing: {of: camp, is: unmet person-days}}
            """, "rations", [], out _, out var diagnostics).Should().BeTrue();
        diagnostics.Select(one => one.Message).Should().Equal(told is null ? [] : [told]);
    }

    // 11 t in all, of which a person needs ten parts of food to one of oil: ten days of each, and no tents.
    // Known or not, and where the food has been counted.
    [Theory]
    [InlineData("11 t", "", 5000, 5000)]
    [InlineData("'unknown(choice(11 t 100 %))'", "", 5000, 5000)]
    [InlineData("11 t", "as-of: {counted: {at: 2026-03-01, of: camp, commodity: food, stock: 3 t}}", 12_000, 5000)]
    public void One_amount_of_stock_is_split_among_what_is_needed(string stock, string asOf, double food, double oil)
    {
        var run = ScenarioFile.Parse($$$"""
            supplysim: 1
            title: Split
            clock: {start: 2026-03-01T00:00+00:00, length: 15 d}
            commodities: {food: {unit: t, per-person: 1 kg/d}, oil: {unit: t, per-person: 0.1 kg/d}, tents: {unit: piece, weight: 50 kg}}
            places: {camp: {kind: camp, people: 1000, stock: {{{stock}}} }}
            {{{asOf}}}
            measures: {food: {of: camp, is: unmet person-days, commodity: food}, oil: {of: camp, is: unmet person-days, commodity: oil}}
            """).Run(seed: 1);
        (run["food", "camp"], run["oil", "camp"], run.Ledger.Single(one => one.Commodity == "tents").Initial).Should().Be((food, oil, 0));
    }

    // Half rations from day 2 to day 6. From day 4 on, or from day 7 on, by a rule whose end has passed by then: they end, or do not begin.
    [Theory]
    [InlineData("day 4", "since(day 2)", "since(day 3)", 1000)]
    [InlineData("day 4", "since(day 2)", "since(day 8)", 3000)]
    [InlineData("day 7", "since(day 3)", "since(day 5)", 2000)]
    public void A_change_finds_an_end_that_has_passed(string at, string when, string until, double missing)
    {
        var scenario = ScenarioFile.Parse($$$"""
            supplysim: 1
            title: Rations
            clock: {start: 2026-03-01T00:00+00:00, length: 10 d}
            commodities: {food: {unit: kg, per-person: 0.5 kg/d}}
            places: {camp: {kind: camp, people: 1000, stock: 10 d}}
            policies: {ration: {when: since(day 2), to: 50 %, until: since(day 6)}}
            measures: {missing: {of: camp, is: unmet person-days}}
            experiment: { compare: { changed: { at: {{{at}}}, set: { policies.ration: { when: {{{when}}}, to: 50 %, until: {{{until}}} } } } } }
            """);
        Experiment.Run(scenario, new() { Runs = 1, Seed = 1 })["changed"].Measure("missing", "camp").Estimate.Mean.Should().Be(missing);
    }
}
