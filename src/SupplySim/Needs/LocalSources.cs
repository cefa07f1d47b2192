using SupplySim.Engine;
using SupplySim.Runs;

namespace SupplySim.Needs;

/// <summary>What people find at one camp as long as something else lies there: water, while there is fuel for the pump.</summary>
/// <remarks>The source is lost at the instant at which what it needs has run out, and is back as soon as some has come. One run, one
/// thread.</remarks>
internal sealed class LocalSources : IStockListener
{
    private readonly World _world;
    private PersonNeeds _needs;
    private readonly Action _changed;
    private readonly int _place;
    private readonly bool[] _isLost;

    public LocalSources(World world, int place, PersonNeeds needs, Action changed)
    {
        (_world, _place, _needs, _changed) = (world, place, needs, changed);
        _isLost = [.. world.Catalogue.Commodities.Select((_, commodity) => IsOut(commodity))];
        world.Stocks.Listen(place, this);
    }

    /// <summary>Whether the local source of a commodity gives nothing for want of what it needs.</summary>
    public bool IsLost(int commodity) => _isLost[commodity];

    /// <summary>They give more or less from now on; what they need stays the same.</summary>
    public void Change(PersonNeeds needs) => _needs = needs;

    /// <summary>Looks at whether they can go on.</summary>
    public void Look()
    {
        for (var commodity = 0; commodity < _isLost.Length; commodity++)
            if (IsOut(commodity) != _isLost[commodity]) Turn(commodity);
    }

    // From here on all of it has to be brought, or only the rest again; where nothing lies there, that is running out as well.
    private void Turn(int commodity)
    {
        _isLost[commodity] = !_isLost[commodity];
        _world.Tell(_isLost[commodity] ? HappeningKind.LocalLost : HappeningKind.LocalBack,
            _world.Catalogue.Places[_place].Id, _world.Catalogue.Commodities[commodity].Id);
        _changed();
        if (_isLost[commodity] && _world.Stocks[_place, commodity] is { Amount: 0, IsNeeded: true }) _world.TellRanOut(_place, commodity);
    }

    void IStockListener.StockChanged(int place, StockChange change) => Look();

    private bool IsOut(int commodity)
    {
        if (_needs.DependsOn(commodity) is not (>= 0 and var needed)) return false;
        var stock = _world.Stocks[_place, needed];
        stock.Settle(_world.Now);
        return stock.Amount == 0;
    }
}
