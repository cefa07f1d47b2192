using SupplySim.Disruptions;
using SupplySim.Quantities;

namespace SupplySim.Tests.Rules;

/// <summary>A small scenario in which every word is used once and nothing is wrong, and ways to spoil it.</summary>
internal static class RulesScenario
{
    /// <summary>With something destroyed at the camp.</summary>
    public static Scenario Hit(this Scenario scenario, Func<Destruction, Destruction> change) => scenario with
    {
        Disruptions = scenario.Disruptions.Add(
            change(new Destruction("hit") { Hit = "camp", Destroys = (Portion)0.3, At = Moment.Day(9) })),
    };

    /// <summary>With a first time measured.</summary>
    public static Scenario First(this Scenario scenario, Func<Measure, Measure> change) => scenario with
    {
        Measures = scenario.Measures.Add(change(
            new Measure("first") { Of = "camp", Is = MeasureKind.FirstTime, When = Condition.StockHere.IsBelow(TimeSpan.FromDays(3)) })),
    };

    /// <summary>A fleet burns so much over 100 km.</summary>
    public static Scenario Fuel(this Scenario scenario, string fleet, string commodity, long grams = 30_000) =>
        scenario.Fleet(fleet, one => one with
        {
            Fuel = new() { Commodity = commodity, Burns = new(new(grams, QuantityUnit.Gram), Distance.FromKilometres(100)) },
        });

    public static Scenario Valid() => new()
    {
        Title = "A bridge",
        Sources = [("report", "A news report")],
        Clock = new Clock { Length = TimeSpan.FromDays(90), Zone = "Asia/Baghdad" },
        Commodities =
        [
            new Commodity("food") { Unit = QuantityUnit.Gram, PerPerson = Rate.PerDay(Quantity.Kilograms(0.555m)), Source = "report" },
            new Commodity("medicine") { Unit = QuantityUnit.Gram, PerPerson = Rate.PerDay(Quantity.Kilograms(0.01m)) },
            new Commodity("ammunition") { Unit = QuantityUnit.Gram, Backlog = true },
            new Commodity("generator") { Unit = QuantityUnit.Piece, Weight = Mass.FromTonnes(10), CanFly = false },
        ],
        Parties = [new Party("red") { Strength = 9000 }, new Party("blue"), new Party("green")],
        Defaults = new Defaults { Unloading = Minutes(45) },
        Places = [Depot(), Bridge(), Post(), new Town("town"), Strip(), Camp(), Force()],
        Routes =
        [
            Road("depot", "bridge"), Road("bridge", "town"), Road("town", "camp"), Road("town", "force"), Road("strip", "town"),
            Road("depot", "post"), new Route("depot", "strip") { Mode = Mode.Air, Length = Distance.FromKilometres(520) },
        ],
        Fleets = [Trucks(), Locals(), Army(), Escorts(), Planes(), Traders()],
        SupplyLines =
        [
            new SupplyLine("camp-road") { From = "depot", To = "camp", By = "trucks", WhenBelow = Supply.Days(14), UpTo = Supply.Days(21) },
            new SupplyLine("airlift")
            {
                From = "depot", To = "strip", By = "planes", Commodities = ["food", "medicine"], UpTo = Supply.Of(Quantity.Tonnes(120)),
                When = Condition.AnyCampStock.IsBelow(TimeSpan.FromDays(5)), Until = Condition.AllCampStock.IsAbove(TimeSpan.FromDays(10)),
            },
            new SupplyLine("onward") { From = "strip", To = "camp", By = "locals", UpTo = Supply.Days(21) },
            new SupplyLine("generators")
            {
                From = "depot", To = "force", By = "army", Commodities = ["generator"], Send = Rate.PerWeek(Quantity.Pieces(3)), Every =
                    TimeSpan.FromDays(7),
            },
        ],
        Policies = new Policies
        {
            Ration = [new Ration { When = Condition.StockHere.IsBelow(TimeSpan.FromDays(3)), To = 0.75,
                Until = Condition.StockHere.IsAbove(TimeSpan.FromDays(7)) }],
        },
        Fronts = [North(), new Front("far") { Attacker = "red", Starts = Moment.Day(6), At = new GeoPoint(34.37, 41.05), Takes = 0.3 }],
        Disruptions =
        [
            new Closure("shelling") { While = Condition.FightDistance("bridge").IsBelow(Distance.FromKilometres(10)), Close = "bridge",
                EnRoute = EnRoute.Hold },
            new Closure("landslide") { Every = Duration.Exponential(TimeSpan.FromDays(120)), Close = "town - camp",
                For = TimeSpan.FromDays(6), To = ["aid"] },
            new Slowdown("searches") { When = Condition.Captured("bridge"), Slow = "bridge", Inspection = 2.5, For = TimeSpan.FromDays(4) },
            new Slowdown("fewer-flights") { At = Moment.Day(8), Slow = "planes", Go = Number.Uniform(0.5, 0.9) },
            new Opening("night-shift") { At = Moment.Day(9), Open = "bridge", To = ["aid"] },
            new Grounding("dust") { Every = TimeSpan.FromDays(1), Chance = 0.12, Ground = "planes", For = TimeSpan.FromDays(1) },
        ],
        Parameters = [new Parameter("flights") { Value = "2", From = 0, To = 4 }],
        Measures =
        [
            new Measure("need-met") { Of = "camps", Is = MeasureKind.ConsumedPerNeed, By = SeriesStep.Day },
            new Measure("hungry") { Of = "camps", Is = MeasureKind.UnmetPersonDays, Commodity = "food" },
            new Measure("shortage") { Of = "camps", Is = MeasureKind.FirstTimeBelowWarning },
            new Measure("recovery") { Of = "camp", Is = MeasureKind.TimeToRecover, After = Condition.Open("bridge") },
            new Measure("arrived") { Of = "force", Is = MeasureKind.DeliveredPerSent, Commodity = "generator" },
            new Measure("wait") { Of = "crossings", Is = MeasureKind.Wait, Show = [0.5, 0.95] },
        ],
        Goals = [new Goal { That = new GoalCondition("hungry", Comparison.Below, 20_000, "hungry < 20 000"), In = 0.9 }],
        Experiment = new ExperimentPlan
        {
            StopWhen = new StopRule { HalfWidth = 0.05, Of = "hungry", NeverBelow = 500 },
            Sweep = [("flights", ["0", "4"])],
            Rank = new RankPlan { What = ["places", "routes"], ShutFor = TimeSpan.FromDays(14), By = "hungry" },
        },
    };

    public static Route Road(string from, string to) =>
        new(from, to) { Length = Distance.FromKilometres(50), Speed = Speed.FromKilometresPerHour(45) };

    public static Duration Minutes(double minutes) => TimeSpan.FromMinutes(minutes);

    /// <summary>The scenario with one place changed.</summary>
    public static Scenario Place<T>(this Scenario scenario, string id, Func<T, Place> change) where T : Place =>
        scenario with { Places = scenario.Places.Replace(scenario[id], change((T)scenario[id])) };

    public static Scenario Commodity(this Scenario scenario, string id, Func<Commodity, Commodity> change)
    {
        var old = scenario.Commodities.Single(c => c.Id == id);
        return scenario with { Commodities = scenario.Commodities.Replace(old, change(old)) };
    }

    public static Scenario Route(this Scenario scenario, string id, Func<Route, Route> change)
    {
        var old = scenario.Routes.Single(r => r.Id == id);
        return scenario with { Routes = scenario.Routes.Replace(old, change(old)) };
    }

    public static Scenario Fleet(this Scenario scenario, string id, Func<Fleet, Fleet> change)
    {
        var old = scenario.Fleets.Single(f => f.Id == id);
        return scenario with { Fleets = scenario.Fleets.Replace(old, change(old)) };
    }

    public static Scenario Line(this Scenario scenario, string id, Func<SupplyLine, SupplyLine> change)
    {
        var old = scenario.SupplyLines.Single(l => l.Id == id);
        return scenario with { SupplyLines = scenario.SupplyLines.Replace(old, change(old)) };
    }

    public static Scenario Front(this Scenario scenario, string id, Func<Front, Front> change)
    {
        var old = scenario.Fronts.Single(f => f.Id == id);
        return scenario with { Fronts = scenario.Fronts.Replace(old, change(old)) };
    }

    public static Scenario Limit(this Scenario scenario, Disruption disruption) =>
        scenario with { Disruptions = scenario.Disruptions.Add(disruption) };

    public static Scenario Disruption<T>(this Scenario scenario, string id, Func<T, Disruption> change) where T : Disruption
    {
        var old = scenario.Disruptions.Single(d => d.Id == id);
        return scenario with { Disruptions = scenario.Disruptions.Replace(old, change((T)old)) };
    }

    public static Scenario Measure(this Scenario scenario, string id, Func<Measure, Measure> change)
    {
        var old = scenario.Measures.Single(m => m.Id == id);
        return scenario with { Measures = scenario.Measures.Replace(old, change(old)) };
    }

    private static Depot Depot() => new("depot")
    {
        Stock = Supply.Unlimited, Docks = 6, Loading = Minutes(40),
        Airfield = new Airfield { Parking = 6,
            GroundTime = Duration.Triangular(TimeSpan.FromHours(1), TimeSpan.FromHours(1.5), TimeSpan.FromHours(3)) },
    };

    private static Crossing Bridge() => new("bridge")
    {
        At = new GeoPoint(37.081, 42.372),
        HeldBy = Each<string>.Of(("east-bank", "blue"), ("west-bank", "green")),
        Hours = Each<Hours>.Of(("east-bank", Hours.Always), ("west-bank", Hours.Daily(new TimeOnly(8, 0), new TimeOnly(17, 0)))),
        Zone = Each<string>.Of(("east-bank", "Asia/Baghdad"), ("west-bank", "Asia/Damascus")),
        Lanes = Each<int>.Of(("in", 1), ("out", 1)),
        WeightLimit = Mass.FromTonnes(60),
        Inspection = Each<Duration>.Of(("aid", Minutes(12)), ("military", Minutes(8)), ("commercial", Minutes(20)), ("empty", Minutes(2))),
        Passage =
        [
            ("blue", [("aid", Permission.Yes), ("military", Permission.WithClearance), ("commercial", Permission.Yes)]),
            ("red", [("aid", Permission.WithClearance), ("military", Permission.No)]),
        ],
        Clearance = new Clearance
        {
            Channels = ["red-command", "blue-command"], GrantedIn = Duration.Exponential(TimeSpan.FromHours(6)), Valid =
                TimeSpan.FromHours(24),
            DownWhile = Condition.FrontDistance("bridge").IsBelow(Distance.FromKilometres(25)),
        },
    };

    // A dead end: no line's way leads through it.
    private static Crossing Post() => new("post")
    {
        HeldBy = "blue", Lanes = 8, Inspection = Each<Duration>.Of(("commercial", Minutes(35))),
    };

    private static Depot Strip() => new("strip")
    {
        Loading = Minutes(60), Airfield = new Airfield { Parking = 2, GroundTime = Minutes(60) },
    };

    private static Camp Camp() => new("camp")
    {
        People = Number.Unknown(230_000,
            270_000), Arrivals = Arrivals.Poisson(350), Stock = Supply.Days(10), WarnBelow = TimeSpan.FromDays(7), Docks = 12,
    };

    private static Force Force() => new("force")
    {
        Party = "green",
        Needs = [("ammunition", Rate.PerDay(Quantity.Tonnes(45))), ("generator", Rate.PerWeek(Quantity.Pieces(3)))],
        Stock = Supply.Of(("ammunition", Quantity.Tonnes(500)), ("generator", Quantity.Pieces(20))), WarnBelow = TimeSpan.FromDays(5),
    };

    private static Fleet Trucks() => new("trucks")
    {
        Traffic = "aid", Base = "depot", Count = 90, Carries = Mass.FromTonnes(22), Gross = Mass.FromTonnes(38), Driving =
            TimeSpan.FromHours(10),
        Convoy = new ConvoyRules { Size = new SizeRange(5, 20), Wait = TimeSpan.FromHours(4) },
        Breakdown = new Breakdown { Every = Distance.FromKilometres(9000), Repair = TimeSpan.FromHours(10) },
    };

    private static Fleet Locals() =>
        new("locals") { Traffic = "aid", Base = "strip", WorksFrom = ["strip", "town"], Count = 30, Carries = Mass.FromTonnes(12) };

    private static Fleet Army() => new("army")
    {
        Traffic = "military", Base = "depot", Count = 60, Carries = Mass.FromTonnes(24), Gross = Mass.FromTonnes(48),
        Convoy = new ConvoyRules { Size = new SizeRange(8, 25), Wait = TimeSpan.FromHours(12),
            Escort = new Escort { From = "escorts", Count = 2 } },
    };

    private static Fleet Escorts() => new("escorts") { Traffic = "military", Base = "depot", Count = 8 };

    private static Fleet Planes() => new("planes")
    {
        Mode = Mode.Air, Traffic = "aid", Base = "depot", Count = 2, Carries = Mass.FromTonnes(14), Speed =
            Speed.FromKilometresPerHour(460), CrewDay = TimeSpan.FromHours(14),
    };

    private static Fleet Traders() => new("traders") { Traffic = "commercial", Through = "bridge", Arrivals = Arrivals.Poisson(40) };

    private static Front North() => new("north")
    {
        Attacker = "red", Defender = "blue", Starts = Moment.Day(6), Along = [new GeoPoint(36.65, 42.60), "bridge"],
        Pace = new Pace { Advance = Speed.FromMetresPerHour(500) }, OpensWith = FrontState.Fight,
        StandOff = new StandOff { StepDown = Duration.Exponential(TimeSpan.FromDays(9)),
            Ceasefire = Duration.Exponential(TimeSpan.FromDays(6)) },
        Ceasefire = new Ceasefire { Lasts = TimeSpan.FromDays(5), Violated = 0.2 },
        Fight = new Fight { Lasts = Duration.Weibull(1.4, TimeSpan.FromHours(60)), AttackerWins = 0.6,
            Losses = [new Losses { PerDay = [("tank", 0.75)], Of = "red" }] },
    };
}
