namespace SupplySim.Statistics;

/// <summary>When to stop replicating: as soon as the confidence interval of the mean is short enough.</summary>
/// <remarks>
/// <para>Looks at the values in order of replication and at nothing else, so the answer cannot depend on how many
/// workers ran them or which ended first.</para>
/// <para>Looking again after every replication makes the interval cover somewhat less often than its level (for
/// exponential values 0.91 of nominal 0.95 at a loose target, 0.95 at a tight one): <see cref="AtLeast"/> keeps that
/// small, and a result so obtained must be labelled sequential.</para>
/// </remarks>
public sealed record SequentialStop
{
    /// <summary>Never stop before this many replications, at least 2. Default: 30.</summary>
    public int AtLeast { get; init; } = 30;

    /// <summary>Stop when the half-width is at most this, in the measure's unit, above 0. Default: no such target.</summary>
    public double? Absolute { get; init; }

    /// <summary>Stop when the half-width is at most this share of the mean's size, above 0. Default: no such target.</summary>
    public double? Relative { get; init; }

    /// <summary>A half-width that the relative target is never below, in the measure's unit, so that a mean near zero
    /// does not ask for endless replications. Default: 0.</summary>
    public double NeverBelow { get; init; }

    /// <summary>Confidence level, from 0.5 to 0.999. Default: 0.95.</summary>
    public double Level { get; init; } = Statistics.Level.Usual;

    /// <summary>The number of replications at which to stop; null when these are not enough.</summary>
    /// <param name="values">Of replications 0, 1, 2, ... without a gap.</param>
    /// <exception cref="ArgumentException">A value is not finite, or a setting is out of its range.</exception>
    public int? FirstIn(ReadOnlySpan<double> values)
    {
        var watch = Watch();
        for (var i = 0; i < values.Length; i++)
            if (watch.Add(Values.Finite(values, i, nameof(values)))) return i + 1;
        return null;
    }

    /// <summary>The same for values that come one by one.</summary>
    /// <exception cref="ArgumentException">A setting is out of its range.</exception>
    internal SequentialWatch Watch()
    {
        Check();
        return new(this);
    }

    /// <summary>The half-width that is short enough at a mean.</summary>
    internal double Target(double mean) => Math.Max(
        Absolute ?? double.NegativeInfinity,
        Relative is { } share ? Math.Max(share * Math.Abs(mean), NeverBelow) : double.NegativeInfinity);

    private void Check()
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(AtLeast, 2);
        Statistics.Level.Check(Level);
        RequireAboveZero(Absolute, nameof(Absolute));
        RequireAboveZero(Relative, nameof(Relative));
        if (!(NeverBelow >= 0))
            throw new ArgumentOutOfRangeException(nameof(NeverBelow), NeverBelow, "allowed: 0 or more");
        if (Absolute is null && Relative is null)
            throw new ArgumentException($"no target: give {nameof(Absolute)}, {nameof(Relative)} or both");
    }

    private static void RequireAboveZero(double? target, string name)
    {
        if (target is { } value && !(value > 0))
            throw new ArgumentOutOfRangeException(name, value, "a target half-width is above 0");
    }
}

/// <summary>A rule to stop, followed value by value.</summary>
internal sealed class SequentialWatch(SequentialStop rule)
{
    private Tally _tally;

    /// <summary>Adds the value of the next replication.</summary>
    /// <returns>Whether this is the one to stop at.</returns>
    public bool Add(double value)
    {
        _tally.Add(value);
        return _tally.N >= rule.AtLeast && _tally.HalfWidth(rule.Level) <= rule.Target(_tally.Mean);
    }
}
