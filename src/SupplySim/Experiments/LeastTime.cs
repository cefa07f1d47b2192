using SupplySim.Quantities;

namespace SupplySim.Experiments;

/// <summary>How little many times of one law may come to together: the mean is no bound for that, least of
/// all where few are long.</summary>
/// <remarks>
/// Chernoff's bound. For every rate r > 0 the times S that fit one after another into B hours are, but with the probability p, no more than
/// (B + ln(1/p) / r) / k(r), where k(r) = -ln E[exp(-r S)] / r lies between the least S and the mean. It
/// holds for several lanes together, and times of several laws that follow one another are added by their k. Whoever asks takes the rate
/// that says most. A fixed time is itself at every rate.
/// </remarks>
internal sealed class LeastTime
{
    /// <summary>[per hour] The rates to try: what is best lies near the spread of the times.</summary>
    public static readonly double[] Rates = [.. Enumerable.Range(-6, 19).Select(power => Math.Pow(10, power / 2.0))];

    // How often what is told may be false (assumed).
    private const double Seldom = 0.001;

    private const int Strata = 200;

    // [h] Each stands for as much of the law as the others, at its lower end, so that nothing is taken for longer than it is.
    private readonly double[] _hours;

    private readonly double _mean;

    /// <param name="time">What is unknown may be little in all of a run, and is taken as that.</param>
    public LeastTime(Duration time)
    {
        _hours = time.IsFixed ? [time.Mean.TotalHours]
            : time.IsUnknown ? [At(time, Seldom)]
            : [.. Enumerable.Range(0, Strata).Select(i => At(time, Math.Max(i, Seldom) / Strata))];
        _mean = time.IsUnknown ? _hours[0] : time.Mean.TotalHours;
    }

    /// <summary>[h] What is added to the hours that there are.</summary>
    public static double Allowance(double rate) => -Math.Log(Seldom) / rate;

    /// <summary>[h] What each time comes to at least, among many.</summary>
    public double Hours(double rate)
    {
        var least = _hours[0];
        return _hours.Length == 1 ? least : least - Math.Log(_hours.Average(hours => Math.Exp(rate * (least - hours)))) / rate;
    }

    /// <summary>[h] The mean, for words.</summary>
    public double Mean => _mean;

    private static double At(Duration time, double share) => Math.Max(0, time.InSeconds.Quantile(share)) / 3600;
}
