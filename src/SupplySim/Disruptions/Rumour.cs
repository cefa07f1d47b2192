using System.Collections.Immutable;
using SupplySim.Runs;

namespace SupplySim.Disruptions;

/// <summary>Those who plan are told something false of crossings or routes, and later that it was false.</summary>
/// <remarks>
/// It is believed at once and for as long as it lasts, whatever else is heard meanwhile; of two the later is believed. Taken back, what
/// was last heard is believed. Whoever comes to a place that stands otherwise tells so, and nobody believes it any longer. With
/// <c>when</c> and <c>chance</c> a closing or an opening is denied at random. Under perfect knowledge nobody believes it.
/// </remarks>
/// <param name="Id">Unique among disruptions.</param>
public sealed record Rumour(string Id) : Occurrence(Id)
{
    /// <summary>Of what: the id of a crossing, or a route's id <c>a - b</c>; or a list of them. No default.</summary>
    public required Targets Report { get; init; }

    /// <summary>What is said of it. No default.</summary>
    public required Said Says { get; init; }

    /// <summary>Only for this traffic. Default: for all.</summary>
    public ImmutableArray<string> To { get; init; } = [];

    /// <inheritdoc/>
    protected override string Effect => $"reports {Report} {(Says == Said.Open ? "open" : "shut")}";

    /// <inheritdoc/>
    protected override IDisposable Begin(World world, int occurrence) =>
        world.Together(Report.Select(target => world.Mislead(target, Says, To)));

    /// <summary>What is said of it, as it would stand in a scenario file.</summary>
    public override string ToString() => Brief.Of(Id, this);
}
