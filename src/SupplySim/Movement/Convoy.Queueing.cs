using SupplySim.Engine;

namespace SupplySim.Movement;

// In the queue of a crossing, until it is through or has left it.
internal sealed partial class Convoy
{
    private SimTime _queuedSince;
    private SimTime _freeSince;
    private bool _waitsTrapped;

    /// <summary>Its place in the queue of the crossing it is at; null elsewhere.</summary>
    public QueueEntry? Entry { get; private set; }

    /// <summary>Where it comes from while it waits at a crossing, and where it is going.</summary>
    public (int From, int To) Heading { get; private set; }

    /// <summary>By which it came there.</summary>
    public int ArcToCrossing => Arc;

    private void JoinQueue(CrossingQueue queue)
    {
        _queuedSince = _freeSince = _world.Now;
        queue.Reconsider(Entry = queue.Join(this, SpacingOn(Arc)));
        WaitInQueue();
    }

    private void WaitInQueue()
    {
        if (Entry!.IsOver) LeaveQueue();
        else if (_waitsTrapped = Entry.IsTrapped) WaitFor(Step.Queue);
        else WaitFor(Step.Queue, Patience(_freeSince), Priority.Normal);
    }

    // What cannot be given up for others is not given up; how long it waits counts from when it can be again.
    private void GoOnInQueue(bool isWoken)
    {
        if (_waitsTrapped) _freeSince = _world.Now;
        else if (!isWoken && !Entry!.IsTrapped) GiveUpLoads();
        WaitInQueue();
    }

    /// <summary>Its first vehicle is inspected: what was given up while it waited is on its way again.</summary>
    public void IsServed()
    {
        if (_isInMotion) return;
        CountAsMoving();
        _freeSince = _world.Now;
        Wake();
    }

    private void LeaveQueue()
    {
        var hasLeft = Entry!.HasLeft;
        TellStay();
        _transport.Queues[_at]!.GiveBack(Entry);
        Entry = null;
        if (_members.RemoveAll(member => member.IsLost) > 0) FindSlowest();
        if (_members.Count == 0) LookForWay();
        else if (hasLeft) _world.Simulation.Start(GoBack(), this);
        else if (IsBoundBy(_transport.Queues[_at]!)) _world.Simulation.Start(HandOver(_transport.Queues[_at]!.Exchange!), this);
        else BeginNextLeg(isThroughCrossing: true);
    }

    /// <summary>It has been at the crossing until now, or nowhere in a queue.</summary>
    public void TellStay()
    {
        if (Entry is { } entry) _world.Story?.Stay(new Stay(_at, _queuedSince, _world.Now, entry.Count, Fleet));
    }
}
