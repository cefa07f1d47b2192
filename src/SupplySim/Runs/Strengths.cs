using System.Collections.Immutable;
using SupplySim.Engine;

namespace SupplySim.Runs;

/// <summary>What is left of each party's strength: other fronts take a share of it while they last, and
/// fights take people for good.</summary>
/// <remarks>One run, one thread.</remarks>
internal sealed class Strengths(ImmutableArray<Party> parties, Simulation simulation)
{
    private readonly double[] _notElsewhere = [.. parties.Select(_ => 1.0)];
    private readonly long[] _lost = new long[parties.Length];

    /// <summary>Fired when what is left of a party's strength, or how ready it is, changes.</summary>
    public Signal Changed { get; } = new(simulation);

    /// <summary>[share] What is left of a party's strength, 0 to 1.</summary>
    public double Left(int party) => parties[party].Strength is > 0 and var strength
        ? _notElsewhere[party] * ((strength - _lost[party]) / (double)strength)
        : _notElsewhere[party];

    /// <summary>[people] Casualties so far.</summary>
    public long Lost(int party) => _lost[party];

    /// <summary>A party can do with less of its strength, or more again, at all its fronts but one.</summary>
    public void Scale(int party, double factor)
    {
        _notElsewhere[party] *= factor;
        Changed.Fire();
    }

    /// <summary>Casualties: no more than there are people.</summary>
    /// <returns>[people] How many.</returns>
    public long Lose(int party, long people)
    {
        var lost = Math.Min(people, (parties[party].Strength ?? 0) - _lost[party]);
        _lost[party] += lost;
        if (lost > 0) Changed.Fire();
        return lost;
    }

    public ImmutableArray<StrengthTotal> Totals() => [.. parties.Select((party, number) => (party, number))
        .Where(one => one.party.Strength is not null)
        .Select(one => new StrengthTotal(one.party.Id, one.party.Strength!.Value, _lost[one.number]))];
}
