using CsCheck;
using NodaTime;
using SupplySim.Engine;
using SupplySim.Quantities;

namespace SupplySim.Tests.Quantities;

/// <summary>Opening hours become the right instants, in every zone and across changes of the clock.</summary>
public sealed class OpeningTimesTests
{
    private static readonly Hours Office = Hours.Daily(new(8, 0), new(17, 0));
    private static readonly DateTimeOffset Monday = new(2017, 10, 23, 0, 0, 0, TimeSpan.FromHours(3));
    private static readonly DateTimeOffset UtcMonday = new(2017, 10, 23, 0, 0, 0, TimeSpan.Zero);
    private static readonly string[] Zones =
        ["Asia/Baghdad", "Asia/Damascus", "America/St_Johns", "Pacific/Apia", "Australia/Lord_Howe"];
    private static readonly TimeSpan Week = TimeSpan.FromDays(7);

    [Fact]
    public void The_banks_of_the_Tigris_share_3600_of_their_3780_open_minutes_in_the_week_in_which_Syria_changed_its_clocks()
    {
        var east = OpeningTimes.Compile(Office, "Asia/Baghdad", Monday, Week);
        var west = OpeningTimes.Compile(Office, "Asia/Damascus", Monday, Week);
        Minutes(east).Should().Be(7 * 540);
        Minutes(west).Should().Be(7 * 540);
        // Four days of nine hours, and from 27 October on three of eight: 09:00 to 17:00 in Baghdad.
        Minutes(east.And(west)).Should().Be(4 * 540 + 3 * 480);
        west.NextChange(At(4, 0)).Should().Be(At(4, 9));
        west.NextChange(At(4, 9)).Should().Be(At(4, 18));
        west.NextChange(At(3, 0)).Should().Be(At(3, 8));
    }

    [Fact]
    public void The_zone_of_the_machine_and_the_offset_in_which_the_start_is_written_have_no_effect()
    {
        var expected = Changes(OpeningTimes.Compile(Office, "Asia/Damascus", Monday, Week));
        expected.Should().HaveCount(14);
        Changes(OpeningTimes.Compile(Office, "Asia/Damascus", Monday.ToUniversalTime(), Week)).Should().Equal(expected);
        var before = Environment.GetEnvironmentVariable("TZ");
        try
        {
            foreach (var zone in new[] { "UTC", "Asia/Baghdad", "Asia/Damascus", "America/St_Johns", "Pacific/Apia" })
            {
                Environment.SetEnvironmentVariable("TZ", zone);
                TimeZoneInfo.ClearCachedData();
                Changes(OpeningTimes.Compile(Office, "Asia/Damascus", Monday, Week)).Should().Equal(expected, zone);
            }
        }
        finally
        {
            Environment.SetEnvironmentVariable("TZ", before);
            TimeZoneInfo.ClearCachedData();
        }
    }

    [Fact]
    public void An_hour_that_the_clock_shows_twice_is_open_twice()
    {
        // Berlin, 29 October 2017: 03:00 summer time becomes 02:00.
        var start = new DateTimeOffset(2017, 10, 29, 0, 0, 0, TimeSpan.FromHours(2));
        var night = OpeningTimes.Compile(Hours.Daily(new(2, 15), new(2, 45)), "Europe/Berlin", start, TimeSpan.FromDays(1));
        Changes(night).Should().Equal(
            TimeSpan.FromMinutes(135), TimeSpan.FromMinutes(165), TimeSpan.FromMinutes(195), TimeSpan.FromMinutes(225));
        var across = OpeningTimes.Compile(Hours.Daily(new(1, 0), new(4, 0)), "Europe/Berlin", start, TimeSpan.FromDays(1));
        Changes(across).Should().Equal(TimeSpan.FromHours(1), TimeSpan.FromHours(5));
    }

    [Fact]
    public void An_hour_that_the_clock_skips_is_not_there()
    {
        // Berlin, 26 March 2017: 02:00 winter time becomes 03:00.
        var start = new DateTimeOffset(2017, 3, 26, 0, 0, 0, TimeSpan.FromHours(1));
        OpeningTimes Compile(int from, int to) =>
            OpeningTimes.Compile(Hours.Daily(new(from, 0), new(to, 0)), "Europe/Berlin", start,
                TimeSpan.FromDays(1) - TimeSpan.FromHours(1));
        Changes(Compile(2, 3)).Should().BeEmpty();
        Changes(Compile(1, 4)).Should().Equal(TimeSpan.FromHours(1), TimeSpan.FromHours(3));
    }

    [Fact]
    public void A_window_across_midnight_belongs_to_the_day_on_which_it_starts()
    {
        // From Wednesday 00:00: the tail of Tuesday's night, then none before Thursday 22:00.
        var hours = Hours.Daily(new(22, 0), new(6, 0), DayOfWeek.Tuesday, DayOfWeek.Thursday);
        var times = OpeningTimes.Compile(hours, "Asia/Baghdad", Monday.AddDays(2), TimeSpan.FromDays(3));
        Changes(times).Should().Equal(
            TimeSpan.Zero, TimeSpan.FromHours(6), TimeSpan.FromHours(46), TimeSpan.FromHours(54));
        times.IsOpen(SimTime.Start).Should().BeTrue();
    }

    [Fact]
    public void Days_of_the_week_hold_across_a_leap_day()
    {
        // 29 February 2016 was a Monday, 1 March a Tuesday.
        var start = new DateTimeOffset(2016, 2, 28, 0, 0, 0, TimeSpan.Zero);
        var hours = Hours.Daily(new(8, 0), new(9, 0), DayOfWeek.Monday, DayOfWeek.Tuesday);
        Changes(OpeningTimes.Compile(hours, "UTC", start, TimeSpan.FromDays(4))).Should().Equal(
            TimeSpan.FromHours(32), TimeSpan.FromHours(33), TimeSpan.FromHours(56), TimeSpan.FromHours(57));
    }

    [Fact]
    public void Opening_is_inside_and_closing_is_outside()
    {
        var times = OpeningTimes.Compile(Office, "UTC", UtcMonday, TimeSpan.FromDays(2));
        times.IsOpen(SimTime.FromTicks(At(0, 8).Ticks - 1)).Should().BeFalse();
        times.IsOpen(At(0, 8)).Should().BeTrue();
        times.IsOpen(SimTime.FromTicks(At(0, 17).Ticks - 1)).Should().BeTrue();
        times.IsOpen(At(0, 17)).Should().BeFalse();
        times.NextChange(At(0, 8)).Should().Be(At(0, 17));
        times.NextChange(At(1, 17)).Should().Be(SimTime.Never);
    }

    [Fact]
    public void After_the_end_of_the_scenario_the_last_state_lasts()
    {
        var times = OpeningTimes.Compile(Office, "UTC", new DateTimeOffset(2017, 1, 1, 0, 0, 0, TimeSpan.Zero), TimeSpan.FromHours(10));
        times.NextChange(At(0, 8)).Should().Be(SimTime.Never);
        times.IsOpen(At(9, 3)).Should().BeTrue();
        times.OpenTime(At(0, 0), At(1, 0)).Should().Be(TimeSpan.FromHours(16));
    }

    [Fact]
    public void A_scenario_without_length_is_open_at_its_start_when_the_clock_says_so()
    {
        OpeningTimes.Compile(Office, "UTC", UtcMonday.AddHours(8), TimeSpan.Zero).IsOpen(SimTime.Start).Should().BeTrue();
        OpeningTimes.Compile(Office, "UTC", UtcMonday.AddHours(17), TimeSpan.Zero).IsOpen(SimTime.Start).Should().BeFalse();
    }

    [Fact]
    public void Always_and_never_have_no_changes_and_are_shared()
    {
        OpeningTimes.Compile(Hours.Always, "Asia/Damascus", Monday, Week).Should().BeSameAs(OpeningTimes.Always);
        OpeningTimes.Compile(Hours.Never, "Asia/Damascus", Monday, Week).Should().BeSameAs(OpeningTimes.Never);
        OpeningTimes.Always.IsOpen(SimTime.Start).Should().BeTrue();
        OpeningTimes.Always.NextChange(SimTime.Start).Should().Be(SimTime.Never);
        OpeningTimes.Always.OpenTime(At(1, 0), At(2, 0)).Should().Be(TimeSpan.FromDays(1));
        OpeningTimes.Never.IsOpen(At(3, 0)).Should().BeFalse();
        OpeningTimes.Never.OpenTime(At(0, 0), At(2, 0)).Should().Be(TimeSpan.Zero);
    }

    [Fact]
    public void Windows_that_touch_or_overlap_are_one()
    {
        var hours = Hours.Of([new(new(8, 0), new(12, 0)), new(new(12, 0), new(15, 0)), new(new(10, 0), new(13, 0))]);
        Changes(OpeningTimes.Compile(hours, "UTC", UtcMonday, TimeSpan.FromDays(1))).Should()
            .Equal(TimeSpan.FromHours(8), TimeSpan.FromHours(15));
    }

    [Fact]
    public void A_place_is_open_exactly_when_the_clock_on_its_wall_says_so() =>
        Gen.Select(HoursGen, Gen.Int[0, Zones.Length - 1],
            Gen.Int[0, 6 * 365 * 24 * 60], Gen.Int[0, 400 * 24 * 60].Array[40]).Sample((hours, index, startMinute, minutes) =>
        {
            var zone = Zones[index];
            var start = new DateTimeOffset(2010, 1, 1, 0, 0, 0, TimeSpan.Zero).AddMinutes(startMinute);
            var times = OpeningTimes.Compile(hours, zone, start, TimeSpan.FromDays(400));
            return minutes.All(minute =>
                times.IsOpen(SimTime.FromTicks(minute * TimeSpan.TicksPerMinute)) == Shows(hours, zone, start.AddMinutes(minute)));
        });

    [Fact]
    public void Open_time_and_changes_and_the_overlap_of_two_places_agree_with_asking_every_quarter_of_an_hour() =>
        Gen.Select(HoursGen, HoursGen, Gen.Int[0, 600], Gen.Int[0, 600]).Sample((a, b, from, length) =>
        {
            var left = OpeningTimes.Compile(a, "Asia/Damascus", Monday, TimeSpan.FromDays(14));
            var right = OpeningTimes.Compile(b, "Asia/Baghdad", Monday, TimeSpan.FromDays(14));
            var both = left.And(right);
            SimTime Quarter(int i) => SimTime.FromTicks(i * 15 * TimeSpan.TicksPerMinute);
            var open = 0;
            for (var i = from; i < from + length; i++)
            {
                var isOpen = left.IsOpen(Quarter(i)) && right.IsOpen(Quarter(i));
                if (both.IsOpen(Quarter(i)) != isOpen) return false;
                var next = both.NextChange(Quarter(i));
                if (both.IsOpen(Quarter(i + 1)) != isOpen && next > Quarter(i + 1)) return false;
                open += isOpen ? 1 : 0;
            }
            return both.OpenTime(Quarter(from), Quarter(from + length)) == open * TimeSpan.FromMinutes(15);
        });

    [Theory]
    [InlineData("Asia/Bagdad", "no time zone 'Asia/Bagdad'; do you mean 'Asia/Baghdad'*")]
    [InlineData("asia/damascus", "no time zone 'asia/damascus'; do you mean 'Asia/Damascus'*")]
    [InlineData("?", "no time zone '?'; give a name of the tz database such as 'Asia/Baghdad'*")]
    public void An_unknown_zone_is_refused_with_names_that_read_alike(string zone, string message) =>
        FluentActions.Invoking(() => OpeningTimes.Compile(Hours.Always, zone, Monday, Week)).Should()
            .Throw<ArgumentException>().WithMessage(message);

    [Fact]
    public void A_look_up_allocates_nothing()
    {
        var times = OpeningTimes.Compile(Office, "Asia/Damascus", Monday, TimeSpan.FromDays(365));
        var open = times.OpenTime(SimTime.Start, At(5, 0));
        var before = GC.GetAllocatedBytesForCurrentThread();
        for (var time = SimTime.Start; time != SimTime.Never; time = times.NextChange(time))
            if (times.IsOpen(time)) open += times.OpenTime(SimTime.Start, time);
        (GC.GetAllocatedBytesForCurrentThread() - before).Should().Be(0);
        open.Should().BePositive();
    }

    private static Gen<Hours> HoursGen => Gen.Select(Gen.Int[0, 95], Gen.Int[0, 95], Gen.Enum<DayOfWeek>().Array[0, 4])
        .Select((from, to, days) => new OpeningWindow(QuarterOfDay(from), QuarterOfDay(to), days))
        .Array[0, 3].Select(windows => Hours.Of(windows));

    private static TimeOnly QuarterOfDay(int quarter) => new(quarter / 4, quarter % 4 * 15);

    /// <summary>By the definition, without intervals: reads the clock, then looks at today's and yesterday's windows.</summary>
    private static bool Shows(Hours hours, string zone, DateTimeOffset instant)
    {
        var local = Instant.FromDateTimeOffset(instant).InZone(DateTimeZoneProviders.Tzdb[zone]).LocalDateTime;
        var now = local.ToDateTimeUnspecified();
        return hours.Windows.Any(window => new[] { 0, -1 }.Any(day =>
        {
            var opens = now.Date.AddDays(day) + window.From.ToTimeSpan();
            return window.OpensOn(now.Date.AddDays(day).DayOfWeek) && opens <= now && now < opens + window.Length;
        }));
    }

    private static SimTime At(int day, int hour) => SimTime.FromTicks((day * 24 + hour) * TimeSpan.TicksPerHour);

    private static double Minutes(OpeningTimes times) => times.OpenTime(SimTime.Start, SimTime.Start + Week).TotalMinutes;

    // Counted in steps of a quarter of an hour.
    [Fact]
    public void So_much_open_time_has_passed_at_the_first_open_instant_at_which_it_has()
    {
        var times = OpeningTimes.Compile(Office, "UTC", UtcMonday, TimeSpan.FromDays(2));
        for (var from = SimTime.Start; from < At(2, 0); from += TimeSpan.FromMinutes(15))
            for (var open = TimeSpan.Zero; open < TimeSpan.FromHours(20); open += TimeSpan.FromMinutes(15))
            {
                var at = from;
                while (at < At(2, 0) && !(times.IsOpen(at) && times.OpenTime(from, at) >= open)) at += TimeSpan.FromMinutes(15);
                times.AfterOpen(from, open).Should().Be(at < At(2, 0) ? at : SimTime.Never);
            }
        OpeningTimes.Always.AfterOpen(At(1, 3), TimeSpan.FromHours(4)).Should().Be(At(1, 7));
        OpeningTimes.Never.AfterOpen(At(1, 3), TimeSpan.Zero).Should().Be(SimTime.Never);
    }

    [Fact]
    public void Open_when_either_is()
    {
        var later = OpeningTimes.Compile(Hours.Daily(new(16, 0), new(18, 0)), "UTC", UtcMonday, TimeSpan.FromDays(1));
        Changes(OpeningTimes.Compile(Office, "UTC", UtcMonday, TimeSpan.FromDays(1)).Or(later)).Should()
            .Equal(TimeSpan.FromHours(8), TimeSpan.FromHours(18));
        OpeningTimes.Never.Or(later).NextChange(SimTime.Start).Should().Be(At(0, 16));
        OpeningTimes.Always.Or(later).NextChange(SimTime.Start).Should().Be(SimTime.Never);
    }

    private static List<TimeSpan> Changes(OpeningTimes times)
    {
        var changes = new List<TimeSpan>();
        if (times.IsOpen(SimTime.Start)) changes.Add(TimeSpan.Zero);
        for (var t = times.NextChange(SimTime.Start); t != SimTime.Never; t = times.NextChange(t)) changes.Add(t - SimTime.Start);
        return changes;
    }
}
