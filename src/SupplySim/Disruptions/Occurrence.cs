using System.Collections.Immutable;
using SupplySim.Engine;
using SupplySim.Quantities;
using SupplySim.Runs;

namespace SupplySim.Disruptions;

/// <summary>A disruption that comes and goes: when it begins and how long it lasts, whatever it does meanwhile.</summary>
/// <remarks>
/// Exactly one of <see cref="While"/>, <see cref="When"/>, <see cref="At"/> and <see cref="Every"/> says when it begins.
/// <see cref="While"/> ends it too; the others need <see cref="For"/>, or <see cref="At"/> its <see cref="Until"/>, or last to the end of the run.
/// </remarks>
/// <param name="Id">Unique among disruptions.</param>
public abstract record Occurrence(string Id) : Disruption(Id)
{
    /// <summary>It lasts as long as this is true.</summary>
    public Condition? While { get; init; }

    /// <summary>It begins each time this becomes true.</summary>
    public Condition? When { get; init; }

    /// <summary>It begins at this moment.</summary>
    public Moment? At { get; init; }

    /// <summary>[time] It begins this long after the start, or after <see cref="From"/>, and then after its last end.
    /// With <see cref="Chance"/>: after its last beginning, counted whether it happened or not.</summary>
    public Duration? Every { get; init; }

    /// <summary>With <see cref="Every"/>: from when on it is counted, as in a season that begins later. Default: from the start.</summary>
    public Moment? From { get; init; }

    /// <summary>With <see cref="At"/>: when it ends. With <see cref="Every"/>: from this moment on it begins no more, as when a season is
    /// over; what has begun goes on. Default: to the end of the run.</summary>
    public Moment? Until { get; init; }

    /// <summary>[share] With <see cref="Every"/> or <see cref="When"/>: the chance that it happens each time, 0 to 1. Default 1.</summary>
    public double? Chance { get; init; }

    /// <summary>[time] How long it lasts. Default: to the end of the run.</summary>
    public Duration? For { get; init; }

    /// <inheritdoc/>
    public sealed override Process Unfold(World world) => this switch
    {
        { While: { } condition } => UnfoldWhile(world, condition),
        { When: { } condition } => UnfoldWhen(world, condition),
        { At: null, Every: { } every } => UnfoldEvery(world, every),
        _ => UnfoldAt(world, At),
    };

    /// <summary>Begins one occurrence, and returns what ends it.</summary>
    /// <param name="world">The run's state.</param>
    /// <param name="occurrence">How many there were before.</param>
    protected abstract IDisposable Begin(World world, int occurrence);

    /// <summary>What it does, in a few words, for reports.</summary>
    protected abstract string Effect { get; }

    /// <summary>What has to be done before it ends; null for nothing.</summary>
    private protected virtual Repair? Mending => null;

    /// <summary>The steps in which what it took comes back.</summary>
    private protected virtual ImmutableArray<ReopeningStep> Steps => [];

    /// <summary>Begins one step, and returns what ends it.</summary>
    private protected virtual IDisposable BeginStep(World world, double share) => throw new InvalidOperationException($"'{Id}' does not end in steps");

    // What a step has given back it gives back until the next occurrence has begun: nobody slips in between.
    private async Process UnfoldWhile(World world, Condition condition)
    {
        var (watch, repairs, left) = (world.Follow(condition), 0, default(IDisposable));
        for (var occurrence = 0; ; occurrence++)
        {
            while (!watch.IsTrue) await watch.Turned.Wait();
            try
            {
                using var effect = BeginAndTell(world, occurrence);
                left?.Dispose();
                do
                    while (watch.IsTrue) await watch.Turned.Wait();
                while (Mending is { } repair && !await Mend(world, repair, repairs++, watch));
                left = Steps.IsEmpty ? null : await ComeBack(world, effect, occurrence, watch);
            }
            catch (InterruptedException)
            {
                world.Tell(HappeningKind.DisruptionEnded, Id);
                throw;
            }
            world.Tell(HappeningKind.DisruptionEnded, Id);
        }
    }

    private async Process UnfoldWhen(World world, Condition condition)
    {
        for (var occurrence = 0; ; occurrence++)
        {
            await world.Until(condition);
            if (Happens(world, occurrence)) await Once(world, occurrence);
            await world.While(condition);
        }
    }

    private async Process UnfoldAt(World world, Moment? moment)
    {
        if (moment is not { } known || world.Catalogue.Time(known) is var at && at >= world.Catalogue.Horizon) return;
        await world.Simulation.DelayUntil(at, Priorities.StatusChange);
        await Once(world, 0);
    }

    // With a chance several may be under way at once, each on its own: whoever ends the disruption ends them all.
    private async Process UnfoldEvery(World world, Duration every)
    {
        var (between, underWay) = (world.Draw(every, $"every/{Id}"), new List<ProcessHandle>());
        try
        {
            if (From is { } from && world.Catalogue.Time(from) is var first && first > world.Now) await world.Simulation.DelayUntil(first, Priorities.StatusChange);
            for (var occurrence = 0; ; occurrence++)
            {
                await world.Simulation.Delay(between.Sample(occurrence), Priorities.StatusChange);
                // What is under way goes on, and ends with this process if the disruption is taken away.
                if (Until is { } until && world.Now >= world.Catalogue.Time(until)) await world.Simulation.DelayUntil(SimTime.Never);
                if (underWay.Count == underWay.Capacity) underWay.RemoveAll(one => one.IsCompleted);
                if (Chance is null) await Once(world, occurrence);
                else if (Happens(world, occurrence)) underWay.Add(world.Simulation.Start(Once(world, occurrence, isOnItsOwn: true), Id));
            }
        }
        catch (InterruptedException ended)
        {
            underWay.ForEach(one => one.Interrupt(ended.Cause));
            throw;
        }
    }

    private bool Happens(World world, int occurrence) => Chance is not { } chance || world.Random($"chance/{Id}").Happens(chance, occurrence);

    // What lasts no time does not happen: it would lose and turn back those who are in its way all the same.
    private async Process Once(World world, int occurrence, bool isOnItsOwn = false)
    {
        var length = LengthOf(world, occurrence);
        if (length == TimeSpan.Zero && Mending is null) return;
        try
        {
            using var effect = BeginAndTell(world, occurrence);
            if (length is not { } known) await world.Simulation.DelayUntil(SimTime.Never);
            else if (known > TimeSpan.Zero) await world.Simulation.Delay(known, Priorities.StatusChange);
            if (Mending is { } repair) await Mend(world, repair, occurrence, cause: null);
            if (!Steps.IsEmpty) await ComeBack(world, effect, occurrence, cause: null);
            world.Tell(HappeningKind.DisruptionEnded, Id);
        }
        catch (InterruptedException)
        {
            // Ended with the disruption: what it did has been undone on the way here.
            world.Tell(HappeningKind.DisruptionEnded, Id);
            if (!isOnItsOwn) throw;
        }
    }

    // Null for as long as the run.
    private TimeSpan? LengthOf(World world, int occurrence) =>
        At is not null && Until is { } until ? LeftUntil(world, world.Catalogue.Time(until))
        : For is not null ? world.Draw(For, $"for/{Id}").Sample(occurrence)
        : Mending is null ? null
        : TimeSpan.Zero;

    private static TimeSpan? LeftUntil(World world, SimTime end) =>
        end >= world.Catalogue.Horizon ? null : end > world.Now ? end - world.Now : TimeSpan.Zero;

    // False where the cause was back before the crew had finished.
    private async Process<bool> Mend(World world, Repair repair, int ordinal, Watch? cause)
    {
        if (cause is { IsTrue: true }) return false;
        var takes = world.Draw(repair.Takes, $"mend/{Id}").Sample(ordinal);
        var asked = world.Crews[repair.By].Seize(1, new Priority((byte)repair.Priority));
        if (cause is null)
        {
            using var hold = await asked;
            world.Tell(HappeningKind.RepairBegan, Id, repair.By);
            await world.Delay(takes);
            return true;
        }
        var first = await world.Simulation.WhenAny(asked, cause.Turned.Wait());
        using var crew = first.Hold;
        if (first.Index != 0) return false;
        world.Tell(HappeningKind.RepairBegan, Id, repair.By);
        return !await cause.Turned.Wait(takes, Priorities.StatusChange);
    }

    // The first step has begun before the closure goes, and each before the one before it: nobody slips in between. Returns what a
    // cause that is back has found still standing.
    private async Process<IDisposable?> ComeBack(World world, IDisposable effect, int occurrence, Watch? cause)
    {
        var last = effect;
        try
        {
            for (var i = 0; i < Steps.Length; i++)
            {
                if (cause is { IsTrue: true }) return last;
                var next = BeginStep(world, Steps[i].Share);
                last.Dispose();
                last = next;
                var lasts = world.Draw(Steps[i].For, $"reopens-{i}/{Id}").Sample(occurrence);
                if (cause is null) await world.Delay(lasts);
                else if (await cause.Turned.Wait(lasts, Priorities.StatusChange)) return last;
            }
        }
        catch (InterruptedException)
        {
            last.Dispose();
            throw;
        }
        last.Dispose();
        return null;
    }

    private IDisposable BeginAndTell(World world, int occurrence)
    {
        world.Tell(HappeningKind.DisruptionBegan, Id, Effect);
        return Begin(world, occurrence);
    }
}
