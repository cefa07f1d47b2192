namespace SupplySim.Runs;

/// <summary>What was lost on the way to each place and back: attacks, vehicles, cargo.</summary>
/// <remarks>Vehicles belong to the place that their column was sent to, whichever way it went when it lost them; cargo to the place it was
/// bound for. By place number; an audit holds the sums to the ledgers. One run, one thread.</remarks>
internal sealed class LossBook(int places, int commodities)
{
    private readonly long[] _attacks = new long[places];
    private readonly long[] _vehicles = new long[places];
    private readonly long[] _cargo = new long[places * commodities];

    /// <summary>[attacks] On columns sent to a place.</summary>
    public long Attacks(int place) => _attacks[place];

    /// <summary>[vehicles] Aircraft included, and however they were lost.</summary>
    public long Vehicles(int place) => _vehicles[place];

    /// <summary>[smallest unit] However it was lost, but for what was seized at the place.</summary>
    public long Cargo(int place, int commodity) => _cargo[place * commodities + commodity];

    public void NoteAttack(int place) => _attacks[place]++;

    public void NoteVehicle(int place) => _vehicles[place]++;

    public void NoteCargo(int place, int commodity, long amount) => _cargo[place * commodities + commodity] += amount;
}
