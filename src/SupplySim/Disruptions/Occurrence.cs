using System.Collections.Immutable;
using SupplySim.Engine;
using SupplySim.Quantities;
using SupplySim.Runs;

namespace SupplySim.Disruptions;

/// <summary>A disruption that comes and goes: when it begins and how long it lasts, whatever it does meanwhile.</summary>
/// <remarks>
/// Exactly one of <see cref="While"/>, <see cref="When"/>, <see cref="At"/> and <see cref="Every"/> says when it begins.
/// <see cref="While"/> ends it too; the others need <see cref="For"/>, or <see cref="At"/> its
/// <see cref="Until"/>, or last to the end of the run. Where something else is said of it in the middle of a run
/// (<see cref="Alternative.From"/>) its occurrences come, are drawn and end as they would have, but for what is changed of that itself;
/// what is under way goes on in the new form. One that gets another condition, another moment or another
/// way of beginning ends, and begins anew.
/// </remarks>
/// <param name="Id">Unique among disruptions.</param>
public abstract partial record Occurrence(string Id) : Disruption(Id)
{
    /// <summary>It lasts as long as this is true; not of a destruction, which does not last.</summary>
    public Condition? While { get; init; }

    /// <summary>It begins each time this becomes true.</summary>
    public Condition? When { get; init; }

    /// <summary>It begins at this moment.</summary>
    public Moment? At { get; init; }

    /// <summary>[time] It begins this long after the start, or after <see cref="From"/>, and then after its last end.
    /// With <see cref="Chance"/>: after its last beginning, counted whether it happened or not. Changed in the middle of a run, it is
    /// counted from there all the same: what is overdue comes at once, and what is drawn is as lucky as it
    /// was, given that nothing has come yet.</summary>
    public Duration? Every { get; init; }

    /// <summary>With <see cref="Every"/>: from when on it is counted, as in a season that begins later. Default: from the start.</summary>
    public Moment? From { get; init; }

    /// <summary>With <see cref="At"/>: when it ends. With <see cref="Every"/>: from this moment on it begins no more, as when a season is
    /// over; what has begun goes on. Default: to the end of the run.</summary>
    public Moment? Until { get; init; }

    /// <summary>[share] With <see cref="Every"/> or <see cref="When"/>: the chance that it happens each time, 0 to 1. Default 1.</summary>
    public double? Chance { get; init; }

    /// <summary>[time] How long it lasts. Changed in the middle of a run, what is under way lasts as long from its beginning on; if that
    /// has passed, it ends. Default: to the end of the run; a destruction does not last.</summary>
    public Duration? For { get; init; }

    /// <inheritdoc/>
    public sealed override Process Unfold(World world) => In(world).Unfold();

    /// <summary>What becomes of it in one run.</summary>
    /// <param name="world">The run's state.</param>
    /// <param name="before">What was under its id up to now, so that its occurrences are counted on. Default: nothing.</param>
    internal Recurrence In(World world, Recurrence? before = null) => new(world, this, before);

    /// <summary>Whether it is still the same one where something else is said of it: by the same condition,
    /// at the same moment, or again and again before as after. Then it goes on; any other ends, and what is said begins anew.</summary>
    internal bool GoesOnAs(Occurrence other) =>
        (Every is null) == (other.Every is null) && Likeness.AreAlike((While, When, At), (other.While, other.When, other.At));

    /// <summary>Begins one occurrence, and returns what ends it. Where the disruption is changed while it
    /// lasts the changed one is asked for the same occurrence again.</summary>
    /// <param name="world">The run's state.</param>
    /// <param name="occurrence">How many there were before.</param>
    protected abstract IDisposable Begin(World world, int occurrence);

    /// <summary>Begins what one occurrence does from now on, which began so long ago in another form.</summary>
    private protected virtual IDisposable GoOn(World world, int occurrence, TimeSpan lasted) => Begin(world, occurrence);

    /// <summary>The same with what another says of when it comes and how it ends: what is left to differ is what it does.</summary>
    private protected virtual Occurrence InTimesOf(Occurrence other) => this with
    {
        While = other.While, When = other.When, At = other.At, Every = other.Every, From = other.From, Until = other.Until,
        Chance = other.Chance,
        For = other.For, Source = other.Source,
    };

    /// <summary>What it does, in a few words, for reports.</summary>
    protected abstract string Effect { get; }

    /// <summary>Whether it is over in the instant in which it begins.</summary>
    private protected virtual bool IsInstant => false;

    /// <summary>What has to be done before it ends; null for nothing.</summary>
    private protected virtual Repair? Mending => null;

    /// <summary>The steps in which what it took comes back.</summary>
    private protected virtual ImmutableArray<ReopeningStep> Steps => [];

    /// <summary>Begins one step, and returns what ends it.</summary>
    private protected virtual IDisposable BeginStep(World world, double share) =>
        throw new InvalidOperationException($"'{Id}' does not end in steps");
}
