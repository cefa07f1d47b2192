using SupplySim.Engine;

namespace SupplySim.Runs;

/// <summary>When which place lacked something that it needs; what is late for a depot is late for those who live through it.</summary>
/// <remarks>One run, one thread.</remarks>
internal sealed class Lacks(Catalogue catalogue)
{
    private readonly Lack[] _lacks = [.. catalogue.Places.Select(_ => new Lack())];

    /// <summary>Of a place, by its number.</summary>
    public Lack this[int place] => _lacks[place];

    /// <summary>[share] By place: of each part of the time, the share in which it lacked something or came to lack it; null where it never did.</summary>
    /// <param name="parts">Into which the time is cut.</param>
    /// <param name="now">The end of the run: what is lacked then is lacked until then.</param>
    public double[]?[] Shares(TimeByPart parts, SimTime now)
    {
        foreach (var lack in _lacks) lack.End(now);
        double[]?[] shares = [.. _lacks.Select(lack => lack.Shares(parts))];
        if (Array.Exists(shares, one => one is not null)) HandUp(shares);
        return shares;
    }

    // As often as there are lines at most: the longest chain of depots is no longer.
    private void HandUp(double[]?[] shares)
    {
        var isHandedUp = true;
        for (var times = 0; isHandedUp && times < catalogue.SupplyLines.Length; times++)
        {
            isHandedUp = false;
            foreach (var line in catalogue.SupplyLines)
                if (catalogue.Places[catalogue.PlaceNumber(line.From)] is Site { Stock.IsUnlimited: false } && shares[catalogue.PlaceNumber(line.To)] is { } lacking)
                    isHandedUp |= Raise(ref shares[catalogue.PlaceNumber(line.From)], lacking);
        }
    }

    private static bool Raise(ref double[]? shares, double[] to)
    {
        shares ??= new double[to.Length];
        var isRaised = false;
        for (var part = 0; part < to.Length; part++)
        {
            if (shares[part] >= to[part]) continue;
            shares[part] = to[part];
            isRaised = true;
        }
        return isRaised;
    }
}
