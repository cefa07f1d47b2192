using SupplySim.Quantities;

namespace SupplySim.Twin;

/// <summary>What lies of a commodity at a place. Eating is continuous and in whole units: what is eaten up to an instant is the
/// need up to then rounded down, as far as it lasts; what is not eaten is not made up for.</summary>
internal sealed class Store(Agenda agenda, Logbook log, string place, Commodity commodity)
{
    private Int128 _need;
    private Int128 _per = 1;
    private Int128 _carry;
    private long _settled;
    private int _plan;

    public bool IsUnlimited { get; private set; }

    public long Amount { get; private set; }

    public long OnOrder { get; set; }

    public long Promised { get; set; }

    public long Eaten { get; private set; }

    public long Unmet { get; private set; }

    /// <summary>Called when it has changed otherwise than by being eaten.</summary>
    public List<Action> Watchers { get; } = [];

    public void Begin(Supply stock)
    {
        IsUnlimited = stock.IsUnlimited;
        if (!IsUnlimited) Amount = Level(stock);
        PlanToRunOut();
    }

    public void Feed(long people)
    {
        Settle();
        if (commodity.PerPerson is not { } ration) return;
        var brought = 1_000_000 - (long)Math.Round(commodity.LocalShare.Mean * 1_000_000);
        (_need, _per) = ((Int128)people * ration.Amount.Amount * brought, (Int128)ration.Per.Ticks * 1_000_000);
    }

    public void Settle()
    {
        var flowed = _need * (agenda.Now - _settled) + _carry;
        _settled = agenda.Now;
        (var needed, _carry) = ((long)(flowed / _per), flowed % _per);
        var eaten = Math.Min(needed, Amount);
        (Amount, Eaten, Unmet) = (Amount - eaten, Eaten + eaten, Unmet + needed - eaten);
    }

    public void Add(long amount)
    {
        Settle();
        log.Entries.Add(new Entry(agenda.Now, What.Delivered, place, commodity.Id, amount));
        if (IsUnlimited) return;
        Amount += amount;
        Tell();
    }

    public void Take(long amount)
    {
        Settle();
        log.Entries.Add(new Entry(agenda.Now, What.Loaded, place, commodity.Id, amount));
        Promised -= amount;
        if (!IsUnlimited) Amount -= amount;
        Tell();
    }

    public bool Has(long amount)
    {
        Settle();
        return IsUnlimited || Amount >= amount;
    }

    /// <summary>What lies here beside so much that is spoken for.</summary>
    public long Left(long amount)
    {
        Settle();
        return IsUnlimited ? long.MaxValue : Amount - amount;
    }

    public void Tell()
    {
        PlanToRunOut();
        foreach (var watcher in Watchers) watcher();
    }

    /// <summary>What a level means here; days are of the need now, rounded up.</summary>
    public long Level(Supply level) =>
        level.Time is { } time ? (long)((_need * time.Ticks + _per - 1) / _per)
        : level.Total is { } total ? total.Amount
        : level.Amounts!.Value.FirstOrDefault(amount => amount.Commodity == commodity.Id).Amount.Amount;

    /// <summary>[ticks] When less than a level lies here if nothing comes; now where it does already; null for never.</summary>
    public long? WhenBelow(long level)
    {
        Settle();
        if (Amount < level) return agenda.Now;
        if (level <= 0 || _need == 0) return null;
        var wait = ((Amount - level + 1) * _per - _carry + _need - 1) / _need;
        return wait > agenda.End ? null : agenda.Now + (long)wait;
    }

    private void PlanToRunOut()
    {
        var plan = ++_plan;
        if (Amount > 0 && WhenBelow(1) is { } at) agenda.At(at, Rank.Need, () =>
        {
            if (plan == _plan) log.Entries.Add(new Entry(at, What.RanOut, place, commodity.Id));
        });
    }
}
