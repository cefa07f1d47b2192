using SupplySim.Disruptions;
using SupplySim.Quantities;

namespace SupplySim.Laws.Inventory;

/// <summary>A camp whose only road is closed for a random time, with a stock for 20 days: whether it runs
/// out, and what is missing.</summary>
/// <remarks>V14 of the closed forms. The camp eats 90 t a day. Eight camps in a run are eight independent samples.</remarks>
public class ClosureOfACampTests
{
    private const int Camps = 8;
    private const double StockDays = 20;
    private const double PerDay = 90;

    // P(X > 20) and 90 E(X - 20)+ of a mean of 12 d.
    [Fact]
    public void Under_a_closure_without_memory_it_runs_out_as_often_as_it_should()
    {
        var (ranOut, unmet) = Play(Duration.Exponential(TimeSpan.FromDays(12)));
        Estimated.ShouldBe(ranOut, 0.1888756, 0.03, "the share of camps that run out");
        Estimated.ShouldBe(unmet, 203.986, 0.045, "the tonnes that are missing");
    }

    // E(X - 20)+ of a median of 14 d and a shape of 0.9.
    [Fact]
    public void Under_a_closure_with_a_long_tail_as_much_is_missing_as_there_should_be()
    {
        var mean = 14 * Math.Exp(0.9 * 0.9 / 2);
        var sd = mean * Math.Sqrt(Math.Exp(0.9 * 0.9) - 1);
        var (_, unmet) = Play(Duration.Lognormal(TimeSpan.FromDays(mean), TimeSpan.FromDays(sd)));
        Estimated.ShouldBe([.. unmet.Select(tonnes => tonnes / PerDay)], 7.62244, 0.09, "the days that are missing");
    }

    private static (double[] RanOut, double[] Unmet) Play(Duration closed)
    {
        var (_, ends) = Sampled.Of(Scenario(closed), Estimated.Size(110_000, 1000), 14, TimeSpan.FromDays(1000), _ => 0, world =>
        {
            var unmet = Enumerable.Range(0, Camps)
                .Select(camp => world.Stocks[world.Catalogue.PlaceNumber($"camp-{camp}"), 0].Unmet).ToArray();
            return [unmet.Average(grams => grams > 0 ? 1.0 : 0), unmet.Average(grams => grams / 1e6)];
        });
        return ([.. ends.Select(end => end[0])], [.. ends.Select(end => end[1])]);
    }

    // When the road opens, what was ordered is there at once and lasts for the rest of the time.
    private static Scenario Scenario(Duration closed) => new()
    {
        Title = "Camps and their roads",
        Clock = new Clock { Length = TimeSpan.FromDays(3000) },
        Commodities = [new Commodity("food") { Unit = QuantityUnit.Gram, PerPerson = Rate.PerDay(Quantity.Kilograms(1)) }],
        Defaults = new Defaults { Loading = TimeSpan.Zero, Unloading = TimeSpan.Zero },
        Places =
        [
            new Depot("depot") { Stock = Supply.Unlimited, Docks = Camps },
            .. Each(camp => new Camp($"camp-{camp}") { People = PerDay * 1000, Stock = Supply.Days(StockDays) }),
        ],
        Routes = [.. Each(camp =>
            new Route("depot", $"camp-{camp}") { Length = Distance.FromMetres(1), Speed = Speed.FromKilometresPerHour(10_000) })],
        Fleets = [new Fleet("trucks") { Traffic = "aid", Base = "depot", Count = Camps * 4, Carries = Mass.FromTonnes(1_000_000) }],
        SupplyLines = [.. Each(camp => new SupplyLine($"to-{camp}")
        {
            From = "depot", To = $"camp-{camp}", By = "trucks", WhenBelow = Supply.Days(StockDays), UpTo = Supply.Days(4000),
        })],
        Disruptions = [.. Each(camp => new Closure($"closed-{camp}") { Close = $"depot - camp-{camp}", At = Moment.Day(0), For = closed })],
    };

    private static IEnumerable<T> Each<T>(Func<int, T> make) => Enumerable.Range(0, Camps).Select(make);
}
