using SupplySim.Engine;
using SupplySim.Experiments;

namespace SupplySim.Tests.Experiments;

/// <summary>Which shortage of a run is explained.</summary>
public sealed class LongestShortageTests
{
    private static readonly SimTime End = SimTime.Day(10);

    [Theory]
    [InlineData("a 1 short, a 3 well, b 4 short, b 5 well", "a 3")]
    [InlineData("a 1 short, b 2 short, a 3 well, b 4 well", "a 3")]
    [InlineData("a 1 short, a 3 well, a 4 short, b 5 short, a 7 well, b 9 well", "b 9")]
    [InlineData("a 1 short, a 2 well, b 9 short", "a 2")]
    [InlineData("a 1 short, a 2 well, b 7 short", "b 10")]
    [InlineData("a 1 short, b 1 short", "a 10")]
    [InlineData("a 3 well", null)]
    [InlineData("a 3 short, a 3 well", null)]
    public void The_longest_and_its_last_instant(string told, string? expected)
    {
        var story = told.Split(", ").Select(one => one.Split(' ')).Select(one =>
            new Happening(SimTime.Day(int.Parse(one[1])), one[2] == "short" ? HappeningKind.RanShort : HappeningKind.NoLongerShort, one[0],
                null)).ToArray();
        var found = LongestShortage.Of(story, End);
        (found is var (place, at) ? $"{place} {(at + TimeSpan.FromMilliseconds(1) - SimTime.Start).TotalDays:0}" : null).Should()
            .Be(expected);
    }
}
