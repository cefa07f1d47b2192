using SupplySim.Quantities;

namespace SupplySim.Runs;

/// <summary>What one person needs to be brought of each commodity: everywhere, or at a camp with rations or local sources of its
/// own.</summary>
/// <remarks>Compiled once, with the mean of what is drawn; once more for each run in which something of it is drawn. Immutable. Numbers are
/// those of commodities.</remarks>
internal sealed class PersonNeeds
{
    private readonly PersonNeed[] _needs;
    private readonly PersonNeed[] _withoutLocal;
    private readonly int[] _dependsOn;
    private readonly bool[] _isUsedUp;

    /// <param name="commodities">All of them.</param>
    /// <param name="camp">Null for one that says nothing of its own.</param>
    /// <param name="draw">Draws the share of a commodity. Default: its mean.</param>
    public PersonNeeds(IReadOnlyList<Commodity> commodities, Camp? camp, Func<Commodity, Number, double>? draw = null)
    {
        var sources = commodities.Select(c =>
            camp is not null && camp.LocalShare.TryGet(c.Id, out var own) ? own : (LocalSource)c.LocalShare).ToArray();
        IsDrawn = sources.Any(source => !source.Share.IsFixed);
        var shares = sources.Zip(commodities,
            (source, commodity) => source.Share.IsFixed || draw is null ? source.Share.Mean : draw(commodity, source.Share));
        var rations = commodities.Select(c => camp is not null && camp.Rations.TryGet(c.Id, out var own) ? own : c.PerPerson).ToArray();
        _needs = [.. rations.Zip(shares, PersonNeed.Of)];
        _withoutLocal = [.. rations.Select(ration => PersonNeed.Of(ration, 0))];
        (_dependsOn, _isUsedUp) = (new int[sources.Length], new bool[sources.Length]);
        for (var number = 0; number < sources.Length; number++)
        {
            _dependsOn[number] = -1;
            if (sources[number] is not { Needs: { } used, PerPerson: { } burnt } || rations[number] is null) continue;
            var by = _dependsOn[number] = IndexOf(commodities, used);
            (_isUsedUp[by], DependOnOthers) = (true, true);
            (_needs[by], _withoutLocal[by]) = (_needs[by].Plus(burnt), _withoutLocal[by].Plus(burnt));
        }
    }

    /// <summary>Whether something of it is drawn in each run.</summary>
    public bool IsDrawn { get; }

    /// <summary>Whether a local source here uses something up.</summary>
    public bool DependOnOthers { get; }

    /// <summary>What is to be brought while local sources give what they can.</summary>
    public PersonNeed this[int commodity] => _needs[commodity];

    /// <summary>What is to be brought while the local source of the commodity gives nothing.</summary>
    public PersonNeed WithoutLocal(int commodity) => _withoutLocal[commodity];

    /// <summary>The commodity that the local source of another uses up; -1 where there is none.</summary>
    public int DependsOn(int commodity) => _dependsOn[commodity];

    /// <summary>Whether local sources use it up, so that it is not rationed.</summary>
    public bool IsUsedUp(int commodity) => _isUsedUp[commodity];

    /// <summary>Whether it has, or may have, to be brought.</summary>
    public bool IsNeeded(int commodity) =>
        _needs[commodity].Amount > 0 || (_dependsOn[commodity] >= 0 && _withoutLocal[commodity].Amount > 0);

    private static int IndexOf(IReadOnlyList<Commodity> commodities, string id)
    {
        var number = 0;
        while (commodities[number].Id != id) number++;
        return number;
    }
}

/// <summary>What one person needs of a commodity, in lowest terms; nothing where people do not need it.</summary>
/// <param name="Amount">[smallest unit]</param>
/// <param name="Ticks">[ticks] In this time; at least 1.</param>
/// <param name="PerDay">[smallest unit per day] The full ration, before the local share is taken off; 0 where people are given
/// none.</param>
internal readonly record struct PersonNeed(long Amount, long Ticks, double PerDay)
{
    /// <summary>[smallest unit per day] What has to be brought, after the local share is taken off.</summary>
    public double BroughtPerDay => (double)Amount * TimeSpan.TicksPerDay / Ticks;

    public static PersonNeed Of(Rate? ration, double localShare)
    {
        if (ration is not { } rate) return new PersonNeed(0, 1, 0);
        var brought = 1_000_000 - (long)Math.Round(localShare * 1_000_000);
        var (amount, ticks) = Ratio.Lowest((Int128)rate.Amount.Amount * brought, (Int128)rate.Per.Ticks * 1_000_000);
        return new PersonNeed(amount, ticks, (double)rate.Amount.Amount * TimeSpan.TicksPerDay / rate.Per.Ticks);
    }

    /// <summary>The same, and this besides, which people are not given.</summary>
    public PersonNeed Plus(Rate rate)
    {
        var (more, per) = Ratio.Lowest(rate.Amount.Amount, rate.Per.Ticks);
        var (amount, ticks) = Ratio.Lowest((Int128)Amount * per + (Int128)more * Ticks, (Int128)Ticks * per);
        return this with { Amount = amount, Ticks = ticks };
    }
}
