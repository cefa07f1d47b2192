using SupplySim.Engine;
using SupplySim.Movement;
using SupplySim.Runs;

namespace SupplySim.Audits;

/// <summary>Holds all waiting to the clock, and to those who wait.</summary>
internal sealed class WaitCheck : Check
{
    private readonly QueueTally?[] _tallies;
    private readonly int[] _gathered;

    public WaitCheck(Audit audit) : base(audit)
    {
        _tallies = [.. Transport.Queues.Select(queue => queue is null ? null : new QueueTally(queue))];
        _gathered = new int[_tallies.Length];
    }

    public override void AfterEvent()
    {
        foreach (var queue in Audit.MovedAt) _tallies[queue.State.Place]!.Look(World.Now);
    }

    public override void Recount()
    {
        CountGathered();
        for (var place = 0; place < _tallies.Length; place++)
        {
            var (byCause, inAll) = (World.Delays.Charged(place), World.Delays.Ticks(place));
            if (Transport.Queues[place] is { } queue)
            {
                byCause += SinceSettled(queue);
                inAll += SinceJoined(queue);
                var (tallied, inLine) = (_tallies[place]!.UpTo(World.Now), inAll - World.Delays.FromBeginToEnd(place));
                if (tallied != inLine) throw Audit.Broken(Invariants.LittlesLaw, $"ticks waited at {Place(place)}", tallied, inLine);
            }
            if (byCause != inAll) throw Audit.Broken(Invariants.OneCause, $"ticks waited at {Place(place)}, by cause", byCause, inAll);
            if (World.Delays.Waiting(place, WaitCause.Fleet) is var waiting && waiting != _gathered[place])
                throw Audit.Broken(Invariants.Gathering, $"vehicles not yet set out, or whose crew rests, at {Place(place)}",
                    _gathered[place], waiting);
        }
    }

    private void CountGathered()
    {
        Array.Clear(_gathered);
        foreach (var departures in Transport.Departures.OfType<Departures>())
            foreach (var formation in departures.Formations) _gathered[departures.Waiting.Origin] += formation.Members.Count;
        foreach (var airlift in Transport.Departures.OfType<Airlift>())
            for (var aircraft = 0; aircraft < airlift.Flights.Count; aircraft++)
                if (airlift.Waits.WaitOf(aircraft) is { Cause: WaitCause.Fleet } wait) _gathered[wait.Place]++;
        foreach (var queue in Transport.Queues)
            if (queue?.Exchange is { } exchange) _gathered[queue.Place] += exchange.Formations.Sum(formation => formation.Members.Count);
        foreach (var convoy in Transport.Columns)
            if (convoy is { HasSetOut: false, IsHeldAtBase: false, WaitsForFuel: false })
                _gathered[convoy.At] += convoy.Members.Count(member => member.Load is not null);
    }

    // What those who are there have waited since it was last charged to a cause.
    private Int128 SinceSettled(CrossingQueue queue) => InLines(queue, entry => entry.SettledAt)
        + Held(queue, station => station.SettledAt) + AtStages(queue, visit => visit.SettledAt);

    // What they have waited in all, and is not over yet.
    private Int128 SinceJoined(CrossingQueue queue) => InLines(queue, _ => SimTime.Start)
        + Held(queue, station => station.HeldSince) + AtStages(queue, visit => visit.Since);

    private Int128 InLines(CrossingQueue queue, Func<QueueEntry, SimTime> since)
    {
        Int128 ticks = 0;
        foreach (var line in queue.Lines)
            for (var entry = line.First; entry is not null; entry = entry.Behind)
                ticks += QueueTally.Waited(entry, entry.Next, since(entry), World.Now);
        return ticks;
    }

    private long Held(CrossingQueue queue, Func<Station, SimTime> since) => queue.Bays
        .Concat<Station>(Audit.StagesOf(queue).SelectMany(stage => stage.Bays))
        .Where(station => station is { IsTaken: true, IsHeld: true }).Sum(station => (World.Now - since(station)).Ticks);

    private long AtStages(CrossingQueue queue, Func<Visit, SimTime> since) =>
        Audit.StagesOf(queue).SelectMany(stage => stage.Waiting).Sum(visit => (World.Now - since(visit)).Ticks);
}
