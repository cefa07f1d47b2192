using System.Collections.Immutable;

namespace SupplySim.Measures;

/// <summary>What has to be written down at the end of each day: of which places, by number and in order of it. What nobody reads is left out.</summary>
/// <param name="NeedMet">Places of which is written how much of the need was met.</param>
/// <param name="DaysOfSupply">How long what they have lasts.</param>
/// <param name="Unmet">The person-days that were not met.</param>
/// <param name="Shut">Crossings: for how long they were shut.</param>
internal sealed record DiaryPlan(ImmutableArray<int> NeedMet, ImmutableArray<int> DaysOfSupply, ImmutableArray<int> Unmet, ImmutableArray<int> Shut);
