using SupplySim.Engine;
using SupplySim.Quantities;

namespace SupplySim.Runs;

/// <summary>What lies of one commodity at one place, and what is eaten of it all the time.</summary>
/// <remarks>
/// Eating is continuous and exact; it is worked out when somebody looks (<see cref="Settle"/>), and however often that is,
/// the same amounts come out. Unmet need is against the full ration. What is owed (equipment, ammunition) is paid from the next
/// delivery. Every movement is entered in the ledger. One run, one thread.
/// </remarks>
public sealed class Stock
{
    private readonly Ledger _ledger;
    private readonly int _commodity;
    private readonly bool _owes;
    private Flow _need;
    private Flow _eating;
    private SimTime _settled;
    private bool _isWithoutLocal;
    private bool _isInPieces;
    private long _supplied;

    internal Stock(Ledger ledger, int commodity, bool owes, bool unlimited, long initial)
    {
        (_ledger, _commodity, _owes, IsUnlimited) = (ledger, commodity, owes, unlimited);
        Amount = Initial = initial;
        if (initial > 0) ledger.Open(commodity, initial);
    }

    /// <summary>Whether there is always enough and nothing is counted; not any more once it was seized.</summary>
    public bool IsUnlimited { get; private set; }

    /// <summary>[smallest unit] What was taken from it while it was unlimited, less what came.</summary>
    internal long Supplied => IsUnlimited ? Loaded + Consumed - Delivered : _supplied;

    /// <summary>[smallest unit] What lies there, as of the last <see cref="Settle"/>; not negative.</summary>
    public long Amount { get; private set; }

    /// <summary>[smallest unit] What lay there at the start.</summary>
    internal long Initial { get; }

    /// <summary>[smallest unit] Loaded on vehicles here since the start.</summary>
    internal long Loaded { get; private set; }

    /// <summary>[smallest unit] Seized here since the start.</summary>
    internal long Seized { get; private set; }

    /// <summary>[smallest unit] Destroyed here since the start.</summary>
    internal long Destroyed { get; private set; }

    /// <summary>[smallest unit] Seized or destroyed here since the start.</summary>
    internal long Lost => Seized + Destroyed;

    /// <summary>[smallest unit] What has left otherwise than by being needed here: loaded, burned or lost.</summary>
    internal long Gone => Loaded + Burned + Lost;

    /// <summary>[smallest unit] Ordered and on its way, as planners count it.</summary>
    public long OnOrder { get; internal set; }

    /// <summary>[smallest unit] Ordered for here, and waiting for a vehicle where it is from.</summary>
    internal long Waiting { get; set; }

    /// <summary>[smallest unit] Promised to vehicles that wait to be loaded here.</summary>
    public long Reserved { get; internal set; }

    /// <summary>[smallest unit] Of that, being put on vehicles at this moment.</summary>
    internal long Loading { get; set; }

    /// <summary>Whether what is not supplied is owed.</summary>
    internal bool Owes => _owes;

    /// <summary>[smallest unit] On hand and on order, less what is owed: the position by which is ordered. Where what is ordered from here
    /// is owed, that counts too.</summary>
    internal long Position => Amount + OnOrder - Claimed;

    /// <summary>[smallest unit] What others have a claim to of what is on hand and on order.</summary>
    internal long Claimed => _owes ? Owed + Reserved : 0;

    /// <summary>How it is eaten from the last <see cref="Settle"/> on; a copy.</summary>
    internal Flow Eating => _eating;

    /// <summary>[smallest unit per tick] What is eaten while there is some.</summary>
    internal double EatenPerTick => _eating.PerDay / TimeSpan.TicksPerDay;

    /// <summary>[smallest unit] Used since the start, as of the last <see cref="Settle"/>.</summary>
    public long Consumed { get; private set; }

    /// <summary>[smallest unit] Of that, burned by vehicles and aircraft that filled up here: nobody's need.</summary>
    internal long Burned { get; private set; }

    /// <summary>[smallest unit] Of the need, what was met since the start, as of the last <see cref="Settle"/>.</summary>
    internal long Met => Consumed - Burned;

    /// <summary>[smallest unit] Needed since the start at the full ration, as of the last <see cref="Settle"/>.</summary>
    public long Needed { get; private set; }

    /// <summary>[smallest unit] Not met of the full ration since the start, as of the last <see cref="Settle"/>.</summary>
    public long Unmet { get; private set; }

    /// <summary>[smallest unit] Of that, what was not met while a local source gave nothing.</summary>
    internal long UnmetWithoutLocal { get; private set; }

    /// <summary>[smallest unit] Owed from before, and taken first from what comes.</summary>
    public long Owed { get; private set; }

    /// <summary>[smallest unit] Unloaded here since the start.</summary>
    public long Delivered { get; private set; }

    /// <summary>[smallest unit] Ordered for here since the start.</summary>
    public long Sent { get; internal set; }

    /// <summary>[time] The least that it has lasted at any instant so far, at the full need; the longest time there is where
    /// nothing was needed. Between two changes it only falls, so it is looked at before more comes and after something goes.</summary>
    internal TimeSpan Least { get; private set; } = TimeSpan.MaxValue;

    /// <summary>Whether anything is needed here.</summary>
    public bool IsNeeded => !_need.IsZero;

    /// <summary>Whether less is given out than is needed, though there is some.</summary>
    internal bool IsRationed { get; private set; }

    /// <summary>[smallest unit] The full need, in so many ticks.</summary>
    internal (long Amount, long Ticks) NeedRate => _need.Rate;

    /// <summary>[smallest unit per day] The full need.</summary>
    public double NeedPerDay => _need.PerDay;

    /// <summary>Works out what was eaten up to now.</summary>
    public void Settle(SimTime now)
    {
        if (now == _settled) return;
        var elapsed = (now - _settled).Ticks;
        _settled = now;
        if (_need.IsZero || _isInPieces) return;
        var needed = _need.Advance(elapsed);
        // Two rates that are rounded each by itself may be a unit apart when a ration changes; nobody eats more than he needs and is owed.
        var eaten = Math.Min(Math.Min(_eating.Advance(elapsed), Amount), needed + (_owes ? Owed : Unmet));
        Needed += needed;
        Take(eaten);
        var unmet = needed - eaten;
        Unmet += unmet;
        if (_isWithoutLocal) UnmetWithoutLocal += unmet;
        if (_owes) Owed += unmet;
    }

    /// <summary>[time] How long it lasts at the full need; the longest time there is where nothing is needed.</summary>
    public TimeSpan DaysOfSupply(SimTime now)
    {
        Settle(now);
        return new TimeSpan(_need.Lasting(Amount));
    }

    /// <summary>Whether it lasts less than a time at the full need; false where nothing is needed.</summary>
    internal bool IsBelow(TimeSpan time, SimTime now)
    {
        Settle(now);
        return _need.LastsLess(Amount, time.Ticks);
    }

    /// <summary>[smallest unit] What the full need uses in a time, rounded up.</summary>
    public long NeedIn(TimeSpan time) => _need.In(time.Ticks);

    /// <summary>The first instant at which less than a level lies here, if nothing comes; never where that never is.</summary>
    internal SimTime WhenBelow(long level, SimTime now)
    {
        Settle(now);
        if (Amount < level) return now;
        if (level <= 0 || _eating.IsZero) return SimTime.Never;
        var ticks = _eating.TimeFor(Amount - level + 1);
        return ticks > SimTime.Latest.Ticks - now.Ticks ? SimTime.Never : now + new TimeSpan(ticks);
    }

    /// <summary>Whether what is on order is enough for a level by itself, so that the position cannot fall
    /// below it whatever lies here.</summary>
    internal bool IsCovered(long level) => level > 0 && !_owes && OnOrder >= level;

    /// <summary>The first instant at which the position is less than a level, if nothing is ordered or
    /// comes; never where that never is.</summary>
    /// <remarks>What is not supplied is owed or forgotten: a debt makes the position fall when nothing lies here any more, too.</remarks>
    internal SimTime WhenPositionBelow(long level, SimTime now)
    {
        if (!_owes) return WhenBelow(level - OnOrder, now);
        Settle(now);
        if (Position < level) return now;
        var ticks = _isInPieces ? long.MaxValue : _need.TimeFor(Position - level + 1);
        return ticks > SimTime.Latest.Ticks - now.Ticks ? SimTime.Never : now + new TimeSpan(ticks);
    }

    /// <summary>From now on this much is needed, of which a share is given out.</summary>
    /// <param name="now">Now.</param>
    /// <param name="amount">[smallest unit] ...</param>
    /// <param name="ticks">... in so many ticks.</param>
    /// <param name="millionths">[1e-6] The share given out.</param>
    /// <param name="isWithoutLocal">Whether a local source that could give some of it gives nothing.</param>
    /// <param name="isInPieces">Whether that is only a mean, and each piece is used by <see cref="UseOne"/>.</param>
    internal void SetNeed(SimTime now, long amount, long ticks, int millionths, bool isWithoutLocal = false, bool isInPieces = false)
    {
        Settle(now);
        (_isWithoutLocal, _isInPieces) = (isWithoutLocal, isInPieces);
        IsRationed = millionths < 1_000_000;
        if (isInPieces) millionths = 0;
        NoteLeast();
        _need.Set(amount, ticks);
        NoteLeast();
        // The same time for any number of people, so that nothing carried is rounded when more come; but three quarters of a
        // ration do not need a million times the room.
        if (millionths == 1_000_000)
        {
            _eating.Set(amount, ticks);
            return;
        }
        var divisor = (int)System.Numerics.BigInteger.GreatestCommonDivisor(millionths, 1_000_000);
        var (eaten, per) = ((Int128)amount * (millionths / divisor), (Int128)ticks * (1_000_000 / divisor));
        if (eaten > long.MaxValue || per > long.MaxValue) (eaten, per) = Ratio.Lowest(eaten, per);
        _eating.Set((long)eaten, (long)per);
    }

    /// <summary>One piece is needed now.</summary>
    internal void UseOne(SimTime now)
    {
        Settle(now);
        Needed++;
        if (Amount > 0)
        {
            Take(1);
            NoteLeast();
            return;
        }
        Unmet++;
        if (_owes) Owed++;
    }

    /// <summary>Some has come; what is owed is paid from it, and from what lay there.</summary>
    /// <returns>Whether less lies there than before: rations were cut while a debt grew.</returns>
    internal bool Deliver(long amount, SimTime now)
    {
        Settle(now);
        NoteLeast();
        Delivered += amount;
        _ledger.Transfer(_commodity, Account.Vehicle, IsUnlimited ? Account.Supply : Account.Stock, amount);
        if (IsUnlimited) return false;
        Amount += amount;
        var paid = Math.Min(Owed, Amount);
        Owed -= paid;
        Take(paid);
        if (paid <= amount) return false;
        NoteLeast();
        return true;
    }

    internal void Load(long amount, SimTime now)
    {
        Loaded += amount;
        if (IsUnlimited)
        {
            _ledger.Transfer(_commodity, Account.Supply, Account.Vehicle, amount);
            return;
        }
        Settle(now);
        if (amount > Amount) throw new InvalidOperationException($"{amount} cannot be loaded: only {Amount} lies there");
        Amount -= amount;
        NoteLeast();
        _ledger.Transfer(_commodity, Account.Stock, Account.Vehicle, amount);
    }

    /// <summary>Some is taken as fuel, which counts as consumed at once.</summary>
    internal void Burn(long amount, SimTime now)
    {
        Settle(now);
        Burned += amount;
        if (IsUnlimited)
        {
            Consumed += amount;
            _ledger.Transfer(_commodity, Account.Supply, Account.Consumed, amount);
            return;
        }
        if (amount > Amount) throw new InvalidOperationException($"{amount} cannot be burned: only {Amount} lies there");
        Take(amount);
        NoteLeast();
    }

    // What never ran out is gone, and what comes from then on is counted.
    internal void Seize(SimTime now)
    {
        Settle(now);
        (_supplied, IsUnlimited) = (Supplied, false);
        _ledger.Transfer(_commodity, Account.Stock, Account.Lost, Amount);
        (Seized, Amount) = (Seized + Amount, 0);
        NoteLeast();
    }

    /// <summary>Some of what lies here is lost.</summary>
    /// <param name="amount">[smallest unit] Not more than that.</param>
    /// <param name="now">Now; it is settled.</param>
    internal void Destroy(long amount, SimTime now)
    {
        Settle(now);
        _ledger.Transfer(_commodity, Account.Stock, Account.Lost, amount);
        (Destroyed, Amount) = (Destroyed + amount, Amount - amount);
        NoteLeast();
    }

    /// <summary>Brings <see cref="Least"/> up to now.</summary>
    internal void Close(SimTime now)
    {
        Settle(now);
        NoteLeast();
    }

    private void NoteLeast()
    {
        if (_need.LastsLess(Amount, Least.Ticks)) Least = new TimeSpan(_need.Lasting(Amount));
    }

    private void Take(long amount)
    {
        Amount -= amount;
        Consumed += amount;
        _ledger.Transfer(_commodity, Account.Stock, Account.Consumed, amount);
    }
}
