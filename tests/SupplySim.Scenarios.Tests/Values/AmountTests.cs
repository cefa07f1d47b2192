using SupplySim.Quantities;
using SupplySim.Scenarios.Diagnostics;
using SupplySim.Scenarios.Tests.Support;
using SupplySim.Scenarios.Vocabulary;

namespace SupplySim.Scenarios.Tests.Values;

public class AmountTests
{
    [Theory]
    [InlineData("40000", 40000)]
    [InlineData("40 000", 40000)]
    [InlineData("40_000", 40000)]
    [InlineData("1 000 000", 1000000)]
    [InlineData("40\u00a0000", 40000)]
    [InlineData("4e4", 40000)]
    [InlineData("'7'", 7)]
    public void Whole_numbers_are_read(string text, int number) =>
        ReadOne.Value(Kinds.CountFromOne, text).Should().Be(number);

    // What is burned over a distance is kept in the whole numbers it was written with.
    [Theory]
    [InlineData("35 l/100 km", 35_000, 100_000, QuantityUnit.Millilitre)]
    [InlineData("35 l/100km", 35_000, 100_000, QuantityUnit.Millilitre)]
    [InlineData("0.35 l/km", 350, 1_000, QuantityUnit.Millilitre)]
    [InlineData("0.00035 m3/km", 350, 1_000, QuantityUnit.Millilitre)]
    [InlineData("30 kg/100 km", 30_000, 100_000, QuantityUnit.Gram)]
    [InlineData("0.0003 kg/km", 3, 10_000, QuantityUnit.Gram)]
    public void Amounts_per_distance_are_read(string text, long amount, long metres, QuantityUnit unit) =>
        ReadOne.Value(Kinds.Consumption, text).Should().Be(new Consumption(new(amount, unit), Distance.FromMetres(metres)));

    [Theory]
    [InlineData("35 l", "SS0303", "accepted: l/100 km, l/km")]
    [InlineData("35 l/d", "SS0303", "accepted: l/100 km, l/km")]
    [InlineData("35", "SS0304", "write `35 l/100 km`; accepted: l/100 km, l/km")]
    [InlineData("35 l/10 km", "SS0305", "behind a `/` a number stands only in `100 km`, as in `35 l/100 km`")]
    [InlineData("35 l/100", "SS0305", "behind a `/` a number stands only in `100 km`, as in `35 l/100 km`")]
    [InlineData("-3 l/100 km", "SS0306", null)]
    public void What_is_no_amount_per_distance_is_told(string text, string code, string? help)
    {
        ReadOne.Mistake(Kinds.Consumption, text).Code.Should().Be(code);
        if (help is not null) ReadOne.Help(Kinds.Consumption, text).Should().Be(help);
    }

    // What is offered never makes thirty of thirty thousand.
    [Theory]
    [InlineData("30,000", "write `30 000` or `30000`")]
    [InlineData("1,250,000", "write `1 250 000` or `1250000`")]
    [InlineData("0,555", "a whole number is needed here: write it without decimals")]
    [InlineData("2,5", "a whole number is needed here: write it without decimals")]
    [InlineData("30.000", "write `30 000` or `30000`")]
    [InlineData("20.5", "write a whole number")]
    public void Numbers_of_people_are_whole_and_in_thousands_without_a_mark(string people, string help)
    {
        ScenarioFile.TryParse(SmallScenario.Text.Replace("people: unknown(20 000, 30 000)", $"people: {people}", StringComparison.Ordinal),
            "f.yaml", [], out _, out var diagnostics);
        diagnostics.Should().ContainSingle().Which.Help.Should().Be(help);
    }

    // In laws as well, and of goals, where a count may have decimals.
    [Theory]
    [InlineData("people: unknown(20 000, 30 000)", "people: unknown(20.000, 30 000)", "SS0307", "write `20 000` or `20000`")]
    [InlineData("people: unknown(20 000, 30 000)", "people: uniform(20 000, 30.000)", "SS0307", "write `30 000` or `30000`")]
    public void Thousands_with_a_point_are_refused_where_a_law_draws_people(string was, string written, string code, string help)
    {
        var told = Told(SmallScenario.With(was, written)).Should().ContainSingle().Subject;
        (told.Code, told.Help).Should().Be((code, help));
    }

    [Theory]
    [InlineData("30.000 t", "`30.000 t` is 30 t", "write `30 000 t` or, if it is meant so, `30 t`")]
    [InlineData("1.250.000 t", null, null)]
    [InlineData("12.450 t", null, null)]
    [InlineData("0.000 t", null, null)]
    [InlineData("30.00 t", null, null)]
    [InlineData("1200.000 t", null, null)]
    public void Three_noughts_behind_a_point_are_asked_about(string mass, string? message, string? help)
    {
        var told = Told(SmallScenario.With("stock: unlimited", $"stock: {{food: {mass}}}")).Where(one => one.Code == "SS0314").ToArray();
        told.Should().HaveCount(message is null ? 0 : 1);
        if (message is not null) (told[0].Message[..message.Length], told[0].Help).Should().Be((message, help));
    }

    [Theory]
    [InlineData("hungry < 20.000", true)]
    [InlineData("hungry < 12.500", true)]
    [InlineData("hungry < 12.345", false)]
    [InlineData("hungry < 12 500", false)]
    public void A_goal_of_what_is_counted_is_asked_about(string goal, bool isAsked) =>
        Told(SmallScenario.With("hungry < 20 000", goal)).Any(one => one.Code == "SS0314").Should().Be(isAsked);

    [Fact]
    public void A_slip_is_told_what_is_likely_meant()
    {
        ReadOne.Help(Kinds.Mass, "10 000").Should().StartWith("write `10 000 kg` or `10 000 t`");
        ReadOne.Help(Kinds.Share, "90").Should().Be("write `90 %`");
        ReadOne.Help(Kinds.Share, "900").Should().BeNull();
        ReadOne.Help(new SupplyKind(Supply.None), "{food: unlimited}").Should().Be(
            "write `unlimited` in place of the whole `{...}`, or here a large amount, such as `1 000 000 t`");
        ReadOne.Help(Kinds.CountFromOne, "25k").Should().Be("write `25 000`");
        ReadOne.Help(Kinds.CountFromOne, "1.5 mio").Should().Be("write `1 500 000`");
        ReadOne.Help(Kinds.CountFromOne, "60,5").Should().Be("a whole number is needed here: write it without decimals");
        ReadOne.Help(Kinds.CountFromOne, "60,500").Should().Be("write `60 500` or `60500`");
        ReadOne.Help(Kinds.Mass, "60,5 t").Should().Be("write `60.5`");
    }

    // Nothing is asked where it cannot be in thousands: powers, factors, shares, shapes of laws, attacks by
    // the hour, and what would be out of bounds.
    [Theory]
    [InlineData("force-ratio: {step-down: 1,", "force-ratio: {step-down: 1.250,", false)]
    [InlineData("inspection: 2.5 x", "inspection: 2.500 x", false)]
    [InlineData("longest: 3 x", "longest: 1.500", false)]
    [InlineData("within: 30 km, speed: 50 %", "within: 30 km, hazard: 1.250 /h, speed: 50 %", false)]
    [InlineData("shape=1.4", "shape=1.500", false)]
    [InlineData("aid: triangular(5 min, 8 min, 20 min)", "aid: triangular(5.000 min, 8 min, 20 min)", false)]
    [InlineData("aid: triangular(5 min, 8 min, 20 min)", "aid: 7.000 s", true)]
    [InlineData("granted-in: exponential(6 h)", "granted-in: 7.000 d", false)]
    [InlineData("within: 30 km, speed: 50 %", "within: 30.000 km, speed: 50 %", true)]
    [InlineData("speed: 400 km/h", "speed: 400.000 km/h", false)]
    [InlineData("per-day: {tank: 0.75}", "per-day: {tank: 1.250}", true)]
    [InlineData("hungry < 20 000", "need-met > 1.000", false)]
    public void It_is_asked_only_where_it_may_be_in_thousands(string was, string written, bool isAsked) =>
        Told(SmallScenario.With(was, written)).Any(one => one.Code == "SS0314").Should().Be(isAsked, written);

    private static IReadOnlyList<Diagnostic> Told(string text)
    {
        ScenarioFile.TryParse(text, "f.yaml", [], out _, out var diagnostics);
        return diagnostics;
    }

    [Theory]
    [InlineData("40,000", "SS0301", 1)]
    [InlineData("1.000.000", "SS0302", 1)]
    [InlineData("40 00", "SS0313", 4)]
    [InlineData(".5", "SS0302", 1)]
    [InlineData("5.", "SS0302", 1)]
    [InlineData("+-5", "SS0302", 1)]
    [InlineData("five", "SS0302", 1)]
    [InlineData("5 trucks", "SS0305", 3)]
    [InlineData("5 t", "SS0303", 1)]
    [InlineData("5.5", "SS0307", 1)]
    [InlineData("30.000", "SS0307", 1)]
    [InlineData("٥", "SS0302", 1)]
    public void What_is_no_whole_number_is_refused(string text, string code, int column) =>
        ReadOne.Mistake(Kinds.CountFromOne, text).Should().Be((code, column));

    [Theory]
    [InlineData("24 t", 24_000_000)]
    [InlineData("24t", 24_000_000)]
    [InlineData("0.55 kg", 550)]
    [InlineData("2.5 kg", 2_500)]
    [InlineData("0.0005 kg", 0)]
    [InlineData("0.0015 kg", 2)]
    [InlineData("10 lb", 4_536)]
    public void Masses_become_whole_grams_rounded_half_to_even(string text, long grams)
    {
        if (grams == 0) ReadOne.Value(Kinds.Mass, text).Grams.Should().Be(0);
        else ReadOne.Value(Kinds.Mass, text).Should().Be(Mass.FromGrams(grams));
    }

    [Theory]
    [InlineData("80 km/h", 80_000)]
    [InlineData("10 m/s", 36_000)]
    [InlineData("12 km/d", 500)]
    [InlineData("50 mph", 80_467)]
    [InlineData("10 kn", 18_520)]
    [InlineData("80 km / h", 80_000)]
    public void Speeds_become_whole_metres_per_hour(string text, long metresPerHour) =>
        ReadOne.Value(Kinds.Speed, text).MetresPerHour.Should().Be(metresPerHour);

    [Theory]
    [InlineData("36 h", 36 * 60)]
    [InlineData("1.5 d", 36 * 60)]
    [InlineData("1 week", 7 * 24 * 60)]
    [InlineData("90 min", 90)]
    [InlineData("0 s", 0)]
    public void Times_are_read_in_every_unit(string text, int minutes) =>
        ReadOne.Value(Kinds.Time, text).Should().Be(TimeSpan.FromMinutes(minutes));

    [Theory]
    [InlineData("36", "SS0304", 1)]
    [InlineData("36 hours", "SS0305", 4)]
    [InlineData("36 H", "SS0305", 4)]
    [InlineData("36 km/h", "SS0303", 1)]
    [InlineData("36 h h", "SS0313", 6)]
    [InlineData("-1 h", "SS0306", 1)]
    [InlineData("101 a", "SS0305", 5)]
    [InlineData("40 000 d", "SS0306", 1)]
    public void What_is_no_time_is_refused(string text, string code, int column) =>
        ReadOne.Mistake(Kinds.Time, text).Should().Be((code, column));

    [Theory]
    [InlineData("35 %", 0.35)]
    [InlineData("0.35", 0.35)]
    [InlineData("100 %", 1)]
    public void Shares_are_percents_or_parts_of_one(string text, double share) =>
        ReadOne.Value(Kinds.Share, text).Should().Be(share);

    [Fact]
    public void A_share_of_35_is_refused_and_not_taken_for_percent() =>
        ReadOne.Mistake(Kinds.Share, "35").Should().Be(("SS0306", 1));

    [Theory]
    [InlineData("45 t/d", 45_000_000, 1)]
    [InlineData("0.555 kg/d", 555, 1)]
    [InlineData("0.5 g/d", 5, 10)]
    [InlineData("0.0125 g/d", 125, 10_000)]
    [InlineData("14 t/week", 14_000_000, 7)]
    public void Rates_are_kept_exactly(string text, long grams, int days) =>
        ReadOne.Value(Kinds.Rate, text).Should()
            .Be(new Rate(new Quantity(grams, QuantityUnit.Gram), TimeSpan.FromDays(days)));

    [Fact]
    public void Rates_count_pieces_and_volumes_too()
    {
        ReadOne.Value(Kinds.Rate, "3 /week").Should().Be(Rate.PerWeek(Quantity.Pieces(3)));
        ReadOne.Value(Kinds.Rate, "1.5 l/d").Should().Be(Rate.PerDay(new Quantity(1_500, QuantityUnit.Millilitre)));
        ReadOne.Mistake(Kinds.Rate, "3 km/h").Should().Be(("SS0303", 1));
        ReadOne.Mistake(Kinds.Rate, "3 /km").Should().Be(("SS0303", 1));
    }

    [Fact]
    public void Other_amounts_are_read()
    {
        ReadOne.Value(Kinds.SizeRange, "5 to 20").Should().Be(new SizeRange(5, 20));
        ReadOne.Mistake(Kinds.SizeRange, "20 to 5").Should().Be(("SS0306", 7));
        ReadOne.Value(Kinds.TimePerDay, "10 h/d").Should().Be(TimeSpan.FromHours(10));
        ReadOne.Mistake(Kinds.TimePerDay, "25 h/d").Should().Be(("SS0306", 1));
        ReadOne.Value(Kinds.Density, "10 /km").Should().Be(10);
        ReadOne.Value(Kinds.FactorFromOne, "2.5 x").Should().Be(2.5);
        ReadOne.Value(Kinds.Seed, "18446744073709551615").Should().Be(ulong.MaxValue);
        ReadOne.Mistake(Kinds.Seed, "18446744073709551616").Should().Be(("SS0306", 1));
        ReadOne.Value(new SupplyKind(Supply.None), "{food: 20 t, tents: 12}").Should()
            .Be(Supply.Of(("food", Quantity.Tonnes(20)), ("tents", Quantity.Pieces(12))));
        ReadOne.Value(new SupplyKind(Supply.None), "12 d").Should().Be(Supply.Days(12));
        ReadOne.Value(new SupplyKind(Supply.None), "120 t").Should().Be(Supply.Of(Quantity.Tonnes(120)));
        ReadOne.Mistake(new SupplyKind(Supply.None), "12.5").Should().Be(("SS0307", 1));
        ReadOne.Value(Kinds.Arrivals, "poisson(350 /d)").Should().Be(Arrivals.Poisson(350));
        ReadOne.Value(Kinds.Arrivals, "350 /d").Should().Be(Arrivals.Constant(350));
    }
}
