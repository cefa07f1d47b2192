using SupplySim.Engine;
using SupplySim.Movement;
using SupplySim.Runs;

namespace SupplySim.Audits;

/// <summary>Counts the loads between order and unloading, and what they carry.</summary>
internal sealed class OrderCheck(Audit audit) : Check(audit)
{
    private readonly HashSet<Load> _found = new(ReferenceEqualityComparer.Instance);
    private readonly long[] _onOrder = new long[audit.World.Catalogue.Places.Length * audit.World.Catalogue.Commodities.Length];
    private readonly long[] _promised = new long[audit.World.Catalogue.Places.Length * audit.World.Catalogue.Commodities.Length];

    private readonly long[] _waiting = new long[audit.World.Catalogue.Places.Length * audit.World.Catalogue.Commodities.Length];

    private int Commodities => World.Catalogue.Commodities.Length;

    public override void Recount()
    {
        _found.Clear();
        Array.Clear(_onOrder);
        Array.Clear(_promised);
        Array.Clear(_waiting);
        foreach (var departures in Transport.Departures)
            foreach (var load in departures.Waiting.All)
            {
                Find(load);
                Promise(load, departures.Waiting.Origin);
                foreach (var (commodity, amount) in load.Cargo) _waiting[load.To * Commodities + commodity] += amount;
            }
        foreach (var yard in Transport.Yards) CountOn(yard);
        foreach (var departures in Transport.Departures.OfType<Departures>())
            foreach (var formation in departures.Formations)
                foreach (var member in formation.Members) CheckStands(member);
        Compare();
    }

    private void CheckStands(Member member)
    {
        if (member.Load is { IsOnOrder: true } load && load.StandsSince == SimTime.Never)
            throw Audit.Broken(Invariants.Overdue, $"loads that gather on {member.Yard.Fleet.Id} {member.Vehicle} and do not stand", 1, 0);
    }

    private void CountOn(Yard yard)
    {
        for (var vehicle = 0; vehicle < yard.Aboard.Length; vehicle++)
        {
            if (yard.Meant[vehicle] is { } meant)
            {
                Find(meant);
                Promise(meant, World.Catalogue.PlaceNumber(meant.Line.Line.From));
            }
            if (yard.Aboard[vehicle] is not { } load) continue;
            Find(load);
            CheckLoad(load, yard, vehicle);
        }
    }

    private void CheckLoad(Load load, Yard yard, int vehicle)
    {
        long mass = 0;
        foreach (var (commodity, amount) in load.Cargo)
        {
            mass += World.Catalogue.MassOf(commodity, amount);
            if (yard.Fleet.Mode == Mode.Air && !World.Catalogue.Commodities[commodity].CanFly)
                throw Audit.Broken(Invariants.CanFly, $"{Commodity(commodity)} on {yard.Fleet.Id} {vehicle}", amount, 0);
        }
        if (mass != load.Mass) throw Audit.Broken(Invariants.LoadFits, $"grams on {yard.Fleet.Id} {vehicle}", mass, load.Mass);
        var most = Transport.Capacity(World.Catalogue.PlaceNumber(load.Line.Line.From), load.Line.To, yard.Number);
        if (mass > most) throw Audit.Broken(Invariants.LoadFits, $"grams on {yard.Fleet.Id} {vehicle}, at most", mass, most);
    }

    private void Find(Load load)
    {
        if (!_found.Add(load)) throw Audit.Broken(Invariants.LoadOnce, $"load {load.Turn} of {load.Line.Line.Id}", 2, 1);
        if (!load.IsOnOrder) return;
        if (load.StandsSince != SimTime.Never && World.Now - load.StandsSince > load.Line.Line.GivenUpAfter)
            throw Audit.Broken(Invariants.Overdue, $"ticks for which load {load.Turn} of {load.Line.Line.Id} stands, at most",
                (World.Now - load.StandsSince).Ticks, load.Line.Line.GivenUpAfter.Ticks);
        foreach (var (commodity, amount) in load.Cargo) _onOrder[load.To * Commodities + commodity] += amount;
    }

    private void Promise(Load load, int origin)
    {
        foreach (var (commodity, amount) in load.Cargo) _promised[origin * Commodities + commodity] += amount;
    }

    private void Compare()
    {
        for (var place = 0; place < World.Catalogue.Places.Length; place++)
            for (var commodity = 0; commodity < Commodities; commodity++)
            {
                var (stock, at) = (World.Stocks[place, commodity], place * Commodities + commodity);
                if (stock.OnOrder != _onOrder[at])
                    throw Audit.Broken(Invariants.OnOrder, $"{Commodity(commodity)} for {Place(place)}", _onOrder[at], stock.OnOrder);
                if (stock.Waiting != _waiting[at])
                    throw Audit.Broken(Invariants.Promised, $"{Commodity(commodity)} that waits to be sent to {Place(place)}",
                        _waiting[at], stock.Waiting);
                if (stock.Reserved != _promised[at])
                    throw Audit.Broken(Invariants.Promised, $"{Commodity(commodity)} at {Place(place)}", _promised[at], stock.Reserved);
            }
    }
}
