using SupplySim.Engine;
using SupplySim.Quantities;
using SupplySim.Runs;

namespace SupplySim.Movement;

// The position against its levels: how much is missing, and when it will be.
internal sealed partial class LineKeeper
{
    private const int LeastShare = 1000; // of a load

    // As many lots as it takes not to be below the level.
    private static long Lots(long position, long below, long lot) =>
        position >= below || lot == 0 ? 0 : (below - position + lot - 1) / lot * lot;

    /// <summary>Whether it looks at this instant, by its level and with nothing in the way, and its turn has not come.</summary>
    public bool IsToReview => IsByTrigger && _world.Simulation.IsPending(_review) && _reviewAt == _world.Now
        && IsActive && !AreOrdersStopped && !IsKnownShut();

    /// <summary>[smallest unit] What it would order now of each of its commodities, as it has found last.</summary>
    public ReadOnlySpan<long> Wanted => _order;

    /// <summary>Finds what it would order now, from however much there is.</summary>
    /// <returns>Whether it would order.</returns>
    public bool FindWanted(out long missing)
    {
        missing = 0;
        var isWanted = false;
        for (var i = 0; i < _order.Length; i++)
        {
            var commodity = _commodities[i];
            var (position, below) = (PositionOf(commodity), _below[i] = Below(commodity));
            var isBelow = Line.WhenBelow is null || position < below;
            isWanted |= isBelow;
            _order[i] = !isBelow ? 0
                : Line.Order is { } lot ? Lots(position, below, Level(lot, commodity))
                : Math.Max(0, Target(commodity) - position);
            missing += _world.Catalogue.MassOf(commodity, _order[i]);
        }
        return Line.WhenBelow is null ? missing >= (Line.Review is null ? _capacity : 1) : isWanted;
    }

    private long PositionOf(int commodity)
    {
        var stock = Destined(commodity);
        stock.Settle(_world.Now);
        return stock.Position;
    }

    private long Target(int commodity) => Level(Line.UpTo, commodity) + Raise(commodity);

    /// <summary>Whether as much lies at the destination as it orders below, or it orders by no level.</summary>
    public bool IsWellStocked()
    {
        foreach (var commodity in _commodities)
        {
            Destined(commodity).Settle(_world.Now);
            if (Destined(commodity).Amount < Below(commodity)) return false;
        }
        return true;
    }

    /// <summary>[smallest unit] Below what it orders now and up to what; null where it orders by no level, or not now.</summary>
    public (long Below, long UpTo)? LevelsOf(int commodity)
    {
        if (!IsByTrigger || !IsActive || IsPaused) return null;
        var below = Line.WhenBelow is null ? Target(commodity) - _world.Catalogue.AmountIn(commodity, _capacity) : Below(commodity);
        return (below, Line.Order is { } lot ? below + Level(lot, commodity) : Target(commodity));
    }

    private long Below(int commodity) => Line.WhenBelow is null ? 0 : Level(Line.WhenBelow, commodity) + Raise(commodity);

    // Both levels rise together, so that each order still brings something.
    private long Raise(int commodity) =>
        _raisedTo == TimeSpan.Zero ? 0 : Math.Max(0, Destined(commodity).NeedIn(_raisedTo) - Level(Line.UpTo, commodity));

    private long Level(Supply? level, int commodity) => level?.For(_world.Catalogue.Commodities[commodity].Id) switch
    {
        null => 0,
        { Time: { } time } => Destined(commodity).NeedIn(time),
        var amounts => Levels.Amount(amounts, commodity, _world.Catalogue, To, _commodities),
    };

    /// <summary>Whether of one commodity less lies there and comes than of another, each as a share of what is ordered up to; what waits
    /// for a vehicle does not come yet, and what is not ordered by a level comes last.</summary>
    public bool IsShorter(int commodity, int other)
    {
        var (first, second) = (Full(commodity), Full(other));
        if (first <= 0 || second <= 0) return first > 0;
        return (Int128)Coming(commodity) * second < (Int128)Coming(other) * first;
    }

    private long Coming(int commodity) => PositionOf(commodity) - Destined(commodity).Waiting;

    private long Full(int commodity) =>
        Line.Order is { } lot ? Below(commodity) + Level(lot, commodity) : Target(commodity);

    // A level is passed by the smallest unit, so what is missing to the other is never whole loads: no
    // vehicle drives for the rest where it is next to nothing and the position is not below the level without it.
    private void LeaveToNext(long[] amounts)
    {
        long mass = 0;
        for (var i = 0; i < amounts.Length; i++) mass += _world.Catalogue.MassOf(_commodities[i], amounts[i]);
        if (mass < _capacity || mass % _capacity is var rest && rest >= _capacity / LeastShare) return;
        for (var i = amounts.Length - 1; i >= 0 && rest > 0; i--)
        {
            var left = Math.Min(amounts[i], _world.Catalogue.AmountIn(_commodities[i], rest));
            if (left > 0 && PositionOf(_commodities[i]) + amounts[i] - left < Below(_commodities[i])) return;
            amounts[i] -= left;
            rest -= _world.Catalogue.MassOf(_commodities[i], left);
        }
    }

    // How many of its commodities are covered by what is on order.
    private int Covered()
    {
        var covered = 0;
        foreach (var commodity in _commodities)
            if (Destined(commodity).IsCovered(Below(commodity))) covered++;
        return covered;
    }

    private void PlanNextReview(long missing)
    {
        if (Line.WhenBelow is null)
        {
            PlanForFullLoad(missing);
            return;
        }
        for (var i = 0; i < _commodities.Length; i++)
            if (Destined(_commodities[i]).IsCovered(_below[i])) _covered++;
        var next = SimTime.Never;
        for (var i = 0; i < _commodities.Length; i++)
        {
            var at = Destined(_commodities[i]).WhenPositionBelow(_below[i], _world.Now);
            if (at > _world.Now) next = SimTime.Min(next, at);
        }
        if (next < _world.Catalogue.Horizon) PlanReview(next);
    }

    // Without a level of its own a line orders when a whole load is missing: looks again when that will be.
    private void PlanForFullLoad(long missing)
    {
        double perDay = 0;
        foreach (var commodity in _commodities)
            perDay += _world.Catalogue.MassOf(commodity, 1_000_000) * Destined(commodity).NeedPerDay / 1e6;
        if (perDay <= 0) return;
        var days = Math.Max((_capacity - missing) / perDay, 1.0 / 1440);
        if (days < (_world.Catalogue.Horizon - _world.Now).TotalDays)
            PlanReview(_world.Now + TimeSpan.FromMilliseconds(Math.Ceiling(days * 86_400_000)));
    }
}
