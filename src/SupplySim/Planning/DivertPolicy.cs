namespace SupplySim.Planning;

/// <summary>Where a laden column goes instead, when no open way leads to where it is bound, nobody is unloaded there, or nobody there needs
/// what it carries.</summary>
/// <remarks>Asked when it sets out, wherever it gets to after something was learned, and while it waits at
/// what is shut, its destination too. One that has come to a dock's line before that was shut stays in it. Once its first
/// destination can be reached again it goes there, if it has not been unloaded.</remarks>
public abstract record DivertPolicy : Policy
{
    internal sealed override string Key => "divert";

    /// <summary>Where to go instead; null to wait.</summary>
    /// <param name="situation">What is known.</param>
    /// <param name="question">Where it is, where it was bound, and where else it could go.</param>
    public abstract PlaceId? Choose(Situation situation, DivertQuestion question);
}

/// <summary>It waits, or brings what nobody needs all the same.</summary>
public sealed record Hold : DivertPolicy
{
    internal override bool LooksAtStocks => false;

    /// <inheritdoc/>
    public override PlaceId? Choose(Situation situation, DivertQuestion question) => null;
}

/// <summary>It brings back what it carries to where that was loaded, if there is an open way.</summary>
public sealed record Return : DivertPolicy
{
    /// <inheritdoc/>
    public override PlaceId? Choose(Situation situation, DivertQuestion question)
    {
        ArgumentNullException.ThrowIfNull(question);
        return question.CanGoTo(question.Origin) ? question.Origin : default(PlaceId?);
    }
}

/// <summary>It goes to the camp with least days of supply, of those that can be reached on this side and need what it carries; else
/// to the nearest depot, else to its base. A place where nobody can unload is none of them.</summary>
public sealed record ToNeed : DivertPolicy
{
    /// <summary>[time] Where its way is announced to open within this, it waits. Not negative. Default: it never waits.</summary>
    public TimeSpan Patience { get; init; } = TimeSpan.Zero;

    /// <inheritdoc/>
    public override PlaceId? Choose(Situation situation, DivertQuestion question)
    {
        ArgumentNullException.ThrowIfNull(situation);
        ArgumentNullException.ThrowIfNull(question);
        if (question.IsCutOff && question.Wait <= Patience) return null;
        return Best(question, question.Camps.Where(question.Needs), situation.DaysCovered)
            ?? Best(question, question.Depots, depot => question.TimeTo(depot)!.Value)
            ?? (question.CanGoTo(question.Base) ? question.Base : default(PlaceId?));
    }

    // Of equals the first in the scenario.
    private static PlaceId? Best(DivertQuestion question, IEnumerable<PlaceId> places, Func<PlaceId, TimeSpan> rank)
    {
        var (best, least) = (default(PlaceId?), TimeSpan.MaxValue);
        foreach (var place in places)
            if (question.CanGoTo(place) && rank(place) is var time && (best is null || time < least)) (best, least) = (place, time);
        return best;
    }
}
