using SupplySim.Quantities;

namespace SupplySim.Runs;

/// <summary>What a level of stock, as people say it, is in units of one commodity.</summary>
internal static class Levels
{
    /// <summary>The amount of a commodity, by days of a need or by name; 0 where the level does not speak of it.</summary>
    public static long Amount(Supply level, int commodity, Catalogue catalogue, int place, in Flow need) =>
        level.For(catalogue.Commodities[commodity].Id).Time is { } time
            ? need.In(time.Ticks)
            : Amount(level, commodity, catalogue, place, [commodity]);

    /// <summary>The amount of a commodity where days are said elsewhere; a bare amount is split among several commodities by
    /// what has to be brought to a person there of each, so that all last as long.</summary>
    /// <remarks>What of that is drawn counts by its mean: how much lies there does not hang on what nobody knows.</remarks>
    public static long Amount(Supply level, int commodity, Catalogue catalogue, int place, ReadOnlySpan<int> among)
    {
        if (level.Amounts is { } amounts)
        {
            foreach (var (id, amount) in amounts)
                if (id == catalogue.Commodities[commodity].Id) return amount.Amount;
            return 0;
        }
        if (level.Total is not { } total) return 0;
        return among.Length <= 1 ? total.Amount : Split(total.Amount, commodity, catalogue.PersonNeedsAt(place), among);
    }

    private static long Split(long total, int commodity, PersonNeeds needs, ReadOnlySpan<int> among)
    {
        double all = 0;
        foreach (var one in among) all += needs[one].BroughtPerDay;
        return all == 0 ? total / among.Length : (long)Math.Round(total * (needs[commodity].BroughtPerDay / all));
    }
}
