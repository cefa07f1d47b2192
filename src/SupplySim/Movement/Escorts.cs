using SupplySim.Engine;
using SupplySim.Runs;

namespace SupplySim.Movement;

/// <summary>The escort that a column needs, and the wait for it at the column's origin.</summary>
internal sealed class Escorts(Transport transport, Escort escort)
{
    private readonly Yard _yard = transport.Yards[transport.World.Catalogue.FleetNumber(escort.From)];

    /// <summary>[g] What one of them weighs, who carry nothing.</summary>
    public long Grams => _yard.Fleet.GramsWith(0);

    /// <summary>Whether they burn fuel that is counted.</summary>
    public bool BurnFuel => _yard.Tanks is not null;

    /// <summary>Waits until enough vehicles are idle, and adds them to a column: those at its origin first. Others come there from
    /// their base. Where all of it is lost meanwhile, none are.</summary>
    /// <param name="column">[vehicles] To which they are added, behind those that are there.</param>
    /// <param name="origin">Where it stands.</param>
    /// <param name="destination">Where it will go.</param>
    public async Process Join(List<Member> column, int origin, int destination)
    {
        var isBase = transport.BaseOf(_yard) == origin;
        for (var missing = escort.Count; missing > 0;)
        {
            while (column.Count > 0 && _yard.Idle + (isBase ? 0 : _yard.IdleAt(origin)) < missing) await _yard.Returned.Wait();
            if (column.Count == 0) return;
            for (; !isBase && missing > 0 && _yard.IdleAt(origin) > 0; missing--) column.Add(new Member(_yard, _yard.TakeAt(origin)));
            var coming = new List<Member>();
            while (coming.Count < missing) coming.Add(new Member(_yard, _yard.Take()));
            // Who is lost on the way is no member any more.
            if (!isBase && coming.Count > 0) await new Convoy(transport, coming, transport.BaseOf(_yard), origin).Reposition(destination);
            missing -= coming.Count;
            column.AddRange(coming);
        }
    }
}
