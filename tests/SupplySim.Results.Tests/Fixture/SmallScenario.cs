using SupplySim.Disruptions;
using SupplySim.Quantities;

namespace SupplySim.Results.Tests.Fixture;

/// <summary>Three camps, two crossings, ninety days: enough of every kind of thing for results to speak of.</summary>
internal static class SmallScenario
{
    public static Scenario Contested { get; } = Saying(text => text);

    public static Scenario Quiet { get; } = Contested with { Fronts = [] };

    /// <summary>The scenario with every text, and every id that nothing else refers to, put through a function.</summary>
    public static Scenario Saying(Func<string, string> say) => new()
    {
        Title = say("Two bridges, spring 2020"),
        Summary = say("Three camps live on what passes two bridges."),
        Sources = [("report", say("A report of 3 March 2020")), ("assumed", say("Set by the author so that the example runs"))],
        Clock = new() { Start = new(2020, 3, 1, 0, 0, 0, TimeSpan.FromHours(3)), Length = TimeSpan.FromDays(90) },
        Commodities =
        [
            new("food") { Unit = QuantityUnit.Gram, PerPerson = Rate.PerDay(Quantity.Kilograms(0.555m)), Source = "report" },
            new("heavy-equipment") { Name = say("heavy equipment"), Unit = QuantityUnit.Piece, Weight = Mass.FromTonnes(22), CanFly = false,
                Source = "assumed" },
        ],
        Parties = [new("north") { Name = say("Northern forces"), Source = "assumed" }, new("south")],
        Places =
        [
            new Depot("harbour") { At = new(36.190, 44.008), Stock = Supply.Unlimited, Source = "report" },
            new Town("mill") { At = new(36.9, 42.9) },
            new Crossing("old-bridge") { Name = say("Old Bridge"), At = new(37.081, 42.372), Lanes = 1, Inspection = Minutes(12),
                Source = "assumed" },
            new Crossing("new-bridge") { Name = say("New Bridge"), At = new(37.144, 42.566), Lanes = 2, Inspection = Minutes(8) },
            new Camp("aster") { Name = say("Aster camp"), At = new(36.22, 40.76), People = 16_486, WarnBelow = TimeSpan.FromDays(7),
                Source = "report" },
            new Camp("birch") { Name = say("Birch camp"), At = new(36.37, 41.15), People = 16_194, WarnBelow = TimeSpan.FromDays(7),
                Source = "report" },
            new Camp("cedar") { Name = say("Cedar camp and host towns"), At = new(36.39, 38.86), People = 250_000,
                WarnBelow = TimeSpan.FromDays(7), Source = "assumed" },
        ],
        Routes =
        [
            Road("harbour", "mill", 160), Road("mill", "old-bridge", 60), Road("mill", "new-bridge", 50),
            Road("old-bridge", "aster", 190), Road("new-bridge", "birch", 170), Road("birch", "aster", 45), Road("aster", "cedar", 180),
            new("harbour", "cedar") { Name = say("air bridge"), Mode = Mode.Air, Length = Distance.FromKilometres(470) },
        ],
        Fleets = [new(say("trucks")) { Traffic = "aid", Base = "harbour", Count = 90, Carries = Mass.FromTonnes(22), Source = "assumed" }],
        Fronts =
        [
            new(say("east")) { Attacker = "north", Defender = "south", Starts = Moment.Day(6),
                Along = [new GeoPoint(36.65, 42.60), "old-bridge"], Source = "assumed" },
        ],
        Disruptions = [new Closure(say("shelling"))
        {
            Close = "old-bridge",
            While = Condition.FightDistance("old-bridge").IsBelow(Distance.FromKilometres(10)),
        }],
        Measures =
        [
            new("need-met") { Of = "camps", Is = MeasureKind.ConsumedPerNeed, By = SeriesStep.Day },
            new("days-of-supply") { Of = "camps", Is = MeasureKind.StockPerNeed, By = SeriesStep.Day },
            new("hungry") { Of = "camps", Is = MeasureKind.UnmetPersonDays, Commodity = "food" },
            new("first-shortage") { Of = "camps", Is = MeasureKind.FirstTimeBelowWarning },
            new("recovery") { Of = "camps", Is = MeasureKind.TimeToRecover },
            new("lost-days") { Of = "crossings", Is = MeasureKind.WaitingByCause },
            new("shut-days") { Of = "crossings", Is = MeasureKind.Shut },
        ],
        Goals = [new() { That = new("hungry", Comparison.Below, 20_000, say("hungry < 20 000")), In = 0.9 }],
        Experiment = new() { Runs = 40, Seed = 20200301 },
    };

    private static Duration Minutes(int minutes) => TimeSpan.FromMinutes(minutes);

    private static Route Road(string from, string to, int kilometres) =>
        new(from, to) { Length = Distance.FromKilometres(kilometres), Speed = Speed.FromKilometresPerHour(50), Source = "report" };
}
