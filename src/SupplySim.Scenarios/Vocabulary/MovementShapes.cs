using SupplySim.Quantities;
using SupplySim.Scenarios.Values;

namespace SupplySim.Scenarios.Vocabulary;

/// <summary>What can be said of what is moved, on what, by what.</summary>
internal static class MovementShapes
{
    private static readonly Kind<string> Commodity = Kinds.Ref("the id of a commodity", Referent.Commodity);
    private static readonly Kind<string> FleetId = Kinds.Ref("the id of a fleet", Referent.Fleet);
    private static readonly Kind<Mode> Mode = Kinds.Word<Mode>();

    private static readonly Kind<AircraftType> AircraftType = Kinds.Words("c-130j | c-17 | a400m | il-76 | an-12 | mi-8",
        ("c-130j", SupplySim.AircraftType.C130J), ("c-17", SupplySim.AircraftType.C17), ("a400m", SupplySim.AircraftType.A400M),
        ("il-76", SupplySim.AircraftType.Il76), ("an-12", SupplySim.AircraftType.An12), ("mi-8", SupplySim.AircraftType.Mi8));

    private static readonly Kind<QuantityUnit> Unit = Kinds.Words("a unit of amount: t, kg, l, m3 or piece",
        ("t", QuantityUnit.Gram), ("kg", QuantityUnit.Gram), ("l", QuantityUnit.Millilitre),
        ("m3", QuantityUnit.Millilitre), ("piece", QuantityUnit.Piece));

    public static readonly Shape<Commodity> Commodities = new("a commodity", id => new(id) { Unit = QuantityUnit.Gram })
    {
        { c => c.Name, Kinds.Text },
        { c => c.Unit, Unit },
        { c => c.PerPerson, Kinds.Ration },
        { c => c.LocalShare, Kinds.ShareDrawn },
        { c => c.Priority, Kinds.Priority },
        { c => c.Weight, Kinds.Mass.Or(Mass.FromKilograms(1)) },
        { c => c.CanFly, Kinds.YesNo },
        { c => c.Size, Kinds.Word<CargoSize>() },
        { c => c.Hazard, Kinds.Id },
        { c => c.Backlog, Kinds.YesNo },
        { c => c.Source, Kinds.Source },
    };

    public static readonly Shape<Party> Parties = new("a party", id => new(id))
    {
        { p => p.Name, Kinds.Text },
        { p => p.Strength, Kinds.People },
        { p => p.Equipment, new ByNameKind<int>("numbers by type of equipment", Kinds.Id, Kinds.Count) },
        { p => p.Source, Kinds.Source },
    };

    public static readonly Shape<Route> Routes = new("a route", MakeRoute)
    {
        { r => r.Mode, Mode },
        { r => r.Length, Kinds.Distance },
        { r => r.Speed, Kinds.Speed },
        { r => r.OneWay, Kinds.YesNo },
        { r => r.DaylightOnly, Kinds.YesNo },
        { r => r.WeightLimit, Kinds.Mass.Or(Mass.FromTonnes(1_000_000)) },
        { r => r.Hazard, Kinds.RareRate },
        { r => r.AttackedEvery, Kinds.Distance },
        { r => r.Source, Kinds.Source },
    };

    public static readonly Shape<AttackRules> Attacks = new("attacks", _ => new() { Lost = 0 })
    {
        { a => a.Lost, Kinds.Share },
        { a => a.Halt, Kinds.Duration },
        { a => a.BySize, Kinds.Power },
        { a => a.PerEscort, Kinds.Share },
    };

    public static readonly Shape<Escort> Escort = new("an escort", _ => new() { From = "", Count = 1 })
    {
        { e => e.From, FleetId },
        { e => e.Count, Kinds.CountFromOne },
    };

    public static readonly Shape<MarchUnits> MarchUnits =
        new("march units", _ => new() { Of = 1_000, Gap = TimeSpan.Zero })
    {
        { m => m.Of, Kinds.CountFromOne },
        { m => m.Gap, Kinds.Time },
    };

    public static readonly Shape<ConvoyRules> Convoy =
        new("a convoy", _ => new() { Size = new(1, 1), Wait = TimeSpan.Zero })
    {
        { c => c.Size, Kinds.SizeRange },
        { c => c.Wait, Kinds.Time },
        { c => c.Density, Kinds.Density },
        { c => c.MarchUnits, new BlockKind<MarchUnits>(MarchUnits) },
        { c => c.Escort, new BlockKind<Escort>(Escort) },
    };

    public static readonly Shape<Breakdown> Breakdown =
        new("a breakdown", _ => new() { Every = Distance.FromKilometres(1000), Repair = TimeSpan.Zero })
    {
        { b => b.Every, Kinds.Distance },
        { b => b.Repair, Kinds.Duration },
        { b => b.RecoveryHalt, Kinds.Duration },
    };

    public static readonly Shape<FleetFuel> Fuel = new("the fuel of trucks", _ => new() { Commodity = "", Burns = default })
    {
        { f => f.Commodity, Commodity },
        { f => f.Burns, Kinds.Consumption },
    };

    public static readonly Shape<Aircraft> Aircraft = new("aircraft", _ => new())
    {
        { a => a.PayloadRange, new PayloadRangeKind() },
        { a => a.Runway, Kinds.Distance },
        { a => a.Taxi, Kinds.Time },
        { a => a.GroundTime, Kinds.Duration },
        { a => a.Burns, Kinds.Rate },
        { a => a.Hold, Kinds.Word<CargoSize>() },
        { a => a.HeaviestPiece, Kinds.Mass.Or(Mass.FromTonnes(50)) },
        { a => a.Hazards, new ListKind<string>("a list of hazards", Kinds.Id) },
    };

    public static readonly Shape<Fleet> Fleets = new("a fleet", id => new(id) { Traffic = "aid" })
    {
        { f => f.Mode, Mode },
        { f => f.Type, AircraftType },
        { f => f.Traffic, Kinds.Id },
        { f => f.Base, Kinds.Place },
        { f => f.WorksFrom, new ListKind<PlaceId>("a list of places", Kinds.Place) },
        { f => f.Count, Kinds.Count.Or(1_000) },
        { f => f.Carries, Kinds.Mass.Or(Mass.FromTonnes(50)) },
        { f => f.Gross, Kinds.Mass.Or(Mass.FromTonnes(1)) },
        { f => f.Speed, Kinds.Speed },
        { f => f.Convoy, new BlockKind<ConvoyRules>(Convoy) },
        { f => f.Driving, Kinds.TimePerDay },
        { f => f.Night, Kinds.Word<NightRule>() },
        { f => f.CrewDay, Kinds.TimeInDay },
        { f => f.Aircraft, new BlockKind<Aircraft>(Aircraft) },
        { f => f.Fuel, new BlockKind<FleetFuel>(Fuel) { Example = "{commodity: diesel, burns: 35 l/100 km}" } },
        { f => f.Breakdown, new BlockKind<Breakdown>(Breakdown) },
        { f => f.Through, Kinds.Place },
        { f => f.Arrivals, Kinds.Arrivals },
        { f => f.Source, Kinds.Source },
    };

    public static readonly Shape<SupplyLine> SupplyLines =
        new("a supply line", id => new(id) { From = "", To = "", By = "" })
    {
        { l => l.From, Kinds.Place },
        { l => l.To, Kinds.Place },
        { l => l.By, FleetId },
        { l => l.Commodities, new ListKind<string>("a list of commodities", Commodity) },
        { l => l.WhenBelow, new SupplyKind(Supply.Days(5)) },
        { l => l.UpTo, new SupplyKind(Supply.Days(10)) },
        { l => l.Order, new SupplyKind(Supply.Days(5)) },
        { l => l.Review, Kinds.TimeAboveZero },
        { l => l.Send, Kinds.Rate },
        { l => l.Every, Kinds.TimeAboveZero },
        { l => l.When, Kinds.ConditionHere },
        { l => l.Until, Kinds.ConditionHere },
        { l => l.Priority, Kinds.Priority },
        { l => l.Alternates, new ListKind<PlaceId>("a list of places", Kinds.Place) },
        { l => l.GivenUpAfter, Kinds.Time },
    };

    private static Route MakeRoute(string key)
    {
        var (from, to, name) = RouteKeys.Split(key);
        return new(from, to) { Name = name, Length = Distance.FromKilometres(1) };
    }
}
