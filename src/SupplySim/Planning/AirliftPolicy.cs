using SupplySim.Engine;

namespace SupplySim.Planning;

/// <summary>Whether a supply line that flies may order, beside what its own <see cref="SupplyLine.When"/> says.</summary>
/// <remarks>Asked for each such line at the start, when something is learned, when a place that it serves reports its stock, and when the
/// time comes that the answer names. What waits for an aircraft when flights end is taken back.</remarks>
public abstract record AirliftPolicy : Policy
{
    internal sealed override string Key => "airlift";

    /// <summary>Whether it flies.</summary>
    /// <param name="situation">What is known.</param>
    /// <param name="question">The line, and whom it serves.</param>
    public abstract Advice<bool> Decide(Situation situation, AirliftQuestion question);
}

/// <summary>It flies from when a place that it serves is cut off by road and short of something that it carries, until no such place is,
/// or all have enough.</summary>
public sealed record WhenCutOff : AirliftPolicy
{
    /// <summary>[days of supply] Flights begin below this. No default.</summary>
    public required TimeSpan Below { get; init; }

    /// <summary>[days of supply] Flights end when all that it serves and that are cut off have this; not less than <see cref="Below"/>.
    /// Default: the same.</summary>
    public TimeSpan? Until { get; init; }

    /// <inheritdoc/>
    public override Advice<bool> Decide(Situation situation, AirliftQuestion question)
    {
        ArgumentNullException.ThrowIfNull(situation);
        ArgumentNullException.ThrowIfNull(question);
        var (level, flies, next) = (question.IsFlying ? Until ?? Below : Below, false, TimeSpan.MaxValue);
        foreach (var place in question.Served)
        {
            if (!question.IsCutOff(place)) continue;
            var left = question.DaysLeft(place);
            flies |= left < level;
            if (left >= Below && left != TimeSpan.MaxValue && left - Below < next) next = left - Below;
        }
        // A moment later, when it is below.
        return flies || next == TimeSpan.MaxValue
            ? new Advice<bool>(flies)
            : new Advice<bool>(flies, situation.Now + next + TimeSpan.FromSeconds(1));
    }
}

/// <summary>An answer that holds until something is learned, or until a time at which to ask again.</summary>
/// <param name="Value">The answer.</param>
/// <param name="AskAgain">When to ask again if nothing is learned; later than now. Null for never.</param>
public readonly record struct Advice<T>(T Value, SimTime? AskAgain = null);
