using System.Collections.Immutable;
using SupplySim.Disruptions;
using SupplySim.Quantities;

namespace SupplySim.Tests;

/// <summary>The smallest scenarios in which something happens, with round figures and nothing random, to be changed in one
/// place by each test.</summary>
/// <remarks>
/// <code>
/// depot ---- 60 km, 1 h ---- bridge ---- 60 km, 1 h ---- town
/// loading 30 min             inspection 20 min           unloading 30 min
/// never runs out             one lane                    ten docks, as at the depot
/// </code>
/// One truck carries one crate of 10 t: ordered 0:00, departs 0:30, at the bridge 1:30, through 1:50, at the town 2:50, unloaded
/// 3:20, back at the bridge 4:20, through 4:40, home 5:40.
/// </remarks>
internal static class Small
{
    /// <summary>The road above, with as many trucks as crates.</summary>
    public static Scenario Road(int crates = 1) => new()
    {
        Title = "A road",
        Clock = new Clock { Length = TimeSpan.FromDays(10) },
        Commodities = [new Commodity("crate") { Unit = QuantityUnit.Piece, Weight = Mass.FromTonnes(10) }],
        Parties = [new Party("red"), new Party("blue")],
        Places =
        [
            new Depot("depot") { Stock = Supply.Unlimited, Docks = 10, Loading = Minutes(30) },
            new Crossing("bridge") { At = East(0), Lanes = 1, Inspection = Minutes(20) },
            new Town("town") { Docks = 10, Unloading = Minutes(30) },
        ],
        Routes = [Leg("depot", "bridge", 60), Leg("bridge", "town", 60)],
        Fleets = [new Fleet("trucks") { Traffic = "aid", Base = "depot", Count = crates, Carries = Mass.FromTonnes(10) }],
        SupplyLines =
        [
            new SupplyLine("road")
            {
                From = "depot", To = "town", By = "trucks", Commodities = ["crate"], GivenUpAfter = TimeSpan.FromDays(9),
                WhenBelow = Crates(1), UpTo = Crates(crates),
            },
        ],
    };

    /// <summary>The same with one crate sent every day, whatever is known to be shut.</summary>
    public static Scenario Daily() => Road().Line("road", line => line with
    {
        WhenBelow = null, UpTo = null, Send = Rate.PerDay(Quantity.Pieces(1)),
    });

    /// <summary>A camp of 24,000 that eats 1 t an hour, one gram each 3.6 ms, and has 20 t; 60 km from a depot with trucks of
    /// 30 t and a plane of 11 t.</summary>
    public static Scenario Camp() => new()
    {
        Title = "A camp",
        Clock = new Clock { Length = TimeSpan.FromDays(2) },
        Commodities = [new Commodity("food") { Unit = QuantityUnit.Gram, PerPerson = Rate.PerDay(Quantity.Kilograms(1)) }],
        Places =
        [
            new Depot("depot") { Stock = Supply.Unlimited, Docks = 10, Loading = Minutes(30), Airfield = Field(2) },
            new Camp("camp") { People = 24_000, Stock = Food(20), Docks = 10, Unloading = Minutes(30), Airfield = Field(1) },
        ],
        Routes =
        [
            Leg("depot", "camp", 60), new Route("depot", "camp") { Name = "air", Mode = Mode.Air, Length = Distance.FromKilometres(400) },
        ],
        Fleets =
        [
            new Fleet("trucks") { Traffic = "aid", Base = "depot", Count = 2, Carries = Mass.FromTonnes(30) },
            new Fleet("planes")
            {
                Mode = Mode.Air, Traffic = "aid", Base = "depot", Count = 1, Carries = Mass.FromTonnes(11),
                Speed = Speed.FromKilometresPerHour(400),
            },
        ],
    };

    public static SupplyLine Line(string id, string by) => new(id) { From = "depot", To = "camp", By = by };

    public static Scenario With(this Scenario scenario, params SupplyLine[] lines) => scenario with { SupplyLines = [.. lines] };

    public static Scenario With(this Scenario scenario, params Disruption[] disruptions) =>
        scenario with { Disruptions = [.. disruptions] };

    public static Scenario With(this Scenario scenario, params Front[] fronts) => scenario with { Fronts = [.. fronts] };

    public static Scenario Plus(this Scenario scenario, params Fleet[] fleets) =>
        scenario with { Fleets = [.. scenario.Fleets, .. fleets] };

    public static Scenario Plus(this Scenario scenario, Place place, params Route[] routes) =>
        scenario with { Places = scenario.Places.Add(place), Routes = scenario.Routes.AddRange(routes) };

    /// <summary>Nothing is ordered.</summary>
    public static Scenario Idle(this Scenario scenario) => scenario with { SupplyLines = [] };

    /// <summary>One after the other at the depot's dock: laden at 0:30, 1:00, 1:30, ...</summary>
    public static Scenario OneDock(this Scenario scenario) => scenario.Place<Depot>("depot", depot => depot with { Docks = 1 });

    /// <summary>The same, ended sooner.</summary>
    public static Scenario Until(this Scenario scenario, string time) =>
        scenario with { Clock = scenario.Clock with { Length = Span(time) } };

    public static Closure Closed(string what, string from, string lasts, EnRoute enRoute = EnRoute.Complete, string id = "flood") =>
        new(id) { Close = what, At = Moment.After(Span(from)), For = Span(lasts), EnRoute = enRoute };

    /// <summary>The bridge is blue's until then, and red's from then on.</summary>
    public static Scenario Taken(this Scenario scenario, string at) => scenario with
    {
        Fronts =
        [
            new Front("north")
            {
                Attacker = "red", Defender = "blue", Starts = Moment.After(Span(at)), Along = [East(-1), "bridge"],
                OpensWith = FrontState.StepDown, Pace = new Pace { Advance = Speed.FromKilometresPerHour(10) },
                StandOff = new StandOff { StepDown = TimeSpan.FromHours(1) },
            },
        ],
    };

    /// <summary>A way round the bridge.</summary>
    public static Scenario Detour(this Scenario scenario, int kilometres) => scenario.Detour("town", kilometres);

    public static Scenario Detour(this Scenario scenario, string to, int kilometres) =>
        scenario with { Routes = scenario.Routes.Add(Leg("depot", to, kilometres)) };

    public static Fleet Traders(Rate rate) =>
        new("traders") { Traffic = "commercial", Through = "bridge", Arrivals = new Arrivals(rate, IsRandom: false) };

    public static Route Leg(string from, string to, int kilometres) =>
        new(from, to) { Length = Distance.FromKilometres(kilometres), Speed = Speed.FromKilometresPerHour(60) };

    public static Supply Crates(int crates) => Supply.Of(("crate", Quantity.Pieces(crates)));

    public static Supply Food(decimal tonnes) => Supply.Of(("food", Quantity.Tonnes(tonnes)));

    /// <summary>One in each of these times: <c>Each("1:00")</c> at 1:00, 2:00, ...</summary>
    public static Rate Each(string time) => new(Quantity.Pieces(1), Span(time));

    /// <summary>From a time of day to midnight.</summary>
    public static Hours OpenFrom(int hour, int minute = 0) => Hours.Daily(new TimeOnly(hour, minute), new TimeOnly(0, 0));

    public static Duration Minutes(double minutes) => TimeSpan.FromMinutes(minutes);

    /// <summary><c>2:30</c> is two and a half hours; <c>26:00</c> is a day and two hours.</summary>
    public static TimeSpan Span(string hoursAndMinutes)
    {
        var parts = hoursAndMinutes.Split(':');
        return new TimeSpan(int.Parse(parts[0]), int.Parse(parts[1]), 0);
    }

    /// <summary>A point on the equator, on which a kilometre is a kilometre.</summary>
    public static GeoPoint East(double kilometres) => new(0, kilometres * 1000 / GeoPoint.EarthRadius * 180 / Math.PI);

    private static Airfield Field(int parking) => new() { Parking = parking, GroundTime = Minutes(60) };
}
