using SupplySim.Scenarios.Tests.Support;

namespace SupplySim.Scenarios.Tests.Binding;

/// <summary>What is said leads out: it never offers what was written, goes in circles, or tells what only follows.</summary>
public sealed class HelpLeadsOutTests
{
    private const string Oil = "commodities: {oil: {unit: l, per-person: 0.1 l/d}, ";

    /// <summary>What cannot be read is not taken for a stock without end.</summary>
    [Theory]
    [InlineData("unknown(15 d, 5 d)", "SS0311")]
    [InlineData("5 dd", "SS0305")]
    public void What_a_parameter_cannot_mean_is_told_once(string value, string code)
    {
        var text = RootCauseTests.Text.Replace("stock: 6 d", "stock: \"${st}\"", StringComparison.Ordinal);
        var inFile = text + $"\nparameters: {{st: {{value: \"{value}\"}}}}";
        RootCauseTests.Told(inFile).Should().ContainSingle().Which.Should().StartWith(code);
        ScenarioFile.TryParse(text + "\nparameters: {st: {value: 6 d}}", "f.yaml", [$"st={value}"], out _, out var set);
        set.Select(one => one.Code).Should().Equal(code);
    }

    [Theory]
    [InlineData("stock: 6 d", "stock: unknown(3 d, 10 d)",
        "SS0112 this distribution is cut in two by the comma; inside { } a comma starts the next key; put the whole in quotes: "
            + "`stock: \"unknown(3 d, 10 d)\"`, or on a line of its own")]
    [InlineData("at: day 20", "when: stock(camp, food) < 5 d",
        "SS0112 this condition is cut in two by the comma; of one commodity it is written with a dot: `when: stock(camp.food) < 5 d`")]
    [InlineData("count: 6, carries: 10 t", "count: 6, carries: 10 t, convoy: {wait: 4 h, size: 5-20}",
        "SS0313 `-20` does not belong to a range; write `5 to 20`")]
    [InlineData("inspection: 10 min", "inspection: 10 min, hours: 8:00-16:00",
        "SS0309 `8:00` is no time of day: a zero is missing; write `08:00`")]
    [InlineData("inspection: 10 min", "inspection: 10 min, hours: 06:00-9:30",
        "SS0309 `9:30` is no time of day: a zero is missing; write `09:30`")]
    [InlineData("stock: 6 d", "stock: \"unknown(2, 6)\"",
        "SS0401 unknown(2, 6), but 'food' is counted by mass (kg, t); write days of supply, unknown(2 d, 6 d), or give a mass with its "
            + "unit, such as 66 t or 800 kg")]
    [InlineData("stock: 6 d", "stock: 6",
        "SS0401 6, but 'food' is counted by mass (kg, t); write days of supply, 6 d, or give a mass with its unit, such as 66 t or 800 kg")]
    [InlineData("stock: 6 d", "stock: \"unknown(-5 d, 15 d)\"",
        "SS0306 `-5 d` is outside what is allowed: 0 h to 876600 h; it is never below zero: write `0 d` or more")]
    [InlineData("stock: 6 d", "stock: \"unknown(unlimited, 10 d)\"",
        "SS0311 `unlimited` is no amount; what is never used up is `unlimited` alone, without a law")]
    [InlineData("stock: 6 d", "stock: 6 d, arrivals: \"unknown(normal(50 /d, 400 /d))\"",
        "SS0311 this distribution does not exist: normal(mean=50 /d, sd=400 /d), which can fall below 0; use lognormal or gamma, which "
            + "begin at 0, or uniform or triangular, which have two ends")]
    [InlineData("measures:", "policies: {ration: {when: stock(rice) < 5 d, to: 50 %}}\nmeasures:",
        "SS0208 there is no place or commodity `rice`; there are: depot, bridge, camp, food")]
    [InlineData("measures:", "policies: {ration: {when: stock(.food) < 5 d, to: 50 %}}\nmeasures:",
        "SS0312 the id of a place is needed here; of the place that the rule is about write `stock(food)`, of another one "
            + "`stock(place.food)`")]
    [InlineData("measures:", "policies: {ration: {when: stock(camp.) < 5 d, to: 50 %}}\nmeasures:",
        "SS0312 the id of a commodity is needed behind the dot; write `stock(camp)`, or of one commodity `stock(camp.food)`")]
    [InlineData("measures:", "policies: {ration: {when: stock(camp.food) < -3 d, to: 50 %}}\nmeasures:",
        "SS0306 `-3 d` is outside what is allowed: at least 0 h; it is never below zero: write `0 d` or more")]
    [InlineData("at: day 20", "when: stock(food) < 3 d",
        "SS0208 there is no place `food`; that is a commodity: of one place write `stock(place.food)`, of camps `any(camp.food)`")]
    [InlineData("traffic: aid", "mode: sea, traffic: aid",
        "SS0205 `sea` is not allowed here; there are no ships yet; a sea route can be written as `mode: air` with a `length`, each port "
            + "with an `airfield` of so many berths (`parking`), and the ships as a fleet of `mode: air` with a `speed` and what one "
            + "`carries`; allowed: road, air")]
    public void The_right_form_is_shown(string what, string planted, string only)
    {
        RootCauseTests.Text.Should().Contain(what);
        RootCauseTests.Told(RootCauseTests.Text.Replace(what, planted, StringComparison.Ordinal)).Should().Equal(only);
    }

    // Neither a mass nor a volume is of both.
    [Theory]
    [InlineData("\"unknown(5 t, 10 t)\"", "unknown(5 t, 10 t)", "volume (l, m3)", "oil")]
    [InlineData("500 l", "500 l", "mass (kg, t)", "food")]
    public void One_amount_of_what_is_counted_in_two_ways_is_sent_to_amounts_by_commodity(
        string stock, string written, string way, string other) =>
        RootCauseTests.Told(RootCauseTests.Text.Replace("commodities: {", Oil, StringComparison.Ordinal)
            .Replace("stock: 6 d", $"stock: {stock}", StringComparison.Ordinal).Replace(", lean: {places.camp.stock: 3 d}", "",
                StringComparison.Ordinal))
            .Should().Contain($"SS0401 {written}, but '{other}' is counted by {way}; write how much of each: {{oil: 800 l, food: 66 t}}");

    [Fact]
    public void A_block_in_a_cell_is_sent_to_columns()
    {
        using var files = new ScenarioFiles();
        files.With("p.csv", "id;kind;people;stock\na;camp;1000;{food: 66 t}\n")
            .Told(ScenarioFiles.Head + "places: {table: p.csv}\n").Should()
            .Equal("p.csv:2:13+12 SS0603 `{food: 66 t}` is a block of keys, and a cell holds a single value");
        ScenarioFile.TryRead(Path.Combine(files.Folder, ScenarioFiles.Main), out _, out var told);
        told[0].Help.Should().Be("a table has a column for each key of a block: head one `stock.food`, and write `66 t` in it");
    }

    // Whoever writes it in a rule for all camps means food there.
    [Fact]
    public void A_place_called_like_a_commodity_is_told_where_a_rule_looks_at_it() =>
        RootCauseTests.Told(RootCauseTests.Text.Replace("  camp: {", "  food: {kind: camp, people: 10, stock: 90 d}\n  camp: {",
            StringComparison.Ordinal) + "\npolicies: {ration: {when: stock(food) < 5 d, to: 50 %}}").Should().Equal(
            "SS0409 'stock(food)' looks at the place 'food', wherever the rule is applied, and not at the commodity 'food' there; give the "
                + "place or the commodity another id, so that nobody has to guess which is meant");
}
