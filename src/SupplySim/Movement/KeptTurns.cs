namespace SupplySim.Movement;

/// <summary>The turns of what a line had ordered and took back: what it orders again of the same commodity keeps them, the first one
/// first.</summary>
/// <remarks>No commodity takes the turn of another: what is ordered in many loads would always be before what is ordered in one. One run,
/// one thread.</remarks>
/// <param name="commodities">How many there are in the scenario.</param>
internal sealed class KeptTurns(int commodities)
{
    private readonly PriorityQueue<long, long>?[] _turns = new PriorityQueue<long, long>?[commodities];

    /// <summary>Something was taken back.</summary>
    public void Keep(Parcel parcel) => (_turns[parcel.Commodity] ??= new()).Enqueue(parcel.Turn, parcel.Turn);

    /// <summary>Takes the first turn that is kept for a commodity; null where there is none.</summary>
    public long? Take(int commodity) => _turns[commodity] is { } turns && turns.TryDequeue(out var turn, out _) ? turn : null;

    /// <summary>None is kept any more: what was taken back has been ordered again, or is not wanted.</summary>
    public void Clear()
    {
        foreach (var turns in _turns) turns?.Clear();
    }
}
