using SupplySim.Engine;
using SupplySim.Runs;

namespace SupplySim.Movement;

// At a place that is captured, whose captor takes vehicles.
internal sealed partial class Convoy
{
    /// <summary>Whether it is at a place with docks rather than on the road from it: it has not set out, is unloaded, or waits to go
    /// on.</summary>
    public bool StandsAt(int place) => _at == place && (!HasSetOut || _stands || _step == Step.Unloading);

    /// <summary>All of it is lost; what it waited for is over.</summary>
    public void LoseAll()
    {
        foreach (var member in _members)
        {
            if (!HasSetOut)
            {
                if (member.Load is not null) _world.Delays.End(member.Wait, _world.Now);
                member.Yard.State.Depart(1);
            }
            Lose(member);
        }
        _members.Clear();
        FindSlowest();
        if (_step != Step.Unloading) return;
        _toUnload = 0;
        Wake();
    }
}
