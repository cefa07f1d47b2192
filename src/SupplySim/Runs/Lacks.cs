using SupplySim.Engine;

namespace SupplySim.Runs;

/// <summary>When which place lacked something, and what came too late for it; for a depot, too late for those who live through it.</summary>
/// <remarks>One run, one thread.</remarks>
internal sealed class Lacks(Catalogue catalogue)
{
    // Of depots that supply one another in a ring there is no end.
    private const int LongestChain = 16;

    private readonly Lack[] _lacks = [.. catalogue.Places.Select(_ => new Lack())];
    private readonly List<int>?[] _fed = new List<int>?[catalogue.Places.Length];

    /// <summary>Of a place, by its number.</summary>
    public Lack this[int place] => _lacks[place];

    /// <summary>A place has ordered from another, whose store is limited.</summary>
    public void Feed(int from, int to)
    {
        var fed = _fed[from] ??= [];
        if (!fed.Contains(to)) fed.Add(to);
    }

    /// <summary>A load has come, or what was not ordered is ordered, or the run ends before either.</summary>
    /// <param name="place">For where.</param>
    /// <param name="wanted">Since when it was wanted.</param>
    /// <param name="now">Now.</param>
    public void Came(int place, SimTime wanted, SimTime now)
    {
        if (HasLacked(place, wanted, LongestChain)) _lacks[place].Miss(wanted, now);
    }

    /// <summary>[share] By place, as <see cref="Lack.Shares"/>.</summary>
    public double[]?[] Shares(TimeByPart parts) => [.. _lacks.Select(lack => lack.Shares(parts))];

    private bool HasLacked(int place, SimTime then, int longest)
    {
        if (_lacks[place].HasBeenSince(then)) return true;
        if (longest == 0 || _fed[place] is not { } fed) return false;
        foreach (var to in fed)
            if (HasLacked(to, then, longest - 1)) return true;
        return false;
    }
}
