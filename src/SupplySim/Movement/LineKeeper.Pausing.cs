using SupplySim.Engine;
using SupplySim.Quantities;
using SupplySim.Runs;

namespace SupplySim.Movement;

// Active and yet ordering nothing: its way is known to be shut, orders are stopped at the place it supplies, or the force that it leads to
// or from was captured. What it would have ordered is held up meanwhile, as a load without a vehicle is; but who is no more wants nothing.
internal sealed partial class LineKeeper
{
    private SimTime _pausedSince = SimTime.Never;
    private SimTime _chargedUpTo;
    private TimeSpan _paused;
    private SimTime _wantedSince = SimTime.Never; // of what it orders first after a pause
    private HoldUpKey _pausedBy;
    private string? _shut;
    private bool _isForNobody;
    private double[]? _wantedAtFirst;
    private double _unsent;
    private double _unsentAfter;

    /// <summary>[time] For how long it has ordered nothing because its way was known to be shut or orders
    /// were stopped, from review to review, up to now; not since the force that it leads to was captured.</summary>
    public TimeSpan Paused => IsPaused && !_isForNobody ? _paused + (_world.Now - _pausedSince) : _paused;

    /// <summary>Since when it orders nothing for that; null while it orders, and where nobody is there any more.</summary>
    public SimTime? PausedSince => IsPaused && !_isForNobody ? _pausedSince : null;

    /// <summary>What it would have ordered, and has not yet, in the pause that lasts.</summary>
    public IEnumerable<LoggedHoldUp> OpenHoldUps => IsPaused && !_isForNobody
        ? [new(_pausedBy, _chargedUpTo, _world.Now, new TimeSpan(_commodities.Index().Sum(one => Unordered(one.Index).Ticks)), null)] : [];

    /// <summary>The run is over.</summary>
    public void Close()
    {
        if (IsPaused) Charge();
    }

    private bool IsPaused => _pausedSince != SimTime.Never;

    private bool AreOrdersStopped => _site.IsStopped(SiteWork.Orders) || _origin.IsOutOfAction;

    private void SiteChanged()
    {
        if (_site.IsOutOfAction) StopForGood();
        else if (IsByTrigger) Reconsider();
        else NotePause();
    }

    private void LookIfOriginFell()
    {
        if (_origin.IsOutOfAction) StopForGood();
    }

    // The force is no more: what was ordered and has no vehicle is not wanted, or nobody loads it.
    private void StopForGood()
    {
        NotePause();
        TakeBack(_world.Now);
        Forget();
    }

    private void NotePause()
    {
        var cause = !IsActive ? HoldUp.Physical
            : AreOrdersStopped ? HoldUp.OrdersStopped
            : IsByTrigger && IsKnownShut() ? HoldUp.Order
            : HoldUp.Physical;
        var isPaused = cause != HoldUp.Physical;
        if (!isPaused && !IsPaused) return;
        // Where one thing is shut when another opens, each is told for its own time.
        var shut = cause switch
        {
            HoldUp.OrdersStopped => _site.IsStopped(SiteWork.Orders) ? Line.To.Value : Line.From.Value,
            HoldUp.Order => _transport.Router.ShutOn(_from, To, _fleet),
            _ => null,
        };
        if (isPaused && IsPaused && cause == _pausedBy.Cause && shut == _shut && _isForNobody == _site.IsOutOfAction)
        {
            if (IsByTrigger) Charge();
            return;
        }
        if (IsPaused) EndPause();
        if (isPaused) BeginPause(cause, shut);
    }

    private void BeginPause(HoldUp cause, string? shut)
    {
        _world.Tell(HappeningKind.Paused, Line.Id, shut);
        (_pausedSince, _chargedUpTo, _shut, _isForNobody) = (_world.Now, _world.Now, shut, _site.IsOutOfAction);
        _pausedBy = new HoldUpKey(new(To, _fleet, Cargo),
            shut is null ? To : _world.Catalogue.TryRoute(shut, out var route) ? -1 - route : _world.Catalogue.PlaceNumber(shut), cause);
        (_unsent, _unsentAfter) = (0, 0);
        _wantedAtFirst = [.. _commodities.Select(Missing)];
    }

    private void EndPause()
    {
        _world.Tell(HappeningKind.Resumed, Line.Id);
        if (!_isForNobody) _transport.Latecomers.NotOrdered(this, _pausedSince);
        Charge();
        if (!_isForNobody) _paused += _world.Now - _pausedSince;
        _wantedSince = SimTime.Min(_wantedSince, _pausedSince);
        _pausedSince = SimTime.Never;
    }

    // From look to look, since who needs it may come and be gone before the pause ends.
    private void Charge()
    {
        if (!_isForNobody) ChargeAsPossible();
        _chargedUpTo = _world.Now;
        for (var i = 0; i < _commodities.Length; i++) _wantedAtFirst![i] = Missing(_commodities[i]);
    }

    // What there are no goods or no vehicles for would have been held up for these, had it been ordered. The rest is told of all together,
    // as a truck that waits is: what there is little of weighs as much as what there is most of.
    private void ChargeAsPossible()
    {
        var (together, cargo) = (TimeSpan.Zero, 0UL);
        for (var i = 0; i < _commodities.Length; i++)
        {
            var (time, bit) = (Unordered(i), Shipment.Bit(_commodities[i], _world.Catalogue.Commodities.Length));
            var (share, isForGoods) = _transport.Latecomers.CanHaveBrought(this, _commodities[i], _pausedSince);
            if (share < 1)
            {
                var of = new Shipment(To, isForGoods ? -1 : _fleet, bit);
                _world.HoldUps.Add(isForGoods ? new HoldUpKey(of, _from, HoldUp.Goods) : new HoldUpKey(of, _fleet, HoldUp.Vehicle),
                    _chargedUpTo, _world.Now, time * (1 - share));
                _world.HoldUps.Add(_pausedBy with { Cargo = bit }, _chargedUpTo, _world.Now, time * share);
            }
            else (together, cargo) = (together + time, cargo | bit);
        }
        _world.HoldUps.Add(_pausedBy with { Cargo = cargo }, _chargedUpTo, _world.Now, together);
    }

    // What was due to be sent, and is not, is held up until the pause ends: it is never sent.
    private void NoteUnsent(long amount)
    {
        var loads = _world.Catalogue.MassOf(_commodities[0], amount) / (double)_capacity;
        _unsent += loads;
        _unsentAfter += loads * (_world.Now - _pausedSince).TotalMilliseconds;
    }

    // [smallest unit] Missing to what it orders up to, or to the level below which it orders lots.
    private double Missing(int commodity) => (Line.Order is null ? Target(commodity) : Below(commodity)) - PositionOf(commodity);

    // [load-time] What it would have ordered of one of its commodities, had it not paused, for as long as
    // it was wanted: as if what was missing had grown evenly.
    private TimeSpan Unordered(int number)
    {
        if (!IsByTrigger)
            return number > 0
                ? TimeSpan.Zero
                : TimeSpan.FromMilliseconds(Math.Round(_unsent * (_world.Now - _pausedSince).TotalMilliseconds - _unsentAfter));
        if (_world.Now == _chargedUpTo) return TimeSpan.Zero;
        var commodity = _commodities[number];
        var (first, last) = (_wantedAtFirst![number], Missing(commodity));
        var mean = Line.Order is { } lot
            ? MeanLots(first, last, Level(lot, commodity))
            : MeanAbove(first, last, Line.WhenBelow is null ? 0 : Math.Max(0, Target(commodity) - Below(commodity)));
        var loads = _world.Catalogue.MassOf(commodity, 1_000_000) / 1e6 * mean / _capacity;
        return TimeSpan.FromMilliseconds(Math.Round((_world.Now - _chargedUpTo).TotalMilliseconds * loads));
    }

    // The mean over time of as many whole lots as it takes for what goes evenly from one value to another.
    private static double MeanLots(double first, double last, double lot)
    {
        if (lot <= 0) return 0;
        return first == last ? Math.Ceiling(Math.Max(0, first) / lot) * lot : (Area(last) - Area(first)) / (last - first);

        double Area(double to)
        {
            if (to <= 0) return 0;
            var whole = Math.Floor(to / lot);
            return lot * (lot * whole * (whole + 1) / 2 + (to - whole * lot) * (whole + 1));
        }
    }

    // The mean over time of what goes evenly from one value to another, counted as nothing while it is not above a level.
    private static double MeanAbove(double first, double last, double level)
    {
        if (first <= level && last <= level) return 0;
        if (first > level && last > level) return (first + last) / 2;
        var above = Math.Max(first, last);
        return (above - level) / Math.Abs(last - first) * (above + level) / 2;
    }
}
