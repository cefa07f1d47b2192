using SupplySim.Experiments;
using SupplySim.Quantities;

namespace SupplySim.Tests.Conflict;

public sealed class CampaignTests
{
    /// <summary>In a millisecond the fastest head covers more than the distance at which it has arrived.</summary>
    [Theory]
    [InlineData(1)]
    [InlineData(10_000)]
    public void A_front_of_any_pace_arrives_once(int kilometresPerHour)
    {
        var scenario = new Scenario
        {
            Title = "An advance",
            Clock = new() { Length = TimeSpan.FromHours(1) },
            Parties = [new("red"), new("blue")],
            Fronts =
            [
                new("north")
                {
                    Attacker = "red",
                    Defender = "blue",
                    Starts = Moment.Day(0),
                    Along = [new GeoPoint(1, 1), new GeoPoint(2, 2)],
                    Pace = new() { Advance = Speed.FromKilometresPerHour(kilometresPerHour) },
                    StandOff = new() { StepDown = TimeSpan.FromDays(1) },
                    Fight = new() { Lasts = TimeSpan.FromDays(1), AttackerWins = 0.5 },
                    Ceasefire = new() { Lasts = TimeSpan.FromDays(1) },
                },
            ],
        };

        scenario.Run(seed: 1).Events.Should().BeLessThan(20);
    }
}
