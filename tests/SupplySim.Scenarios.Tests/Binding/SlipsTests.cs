using SupplySim.Scenarios.Tests.Vocabulary;
using SupplySim.Scenarios.Vocabulary;

namespace SupplySim.Scenarios.Tests.Binding;

/// <summary>Slips of a first file: what is said shows the right form.</summary>
public sealed class SlipsTests
{
    private const string Levels = "write days of supply, such as `6 d`, an amount, such as `66 t`, or either by commodity, such as "
        + "`{food: 66 t, medicine: 9 d}`; of a stock that is never used up `unlimited`";

    [Theory]
    [InlineData("stock: 6 d,", "stock: 6 d, rations: {food: 80 %},",
        "SS0303 `80 %` is a share; an amount per time is needed here; write the amount for one person, such as `0.444 kg/d`; the share "
            + "that people find there is `local-share: {food: 20 %}`, and cuts when little is left are `policies.ration`")]
    [InlineData("stock: 6 d,", "stock: 6 d, rations: {food: 0.8 /d},",
        "SS0401 0.8/d, but 'food' is counted by mass (kg, t); give a mass and in what time, such as 0.555 kg/d")]
    [InlineData("stock: 6 d,", "stock: 6 d, rations: 80 %,",
        "SS0203 values by name are needed here (rations, by commodity), not a single value; write `{food: 0.444 kg/d}`")]
    [InlineData("person: 0.5 kg/d", "person: 0.5",
        "SS0304 an amount per time needs a unit; write `0.5 kg/d`, `0.5 l/d` or, of what is counted in pieces, `0.5 /d`; by the hour or "
            + "week, `/h` or `/week`")]
    [InlineData("to: camp,", "to: [camp, depot],",
        "SS0203 the id of a place is a single value, not a list; write one, as `camp`, and for each other one a block of the same kind "
            + "under an id of its own")]
    [InlineData("{of: camps, is: unmet person-days, commodity: food}", "unmet person-days",
        "SS0203 `hungry` is a block of keys, not a single value; write for example `hungry: {of: camps, is: unmet person-days, "
            + "commodity: food}`")]
    [InlineData("people: 20 000", "people: unknown(8000 to 14000)",
        "SS0311 a comma or the closing `)` is missing here; a comma sets the two apart: `unknown(8000, 14000)`")]
    [InlineData("of: camps", "of: crossing", "SS0208 there is no place `crossing`; a similar one exists: `crossings`")]
    [InlineData("of: camps", "of: everywhere",
        "SS0208 there is no place `everywhere`; there are: camps, forces, crossings, depot, bridge, camp")]
    [InlineData("at: day 20,", "from: day 20,",
        "SS0402 nothing says when it begins; write 'at: day 20'; 'from' is said of what comes again and again, by 'every'")]
    [InlineData("for: 12 d", "until: day 12",
        "SS0406 day 12 is not after day 20, when it begins; write a later moment, or leave the disruption out")]
    [InlineData("people: 20 000", "population: 20 000", "SS0201 `population` is not a key of a camp; it is written `people: 20 000`")]
    [InlineData("at: day 20", "at: day 20 18:00",
        "SS0308 `day 20 18:00` is a day with a time; write `day 20.75`, which counts from the start, or a date, such as "
            + "`2017-10-26T06:00`")]
    [InlineData("at: day 20", "at: 20 d",
        "SS0308 `20 d` is not a date or time; write `day 20`, which is counted from the start: day 0 is the first")]
    [InlineData("for: 12 d", "for: 12 d ± 2 d",
        "SS0313 `± 2 d` does not belong to a time; where it is drawn, write a law such as `lognormal(9 d, 2 d)`, by mean and spread; else "
            + "write one figure")]
    [InlineData("stock: 6 d", "stock: 80 %", "SS0303 `80 %` is a share; days of supply or an amount are needed here; " + Levels)]
    [InlineData("stock: 6 d", "stock: full", "SS0302 `full` is no level of stock; " + Levels)]
    [InlineData("inspection: 10 min", "inspection: 10 min, hours: {mon-fri: 08:00-17:00}",
        "SS0204 `mon-fri` are days, and what stands before a colon here is a control point; hours by day are one text: `\"08:00-17:00 "
            + "[mon-fri]\"`, several of them joined by `and`")]
    [InlineData("inspection: 10 min", "inspection: 10 min, hours: 08:00-17:00 mon-fri",
        "SS0309 `mon-fri` are days, which stand in brackets; write `08:00-17:00 [mon-fri]`, within `{ }` in quotes")]
    [InlineData("at: day 20", "when: camp.stock < 5 d",
        "SS0312 `camp.stock` is not known in a condition; write `any(camp.stock)`, `all(camp.stock)` or, of one place, `stock(place)`")]
    [InlineData("{depot - bridge", "{depot-bridge", "SS0204 `depot-bridge` does not name a route; write `depot - bridge`")]
    [InlineData("{depot - bridge", "{depot -> bridge", "SS0204 `depot -> bridge` does not name a route; write `depot - bridge`")]
    [InlineData("kind: depot", "kind: warehouse",
        "SS0205 `warehouse` is not allowed here; did you mean `depot`? allowed: depot, town, crossing, camp, force")]
    [InlineData("unit: kg", "unit: kilogram", "SS0205 `kilogram` is not allowed here; did you mean `kg`? allowed: t, kg, l, m3, piece")]
    [InlineData("lanes: 1,", "lanes: 1",
        "SS0001 a `,` or the end of the `{` of line 7 is expected here; keys within `{ }` are set apart by commas, and what is opened "
            + "is closed")]
    [InlineData("measures:", "goals: [hungry < 20]\nmeasures:",
        "SS0203 a goal is a block of keys, not a single value; write for example `{that: hungry < 20 000, in: 90 %}`")]
    [InlineData("inspection: 10 min", "inspection: 10 min, passage: no",
        "SS0203 values by name are needed here (permissions by holder and traffic), not a single value; write `{north: {aid: yes, "
            + "military: no}}`")]
    [InlineData("people: 20 000", "people: 20 000, arrivals: 350 people per day", "SS0305 `people` is not a unit; write `350 /d`")]
    [InlineData("person: 0.5 kg/d", "person: 500 g/person/day", "SS0305 `person` is not a unit; write `500 g/d`")]
    [InlineData("clock: {start: 2026-03-01, length: 60 d}", "clock: 60 d",
        "SS0203 a clock is a block of keys, not a single value; write for example `{start: 2026-03-01T00:00+03:00, length: 60 d}`")]
    [InlineData("clock: {start: 2026-03-01, length: 60 d}\n", "",
        "SS0202 a scenario needs `clock`; add for example `clock: {start: 2026-03-01T00:00+03:00, length: 60 d}`")]
    [InlineData("{base: {}, lean: {places.camp.stock: 3 d}}", "[{name: lean}]",
        "SS0203 alternatives by name, each a block of settings, or `at:` a moment from which to `set:` them are needed here, not a list; "
            + "write for example `{more-trucks: {fleets.trucks.count: 12}, no-flood: {disruptions.flood: off}}`")]
    [InlineData("lean: {places.camp.stock: 3 d}", "lean: {trucks: 12}",
        "SS0503 there is no parameter `trucks`; write a key of it, such as `fleets.trucks.count`")]
    [InlineData("lean: {places.camp.stock: 3 d}", "lean: {flood: off}",
        "SS0503 there is no parameter `flood`; its path is `disruptions.flood`; set to `off` it is left out")]
    [InlineData("at: day 20", "every: week", "SS0311 `week` is not a time; write how many: `1 week`")]
    [InlineData("at: day 20", "when: day 20",
        "SS0312 `day` is not known in a condition; what happens at a date is written `at: day 20`, what comes again and again up to one "
            + "`every: 9 d, until: day 60`, and what is true from one on `since(day 20)`")]
    [InlineData("at: day 20", "at: \"unknown(day 20, day 40)\"",
        "SS0308 `unknown(day 20, day 40)` is not a date or time; of what comes on a day that is not known, write how long after the start "
            + "and up to when: `every: \"uniform(20 d, 40 d)\"` and `until: day 40`")]
    [InlineData("at: day 20", "at: stock(camp) < 5 d",
        "SS0308 `stock(camp) < 5 d` is not a date or time; a condition stands behind `when` or `while`, a date behind `at`")]
    [InlineData("close: bridge", "limit: bridge, capacity: 50 %",
        "SS0201 `capacity` is not a key of a restriction; it is written `lanes: 50 %`")]
    [InlineData("close: bridge", "slow: bridge, by: 2 x", "SS0201 `by` is not a key of a slowdown; it is written `inspection: 2 x`")]
    [InlineData("people: 20 000", "people: 0.02 M", "SS0305 `0.02 M` is not a number: `M` is not a unit; write `20 000`")]
    [InlineData("close: bridge", "limit: bridge, lanes: 0.5 x", "SS0303 `0.5 x` is a factor; a share is needed here; write `50 %`")]
    [InlineData("close: bridge", "slow: bridge, inspection: 150 %", "SS0303 `150 %` is a share; a factor is needed here; write `1.5 x`")]
    [InlineData("close: bridge", "slow: depot - bridge, inspection: 2 x",
        "SS0208 there is no place or fleet `depot - bridge`; that is a road, whose speed is lowered by `limit: depot - bridge` and "
            + "`speed: 50 %`")]
    [InlineData("measures:", "policies: {routing: safest}\nmeasures:",
        "SS0203 routing is a block of keys, not a single value; write for example `{rule: safest}`")]
    [InlineData("supplysim: 1", "version: 1", "SS0201 `version` is not a key of a scenario; it is written `supplysim: 1`")]
    [InlineData("for: 12 d", "for: \"uniform(9 d, 3 d)\"",
        "SS0311 this distribution does not exist: uniform: high is 3 d; allowed: not below low, which is 9 d; it is written `uniform(lo, "
            + "hi)`; `supplysim explain uniform` tells more")]
    [InlineData("lean: {places.camp.stock: 3 d}", "lean: {places.camp.stock: \"unknown(3 d)\"}",
        "SS0311 `unknown` does not take these arguments; write `unknown(lo, hi)` or `unknown(law)`, by position or as `name=value`; "
            + "thousands are set apart by a space")]
    [InlineData("lean: {places.camp.stock: 3 d}", "lean: {places.camp.stock: \"unknown()\"}",
        "SS0311 nothing stands between the brackets; write for example `unknown(5 d, 15 d)`")]
    [InlineData("lean: {places.camp.stock: 3 d}", "lean: {places.camp.stock: \"unknown(3, 5 d)\"}",
        "SS0304 a time needs a unit; write `3 d`, `3 h` or `3 min`; accepted: h, s, min, d, week")]
    [InlineData("lean: {places.camp.stock: 3 d}", "lean: {places.camp.stock: \"unknown(5 d, 3 d)\"}",
        "SS0311 this distribution does not exist: unknown: high is 3 d; allowed: not below low, which is 5 d; it is written `unknown(lo, "
            + "hi)`; `supplysim explain unknown` tells more")]
    [InlineData("lean: {places.camp.stock: 3 d}", "lean: {places.camp.warn-below: \"unknown(3 d, 5 d)\"}",
        "SS0311 `unknown` is a law, and one known value is needed here; write the value; what nobody knows can be a parameter, with an "
            + "alternative for each value")]
    [InlineData("lean: {places.camp.stock: 3 d}", "lean: {places.camp.arrivals: \"unknown(poisson(9 /d))\"}",
        "SS0303 `poisson` draws numbers; a number per time is needed here; of people or pieces that come one by one at a rate that nobody "
            + "knows, write `poisson(unknown(200 /d, 400 /d))`")]
    [InlineData("lean: {places.camp.stock: 3 d}", "lean: {places.camp.local-share: {food: \"unknown(lognormal(20 %, 30 %))\"}}",
        "SS0401 unknown(lognormal(mean=0.2, sd=0.3)) can be as high as 230.048; allowed: 0 to 1 (0 % to 100 %); use uniform, triangular or "
            + "pert, which have two ends")]
    [InlineData("people: 20 000", "people: \"normal(20 000, 5 000)\"",
        "SS0401 normal(mean=20000, sd=5000) can fall below 0; allowed: 0 to a billion people; use lognormal or gamma, which begin at 0, or "
            + "uniform or triangular, which have two ends")]
    public void The_right_form_is_shown(string what, string planted, string only)
    {
        RootCauseTests.Text.Should().Contain(what);
        RootCauseTests.Told(RootCauseTests.Text.Replace(what, planted, StringComparison.Ordinal)).Should().Equal(only);
    }

    // Who names it names a place.
    [Fact]
    public void A_block_a_level_too_far_out_is_told_where_it_belongs() =>
        RootCauseTests.Told(RootCauseTests.Text.Replace("\n  camp: {", "\ncamp: {", StringComparison.Ordinal)
            .Replace(", lean: {places.camp.stock: 3 d}", "", StringComparison.Ordinal))
            .Should().Equal("SS0201 `camp` is not a key of a scenario; it looks like a camp: indent it, so that it stands under `places`");

    [Fact]
    public void A_section_within_a_section_is_sent_to_the_left_edge() =>
        RootCauseTests.Told(RootCauseTests.Text.Replace("routes: {depot", "  routes: {depot", StringComparison.Ordinal))
            .Should()
            .StartWith("SS0201 `routes` is a section of its own, and stands within places; write it at the left edge, as `title` is");

    [Fact]
    public void A_key_of_another_block_is_told_where_it_may_stand() =>
        RootCauseTests.Told(RootCauseTests.Text + "\nruns: 200").Should().ContainSingle()
            .Which.Should()
            .StartWith("SS0201 `runs` is not a key of a scenario; `runs` is a key of an experiment, under `experiment`; keys of a "
                + "scenario: supplysim,");

    // Under `experiment` they are called so; what stands behind may be right.
    [Theory]
    [InlineData("alternatives: {more: {fleets.trucks.count: 9}}", "compare: {as-is: {}, more-trucks: {fleets.trucks.count: 40}}")]
    [InlineData("replications: 200", "runs: 200")]
    public void Another_word_for_a_key_of_one_other_block_is_told_where_it_may_stand(string line, string right) =>
        RootCauseTests.Told($"{RootCauseTests.Text}\n{line}").Should().ContainSingle().Which.Should().StartWith(
            $"SS0201 `{line[..line.IndexOf(':', StringComparison.Ordinal)]}` is not a key of a scenario; write for example `{right}` in an "
                + "experiment, under `experiment`; keys of a scenario: supplysim,");

    // A word that is a key where it was looked for is never another word for it, and each right form is one.
    [Fact]
    public void Each_right_form_begins_with_a_key_of_some_block()
    {
        var keys = AllShapes.ByName.SelectMany(shape => shape.All).Select(key => key.Name).ToHashSet();
        OtherWords.RightForms.Should().HaveCountGreaterThan(20).And
            .OnlyContain(right => keys.Contains(right.Substring(0, right.IndexOf(':', StringComparison.Ordinal))));
    }

    [Fact]
    public void Each_section_shows_a_block_that_can_be_read()
    {
        foreach (var key in ScenarioShape.Scenario.All.Where(key => key.Kind is ISectionKind { Example: not "{key: value, ...}" }))
        {
            var id = key.Name == "routes" ? "depot - camp" : "one-more";
            var example = ((ISectionKind)key.Kind).Example;
            var text = RootCauseTests.Text.Contains($"\n{key.Name}: {{", StringComparison.Ordinal)
                ? RootCauseTests.Text.Replace($"\n{key.Name}: {{", $"\n{key.Name}: {{{id}: {example}, ", StringComparison.Ordinal)
                : RootCauseTests.Text.Contains($"\n{key.Name}:\n", StringComparison.Ordinal)
                    ? RootCauseTests.Text.Replace($"\n{key.Name}:\n", $"\n{key.Name}:\n  {id}: {example}\n", StringComparison.Ordinal)
                : $"{RootCauseTests.Text}\n{key.Name}: {{{id}: {example}}}";
            RootCauseTests.Told(text).Where(one => !one.StartsWith("SS04", StringComparison.Ordinal)).Should()
                .BeEmpty("`{0}` is shown", example);
        }
    }
}
