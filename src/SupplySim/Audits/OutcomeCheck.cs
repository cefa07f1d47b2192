using SupplySim.Engine;
using SupplySim.Runs;

namespace SupplySim.Audits;

/// <summary>Listens to what enters the outcome fingerprint, and holds stocks and crossings to it.</summary>
internal sealed class OutcomeCheck : Check
{
    private readonly int _commodities;
    private readonly long[] _loaded;
    private readonly long[] _delivered;
    private readonly long[] _lost;
    private readonly TimeSpan[] _shut;
    private readonly SimTime?[] _shutSince;

    public OutcomeCheck(Audit audit) : base(audit)
    {
        var places = World.Catalogue.Places.Length;
        _commodities = World.Catalogue.Commodities.Length;
        (_loaded, _delivered, _lost) =
            (new long[places * _commodities], new long[places * _commodities], new long[places * _commodities]);
        (_shut, _shutSince) = (new TimeSpan[places], new SimTime?[places]);
        World.Recorded += Hear;
    }

    public override void Recount()
    {
        for (var place = 0; place < _shut.Length; place++)
        {
            CountShut(place);
            for (var commodity = 0; commodity < _commodities; commodity++)
            {
                var (stock, at) = (World.Stocks[place, commodity], place * _commodities + commodity);
                if (_loaded[at] != stock.Loaded)
                    throw Audit.Broken(Invariants.Told, $"{Commodity(commodity)} loaded at {Place(place)}", stock.Loaded, _loaded[at]);
                if (_delivered[at] != stock.Delivered)
                    throw Audit.Broken(Invariants.Told, $"{Commodity(commodity)} unloaded at {Place(place)}", stock.Delivered,
                        _delivered[at]);
                if (_lost[at] != stock.Lost)
                    throw Audit.Broken(Invariants.Told, $"{Commodity(commodity)} destroyed or seized at {Place(place)}", stock.Lost,
                        _lost[at]);
            }
        }
    }

    private void CountShut(int place)
    {
        if (World.Crossings[place] is not { } crossing) return;
        var counted = crossing.ShutTime + (crossing.IsShut ? World.Now - crossing.ShutSince : TimeSpan.Zero);
        var heard = _shut[place] + (_shutSince[place] is { } since ? World.Now - since : TimeSpan.Zero);
        if (counted != heard)
            throw Audit.Broken(Invariants.ShutTime, $"ticks for which {Place(place)} was shut", counted.Ticks, heard.Ticks);
    }

    private void Hear(Outcome kind, long first, long second)
    {
        switch (kind)
        {
            case Outcome.Loaded: _loaded[StockOf(first)] += second; break;
            case Outcome.Delivered: _delivered[StockOf(first)] += second; break;
            case Outcome.Destroyed or Outcome.Seized: _lost[StockOf(first)] += second; break;
            case Outcome.Closed when first >= 0: _shutSince[first] = World.Now; break;
            case Outcome.Opened when first >= 0 && _shutSince[first] is { } since:
                _shut[first] += World.Now - since;
                _shutSince[first] = null;
                break;
        }
    }

    private int StockOf(long placeAndCommodity) =>
        (int)(placeAndCommodity >> 32) * _commodities + (int)(placeAndCommodity & uint.MaxValue);
}
