using SupplySim.Engine;
using SupplySim.Quantities;
using SupplySim.Runs;

namespace SupplySim.Needs;

/// <summary>How ready one force was, all the time.</summary>
/// <remarks>
/// Between two changes of its stocks supply falls in straight lines, so readiness is made of pieces without a kink: a piece ends where a
/// supply reaches a point of the curve or nothing, where two supplies give the same, and where a piece of
/// equipment goes. Within one it is a polynomial in time, integrated exactly but for rounding for up to
/// fifteen commodities. Conditions are told by whole units of what lies there, whoever has looked when, so that nothing that is
/// measured moves the instant at which it falls below a share. From its capture on a force is not ready at all. One run, one thread.
/// </remarks>
internal sealed class ReadinessWatch : IStockListener, IReadiness
{
    private readonly World _world;
    private readonly int _place;
    private readonly ReadinessForm _form;
    private readonly ReadinessPoint[] _curve;
    private readonly (int Commodity, long Wanted)[] _supplies;
    private readonly (int Commodity, int Authorised)[] _equipment;
    private readonly Line[] _lines;
    private readonly Holding[] _held;
    private readonly Attrition[] _there;
    private readonly List<double> _cuts = [];
    private SimTime _since;
    private double _integral;
    private bool _isOutOfAction;

    private ReadinessWatch(World world, int place, Force force, Readiness readiness)
    {
        (_world, _place, _form, _curve) = (world, place, readiness.Form, [.. readiness.Curve]);
        _supplies = [.. force.Needs.Select(need => (world.Catalogue.CommodityNumber(need.Name), readiness.Wanted.For(need.Name).Ticks))
            .Where(one => one.Ticks > 0 && !force.Equipment.Has(world.Catalogue.Commodities[one.Item1].Id))];
        _equipment = [.. force.Equipment.Select(one => (world.Catalogue.CommodityNumber(one.Name), one.Value.Authorised))];
        (_lines, _held, _there) = (new Line[_supplies.Length], new Holding[_supplies.Length], new Attrition[_equipment.Length]);
        world.Stocks.Listen(place, this);
        world.Sites[place]!.OnChange(LookIfCaptured);
        Look();
        world.Readiness[place] = this;
    }

    /// <inheritdoc/>
    public event Action? Changed;

    /// <summary>[share] The least at any instant so far.</summary>
    public double Least { get; private set; } = 1;

    /// <inheritdoc/>
    public double Now => At((_world.Now - _since).Ticks);

    /// <summary>Watches a force; null for one that says nothing of its readiness. What it needs may begin later at this instant
    /// (<see cref="Begin"/>).</summary>
    public static ReadinessWatch? Of(World world, int place) =>
        world.Catalogue.Places[place] is Force { Readiness: { } readiness } force
            ? new ReadinessWatch(world, place, force, readiness)
            : null;

    /// <summary>What is needed at the start is needed by now.</summary>
    public void Begin()
    {
        Least = 1;
        Look();
        Changed?.Invoke();
    }

    /// <inheritdoc/>
    public SimTime WhenBelow(double share, bool orAt)
    {
        // What is eaten never makes it readier, so halving finds the first.
        var (low, high) = ((_world.Now - _since).Ticks, (_world.Catalogue.Horizon - _since).Ticks);
        if (!IsBelow(share, orAt, high)) return SimTime.Never;
        if (IsBelow(share, orAt, low)) return _world.Now;
        while (high - low > 1)
        {
            var middle = low + (high - low) / 2;
            if (IsBelow(share, orAt, middle)) high = middle;
            else low = middle;
        }
        return _since + new TimeSpan(high);
    }

    /// <inheritdoc/>
    public bool IsBelow(double share, bool orAt) => IsBelow(share, orAt, (_world.Now - _since).Ticks);

    private bool IsBelow(double share, bool orAt, long ticks) =>
        Counted(ticks) is var ready && (ready < share || (orAt && ready == share));

    /// <summary>[share] The mean from the start to now.</summary>
    public double Mean(SimTime now) => now == SimTime.Start ? At(0) : Integral(now) / now.Ticks;

    /// <summary>[share x ticks] Over all the time up to now.</summary>
    public double Integral(SimTime now)
    {
        Advance(now);
        Look();
        return _integral;
    }

    void IStockListener.StockChanged(int place, StockChange change)
    {
        Advance(_world.Now);
        Look();
        Changed?.Invoke();
    }

    private void LookIfCaptured()
    {
        if (_isOutOfAction || !_world.Sites[_place]!.IsOutOfAction) return;
        Advance(_world.Now);
        _isOutOfAction = true;
        Look();
        Changed?.Invoke();
    }

    // Straight lines from now on: x = days of supply / wanted days, and how fast it falls.
    private void Look()
    {
        for (var i = 0; i < _supplies.Length; i++)
        {
            var stock = _world.Stocks[_place, _supplies[i].Commodity];
            stock.Settle(_world.Now);
            var perTick = stock.NeedPerDay / TimeSpan.TicksPerDay;
            var level = perTick > 0 ? stock.Amount / perTick / _supplies[i].Wanted : double.PositiveInfinity;
            _lines[i] = new Line(level, perTick > 0 ? stock.EatenPerTick / perTick / _supplies[i].Wanted : 0);
            _held[i] = new Holding(new Attrition(stock.Eating, stock.Amount), stock.NeedRate, _supplies[i].Wanted);
        }
        for (var i = 0; i < _equipment.Length; i++)
        {
            var stock = _world.Stocks[_place, _equipment[i].Commodity];
            stock.Settle(_world.Now);
            _there[i] = new Attrition(stock.Eating, stock.Amount);
        }
        Least = Math.Min(Least, At(0));
    }

    private void Advance(SimTime now)
    {
        var length = (now - _since).Ticks;
        if (length > 0)
        {
            var (cuts, from) = (Cuts(length), 0.0);
            foreach (var to in cuts)
            {
                _integral += Integral(from, to);
                from = to;
            }
        }
        _since = now;
    }

    // [ticks] Where a piece without a kink ends, in order; the last is the whole length.
    private List<double> Cuts(double length)
    {
        _cuts.Clear();
        for (var i = 0; i < _lines.Length; i++)
        {
            Cut(_lines[i].Reaches(0), length);
            foreach (var point in _curve) Cut(_lines[i].Reaches(point.Supplied), length);
            for (var j = 0; j < i; j++) Cut(_lines[i].Meets(_lines[j]), length);
        }
        AddEquipmentCuts(length);
        _cuts.Add(length);
        _cuts.Sort();
        return _cuts;
    }

    private void AddEquipmentCuts(double length)
    {
        foreach (var there in _there)
            for (var lost = 1L; lost <= there.Amount && there.Eating.TimeFor(lost) is var at && at < length; lost++) Cut(at, length);
    }

    private void Cut(double at, double length)
    {
        if (at > 0 && at < length) _cuts.Add(at);
    }

    private double Integral(double from, double to)
    {
        Least = Math.Min(Least, Math.Min(At(from), At(to)));
        var (half, middle, sum) = ((to - from) / 2, (from + to) / 2, 0.0);
        for (var i = 0; i < Gauss.Length; i++)
            sum += Gauss[i].Weight * (At(middle - half * Gauss[i].Node) + At(middle + half * Gauss[i].Node));
        return sum * half;
    }

    private double At(double ticks)
    {
        if (_isOutOfAction) return 0;
        var (supply, equipment) = (1.0, 1.0);
        foreach (ref readonly var line in _lines.AsSpan()) supply = Together(supply, Curve(line.At(ticks)));
        for (var i = 0; i < _there.Length; i++)
            equipment = Together(equipment, Math.Min(1, _there[i].At((long)ticks) / (double)_equipment[i].Authorised));
        return supply * equipment;
    }

    // The same by whole units of what lies there.
    private double Counted(long ticks)
    {
        if (_isOutOfAction) return 0;
        var (supply, equipment) = (1.0, 1.0);
        foreach (ref readonly var held in _held.AsSpan()) supply = Together(supply, Curve(held.At(ticks)));
        for (var i = 0; i < _there.Length; i++)
            equipment = Together(equipment, Math.Min(1, _there[i].At(ticks) / (double)_equipment[i].Authorised));
        return supply * equipment;
    }

    private double Together(double one, double other) => _form == ReadinessForm.Least ? Math.Min(one, other) : one * other;

    private double Curve(double supplied)
    {
        var first = _curve[0];
        if (supplied <= first.Supplied) return first.Ready;
        for (var i = 1; i < _curve.Length; i++)
        {
            var (low, high) = (_curve[i - 1], _curve[i]);
            if (supplied < high.Supplied)
                return low.Ready + (high.Ready - low.Ready) * (supplied - low.Supplied) / (high.Supplied - low.Supplied);
        }
        return _curve[^1].Ready;
    }

    // Gauss and Legendre, eight points: exact for polynomials up to the fifteenth degree.
    private static readonly (double Node, double Weight)[] Gauss =
    [
        (0.1834346424956498, 0.3626837833783620), (0.5255324099163290, 0.3137066458778873),
        (0.7966664774136267, 0.2223810344533745), (0.9602898564975363, 0.1012285362903763),
    ];

    // So many pieces, and how they are lost from then on, a whole one at a time.
    private readonly struct Attrition(Flow eating, long amount)
    {
        public Flow Eating { get; } = eating;

        public long Amount { get; } = amount;

        public long At(long ticks)
        {
            var eating = Eating;
            return Math.Max(0, Amount - eating.Advance(ticks));
        }
    }

    // What lies there of one commodity over what is wanted: amount x ticks of need / (need x wanted ticks), by whole numbers as far as
    // doubles hold them, so that three of five days are 60 % and not a hair less.
    private readonly struct Holding
    {
        private readonly Attrition _there;
        private readonly double _above;
        private readonly double _below;

        public Holding(Attrition there, (long Amount, long Ticks) need, long wanted)
        {
            _there = there;
            if (need.Amount == 0) (_above, _below) = (double.PositiveInfinity, 1);
            else (_above, _below) = Ratio.Lowest(need.Ticks, (Int128)need.Amount * wanted);
        }

        public double At(long ticks) => double.IsInfinity(_above) ? _above : _there.At(ticks) * _above / _below;
    }

    private readonly record struct Line(double Level, double Falls)
    {
        public double At(double ticks) => Math.Max(0, Level - Falls * ticks);

        public double Reaches(double level) => Falls > 0 ? (Level - level) / Falls : -1;

        public double Meets(Line other) => Falls != other.Falls ? (Level - other.Level) / (Falls - other.Falls) : -1;
    }
}
