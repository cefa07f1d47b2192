using SupplySim.Runs;

namespace SupplySim.Movement;

// Whether what waits lacks goods or a vehicle: looked at when it begins to wait, and again when goods come or are gone. Nothing goes
// earlier or later for it: it only says what the wait is for.
internal sealed partial class WaitingLoads
{
    private bool _lacksAny;

    /// <summary>More lies there: of what has lacked goods, the first lack none any more.</summary>
    public void GoodsCame()
    {
        if (!_lacksAny) return;
        _lacksAny = false;
        var spare = Spare();
        foreach (var row in _rows)
            foreach (var load in row.Loads)
            {
                if (!load.LacksGoods) continue;
                if (load.Cargo.TrueForAll(one => spare[one.Commodity] >= one.Amount))
                {
                    Turn(load, lacksGoods: false);
                    foreach (var (commodity, amount) in load.Cargo) spare[commodity] -= amount;
                }
                _lacksAny |= load.LacksGoods;
            }
    }

    /// <summary>Less lies there: where it is less than is promised, what came last lacks goods from now on.</summary>
    public void GoodsWent()
    {
        // What is loaded was promised: then as much is promised less, and a look at the first of each row tells so.
        if (_rows.TrueForAll(row => row.Loads.Count == 0 || row.Loads[0].LacksGoods || IsEnoughForAll(row.Loads[0]))) return;
        var spare = Spare();
        for (var row = _rows.Count - 1; row >= 0; row--)
            for (var i = _rows[row].Loads.Count - 1; i >= 0; i--)
            {
                var load = _rows[row].Loads[i];
                if (load.LacksGoods || load.Cargo.TrueForAll(one => spare[one.Commodity] >= 0)) continue;
                Turn(load, lacksGoods: true);
                foreach (var (commodity, amount) in load.Cargo) spare[commodity] += amount;
                _lacksAny = true;
            }
    }

    // [smallest unit] Of what is in the loads: what lies there more than is promised to those that do not lack goods; negative where it is less.
    private Dictionary<int, long> Spare()
    {
        var spare = new Dictionary<int, long>();
        foreach (var load in All)
            foreach (var (commodity, amount) in load.Cargo)
            {
                var stock = _world.Stocks[origin, commodity];
                if (stock.IsUnlimited) spare[commodity] = long.MaxValue / 2;
                else spare[commodity] = spare.GetValueOrDefault(commodity, stock.Amount - stock.Reserved) + (load.LacksGoods ? amount : 0);
            }
        return spare;
    }

    private void Turn(Load load, bool lacksGoods)
    {
        Charge(load);
        (load.WaitsSince, load.LacksGoods) = (_world.Now, lacksGoods);
    }

    private void Begin(Load load)
    {
        (load.WaitsSince, load.LacksGoods) = (_world.Now, !IsEnoughForAll(load));
        _lacksAny |= load.LacksGoods;
    }

    // Whether all that is promised of what is in it lies there.
    private bool IsEnoughForAll(Load load)
    {
        foreach (var (commodity, _) in load.Cargo)
            if (_world.Stocks[origin, commodity] is { IsUnlimited: false } stock && stock.Amount < stock.Reserved) return false;
        return true;
    }
}
