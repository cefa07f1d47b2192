using System.Collections.Immutable;

namespace SupplySim.Runs;

/// <summary>The books of what parties fight with, by party and type: what was there at the start is present or lost.</summary>
/// <remarks>Of a type of which nobody says how much there is, only what is lost is counted. What is claimed stands beside the books and
/// never in them. Whole pieces. One run, one thread.</remarks>
internal sealed class EquipmentLedger
{
    private readonly ImmutableArray<Party> _parties;
    private readonly Account[] _accounts;

    public EquipmentLedger(ImmutableArray<Party> parties, ImmutableArray<Front> fronts)
    {
        _parties = parties;
        var counted = parties.SelectMany((party, number) => party.Equipment.Select(one => (number, one.Name, (long?)one.Value)));
        var lost = fronts.SelectMany(front => front.Fight?.Losses ?? []).SelectMany(losses => losses.PerDay
            .Select(one => (NumberOf(losses.Of), one.Name, (long?)null)));
        var told = fronts.SelectMany(front => front.Script).SelectMany(step => step.Lost)
            .SelectMany(lost => lost.Pieces.Concat(lost.Claimed)
            .Select(one => (NumberOf(lost.Of), one.Name, (long?)null)));
        _accounts = [.. counted.Concat(lost).Concat(told).DistinctBy(one => (one.Item1, one.Name))
            .Select(one => new Account(one.Item1, one.Name, one.Item3))];
    }

    /// <summary>Its accounts: those that parties state, then those of which only losses are counted.</summary>
    public int Count => _accounts.Length;

    /// <summary>The number of the account of a party's type of equipment; -1 where there is none.</summary>
    public int Find(int party, string type) => Array.FindIndex(_accounts, one => one.Party == party && one.Type == type);

    /// <summary>[pieces] At the start; null where nobody says.</summary>
    public long? Initial(int account) => _accounts[account].Initial;

    /// <summary>[pieces] What is left; null where nobody says how much there was.</summary>
    public long? Present(int account) => _accounts[account].Present;

    public long Lost(int account) => _accounts[account].Lost;

    public string Describe(int account) => $"{_accounts[account].Type} of {_parties[_accounts[account].Party].Id}";

    /// <summary>Pieces are lost: no more than there are.</summary>
    /// <returns>[pieces] How many.</returns>
    public long Lose(int account, long pieces)
    {
        var one = _accounts[account];
        var lost = Math.Min(pieces, one.Present ?? pieces);
        one.Present -= lost;
        one.Lost += lost;
        return lost;
    }

    /// <summary>The other side says that so many were lost.</summary>
    public void Claim(int account, long pieces) => _accounts[account].Claimed = (_accounts[account].Claimed ?? 0) + pieces;

    public ImmutableArray<EquipmentTotal> Totals() => [.. _accounts.Select(one =>
        new EquipmentTotal(_parties[one.Party].Id, one.Type, one.Initial, one.Present, one.Lost, one.Claimed))];

    private int NumberOf(string party)
    {
        for (var number = 0; number < _parties.Length; number++)
            if (_parties[number].Id == party) return number;
        return -1;
    }

    private sealed class Account(int party, string type, long? initial)
    {
        public int Party => party;

        public string Type => type;

        public long? Initial { get; } = initial;

        public long? Present { get; set; } = initial;

        public long Lost { get; set; }

        public long? Claimed { get; set; }
    }
}
