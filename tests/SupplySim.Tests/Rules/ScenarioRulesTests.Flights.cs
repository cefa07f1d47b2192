using SupplySim.Disruptions;
using SupplySim.Quantities;
using static SupplySim.Tests.Rules.RulesScenario;

namespace SupplySim.Tests.Rules;

public sealed partial class ScenarioRulesTests
{
    private static Slip[] FlightSlips =>
    [
        new("trucks are no aircraft", s => s.Fleet("locals", f => f with { Aircraft = new() }), "fleets.locals.aircraft",
            "'locals' goes by road"),
        new("a runway need is above zero", s => s.Type(new() { Runway = default(Distance) }), "fleets.planes.aircraft.runway", "0 km"),
        new("a runway is above zero",
            s => s.Place<Depot>("depot", d => d with { Airfield = d.Airfield! with { Runway = default(Distance) } }),
            "places.depot.airfield.runway", "0 km"),
        new("taxiing takes no negative time", s => s.Type(new() { Taxi = -TimeSpan.FromMinutes(1) }), "fleets.planes.aircraft.taxi",
            "allowed: 0 s"),
        new("a type's ground time has a positive mean", s => s.Type(new() { GroundTime = Duration.Of(Distribution.Normal(-1, 1)) }),
            "fleets.planes.aircraft.ground-time", "must be above 0 s"),
        new("a heaviest piece is above zero", s => s.Type(new() { HeaviestPiece = default(Mass) }), "fleets.planes.aircraft.heaviest-piece",
            "above 0 t"),
        new("a hazard is that of a commodity",
            s => s.Commodity("food", c => c with { Hazard = "explosive" }).Type(new() { Hazards = ["explosive", "explosiv"] }),
            "fleets.planes.aircraft.hazards[1]", "did you mean 'explosive'?"),
        new("a hazard is a word", s => s.Commodity("ammunition", c => c with { Hazard = "Class 1" }), "commodities.ammunition.hazard",
            "'Class 1' is no id"),
        new("a hold takes what is named", s => s.Commodity("food", c => c with { Size = CargoSize.Outsize }),
            "supply-lines.airlift.commodities[0]",
            "'planes' cannot carry 'food': it is outsize, and the hold of 'planes' takes bulk cargo"),
        new("a type takes the hazard of what is named", s => s.Commodity("medicine", c => c with { Hazard = "flammable" }),
            "supply-lines.airlift.commodities[1]", "it is flammable, which is not among the hazards of 'planes'"),
        new("a floor takes the pieces of what is named",
            s =>
                s.Commodity("generator", c => c with { CanFly = true }).Type(new() { HeaviestPiece = Mass.FromTonnes(9) }).Line("airlift",
                    l => l with { Commodities = ["generator"], UpTo = Supply.Of(("generator", Quantity.Pieces(3))) }),
                    "supply-lines.airlift.commodities[0]", "one piece of 10 t is above the 9 t that 'planes' take as one"),
        new("a range is long enough for the route", s => s.Type(new() { PayloadRange = Air.Table((300, 14), (500, 0)) }),
            "supply-lines.airlift.by", "'planes' carry nothing over the 520 km from 'depot' to 'strip': {300 km: 14 t, 500 km: 0 t}"),
        new("a payload at that range takes a piece",
            s =>
                s.Commodity("generator", c => c with { CanFly = true }).Type(new() { PayloadRange = Air.Table((420, 14), (620, 0)) })
                    .Line("airlift", l => l with { Commodities = ["generator"], UpTo = Supply.Of(("generator", Quantity.Pieces(3))) }),
                    "supply-lines.airlift.by", "one piece of 'generator' is too heavy for the 7 t of 'planes'"),
        new("a runway is long enough to land",
            s =>
                s.Type(new() { Runway = Distance.FromMetres(1200) }).Place<Depot>("strip",
                    d => d with { Airfield = d.Airfield! with { Runway = Distance.FromMetres(1100) } }), "supply-lines.airlift.to",
                    "'planes' need a runway of 1.2 km, and that of 'strip' has 1.1 km"),
        new("a runway is long enough at the base",
            s =>
                s.Type(new() { Runway = Distance.FromMetres(1200) }).Place<Depot>("depot",
                    d => d with { Airfield = d.Airfield! with { Runway = Distance.FromMetres(1100) } }), "fleets.planes.base",
                    "that of 'depot' has 1.1 km"),
        new("loading crews have a rate", s => s.Strip(f => f with { Crews = 2 }), "places.strip.airfield.crews",
            "nothing says how fast one loads; add 'loading-rate'"),
        new("a rate of loading has crews", s => s.Strip(f => f with { LoadingRate = TonnesAnHour(20) }),
            "places.strip.airfield.loading-rate", "nobody who loads; add 'crews'"),
        new("there is at least one loading crew", s => s.Strip(f => f with { Crews = 0, LoadingRate = TonnesAnHour(20) }),
            "places.strip.airfield.crews", "0 loading crews; at least 1"),
        new("a rate of loading is above zero", s => s.Strip(f => f with { Crews = 1, LoadingRate = TonnesAnHour(0) }),
            "places.strip.airfield.loading-rate", "above 0"),
        new("a rate of loading is of mass", s => s.Strip(f => f with { Crews = 1, LoadingRate = Rate.PerDay(Quantity.Pieces(5)) }),
            "places.strip.airfield.loading-rate", "5/d is no mass per time"),
        new("a load is loaded within a life", s => s.Strip(f => f with { Crews = 1, LoadingRate = Rate.PerDay(new(1, QuantityUnit.Gram)) }),
            "supply-lines.airlift.by", "a load of 14 t takes more than 100 years at 'strip'"),
        new("one does not circle for less than no time", s => s.Strip(f => f with { Holding = -TimeSpan.FromMinutes(1) }),
            "places.strip.airfield.holding", "allowed: 0 s"),
        new("a fuel is a commodity", s => s.Strip(f => f with { Fuel = "fodo" }), "places.strip.airfield.fuel", "did you mean 'food'?"),
        new("what is burnt is above zero", s => s.Refuelled(TonnesAnHour(0)), "fleets.planes.aircraft.burns", "above 0"),
        new("what is burnt is counted as the fuel is", s => s.Refuelled(new Rate(Quantity.Litres(900), TimeSpan.FromHours(1))),
            "places.depot.airfield.fuel", "'planes' burn 900 l/h, but 'ammunition' is counted by mass"),
        new("what is burnt is burnt somewhere", s => s.Type(new() { Burns = TonnesAnHour(2) }), "fleets.planes.aircraft.burns",
            "no airfield that 'planes' use has any fuel to count"),
        new("what is burnt on a flight is not more than there is",
            s =>
                s.Refuelled(Rate.PerDay(new(900_000_000_000_000, QuantityUnit.Gram)))
                    .Type(new() { Burns = Rate.PerDay(new(900_000_000_000_000, QuantityUnit.Gram)), Taxi = TimeSpan.FromDays(2) }),
                    "supply-lines.airlift.by", "more than there can be"),
        new("fuel comes from somewhere", s => s.Refuelled(TonnesAnHour(2)).Strip(f => f with { Fuel = "ammunition" }),
            "places.strip.airfield.fuel", "none lies at 'strip', and no supply line brings any"),
        new("airfields are open at the same time",
            s =>
                s.Place<Depot>("depot", d => d with { Airfield = d.Airfield! with { Hours = Daily(6, 8) } })
                    .Strip(f => f with { Hours = Daily(12, 14) }), "supply-lines.airlift.to",
                    "no flight of 68 min from 'depot' (06:00-08:00) to 'strip' (12:00-14:00) takes off and lands in opening hours"),
        new("airfields are open for the way back too",
            s => s.Place<Depot>("depot", d => d with { Airfield = d.Airfield! with { Hours = Daily(6, 7) } }).Strip(f =>
                f with { Hours = Daily(7, 9) }), "supply-lines.airlift.to", "from 'strip' (07:00-09:00) to 'depot' (06:00-07:00)"),
        new("a crew's day is long enough for one flight", s => s.Fleet("planes", f => f with { CrewDay = TimeSpan.FromHours(4) }),
            "supply-lines.airlift.by", "longer than the 'crew-day' of 4 h of 'planes'"),
        new("aircraft based elsewhere can fly to the cargo", s => s.Away(null), "supply-lines.airlift.from",
            "no air route leads from 'hangar' to 'depot'"),
        new("aircraft based elsewhere get to the cargo in opening hours",
            s =>
                s.Away(new("hangar", "depot") { Mode = Mode.Air, Length = Distance.FromKilometres(100) }).Place<Town>("hangar",
                    h => h with { Airfield = h.Airfield! with { Hours = Daily(6, 7) } }).Place<Depot>("depot",
                        d => d with { Airfield = d.Airfield! with { Hours = Daily(12, 14) } }), "supply-lines.airlift.to",
                        "from 'hangar' (06:00-07:00) to 'depot' (12:00-14:00) takes off"),
        new("aircraft based elsewhere can fly home",
            s => s.Away(new("hangar", "depot") { Mode = Mode.Air, Length = Distance.FromKilometres(100), OneWay = true }),
            "supply-lines.airlift.from", "no air route leads back from 'depot' to 'hangar'"),
        new("aircraft based elsewhere reach the cargo",
            s =>
                s.Away(new("hangar", "depot") { Mode = Mode.Air, Length = Distance.FromKilometres(1500) })
                    .Type(new() { PayloadRange = Air.Table((600, 14), (1000, 0)) }), "supply-lines.airlift.from",
                    "'planes' cannot fly the 1500 km from their base 'hangar' to 'depot'"),
        new("a range is long enough there and back",
            s =>
                s.Place<Depot>("depot", d => d with { Airfield = d.Airfield! with { Fuel = "ammunition" } })
                    .Type(new() { PayloadRange = Air.Table((600, 14), (1000, 0)) }), "supply-lines.airlift.by",
                    "carry nothing over the 1040 km there and back, refuelled at one end only, from 'depot' to 'strip'"),
        new("no weight limit binds aircraft", s => s.Fleet("planes", f => f with { Gross = Mass.FromTonnes(70) }), "fleets.planes.gross",
            "'planes' are aircraft, and a weight limit binds only who goes by road; remove it"),
        new("an alternate is a place", s => s.Alternate("stripp"), "supply-lines.airlift.alternates[0]", "did you mean 'strip'?"),
        new("an alternate has docks", s => s.Alternate("bridge"), "supply-lines.airlift.alternates[0]", "a flight is unloaded at a town"),
        new("an alternate has an airfield", s => s.Alternate("town"), "supply-lines.airlift.alternates[0]", "'town' has no airfield"),
        new("an alternate is another place", s => s.Alternate("strip"), "supply-lines.airlift.alternates[0]",
            "'strip' is where the flight goes"),
        new("an alternate is not where it comes from", s => s.Alternate("depot"), "supply-lines.airlift.alternates[0]",
            "'depot' is where the flight comes from"),
        new("an alternate is named once", s => s.Field(100, 100).Alternate("field", "field"), "supply-lines.airlift.alternates[1]",
            "'field' is named twice"),
        new("an alternate is reached from the destination", s => s.Field(null, 100).Alternate("field"),
            "supply-lines.airlift.alternates[0]", "no air route leads from 'strip' to 'field'"),
        new("one comes home from an alternate", s => s.Field(100, null).Alternate("field"), "supply-lines.airlift.alternates[0]",
            "no air route leads from 'field' to 'depot'"),
        new("an alternate is in range",
            s => s.Field(100, 100).Alternate("field").Type(new() { PayloadRange = Air.Table((520, 14), (600, 0)) }),
            "supply-lines.airlift.alternates[0]", "'planes' carry nothing over the 620 km to 'strip' and on to 'field'"),
        new("an alternate's runway is long enough",
            s => s.Field(100, 100).Alternate("field").Type(new() { Runway = Distance.FromMetres(1200) }),
            "supply-lines.airlift.alternates[0]", "need a runway of 1.2 km, and that of 'field' has 1.1 km"),
        new("trucks have no alternates", s => s.Line("camp-road", l => l with { Alternates = ["town"] }),
            "supply-lines.camp-road.alternates[0]", "'trucks' go by road"),
        new("columns are not diverted to an alternate", s => s.Disruption<Closure>("shelling", d => d with { EnRoute = EnRoute.Divert }),
            "disruptions.shelling.en-route", "'bridge' is not flown"),
        new("nor on a road", s => s.Disruption<Closure>("landslide", d => d with { EnRoute = EnRoute.Divert }),
            "disruptions.landslide.en-route", "'town - camp' is not flown"),
        new("what is grounded has an airfield", s => s.Dust(d => d with { Ground = "town" }), "disruptions.dust.ground",
            "'town' has no airfield"),
        new("an airfield is grounded for a traffic", s => s.Dust(d => d with { Ground = "strip", To = ["aide"] }), "disruptions.dust.to[0]",
            "did you mean 'aid'?"),
        new("nobody holds on the way to an airfield", s => s.Dust(d => d with { Ground = "strip", EnRoute = EnRoute.Hold }),
            "disruptions.dust.en-route", "on their way to 'strip' land, fly back or go elsewhere"),
        new("a fleet is grounded as a whole", s => s.Dust(d => d with { To = ["aid"] }), "disruptions.dust.to",
            "a fleet is of one traffic"),
        new("a fleet that is grounded lands", s => s.Dust(d => d with { EnRoute = EnRoute.TurnBack }), "disruptions.dust.en-route",
            "land where they were going"),
        new("what is grounded is a fleet or a place",
            s =>
                s.Fleet("planes", f => f with { Id = "strip" }).Line("airlift", l => l with { By = "strip" })
                    .Dust(d => d with { Ground = "strip" }).Disruption<Slowdown>("fewer-flights", d => d with { Slow = "trucks" }),
                    "disruptions.dust.ground", "'strip' is the id of a place and of a fleet"),
        new("nobody holds on an air route",
            s => s.Disruption<Closure>("landslide", d => d with { Close = "depot - strip", EnRoute = EnRoute.Trapped }),
            "disruptions.landslide.en-route", "aircraft cannot stay where they are in the air"),
    ];

    private static Rate TonnesAnHour(int tonnes) => new(Quantity.Tonnes(tonnes), TimeSpan.FromHours(1));

    private static Hours Daily(int from, int to) => Hours.Daily(new TimeOnly(from, 0), new TimeOnly(to, 0));
}

/// <summary>Ways to change the airlift of the rules' scenario.</summary>
internal static class AirliftChanges
{
    public static Scenario Strip(this Scenario scenario, Func<Airfield, Airfield> change) =>
        scenario.Place<Depot>("strip", depot => depot with { Airfield = change(depot.Airfield!) });

    /// <summary>The depot, which never runs out, refuels with what is at hand.</summary>
    public static Scenario Refuelled(this Scenario scenario, Rate burns) => scenario.Type(new() { Burns = burns })
        .Place<Depot>("depot", depot => depot with { Airfield = depot.Airfield! with { Fuel = "ammunition" } });

    /// <summary>The planes are based at a hangar and work from the depot.</summary>
    public static Scenario Away(this Scenario scenario, Route? route) => (scenario with
    {
        Places = scenario.Places.Add(new Town("hangar") { Airfield = new() { Parking = 1, GroundTime = TimeSpan.FromHours(1) } }),
        Routes = route is null ? scenario.Routes : scenario.Routes.Add(route),
    }).Fleet("planes", fleet => fleet with { Base = "hangar", WorksFrom = ["depot"] });

    public static Scenario Alternate(this Scenario scenario, params PlaceId[] places) =>
        scenario.Line("airlift", line => line with { Alternates = [.. places] });

    /// <summary>Another airfield, with a runway of 1,100 m and as many kilometres from the strip, and to the depot.</summary>
    public static Scenario Field(this Scenario scenario, int? fromStrip, int? toDepot) => scenario with
    {
        Places = scenario.Places.Add(
            new Town("field") { Airfield = new() { Parking = 1, GroundTime = TimeSpan.FromHours(1), Runway = Distance.FromMetres(1100) } }),
        Routes = [.. scenario.Routes, .. Airway("strip", "field", fromStrip), .. Airway("field", "depot", toDepot)],
    };

    private static Route[] Airway(string from, string to, int? kilometres) =>
        kilometres is { } length ? [new Route(from, to) { Mode = Mode.Air, Length = Distance.FromKilometres(length) }] : [];

    public static Scenario Dust(this Scenario scenario, Func<Grounding, Grounding> change) =>
        scenario.Disruption<Grounding>("dust", change);
}
