using System.Globalization;
using SupplySim.Quantities;

namespace SupplySim;

/// <summary>Something that is true or false at each instant of a run: <c>stock(ain-issa) &lt; 5 d and not open(fishkhabour)</c>.</summary>
/// <remarks>Immutable. Written in scenario files under <c>when</c>, <c>while</c>, <c>until</c>; in code
/// <c>Condition.Stock("ain-issa").IsBelow(TimeSpan.FromDays(5))</c>.</remarks>
public abstract record Condition
{
    /// <summary>The stock of a place; of one commodity there by <see cref="StockOf.Of"/>.</summary>
    public static StockOf Stock(PlaceId place) => new StockOf(place, null);

    /// <summary>The stock of the place that the rule is about.</summary>
    public static StockOf StockHere { get; } = new StockOf(null, null);

    /// <summary>The stock of any camp: a comparison holds when it holds for one of them.</summary>
    public static StockOf AnyCampStock { get; } = new StockOf(null, Quantifier.Any);

    /// <summary>The stock of all camps: a comparison holds when it holds for each of them.</summary>
    public static StockOf AllCampStock { get; } = new StockOf(null, Quantifier.All);

    /// <summary>The great-circle distance from a place to the nearest head of a front.</summary>
    public static Measured FrontDistance(PlaceId place) => new DistanceToFront(place, OnlyFighting: false);

    /// <summary>The same, of those fronts that fight; infinite while none does.</summary>
    public static Measured FightDistance(PlaceId place) => new DistanceToFront(place, OnlyFighting: true);

    /// <summary>How ready a force is, as its <see cref="Force.Readiness"/> says; 0 from its capture on.</summary>
    public static Measured Readiness(PlaceId force) => new ReadinessOf(force);

    /// <summary>The readiness of the force that the rule is about.</summary>
    public static Measured ReadinessHere { get; } = new ReadinessOf(null);

    /// <summary>Whether a place has been captured since the start.</summary>
    public static Condition Captured(PlaceId place) => new IsCaptured(place);

    /// <summary>Whether a crossing is physically open to any traffic and within its opening hours; or whether a route is.</summary>
    /// <param name="place">The id of a crossing, or a route's id <c>a - b</c>. A closed road before a
    /// crossing does not close the crossing.</param>
    public static Condition Open(PlaceId place) => new IsOpen(place);

    /// <summary>Whether a moment has come: true from then on.</summary>
    public static Condition Since(Moment moment) => new HasCome(moment);

    /// <summary>Both hold.</summary>
    public Condition And(Condition other) => new Both(this, other);

    /// <summary>One of the two holds, or both.</summary>
    public Condition Or(Condition other) => new Either(this, other);

    /// <summary>It does not hold.</summary>
    public Condition Not() => new Negation(this);
}

/// <summary>How two values are compared.</summary>
public enum Comparison
{
    /// <summary>Less than.</summary>
    Below,

    /// <summary>Less than or equal.</summary>
    AtMost,

    /// <summary>Greater than.</summary>
    Above,

    /// <summary>Greater than or equal.</summary>
    AtLeast,
}

/// <summary>Over which of several places a comparison must hold.</summary>
public enum Quantifier
{
    /// <summary>At least one.</summary>
    Any,

    /// <summary>Each of them.</summary>
    All,
}

/// <summary>A value that changes during a run and can be compared.</summary>
public abstract record Measured
{
    /// <summary>Strictly below a time, such as days of supply.</summary>
    public Condition IsBelow(TimeSpan days) => new Compared(this, Comparison.Below, Threshold.Of(days));

    /// <summary>Strictly above a time, such as days of supply.</summary>
    public Condition IsAbove(TimeSpan days) => new Compared(this, Comparison.Above, Threshold.Of(days));

    /// <summary>Strictly nearer than a distance.</summary>
    public Condition IsBelow(Distance distance) => new Compared(this, Comparison.Below, Threshold.Of(distance));

    /// <summary>Strictly below a share, such as of readiness.</summary>
    public Condition IsBelow(double share) => new Compared(this, Comparison.Below, Threshold.Of(share));
}

/// <summary>What a value is compared with: a time, a distance or a share.</summary>
/// <param name="Time">The time, where it is one.</param>
/// <param name="Distance">The distance, where it is one.</param>
public readonly record struct Threshold(TimeSpan? Time, Distance? Distance)
{
    /// <summary>[share] The share, 0 to 1, where it is one.</summary>
    public double? Share { get; init; }

    /// <summary>A time.</summary>
    public static Threshold Of(TimeSpan time) => new(time, null);

    /// <summary>A distance.</summary>
    public static Threshold Of(Distance distance) => new(null, distance);

    /// <summary>A share, 0 to 1.</summary>
    public static Threshold Of(double share) => new(null, null) { Share = share };

    /// <summary>For example <c>5 d</c>, <c>25 km</c> or <c>60 %</c>.</summary>
    public override string ToString() => this switch
    {
        { Time: { } time } => time.TotalDays.ToString("0.####", CultureInfo.InvariantCulture) + " d",
        { Share: { } share } => (share * 100).ToString("0.####", CultureInfo.InvariantCulture) + " %",
        _ => Distance?.ToString() ?? "",
    };
}

/// <summary>The days of supply of a place: the least over what it needs, or those of one commodity.</summary>
/// <param name="Place">The place; null for the place the rule is about, or with a quantifier for camps.</param>
/// <param name="Camps">Any camp or all camps, instead of a place.</param>
public sealed record StockOf(PlaceId? Place, Quantifier? Camps) : Measured
{
    /// <summary>The commodity that is looked at; where a place does not need it, it is never short of it.
    /// Default: the least of all that is needed.</summary>
    public string? Commodity { get; init; }

    /// <summary>The same of one commodity: <c>Condition.StockHere.Of("food")</c>.</summary>
    public StockOf Of(string commodity) => this with { Commodity = commodity };

    /// <inheritdoc/>
    public override string ToString() => (Camps, Place, Commodity) switch
    {
        (Quantifier.Any, _, _) => $"any(camp.{Commodity ?? "stock"})",
        (Quantifier.All, _, _) => $"all(camp.{Commodity ?? "stock"})",
        (_, null, null) => "stock",
        (_, null, { } commodity) => $"stock({commodity})",
        (_, { } place, null) => $"stock({place})",
        (_, { } place, { } commodity) => $"stock({place}.{commodity})",
    };
}

/// <summary>The distance from a place to the nearest front.</summary>
/// <param name="Place">The place.</param>
/// <param name="OnlyFighting">Only fronts that fight count.</param>
public sealed record DistanceToFront(PlaceId Place, bool OnlyFighting) : Measured
{
    /// <inheritdoc/>
    public override string ToString() => $"{(OnlyFighting ? "fight" : "front")}-distance({Place})";
}

/// <summary>How ready a force is.</summary>
/// <param name="Force">The force; null for the one that the rule is about.</param>
public sealed record ReadinessOf(PlaceId? Force) : Measured
{
    /// <inheritdoc/>
    public override string ToString() => Force is { } force ? $"readiness({force})" : "readiness";
}

/// <summary>A value compared with a threshold.</summary>
/// <param name="Left">The value.</param>
/// <param name="Comparison">How.</param>
/// <param name="Right">The threshold.</param>
public sealed record Compared(Measured Left, Comparison Comparison, Threshold Right) : Condition
{
    /// <inheritdoc/>
    public override string ToString() => $"{Left} {Comparison switch
    {
        Comparison.Below => "<", Comparison.AtMost => "<=", Comparison.Above => ">", _ => ">=",
    }} {Right}";
}

/// <summary>Whether a place has been captured.</summary>
/// <param name="Place">The place.</param>
public sealed record IsCaptured(PlaceId Place) : Condition
{
    /// <inheritdoc/>
    public override string ToString() => $"captured({Place})";
}

/// <summary>Whether a crossing or a route is open.</summary>
/// <param name="Place">The crossing, or a route's id <c>a - b</c>.</param>
public sealed record IsOpen(PlaceId Place) : Condition
{
    /// <inheritdoc/>
    public override string ToString() => $"open({Place})";
}

/// <summary>Whether a moment has come.</summary>
/// <param name="Moment">From when on it is true; a date is its midnight in the scenario's zone.</param>
public sealed record HasCome(Moment Moment) : Condition
{
    /// <inheritdoc/>
    public override string ToString() => $"since({Moment})";
}

/// <summary>Both conditions hold.</summary>
/// <param name="Left">One.</param>
/// <param name="Right">The other.</param>
public sealed record Both(Condition Left, Condition Right) : Condition
{
    /// <inheritdoc/>
    public override string ToString() => $"({Left} and {Right})";
}

/// <summary>At least one of the conditions holds.</summary>
/// <param name="Left">One.</param>
/// <param name="Right">The other.</param>
public sealed record Either(Condition Left, Condition Right) : Condition
{
    /// <inheritdoc/>
    public override string ToString() => $"({Left} or {Right})";
}

/// <summary>The condition does not hold.</summary>
/// <param name="Of">The condition.</param>
public sealed record Negation(Condition Of) : Condition
{
    /// <inheritdoc/>
    public override string ToString() => $"not {Of}";
}
