using System.Globalization;
using SupplySim.Engine;

namespace SupplySim.Audits;

/// <summary>An audit has found that an invariant does not hold: a defect in SupplySim, or in a disruption or policy of one's
/// own that keeps state, never in a scenario file.</summary>
public sealed class InvariantBrokenException : Exception
{
    internal InvariantBrokenException(
        Invariant invariant, SimTime at, ulong seed, int replication, string after, string where, Int128 counted, Int128 expected)
        : base(string.Create(CultureInfo.InvariantCulture,
            $"{invariant.Id} is broken {at}, after {after} (seed {seed}, replication {replication}). It should hold "
                + $"that {invariant.Sentence}. {where}: counted {counted:N0}, and it should be {expected:N0}."))
    {
        (Invariant, At, Seed, Replication, Where, Counted, Expected) = (invariant, at, seed, replication, where, counted, expected);
    }

    /// <summary>What does not hold.</summary>
    public Invariant Invariant { get; }

    /// <summary>When it was seen, at the latest 1,024 events after it came to be.</summary>
    public SimTime At { get; }

    /// <summary>The seed of the run.</summary>
    public ulong Seed { get; }

    /// <summary>The replication, from 0.</summary>
    public int Replication { get; }

    /// <summary>The place, fleet or commodity, and what of it was counted.</summary>
    public string Where { get; }

    /// <summary>What was counted, in the smallest unit of what is counted: grams, vehicles, people, ticks of 100 ns.</summary>
    public Int128 Counted { get; }

    /// <summary>What it should have been: what the books say, or what is allowed.</summary>
    public Int128 Expected { get; }
}
