using SupplySim.Engine;
using SupplySim.Runs;

namespace SupplySim.Tests.Runs;

/// <summary>What is told is written down as it happens, and put into words when somebody reads it.</summary>
public sealed class StoryTests
{
    [Fact]
    public void Words_are_put_together_once_and_when_somebody_reads_them()
    {
        var made = 0;
        var told = Happening.Of(SimTime.Start, HappeningKind.Arrived, "camp", () => $"{++made} vehicle");
        made.Should().Be(0);
        told.Detail.Should().Be("1 vehicle");
        (told with { Subject = "depot" }).Detail.Should().Be("1 vehicle");
        made.Should().Be(1);
    }

    [Fact]
    public void Two_happenings_are_equal_where_they_say_the_same_whoever_has_read_them()
    {
        var (lazy, plain) = (Happening.Of(SimTime.Start, HappeningKind.Arrived, "camp", () => "1 vehicle"),
            new Happening(SimTime.Start, HappeningKind.Arrived, "camp", "1 vehicle"));
        lazy.Should().Be(plain);
        lazy.GetHashCode().Should().Be(plain.GetHashCode());
        lazy.ToString().Should().Be(plain.ToString());
        lazy.Should().NotBe(plain with { Detail = "2 vehicles" });
        plain.Should().NotBe(plain with { Detail = null });
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(256)]
    [InlineData(257)]
    [InlineData(1000)]
    public void What_was_recorded_is_read_in_order(int count)
    {
        var recording = new Recording<int>();
        for (var i = 0; i < count; i++) recording.Add(i);
        recording.Count.Should().Be(count);
        recording.ToImmutable().Should().Equal(Enumerable.Range(0, count));
        if (count > 0) recording[count - 1].Should().Be(count - 1);
    }
}
