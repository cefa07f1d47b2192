using System.Globalization;
using SupplySim.Experiments;

namespace SupplySim.Scenarios.Tests;

/// <summary>Trips and shares of small scenarios that were worked out by hand.</summary>
public sealed class WorkedOutMovementTests
{
    // Laden at noon, and eight hours to the crossing, by which its day's driving is done. It opens at 8:00, when the truck has stood for 12
    // of the 16 hours of its rest: it has 4 more to stand, and is at the camp eight hours after noon. There
    // the 45 minutes at the dock count, too.
    [Fact]
    public void Who_has_stood_in_a_queue_has_that_much_less_to_rest() => Trips(One("driving: 8 h/d", loading: "12 h", """
          x: {kind: crossing, lanes: 1, inspection: 0 min, hours: 08:00-18:00}
        """, "{depot - x: {length: 320 km, speed: 40 km/h}, x - camp: {length: 320 km, speed: 40 km/h}}"))
        .Should().StartWith(["depot>x 0 12:00 - 0 20:00", "x>camp 1 08:00 - 1 20:00", "camp>x 1 20:45 - 2 20:00"]);

    // Ten hours of driving from 7:00 to 17:00, and five to go. Who stops at night rests at night: until
    // 6:00 and not until 7:00, as who drives until it is dark does.
    [Fact]
    public void A_night_is_rest_also_for_who_has_stopped_before_dusk() =>
        Trips(One("driving: 10 h/d, night: stop", loading: "7 h"))[0].Should().Be("depot>camp 0 07:00 - 1 11:00");

    // Four and a half hours out, and the road is shut. Of the way back it drives three and a half, rests sixteen, and drives the last hour.
    [Fact]
    public void Who_turns_back_keeps_driving_hours() => Trips(One("driving: 8 h/d", loading: "30 min") + """
        disruptions: {c: {close: depot - camp, at: "2026-03-01T05:00", for: 4 d, en-route: turn-back}}
        """).Should().StartWith(["depot>camp 0 00:30 - 0 05:00", "camp>depot 0 05:00 - 1 01:30"]);

    // Light from 6:00 to 18:00. Out at 7:00, and shut at 15:00: three of the eight hours back by daylight, five from 6:00 on.
    [Fact]
    public void Who_turns_back_stops_at_night() => Trips(One("night: stop", loading: "7 h") + """
        disruptions: {c: {close: depot - camp, at: "2026-03-01T15:00", for: 4 d, en-route: turn-back}}
        """).Should().StartWith(["depot>camp 0 07:00 - 0 15:00", "camp>depot 0 15:00 - 1 11:00"]);

    // 35 t are left on day 1, and 10 t set out; after half a day before what is shut they are given up. When it opens at noon of day 2, 20
    // t are left, and the 10 t move on at that instant and count: one load is ordered. With it 40 t lie there or are under way, and there
    // are less than 35 half a day later. Before a gate it is inspected from that instant on.
    [Theory]
    [InlineData("{depot - camp: {length: 1200 km, speed: 40 km/h}}", "{close: depot - camp, at: day 1.25, for: 1.25 d, en-route: hold}")]
    [InlineData("{depot - gate: {length: 80 km, speed: 40 km/h}, gate - camp: {length: 1120 km, speed: 40 km/h}}",
        "{close: gate, at: day 1.05, for: 1.45 d}")]
    public void What_was_given_up_counts_again_when_it_moves_on(string routes, string closure)
    {
        var run = ScenarioFile.Parse($$$"""
            supplysim: 1
            title: A long road
            clock: {start: 2026-03-01T00:00+00:00, length: 6 d}
            commodities: {food: {unit: kg, per-person: 0.5 kg/d}}
            places:
              depot: {kind: depot, stock: unlimited, loading: 0 min}
              gate: {kind: crossing, lanes: 1, inspection: 30 min}
              camp: {kind: camp, people: 20 000, stock: {food: 45 t}, unloading: 0 min}
            routes: {{{routes}}}
            fleets: {trucks: {traffic: aid, base: depot, count: 9, carries: 10 t}}
            supply-lines: {road: {from: depot, to: camp, by: trucks, order: {food: 10 t}, when-below: {food: 35 t}, given-up-after: 12 h}}
            disruptions: {c: {{{closure}}} }
            """).Run(seed: 1);
        run.Trips.Where(trip => trip.Forward && trip.Route == 0).Select(trip => Time(trip.Departs)).Should().Equal("1 00:00", "2 12:00",
            "3 00:00", "4 00:00", "5 00:00");
    }

    private const string TwoCamps = """
        supplysim: 1
        title: Two camps
        clock: {start: 2026-03-01T00:00+00:00, length: 20 d}
        commodities: {food: {unit: kg, per-person: 0.5 kg/d}}
        places:
          port: {kind: depot, stock: unlimited, loading: 0 min}
          depot: {kind: depot, stock: {food: 0 t}, loading: 0 min, unloading: 0 min, docks: 9}
          a: {kind: camp, people: 20 000, stock: 2 d, unloading: 0 min}
          b: {kind: camp, people: 20 000, stock: 2 d, unloading: 0 min}
        routes:
          port - depot: {length: 240 km, speed: 40 km/h}
          depot - a: {length: 40 km, speed: 40 km/h}
          depot - b: {length: 40 km, speed: 40 km/h}
        fleets:
          big: {traffic: aid, base: port, count: 9, carries: 10 t}
          small: {traffic: aid, base: depot, count: TRUCKS, carries: 5 t}
        policies: {share: {by: RULE}}
        supply-lines:
          in: {from: port, to: depot, by: big, send: 10 t/d, commodities: [food]}
          to-a: {from: depot, to: a, by: small, up-to: 6 d, when-below: 5 dLATE}
          to-b: {from: depot, to: b, by: small, up-to: 6 d, when-below: 5 dEARLY}
        measures: {del: {of: camps, is: delivered}}

        """;

    // Each day 10 t come to the depot, 190 t in all, and each camp wants all of it. First in the file is no
    // rule; by order it decides who is first.
    [Theory]
    [InlineData("people", 95, 95)]
    [InlineData("proportional", 95, 95)]
    [InlineData("days-of-supply", 95, 95)]
    [InlineData("priority", 0, 190)]
    [InlineData("order", 190, 0)]
    public void Scarce_goods_are_shared_by_the_rule(string rule, double a, double b)
    {
        var run = Run(Two(trucks: 9, rule));
        (run["del", "a"], run["del", "b"]).Should().Be((a, b));
    }

    // Twice the people, twice the food: 20 t and 10 t of the 30 t that lie there.
    [Fact]
    public void Scarce_goods_at_the_start_are_shared_too()
    {
        var run = Run(Two(trucks: 9, "people").Replace("{food: 0 t}", "{food: 30 t}", StringComparison.Ordinal)
            .Replace("b: {kind: camp, people: 20 000", "b: {kind: camp, people: 10 000", StringComparison.Ordinal)
            .Replace("length: 20 d", "length: 1 d", StringComparison.Ordinal));
        (run["del", "a"], run["del", "b"]).Should().Be((20, 10));
    }

    // Both camps are empty and each line orders 12 loads at the start; there is goods for all of it, and trucks for six loads.
    [Theory]
    [InlineData("people", "ababab")]
    [InlineData("priority", "bbbbbb")]
    [InlineData("order", "aaaaaa")]
    public void Trucks_are_shared_among_all_that_is_ordered_at_one_instant(string rule, string first)
    {
        var run = Run(Two(trucks: 6, rule).Replace("depot: {kind: depot, stock: {food: 0 t}", "depot: {kind: depot, stock: {food: 900 t}",
            StringComparison.Ordinal).Replace("stock: 2 d", "stock: 0 d", StringComparison.Ordinal));
        string.Concat(run.Trips.Where(trip => trip.Forward && trip.Route > 0).Take(6).Select(trip => trip.Route == 1 ? "a" : "b"))
            .Should().Be(first);
    }

    private static string Two(int trucks, string rule) =>
        TwoCamps.Replace("TRUCKS", $"{trucks}", StringComparison.Ordinal).Replace("RULE", rule, StringComparison.Ordinal)
            .Replace("LATE", rule == "priority" ? ", priority: 2" : "", StringComparison.Ordinal).Replace("EARLY",
                rule == "priority" ? ", priority: 1" : "", StringComparison.Ordinal);

    private static string One(string truck, string loading, string places = "",
        string routes = "{depot - camp: {length: 600 km, speed: 40 km/h}}") => $$$"""
        supplysim: 1
        title: One truck
        clock: {start: 2026-03-01T00:00+00:00, length: 6 d}
        commodities: {food: {unit: kg, per-person: 0.5 kg/d}}
        places:
          depot: {kind: depot, stock: unlimited, loading: {{{loading}}} }
        {{{places}}}
          camp: {kind: camp, people: 20, stock: {food: 0 t}, unloading: 45 min}
        routes: {{{routes}}}
        fleets: {trucks: {traffic: aid, base: depot, count: 1, carries: 10 t, {{{truck}}} }}
        supply-lines: {road: {from: depot, to: camp, by: trucks, up-to: {food: 10 t}, when-below: {food: 1 t}, given-up-after: 30 d}}

        """;

    private static RunResult Run(string yaml) => ScenarioFile.Parse(yaml).Run(seed: 1);

    private static string[] Trips(string yaml)
    {
        var scenario = ScenarioFile.Parse(yaml);
        return [.. scenario.Run(seed: 1).Trips.Select(trip => scenario.Routes[trip.Route] is var route && trip.Forward
            ? $"{route.From}>{route.To} {Time(trip.Departs)} - {Time(trip.Arrives)}"
            : $"{route.To}>{route.From} {Time(trip.Departs)} - {Time(trip.Arrives)}")];
    }

    private static string Time(Engine.SimTime at) => (at - Engine.SimTime.Start).ToString(@"d\ hh\:mm", CultureInfo.InvariantCulture);
}
