using System.Collections.Immutable;
using SupplySim.Runs;

namespace SupplySim.Disruptions;

/// <summary>A crossing, a route, or a place with docks is shut.</summary>
/// <param name="Id">Unique among disruptions.</param>
public sealed record Closure(string Id) : Occurrence(Id)
{
    /// <summary>What is shut: the id of a crossing, of a depot, town, camp or force, or a route's id <c>a - b</c>. No default.</summary>
    public required string Close { get; init; }

    /// <summary>Only for this traffic. Default: for all.</summary>
    public ImmutableArray<string> To { get; init; } = [];

    /// <summary>What happens to those who are in it at that moment: under inspection at a place, on the way along a route.
    /// Default: they complete.</summary>
    public EnRoute EnRoute { get; init; }

    /// <summary>[time] How long those who shut it say that it will last, which planners learn and which need not be true; not
    /// negative. Default: they say nothing.</summary>
    public TimeSpan? Announced { get; init; }

    /// <summary>With a depot, town, camp or force: what is stopped there. Roads lead through it all the same. Default: all of it, orders,
    /// loading and unloading.</summary>
    public ImmutableArray<SiteWork> Stops { get; init; } = [];

    /// <inheritdoc/>
    protected override string Effect => $"closes {Close}";

    /// <inheritdoc/>
    protected override IDisposable Begin(World world, int occurrence) => world.Close(Close, Id, To, EnRoute, Announced, Stops);
}
