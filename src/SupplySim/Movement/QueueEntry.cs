using SupplySim.Engine;
using SupplySim.Runs;

namespace SupplySim.Movement;

/// <summary>A column, or a single stranger, at a crossing: how many of its vehicles have come, begun and finished.</summary>
/// <remarks>They are many, so the entry of one that is through, or has left, serves the next one.</remarks>
internal sealed class QueueEntry
{
    private SimTime _joined;
    private Spacing _spacing;

    // Nobody has waited before the first vehicle came.
    private SimTime _settled = SimTime.Start;
    private WaitCause _cause;
    private ClosureHold? _blamed;

    // Its neighbours in the line; they belong to the line.
    public QueueEntry? Ahead;
    public QueueEntry? Behind;

    /// <summary>Its place in the queue.</summary>
    public long Sequence { get; private set; }

    public int Traffic { get; private set; }

    /// <summary>The group of lanes it uses.</summary>
    public int Lane { get; private set; }

    public bool IsLaden { get; private set; }

    /// <summary>[vehicles]</summary>
    public int Count { get; private set; }

    /// <summary>The column; null for a stranger.</summary>
    public Convoy? Convoy { get; set; }

    /// <summary>What it waits for together with the other strangers of its line; null for a column, which waits for itself.</summary>
    public SharedWait? Shared { get; set; }

    /// <summary>The stranger's fleet and number.</summary>
    public (int Fleet, int Number) Stranger { get; set; }

    /// <summary>What is held up with it; of a stranger nobody's.</summary>
    public Shipment Shipment => Convoy?.Shipment ?? Shipment.None;

    /// <summary>The clearance under which its first vehicle was let in; null where none was held.</summary>
    public ClearanceToken? Token { get; set; }

    /// <summary>Why it waits, since it was last settled.</summary>
    public WaitCause Cause => Shared?.Cause ?? _cause;

    /// <summary>The closure that is blamed for its wait, since then; null where none is.</summary>
    public ClosureHold? Blamed => Shared is null ? _blamed : Shared.Blamed;

    /// <summary>The vehicle that is inspected next, from 0.</summary>
    public int Next { get; set; }

    /// <summary>[vehicles] Through, or lost.</summary>
    public int Done { get; set; }

    /// <summary>Whether a closure holds some of it that cannot be given up for others.</summary>
    public bool IsTrapped { get; private set; }

    /// <summary>Whether it has gone away before any of its vehicles was inspected.</summary>
    public bool HasLeft { get; set; }

    public bool IsOver => HasLeft || Done == Count;

    /// <summary>It joins the queue, with nothing of an earlier one left in it.</summary>
    public QueueEntry Join(long sequence, int traffic, int lane, bool isLaden, int count, SimTime joined, Spacing spacing)
    {
        (Sequence, Traffic, Lane, IsLaden, Count, _joined, _spacing) = (sequence, traffic, lane, isLaden, count, joined, spacing);
        (Next, Done, Token, IsTrapped, HasLeft, _settled) = (0, 0, null, false, false, SimTime.Start);
        return this;
    }

    /// <summary>Some of it cannot be given up for others; or can be again, and its column looks for how long from now on.</summary>
    public void SetTrapped(bool isTrapped)
    {
        if (IsTrapped == isTrapped) return;
        IsTrapped = isTrapped;
        if (!isTrapped) Convoy?.Wake();
    }

    /// <summary>Up to when its waiting has been charged.</summary>
    public SimTime SettledAt => Shared?.SettledAt ?? _settled;

    /// <summary>When a vehicle joined the queue.</summary>
    public SimTime JoinedAt(int vehicle) => _joined + _spacing.Behind(vehicle);

    /// <summary>From now on a column waits for something else.</summary>
    public void WaitFor(WaitCause cause, ClosureHold? blamed) => (_cause, _blamed) = (cause, blamed);

    /// <summary>[vehicle-time] The waiting of a column since the last time this was asked, of all vehicles that have not begun; of a
    /// stranger, since that of its line was charged.</summary>
    public TimeSpan Settle(SimTime now)
    {
        if (Shared is not null) return Shared.Waited(_joined, now);
        var waited = 0L;
        if (JoinedAt(Count - 1) <= _settled)
        {
            waited = (now - _settled).Ticks * (Count - Next);
        }
        else
        {
            for (var vehicle = Next; vehicle < Count; vehicle++)
            {
                var from = SimTime.Max(_settled, JoinedAt(vehicle));
                if (from >= now) break;
                waited += (now - from).Ticks;
            }
        }
        _settled = now;
        return new TimeSpan(waited);
    }
}
