using SupplySim.Engine;

namespace SupplySim.Runs;

/// <summary>What would lie at one place had its rations never been cut: so what people went without by the rule alone, and not since there
/// was nothing to give them.</summary>
/// <remarks>
/// Beside each stock that is given out in cut rations another is kept from which full ones are eaten, with the same arrivals. When that one
/// is empty people would have gone without anyhow, so much later: what they went without before for the rule was only earlier, and is none
/// of its doing. What a line orders by a level it orders for the other as well, when that is below it, as far as there is more where it is
/// from, and with nothing that holds it up. It looks only. These are weights and no books, so they are floating. One run, one thread.
/// </remarks>
/// <param name="world">The run.</param>
/// <param name="place">Where.</param>
/// <param name="byRule">[person-day] What people went without by the rule, by when rations were cut; added to.</param>
internal sealed class FullRations(World world, int place, List<(SimTime From, double PersonDays)> byRule)
{
    private readonly UncutStock?[] _others = new UncutStock?[world.Catalogue.Commodities.Length];

    /// <summary>Rations are cut from now on, by whatever share.</summary>
    public void Begin()
    {
        byRule.Add((world.Now, 0));
        Advance();
        for (var commodity = 0; commodity < _others.Length; commodity++)
            if (world.Stocks[place, commodity] is { IsRationed: true } stock) _others[commodity] ??= new UncutStock(stock, world.Now);
    }

    /// <summary>Brings all up to now.</summary>
    public void Advance()
    {
        for (var commodity = 0; commodity < _others.Length; commodity++)
            if (_others[commodity] is { } other) Advance(other, commodity);
    }

    /// <summary>Something has come or gone just now: brings that up to now.</summary>
    public void NoteChange()
    {
        for (var commodity = 0; commodity < _others.Length; commodity++)
            if (_others[commodity] is { } other && other.HasChanged(world.Stocks[place, commodity])) Advance(other, commodity);
    }

    private void Advance(UncutStock other, int commodity)
    {
        var stock = world.Stocks[place, commodity];
        stock.Settle(world.Now);
        var without = other.Advance(stock, world.Now, other.At < world.Now ? world.Lacking.Refills?.Invoke(place, commodity) : null);
        // People of a camp need as much each.
        if (without != 0 && stock.NeedPerDay > 0) Note(without * world.People[place] / stock.NeedPerDay);
        if (!stock.IsRationed && stock.Amount - other.Amount + other.Lent < 1) _others[commodity] = null;
    }

    // More was left out by the rule; or so much of it would have been lacking later, of what was left out last.
    private void Note(double personDays)
    {
        for (var last = byRule.Count - 1; last >= 0 && personDays != 0; last--)
        {
            var (from, there) = byRule[last];
            byRule[last] = (from, Math.Max(0, there + personDays));
            personDays = Math.Min(0, there + personDays);
        }
    }
}

/// <summary>By what a commodity is ordered for a place.</summary>
/// <param name="Below">[smallest unit] When there is less, on hand and on order, ...</param>
/// <param name="UpTo">[smallest unit] ... up to this.</param>
/// <param name="Lead">[time] Until it is there, if nothing holds it up.</param>
/// <param name="Spare">[smallest unit] What is left, of what is for this place, where it is from; infinite
/// where more can always be had.</param>
internal readonly record struct Refill(long Below, long UpTo, TimeSpan Lead, double Spare);
