using SupplySim.Engine;
using SupplySim.Runs;

namespace SupplySim.Movement;

/// <summary>The escort that a column needs, and the wait for it at the column's origin.</summary>
internal sealed class Escorts(Transport transport, Escort escort)
{
    private readonly Yard _yard = transport.Yards[transport.World.Catalogue.FleetNumber(escort.From)];

    /// <summary>Waits until enough vehicles are idle, and takes them.</summary>
    public async Process<List<Member>> Join()
    {
        while (_yard.Idle < escort.Count) await _yard.Returned.Wait();
        var members = new List<Member>();
        for (var i = 0; i < escort.Count; i++) members.Add(new Member(_yard, _yard.Take()));
        return members;
    }
}
