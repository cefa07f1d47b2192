using SupplySim.Engine;
using SupplySim.Planning;
using SupplySim.Quantities;
using SupplySim.Runs;

namespace SupplySim.Movement;

/// <summary>Tells those who lack something what has come, since when it was wanted, and when it was due: as
/// long after it was wanted as its way takes with nothing that holds it up.</summary>
/// <remarks>It looks only, and nothing that moves knows of it. One run, one thread.</remarks>
internal sealed class Latecomers(Transport transport, Lacks lacks)
{
    private readonly World _world = transport.World;
    private readonly Dictionary<(int Place, int Commodity), bool> _endless = [];
    private readonly Func<int, int, double> _need = (place, commodity) => transport.World.Stocks[place, commodity].NeedPerDay;

    /// <summary>A load has come to a place, or is still on its way there, or waits to be sent, when the run is over.</summary>
    public void Came(Load load, int place)
    {
        if (!lacks.Concern(place)) return;
        foreach (var parcel in load.Cargo)
            Came(load.Line, place, parcel.Commodity, parcel.Amount, parcel.WantedSince, isOrderedByLevel: load.Line.Line.Send is null);
    }

    /// <summary>A line has ordered nothing for its destination since then, for what is held against it.</summary>
    public void NotOrdered(LineKeeper line, SimTime since)
    {
        if (!lacks.Concern(line.To)) return;
        foreach (var commodity in line.Commodities)
            Came(line, line.To, commodity, 0, since, isOrderedByLevel: true, CanHaveBrought(line, commodity, since).Share);
    }

    /// <summary>Had a line ordered all the time: the share of what was needed since then that it could have brought, of what would have
    /// been where it is from and with the vehicles it has; and whether it is goods that there would have
    /// been too little of, rather than vehicles.</summary>
    public (double Share, bool IsForGoods) CanHaveBrought(LineKeeper line, int commodity, SimTime since)
    {
        var time = _world.Now - since;
        var needed = (_world.Stocks[line.To, commodity].NeedPerDay + lacks.NeedBehind(line.To, commodity, _need)) * time.TotalDays;
        if (needed == 0) return (1, false);
        var (there, carried) = (Available(line.From, commodity, time, []), Carried(line, commodity, time));
        return (Math.Min(1, Math.Min(there, carried) / needed), there < carried);
    }

    // [smallest unit] What can be taken from a place in a time: what lies there and is promised to nobody, and what comes there meanwhile.
    private double Available(int place, int commodity, TimeSpan time, HashSet<int> asked)
    {
        var stock = _world.Stocks[place, commodity];
        if (stock.IsUnlimited) return double.PositiveInfinity;
        var sum = (double)Math.Max(0, stock.Amount - stock.Reserved);
        if (!asked.Add(place)) return 0;
        foreach (var line in transport.LinesTo(place))
        {
            if (!line.Commodities.Contains(commodity)) continue;
            var most = line.Line.Send is { } send ? send.Amount.Amount / send.Per.TotalDays * time.TotalDays : double.PositiveInfinity;
            sum += Math.Min(Math.Min(most, Carried(line, commodity, time)), Available(line.From, commodity, time, asked));
        }
        return sum;
    }

    // [smallest unit] What the vehicles of its fleet, if they do nothing else, carry in a time.
    private double Carried(LineKeeper line, int commodity, TimeSpan time)
    {
        var (lead, fleet) = (LeadOf(line), _world.Fleets[line.Fleet]);
        var rounds = Math.Max(1, time / (2 * (lead > TimeSpan.Zero ? lead : time)));
        var payload = transport.Capacity(line.From, line.To, line.Fleet);
        return (fleet.AtBase + fleet.Moving) * rounds * payload / _world.Catalogue.MassOf(commodity, 1_000_000) * 1e6;
    }

    private void Came(LineKeeper line, int place, int commodity, long amount, SimTime wanted, bool isOrderedByLevel, double? enough = null)
    {
        var (lead, stock) = (LeadOf(line), _world.Stocks[place, commodity]);
        stock.Settle(_world.Now);
        lacks.Came(place, new(commodity, amount, wanted, SimTime.Min(_world.Now, wanted + lead), _world.Now, stock.Needed, isOrderedByLevel)
        {
            Lead = lead,
            Spare = SpareAt(line, commodity),
            Enough = enough ?? EnoughOf(amount, stock, lead),
        }, _need);
    }

    // [share] Of what is needed while it is on its way.
    private static double EnoughOf(long amount, Stock stock, TimeSpan lead) =>
        stock.NeedPerDay * lead.TotalDays is > 0 and var used ? amount / used : 1;

    /// <summary>A load is lost on its way: what is ordered by a level is ordered again now, what is sent is never sent again.</summary>
    public void Lost(Load load)
    {
        var (lead, isOrderedByLevel) = (LeadOf(load.Line), load.Line.Line.Send is null);
        var until = isOrderedByLevel ? SimTime.Min(_world.Now + lead, _world.Catalogue.Horizon) : _world.Catalogue.Horizon;
        _world.HoldUps.Add(new HoldUpKey(new(load.To, load.Line.Fleet, load.Line.Cargo), load.To, HoldUp.Lost), _world.Now, until,
            until - _world.Now);
        foreach (var (commodity, amount, _, since) in load.Cargo)
        {
            var (stock, due) = (_world.Stocks[load.To, commodity], since + lead);
            stock.Settle(_world.Now);
            if (due < until)
                lacks.Lost(load.To, new(commodity, amount, since, due, until, stock.Needed, isOrderedByLevel)
                {
                    Lead = lead,
                    Enough = EnoughOf(amount, stock, lead),
                }, _need);
        }
    }

    /// <summary>By what a commodity is ordered for a place now: by the line that orders soonest; null where
    /// none orders by a level, or can.</summary>
    public Refill? RefillOf(int place, int commodity)
    {
        var first = default(Refill?);
        foreach (var line in transport.LinesTo(place))
        {
            if (!line.Commodities.Contains(commodity) || line.LevelsOf(commodity) is not { } levels || first?.Below >= levels.Below)
                continue;
            var (own, behind) = (_need(place, commodity), lacks.NeedBehind(line.From, commodity, _need));
            first = new(levels.Below, levels.UpTo, LeadOf(line),
                IsEndless(line.From, commodity) ? double.PositiveInfinity : SpareAt(line, commodity) * (behind > own ? own / behind : 1));
        }
        return first;
    }

    private bool IsEndless(int place, int commodity) =>
        _endless.TryGetValue((place, commodity), out var isEndless)
            ? isEndless
            : _endless[(place, commodity)] = IsEndless(place, commodity, []);

    // It is unlimited, or orders by a level from where it is.
    private bool IsEndless(int place, int commodity, HashSet<int> asked) => _world.Stocks[place, commodity].IsUnlimited
        || (asked.Add(place) && transport.LinesTo(place).Any(line => line.Line.Send is null && line.Commodities.Contains(commodity)
            && IsEndless(line.From, commodity, asked)));

    private double SpareAt(LineKeeper line, int commodity)
    {
        var stock = _world.Stocks[line.From, commodity];
        return stock.IsUnlimited ? 0 : Math.Max(0, stock.Amount - stock.Reserved);
    }

    /// <summary>The run is over, or is taken to be: what is not there will not come, and what is lacking has been until now.</summary>
    public void Close()
    {
        foreach (var load in transport.Departures.SelectMany(one => one.Waiting.All)
            .Concat(transport.Columns.SelectMany(column => column.Loads))) Came(load, load.To);
        foreach (var line in transport.Lines)
            if (line.PausedSince is { } since) NotOrdered(line, since);
        for (var place = 0; place < _world.Catalogue.Places.Length; place++)
        {
            _world.Lacking.EndCut(lacks[place], place);
            for (var commodity = 0; lacks[place].IsNow && commodity < _world.Catalogue.Commodities.Length; commodity++)
                if (lacks[place][commodity] is { IsNow: true }) _world.Lacking.End(lacks[place], place, commodity);
        }
    }

    /// <summary>[time] Of a line, from order to delivery if nothing holds up a load: loading, the way as its fleet usually goes with what
    /// takes time at each crossing, unloading; in the air the flight alone.</summary>
    public TimeSpan LeadOf(LineKeeper line) => line.Lead ??= FindLead(line);

    private TimeSpan FindLead(LineKeeper line)
    {
        var fleet = _world.Catalogue.Fleets[line.Fleet];
        return fleet.Mode == Mode.Air ? transport.Airways.Shortest(line.From, line.To, line.Fleet).Time
            : Mean(SiteOf(line.From).Loading ?? _world.Catalogue.Defaults.Loading)
                + Mean(SiteOf(line.To).Unloading ?? _world.Catalogue.Defaults.Unloading)
                + OnTheWay(transport.Router.Find(line.From, line.To, line.Fleet, TimeSpan.Zero, isOpen: false), fleet);

        Site SiteOf(int place) => (Site)_world.Catalogue.Places[place];
    }

    // With searches, as often as they are, and where loads change trucks.
    private TimeSpan OnTheWay(Way? way, Fleet fleet)
    {
        var time = way?.Time ?? TimeSpan.Zero;
        foreach (var arc in way?.Arcs ?? [])
        {
            if (_world.Catalogue.Crossings[transport.Roads.Graph[arc].To]?.Crossing is not { } crossing) continue;
            if (crossing.Secondary is { } search) time += Mean(Of(search.Takes)) * Of(search.Share);
            time += Mean(crossing.Transshipment?.Takes);
        }
        return time;

        T? Of<T>(Each<T> each) =>
            each.Named is null ? each.All : each.Named.Where(one => one.Name == fleet.Traffic).Select(one => one.Value).FirstOrDefault();
    }

    private static TimeSpan Mean(Duration? time) => time?.Mean ?? TimeSpan.Zero;
}
