using System.Collections.Immutable;

namespace SupplySim.Measures;

/// <summary>What has to be written down at the end of each day: of which places and commodities, in order.
/// What nobody reads is left out.</summary>
/// <param name="NeedMet">Of which is written how much of the need was met.</param>
/// <param name="DaysOfSupply">How long what is there lasts.</param>
/// <param name="Unmet">The person-days that were not met.</param>
/// <param name="Shut">Crossings: for how long they were shut.</param>
/// <param name="Counted">What is <see cref="Counts">counted</see>, kind by kind.</param>
internal sealed record DiaryPlan(ImmutableArray<DiaryRow> NeedMet, ImmutableArray<DiaryRow> DaysOfSupply, ImmutableArray<DiaryRow> Unmet,
    ImmutableArray<DiaryRow> Shut, ImmutableArray<(MeasureKind Kind, ImmutableArray<DiaryRow> Rows)> Counted);
