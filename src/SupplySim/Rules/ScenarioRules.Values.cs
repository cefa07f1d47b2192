using SupplySim.Quantities;
using SupplySim.Quantities.Distributions;

namespace SupplySim.Rules;

internal static partial class ScenarioRules
{
    // Beyond these no sum of a run could overflow unnoticed, and nothing real lies there.
    private const long MostOfSmallestUnit = 1_000_000_000_000_000;
    private const double MostPeople = 1e9;
    private const double MostComersPerDay = 1e6;
    private const long LongestMetres = 50_000_000;
    private const long SlowestMetresPerHour = 100;
    private const long FastestMetresPerHour = 10_000_000;

    // A draw above this chance of not being exceeded is left to the run, which stops with a message.
    private const double AlmostSurely = 1 - 1e-12;

    private static readonly TimeSpan Longest = TimeSpan.FromDays(100 * 365.25);

    private static string Text(TimeSpan time) => TimeText.Of(time.TotalSeconds);

    private static string Text(double number) => NumberText.Of(number);

    private static string UnitOf(Commodity commodity) => commodity.Unit switch
    {
        QuantityUnit.Gram => "by mass (kg, t)",
        QuantityUnit.Millilitre => "by volume (l, m3)",
        _ => "in pieces",
    };

    private static string UnitHelp(Commodity commodity) => commodity.Unit switch
    {
        QuantityUnit.Gram => "give a mass with its unit, such as 66 t or 800 kg",
        QuantityUnit.Millilitre => "give a volume with its unit, such as 66 m3 or 800 l",
        _ => "give a whole number without a unit",
    };

    private static string RateHelp(Commodity commodity) => commodity.Unit switch
    {
        QuantityUnit.Gram => "a mass and in what time, such as 0.555 kg/d",
        QuantityUnit.Millilitre => "a volume and in what time, such as 15 l/d",
        _ => "a number and in what time, without a unit of mass or volume, such as 2 /week",
    };

    // Zero for a rate that was never given a time.
    private static double PerDay(Rate rate) =>
        rate.Per > TimeSpan.Zero ? (double)rate.Amount.Amount * TimeSpan.TicksPerDay / rate.Per.Ticks : 0;

    private static Rate MostOf(Arrivals stream) => stream.Unknown?.Sample(AlmostSurely) ?? stream.Rate;

    private static double MostPerDay(Arrivals stream) => PerDay(MostOf(stream));

    private sealed partial class Review
    {
        public void CheckShare(string path, double share)
        {
            if (share is not (>= 0 and <= 1)) Add(path, $"a share of {Text(share)}; allowed: 0 to 1 (0 % to 100 %)");
        }

        public void CheckAtLeast(string path, long count, long least, string what)
        {
            if (count < least) Add(path, $"{count} {what}; at least {least} is needed");
        }

        public void CheckDistance(string path, Distance distance)
        {
            if (distance.Metres is <= 0 or > LongestMetres)
                Add(path, $"{distance}; it must be above 0 km and at most {Distance.FromMetres(LongestMetres)}");
        }

        public void CheckSpeed(string path, Speed speed)
        {
            var (slowest, fastest) = (Speed.FromMetresPerHour(SlowestMetresPerHour), Speed.FromMetresPerHour(FastestMetresPerHour));
            if (speed.CompareTo(slowest) < 0 || speed.CompareTo(fastest) > 0)
                Add(path, $"{speed}; allowed: {slowest} to {fastest}");
        }

        public void CheckMass(string path, Mass mass)
        {
            if (mass.Grams is <= 0 or > MostOfSmallestUnit)
                Add(path, $"{mass}; it must be above 0 t and at most {Mass.FromGrams(MostOfSmallestUnit)}");
        }

        /// <summary>A time that may be zero.</summary>
        public void CheckTime(string path, TimeSpan time)
        {
            if (time < TimeSpan.Zero || time > Longest) Add(path, $"{Text(time)}; allowed: 0 s to 100 years");
        }

        public void CheckPositiveTime(string path, TimeSpan time)
        {
            if (time <= TimeSpan.Zero || time > Longest)
                Add(path, $"{Text(time)}; it must be above 0 s and at most 100 years");
        }

        public void CheckTimeOfDay(string path, TimeSpan? time)
        {
            if (time is { } given && (given <= TimeSpan.Zero || given > TimeSpan.FromDays(1)))
                Add(path, $"{Text(given)} a day; it must be above 0 h and at most 24 h");
        }

        /// <summary>A law of durations: no run must meet a length that is not one. A fixed length may be zero.</summary>
        public void CheckDuration(string path, Duration? duration)
        {
            if (duration is null || duration.IsFixed) return;
            var law = duration.InSeconds;
            if (!(law.Mean > 0)) Add(path, $"{duration} has a mean of {TimeText.Of(law.Mean)}; it must be above 0 s");
        }

        /// <summary>The same, and a fixed length must be above zero.</summary>
        public void CheckPositiveDuration(string path, Duration? duration)
        {
            if (duration is { IsFixed: true } && duration.Mean <= TimeSpan.Zero)
                Add(path, $"{duration}; it must be above 0 s");
            else CheckDuration(path, duration);
        }

        /// <summary>A number of which every draw lies in a range.</summary>
        public void CheckNumber(string path, Number number, double least, double most, string what)
        {
            var (low, high) = (number.Law.Least, number.Law.Quantile(AlmostSurely));
            if (number.IsFixed && !(low >= least && high <= most)) Add(path, $"{number}; allowed: {what}");
            else if (double.IsNegativeInfinity(low))
                Add(path, $"{number} can fall below {Text(least)}; allowed: {what}",
                    most <= 1
                        ? $"use uniform, triangular or pert, which have two ends"
                        : $"use lognormal or gamma, which begin at 0, or uniform or triangular, which have two ends");
            else if (!(low >= least)) Add(path, $"{number} can be as low as {Text(low)}; allowed: {what}");
            else if (!(high <= most))
                Add(path, $"{number} can be as high as {high:G6}; allowed: {what}",
                    most <= 1 ? $"use uniform, triangular or pert, which have two ends" : null);
        }

        public void CheckArrivals(string path, Arrivals arrivals)
        {
            var perDay = MostPerDay(arrivals);
            if (arrivals.Rate.Amount.Unit != QuantityUnit.Piece)
                Add(path, $"{arrivals} does not count heads",
                    $"write a number per time without a unit of mass or volume, such as 40 /d");
            else if (perDay is not (>= 0 and <= MostComersPerDay))
                Add(path,
                    $"{arrivals} {(arrivals.Unknown is null ? "is" : "can be as many as")} {Text(perDay)} a day; allowed: 0 "
                        + $"to {Text(MostComersPerDay)} a day");
        }

        /// <summary>An amount of a commodity, which may be zero; of one that is drawn its mean, and how it is written.</summary>
        public void CheckAmount(string path, Quantity amount, Commodity commodity, string? written = null, string? help = null)
        {
            if (amount.Unit != commodity.Unit)
                Add(path, $"{written ?? amount.ToString()}, but '{commodity.Id}' is counted {UnitOf(commodity)}",
                    $"{help ?? UnitHelp(commodity)}");
            else if (amount.Amount is < 0 or > MostOfSmallestUnit)
                Add(path, $"{amount} of '{commodity.Id}'; allowed: 0 to {amount with { Amount = MostOfSmallestUnit }}");
        }

        /// <summary>What is drawn of a stock: every draw is one that could be written.</summary>
        public void CheckDrawn(string path, Supply stock)
        {
            foreach (var (commodity, figure) in stock.Drawn)
            {
                if (figure is not DrawnQuantity amount) continue;
                var (key, low, high) = (commodity is null ? path : Key(path, commodity), amount.Law.Least,
                    amount.Law.Quantile(AlmostSurely));
                if (double.IsNegativeInfinity(low))
                    Add(key, $"{amount} can fall below 0",
                        $"use lognormal or gamma, which begin at 0, or uniform or triangular, which have two ends");
                else if (low < 0)
                    Add(key, $"{amount} can be less than 0; allowed: 0 to {amount.Mean with { Amount = MostOfSmallestUnit }}");
                else if (high > MostOfSmallestUnit)
                    Add(key,
                        $"{amount} can be as much as {amount.Sample(AlmostSurely)}; allowed: 0 "
                            + $"to {amount.Mean with { Amount = MostOfSmallestUnit }}");
            }
        }

        /// <summary>A rate of a commodity, above zero.</summary>
        public void CheckRate(string path, Rate rate, Commodity commodity, string? written = null)
        {
            if (rate.Amount.Unit != commodity.Unit)
                Add(path, $"{written ?? rate.ToString()}, but '{commodity.Id}' is counted {UnitOf(commodity)}",
                    $"give {RateHelp(commodity)}");
            else CheckRate(path, rate);
        }

        public void CheckRate(string path, Rate rate)
        {
            if (!(PerDay(rate) is > 0 and <= MostOfSmallestUnit))
                Add(path,
                    $"{rate}; it must be above 0 and at most {rate.Amount with { Amount = MostOfSmallestUnit }} a day");
        }
    }
}
