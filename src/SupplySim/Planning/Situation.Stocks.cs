using SupplySim.Engine;
using SupplySim.Quantities;

namespace SupplySim.Planning;

// What lies where, as reported, and what planners have sent there themselves.
public sealed partial class Situation
{
    // Null where no policy looks at stocks.
    private readonly StockNews[]? _stocks;

    /// <summary>What lay of a commodity at a place when it last reported.</summary>
    /// <exception cref="KeyNotFoundException">There is no such place or commodity.</exception>
    public Known<Quantity> Stock(PlaceId place, string commodity)
    {
        var news = At(_catalogue.PlaceNumber(place), _catalogue.CommodityNumber(commodity));
        return new Known<Quantity>(new Quantity(news.Amount, _catalogue.Commodities[_catalogue.CommodityNumber(commodity)].Unit),
            news.AsOf);
    }

    /// <summary>[time] How long that lasted at the full need, the least over what the place needs; the longest time there is where
    /// it needs nothing.</summary>
    /// <exception cref="KeyNotFoundException">There is no such place.</exception>
    public Known<TimeSpan> DaysOfSupply(PlaceId place)
    {
        var (number, days, asOf) = (_catalogue.PlaceNumber(place), double.PositiveInfinity, SimTime.Start);
        for (var commodity = 0; commodity < _catalogue.Commodities.Length; commodity++)
        {
            var news = At(number, commodity);
            asOf = news.AsOf;
            if (news.NeedPerDay > 0) days = Math.Min(days, news.Days);
        }
        return new Known<TimeSpan>(Time(days), asOf);
    }

    /// <summary>[time] How long a place can do, as far as is known: its days of supply as reported, less the time since, with what
    /// is on the way there; the longest time there is where it needs nothing.</summary>
    /// <exception cref="KeyNotFoundException">There is no such place.</exception>
    public TimeSpan DaysCovered(PlaceId place) => Time(Days(_catalogue.PlaceNumber(place), withUnderWay: true));

    /// <summary>[time] The same, without what is on the way.</summary>
    /// <exception cref="KeyNotFoundException">There is no such place.</exception>
    public TimeSpan DaysLeft(PlaceId place) => Time(Days(_catalogue.PlaceNumber(place), withUnderWay: false));

    /// <summary>What is on order of a commodity for a place, whether it is on the way or not.</summary>
    /// <exception cref="KeyNotFoundException">There is no such place or commodity.</exception>
    public Known<Quantity> OnOrder(PlaceId place, string commodity) =>
        new(new Quantity(At(_catalogue.PlaceNumber(place), _catalogue.CommodityNumber(commodity)).OnOrder,
            _catalogue.Commodities[_catalogue.CommodityNumber(commodity)].Unit), Now);

    /// <summary>[days] The least over some commodities that a place needs; infinite where it needs none of them.</summary>
    internal double Days(int place, bool withUnderWay, ReadOnlySpan<int> among = default)
    {
        var least = double.PositiveInfinity;
        for (var commodity = 0; commodity < _catalogue.Commodities.Length; commodity++)
        {
            if (!among.IsEmpty && !among.Contains(commodity)) continue;
            var news = At(place, commodity);
            if (!(news.NeedPerDay > 0)) continue;
            var days = Math.Max(0, news.Days - (Now - news.AsOf).TotalDays);
            if (withUnderWay) days += Math.Max(0, news.Assigned - news.Delivered) / news.NeedPerDay;
            least = Math.Min(least, days);
        }
        return least;
    }

    /// <summary>Whether a place is known to need a commodity, or to be owed it.</summary>
    internal bool IsNeeded(int place, int commodity) => At(place, commodity) is { NeedPerDay: > 0 } or { Owed: > 0 };

    internal void LearnStock(int place, int commodity, in StockNews news)
    {
        ref var known = ref _stocks![place * _catalogue.Commodities.Length + commodity];
        known = news with { OnOrder = known.OnOrder, Assigned = known.Assigned };
    }

    /// <summary>More or less of a commodity is on order for a place.</summary>
    internal void NoteOrder(int place, int commodity, long amount)
    {
        if (_stocks is not null) _stocks[place * _catalogue.Commodities.Length + commodity].OnOrder += amount;
    }

    /// <summary>More or less of a commodity is on vehicles, or promised one, for a place.</summary>
    internal void NoteAssigned(int place, int commodity, long amount)
    {
        if (_stocks is not null) _stocks[place * _catalogue.Commodities.Length + commodity].Assigned += amount;
    }

    private StockNews At(int place, int commodity) =>
        _stocks is null ? default : _stocks[place * _catalogue.Commodities.Length + commodity];

    internal static TimeSpan Time(double days) =>
        days < TimeSpan.MaxValue.TotalDays / 2 ? new TimeSpan((long)(days * TimeSpan.TicksPerDay)) : TimeSpan.MaxValue;

    /// <summary>What was told of a stock, and what planners know themselves.</summary>
    /// <param name="Amount">[smallest unit] What lay there.</param>
    /// <param name="NeedPerDay">[smallest unit per day] The full need.</param>
    /// <param name="Owed">[smallest unit] What was owed.</param>
    /// <param name="Delivered">[smallest unit] What had come since the start.</param>
    /// <param name="AsOf">When that was so.</param>
    internal record struct StockNews(long Amount, double NeedPerDay, long Owed, long Delivered, SimTime AsOf)
    {
        /// <summary>[smallest unit]</summary>
        public long OnOrder;

        /// <summary>[smallest unit] Given to vehicles since the start, less what was lost or went elsewhere.</summary>
        public long Assigned;

        public readonly double Days => Amount / NeedPerDay;
    }
}
