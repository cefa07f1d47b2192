using SupplySim.Runs;

namespace SupplySim.Movement;

// Whether what waits lacks goods or a vehicle: looked at when it begins to wait, and again when goods come or are gone. Nothing goes
// earlier or later for it: it only says what the wait is for.
internal sealed partial class WaitingLoads
{
    // [smallest unit] By commodity: what is in the loads that lack goods.
    private readonly long[] _lacking = new long[transport.World.Catalogue.Commodities.Length];

    /// <summary>More lies there: of what has lacked goods, the first lack none any more.</summary>
    public void GoodsCame()
    {
        if (!HasSpare()) return;
        foreach (var row in _rows)
            foreach (var load in row.Loads)
            {
                if (!load.LacksGoods || !IsSpare(load)) continue;
                Turn(load, lacksGoods: false);
                if (!HasSpare()) return;
            }
    }

    /// <summary>Less lies there: where it is less than is promised, what came last lacks goods from now on.</summary>
    /// <remarks>What is loaded was promised, so most often as much is promised less, and there is nothing to look for.</remarks>
    public void GoodsWent()
    {
        for (var row = _rows.Count - 1; row >= 0; row--)
            for (var i = _rows[row].Loads.Count - 1; i >= 0 && IsTooLittle(); i--)
                if (_rows[row].Loads[i] is { LacksGoods: false } load && IsTooLittleOf(load)) Turn(load, lacksGoods: true);
    }

    // [smallest unit] What lies there more than is promised to those that do not lack goods; negative where it is less.
    private long Spare(int commodity) =>
        _world.Stocks[origin, commodity] is { IsUnlimited: false } stock
            ? stock.Amount - stock.Reserved + _lacking[commodity]
            : long.MaxValue;

    private bool HasSpare()
    {
        for (var commodity = 0; commodity < _lacking.Length; commodity++)
            if (_lacking[commodity] > 0 && Spare(commodity) > 0) return true;
        return false;
    }

    private bool IsSpare(Load load)
    {
        foreach (var (commodity, amount) in load.Cargo)
            if (Spare(commodity) < amount) return false;
        return true;
    }

    private bool IsTooLittle()
    {
        for (var commodity = 0; commodity < _lacking.Length; commodity++)
            if (Spare(commodity) < 0) return true;
        return false;
    }

    private bool IsTooLittleOf(Load load)
    {
        foreach (var (commodity, _) in load.Cargo)
            if (Spare(commodity) < 0) return true;
        return false;
    }

    private void Turn(Load load, bool lacksGoods)
    {
        End(load);
        Wait(load, lacksGoods);
    }

    private void Begin(Load load) => Wait(load, !IsEnoughForAll(load));

    private void Wait(Load load, bool lacksGoods)
    {
        (load.WaitsSince, load.LacksGoods) = (_world.Now, lacksGoods);
        CountLacking(load, 1);
        CountWaiting(load, 1);
    }

    // It waits no longer, or for something else.
    private void End(Load load)
    {
        Charge(load);
        CountLacking(load, -1);
        CountWaiting(load, -1);
    }

    private void CountLacking(Load load, int sign)
    {
        if (!load.LacksGoods) return;
        foreach (var (commodity, amount) in load.Cargo) _lacking[commodity] += sign * amount;
    }

    // Whether all that is promised of what is in it lies there.
    private bool IsEnoughForAll(Load load)
    {
        foreach (var (commodity, _) in load.Cargo)
            if (_world.Stocks[origin, commodity] is { IsUnlimited: false } stock && stock.Amount < stock.Reserved) return false;
        return true;
    }
}
