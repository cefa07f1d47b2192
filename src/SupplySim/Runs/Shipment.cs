namespace SupplySim.Runs;

/// <summary>What is held up when a vehicle is: where it was sent, whose it is, and what it brings.</summary>
/// <param name="BoundFor">The number of the place that it was sent to, there and back; -1 where nobody waits for it.</param>
/// <param name="Fleet">The number of the fleet; -1 where nobody waits for one of its vehicles.</param>
/// <param name="Cargo">[a bit for each commodity] What the supply lines bring for which it goes; none where
/// that is not known, so that it counts for all.</param>
internal readonly record struct Shipment(int BoundFor, int Fleet, ulong Cargo)
{
    private const int Bits = 64;

    /// <summary>What stands for a commodity in a cargo; nothing where there are more commodities than bits.</summary>
    /// <param name="commodity">Its number.</param>
    /// <param name="of">How many there are.</param>
    public static ulong Bit(int commodity, int of) => of > Bits ? 0 : 1UL << commodity;

    /// <summary>Nobody's.</summary>
    public static Shipment None => new(-1, -1, 0);
}
