using SupplySim.Experiments;
using SupplySim.Quantities;

namespace SupplySim.Laws;

/// <summary>March tables (V21): how long a column takes to pass, by a column that is driven and by the formula.</summary>
/// <remarks>Published figures: CGSC ST 100-3, chapter 8.</remarks>
public class MarchTableTests
{
    // 25,000 vehicles at 10 per km are 2,500 km long: exactly 100 h at 25 km/h; the handbook says "more than four days". 320 km at
    // 30 km/h are 10 h 40 min, printed as 10.5 h; 155 km are 5 h 10 min, "just over 5 h". 15 a km is the closest of an open column.
    [Theory]
    [InlineData(25_000, 10, 25, 100 * 60)]
    [InlineData(3_200, 10, 30, 640)]
    [InlineData(1_550, 10, 30, 310)]
    [InlineData(300, 15, 40, 30)]
    public void A_column_passes_in_vehicles_over_density_times_speed(int vehicles, int perKilometre, int kmh, int minutes)
    {
        var speed = Speed.FromKilometresPerHour(kmh);
        var rules = Rules(vehicles, perKilometre);
        rules.PassTime(vehicles, speed).Should().Be(TimeSpan.FromMinutes(minutes));
        Passing(vehicles, rules, speed).Should().Be(TimeSpan.FromMinutes(minutes));
    }

    // A serial of 300 in march units of 20: 14 gaps of 10 min beside the 15 min that they need at 20 per km and 60 km/h.
    [Fact]
    public void Gaps_between_march_units_add_to_the_pass_time()
    {
        var rules = Rules(300, 20) with { MarchUnits = new MarchUnits { Of = 20, Gap = TimeSpan.FromMinutes(10) } };
        var speed = Speed.FromKilometresPerHour(60);
        rules.PassTime(300, speed).Should().Be(TimeSpan.FromMinutes(155));
        Passing(300, rules, speed).Should().Be(TimeSpan.FromMinutes(155));
    }

    [Fact]
    public void Nobody_passes_in_no_time() => Rules(5, 10).PassTime(0, Speed.FromKilometresPerHour(25)).Should().Be(TimeSpan.Zero);

    // Through a gate at which nobody is held up, from the first to the interval behind the last.
    private static TimeSpan Passing(int vehicles, ConvoyRules rules, Speed speed)
    {
        var run = March(vehicles, rules, speed).Run(seed: 1);
        var (queued, passed) = (At(HappeningKind.Queued), At(HappeningKind.Passed));
        return passed - queued + rules.PassTime(1, speed);

        Engine.SimTime At(HappeningKind kind) => run.Story.First(happening => happening.Kind == kind).At;
    }

    private static ConvoyRules Rules(int vehicles, int perKilometre) =>
        new() { Size = new SizeRange(vehicles, vehicles), Wait = TimeSpan.FromDays(3), Density = perKilometre };

    private static Scenario March(int vehicles, ConvoyRules rules, Speed speed) => new()
    {
        Title = "A march",
        Clock = new Clock { Length = TimeSpan.FromDays(5) },
        Commodities = [new Commodity("crate") { Unit = QuantityUnit.Piece, Weight = Mass.FromTonnes(10) }],
        Places =
        [
            new Depot("depot") { Stock = Supply.Unlimited, Loading = TimeSpan.FromSeconds(1) },
            new Crossing("gate") { Lanes = 1, Inspection = Duration.Fixed(TimeSpan.Zero) },
            new Town("town") { Unloading = TimeSpan.FromSeconds(1) },
        ],
        Routes = [Leg("depot", "gate"), Leg("gate", "town")],
        Fleets = [new Fleet("trucks")
        {
            Traffic = "military",
            Base = "depot",
            Count = vehicles,
            Carries = Mass.FromTonnes(10),
            Speed = speed,
            Convoy = rules,
        }],
        SupplyLines =
        [
            new SupplyLine("road")
            {
                From = "depot", To = "town", By = "trucks", Commodities = ["crate"],
                WhenBelow = Supply.Of(("crate", Quantity.Pieces(1))), UpTo = Supply.Of(("crate", Quantity.Pieces(vehicles))),
            },
        ],
    };

    private static Route Leg(string from, string to) =>
        new(from, to) { Length = Distance.FromKilometres(1), Speed = Speed.FromKilometresPerHour(100) };
}
