using CsCheck;
using SupplySim.Disruptions;
using SupplySim.Quantities;

namespace SupplySim.Laws;

/// <summary>Networks in which one thing limits what gets through, and everything else is plentiful. All times are whole hours or
/// divide one, so that a bound by the hour gives nothing away.</summary>
internal static class BindingScenarios
{
    private const int Plenty = 200;

    /// <summary>What binds, which is the title of a scenario.</summary>
    public static readonly string[] Limits = ["the crossing binds", "the docks bind", "the fleet binds", "the stock binds"];

    public static Gen<Scenario> Random { get; } =
        from limit in Gen.Int[0, 3]
        from posts in Gen.Int[1, 3]
        from camps in Gen.Int[1, 3]
        from numbers in Gen.Int[0, 1_000].Array[12]
        select Network(limit, posts, camps, numbers);

    // depot - town - posts beside one another, or in a row - camps.
    private static Scenario Network(int limit, int posts, int camps, int[] numbers)
    {
        // Where lanes bind the posts stand in a row: beside one another they would be used as evenly as orders are shared out.
        var row = limit == 0;
        camps = Math.Max(camps, posts);
        var (docksBind, fleetBinds) = (limit == 1, limit == 2);
        var payload = 3 + numbers[0] % 6;
        var minutes = new[] { 10, 12, 15, 20, 30 }[numbers[1] % 5];
        // Two docks load 4 an hour; one lane inspects 2 to 6.
        var lane = limit == 0 ? 1 : Plenty;
        var trucks = fleetBinds ? 3 + numbers[2] % 12 : 600;
        var need = Supply.Of(("food", Quantity.Tonnes(15_000)));
        var crossings = Enumerable.Range(0, posts).Select(i => new Crossing($"post{i}")
        {
            Lanes = Each<int>.Of(("in", lane), ("out", Plenty)),
            Inspection = fleetBinds ? Minutes(30) : Each<Duration>.Of(("aid", Minutes(minutes)), ("empty", Minutes(minutes))),
        });
        var ends = Enumerable.Range(0, camps).Select(i => new Camp($"camp{i}") { People = 3, Docks = Plenty, Unloading = Minutes(30) });
        return new Scenario
        {
            Title = Limits[limit],
            Clock = new Clock { Length = TimeSpan.FromDays(8 + numbers[3] % 5) },
            Commodities = [new Commodity("food") { Unit = QuantityUnit.Gram, PerPerson = Rate.PerDay(Quantity.Kilograms(1)) }],
            Places =
            [
                new Depot("depot")
                {
                    Loading = Minutes(30), Docks = docksBind ? 2 : Plenty,
                    Stock = limit == 3 ? Supply.Of(("food", Quantity.Tonnes(payload * (20 + numbers[4] % 100)))) : Supply.Unlimited,
                },
                new Town("town"), .. crossings, .. ends,
            ],
            Routes =
            [
                Road("depot", "town", 1 + numbers[5] % 3),
                .. Enumerable.Range(0, posts).Select(i => Road(row && i > 0 ? $"post{i - 1}" : "town", $"post{i}", 1)),
                .. Enumerable.Range(0, camps)
                    .Select(i => Road($"post{(row ? posts - 1 : i % posts)}", $"camp{i}", fleetBinds ? 2 : 1 + numbers[6 + i] % 4)),
            ],
            Fleets = [new Fleet("trucks") { Traffic = "aid", Base = "depot", Count = trucks, Carries = Mass.FromTonnes(payload) }],
            SupplyLines = [.. Enumerable.Range(0, camps).Select(i => new SupplyLine($"line{i}")
            {
                From = "depot", To = $"camp{i}", By = "trucks", WhenBelow = need, UpTo = need, GivenUpAfter = TimeSpan.FromDays(1_000),
            })],
            Policies = new Policies { Reroute = new Reroute { Longest = 1, LearnsAfter = TimeSpan.Zero } },
            // A flood of whole hours, where lanes bind; it is known at once, and those before it wait.
            Disruptions = limit == 0 && numbers[10] % 2 == 0
                ? [new Closure("flood") { Close = "post0", At = Moment.After(TimeSpan.FromHours(60 + numbers[11] % 100)),
                    For = (Duration)TimeSpan.FromHours(10 + numbers[11] % 50), EnRoute = EnRoute.Hold }]
                : [],
        };
    }

    private static Route Road(string from, string to, int hours) =>
        new(from, to) { Length = Distance.FromKilometres(50 * hours), Speed = Speed.FromKilometresPerHour(50) };

    private static Duration Minutes(int minutes) => TimeSpan.FromMinutes(minutes);
}
