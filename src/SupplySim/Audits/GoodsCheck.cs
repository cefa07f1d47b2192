using SupplySim.Runs;

namespace SupplySim.Audits;

/// <summary>Counts every gram where it lies.</summary>
internal sealed class GoodsCheck : Check
{
    private readonly int _commodities;
    private readonly int _places;
    private readonly long[] _initial;
    private readonly long[] _aboard;

    public GoodsCheck(Audit audit) : base(audit)
    {
        (_commodities, _places) = (World.Catalogue.Commodities.Length, World.Catalogue.Places.Length);
        (_initial, _aboard) = (new long[_commodities], new long[_commodities]);
        for (var commodity = 0; commodity < _commodities; commodity++)
            for (var place = 0; place < _places; place++) _initial[commodity] += World.Stocks[place, commodity].Amount;
    }

    public override void AfterEvent()
    {
        for (var commodity = 0; commodity < _commodities; commodity++)
        {
            var ledger = World.Ledger;
            var found = ledger.Balance(commodity, Account.Stock) + ledger.Balance(commodity, Account.Vehicle)
                + ledger.Balance(commodity, Account.Consumed) + ledger.Balance(commodity, Account.Lost);
            var entered = ledger.Initial(commodity) - ledger.Balance(commodity, Account.Supply);
            if (found != entered) throw Audit.Broken(Invariants.GoodsBalance, Commodity(commodity), found, entered);
        }
    }

    public override void Recount()
    {
        CountAboard();
        for (var commodity = 0; commodity < _commodities; commodity++) Count(commodity);
    }

    private void CountAboard()
    {
        Array.Clear(_aboard);
        foreach (var yard in Transport.Yards)
            foreach (var load in yard.Aboard)
            {
                if (load is null) continue;
                foreach (var (commodity, amount) in load.Cargo) _aboard[commodity] += amount;
            }
    }

    private void Count(int commodity)
    {
        long inStock = 0, consumed = 0, supplied = 0;
        for (var place = 0; place < _places; place++)
        {
            var stock = World.Stocks[place, commodity];
            CheckStock(stock, place, commodity);
            inStock += stock.Amount;
            consumed += stock.Consumed;
            supplied += stock.Supplied;
        }
        Compare(Invariants.InStock, commodity, inStock, World.Ledger.Balance(commodity, Account.Stock));
        Compare(Invariants.OnVehicles, commodity, _aboard[commodity], World.Ledger.Balance(commodity, Account.Vehicle));
        Compare(Invariants.Consumed, commodity, consumed, World.Ledger.Balance(commodity, Account.Consumed));
        Compare(Invariants.Supplied, commodity, supplied, -World.Ledger.Balance(commodity, Account.Supply));
        Compare(Invariants.Lost, commodity, _initial[commodity] + supplied - inStock - _aboard[commodity] - consumed,
            World.Ledger.Balance(commodity, Account.Lost));
    }

    private void CheckStock(Stock stock, int place, int commodity)
    {
        ReadOnlySpan<long> amounts = [stock.Amount, stock.Reserved, stock.OnOrder, stock.Owed, stock.Unmet, stock.Sent];
        foreach (var amount in amounts)
            if (amount < 0) throw Broken(Invariants.NotNegative, place, commodity, amount, 0);
        var met = stock.Met + (World.Catalogue.Commodities[commodity].Backlog ? stock.Owed : stock.Unmet);
        if (met != stock.Needed) throw Broken(Invariants.NeedSplit, place, commodity, met, stock.Needed);
        if (stock.IsUnlimited) return;
        var left = stock.Initial + stock.Supplied + stock.Delivered - stock.Loaded - stock.Consumed - stock.Lost;
        if (left != stock.Amount) throw Broken(Invariants.StockFlow, place, commodity, stock.Amount, left);
    }

    private void Compare(Invariant invariant, int commodity, long counted, long books)
    {
        if (counted != books) throw Audit.Broken(invariant, Commodity(commodity), counted, books);
    }

    private InvariantBrokenException Broken(Invariant invariant, int place, int commodity, long counted, long expected) =>
        Audit.Broken(invariant, $"{Commodity(commodity)} at {Place(place)}", counted, expected);
}
