using System.Collections.Immutable;

namespace SupplySim.Runs;

/// <summary>The accounts between which goods move.</summary>
public enum Account
{
    /// <summary>The world outside: unlimited stocks.</summary>
    Supply,

    /// <summary>Lying at a place.</summary>
    Stock,

    /// <summary>On a vehicle.</summary>
    Vehicle,

    /// <summary>Used up.</summary>
    Consumed,

    /// <summary>Lost or seized.</summary>
    Lost,
}

/// <summary>Double-entry books of every commodity: what leaves one account enters another, in the same call.</summary>
/// <remarks>Amounts are whole numbers of the commodity's smallest unit, so that the balance holds exactly, at every event.
/// The books hold totals; where things physically are is known to stocks and vehicles, which an audit counts again.
/// One run, one thread.</remarks>
public sealed class Ledger
{
    private const int Accounts = 5;
    private readonly long[] _balance;
    private readonly long[] _initial;

    internal Ledger(int commodities) => (_balance, _initial) = (new long[commodities * Accounts], new long[commodities]);

    /// <summary>[smallest unit] What an account holds now; negative only for supply, from which everything comes.</summary>
    public long Balance(int commodity, Account account) => _balance[commodity * Accounts + (int)account];

    /// <summary>[smallest unit] What lay in limited stocks at the start.</summary>
    public long Initial(int commodity) => _initial[commodity];

    internal void Open(int commodity, long amount)
    {
        _initial[commodity] += amount;
        _balance[commodity * Accounts + (int)Account.Stock] += amount;
    }

    internal void Transfer(int commodity, Account from, Account to, long amount)
    {
        if (amount < 0)
            throw new InvalidOperationException($"a transfer of {amount} from {from} to {to}: only zero or more can move");
        _balance[commodity * Accounts + (int)from] -= amount;
        _balance[commodity * Accounts + (int)to] += amount;
    }

    internal LedgerTotal Total(int commodity, string id) => new(
        id, Initial(commodity), -Balance(commodity, Account.Supply), Balance(commodity, Account.Stock),
        Balance(commodity, Account.Vehicle), Balance(commodity, Account.Consumed), Balance(commodity, Account.Lost));

    internal ImmutableArray<LedgerTotal> Totals(ImmutableArray<Commodity> commodities) =>
        [.. commodities.Select((commodity, number) => Total(number, commodity.Id))];
}
