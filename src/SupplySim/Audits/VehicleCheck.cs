using SupplySim.Movement;

namespace SupplySim.Audits;

/// <summary>Looks for every vehicle of every fleet, where vehicles can be.</summary>
internal sealed class VehicleCheck : Check
{
    private enum Found : byte { Nowhere, Idle, AtBase, Moving, Broken }

    private readonly Found[][] _found;

    public VehicleCheck(Audit audit) : base(audit) => _found = [.. Transport.Yards.Select(yard => new Found[yard.Fleet.Count])];

    public override void AfterEvent()
    {
        foreach (var fleet in World.Fleets)
        {
            var (least, all) = (Math.Min(Math.Min(fleet.AtBase, fleet.Moving), Math.Min(fleet.Broken, fleet.Lost)),
                fleet.AtBase + fleet.Moving + fleet.Broken + fleet.Lost);
            if (least < 0 || all != fleet.Fleet.Count) throw Audit.Broken(Invariants.FleetWhole, fleet.Fleet.Id, all, fleet.Fleet.Count);
        }
    }

    public override void Recount()
    {
        foreach (var found in _found) Array.Clear(found);
        foreach (var yard in Transport.Yards)
            foreach (var vehicle in yard.IdleVehicles.Concat(yard.Absent)) Find(yard, vehicle, Found.Idle);
        FindAtDocks();
        foreach (var departures in Transport.Departures.OfType<Departures>())
            foreach (var formation in departures.Formations) Find(formation.Members, Found.AtBase);
        foreach (var queue in Transport.Queues)
            if (queue?.Exchange is { } exchange) FindAt(exchange);
        foreach (var convoy in Transport.Columns)
            Find(convoy.Members, !convoy.HasSetOut ? Found.AtBase : convoy.IsUnderRepair ? Found.Broken : Found.Moving);
        foreach (var airlift in Transport.Departures.OfType<Airlift>()) FindAircraft(airlift);
        foreach (var yard in Transport.Yards) Compare(yard);
    }

    // Trucks of the far bank count as at their base until they set out.
    private void FindAt(Exchange exchange)
    {
        foreach (var formation in exchange.Formations) Find(formation.Members, Found.AtBase);
        foreach (var visit in exchange.Docks.Waiting.Concat(exchange.Docks.Bays.Where(bay => bay.IsTaken).Select(bay => bay.Visit!)))
            if (visit is Handover { Onto: { } truck }) Find(truck.Yard, truck.Vehicle, Found.AtBase);
    }

    private void FindAircraft(Airlift airlift)
    {
        for (var aircraft = 0; aircraft < airlift.Flights.Count; aircraft++)
            switch (airlift.Flights[aircraft].Stage)
            {
                case FlightStage.AtBase: Find(airlift.Yard, aircraft, Found.AtBase); break;
                case FlightStage.Out: Find(airlift.Yard, aircraft, Found.Moving); break;
            }
    }

    // At a dock of its origin stands a vehicle for which a load is meant; the others there belong to a column.
    private void FindAtDocks()
    {
        foreach (var docks in Transport.Docks)
        {
            if (docks is null) continue;
            foreach (var member in docks.AtDock) FindLoading(member);
            foreach (var member in docks.Waiting) FindLoading(member);
        }
    }

    private void FindLoading(Member? member)
    {
        if (member is not null && member.Yard.Meant[member.Vehicle] is not null) Find(member.Yard, member.Vehicle, Found.AtBase);
    }

    private void Find(IReadOnlyList<Member> members, Found where)
    {
        for (var i = 0; i < members.Count; i++)
            if (!members[i].IsLost) Find(members[i].Yard, members[i].Vehicle, where);
    }

    private void Find(Yard yard, int vehicle, Found where)
    {
        ref var found = ref _found[yard.Number][vehicle];
        if (found != Found.Nowhere) throw Audit.Broken(Invariants.OnePlace, $"{yard.Fleet.Id} {vehicle}, {found} and {where}", 2, 1);
        found = where;
    }

    private void Compare(Yard yard)
    {
        Span<int> counts = stackalloc int[5];
        for (var vehicle = 0; vehicle < _found[yard.Number].Length; vehicle++)
        {
            var found = _found[yard.Number][vehicle];
            counts[(int)found]++;
            if (found is Found.Nowhere or Found.Idle && yard.Aboard[vehicle] is { } load)
                throw Audit.Broken(Invariants.IdleEmpty, $"grams on {yard.Fleet.Id} {vehicle}, which is {found}", load.Mass, 0);
        }
        Compare(Invariants.AtBase, yard, counts[(int)Found.Idle] + counts[(int)Found.AtBase], yard.State.AtBase);
        Compare(Invariants.Moving, yard, counts[(int)Found.Moving], yard.State.Moving);
        Compare(Invariants.Broken, yard, counts[(int)Found.Broken], yard.State.Broken);
        Compare(Invariants.Gone, yard, counts[(int)Found.Nowhere], yard.State.Lost);
    }

    private void Compare(Invariant invariant, Yard yard, int counted, int books)
    {
        if (counted != books) throw Audit.Broken(invariant, yard.Fleet.Id, counted, books);
    }
}
