using SupplySim.Quantities;
using SupplySim.Scenarios.Diagnostics;
using SupplySim.Scenarios.Tests.Support;

namespace SupplySim.Scenarios.Tests.Binding;

/// <summary>What was observed, and states as of a date: how they are written, and where their mistakes are shown.</summary>
public sealed class ObservedTests : IDisposable
{
    private const string Head = """
        supplysim: 1
        title: Seen
        clock: {start: 2017-10-20T00:00+03:00, length: 30 d, zone: Asia/Baghdad}
        commodities: {food: {unit: t, per-person: 1 kg/d}, gun: {unit: piece, weight: 1 t}}
        parties: {red: {}, blue: {}}
        sources: {ocha: Situation reports}
        places:
          base: {kind: depot, stock: unlimited, docks: 1, loading: 1 h}
          camp: {kind: camp, people: 100, docks: 1, unloading: 1 h, stock: 5 d}
          gate: {kind: crossing, lanes: 1, inspection: 5 min, held-by: {west: red, east: blue}}
        routes: {base - gate: {length: 5 km, speed: 5 km/h}, gate - camp: {length: 5 km, speed: 5 km/h}}
        fleets: {trucks: {traffic: aid, base: base, count: 3, carries: 5 t, gross: 9 t}}
        supply-lines: {line: {from: base, to: camp, by: trucks, when-below: 3 d, up-to: 8 d}}

        """;

    private readonly ScenarioFiles _files = new();

    public void Dispose() => _files.Dispose();

    // Without a clock nobody knows what lies within the run.
    [Fact]
    public void A_date_that_cannot_be_read_is_told_once_and_not_of_everything_that_was_seen() =>
        _files.Told(Head.Replace("2017-10-20T00:00+03:00", "2017-13-20", StringComparison.Ordinal) + """
            observed:
              holder: {of: gate, at: 2017-10-27T06:00+03:00, held-by: red, control-point: west}
              shut:   {of: gate, at: 2017-10-28, shut: no}
            """).Should().ContainSingle().Which.Should().Contain("`2017-13-20` is not a date or time");

    // A year that is mistyped puts all that was seen outside of the run.
    [Theory]
    [InlineData("2018-10-20", "before the run, which is from 2018-10-20T00:00+03:00 to 2018-11-19",
        "with 'start: 2017-10-20T00:00+03:00' all of them lie in the run: is the year right?")]
    [InlineData("2071-10-20", "before the run", "with 'start: 2017-10-20T00:00+03:00' all of them lie in the run")]
    [InlineData("2016-12-01", "after the run",
        "let clock.start be no later than 2017-10-27T06:00+03:00, and clock.length reach beyond 2017-10-28; or remove them")]
    public void A_run_in_another_year_is_told_once_at_the_clock(string start, string where, string help)
    {
        ScenarioFile.TryParse(Head.Replace("2017-10-20T00", start + "T00", StringComparison.Ordinal) + """
            observed:
              holder: {of: gate, at: 2017-10-27T06:00+03:00, held-by: red, control-point: west}
              shut:   {of: gate, at: 2017-10-28, shut: no}
            """, "s.yaml", [], out _, out var diagnostics);
        var told = diagnostics.Should().ContainSingle().Subject;
        (told.Place!.Line, told.Place.Column).Should().Be((3, 16));
        told.Message.Should().StartWith("all 2 observations, from 2017-10-27T06:00+03:00 to 2017-10-28, lie " + where);
        told.Help.Should().StartWith(help);
    }

    [Fact]
    public void All_that_can_be_seen_can_be_written()
    {
        var read = _files.Read(Head + """
            observed:
              count:  {of: gate, since: 2017-10-26, at: 2017-10-27T06:00, passed: 38, traffic: aid, laden: yes, source: ocha}
              stock:  {of: camp, at: day 5, stock: 2.5 t, commodity: food}
              lasts:  {of: camp, at: day 5, days-of-supply: 4 d}
              people: {of: camp, at: day 5, people: 16 486}
              holder: {of: gate, at: 2017-10-27T06:00+03:00, held-by: red, control-point: west}
              shut:   {of: gate, at: day 5, shut: no}
              came:   {of: camp, since: day 2, at: day 5, delivered: 4 623 t}
            as-of:
              west:   {at: 2017-10-20, of: gate, held-by: blue, control-point: west}
              trucks: {at: 2017-10-20T00:00+03:00, fleet: trucks, vehicles: 2}
            """);
        read.Observed.Select(one => one.Id).Should().Equal("count", "stock", "lasts", "people", "holder", "shut", "came");
        read.Observed[0].Should().Be(new Observation("count")
        {
            Of = "gate", Since = Moment.At(new DateTime(2017, 10, 26)), At = Moment.At(new DateTime(2017, 10, 27, 6, 0, 0)), Passed =
                38, Traffic = "aid", Laden = true, Source = "ocha",
        });
        (read.Observed[1].Stock, read.Observed[2].DaysOfSupply, read.Observed[3].People, read.Observed[4].HeldBy, read.Observed[5].Shut,
            read.Observed[6].Delivered)
            .Should().Be((Quantity.Tonnes(2.5m), TimeSpan.FromDays(4), 16_486, "red", false, Quantity.Tonnes(4_623)));
        read.AsOf[1].Should().Be(new KnownState("trucks")
        {
            At = Moment.At(new DateTimeOffset(2017, 10, 20, 0, 0, 0, TimeSpan.FromHours(3))),
            Fleet = "trucks",
            Vehicles = 2,
        });
    }

    [Fact]
    public void A_parameter_that_is_unknown_is_one_figure_wherever_it_is_put_in()
    {
        var text = Head.Replace("people: 100", "people: \"${crowd}\"", StringComparison.Ordinal).Replace("loading: 1 h}\n  camp",
            "loading: \"${slow}\"}\n  camp", StringComparison.Ordinal)
            .Replace("unloading: 1 h", "unloading: \"${slow}\"", StringComparison.Ordinal)
                + "parameters: {crowd: {value: \"unknown(90, 110)\"}, slow: {value: \"unknown(1 h, 2 h)\"}}\n";
        _files.Read(text).Unknowns().Select(one => one.ToString()).Should().Equal("places.base.loading: unknown(1 h, 2 h)",
            "places.camp.people: unknown(90, 110)");
    }

    [Theory]
    [InlineData("of: gate, at: ‹2017-11-19›, passed: 3", "SS0406")]
    [InlineData("of: gate, at: ‹2017-10-19T23:59›, passed: 3", "SS0406")]
    [InlineData("of: gate, at: ‹never›, passed: 3", "SS0406")]
    [InlineData("of: gate, at: ‹soon›, passed: 3", "SS0308")]
    [InlineData("of: ‹gaet›, at: day 3, passed: 3", "SS0208")]
    [InlineData("of: ‹camp›, at: day 3, passed: 3", "SS0404")]
    [InlineData("of: ‹gate›, at: day 3, people: 3", "SS0404")]
    [InlineData("of: ‹gate›, at: day 3, stock: 3 t, commodity: food", "SS0404")]
    [InlineData("of: ‹base›, at: day 3, stock: 3 t, commodity: food", "SS0401")]
    [InlineData("of: camp, at: day 3, stock: 3 t, commodity: ‹fod›", "SS0208")]
    [InlineData("of: camp, at: day 3, stock: ‹3 t›, commodity: gun", "SS0401")]
    [InlineData("of: camp, at: day 3, days-of-supply: 3 d, commodity: ‹gun›", "SS0401")]
    [InlineData("of: ‹gate›, at: day 3, delivered: 3 t", "SS0404")]
    [InlineData("of: camp, at: day 3, delivered: ‹3 t›, commodity: gun", "SS0401")]
    [InlineData("of: camp, at: day 3, delivered: ‹3›", "SS0401")]
    [InlineData("of: camp, at: day 3, delivered: 3 t, commodity: ‹fod›", "SS0208")]
    [InlineData("of: camp, at: day 3, stock: 3 t, commodity: food, since: ‹day 2›", "SS0403")]
    [InlineData("of: gate, at: day 3, held-by: ‹green›", "SS0208")]
    [InlineData("of: gate, at: day 3, held-by: red, control-point: ‹north›", "SS0208")]
    [InlineData("of: gate, at: day 3, since: ‹day 3›, passed: 3", "SS0406")]
    [InlineData("of: gate, at: day 3, since: ‹day 2›, shut: yes", "SS0403")]
    [InlineData("of: gate, at: day 3, passed: 3, traffic: ‹aids›", "SS0208")]
    [InlineData("of: gate, at: day 3, shut: yes, traffic: ‹aid›", "SS0403")]
    [InlineData("of: gate, at: day 3, passed: ‹-3›", "SS0306")]
    [InlineData("of: gate, at: day 3, ‹pasd›: 3, shut: yes", "SS0201")]
    [InlineData("of: gate, at: day 3, shut: yes, source: ‹ochs›", "SS0208")]
    public void A_mistake_is_shown_where_it_stands(string observation, string code) =>
        Marked.Parse($"{Head}observed:\n  seen: {{{observation}}}\n").ShouldGive(code);

    [Theory]
    [InlineData("‹seen›: {of: gate, at: day 3}", "SS0402")]
    [InlineData("‹seen›: {of: gate, at: day 3, shut: yes, passed: 3}", "SS0407")]
    public void What_was_seen_is_one_thing(string observation, string code) =>
        Marked.Parse($"{Head}observed:\n  {observation}\n").ShouldGive(code);

    // What is known of the start would take its place, and the run would come out as if nothing had been set.
    [Theory]
    [InlineData("fleets.trucks.count=7", "it changes 'fleets.trucks.count', and 'as-of.trucks' says what that is at the start")]
    [InlineData("as-of.trucks.vehicles=7", null)]
    [InlineData("fleets.trucks.carries=7 t", null)]
    public void What_is_set_from_outside_and_known_is_refused(string setting, string? told)
    {
        ScenarioFile.TryParse(Head + "as-of: {trucks: {at: 2017-10-20T00:00+03:00, fleet: trucks, vehicles: 2}}\n", "f.yaml", [setting],
            out _, out var diagnostics).Should().Be(told is null);
        if (told is not null)
            diagnostics.Should().ContainSingle(one => one.Severity == Severity.Error).Which.Message.Should().StartWith(told);
    }

    private const string Table = "id,at,of,commodity,stock t,held-by,control-point,fleet,vehicles\n";
    private const string FromTable = Head + "as-of: {table: known/state.csv}\n";

    [Fact]
    public void A_run_starts_from_a_table_of_several_dates()
    {
        var read = _files.With("known/state.csv", Table + """
            food-1,2017-10-20,camp,food,0.3,,,,
            west-1,2017-10-20,gate,,,blue,west,,
            trucks-1,2017-10-20,,,,,,trucks,2
            food-2,2017-10-27,camp,food,0.1,,,,

            """).Read(FromTable);
        read.AsOf.Should().HaveCount(4);
        read.AsOf[0].Should().Be(new KnownState("food-1")
        {
            At = Moment.At(new DateTime(2017, 10, 20)),
            Of = "camp",
            Commodity = "food",
            Stock = Quantity.Tonnes(0.3m),
        });
    }

    [Theory]
    [InlineData("food,2017-10-20,kamp,food,0.3,,,,", "known/state.csv:2:17+4 SS0208 there is no place `kamp`")]
    [InlineData("food,2017-10-20,base,food,0.3,,,,",
        "known/state.csv:2:17+4 SS0401 the stock of 'base' is unlimited, and what lies there is not counted")]
    [InlineData("food,2017-10-20,camp,food,lots,,,,", "known/state.csv:2:27+4 SS0302 `lots` is not a number")]
    [InlineData("guns,2017-10-20,camp,gun,0.3,,,,", "known/state.csv:2:26+3 SS0401 0.3 t, and 'gun' is counted in pieces")]
    [InlineData("west,2017-10-20,gate,,,green,west,,", "known/state.csv:2:24+5 SS0208 there is no party `green`")]
    [InlineData("west,2017-10-20,gate,,,blue,north,,", "known/state.csv:2:29+5 SS0208 'gate' has no control point 'north'")]
    [InlineData("trucks,2017-10-20,,,,,,lorries,2", "known/state.csv:2:24+7 SS0208 there is no fleet `lorries`")]
    [InlineData("trucks,20 October,,,,,,trucks,2", "known/state.csv:2:8+10 SS0308 `20 October` is not a date or time")]
    [InlineData("food,2017-10-20,camp,food,,,,,", "known/state.csv:2:1+4 SS0402 it does not say what is known")]
    public void A_mistake_in_the_table_is_shown_in_the_table(string row, string told) =>
        _files.With("known/state.csv", Table + row + "\n").Told(FromTable).Should().Equal(told);

    [Fact]
    public void Where_no_row_is_of_the_start_the_dates_that_there_are_are_told() =>
        _files.With("known/state.csv", Table + "food,2017-10-21,camp,food,0.3,,,,\n").Told(FromTable).Should().ContainSingle().Which
            .Should().EndWith(
            "SS0401 no state is of 2017-10-20T00:00+03:00, when the run starts; there are states of 2017-10-21");
}
