using SupplySim.Engine;
using SupplySim.Runs;

namespace SupplySim.Planning;

/// <summary>Carries to the planners what lies where, some time after it has changed otherwise than by being eaten.</summary>
/// <remarks>There only where a policy looks at stocks. What is known without delay costs no event. One run, one thread.</remarks>
internal sealed class StockReports : IEventHandler, IStockListener
{
    private readonly World _world;
    private readonly Reports _reports;
    private readonly HandlerId _handler;
    private readonly List<(int Place, Situation.StockNews[] News)> _sent = [];

    public StockReports(World world, Reports reports)
    {
        (_world, _reports) = (world, reports);
        _handler = world.Simulation.Register(this);
        for (var place = 0; place < world.Catalogue.Places.Length; place++)
        {
            if (world.Catalogue.Places[place] is not Site) continue;
            world.Stocks.Listen(place, this);
            Learn(place, Read(place));
        }
    }

    void IStockListener.StockChanged(int place, StockChange change)
    {
        if (change == StockChange.Released) return;
        if (_reports.Lag == TimeSpan.Zero)
        {
            Learn(place, Read(place));
            return;
        }
        _sent.Add((place, Read(place)));
        _world.Simulation.Schedule(_reports.Lag, Priorities.Review, _handler, _sent.Count - 1);
    }

    void IEventHandler.Handle(long argument)
    {
        var (place, news) = _sent[(int)argument];
        _sent[(int)argument] = default;
        Learn(place, news);
    }

    private Situation.StockNews[] Read(int place)
    {
        var news = new Situation.StockNews[_world.Catalogue.Commodities.Length];
        for (var commodity = 0; commodity < news.Length; commodity++)
        {
            var stock = _world.Stocks[place, commodity];
            stock.Settle(_world.Now);
            news[commodity] = new Situation.StockNews(
                stock.IsUnlimited ? long.MaxValue : stock.Amount, stock.NeedPerDay, stock.Owed, stock.Delivered, _world.Now);
        }
        return news;
    }

    private void Learn(int place, Situation.StockNews[] news)
    {
        for (var commodity = 0; commodity < news.Length; commodity++) _reports.Situation.LearnStock(place, commodity, news[commodity]);
        _reports.OnStock?.Invoke(place);
    }
}
