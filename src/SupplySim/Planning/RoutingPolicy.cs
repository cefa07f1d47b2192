namespace SupplySim.Planning;

/// <summary>Which way a column takes.</summary>
/// <remarks>Asked when a column sets out or is to, and again wherever it gets to after something was learned; where anybody looks at
/// queues, wherever it gets to. Whoever takes a way
/// that is shut waits there until it opens or something is learned.</remarks>
public abstract record RoutingPolicy : Policy
{
    internal sealed override string Key => "routing";

    /// <summary>The way to take; null to stay until something is learned.</summary>
    /// <param name="situation">What is known.</param>
    /// <param name="question">From where to where, and the ways that there are.</param>
    public abstract Way? Choose(Situation situation, RoutingQuestion question);
}

/// <summary>The fastest way; where that is known to be shut, the fastest open one if it is not too long.</summary>
public sealed record Fastest : RoutingPolicy
{
    internal override bool LooksAtStocks => false;

    /// <inheritdoc/>
    public override Way? Choose(Situation situation, RoutingQuestion question)
    {
        ArgumentNullException.ThrowIfNull(question);
        var fastest = question.Fastest();
        if (fastest is not { IsShut: true }) return fastest;
        return question.FastestOpen() is { } detour && question.IsShortEnough(detour, fastest) ? detour : fastest;
    }
}

/// <summary>The way on which least attacks are to be expected, by the <see cref="Route.Hazard"/> of its routes and the time on
/// them, their <see cref="Route.AttackedEvery"/>, and what fronts are known to add; where that is known to
/// be shut, the safest open one if it is not too long.</summary>
public sealed record Safest : RoutingPolicy
{
    internal override bool LooksAtStocks => false;

    /// <summary>[time] How much longer a way may take to be spared one expected attack; above zero, at most 100 years. Default
    /// 10 years: safety first, and the faster of two ways that are equally safe.</summary>
    public TimeSpan PerAttack { get; init; } = TimeSpan.FromDays(3650);

    /// <inheritdoc/>
    public override Way? Choose(Situation situation, RoutingQuestion question)
    {
        ArgumentNullException.ThrowIfNull(question);
        var safest = question.Safest(PerAttack);
        if (safest is not { IsShut: true }) return safest;
        return question.SafestOpen(PerAttack) is { } detour && question.IsShortEnough(detour, safest) ? detour : safest;
    }
}

/// <summary>The fastest way; where that is known to be shut, whatever gets there first: waiting until it opens, or the fastest open
/// way if it is not too long.</summary>
/// <remarks>What is shut is reckoned to open when those who shut it have said. Where they have said nothing, or that time has
/// passed, it is reckoned to stay shut for as long again as <see cref="Assume"/>, whenever one asks.</remarks>
public sealed record WaitOrDetour : RoutingPolicy
{
    internal override bool LooksAtStocks => false;

    /// <summary>[time] How long what is shut is thought to stay so, where nothing is announced. Not negative. Default 27 days: the
    /// median of six closures of Fishkhabour and of a bridge near Kirkuk, 2013 to 2024.</summary>
    public TimeSpan Assume { get; init; } = TimeSpan.FromDays(27);

    /// <inheritdoc/>
    public override Way? Choose(Situation situation, RoutingQuestion question)
    {
        ArgumentNullException.ThrowIfNull(question);
        var fastest = question.Fastest();
        if (fastest is not { IsShut: true }) return fastest;
        if (question.FastestOpen() is not { } detour || !question.IsShortEnough(detour, fastest)) return fastest;
        return question.TimeWithWaits(fastest, Assume) <= detour.Time ? fastest : detour;
    }
}

/// <summary>The way by which one gets there soonest with the waits that are known, if it is not too long: behind the queue of each
/// crossing (those who wait there times a mean inspection, by the lanes that work), for opening hours, and for what is shut. So crossings
/// side by side share what comes. Queues are heard of as late as all else (<see cref="Reroute.LearnsAfter"/>), and nobody reckons
/// with those on the way to one: until it is heard of, all choose the same crossing.</summary>
/// <remarks>What is shut is reckoned to open as in <see cref="WaitOrDetour"/>. A column looks again wherever it gets to; who stands in
/// a queue leaves it only for what is shut.</remarks>
public sealed record Soonest : RoutingPolicy
{
    internal override bool LooksAtStocks => false;

    internal override bool LooksAtQueues => true;

    /// <summary>[time] How long what is shut is thought to stay so, where nothing is announced. Not negative. Default 27 days, as
    /// where one waits or goes round.</summary>
    public TimeSpan Assume { get; init; } = TimeSpan.FromDays(27);

    /// <inheritdoc/>
    public override Way? Choose(Situation situation, RoutingQuestion question)
    {
        ArgumentNullException.ThrowIfNull(question);
        if (question.Fastest() is not { } fastest) return null;
        return question.Soonest(Assume) is { } soonest && question.IsShortEnough(soonest, fastest) ? soonest : fastest;
    }
}
