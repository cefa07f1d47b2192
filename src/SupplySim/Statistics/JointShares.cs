using MathNet.Numerics.Distributions;

namespace SupplySim.Statistics;

/// <summary>The shares of several things in a variance, from one fit of all of them, with intervals that do
/// not pretend to know how each acts.</summary>
/// <remarks>
/// <para>Each thing has joined lines of 1, 2, 4, ... pieces, or takes no part. Beginning with none, the one change of one thing that
/// foretells best what was left out is made, as long as it foretells clearly better: the bar rises with the number of things, since what
/// the best of many does by luck rises too.</para>
/// <para>Every other number of pieces of a thing whose error in foretelling is not clearly worse takes part
/// in its interval. Immutable.</para>
/// </remarks>
internal sealed class JointShares
{
    /// <summary>[standard errors] How much worse may be by luck.</summary>
    private const double NotClearlyWorse = 1.5;

    /// <summary>And how much worse by itself: where values are skewed the standard error is no help.</summary>
    private const double NotMuchWorse = 1.2;

    // What is missed of a variance of one, when it is rounding.
    private const double Rounding = 1e-12;

    private readonly double[] _values;
    private readonly double _level;
    private readonly JointDesigns _designs;
    private readonly int[] _pieces;
    private readonly int[] _chosen;
    private readonly JointFit _best;
    private readonly Variances _split;

    // For each thing and each number of pieces: the best fit with this one changed, where there are replications enough.
    private readonly JointFit?[][] _around;

    /// <summary>Splits.</summary>
    /// <param name="values">One for each replication, of mean 0 and variance 1.</param>
    /// <param name="designs">Of the things.</param>
    /// <param name="level">Of the intervals.</param>
    public JointShares(double[] values, JointDesigns designs, double level)
    {
        (_values, _level, _designs, _pieces) = (values, level, designs, designs.Pieces);
        (_chosen, _around) = (new int[designs.Things], new JointFit?[designs.Things][]);
        _best = Chosen();
        _split = _best.Split;
    }

    private JointFit Chosen()
    {
        var (best, changed) = (Fit(_chosen)!, -1);
        while (true)
        {
            // What changes a thing that was just changed is known.
            for (var thing = 0; thing < _chosen.Length; thing++)
                if (thing != changed)
                    _around[thing] = [.. _pieces.Select((_, rung) => rung == _chosen[thing] ? best : Fit(Changed(thing, rung)))];
            var (found, least) = ((Thing: -1, Rung: 0), Error(best, _chosen));
            for (var thing = 0; thing < _chosen.Length; thing++)
                for (var rung = 0; rung < _pieces.Length; rung++)
                    if (_around[thing][rung] is { } fit && Error(fit, Changed(thing, rung)) is var error && error < least)
                        (found, least) = ((thing, rung), error);
            if (found.Thing < 0) return best;
            (changed, best, _chosen[found.Thing]) = (found.Thing, _around[found.Thing][found.Rung]!, found.Rung);
        }
    }

    /// <summary>The rung that tells of a thing without a look at the values: at least some pieces, more the
    /// more replications there are.</summary>
    private int Usual => Array.FindLastIndex(_pieces, pieces => pieces <= 1.4 * Math.Cbrt(_values.Length));

    /// <summary>The most pieces of any thing.</summary>
    public int Pieces => _chosen.Append(Usual).Max(rung => _pieces[rung]);

    /// <summary>The share of each thing, and of all together, which with the rest are all.</summary>
    public (VarianceShare[] Each, VarianceShare Together) Shares()
    {
        double[] parts = [.. _split.All.Things.Select(part => Math.Max(0, part))];
        var all = parts.Sum() + _split.All.Rest;
        var (each, fewer, more, hidden) = (new VarianceShare[parts.Length], 0.0, 0.0, 0.0);
        for (var thing = 0; thing < parts.Length; thing++)
        {
            var (share, at) = (parts[thing] / all, _chosen[thing]);
            var (low, high) = IntervalOf(thing);
            each[thing] = new(share, Math.Min(share, low), Math.Max(share, high), PValue(thing));
            // By how much the interval of each is wider than that of the best fit, by so much is that of
            // their sum, as independent errors add up.
            var own = at == 0 ? (Low: 0, High: 0) : Interval(thing, at, _best);
            (fewer, more) = (fewer + (own.Low - each[thing].Low) * (own.Low - each[thing].Low),
                more + (each[thing].High - own.High) * (each[thing].High - own.High));
            hidden += at == 0 ? 0 : Hidden(thing, at, share);
        }
        var together = parts.Sum() / all;
        var sum = ShareInterval.Of(_split.All.Together, _split.Together, hidden, _level);
        return (each, new(together, Math.Clamp(sum.Low - Math.Sqrt(fewer), 0, together),
            Math.Clamp(sum.High + Math.Sqrt(more), together, 1), double.NaN));
    }

    private JointFit? Fit(int[] rungs) => _designs.Of(rungs) is { } design ? new(_values, design) : null;

    private int[] Changed(int thing, int rung) => [.. _chosen.Select((at, other) => other == thing ? rung : at)];

    // What is missed of what was left out. That a thing takes part, and that it does so by more than one
    // line, has each to make it clearly less: by 2 ln(things) more than by itself, as a criterion of risk inflation asks.
    private double Error(JointFit fit, int[] rungs) =>
        (fit.MissedInAll + Rounding * _values.Length)
            * Math.Pow(1 + (2 + 2 * Math.Log(rungs.Length)) / _values.Length, rungs.Sum(rung => Math.Min(rung, 2)));

    private (double Low, double High) IntervalOf(int thing)
    {
        var usual = Math.Max(_chosen[thing], Usual);
        // Where there are replications for no more lines, the rest may be all its.
        var (low, high) = (1.0, _around[thing][usual] is null ? 1 - _split.All.Together : 0);
        for (var rung = 0; rung < _pieces.Length; rung++)
        {
            if (_around[thing][rung] is not { } fit || rung != usual && IsClearlyWorse(fit)) continue;
            var one = rung == 0 ? (Low: 0, High: 0) : Interval(thing, rung, fit);
            (low, high) = (Math.Min(low, one.Low), Math.Max(high, one.High));
        }
        return (low, high);
    }

    private (double Low, double High) Interval(int thing, int rung, JointFit fit)
    {
        var split = fit.Split;
        var share = split.All.Share(thing);
        var (low, high) = ShareInterval.Of(share, split.Shares(thing), Hidden(thing, rung, share), _level);
        return (low, Math.Max(high, ShareInterval.Most(share, 1 - split.All.Together, _pieces[rung], _values.Length, _level)));
    }

    // What a jump within one piece can hide: a line through one of height h in the middle misses h²/16
    // there, of a variance of at most h²/4. And where there can be no more pieces, what the last two doublings of them gained.
    private double Hidden(int thing, int rung, double share)
    {
        var jump = Math.Clamp(share, 0, 1) / (4 * Math.Max(_pieces[rung], 0.7 * Math.Cbrt(_values.Length)));
        var isLast = rung + 1 == _pieces.Length || _around[thing][rung + 1] is null;
        return isLast && rung > 2 && _around[thing][rung - 2] is { } before ? Math.Max(jump, share - before.Split.All.Share(thing)) : jump;
    }

    private bool IsClearlyWorse(JointFit fit)
    {
        if (fit.MissedInAll > NotMuchWorse * _best.MissedInAll) return true;
        Tally tally = default;
        for (var i = 0; i < _values.Length; i++) tally.Add(fit.Missed[i] - _best.Missed[i]);
        return tally.Mean > NotClearlyWorse * Math.Sqrt(tally.Variance / tally.N);
    }

    // Of no effect of a thing beside what the others do, by a number of pieces that is chosen without looking at the values (F test).
    private double PValue(int thing)
    {
        if (_around[thing][Usual] is not { } with || _around[thing][0] is not { } without || without.Residual <= Rounding * _values.Length)
            return 1;
        var (above, below) = (with.Parameters - without.Parameters, _values.Length - with.Parameters);
        if (with.Residual <= Rounding * _values.Length) return 0;
        var f = (without.Residual - with.Residual) / above / (with.Residual / below);
        return f <= 0 ? 1 : Math.Clamp(Beta.CDF(below / 2.0, above / 2.0, below / (below + above * f)), 0, 1);
    }
}
