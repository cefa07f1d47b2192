namespace SupplySim.Measures;

/// <summary>Of what a row of a page of the diary is: of a place, and there of all commodities or of one, or of all
/// traffic or of one.</summary>
/// <param name="Place">Its number.</param>
/// <param name="Commodity">Its number; -1 for all.</param>
/// <param name="Traffic">The place of its name among <see cref="SupplySim.Runs.TrafficKinds.Named"/>; -1 for all.</param>
internal readonly record struct DiaryRow(int Place, int Commodity, int Traffic = -1) : IComparable<DiaryRow>
{
    /// <summary>By place, then by commodity, then by traffic.</summary>
    public int CompareTo(DiaryRow other) => (Place, Commodity, Traffic).CompareTo((other.Place, other.Commodity, other.Traffic));
}
