using System.Collections.Immutable;

namespace SupplySim.Results.Text;

/// <summary>Where the figures of a scenario come from, entry by entry: each commodity, party, place, route, fleet, front
/// and disruption.</summary>
internal static class Provenance
{
    /// <summary>The name of the source that stands for an assumption.</summary>
    public const string AssumedSource = "assumed";

    /// <summary>The entries, in the order of the scenario.</summary>
    public static ImmutableArray<SourcedEntry> Of(Scenario scenario) =>
    [
        .. scenario.Commodities.Select(c => new SourcedEntry("commodities", c.Name ?? c.Id, c.Source)),
        .. scenario.Parties.Select(p => new SourcedEntry("parties", p.Shown, p.Source)),
        .. scenario.Places.Select(p => new SourcedEntry("places", p.Shown, p.Source)),
        .. scenario.Routes.Select(r => new SourcedEntry("routes", r.Id, r.Source)),
        .. scenario.Fleets.Select(f => new SourcedEntry("fleets", f.Id, f.Source)),
        .. scenario.Fronts.Select(f => new SourcedEntry("fronts", f.Id, f.Source)),
        .. scenario.Displacements.Select(d => new SourcedEntry("displacements", d.Id, d.Source)),
        .. scenario.Disruptions.Select(d => new SourcedEntry("disruptions", d.Id, d.Source)),
        // Of others what is said where they are used counts.
        .. scenario.Parameters.Where(p => p.Source is not null).Select(p => new SourcedEntry("parameters", p.Id, p.Source)),
    ];
}

/// <summary>An entry of a scenario and its source.</summary>
/// <param name="Kind">The section it stands in.</param>
/// <param name="Name">Its name.</param>
/// <param name="Source">The name of its source; null where it says none.</param>
internal sealed record SourcedEntry(string Kind, string Name, string? Source)
{
    /// <summary>Whether it is said to be assumed.</summary>
    public bool IsAssumed => Source == Provenance.AssumedSource;

    /// <summary>Whether it has a source that is no assumption.</summary>
    public bool IsSourced => Source is not null && !IsAssumed;
}
