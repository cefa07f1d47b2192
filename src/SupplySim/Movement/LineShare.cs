using SupplySim.Engine;

namespace SupplySim.Movement;

/// <summary>What one supply line may order at one instant from where goods are scarce, by the number of the
/// commodity among its own.</summary>
/// <remarks>Good for that instant, and until it is taken. One run, one thread.</remarks>
internal sealed class LineShare(int commodities)
{
    private readonly long[] _wanted = new long[commodities];
    private readonly long[] _amounts = new long[commodities];
    private SimTime _at = SimTime.Never;

    /// <summary>[smallest unit] Given to it, by commodity.</summary>
    public ReadOnlySpan<long> Amounts => _amounts;

    /// <summary>[g] Given to it.</summary>
    public long Mass { get; private set; }

    /// <summary>[g] What it wanted.</summary>
    public long WantedMass { get; private set; }

    /// <summary>Whether it was found at this instant and not taken yet.</summary>
    public bool IsFound(SimTime now) => _at == now;

    public void Begin(ReadOnlySpan<long> wanted, long mass, SimTime now)
    {
        wanted.CopyTo(_wanted);
        Array.Clear(_amounts);
        (Mass, WantedMass, _at) = (0, mass, now);
    }

    /// <summary>[smallest unit] Wanted and not given yet.</summary>
    public long Left(int number) => _wanted[number] - _amounts[number];

    public void Give(int number, long amount, long mass)
    {
        _amounts[number] += amount;
        Mass += mass;
    }

    public void GiveAll()
    {
        _wanted.CopyTo(_amounts, 0);
        Mass = WantedMass;
    }

    /// <summary>Leaves of what is to be ordered what its share is.</summary>
    public void Take(long[] amounts)
    {
        for (var i = 0; i < amounts.Length; i++) amounts[i] = Math.Min(amounts[i], _amounts[i]);
        _at = SimTime.Never;
    }
}
