using SupplySim.Engine;

namespace SupplySim.Movement;

// At a crossing at which its loads change trucks.
internal sealed partial class Convoy
{
    private bool _hasHandedOver;
    private int _trapped;

    /// <summary>One load more, or less, that it waits with cannot be given up for others.</summary>
    public void SetTrapped(bool isTrapped)
    {
        _trapped += isTrapped ? 1 : -1;
        if (!isTrapped) Wake();
    }

    private bool IsBoundBy(CrossingQueue queue) => _isOutbound && queue.Exchange?.Binds(_yard) == true && IsLaden;

    // All go home together when the last load has changed trucks, or is lost.
    private async Process HandOver(Exchange exchange)
    {
        foreach (var member in _members)
            if (member.Load is not null) exchange.Add(this, member);
        for (var free = _world.Now; Loads.Any();)
            if (_trapped > 0)
            {
                await Told.Wait();
                free = _world.Now;
            }
            else if (!await Told.Wait(Patience(free)) && _trapped == 0) GiveUpLoads();
        if (_members.RemoveAll(member => member.IsLost) > 0) FindSlowest();
        _hasHandedOver = true;
        LookForWay();
    }
}
