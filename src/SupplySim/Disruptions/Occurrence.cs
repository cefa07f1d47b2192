using SupplySim.Engine;
using SupplySim.Quantities;
using SupplySim.Runs;

namespace SupplySim.Disruptions;

/// <summary>A disruption that comes and goes: when it begins and how long it lasts, whatever it does meanwhile.</summary>
/// <remarks>
/// Exactly one of <see cref="While"/>, <see cref="When"/>, <see cref="At"/> and <see cref="Every"/> says when it begins.
/// <see cref="While"/> ends it too; the others need <see cref="For"/>, or last to the end of the run.
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

    /// <summary>[time] It begins this long after the start, and then after its last end.
    /// With <see cref="Chance"/>: after its last beginning, counted whether it happened or not.</summary>
    public Duration? Every { get; init; }

    /// <summary>[share] With <see cref="Every"/>: the chance that it happens each time, 0 to 1. Default 1.</summary>
    public double? Chance { get; init; }

    /// <summary>[time] How long it lasts. Default: to the end of the run.</summary>
    public Duration? For { get; init; }

    /// <inheritdoc/>
    public sealed override async Process Unfold(World world)
    {
        if (While is not null) await UnfoldWhile(world, While);
        else if (When is not null) await UnfoldWhen(world, When);
        else if (At is { } moment) await UnfoldAt(world, world.Catalogue.Time(moment));
        else if (Every is not null) await UnfoldEvery(world, new Draw(Every, world.Simulation, $"every/{Id}"));
    }

    /// <summary>Begins one occurrence, and returns what ends it.</summary>
    /// <param name="world">The run's state.</param>
    /// <param name="occurrence">How many there were before.</param>
    protected abstract IDisposable Begin(World world, int occurrence);

    /// <summary>What it does, in a few words, for reports.</summary>
    protected abstract string Effect { get; }

    private async Process UnfoldWhile(World world, Condition condition)
    {
        for (var occurrence = 0; ; occurrence++)
        {
            await world.Until(condition);
            using (BeginAndTell(world, occurrence)) await world.While(condition);
            world.Tell(HappeningKind.DisruptionEnded, Id);
        }
    }

    private async Process UnfoldWhen(World world, Condition condition)
    {
        for (var occurrence = 0; ; occurrence++)
        {
            await world.Until(condition);
            await Once(world, occurrence);
            await world.While(condition);
        }
    }

    private async Process UnfoldAt(World world, SimTime at)
    {
        if (at >= world.Catalogue.Horizon) return;
        await world.Simulation.DelayUntil(at, Priorities.StatusChange);
        await Once(world, 0);
    }

    private async Process UnfoldEvery(World world, Draw every)
    {
        for (var occurrence = 0; ; occurrence++)
        {
            await world.Delay(every.Sample(occurrence));
            if (Chance is not { } chance) await Once(world, occurrence);
            else if (world.Random($"chance/{Id}").Uniform(occurrence) < chance) world.Simulation.Start(Once(world, occurrence), Id);
        }
    }

    // What lasts no time does not happen: it would lose and turn back those who are in its way all the same.
    private async Process Once(World world, int occurrence)
    {
        var length = For is null ? TimeSpan.MaxValue : new Draw(For, world.Simulation, $"for/{Id}").Sample(occurrence);
        if (length == TimeSpan.Zero) return;
        using var effect = BeginAndTell(world, occurrence);
        if (For is null) await world.Simulation.DelayUntil(SimTime.Never);
        else await world.Delay(length);
        world.Tell(HappeningKind.DisruptionEnded, Id);
    }

    private IDisposable BeginAndTell(World world, int occurrence)
    {
        world.Tell(HappeningKind.DisruptionBegan, Id, Effect);
        return Begin(world, occurrence);
    }
}
