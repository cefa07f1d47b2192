using SupplySim.Quantities;
using static SupplySim.Tests.RulesScenario;

namespace SupplySim.Tests;

public sealed partial class ScenarioRulesTests
{
    private static Slip[] FlightSlips =>
    [
        new("trucks are no aircraft", s => s.Fleet("locals", f => f with { Aircraft = new() }), "fleets.locals.aircraft", "'locals' goes by road"),
        new("a runway need is above zero", s => s.Type(new() { Runway = default(Distance) }), "fleets.planes.aircraft.runway", "0 km"),
        new("a runway is above zero", s => s.Place<Depot>("depot", d => d with { Airfield = d.Airfield! with { Runway = default(Distance) } }), "places.depot.airfield.runway", "0 km"),
        new("taxiing takes no negative time", s => s.Type(new() { Taxi = -TimeSpan.FromMinutes(1) }), "fleets.planes.aircraft.taxi", "allowed: 0 s"),
        new("a type's ground time has a positive mean", s => s.Type(new() { GroundTime = Duration.Of(Distribution.Normal(-1, 1)) }), "fleets.planes.aircraft.ground-time", "must be above 0 s"),
        new("a heaviest piece is above zero", s => s.Type(new() { HeaviestPiece = default(Mass) }), "fleets.planes.aircraft.heaviest-piece", "above 0 t"),
        new("a hazard is that of a commodity", s => s.Commodity("food", c => c with { Hazard = "explosive" }).Type(new() { Hazards = ["explosive", "explosiv"] }), "fleets.planes.aircraft.hazards[1]", "did you mean 'explosive'?"),
        new("a hazard is a word", s => s.Commodity("ammunition", c => c with { Hazard = "Class 1" }), "commodities.ammunition.hazard", "'Class 1' is no id"),
        new("a hold takes what is named", s => s.Commodity("food", c => c with { Size = CargoSize.Outsize }), "supply-lines.airlift.commodities[0]", "'planes' cannot carry 'food': it is outsize, and the hold of 'planes' takes bulk cargo"),
        new("a type takes the hazard of what is named", s => s.Commodity("medicine", c => c with { Hazard = "flammable" }), "supply-lines.airlift.commodities[1]", "it is flammable, which is not among the hazards of 'planes'"),
        new("a floor takes the pieces of what is named", s => s.Commodity("generator", c => c with { CanFly = true }).Type(new() { HeaviestPiece = Mass.FromTonnes(9) }).Line("airlift", l => l with { Commodities = ["generator"], UpTo = Supply.Of(("generator", Quantity.Pieces(3))) }), "supply-lines.airlift.commodities[0]", "one piece of 10 t is above the 9 t that 'planes' take as one"),
        new("a range is long enough for the route", s => s.Type(new() { PayloadRange = Air.Table((300, 14), (500, 0)) }), "supply-lines.airlift.by", "'planes' carry nothing over the 520 km from 'depot' to 'strip': {300 km: 14 t, 500 km: 0 t}"),
        new("a payload at that range takes a piece", s => s.Commodity("generator", c => c with { CanFly = true }).Type(new() { PayloadRange = Air.Table((420, 14), (620, 0)) }).Line("airlift", l => l with { Commodities = ["generator"], UpTo = Supply.Of(("generator", Quantity.Pieces(3))) }), "supply-lines.airlift.by", "one piece of 'generator' is too heavy for the 7 t of 'planes'"),
        new("a runway is long enough to land", s => s.Type(new() { Runway = Distance.FromMetres(1200) }).Place<Depot>("strip", d => d with { Airfield = d.Airfield! with { Runway = Distance.FromMetres(1100) } }), "supply-lines.airlift.to", "'planes' need a runway of 1.2 km, and that of 'strip' has 1.1 km"),
        new("a runway is long enough at the base", s => s.Type(new() { Runway = Distance.FromMetres(1200) }).Place<Depot>("depot", d => d with { Airfield = d.Airfield! with { Runway = Distance.FromMetres(1100) } }), "fleets.planes.base", "that of 'depot' has 1.1 km"),
    ];
}
