using System.Diagnostics.CodeAnalysis;
using SupplySim.Quantities;
using SupplySim.Scenarios.Binding;
using SupplySim.Scenarios.Diagnostics;

namespace SupplySim.Scenarios.Values;

/// <summary>Reads rates: <c>45 t/d</c>, <c>3 /week</c>, <c>poisson(350 /d)</c>.</summary>
internal static class Rates
{
    private static readonly Sort[] Sorts = [Sort.MassRate, Sort.VolumeRate, Sort.CountRate];

    /// <summary>An amount per time, of whatever is counted.</summary>
    /// <param name="cursor">At the beginning of the value.</param>
    /// <param name="rate">What is read.</param>
    /// <param name="isRare">Whether there are never thousands of it, so that it is not asked. Default: no.</param>
    /// <param name="ofShare">What to write who means a share. Default: an amount.</param>
    public static bool Read(Cursor cursor, out Rate rate, bool isRare = false, string? ofShare = null)
    {
        rate = default;
        if (DrawnAmounts.IsNext(cursor))
        {
            cursor.Report(DiagnosticCodes.BadDistribution, "this rate is known: it is not drawn",
                "write one rate, such as `0.555 kg/d`, `15 l/d` or `2 /week`; what nobody knows can be a parameter, with an alternative "
                    + "for each value");
            return false;
        }
        if ((isRare ? Amount.Take(cursor) : Amount.Read(cursor)) is not { } amount) return false;
        var sort = Array.Find(Sorts, s => s.Takes(amount.Unit));
        if (sort is not null) return Make(amount, sort, cursor, out rate);
        if (!Sort.IsBare(amount.Unit) && Array.Find(Sorts, s => s.Over == amount.Unit.Over && amount.Unit.Per is null) is { } meant)
            return amount.Is(meant, cursor);
        Refuse(amount, cursor, ofShare);
        return false;
    }

    /// <summary>An amount per distance, of a mass or a volume.</summary>
    /// <param name="cursor">At the beginning of the value.</param>
    /// <param name="burned">What is read.</param>
    public static bool ReadConsumption(Cursor cursor, out Consumption burned)
    {
        burned = default;
        if (Amount.Read(cursor) is not { } amount) return false;
        var sort = Sort.MassPerDistance.Takes(amount.Unit) ? Sort.MassPerDistance : Sort.VolumePerDistance;
        if (!amount.Is(sort, cursor) || !Whole(amount, sort, MostMetres, cursor, out var over, out var per)) return false;
        burned = new(new(over, UnitOf(sort)), Distance.FromMetres(per));
        return true;
    }

    private const long MostMetres = 100_000_000;

    // Nobody can tell of what it should be a rate.
    private static void Refuse(Amount amount, Cursor cursor, string? ofShare)
    {
        var written = cursor.Text[amount.Start..amount.End];
        if (Sort.IsBare(amount.Unit))
            cursor.Report(DiagnosticCodes.UnitMissing, amount.Start, amount.End, "an amount per time needs a unit",
                $"write `{written} kg/d`, `{written} l/d` or, of what is counted in pieces, `{written} /d`; by the hour or week, `/h` "
                    + $"or `/week`");
        else
            cursor.Report(DiagnosticCodes.WrongDimension, amount.Start, amount.End,
                $"`{written}` is {Sort.Of(amount.Unit)}; an amount per time is needed here",
                ofShare is not null && amount.Unit.Over == Base.Share
                    ? ofShare
                    : "write how much in what time, such as `0.555 kg/d`, `15 l/d` or `2 /week`");
    }

    /// <summary>An amount per time, known or unknown, or heads or pieces at random.</summary>
    /// <param name="cursor">At the beginning of the value.</param>
    /// <param name="context">What is known of the file.</param>
    /// <param name="arrivals">What is read.</param>
    /// <param name="onlyHeads">Whether nothing but a number per time will do.</param>
    public static bool ReadArrivals(Cursor cursor, BindingContext context, [MaybeNullWhen(false)] out Arrivals arrivals, bool onlyHeads)
    {
        arrivals = null;
        var (start, isLaw) = (cursor.Position, LawText.IsNext(cursor));
        var isRandom = isLaw && cursor.TryTakeWord("poisson") && cursor.TryTake('(');
        if (isLaw && !isRandom)
        {
            cursor.Position = start;
            if (!DrawnAmounts.IsNext(cursor)) return NoRate(cursor, start);
        }
        if (DrawnAmounts.IsNext(cursor))
        {
            if (DrawnAmounts.ReadRate(cursor, onlyHeads || isRandom ? [Sort.CountRate] : [Sort.CountRate, .. Sorts],
                context) is not { } unknown) return false;
            arrivals = Arrivals.Of(unknown, isRandom);
        }
        else
        {
            if (Amount.Read(cursor, Sort.CountRate, isRandom) is not { } amount || !Make(amount, Sort.CountRate, cursor, out var rate))
                return false;
            arrivals = new(rate, isRandom);
        }
        if (isRandom && !cursor.TryTake(')'))
        {
            cursor.Report(DiagnosticCodes.BadDistribution, cursor.Position, cursor.Text.Length,
                "a `)` is missing here");
            return false;
        }
        return cursor.Ends(DiagnosticCodes.BadValue, "arrivals");
    }

    private static bool NoRate(Cursor cursor, int start)
    {
        cursor.Report(DiagnosticCodes.BadDistribution, start, cursor.Text.Length,
            "how often people or pieces come is a rate or `poisson(rate)`, and a mass or a volume is used at a rate",
            "write `350 /d`, `poisson(350 /d)` or, of a mass, `30 t/d`; where nobody knows it, `unknown(200 /d, 400 /d)`");
        return false;
    }

    /// <summary>In what an amount per time of a sort is counted.</summary>
    public static QuantityUnit UnitOf(Sort sort) => sort.Over switch
    {
        Base.Mass => QuantityUnit.Gram,
        Base.Volume => QuantityUnit.Millilitre,
        _ => QuantityUnit.Piece,
    };

    private static bool Make(Amount amount, Sort sort, Cursor cursor, out Rate rate)
    {
        var isWhole = Whole(amount, sort, 36_525m * TimeSpan.TicksPerDay, cursor, out var over, out var per);
        rate = isWhole ? new(new(over, UnitOf(sort)), new TimeSpan(per)) : default;
        return isWhole;
    }

    /// <summary>A rate holds whole amounts: 0.5 g/d becomes 5 g in 10 d, so that nothing is rounded away.</summary>
    private static bool Whole(Amount amount, Sort sort, decimal mostPer, Cursor cursor, out long over, out long per)
    {
        (over, per) = (0, 0);
        if (!amount.IsWithin(Bounds.NotNegative, amount.Value, sort, cursor)) return false;
        const decimal mostAmount = 1e15m;
        if (amount.Value > mostAmount / amount.Unit.OverFactor)
        {
            cursor.Report(DiagnosticCodes.OutOfRange, amount.Start, amount.End,
                $"`{cursor.Text[amount.Start..amount.End]}` is too large");
            return false;
        }
        var (some, each) = (amount.Value * amount.Unit.OverFactor, amount.Unit.PerFactor);
        while (decimal.Truncate(some) != some && each * 10 <= mostPer && some * 10 <= mostAmount) (some, each) = (some * 10, each * 10);
        if (amount.Whole(some, cursor) is not { } whole) return false;
        (over, per) = (whole, decimal.ToInt64(each));
        return true;
    }
}
