using SupplySim.Engine;

namespace SupplySim.Movement;

/// <summary>What a load holds of one commodity.</summary>
/// <param name="Commodity">Its number.</param>
/// <param name="Amount">[smallest unit]</param>
/// <param name="Turn">Smaller first among what waits: it grows with each load ordered in a run, and what is taken back and
/// ordered again keeps it.</param>
/// <param name="WantedSince">Before it was ordered, where its line could not order.</param>
internal readonly record struct Parcel(int Commodity, long Amount, long Turn, SimTime WantedSince)
{
    public void Deconstruct(out int commodity, out long amount) => (commodity, amount) = (Commodity, Amount);

    /// <summary>Both as one, in the turn of this.</summary>
    public Parcel With(Parcel other) =>
        this with { Amount = Amount + other.Amount, WantedSince = SimTime.Min(WantedSince, other.WantedSince) };
}
