using SupplySim.Disruptions;
using SupplySim.Quantities;

namespace SupplySim.Laws;

/// <summary>A depot, a crossing and a camp in a row, with chance in everything: who comes, how long it takes, what is shut.</summary>
internal static class Corridor
{
    /// <summary>[runs] Of each alternative.</summary>
    public const int Runs = 12;

    public const ulong Seed = 1889;

    /// <summary>The corridor and, as an alternative, the same with a second lane.</summary>
    public static Scenario Compared() => Alone() with
    {
        Experiment = new ExperimentPlan
        {
            Runs = Runs,
            Seed = Seed,
            Compare = [new Alternative("one-lane", Alone()), new Alternative("two-lanes", Alone().With(Bridge() with { Lanes = 2 }))],
        },
    };

    public static Scenario Alone() => new()
    {
        Title = "A corridor",
        Clock = new Clock { Length = TimeSpan.FromDays(40) },
        Commodities = [new Commodity("food") { Unit = QuantityUnit.Gram, PerPerson = Rate.PerDay(Quantity.Kilograms(0.555m)) }],
        Places =
        [
            new Depot("depot") { Stock = Supply.Unlimited, Docks = 3,
                Loading = Duration.Triangular(Minutes(20), Minutes(30), Minutes(70)) },
            Bridge(),
            new Camp("camp")
            {
                People = Number.Unknown(18_000,
                    26_000), Arrivals = Arrivals.Poisson(150), Stock = Supply.Days(4), WarnBelow = TimeSpan.FromDays(2),
                Unloading = Duration.Uniform(Minutes(20), Minutes(60)),
            },
        ],
        Routes = [Road("depot", "bridge", 120), Road("bridge", "camp", 75)],
        Fleets =
        [
            new Fleet("trucks")
            {
                Traffic = "aid", Base = "depot", Count = 10, Carries = Mass.FromTonnes(6),
                Breakdown = new Breakdown { Every = Distance.FromKilometres(2500), Repair = Duration.Exponential(TimeSpan.FromHours(9)) },
            },
            new Fleet("traders") { Traffic = "commercial", Through = "bridge", Arrivals = Arrivals.Poisson(60) },
        ],
        SupplyLines = [new SupplyLine("road")
        {
            From = "depot",
            To = "camp",
            By = "trucks",
            WhenBelow = Supply.Days(5),
            UpTo = Supply.Days(7),
        }],
        Disruptions =
        [
            new Closure("flood") { Close = "bridge", Every = Duration.Exponential(TimeSpan.FromDays(6)),
                For = Duration.Lognormal(TimeSpan.FromDays(1), TimeSpan.FromDays(1)) },
        ],
        Measures =
        [
            new Measure("need-met") { Of = "camps", Is = MeasureKind.ConsumedPerNeed, By = SeriesStep.Day },
            new Measure("hungry") { Of = "camps", Is = MeasureKind.UnmetPersonDays },
            new Measure("shortage") { Of = "camp", Is = MeasureKind.FirstTimeBelowWarning },
            new Measure("wait") { Of = "crossings", Is = MeasureKind.Wait, Show = [0.5, 0.95] },
            new Measure("lost-days") { Of = "bridge", Is = MeasureKind.WaitingByCause },
            new Measure("shut-days") { Of = "bridge", Is = MeasureKind.Shut },
        ],
    };

    public static Route Road(string from, string to, decimal kilometres) =>
        new(from, to) { Length = Distance.FromKilometres(kilometres), Speed = Speed.FromKilometresPerHour(45) };

    private static Crossing Bridge() => new("bridge")
    {
        Hours = Hours.Daily(new TimeOnly(6, 0), new TimeOnly(20, 0)),
        Lanes = 1,
        Inspection = Duration.Lognormal(Minutes(8), Minutes(5)),
    };

    private static TimeSpan Minutes(double minutes) => TimeSpan.FromMinutes(minutes);
}
