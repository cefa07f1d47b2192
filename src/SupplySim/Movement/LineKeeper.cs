using SupplySim.Engine;
using SupplySim.Planning;
using SupplySim.Quantities;
using SupplySim.Runs;

namespace SupplySim.Movement;

/// <summary>Keeps one supply line: looks at its position when it changes or falls below its level, and orders.</summary>
/// <remarks>
/// The position of a commodity is what lies at the destination and what is on order for it by any line, less what is owed, by it or to it.
/// A line that orders by trigger pauses while its way is known to be shut with no detour. From a limited stock no more is ordered than lies
/// there unpromised, but of what is owed. One run, one thread.
/// </remarks>
internal sealed partial class LineKeeper : IEventHandler, IStockListener
{
    private const int ReviewNow = 0;
    private const int SendNow = 1;
    private const int ReviewLast = 2;
    private const int MostOrders = 1_000_000;
    private static readonly Priority AfterMovers = new((byte)(Priority.Normal.Value + 1));
    private readonly Transport _transport;
    private readonly World _world;
    private readonly IDepartures _departures;
    private readonly HandlerId _handler;
    private readonly int[] _commodities;
    private readonly long[] _order;
    private readonly long[] _below; // at the last review
    private readonly List<Load> _packed = [];
    private readonly KeptTurns _turns;
    private readonly int _from;
    private readonly int _fleet;
    private readonly long _capacity;
    private readonly SiteState _site;
    private readonly SiteState _origin;
    private readonly Overdue _overdue;
    private EventHandle _review;
    private Condition? _when;
    private SimTime _reviewAt;
    private int _covered;
    private bool _isActive = true;
    private bool _mayFly = true;
    private TimeSpan _raisedTo;
    private long _orders;

    public LineKeeper(Transport transport, SupplyLine line, IDepartures departures, int fleet)
    {
        (_transport, _world, Line, _departures, _fleet) = (transport, transport.World, line, departures, fleet);
        _handler = _world.Simulation.Register(this);
        (_from, To) = (_world.Catalogue.PlaceNumber(line.From), _world.Catalogue.PlaceNumber(line.To));
        _capacity = transport.Capacity(_from, To, fleet);
        (_site, _origin) = (_world.Sites[To]!, _world.Sites[_from]!);
        _commodities = [.. LineCommodities.Of(line, _world.Catalogue)];
        foreach (var commodity in _commodities) Cargo |= Shipment.Bit(commodity, _world.Catalogue.Commodities.Length);
        _overdue = new Overdue(this, _world);
        Share = new LineShare(_commodities.Length);
        (_order, _below) = (new long[_commodities.Length], new long[_commodities.Length]);
        _turns = new KeptTurns(_world.Catalogue.Commodities.Length);
    }

    public SupplyLine Line { get; private set; }

    /// <summary>The numbers of what it brings.</summary>
    public int[] Commodities => _commodities;

    /// <summary>[a bit for each commodity] The same, as a <see cref="Shipment"/> tells it.</summary>
    public ulong Cargo { get; }

    /// <summary>Where it loads.</summary>
    public int From => _from;

    /// <summary>The destination.</summary>
    public int To { get; }

    /// <summary>The number of the fleet it goes by.</summary>
    public int Fleet => _fleet;

    /// <summary>[g] What one of its vehicles takes.</summary>
    public long Capacity => _capacity;

    /// <summary>[time] From order to delivery if nothing holds up a load (<see cref="Latecomers.LeadOf"/>);
    /// null until somebody has asked.</summary>
    public TimeSpan? Lead { get; set; }

    /// <summary>What it may order of what is scarce where it loads.</summary>
    public LineShare Share { get; }

    /// <summary>[g] Waiting for a vehicle.</summary>
    public long Waiting { get; set; }

    /// <summary>[g] Given to vehicles so far.</summary>
    public long Given { get; set; }

    /// <summary>[g] Asked for so far, less what was taken back.</summary>
    public long Asked { get; set; }

    /// <summary>What is on order of a commodity for a place becomes more or less.</summary>
    public void NoteOrder(int place, int commodity, long amount)
    {
        _world.Stocks[place, commodity].OnOrder += amount;
        _transport.Reports.Situation.NoteOrder(place, commodity, amount);
    }

    /// <summary>The stock of a commodity at the destination.</summary>
    public Stock Destined(int commodity) => _world.Stocks[To, commodity];

    /// <summary>Begins to order; called once, when everything is there.</summary>
    public void Begin()
    {
        if (Line.When is { } when) FollowCondition(when, Line.Until ?? when.Not());
        _site.OnChange(SiteChanged);
        _origin.OnChange(LookIfOriginFell);
        LineAdvice.Follow(_transport, this, _commodities, _world.Catalogue.Fleets[_fleet].Mode == Mode.Air);
        if (Line.Send is { } send)
        {
            NotePause();
            PlanSend(send);
            return;
        }
        _world.Stocks.Listen(To, this);
        _world.Stocks.Listen(_from, this);
        PlanReview(_world.Now);
    }

    /// <summary>One of its loads stands still from now on.</summary>
    public void Stands(Load load) => _overdue.Stands(load);

    /// <summary>What is on order for a place has changed.</summary>
    public void PositionChanged(int place) => _transport.PositionsChanged(place, null);

    /// <summary>Something was learned, or loads were given up or count again.</summary>
    public void Reconsider()
    {
        if (IsByTrigger && Line.Review is null) PlanReview(_world.Now);
    }

    // A delivery leaves the position as it was, for what was on order lies there now; but where what is on order is alone
    // enough the position could not fall below its level, and can from now on. At the origin what goes was promised to somebody.
    void IStockListener.StockChanged(int place, StockChange change)
    {
        var matters = place == To
            ? change != StockChange.Delivered || (_covered > 0 && Covered() < _covered)
            : change is StockChange.Delivered or StockChange.Released && !_world.Stocks[_from, _commodities[0]].IsUnlimited;
        if (matters) Reconsider();
    }

    void IEventHandler.Handle(long argument)
    {
        switch (argument)
        {
            case SendNow: Send(Line.Send!.Value); break;
            case ReviewLast: Review(isLast: true); break;
            default: Review(isLast: false); break;
        }
    }

    /// <summary>[days of supply] Levels below this are raised to it from now on.</summary>
    public void RaiseTo(TimeSpan days)
    {
        if (days == _raisedTo) return;
        _raisedTo = days;
        Reconsider();
    }

    private void Review(bool isLast)
    {
        var wasShut = IsPaused && _pausedBy.Cause == HoldUp.Order;
        NotePause();
        if (wasShut && !IsPaused && !isLast)
        {
            // What was given up where it stood moves again at the instant at which its way opens, and counts again before more is ordered.
            _review = _world.Simulation.Schedule(_reviewAt = _world.Now, AfterMovers, _handler, ReviewLast);
            return;
        }
        _covered = 0;
        if (Line.Review is { } every && _world.Now < _world.Catalogue.Horizon) PlanReview(_world.Now + every);
        if (!IsActive || IsPaused) return;
        var isWanted = FindWanted(out var missing);
        if (isWanted) Order(_order, isLimited: true);
        else Forget();
        if (Line.Review is null) PlanNextReview(isWanted ? 0 : missing);
    }

    private void Order(long[] amounts, bool isLimited)
    {
        if (!_world.Stocks[_from, _commodities[0]].IsUnlimited) _world.HoldUps.Lacks.Feed(_from, To, _transport.Latecomers.LeadOf(this));
        if (isLimited) LimitToStock(amounts);
        var loads = _packed;
        if (Line.UpTo is not null) LeaveToNext(amounts);
        Packing.Cut(loads, this, amounts, _world.Catalogue, _world.Now, SimTime.Min(_wantedSince, _world.Now));
        if (loads.Count == 0) return;
        _turns.Clear();
        if (++_orders > MostOrders)
            throw new InvalidOperationException(
                $"supply line '{Line.Id}' has ordered {MostOrders:N0} times: each order brings next to nothing; let its 'up-to' be higher "
                    + $"above 'when-below'");
        foreach (var load in loads)
        {
            foreach (var (commodity, amount) in load.Cargo)
            {
                Destined(commodity).Sent += amount;
                _world.Record(Outcome.Ordered, ((long)To << 32) | (uint)commodity, amount);
            }
            load.Expect();
            _overdue.Stands(load);
            Asked += load.Mass;
            _departures.Add(load);
        }
        _wantedSince = SimTime.Never;
        if (_world.Story is not null)
            _world.Tell(HappeningKind.Ordered, Line.Id, Load.Words(Load.Sums(loads, _world.Catalogue), _world.Catalogue));
        _transport.Yards[_fleet].ShareOutSoon();
        foreach (var commodity in _commodities)
            if (_world.Stocks[_from, commodity] is { Owes: true, IsUnlimited: false })
            {
                _transport.PositionsChanged(_from, null);
                break;
            }
    }

    /// <summary>The turn of what it orders next of a commodity: that of something of it that was taken back, as far as there is
    /// any.</summary>
    public long NextTurn(int commodity) => _turns.Take(commodity) ?? _transport.NextOrder();

    /// <summary>What it had ordered is not to be carried any more: where it orders that again, it is wanted since then and keeps its
    /// turn.</summary>
    public void TakenBack(Parcel parcel)
    {
        _wantedSince = SimTime.Min(_wantedSince, parcel.WantedSince);
        _turns.Keep(parcel);
    }

    // What was taken back is not wanted again.
    private void Forget()
    {
        _wantedSince = SimTime.Never;
        _turns.Clear();
    }

    private bool IsByTrigger => Line.Send is null;

    private void LimitToStock(long[] amounts)
    {
        if (_world.Stocks[_from, _commodities[0]].IsUnlimited) return;
        if (_transport.Scarce[_from] is { } goods)
        {
            goods.ShareOut(this);
            Share.Take(amounts);
        }
        for (var i = 0; i < amounts.Length; i++)
        {
            var stock = _world.Stocks[_from, _commodities[i]];
            if (stock.Owes) continue;
            stock.Settle(_world.Now);
            amounts[i] = Math.Min(amounts[i], Math.Max(0, stock.Amount - stock.Reserved));
        }
    }

    // By road: no way is known to be open. In the air nothing is in the way.
    private bool IsKnownShut() => _world.Catalogue.Fleets[_fleet].Mode == Mode.Road
        && _transport.Router.Choose(_from, To, _fleet) is not { IsShut: false };

    // The earlier of two reviews counts: the earlier one plans the later one anew.
    private void PlanReview(SimTime at)
    {
        if (_world.Simulation.IsPending(_review))
        {
            if (at < _reviewAt) _world.Simulation.Reschedule(_review, _reviewAt = at);
            return;
        }
        _reviewAt = at;
        _review = _world.Simulation.Schedule(at, Priorities.Review, _handler, ReviewNow);
    }

    /// <summary>Some of its loads are overdue: what is not begun is not to be carried any more.</summary>
    /// <param name="hasGivenUp">Whether any has left the position.</param>
    public void TakeBackOverdue(bool hasGivenUp)
    {
        if (!(IsByTrigger && TakeBack(_world.Now - Line.GivenUpAfter)) && hasGivenUp) OthersFirst();
    }

    private bool TakeBack(SimTime orderedBefore)
    {
        if (!_departures.Withdraw(this, orderedBefore)) return false;
        OthersFirst();
        _world.Stocks.Changed(_from, StockChange.Released);
        return true;
    }

    // Who was late orders after those who may be faster.
    private void OthersFirst()
    {
        _transport.PositionsChanged(To, this);
        Reconsider();
    }
}
