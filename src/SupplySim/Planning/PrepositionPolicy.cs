using SupplySim.Engine;
using SupplySim.Quantities;

namespace SupplySim.Planning;

/// <summary>To what a supply line raises its levels ahead of what is expected.</summary>
/// <remarks>Asked for each line that orders by level at the start, when something is learned, and when the time comes that the answer
/// names.</remarks>
public abstract record PrepositionPolicy : Policy
{
    internal sealed override string Key => "preposition";

    /// <summary>[days of supply] The level up to which it orders is raised to this where it is below, and the level
    /// below which it orders by as much; zero leaves both as they are.</summary>
    /// <param name="situation">What is known.</param>
    /// <param name="question">The line.</param>
    public abstract Advice<TimeSpan> Raise(Situation situation, PrepositionQuestion question);
}

/// <summary>Levels are raised for some time, by a warning that has a date.</summary>
public sealed record ByWarning : PrepositionPolicy
{
    /// <summary>When stocks begin to be raised. No default.</summary>
    public required Moment At { get; init; }

    /// <summary>[time] For how long. Default: to the end of the run.</summary>
    public TimeSpan? For { get; init; }

    /// <summary>[days of supply] To what. Above zero. No default.</summary>
    public required TimeSpan UpTo { get; init; }

    internal override bool LooksAtStocks => false;

    /// <inheritdoc/>
    public override Advice<TimeSpan> Raise(Situation situation, PrepositionQuestion question)
    {
        ArgumentNullException.ThrowIfNull(situation);
        var begins = situation.TimeOf(At);
        if (situation.Now < begins) return new Advice<TimeSpan>(TimeSpan.Zero, begins == SimTime.Never ? null : begins);
        if (For is not { } lasts) return new Advice<TimeSpan>(UpTo);
        return situation.Now < begins + lasts ? new Advice<TimeSpan>(UpTo, begins + lasts) : new Advice<TimeSpan>(TimeSpan.Zero);
    }
}

/// <summary>A supply line whose levels may be raised.</summary>
/// <param name="Line">The line.</param>
public sealed record PrepositionQuestion(SupplyLine Line);
