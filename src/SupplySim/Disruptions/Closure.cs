using System.Collections.Immutable;
using SupplySim.Runs;

namespace SupplySim.Disruptions;

/// <summary>Crossings, routes, or places with docks are shut.</summary>
/// <param name="Id">Unique among disruptions.</param>
public sealed record Closure(string Id) : Loss(Id)
{
    /// <summary>What is shut: the id of a crossing, of a depot, town, camp or force, or a route's id <c>a - b</c>; or a list of
    /// them, struck at once and as long. No default.</summary>
    public required Targets Close { get; init; }

    /// <summary>Only for this traffic. Default: for all.</summary>
    public ImmutableArray<string> To { get; init; } = [];

    /// <summary>What happens to those who are in it at that moment: under inspection at a place, on the way along a route.
    /// Default: they complete.</summary>
    public EnRoute EnRoute { get; init; }

    /// <summary>With a crossing: what those do who wait for it, and those who come while it is shut. Default: they keep their
    /// place.</summary>
    public QueueRule Queue { get; init; }

    /// <summary>[time] How long those who shut it say that it will last, which planners learn and which need not be true; not
    /// negative. Default: they say nothing.</summary>
    public TimeSpan? Announced { get; init; }

    /// <summary>With a depot, town, camp or force: what is stopped there. Roads lead through it all the same. Default: all of it, orders,
    /// loading and unloading.</summary>
    public ImmutableArray<SiteWork> Stops { get; init; } = [];

    /// <summary>With a crossing or route, open to all traffic or none: the steps in which lanes or speed come back once it ends, one
    /// after the other. A cause that is back ends them. Default: all at once.</summary>
    public ImmutableArray<ReopeningStep> Reopens { get; init; } = [];

    private protected override ImmutableArray<ReopeningStep> Steps => Reopens;

    /// <inheritdoc/>
    protected override string Effect => $"closes {Close}";

    private protected override Occurrence InTimesOf(Occurrence other) =>
        (Closure)base.InTimesOf(other) with { Reopens = other is Closure closure ? closure.Reopens : [] };

    /// <inheritdoc/>
    protected override IDisposable Begin(World world, int occurrence) => GoOn(world, occurrence, TimeSpan.Zero);

    // What was announced was said when it began.
    private protected override IDisposable GoOn(World world, int occurrence, TimeSpan lasted) =>
        world.Together(Close.Select(target => world.Close(target, Blame, To, EnRoute, Announced - lasted, Stops, Queue)));

    private protected override IDisposable BeginStep(World world, double share) => world.Together(Close.Select(target =>
        world.Catalogue.TryRoute(target, out _) ? world.LimitSpeed(target, share, Blame) : world.LimitLanes(target, share, Blame)));

    /// <summary>What is said of it, as it would stand in a scenario file.</summary>
    public override string ToString() => Brief.Of(Id, this);
}
