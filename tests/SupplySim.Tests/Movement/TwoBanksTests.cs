using SupplySim.Engine;
using SupplySim.Experiments;
using SupplySim.Movement;
using SupplySim.Quantities;
using SupplySim.Runs;

namespace SupplySim.Tests.Movement;

/// <summary>A crossing whose banks keep their hours by different clocks.</summary>
/// <remarks>Syria ended summer time on 27 October 2017 at midnight (tz database: 26 October, 21:00 UTC), Iraq had none: from then on
/// 06:00 to 18:00 in Damascus is 07:00 to 19:00 in Baghdad. The week begins on Monday 23 October, 00:00 +03:00.</remarks>
public sealed class TwoBanksTests
{
    // Four days of 12 h that both banks share, and from Friday on three of 11: 2,880 + 1,980 minutes.
    private const int OpenMinutes = 4 * 720 + 3 * 660;

    // Somebody comes at every full minute but the first and needs no time: who comes in an open minute does not wait.
    [Fact]
    public void The_two_banks_of_the_Tigris_pass_in_4860_minutes_of_the_week_in_which_Syria_changed_its_clocks() =>
        Look(TwoBanks(), (world, transport) =>
        {
            world.Crossings[0]!.Plan.Hours.OpenTime(SimTime.Start, world.Catalogue.Horizon).TotalMinutes.Should().Be(OpenMinutes);
            transport.Queues[0]!.Waits.Count(wait => wait == TimeSpan.Zero).Should().Be(OpenMinutes);
        });

    // From 18:00 to 06:00 until Thursday night; that night until 07:00; shut from 18:00 to 07:00 after that.
    [Fact]
    public void The_night_of_the_change_is_an_hour_longer_and_so_are_those_after_it()
    {
        var turns = new List<string>();
        Look(TwoBanks(), (world, _) =>
        {
            var hours = world.Crossings[0]!.Plan.Hours;
            for (var at = hours.NextChange(SimTime.Start); at < world.Catalogue.Horizon; at = hours.NextChange(at))
                turns.Add(Play.Time(at));
        });
        turns.Should().Equal(
            "d0 06:00", "d0 18:00", "d1 06:00", "d1 18:00", "d2 06:00", "d2 18:00", "d3 06:00", "d3 18:00",
            "d4 07:00", "d4 18:00", "d5 07:00", "d5 18:00", "d6 07:00", "d6 18:00");
    }

    [Theory]
    [InlineData("UTC")]
    [InlineData("Asia/Baghdad")]
    [InlineData("Asia/Damascus")]
    [InlineData("America/St_Johns")]
    [InlineData("Pacific/Apia")]
    public void The_zone_of_the_machine_changes_no_outcome(string zone)
    {
        var (before, expected) = (Environment.GetEnvironmentVariable("TZ"), Fingerprint());
        try
        {
            Environment.SetEnvironmentVariable("TZ", zone);
            TimeZoneInfo.ClearCachedData();
            Fingerprint().Should().Be(expected);
        }
        finally
        {
            Environment.SetEnvironmentVariable("TZ", before);
            TimeZoneInfo.ClearCachedData();
        }

        static ulong Fingerprint() => Replication.Run(new CompiledScenario(TwoBanks()), 1, 0).OutcomeFingerprint;
    }

    private static void Look(Scenario scenario, Action<World, Transport> look) =>
        Replication.Run(new CompiledScenario(scenario), 1, 0, audit: true, look: look);

    private static Scenario TwoBanks() => new()
    {
        Title = "A week on the Tigris",
        Clock = new Clock { Start = new DateTimeOffset(2017, 10, 23, 0, 0, 0, TimeSpan.FromHours(3)), Length = TimeSpan.FromDays(7),
            Zone = "Asia/Baghdad" },
        Places =
        [
            new Crossing("semalka")
            {
                Hours = Each<Hours>.Of(("east-bank", Day), ("west-bank", Day)),
                Zone = Each<string>.Of(("east-bank", "Asia/Baghdad"), ("west-bank", "Asia/Damascus")),
                Lanes = 1, Inspection = Duration.Fixed(TimeSpan.Zero),
            },
        ],
        Fleets = [new Fleet("traders")
        {
            Traffic = "commercial",
            Through = "semalka",
            Arrivals = new Arrivals(Small.Each("0:01"), IsRandom: false),
        }],
    };

    private static Hours Day => Hours.Daily(new TimeOnly(6, 0), new TimeOnly(18, 0));
}
