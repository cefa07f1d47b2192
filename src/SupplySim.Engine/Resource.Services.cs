using SupplySim.Engine.Internals;

namespace SupplySim.Engine;

// Services that pause with their units, and holders that give way.
public sealed partial class Resource
{
    private readonly List<(ProcessControl Holder, long Version, ResourceHold Hold)> _evicted = [];
    private int _slots;

    /// <summary>Which of the least urgent holders gives way first; <see cref="GivesWay.Latest"/> if not set.</summary>
    public GivesWay GivesWay { get; init; }

    /// <summary>Units held beside the books: by those who finish after a change of shift, or were let in by
    /// <see cref="Admit"/>. Not in <see cref="InUse"/>.</summary>
    public int Overtime { get; private set; }

    /// <summary>Sends all units home and brings others: whoever holds one finishes with it in overtime, beside the books,
    /// and the new capacity is free at once.</summary>
    /// <param name="capacity">The number of units of the new shift: 0 or more.</param>
    /// <exception cref="ArgumentOutOfRangeException">The capacity is negative.</exception>
    public void ChangeShift(int capacity)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(capacity);
        for (var slot = 0; slot < _slots; slot++)
        {
            ref var held = ref _holds[slot];
            if (held.Amount == 0 || held.State == HoldingState.Paused) continue;
            held.Overtime = true;
        }
        (Overtime, InUse) = (Overtime + InUse, 0);
        Capacity = capacity;
    }

    /// <summary>Lets in those who wait, in turn, up to a number of units, beside the books and whatever the capacity: a
    /// ferry that leaves, an escort that takes a column along.</summary>
    /// <param name="units">How many units at most; whoever is next and asks for more than is left is not let in.</param>
    /// <returns>How many units were granted.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The number is negative.</exception>
    public int Admit(int units)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(units);
        var left = units;
        while (_waiting.First is { } first && first.Amount <= left)
        {
            left -= (int)first.Amount;
            GrantTo(first, overtime: true);
        }
        GrantInTurn(); // behind the one who was first there may be somebody for whom there is room
        return units - left;
    }

    internal void BeginService(ProcessControl process, ResourceHold hold, ServicePlan plan)
    {
        ref var held = ref _holds[hold.Slot];
        (held.State, held.Server, held.Plan, held.Left) = (HoldingState.Serving, process, plan, plan.Duration);
        held.Record = new Service(Simulation.Now, Simulation.Now, 0);
        process.WaitFor(this);
        process.Granted = hold;
        process.WaitUntil(Simulation.Now + plan.Duration, Priority.Normal);
        PauseWhatIsTooMuch();
        GrantInTurn();
    }

    internal Service EndService(ResourceHold hold)
    {
        ref var held = ref _holds[hold.Slot];
        held.Server.Granted = default;
        held.State = HoldingState.Idle;
        return held.Record;
    }

    internal void CheckCanServe(ResourceHold hold, TimeSpan duration)
    {
        if (!hold.IsHeld)
            throw new InvalidOperationException("Nothing is held with which to serve: the units were released or taken.");
        if (_holds[hold.Slot].State != HoldingState.Idle)
            throw new InvalidOperationException("Another service is going on with these units.");
        Simulation.EndOf(ServicePlan.NotNegative(duration));
    }

    /// <summary>Ends a service before its time: its units stay with the holder, if it has them.</summary>
    private bool StopsService(ResourceHold hold, Waiter server)
    {
        if (!hold.IsHeld) return false;
        ref var held = ref _holds[hold.Slot];
        if (held.State == HoldingState.Idle || held.Server != server) return false;
        if (held.State == HoldingState.Paused) GiveBack(hold.Slot);
        else held.State = HoldingState.Idle;
        return true;
    }

    private void ResumeService(Waiter server, bool overtime)
    {
        var slot = server.Granted.Slot;
        var left = _holds[slot].Plan.WhenResumed(_holds[slot].Left); // first: what the model draws with may throw
        server.List!.Remove(server);
        ref var held = ref _holds[slot];
        Count(held.Amount, overtime);
        held.Overtime = overtime;
        held.State = HoldingState.Serving;
        held.Record = held.Record with { LastBegan = Simulation.Now };
        held.Left = left;
        server.WaitUntil(Simulation.Now + left, Priority.Normal);
    }

    private void PauseWhatIsTooMuch()
    {
        while (InUse > _capacity && LastInLine((in held) => held.CanBePaused) is { } slot) Pause(slot);
    }

    private void Pause(int slot)
    {
        ref var held = ref _holds[slot];
        var server = held.Server;
        InUse -= held.Amount;
        held.State = HoldingState.Paused;
        held.Left = server.Until - Simulation.Now;
        held.Record = held.Record with { Pauses = held.Record.Pauses + 1 };
        server.Pause();
        (server.Amount, server.Rank, server.Preempts, server.Arrival) = (held.Amount, held.Rank, false, held.Arrival);
        _waiting[held.Rank].AddByArrival(server);
    }

    /// <summary>Takes units from less urgent holders, if that gives enough; else from nobody.</summary>
    private bool MakeRoom(long amount, Priority rank)
    {
        long possible = _capacity - InUse;
        for (var slot = 0; slot < _slots; slot++)
            if (_holds[slot].CanBeTaken && _holds[slot].Rank.Value > rank.Value) possible += _holds[slot].Amount;
        if (possible < amount) return false;
        while (!Fits(amount)) Evict(LastInLine((in held) => held.CanBeTaken)!.Value);
        return true;
    }

    private void Evict(int slot)
    {
        ref var held = ref _holds[slot];
        if (held.CanBePaused)
        {
            Pause(slot);
            return;
        }
        _evicted.Add((held.Holder, held.HolderVersion, new ResourceHold(this, slot, held.Generation)));
        GiveBack(slot);
    }

    /// <summary>Somebody else releases units with which a process serves.</summary>
    private void EvictServer(int slot)
    {
        ref var held = ref _holds[slot];
        _evicted.Add((held.Server, held.Server.Version, new ResourceHold(this, slot, held.Generation)));
    }

    /// <summary>Last, when the books are in order again: an interrupt withdraws its process from other waits, perhaps for
    /// units of this very resource.</summary>
    private void TellTheEvicted()
    {
        while (_evicted.Count > 0)
        {
            var (holder, version, hold) = _evicted[^1];
            _evicted.RemoveAt(_evicted.Count - 1);
            if (holder.Version == version) holder.Interrupt(new Preempted(hold));
        }
    }

    private delegate bool Eligible(in Holding held);

    /// <summary>The one of the eligible holders who gives way first.</summary>
    private int? LastInLine(Eligible isEligible)
    {
        int? last = null;
        for (var slot = 0; slot < _slots; slot++)
        {
            ref readonly var held = ref _holds[slot];
            if (isEligible(in held) && (last is not { } other || GivesWayBefore(in held, in _holds[other]))) last = slot;
        }
        return last;
    }

    private bool GivesWayBefore(in Holding one, in Holding other) => one.Rank == other.Rank
        ? one.Arrival > other.Arrival == (GivesWay == GivesWay.Latest)
        : one.Rank.Value > other.Rank.Value;

    private IEnumerable<string> Holders()
    {
        for (var slot = 0; slot < _slots; slot++)
        {
            var held = _holds[slot];
            if (held.Amount > 0 && held.State != HoldingState.Paused && held.Holder.Version == held.HolderVersion)
                yield return $"'{held.Holder.Description}'";
        }
    }
}
