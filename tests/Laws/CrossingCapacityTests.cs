using SupplySim.Engine;
using SupplySim.Experiments;
using SupplySim.Quantities;
using SupplySim.Runs;

namespace SupplySim.Laws;

/// <summary>Planning arithmetic for a crossing (V10): with everything constant and enough waiting, what passes in a day is servers x
/// hours / time of service x payload, to the gram.</summary>
public class CrossingCapacityTests
{
    // Lanes for laden vehicles; open so many hours; an inspection of so many minutes that divides them; tonnes a day.
    [Theory]
    [InlineData(1, 12, 20, 360)]
    [InlineData(2, 12, 20, 720)]
    [InlineData(3, 9, 45, 360)]
    [InlineData(1, 10, 8, 750)]
    public void A_lane_bound_crossing_passes_servers_times_hours_over_service_time_times_payload(int lanes, int hours,
        int minutes, int tonnes)
    {
        var delivered = new long[4];
        Replication.Run(new CompiledScenario(Flood(delivered.Length, lanes, hours, minutes)), 1, 0, audit: true,
            watch: (world, _) => world.Recorded = (kind, _, amount) =>
        {
            if (kind == Outcome.Delivered) delivered[(world.Now - SimTime.Start).Days] += amount;
        });
        delivered.Should().AllBeEquivalentTo(Quantity.Tonnes(tonnes).Amount);
    }

    // 10 t in each of 400 trucks, all there before the gate opens at six, and home again long before they are missed.
    private static Scenario Flood(int days, int lanes, int hours, int minutes) => new()
    {
        Title = "More than can pass",
        Clock = new Clock { Length = TimeSpan.FromDays(days) },
        Commodities = [new Commodity("flour") { Unit = QuantityUnit.Gram }],
        Places =
        [
            new Depot("depot") { Stock = Supply.Unlimited, Docks = 400, Loading = TimeSpan.FromMinutes(30) },
            new Crossing("gate")
            {
                Hours = Hours.Daily(new TimeOnly(6, 0), new TimeOnly(6 + hours, 0)),
                Lanes = Each<int>.Of(("in", lanes), ("out", 400)), Inspection = Duration.Fixed(TimeSpan.FromMinutes(minutes)),
            },
            new Town("town") { Docks = 400, Unloading = TimeSpan.FromMinutes(30) },
        ],
        Routes = [Leg("depot", "gate"), Leg("gate", "town")],
        Fleets = [new Fleet("trucks") { Traffic = "aid", Base = "depot", Count = 400, Carries = Mass.FromTonnes(10) }],
        SupplyLines = [new SupplyLine("road")
        {
            From = "depot",
            To = "town",
            By = "trucks",
            Commodities = ["flour"],
            UpTo = Supply.Of(("flour", Quantity.Tonnes(100_000))),
        }],
    };

    private static Route Leg(string from, string to) =>
        new(from, to) { Length = Distance.FromKilometres(60), Speed = Speed.FromKilometresPerHour(60) };
}
