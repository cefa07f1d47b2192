using System.Collections.Immutable;
using System.Globalization;

namespace SupplySim.Quantities;

/// <summary>A level of stock, said in one of the ways people say it: days of need, days or an amount of each commodity, one amount, or
/// unlimited.</summary>
/// <remarks>
/// Days are of the full need at the moment it is looked at: more people need more for the same days. One bare amount
/// stands for all commodities together and is split by what has to be brought to a person there of each, so that all last as long.
/// What lies somewhere at the start may be unknown, or drawn; whoever asks for one figure of it is told the mean. Immutable.
/// </remarks>
public sealed record Supply
{
    private const double AlmostNever = 1e-9;
    private Duration? _drawnTime;
    private DrawnQuantity? _drawnTotal;
    private ImmutableArray<(string Commodity, DrawnQuantity Amount)>? _drawnAmounts;
    private ImmutableArray<(string Commodity, Duration Time)>? _drawnTimes;

    private Supply() { }

    /// <summary>Never runs out, and keeps no stock account: what is loaded counts as supplied.</summary>
    public static Supply Unlimited { get; } = new() { IsUnlimited = true };

    /// <summary>Nothing.</summary>
    public static Supply None { get; } = new() { Amounts = [] };

    /// <summary>Whether there is always enough.</summary>
    public bool IsUnlimited { get; private init; }

    /// <summary>[time] The days of need, or null where it is said otherwise.</summary>
    public TimeSpan? Time { get; private init; }

    /// <summary>The one amount for all commodities together, or null where it is said otherwise.</summary>
    public Quantity? Total { get; private init; }

    /// <summary>The amount of each commodity of which one is said, in the order written; null where nothing is said by
    /// commodity.</summary>
    public ImmutableArray<(string Commodity, Quantity Amount)>? Amounts { get; private init; }

    /// <summary>[time] The days of need of each commodity of which they are said by itself, in the order written.</summary>
    public ImmutableArray<(string Commodity, TimeSpan Time)> Times { get; private init; } = [];

    /// <summary>True when it is known, and not drawn.</summary>
    public bool IsFixed => _drawnTime is null && _drawnTotal is null && _drawnAmounts is null && _drawnTimes is null;

    /// <summary>As many days of need.</summary>
    public static Supply Days(double days) => Of(TimeSpan.FromDays(days));

    /// <summary>As much as is needed in this time; not negative.</summary>
    public static Supply Of(TimeSpan time) => time >= TimeSpan.Zero
        ? new() { Time = time }
        : throw new ArgumentOutOfRangeException(nameof(time), time, "days of supply cannot be negative");

    /// <summary>As much as is needed in a time that is drawn or that nobody knows.</summary>
    public static Supply Of(Duration time)
    {
        ArgumentNullException.ThrowIfNull(time);
        return new() { Time = time.Mean, _drawnTime = time.IsFixed ? null : time };
    }

    /// <summary>One amount of all commodities together, which is drawn or which nobody knows.</summary>
    public static Supply Of(DrawnQuantity total)
    {
        ArgumentNullException.ThrowIfNull(total);
        return new() { Total = total.Mean, _drawnTotal = total.IsFixed ? null : total };
    }

    /// <summary>An amount of each commodity named, of which some are drawn or unknown.</summary>
    public static Supply Of(params (string Commodity, DrawnQuantity Amount)[] amounts) => new()
    {
        Amounts = [.. amounts.Select(one => (one.Commodity, one.Amount.Mean))],
        _drawnAmounts = amounts.All(one => one.Amount.IsFixed) ? null : [.. amounts],
    };

    /// <summary>Days of need or an amount of each commodity named; nothing of any other.</summary>
    /// <param name="levels">Each in days or as one amount, known, drawn or unknown.</param>
    /// <exception cref="ArgumentException">One is unlimited or said by commodity.</exception>
    public static Supply ByCommodity(params (string Commodity, Supply Level)[] levels)
    {
        ArgumentNullException.ThrowIfNull(levels);
        if (Array.Find(levels, one => one.Level is { Time: null, Total: null }) is { Commodity: not null } wrong)
            throw new ArgumentException($"{wrong.Level} of '{wrong.Commodity}': write days of supply, or an amount", nameof(levels));
        var times = levels.Where(one => one.Level.Time is not null).ToArray();
        var amounts = levels.Where(one => one.Level.Total is not null).ToArray();
        return Of([.. amounts.Select(one => (one.Commodity, one.Level._drawnTotal ?? one.Level.Total!.Value))]) with
        {
            Times = [.. times.Select(one => (one.Commodity, one.Level.Time!.Value))],
            _drawnTimes = times.All(one => one.Level.IsFixed) ? null
                : [.. times.Select(one => (one.Commodity, one.Level._drawnTime ?? one.Level.Time!.Value))],
        };
    }

    /// <summary>What it says of one commodity: days of its need where it says those, else the same as of all.</summary>
    internal Supply For(string commodity)
    {
        foreach (var (id, time) in Times)
            if (id == commodity)
                return _drawnTimes is { } drawn ? Of(drawn.First(one => one.Commodity == commodity).Time) : Of(time);
        return Times.IsEmpty ? this : this with { Times = [], _drawnTimes = null };
    }

    /// <summary>Between so many days of need and so many, but nobody knows how many: one uniform draw per run.</summary>
    /// <exception cref="ArgumentOutOfRangeException">They are negative or in the wrong order.</exception>
    public static Supply Unknown(TimeSpan low, TimeSpan high) => Of(Duration.Uniform(low, high).AsUnknown());

    /// <summary>The same of one amount of all commodities together; of amounts by commodity see
    /// <see cref="DrawnQuantity.Unknown"/>.</summary>
    /// <exception cref="ArgumentException">They are in the wrong order, or of different units.</exception>
    public static Supply Unknown(Quantity low, Quantity high) => Of(DrawnQuantity.Unknown(low, high));

    /// <summary>One amount of all commodities together.</summary>
    public static Supply Of(Quantity total) => new() { Total = total };

    /// <summary>An amount of each commodity named.</summary>
    public static Supply Of(params (string Commodity, Quantity Amount)[] amounts) => new() { Amounts = [.. amounts] };

    /// <summary>All that is drawn in it, with the commodity that it is of where one is named.</summary>
    internal IEnumerable<(string? Commodity, object Figure)> Drawn => _drawnTime is not null ? [(null, _drawnTime)]
        : _drawnTotal is not null ? [(null, _drawnTotal)]
        : (_drawnAmounts ?? []).Where(one => !one.Amount.IsFixed).Select(one => ((string?)one.Commodity, (object)one.Amount))
            .Concat((_drawnTimes ?? []).Where(one => !one.Time.IsFixed).Select(one => ((string?)one.Commodity, (object)one.Time)));

    /// <summary>An amount of it as it is written, of a commodity where one is named.</summary>
    internal string Written(Quantity mean, string? commodity = null) =>
        Drawn.FirstOrDefault(one => one.Commodity == commodity).Figure?.ToString() ?? mean.ToString();

    /// <summary>The least that it may be.</summary>
    internal Supply Least => Drawing((_, time) => time.Sample(AlmostNever), (_, amount) => amount.Sample(AlmostNever));

    /// <summary>The most that it may be, but for one draw in a thousand million.</summary>
    internal Supply Most => Drawing((_, time) => time.Sample(1 - AlmostNever), (_, amount) => amount.Sample(1 - AlmostNever));

    /// <summary>The same once it is drawn.</summary>
    /// <param name="time">Draws days of need, of a commodity where one is named.</param>
    /// <param name="amount">Draws an amount, likewise.</param>
    internal Supply Drawing(Func<string?, Duration, TimeSpan> time, Func<string?, DrawnQuantity, Quantity> amount) => this switch
    {
        { _drawnTime: { } drawn } => Of(time(null, drawn)),
        { _drawnTotal: { } drawn } => Of(amount(null, drawn)),
        { IsFixed: false } => this with
        {
            Amounts = _drawnAmounts is { } amounts
                ? [.. amounts.Select(one => (one.Commodity, one.Amount.IsFixed ? one.Amount.Mean : amount(one.Commodity, one.Amount)))]
                : Amounts,
            Times = _drawnTimes is { } times
                ? [.. times.Select(one => (one.Commodity, one.Time.IsFixed ? one.Time.Mean : time(one.Commodity, one.Time)))]
                : Times,
            _drawnAmounts = null,
            _drawnTimes = null,
        },
        _ => this,
    };

    /// <summary>So many times as much of it; what is drawn follows the same law at another scale.</summary>
    internal Supply Scale(double times) => this switch
    {
        { _drawnTime: { } drawn } => Of(Scale(drawn, times)),
        { _drawnTotal: { } drawn } => Of(drawn.Scale(times)),
        { IsFixed: false } => ByCommodity([.. Each().Select(one => (one.Commodity, one.Level switch
        {
            { _drawnTime: { } time } => Of(Scale(time, times)),
            { _drawnTotal: { } total } => Of(total.Scale(times)),
            { Time: { } time } => Of(time * times),
            _ => Of(((DrawnQuantity)one.Level.Total!.Value).Scale(times)),
        }))]),
        _ => this,
    };

    private static Duration Scale(Duration drawn, double times) =>
        Duration.Of(drawn.InSeconds.Scale(times)) is var scaled && drawn.IsUnknown ? scaled.AsUnknown() : scaled;

    // By commodity, each as a level of its own.
    private IEnumerable<(string Commodity, Supply Level)> Each() =>
        (_drawnAmounts ?? [.. (Amounts ?? []).Select(one => (one.Commodity, (DrawnQuantity)one.Amount))])
            .Select(one => (one.Commodity, Of(one.Amount)))
            .Concat((_drawnTimes ?? [.. Times.Select(one => (one.Commodity, (Duration)one.Time))])
                .Select(one => (one.Commodity, Of(one.Time))));

    /// <summary>For example <c>12 d</c>, <c>unlimited</c>, <c>{ammunition: 500 t, food: 12 d}</c>, <c>unknown(5 d, 15 d)</c>.</summary>
    public override string ToString() => this switch
    {
        { IsUnlimited: true } => "unlimited",
        { _drawnTime: { } drawn } => drawn.ToString(),
        { _drawnTotal: { } drawn } => drawn.ToString(),
        { Time: { } time } => time.TotalDays.ToString("0.####", CultureInfo.InvariantCulture) + " d",
        { Total: { } total } => total.ToString(),
        _ => "{" + string.Join(", ", Each().Select(one => $"{one.Commodity}: {one.Level}")) + "}",
    };

    /// <inheritdoc/>
    public bool Equals(Supply? other) => other is not null && IsUnlimited == other.IsUnlimited && Time == other.Time
        && Total == other.Total && (Amounts ?? []).SequenceEqual(other.Amounts ?? []) && Times.SequenceEqual(other.Times)
        && _drawnTime == other._drawnTime && _drawnTotal == other._drawnTotal
        && (_drawnTimes ?? []).SequenceEqual(other._drawnTimes ?? [])
        && (_drawnAmounts ?? []).SequenceEqual(other._drawnAmounts ?? []);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(IsUnlimited, Time, Total, Amounts?.Length ?? 0, Times.Length);
}
