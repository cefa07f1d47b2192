using SupplySim.Quantities;

namespace SupplySim;

/// <summary>A place where people live on what arrives.</summary>
/// <param name="Id">Unique among places.</param>
public sealed record Camp(string Id) : Site(Id)
{
    /// <summary>[people] At the start; not negative. <c>unknown(a, b)</c> is drawn once per run. No default.</summary>
    public required Number People { get; init; }

    /// <summary>[people per time] Who comes to stay. <c>unknown(a, b)</c> is drawn once per run. Default: nobody.</summary>
    public ChangingRate? Arrivals { get; init; }

    /// <summary>[people per time] Who leaves for good, as far as there is anybody. <c>unknown(a, b)</c> is
    /// drawn once per run. Default: nobody.</summary>
    public ChangingRate? Departures { get; init; }

    /// <summary>[time] How often people come and go: all of each stretch at its end, those who come before those who leave; above
    /// zero. Default: daily.</summary>
    public TimeSpan Batches { get; init; } = TimeSpan.FromDays(1);

    /// <summary>[people] For how many there is room; not below the people at the start. Default: for any number.</summary>
    public int? Capacity { get; init; }

    /// <summary>What those do who come when there is no more room. Who flees by a displacement goes to none
    /// but its own camps, and stays where none of them has room. Default: they stay, and the camp is over its capacity.</summary>
    public Overflow? Overflow { get; init; }

    /// <summary>The full ration of one person here, by commodity. Default: that of the commodity.</summary>
    public ByName<Rate> Rations { get; init; } = ByName<Rate>.Empty;

    /// <summary>What people find here and need not be brought, by commodity. Default: the local share of the commodity.</summary>
    public ByName<LocalSource> LocalShare { get; init; } = ByName<LocalSource>.Empty;

    /// <summary>[days of supply] Below this the camp counts as running short. Default: it never does.</summary>
    public TimeSpan? WarnBelow { get; init; }
}

/// <summary>Where people go for whom a camp has no room.</summary>
/// <remarks>They go on along the roads, whatever is closed to vehicles, to the nearest camp that has room when they set out, which is kept
/// for them; where no camp has room they stay. On the way they are fed by nobody.</remarks>
public sealed record Overflow
{
    /// <summary>How fast they get there. No default.</summary>
    public required Speed Pace { get; init; }
}

/// <summary>What people find where they live, and what it takes.</summary>
/// <remarks>In a scenario file a share alone, <c>10 %</c>, or a block. A plain share converts by itself.</remarks>
public sealed record LocalSource
{
    /// <summary>[share] Of the full ration, 0 to 1. <c>unknown(a, b)</c> is drawn once per run. No default.</summary>
    public required Number Share { get; init; }

    /// <summary>A commodity that is used up by it, as fuel is by a pump: when it runs out the local share is lost at that instant, and is
    /// back when there is some again. It is not rationed. Default: it takes nothing.</summary>
    public string? Needs { get; init; }

    /// <summary>How much of that it takes for each person. Needed with <see cref="Needs"/>.</summary>
    public Rate? PerPerson { get; init; }

    /// <summary>A share that takes nothing.</summary>
    public static implicit operator LocalSource(double share) => new() { Share = share };

    /// <summary>A share that takes nothing.</summary>
    public static implicit operator LocalSource(Number share) => new() { Share = share };
}

/// <summary>Armed units that consume, and that need equipment, until a front of the other side takes them.</summary>
/// <param name="Id">Unique among places.</param>
public sealed record Force(string Id) : Site(Id)
{
    /// <summary>Whose force it is: a front against that party contests it, and one of that party or of others passes it. Default: nobody's,
    /// and any front takes it in passing.</summary>
    public string? Party { get; init; }

    /// <summary>What it uses of each commodity, per time: all the time, or, where it is random, one piece
    /// at a time. <c>unknown(a, b)</c> is drawn once per run. Default: nothing.</summary>
    public ByName<ChangingRate> Needs { get; init; } = ByName<ChangingRate>.Empty;

    /// <summary>What equipment it should have and has, by commodity counted in pieces; it lies in the stock. Default: nothing is
    /// counted.</summary>
    public ByName<Equipment> Equipment { get; init; } = ByName<Equipment>.Empty;

    /// <summary>How ready it is. Default: nothing is said.</summary>
    public Readiness? Readiness { get; init; }

    /// <summary>[days of supply] Below this the force counts as running short. Default: it never does.</summary>
    public TimeSpan? WarnBelow { get; init; }
}

/// <summary>A stream: people to a camp and from it, traders to a crossing, pieces that a force uses.</summary>
/// <param name="Rate">[amount per time] The mean; pieces where it is random.</param>
/// <param name="IsRandom">Poisson when true, the same number each time (the fraction carried over) when false.</param>
public sealed record Arrivals(Rate Rate, bool IsRandom)
{
    /// <summary>Where nobody knows the rate, what it may be: drawn once per run, and <see cref="Rate"/> is
    /// its mean. Default: it is known.</summary>
    public UnknownRate? Unknown { get; private init; }

    /// <summary>A Poisson stream.</summary>
    public static Arrivals Poisson(double perDay) => new(Rate.PerDay(Whole(perDay)), true);

    /// <summary>The same number each day.</summary>
    public static Arrivals Constant(double perDay) => new(Rate.PerDay(Whole(perDay)), false);

    /// <summary>A stream of which nobody knows how much of it there is.</summary>
    /// <param name="rate">What it may be.</param>
    /// <param name="isRandom">Whether it is a Poisson stream of that rate. Default: the same number each time.</param>
    public static Arrivals Of(UnknownRate rate, bool isRandom = false)
    {
        ArgumentNullException.ThrowIfNull(rate);
        return new(rate.Mean, isRandom) { Unknown = rate.PerDay.IsConstant ? null : rate };
    }

    /// <summary>For example <c>poisson(350/d)</c>, <c>unknown(200/d, 400/d)</c>.</summary>
    public override string ToString() => (Unknown?.ToString() ?? Rate.ToString()) is var rate && IsRandom ? $"poisson({rate})" : rate;

    private static Quantity Whole(double perDay) => Quantity.Pieces((long)Math.Round(perDay));
}
