using SupplySim.Scenarios.Diagnostics;

namespace SupplySim.Scenarios.Tests.Binding;

/// <summary>One slip is one mistake: what follows from it is not told besides.</summary>
public sealed class RootCauseTests
{
    internal const string Text = """
        supplysim: 1
        title: One slip
        clock: {start: 2026-03-01, length: 60 d}
        commodities: {food: {unit: kg, per-person: 0.5 kg/d}}
        places:
          depot: {kind: depot, stock: unlimited, loading: 30 min}
          bridge: {kind: crossing, lanes: 1, inspection: 10 min}
          camp: {kind: camp, people: 20 000, stock: 6 d, unloading: 45 min}
        routes: {depot - bridge: {length: 80 km, speed: 40 km/h}, bridge - camp: {length: 120 km, speed: 40 km/h}}
        fleets: {trucks: {traffic: aid, base: depot, count: 6, carries: 10 t}}
        supply-lines: {road: {from: depot, to: camp, by: trucks, when-below: 5 d, up-to: 8 d}}
        disruptions: {flood: {close: bridge, at: day 20, for: 12 d}}
        measures: {hungry: {of: camps, is: unmet person-days, commodity: food}}
        experiment: {compare: {base: {}, lean: {places.camp.stock: 3 d}}}
        """;

    [Theory]
    [InlineData("length: 60", "lenght: 60", "SS0201 `lenght` is not a key of a clock; a similar key exists: `length`")]
    [InlineData("lanes: 1", "lane: 1", "SS0201 `lane` is not a key of a crossing; a similar key exists: `lanes`")]
    [InlineData("loading: 30", "laoding: 30", "SS0201 `laoding` is not a key of a depot; a similar key exists: `loading`")]
    [InlineData("people: 20", "People: 20", "SS0201 `People` is not a key of a camp; a similar key exists: `people`")]
    [InlineData("places:\n", "palces:\n", "SS0201 `palces` is not a key of a scenario; a similar key exists: `places`")]
    [InlineData("routes:", "Routes:", "SS0201 `Routes` is not a key of a scenario; a similar key exists: `routes`")]
    [InlineData("from: depot", "form: depot", "SS0201 `form` is not a key of a supply line; a similar key exists: `from`")]
    [InlineData("close: bridge", "closes: bridge", "SS0201 `closes` is not a key of a closure; a similar key exists: `close`")]
    [InlineData("kind: camp", "knd: camp", "SS0201 `knd` is not a key of a camp; a similar key exists: `kind`")]
    public void A_misspelt_key_is_told_and_read_as_what_was_meant(string written, string slip, string told) =>
        Told(Text.Replace(written, slip, StringComparison.Ordinal)).Should().Equal(told);

    /// <summary>As people write who have not read how it is to be written.</summary>
    [Theory]
    [InlineData("kind: camp,", "kind: camp, at: 37.07, 42.38,",
        "SS0112 this position is cut in two by the comma; write `37.07 N 42.38 E`, if the latitude is first")]
    [InlineData("kind: camp,", "kind: camp, at: -3.5, 29.4,",
        "SS0112 this position is cut in two by the comma; write `3.5 S 29.4 E`, if the latitude is first")]
    [InlineData("kind: camp,", "kind: camp, at: 44.0 E 36.2 N,",
        "SS0310 the longitude stands first in this position; write `36.2 N 44.0 E`")]
    [InlineData("kind: camp,", "kind: camp, at: \"36.2, -44\",",
        "SS0310 a position needs to say which of the two is north or south, and which east or west; if the latitude is first, write "
            + "`36.2 N 44 W`")]
    [InlineData("for: 12 d", "for: 5-10 days",
        "SS0304 `5-10 days` is a range; a time is needed here; where it is drawn, write a law such as `uniform(5 d, 10 d)`; else write one "
            + "of the two")]
    [InlineData("kind: camp,", "kind: camp, arrivals: {2026-03-10: 50 /d, 2026-03-20: 0 /d},",
        "SS0203 a number per time that changes is a list of steps, not a block of keys; write `[{from: 2026-03-10, rate: 50 /d}, ...]`")]
    [InlineData("length: 60 d", "length: 60 d, zone: CAT",
        "SS0205 there is no time zone `CAT`; write the IANA name of a place in it, such as `Asia/Baghdad` or `Africa/Maputo`; a few "
            + "letters may stand for several zones")]
    [InlineData("length: 80 km", "length: 30 nm", "SS0305 `nm` is not a unit; write `nmi`")]
    [InlineData("close: bridge", "close: bridge - depot",
        "SS0208 there is no place or route `bridge - depot`; a road leads both ways, and this one is `depot - bridge`")]
    [InlineData("at: day 20", "at: [day 20, day 40]",
        "SS0203 a date or time is a single value, not a list; write one, as `day 20`; what happens several times is a block for each, or "
            + "comes again by `every`")]
    [InlineData("length: 60 d", "length: 2 months",
        "SS0305 `months` is not a unit; how long that is differs: write days or weeks, such as `90 d`")]
    [InlineData("per-person: 0.5 kg/d", "per-person: 15 kg/month",
        "SS0305 `month` is not a unit; how long that is differs: write how much it is in a day or a week, behind `/d` or `/week`")]
    [InlineData("kind: camp,", "is: camp,", "SS0202 the place `camp` needs `kind`; write `kind: camp`, not `is: camp`")]
    [InlineData("at: day 20, for: 12 d", "at: 2026-03-20, to: 2026-03-28",
        "SS0203 a list of kinds of traffic is needed here, not a single value; `to` names kinds of traffic, such as `[aid]`; how long it "
            + "lasts is said by `for: 9 d`")]
    [InlineData("per-person: 0.5 kg/d", "per-person: 0.5 kg",
        "SS0303 `0.5 kg` is a mass; a mass per time is needed here; write `0.5 kg/d` if it is so much a day, `0.5 kg/week` if a week")]
    [InlineData("measures: {", "measures: {Abéché's need: {of: camps, is: unmet person-days, commodity: food}, ",
        "SS0204 `Abéché's need` is not an id; an id is up to 64 lower-case letters, digits and hyphens, beginning with a letter: write "
            + "`abeches-need`; the name shown to people goes under `name`")]
    [InlineData("count: 6", "count: 6 trucks", "SS0305 `trucks` is not a unit; write the number alone: `6`")]
    [InlineData("80 km, speed", "80 km; speed",
        "SS0001 a `,` or the end of the `{` of line 9 is expected here; a `;` stands before it: write `,` between two keys")]
    [InlineData("at: day 20, for: 12 d", "at: day 20, chance: 30 %, for: 12 d",
        "SS0402 a chance of what? only 'every' and 'when' ask again and again; add 'every' or 'when'; of something at one time draw how "
            + "long it lasts: for: \"choice(0 d 70 %, 12 d 30 %)\"")]
    public void A_slip_of_form_is_told_once_with_how_it_is_written(string written, string slip, string told) =>
        Told(Text.Replace(written, slip, StringComparison.Ordinal)).Should().Equal(told);

    [Fact]
    public void Where_closures_are_told_is_told_to_who_looks_for_them_at_a_crossing() =>
        Told(Text.Replace("inspection: 10 min}", "inspection: 10 min, closed: 2026-03-20}", StringComparison.Ordinal)).Should()
            .ContainSingle().Which.Should().StartWith("SS0201 `closed` is not a key of a crossing; what is shut, and when, is said under "
                + "`disruptions`: `flood: {close: bridge, at: day 20, for: 9 d}`");

    [Fact]
    public void A_list_of_routes_is_one_mistake() =>
        Told(Text.Replace("{depot - bridge: {length: 80 km, speed: 40 km/h}, bridge - camp: {",
            "[{from: depot, to: bridge, length: 80 km, speed: 40 km/h}, {from: bridge, to: camp, ", StringComparison.Ordinal)
            .Replace("length: 120 km, speed: 40 km/h}}", "length: 120 km, speed: 40 km/h}]", StringComparison.Ordinal))
            .Should()
            .Equal("SS0203 routes are blocks of keys, each under its id, not a list; write `depot - bridge: {...}`, without the `-`, "
                + "and so on");

    [Fact]
    public void A_list_of_places_is_one_mistake_and_who_names_one_of_them_names_it() =>
        Told(Text.Replace("  depot: {kind", "  - {name: depot, kind", StringComparison.Ordinal).Replace("  bridge: {kind",
            "  - {name: bridge, kind", StringComparison.Ordinal).Replace("  camp: {kind", "  - {name: camp, kind", StringComparison.Ordinal)
            .Replace("{base: {}, lean: {places.camp.stock: 3 d}}", "{base: {}}", StringComparison.Ordinal))
            .Should()
            .Equal("SS0203 places are blocks of keys, each under its id, not a list; write `depot: {...}`, without the `-`, and so on");

    [Fact]
    public void The_name_of_a_place_is_told_to_be_its_name() =>
        Told(Text.Replace("inspection: 10 min}", "inspection: 10 min, name: The old bridge}", StringComparison.Ordinal)
            .Replace("close: bridge", "close: the old bridge", StringComparison.Ordinal))
            .Should().Equal("SS0208 there is no place or route `the old bridge`; that is its name; its id is `bridge`");

    [Fact]
    public void A_word_nobody_knows_is_asked_about_where_one_key_is_missing() =>
        Told(Text.Replace("people: 20", "souls: 20", StringComparison.Ordinal)).Should()
            .Contain(one =>
                one.StartsWith("SS0201 `souls` is not a key of a camp; is `people` meant, which is missing? keys of a camp: kind,",
                    StringComparison.Ordinal));

    // What is written so is as one's own law says it is.
    [Fact]
    public void What_the_help_says_of_a_chance_at_one_time_can_be_read() =>
        Told(Text.Replace("for: 12 d", "for: \"choice(0 d 70 %, 12 d 30 %)\"", StringComparison.Ordinal)).Should().BeEmpty();

    [Fact]
    public void A_key_like_one_that_is_there_stands_for_nothing() =>
        Told(Text.Replace("lanes: 1", "lanes: 1, lane: 2", StringComparison.Ordinal)).Should()
            .Equal("SS0201 `lane` is not a key of a crossing; a similar key exists: `lanes`");

    /// <summary>However others name it: as it stands there, or as it should.</summary>
    [Theory]
    [InlineData("Camp", "Camp")]
    [InlineData("Camp", "camp")]
    [InlineData("camp_A", "camp_A")]
    [InlineData("camp_A", "camp-a")]
    public void What_is_no_id_is_told_once_where_it_is_declared(string declared, string named)
    {
        var text = Text.Replace("  camp:", $"  {declared}:", StringComparison.Ordinal).Replace("- camp:", $"- {named}:",
            StringComparison.Ordinal)
            .Replace("to: camp", $"to: {named}", StringComparison.Ordinal).Replace("places.camp", $"places.{named}",
                StringComparison.Ordinal);
        Told(text).Should().ContainSingle().Which.Should().StartWith($"SS0204 `{declared}` is not an id");
    }

    [Fact]
    public void An_end_of_a_route_in_capitals_names_no_place() =>
        Told(Text.Replace("- camp:", "- Camp:", StringComparison.Ordinal)).Should()
            .Equal("SS0208 there is no place `Camp`; a similar one exists: `camp`");

    internal static string[] Told(string text)
    {
        ScenarioFile.TryParse(text, "f.yaml", [], out _, out var diagnostics);
        return [.. diagnostics.Select(one => $"{one.Code} {one.Message}; {one.Help}")];
    }
}
