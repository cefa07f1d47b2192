using SupplySim.Engine;
using SupplySim.Movement;

namespace SupplySim.Audits;

/// <summary>Looks at what is in use at airfields, and who flies there.</summary>
internal sealed class AirfieldCheck : Check
{
    private readonly Newcomers?[] _inbound;

    public AirfieldCheck(Audit audit) : base(audit) =>
        _inbound = [.. World.Runways.Select(runway => runway is null ? null : new Newcomers(runway.Inbound, runway.IsOpenFor))];

    public override void AfterEvent()
    {
        for (var place = 0; place < _inbound.Length; place++)
            if (World.Runways[place] is { IsGrounding: true } && _inbound[place]!.First(World.Now) is not null)
                throw Audit.Broken(Invariants.Grounded, $"flights that have set out for {Place(place)}", 1, 0);
            else if (World.Runways[place] is { IsGrounding: false }) _inbound[place]!.Forget();
    }

    public override void Recount()
    {
        int stands = 0, crews = 0, aircraft = 0;
        for (var place = 0; place < Transport.Airfields.Length; place++)
        {
            if (Transport.Airfields[place] is not { } field) continue;
            stands += InUse(field.Stands, place, "stands");
            if (field.Crews is { } loading) crews += InUse(loading, place, "loading crews");
        }
        foreach (var airlift in Transport.Departures.OfType<Airlift>())
            aircraft += airlift.Flights.Count(flight => flight.Stage is FlightStage.AtBase or FlightStage.Out);
        if (stands > aircraft) throw Audit.Broken(Invariants.StandHolders, "stands in use, at most", stands, aircraft);
        if (crews > aircraft) throw Audit.Broken(Invariants.StandHolders, "loading crews in use, at most", crews, aircraft);
    }

    private int InUse(Resource units, int place, string what) => units.InUse <= units.Capacity
        ? units.InUse
        : throw Audit.Broken(Invariants.Stands, $"{what} in use at {Place(place)}, at most", units.InUse, units.Capacity);
}
