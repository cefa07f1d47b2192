namespace SupplySim.Runs;

/// <summary>What the people of each camp need, and what they went without, in full rations, before anything
/// that is found there is taken off.</summary>
/// <remarks>Both may change during a run: what was missing until then stays counted in the rations of that time. One run, one
/// thread.</remarks>
internal sealed class PersonDays(World world)
{
    private readonly PersonNeeds[] _needs =
    [
        .. world.Catalogue.Places.Select((one, place) =>
            one is Camp camp ? world.Drawn(camp, world.Catalogue.PersonNeedsAt(place)) : world.Catalogue.PersonNeedsAt(place)),
    ];
    private Dictionary<(int Place, int Commodity), Earlier>? _earlier;

    /// <summary>What one person needs at a place, now; nothing where there are none.</summary>
    public PersonNeeds NeedsAt(int place) => _needs[place];

    /// <summary>From now on one person needs something else there; the same commodities have to be brought.</summary>
    public void Change(int place, PersonNeeds needs)
    {
        _earlier ??= [];
        for (var commodity = 0; commodity < world.Catalogue.Commodities.Length; commodity++)
        {
            var stock = world.Stocks[place, commodity];
            stock.Settle(world.Now);
            _earlier[(place, commodity)] = new Earlier(Missed(place, commodity), NotFound(place, commodity), stock.Unmet,
                stock.UnmetWithoutLocal);
        }
        _needs[place] = needs;
    }

    /// <summary>Whether people are given it there.</summary>
    public bool IsGiven(int place, int commodity) => _needs[place].WithoutLocal(commodity).PerDay > 0;

    /// <summary>[person-day] What was not met at a place, in full rations, whatever of them is found there:
    /// who finds four fifths and is brought nothing goes without a fifth. 0 for what people are not given.</summary>
    public double Missed(int place, int commodity)
    {
        var (needs, stock, earlier) =
            (_needs[place], world.Stocks[place, commodity], _earlier?.GetValueOrDefault((place, commodity)) ?? default);
        if (needs.WithoutLocal(commodity).PerDay == 0) return earlier.Days;
        return earlier.Days + Rations(stock.Unmet - earlier.Unmet, needs.WithoutLocal(commodity));
    }

    /// <summary>[person-day] Of <see cref="Missed"/>, what was not met while a local source gave nothing.</summary>
    public double NotFound(int place, int commodity)
    {
        var (needs, earlier) = (_needs[place], _earlier?.GetValueOrDefault((place, commodity)) ?? default);
        return earlier.NotFound
            + (needs.WithoutLocal(commodity).PerDay == 0
                ? 0
                : Rations(world.Stocks[place, commodity].UnmetWithoutLocal - earlier.UnmetWithoutLocal, needs.WithoutLocal(commodity)));
    }

    private static double Rations(long amount, PersonNeed need) =>
        amount == 0 || need.Amount == 0 ? 0 : amount / need.BroughtPerDay;

    private readonly record struct Earlier(double Days, double NotFound, long Unmet, long UnmetWithoutLocal);
}
