using SupplySim.Quantities;
using SupplySim.Scenarios.Tests.Support;
using SupplySim.Scenarios.Vocabulary;

namespace SupplySim.Scenarios.Tests.Values;

/// <summary>Dates, hours, positions, words.</summary>
public class FormsTests
{
    [Theory]
    [InlineData("2017-10-26", "2017-10-26")]
    [InlineData("2017-10-26T06:00", "2017-10-26T06:00")]
    [InlineData("2017-10-26T06:00+03:00", "2017-10-26T06:00+03:00")]
    [InlineData("2017-10-26T06:00:30Z", "2017-10-26T06:00+00:00")]
    [InlineData("day 5", "day 5")]
    [InlineData("day 5.5", "day 5.5")]
    [InlineData("never", "never")]
    public void Moments_are_read(string text, string written) =>
        ReadOne.Value(Kinds.Moment, text).ToString().Should().Be(written);

    [Theory]
    [InlineData("26.10.2017", "SS0308", 1)]
    [InlineData("2017-02-30", "SS0308", 1)]
    [InlineData("2017-10-26 06:00", "SS0308", 1)]
    [InlineData("2017-10-26T25:00", "SS0308", 1)]
    [InlineData("0001-01-01", "SS0306", 1)]
    [InlineData("day -1", "SS0306", 5)]
    [InlineData("day", "SS0302", 4)]
    [InlineData("never again", "SS0308", 7)]
    public void What_is_no_moment_is_refused(string text, string code, int column) =>
        ReadOne.Mistake(Kinds.Moment, text).Should().Be((code, column));

    [Theory]
    [InlineData("26.03.2026", "write `2026-03-26`")]
    [InlineData("26 March 2026", "write `2026-03-26`")]
    [InlineData("26 mar 2026", "write `2026-03-26`")]
    [InlineData("March 26, 2026", "write `2026-03-26`")]
    [InlineData("01/03/2026", "write `2026-03-01` or `2026-01-03`")]
    [InlineData("26/03/2026", "write `2026-03-26`")]
    [InlineData("03-26-2026", "write `2026-03-26`")]
    [InlineData("2026/3/26", "write `2026-03-26`")]
    [InlineData("2026-03-26 06:00", "write `2026-03-26T06:00`")]
    [InlineData("2026-02-31", "there is no such day: February 2026 has 28 days")]
    [InlineData("2026-02-31T06:00", "there is no such day: February 2026 has 28 days")]
    [InlineData("2026-13-01", "there is no month 13: write the year, the month and the day, such as `2017-10-26`")]
    [InlineData("2026-03-26T25:00", "write `2017-10-26`, `2017-10-26T06:00+03:00`, `day 5` or `never`")]
    [InlineData("40.50.2026", "write `2017-10-26`, `2017-10-26T06:00+03:00`, `day 5` or `never`")]
    [InlineData("soon", "write `2017-10-26`, `2017-10-26T06:00+03:00`, `day 5` or `never`")]
    public void A_date_as_people_write_it_elsewhere_is_told_as_it_is_written_here(string text, string help) =>
        ReadOne.Help(Kinds.Moment, text).Should().Be(help);

    [Theory]
    [InlineData("soon", "write a date, such as `2017-10-20` or `2017-10-20T00:00+03:00`")]
    [InlineData("1 Oct 2017", "write `2017-10-01`")]
    public void The_start_is_a_date_and_no_day_of_the_run(string text, string help) => ReadOne.Help(Kinds.Instant, text).Should().Be(help);

    [Fact]
    public void A_start_without_an_offset_is_local_time_in_the_zone_of_the_clock()
    {
        ReadOne.Value(Kinds.Instant, "2017-10-20").Should()
            .Be(new DateTimeOffset(2017, 10, 20, 0, 0, 0, TimeSpan.FromHours(3)));
        ReadOne.Mistake(Kinds.Instant, "never").Should().Be(("SS0308", 1));
    }

    [Fact]
    public void Payloads_by_distance_are_read() =>
        ReadOne.Value(new PayloadRangeKind(), "{500 km: 40 t, 1000 nmi: 20 t, 5000 km: 0 t}").ToString().Should()
            .Be("{500 km: 40 t, 1852 km: 20 t, 5000 km: 0 t}");

    [Theory]
    [InlineData("40 t", "SS0203", 1)]
    [InlineData("{}", "SS0203", 1)]
    [InlineData("{500: 40 t}", "SS0304", 2)]
    [InlineData("{500 km: 40 km}", "SS0303", 10)]
    [InlineData("{500 km: 40 t, 400 km: 30 t}", "SS0313", 16)]
    [InlineData("{500 km: 40 t, 600 km: 50 t}", "SS0313", 16)]
    public void What_is_no_payload_by_distance_is_refused(string text, string code, int column) =>
        ReadOne.Mistake(new PayloadRangeKind(), text).Should().Be((code, column));

    [Theory]
    [InlineData("08:00-17:00")]
    [InlineData("08:00-17:00 [mon-fri]")]
    [InlineData("08:00-12:00 [mon, wed] and 13:00-24:00 [sun]")]
    [InlineData("22:00-06:00 [sat-mon]")]
    [InlineData("always")]
    [InlineData("never")]
    public void Hours_are_written_as_they_were_read(string text) =>
        ReadOne.Value(Kinds.Hours, text).ToString().Should().Be(text);

    [Theory]
    [InlineData("8-17", "SS0309", 1)]
    [InlineData("08:00", "SS0309", 6)]
    [InlineData("08:00-25:00", "SS0309", 7)]
    [InlineData("08:00-17:00 [mon-fri", "SS0309", 21)]
    [InlineData("08:00-17:00 [monday]", "SS0309", 14)]
    [InlineData("08:00-17:00 or so", "SS0309", 13)]
    public void What_are_no_hours_is_refused(string text, string code, int column) =>
        ReadOne.Mistake(Kinds.Hours, text).Should().Be((code, column));

    [Fact]
    public void Positions_are_latitude_and_longitude()
    {
        ReadOne.Value(Kinds.Point, "37.07 N 42.38 E").Should().Be(new GeoPoint(37.07, 42.38));
        ReadOne.Value(Kinds.Point, "1.5 S 0.25 W").Should().Be(new GeoPoint(-1.5, -0.25));
    }

    [Theory]
    [InlineData("37.07 N, 42.38 E", "SS0310", 8)]
    [InlineData("42.38 E 37.07 N", "SS0310", 1)]
    [InlineData("37.07 42.38", "SS0310", 1)]
    [InlineData("97.07 N 42.38 E", "SS0306", 1)]
    [InlineData("-37.07 N 42.38 E", "SS0306", 1)]
    [InlineData("37.07 N", "SS0310", 8)]
    [InlineData("37.07 N 42.38 E north", "SS0310", 17)]
    public void What_is_no_position_is_refused(string text, string code, int column) =>
        ReadOne.Mistake(Kinds.Point, text).Should().Be((code, column));

    [Fact]
    public void Words_are_the_members_of_an_enumeration_in_kebab_case()
    {
        ReadOne.Value(Kinds.Word<EnRoute>(), "turn-back").Should().Be(EnRoute.TurnBack);
        ReadOne.Mistake(Kinds.Word<EnRoute>(), "turnback").Should().Be(("SS0205", 1));
        ReadOne.Value(Goals.Measured, "consumed  /  need").Should().Be(MeasureKind.ConsumedPerNeed);
        ReadOne.Value(Kinds.YesNo, "no").Should().BeFalse();
    }

    [Fact]
    public void Every_measure_of_the_model_has_its_words()
    {
        var kinds = Enum.GetValues<MeasureKind>();
        string[] words =
        [
            "consumed / need", "stock / need", "unmet person-days", "first time below warn-below", "time to 95 %",
                "delivered / sent",
            "delivered", "sent", "waiting by cause", "wait", "shut", "passed", "people", "over capacity", "readiness", "least readiness",
            "attacks", "vehicles lost", "cargo lost", "displaced", "returned", "first time captured", "stock",
            "first time", "stock lost",
        ];
        words.Select(w => ReadOne.Value(Goals.Measured, w)).Should().Equal(kinds);
    }

    [Theory]
    [InlineData("hungry < 20 000", 20_000)]
    [InlineData("shortage > 10 d", 10)]
    [InlineData("shortage > 36 h", 1.5)]
    [InlineData("wait <= 3 h", 3)]
    [InlineData("wait <= 90 min", 1.5)]
    [InlineData("need-met >= 95 %", 0.95)]
    public void Goals_are_told_in_the_unit_of_the_measure(string text, double value)
    {
        var goal = ReadOne.Value(Goals.Condition, text);
        goal.Value.Should().Be(value);
        goal.Text.Should().Be(text);
    }
}
