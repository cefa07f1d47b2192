using System.Globalization;
using SupplySim.Experiments;

namespace SupplySim.Scenarios.Tests;

/// <summary>Small scenarios worked out by hand in which two things change at one instant, or something
/// changes while somebody waits for something else.</summary>
public sealed class WorkedOutInstantsTests
{
    // Counted from 2:00, it is told of later than all that waits since 1:00 for 8:00, and ends at 9:00.
    private const string AtEight = "every: 6 h, from: \"2026-03-01T02:00\", until: day 0.5, for: 1 h";

    // Laden at 1:00, and the field opens at 8:00, when something shuts for an hour.
    [Theory]
    [InlineData("ground: base")]
    [InlineData("ground: camp")]
    [InlineData("ground: planes")]
    [InlineData("close: base - camp")]
    public void No_aircraft_slips_out_between_hours_that_begin_and_a_closure(string what) =>
        First(Flown("hours: 08:00-18:00", $"d: {{{what}, {AtEight}}}"))
            .Should().Be("0 09:00");

    // Light from 8:00 on. Whoever set out at 8:00 would be lost at once.
    [Theory]
    [InlineData("{depot - camp: {length: 120 km, speed: 40 km/h, daylight-only: yes}}", "")]
    [InlineData("{depot - camp: {length: 120 km, speed: 40 km/h}}", ", night: stop")]
    public void No_truck_slips_out_between_first_light_and_a_closure(string routes, string truck) =>
        First(Driven($"d: {{close: depot - camp, {AtEight}, en-route: lost}}", truck, routes)).Should().Be("0 09:00");

    // One closure ends at 8:00 and the other goes on to 9:00; loading takes an hour.
    [Fact]
    public void No_truck_slips_to_a_dock_between_two_closures() =>
        First(
            Driven($"z: {{close: depot, stops: [loading], at: \"2026-03-01T00:00\", for: 8 h}}, d: {{close: depot, stops: "
                + $"[loading], {AtEight}}}")).Should().Be("0 10:00");

    // There at 4:00, and an hour at the dock.
    [Fact]
    public void No_truck_slips_from_a_dock_between_two_closures() =>
        Trips(
            Driven($"z: {{close: camp, stops: [unloading], at: \"2026-03-01T01:30\", for: 6.5 h}}, d: {{close: camp, stops: "
                + $"[unloading], {AtEight}}}"))[1].Should().StartWith("camp>depot 0 10:00");

    // Asked at 1:00, granted at 8:00. Where the grant is good for an hour it has expired when the crossing
    // opens, and is asked again: at 16:00.
    [Theory]
    [InlineData("10 h", "0 09:00")]
    [InlineData("1 h", "0 16:00")]
    public void No_truck_slips_through_between_a_grant_and_a_closure(string valid, string passes) =>
        Trips(Driven($"d: {{close: x, {AtEight}, en-route: lost}}",
            routes: "{depot - x: {length: 80 km, speed: 40 km/h}, x - camp: {length: 40 km, speed: 40 km/h}}", places: $$$"""
              x: {kind: crossing, lanes: 1, inspection: 0 min, held-by: red, passage: {red: {aid: with-clearance}}, clearance: {channels: [a], granted-in: 7 h, valid: {{{valid}}}}}
            """))[1].Should().StartWith($"x>camp {passes}");

    // Its way is shut until 8:00, and nobody drives from 6:00 to 20:00; asked again a day later.
    [Fact]
    public void A_strike_that_begins_while_a_column_stays_at_its_base_keeps_it() => First(Driven(
        "z: {close: depot - camp, at: \"2026-03-01T00:30\", for: 7.5 h}, s: {slow: trucks, go: 0 %, at: \"2026-03-01T06:00\", for: 14 h}")
            + "policies: {dispatch: {rule: stay-at-base}}").Should().Be("1 08:00");

    // The one escort is back at eight o'clock and 18 seconds, as the two are one column now with 100 m between them: nine seconds each way.
    [Fact]
    public void A_strike_that_begins_while_a_column_waits_for_its_escort_keeps_it() =>
        Trips(Driven("s: {slow: trucks, go: 0 %, at: \"2026-03-01T07:00\", for: 13 h}",
                ", convoy: {size: 1 to 1, wait: 1 h, escort: {from: guards, count: 1}}", food: "20 t", count: 2).Replace("fleets: {",
                    "fleets: {guards: {traffic: aid, base: depot, count: 1}, ", StringComparison.Ordinal))
            .Should().StartWith(["depot>camp 0 01:00 - 0 04:00", "camp>depot 0 05:00 - 0 08:00", "depot>camp 1 08:00 - 1 11:00"]);

    // Laden at 1:00, and the field opens at 8:00; from 6:00 to 20:00 nobody flies.
    [Fact]
    public void What_keeps_flights_and_begins_while_one_waits_for_hours_keeps_it() =>
        First(Flown("hours: 08:00-18:00", "s: {slow: planes, go: 0 %, at: \"2026-03-01T06:00\", for: 14 h}")).Should().Be("1 08:00");


    // Four and a half hours back, and three of standing from 6:00 on: both that hold are to be heeded, and
    // another that turns back is obeyed already.
    [Theory]
    [InlineData("a: {SHUT, for: 1 h, en-route: hold}, b: {SHUT, for: 3 h, en-route: hold}")]
    [InlineData("b: {SHUT, for: 3 h, en-route: hold}, a: {SHUT, for: 1 h, en-route: hold}")]
    [InlineData("b: {SHUT, for: 3 h, en-route: hold}, a: {SHUT, for: 1 h, en-route: trapped}")]
    [InlineData("b: {SHUT, for: 3 h, en-route: hold}, a: {SHUT, for: 9 h, en-route: turn-back}")]
    public void All_that_close_a_road_at_one_instant_hold_who_is_on_the_way_back(string disruptions) => Trips(Driven(
            "t: {close: depot - camp, at: \"2026-03-01T05:30\", for: 4 d, en-route: turn-back}, "
                + disruptions.Replace("SHUT", "close: depot - camp, at: \"2026-03-01T06:00\"", StringComparison.Ordinal),
            routes: "{depot - camp: {length: 600 km, speed: 40 km/h}}"))
        .Should().Equal("depot>camp 0 01:00 - 0 05:30", "camp>depot 0 05:30 - 0 13:00");

    private static string First(string yaml) => Trips(yaml)[0].Split(' ', 2)[1].Split(" - ")[0];

    private static string Driven(string disruptions, string truck = "", string routes = "{depot - camp: {length: 120 km, speed: 40 km/h}}",
        string places = "", string food = "10 t", int count = 1) => $$$"""
        supplysim: 1
        title: Trucks
        clock: {start: 2026-03-01T00:00+00:00, length: 4 d}
        commodities: {food: {unit: kg, per-person: 0.5 kg/d}}
        parties: {red: {}}
        defaults: {daylight: "08:00-23:00"}
        places:
          depot: {kind: depot, stock: unlimited, loading: 1 h}
        {{{places}}}
          camp: {kind: camp, people: 20, stock: {food: 0 t}, unloading: 1 h}
        routes: {{{routes}}}
        fleets: {trucks: {traffic: aid, base: depot, count: {{{count}}}, carries: 10 t{{{truck}}} }}
        supply-lines: {road: {from: depot, to: camp, by: trucks, up-to: {food: {{{food}}} }, when-below: {food: 1 t}, given-up-after: 30 d}}
        disruptions: {{{{disruptions}}}}

        """;

    private static string Flown(string field, string disruptions, int days = 3) => $$$"""
        supplysim: 1
        title: Planes
        clock: {start: 2026-03-01T00:00+00:00, length: {{{days}}} d}
        commodities: {food: {unit: kg, per-person: 0.5 kg/d}}
        places:
          base: {kind: depot, stock: unlimited, airfield: {parking: 1, ground-time: 1 h, {{{field}}} }}
          camp: {kind: camp, people: 20, stock: {food: 0 t}, airfield: {parking: 1, ground-time: 1 h}}
        routes: {base - camp: {mode: air, length: 400 km}}
        fleets: {planes: {mode: air, traffic: aid, base: base, count: 1, carries: 10 t, speed: 200 km/h}}
        supply-lines: {air: {from: base, to: camp, by: planes, up-to: {food: 100 t} }}
        disruptions: {{{{disruptions}}}}
        """;

    private static string[] Trips(string yaml)
    {
        var scenario = ScenarioFile.Parse(yaml);
        return [.. scenario.Run(seed: 1).Trips.Select(trip => scenario.Routes[trip.Route] is var route && trip.Forward
            ? $"{route.From}>{route.To} {Time(trip.Departs)} - {Time(trip.Arrives)}"
            : $"{route.To}>{route.From} {Time(trip.Departs)} - {Time(trip.Arrives)}")];
    }

    private static string Time(Engine.SimTime at) => (at - Engine.SimTime.Start).ToString(@"d\ hh\:mm", CultureInfo.InvariantCulture);
}
