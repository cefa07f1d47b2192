using SupplySim.Quantities;

namespace SupplySim.Tests.Quantities;

/// <summary>Opening hours as written: text and equality.</summary>
public sealed class HoursTests
{
    private static readonly DayOfWeek[] Workdays =
        [DayOfWeek.Monday, DayOfWeek.Tuesday, DayOfWeek.Wednesday, DayOfWeek.Thursday, DayOfWeek.Friday];

    public static TheoryData<Hours, string> Texts => new()
    {
        { Hours.Always, "always" },
        { Hours.Never, "never" },
        { Hours.Daily(new(0, 0), new(0, 0)), "always" },
        { Hours.Daily(new(8, 0), new(17, 0)), "08:00-17:00" },
        { Hours.Daily(new(8, 0), new(0, 0)), "08:00-24:00" },
        { Hours.Daily(new(22, 0), new(6, 30)), "22:00-06:30" },
        { Hours.Daily(new(8, 0), new(17, 0), Workdays), "08:00-17:00 [mon-fri]" },
        { Hours.Daily(new(8, 0), new(17, 0), DayOfWeek.Monday, DayOfWeek.Wednesday), "08:00-17:00 [mon, wed]" },
        { Hours.Daily(new(8, 0), new(17, 0), DayOfWeek.Saturday, DayOfWeek.Sunday, DayOfWeek.Monday),
            "08:00-17:00 [sat-mon]" },
        { Hours.Of([new(new(13, 0), new(17, 0)), new(new(8, 0), new(12, 0), DayOfWeek.Friday)]),
            "08:00-12:00 [fri] and 13:00-17:00" },
    };

    [Theory, MemberData(nameof(Texts))]
    public void Hours_read_as_in_the_scenario_language(Hours hours, string text) => hours.ToString().Should().Be(text);

    [Fact]
    public void Hours_are_equal_when_their_windows_are_in_whatever_order()
    {
        OpeningWindow morning = new(new(8, 0), new(12, 0)), evening = new(new(18, 0), new(20, 0));
        Hours.Of([morning, evening]).Should().Be(Hours.Of([evening, morning, evening]));
        Hours.Of([morning, evening]).GetHashCode().Should().Be(Hours.Of([evening, morning]).GetHashCode());
        Hours.Of([morning]).Should().NotBe(Hours.Of([evening]));
        Hours.Daily(new(8, 0), new(12, 0), Workdays).Should().NotBe(Hours.Daily(new(8, 0), new(12, 0)));
        Hours.Of([]).Should().Be(Hours.Never);
    }

    [Theory, InlineData(8, 17, 9), InlineData(22, 6, 8), InlineData(8, 0, 16), InlineData(8, 8, 24)]
    public void A_window_that_does_not_end_after_its_start_ends_on_the_next_day(int from, int to, int hours) =>
        new OpeningWindow(new(from, 0), new(to, 0)).Length.Should().Be(TimeSpan.FromHours(hours));

    [Fact]
    public void A_day_that_does_not_exist_is_refused() =>
        FluentActions.Invoking(() => Hours.Daily(new(8, 0), new(9, 0), (DayOfWeek)7)).Should()
            .Throw<ArgumentOutOfRangeException>();
}
