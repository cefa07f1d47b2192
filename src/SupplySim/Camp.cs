using SupplySim.Quantities;

namespace SupplySim;

/// <summary>A place where people live on what arrives.</summary>
/// <param name="Id">Unique among places.</param>
public sealed record Camp(string Id) : Site(Id)
{
    /// <summary>[people] At the start; not negative. <c>unknown(a, b)</c> is drawn once per run. No default.</summary>
    public required Number People { get; init; }

    /// <summary>[people per time] Who comes to stay, in daily batches. Default: nobody.</summary>
    public Arrivals? Arrivals { get; init; }

    /// <summary>[days of supply] Below this the camp counts as running short. Default: it never does.</summary>
    public TimeSpan? WarnBelow { get; init; }
}

/// <summary>Armed units that consume, and that need equipment.</summary>
/// <param name="Id">Unique among places.</param>
public sealed record Force(string Id) : Site(Id)
{
    /// <summary>Whose force it is. Default: nobody's.</summary>
    public string? Party { get; init; }

    /// <summary>What it uses of each commodity, per time.</summary>
    public ByName<Rate> Needs { get; init; } = ByName<Rate>.Empty;

    /// <summary>[days of supply] Below this the force counts as running short. Default: it never does.</summary>
    public TimeSpan? WarnBelow { get; init; }
}

/// <summary>A stream of comers: people to a camp, traders to a crossing.</summary>
/// <param name="Rate">[pieces per time] The mean.</param>
/// <param name="IsRandom">Poisson when true, the same number each time (the fraction carried over) when false.</param>
public sealed record Arrivals(Rate Rate, bool IsRandom)
{
    /// <summary>A Poisson stream.</summary>
    public static Arrivals Poisson(double perDay) => new(Rate.PerDay(Whole(perDay)), true);

    /// <summary>The same number each day.</summary>
    public static Arrivals Constant(double perDay) => new(Rate.PerDay(Whole(perDay)), false);

    /// <summary>For example <c>poisson(350/d)</c>.</summary>
    public override string ToString() => IsRandom ? $"poisson({Rate})" : Rate.ToString();

    private static Quantity Whole(double perDay) => Quantity.Pieces((long)Math.Round(perDay));
}
