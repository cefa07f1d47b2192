namespace SupplySim.Measures;

/// <summary>Of what a row of a page of the diary is: of a place, and there of all commodities or of one.</summary>
/// <param name="Place">Its number.</param>
/// <param name="Commodity">Its number; -1 for all.</param>
internal readonly record struct DiaryRow(int Place, int Commodity) : IComparable<DiaryRow>
{
    /// <summary>By place, and then by commodity.</summary>
    public int CompareTo(DiaryRow other) => (Place, Commodity).CompareTo((other.Place, other.Commodity));
}
