using SupplySim.Engine;
using SupplySim.Movement;
using SupplySim.Runs;

namespace SupplySim.Audits;

/// <summary>Looks at lanes and lines of a crossing whenever somebody may have moved there.</summary>
internal sealed class CrossingCheck : Check
{
    // By place and lane: whose vehicle was in it after the last event.
    private readonly (QueueEntry? Entry, int Vehicle)[]?[] _before;
    private readonly HashSet<QueueEntry> _found = new(ReferenceEqualityComparer.Instance);

    public CrossingCheck(Audit audit) : base(audit) =>
        _before = [.. Transport.Queues.Select(queue => queue is null ? null : new (QueueEntry?, int)[queue.Bays.Count])];

    public override void AfterEvent()
    {
        foreach (var queue in Audit.MovedAt) LookAtBeginnings(queue);
    }

    public override void Recount()
    {
        _found.Clear();
        foreach (var queue in Transport.Queues)
        {
            if (queue is null) continue;
            CheckLanes(queue);
            CheckLines(queue);
            foreach (var search in Searched(queue)) CheckEntry(queue, search);
            CheckGates(queue);
        }
        foreach (var convoy in Transport.Columns)
            if (convoy.Entry is { IsOver: false } entry && !_found.Contains(entry))
                throw Audit.Broken(Invariants.AtCrossing, $"lines in which '{convoy.Name}' stands", 0, 1);
    }

    private void LookAtBeginnings(CrossingQueue queue)
    {
        var before = _before[queue.State.Place]!;
        for (var i = 0; i < before.Length; i++)
        {
            var bay = queue.Bays[i];
            var hasBegun = bay.Entry is not null && (before[i].Entry != bay.Entry || before[i].Vehicle != bay.Vehicle);
            if (hasBegun) CheckBeginning(queue, bay.Entry!, bay.Vehicle);
            before[i] = (bay.Entry, bay.Vehicle);
            if (hasBegun && queue.Bays.Count(one => one.Lane == bay.Lane && one.IsTaken) is var busy && busy > queue.LanesLeft(bay.Lane))
                throw Broken(Invariants.Lanes, queue, "lanes taken, at most", busy, queue.LanesLeft(bay.Lane));
        }
    }

    private void CheckBeginning(CrossingQueue queue, QueueEntry entry, int vehicle)
    {
        var answer = Passage.WorkOut(queue.State, entry.Traffic, World.Now);
        if (!answer.May) throw Broken(Invariants.LetIn, queue, $"'{Name(entry)}' let in, {answer.Cause}", 1, 0);
        if (answer.NeedsClearance && vehicle == 0
            && !(entry.Token is { } token && token.Granted <= World.Now && World.Now <= token.Expires))
            throw Broken(Invariants.Cleared, queue, $"'{Name(entry)}' let in uncleared", 1, 0);
        var fleet = entry.Convoy is { } convoy ? convoy.Members[vehicle].Yard.Fleet : World.Catalogue.Fleets[entry.Stranger.Fleet];
        var grams = entry.Convoy?.Members[vehicle].Grams ?? fleet.Heaviest?.Grams ?? 0;
        // By the class of its column it was asked whether limits that have come bear it.
        var most = Math.Min(queue.State.Plan.Crossing.WeightLimit?.Grams ?? long.MaxValue,
            entry.Convoy is { } column ? World.Catalogue.LoadClasses.GramsOf(column.LoadClass) : long.MaxValue);
        if (grams > most) throw Broken(Invariants.Weight, queue, $"grams of {fleet.Id}, at most", grams, most);
    }

    private void CheckLanes(CrossingQueue queue)
    {
        var lanes = queue.State.Plan.Crossing.Lanes;
        var given = lanes.Named is null ? lanes.All : lanes.For("in") + lanes.For("out");
        if (queue.Bays.Count != given) throw Broken(Invariants.Lanes, queue, "lanes", queue.Bays.Count, given);
        var busy = 0;
        for (var i = 0; i < queue.Bays.Count; i++)
        {
            if (queue.Bays[i] is not { Entry: { } entry } bay) continue;
            busy++;
            for (var other = 0; other < queue.Bays.Count; other++)
                if (other != i && queue.Bays[other].Entry == entry && queue.Bays[other].Vehicle == bay.Vehicle)
                    throw Broken(Invariants.Lanes, queue, $"lanes that hold vehicle {bay.Vehicle} of '{Name(entry)}'", 2, 1);
            CheckEntry(queue, entry);
            if (entry.Lane != bay.Lane)
                throw Broken(Invariants.Lanes, queue, $"the group of lanes of '{Name(entry)}'", bay.Lane, entry.Lane);
            if (World.Simulation.IsPending(bay.End) == bay.IsHeld)
                throw Broken(Invariants.EndToCome, queue, $"ends to come of the inspection of '{Name(entry)}'", bay.IsHeld ? 1 : 0,
                    bay.IsHeld ? 0 : 1);
        }
        if (queue.Passed + busy > queue.Waits.Count)
            throw Broken(Invariants.PassedOnce, queue, "through or in a lane, at most", queue.Passed + busy, queue.Waits.Count);
    }

    private void CheckEntry(CrossingQueue queue, QueueEntry entry)
    {
        _found.Add(entry);
        var inLanes = 0;
        for (var i = 0; i < queue.Bays.Count; i++)
            if (queue.Bays[i].Entry == entry) inLanes++;
        foreach (var searched in Searched(queue))
            if (searched == entry) inLanes++;
        if (entry.Done < 0 || entry.Next > entry.Count || entry.Next - entry.Done != inLanes)
            throw Broken(Invariants.ColumnParts, queue, $"vehicles of '{Name(entry)}' in lanes", inLanes, entry.Next - entry.Done);
        if (entry.Convoy is { } convoy && (convoy.Entry != entry || convoy.Members.Count != entry.Count))
            throw Broken(Invariants.AtCrossing, queue, $"vehicles of '{Name(entry)}'", convoy.Entry == entry ? convoy.Members.Count : 0,
                entry.Count);
    }

    private static IEnumerable<QueueEntry> Searched(CrossingQueue queue) => queue.SearchBays is not { } stage ? []
        : stage.Waiting.Concat(stage.Bays.Where(bay => bay.IsTaken).Select(bay => bay.Visit!)).OfType<SearchVisit>()
            .Select(visit => visit.Entry);

    private void CheckLines(CrossingQueue queue)
    {
        var traffics = World.Catalogue.Traffics.Length;
        for (var line = 0; line < queue.Lines.Count; line++)
        {
            QueueEntry? ahead = null;
            for (var entry = queue.Lines[line].First; entry is not null; (ahead, entry) = (entry, entry.Behind))
            {
                CheckEntry(queue, entry);
                var isInPlace = entry.Lane * traffics + entry.Traffic == line && entry.Ahead == ahead
                    && (ahead is null || ahead.Sequence < entry.Sequence);
                if (!isInPlace || entry.IsOver || entry.Next == entry.Count)
                    throw Broken(Invariants.Lines, queue, $"'{Name(entry)}' out of place", 1, 0);
            }
        }
    }

    private void CheckGates(CrossingQueue queue)
    {
        foreach (var bay in queue.Bays)
            if (bay.Entry is not null) CheckHold(queue, bay);
            else if (queue.ServesAt != World.Now && queue.Bays.Count(one => one.Lane == bay.Lane && one.IsTaken) < queue.LanesLeft(bay.Lane)
                && Usable(queue, bay.Lane) is { } entry)
                    throw Broken(Invariants.NoIdleLane, queue, $"lanes free for '{Name(entry)}'", 1, 0);
        foreach (var line in queue.Lines)
            for (var entry = line.First; entry is not null; entry = entry.Behind) CheckCause(queue, entry);
    }

    private void CheckHold(CrossingQueue queue, Bay bay)
    {
        var traffic = bay.Entry!.Traffic;
        var (isOpen, may) = (queue.State.IsOpenFor(traffic), May(queue.State, traffic, out var turns));
        if (bay.IsHeld)
        {
            if (queue.ServesAt != World.Now && (bay.BeginsAnew ? may && !turns : isOpen))
                throw Broken(Invariants.HeldUp, queue, $"'{Name(bay.Entry)}' held up by nothing", 1, 0);
            return;
        }
        foreach (var closure in queue.State.Closures)
            if ((closure.Traffics >> traffic & 1) != 0 && closure.EnRoute != EnRoute.Complete)
                throw Broken(Invariants.HeldUp, queue, $"'{Name(bay.Entry)}' inspected in spite of {closure.Cause}", 1, 0);
    }

    // The first of those that may pass now, if its next vehicle is there; who waits for it waits for a reason.
    private QueueEntry? Usable(CrossingQueue queue, int lane)
    {
        QueueEntry? first = null;
        var traffics = World.Catalogue.Traffics.Length;
        for (var traffic = 0; traffic < traffics; traffic++)
        {
            if (queue.Lines[lane * traffics + traffic].First is not { } entry || !May(queue.State, traffic, out var turns) || turns)
                continue;
            var needsClearance = queue.State.PermissionFor(traffic) == Permission.WithClearance;
            while (entry is not null && needsClearance && !IsCleared(queue, entry)) entry = entry.Behind;
            if (entry is not null && (first is null || entry.Sequence < first.Sequence)) first = entry;
        }
        return first is not null && first.JoinedAt(first.Next) < World.Now ? first : null;
    }

    private void CheckCause(CrossingQueue queue, QueueEntry entry)
    {
        May(queue.State, entry.Traffic, out var turns);
        if (turns) return;
        var cause = FirstGate(queue, entry);
        if (entry.Cause != cause)
            throw Broken(Invariants.FirstGate, queue, $"cause {entry.Cause} of '{Name(entry)}' for {cause}", (int)entry.Cause, (int)cause);
    }

    // What lasts before what is shut by night; asked gate by gate, and not of the door at which the queue asks.
    private WaitCause FirstGate(CrossingQueue queue, QueueEntry entry)
    {
        var (state, traffic) = (queue.State, entry.Traffic);
        if (!state.IsOpenFor(traffic)) return WaitCause.Physical;
        var permission = state.PermissionFor(traffic);
        if (permission == Permission.No) return WaitCause.Passage;
        if (permission == Permission.WithClearance && !IsCleared(queue, entry)) return WaitCause.Clearance;
        return state.IsInHours(traffic, World.Now) ? WaitCause.Lane : WaitCause.Hours;
    }

    private static bool IsCleared(CrossingQueue queue, QueueEntry entry) =>
        entry.Next > 0 || (entry.Convoy is { } convoy && queue.Clearance?.IsCleared(convoy) == true);

    // At the very instant at which hours turn, somebody may not have been told yet.
    private bool May(CrossingState crossing, int traffic, out bool turns)
    {
        var may = Passage.WorkOut(crossing, traffic, World.Now).May;
        turns = World.Now > SimTime.Start
            && crossing.IsInHours(traffic, World.Now) != crossing.IsInHours(traffic, SimTime.FromTicks(World.Now.Ticks - 1));
        return may;
    }

    private string Name(QueueEntry entry) =>
        entry.Convoy?.Name ?? $"{World.Catalogue.Fleets[entry.Stranger.Fleet].Id} {entry.Stranger.Number}";

    private InvariantBrokenException Broken(Invariant invariant, CrossingQueue queue, string what, long counted, long expected) =>
        Audit.Broken(invariant, $"{what} at {Place(queue.State.Place)}", counted, expected);
}
