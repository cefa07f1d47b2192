using System.Collections.Immutable;
using System.Globalization;
using SupplySim.Runs;

namespace SupplySim.Needs;

/// <summary>What one camp gives out of the full rations, by the rules that cut them.</summary>
/// <remarks>Each rule is in force from when it begins to when it ends, by itself; of a commodity that several cut, the least is given out.
/// One run, one thread.</remarks>
internal sealed class Rationing
{
    private const int Full = 1_000_000;
    private readonly World _world;
    private readonly int _place;
    private readonly Action _changed;
    private readonly int[] _given;
    private List<Cut> _cuts = [];

    /// <param name="world">The run.</param>
    /// <param name="place">The camp, by number.</param>
    /// <param name="changed">Called when other shares are given out.</param>
    public Rationing(World world, int place, Action changed)
    {
        (_world, _place, _changed, _given) = (world, place, changed, new int[world.Catalogue.Commodities.Length]);
        Array.Fill(_given, Full);
    }

    /// <summary>[1e-6] The share of a commodity that is given out; of what sources use up all.</summary>
    public int Of(int commodity) => _world.PersonDays.NeedsAt(_place).IsUsedUp(commodity) ? Full : _given[commodity];

    /// <summary>From now on these rules count, and no others. Where one neither begins nor ends now it is in force if the one that it
    /// follows was: one with the same conditions, or one that is no more, stood in its place and cut the same.</summary>
    public void GoBy(ImmutableArray<Ration> rules)
    {
        _world.Rations.IsByCommodity |= rules.Any(rule => rule.To.Named is not null);
        var before = _cuts;
        foreach (var cut in before) cut.IsOver = true;
        _cuts = [];
        foreach (var (number, rule) in rules.Index()) _cuts.Add(Follow(rule, Former(number)?.IsInForce ?? false));
        GiveOut();

        Cut? Former(int number) => before.Find(cut => cut.IsWhen(rules[number]))
            ?? (number < before.Count && before[number].IsOf(rules[number]) && !rules.Any(before[number].IsWhen) ? before[number] : null);
    }

    // Whoever follows a rule that no longer counts is still told, and does nothing.
    private Cut Follow(Ration rule, bool isInForce)
    {
        var begins = _world.Follow(rule.When, _place);
        var ends = _world.Follow(rule.Until ?? rule.When.Not(), _place);
        var cut = new Cut(rule, [.. _world.Catalogue.Commodities.Select(commodity => (int)Math.Round(rule.To.For(commodity.Id, 1) * Full))])
        {
            IsInForce = isInForce,
        };
        begins.OnTurn(() => Set(cut, IsInForce())); // where both can be true, it may be over already
        ends.OnTurn(() => Set(cut, cut.IsInForce && !ends.IsTrue));
        cut.IsInForce = IsInForce();
        return cut;

        // After an end that has come for good, such as a date, nothing begins any more.
        bool IsInForce() => !ends.HoldsForGood && (begins.IsTrue || (cut.IsInForce && !ends.IsTrue));
    }

    private void Set(Cut cut, bool isInForce)
    {
        if (cut.IsOver) return;
        cut.IsInForce = isInForce;
        GiveOut();
    }

    private void GiveOut()
    {
        var hasChanged = false;
        for (var commodity = 0; commodity < _given.Length; commodity++)
        {
            var given = Full;
            foreach (var cut in _cuts)
                if (cut.IsInForce) given = Math.Min(given, cut.To[commodity]);
            hasChanged |= given != _given[commodity];
            _given[commodity] = given;
        }
        if (!hasChanged) return;
        _changed();
        Tell();
        _world.Stocks.Changed(_place, StockChange.Need);
    }

    private void Tell()
    {
        var needs = _world.PersonDays.NeedsAt(_place);
        int[] rationed = [.. Enumerable.Range(0, _given.Length)
            .Where(commodity => needs.IsNeeded(commodity) && !needs.IsUsedUp(commodity))];
        var (least, most) = (rationed.Select(Of).DefaultIfEmpty(Full).Min(), rationed.Select(Of).DefaultIfEmpty(Full).Max());
        _world.Record(Outcome.Ration, _place, least);
        foreach (var commodity in rationed)
            if (least < most) _world.Record(Outcome.Ration, _place, (commodity + 1L) * 10 * Full + Of(commodity));
        _world.Tell(HappeningKind.RationChanged, _world.Catalogue.Places[_place].Id, least >= most ? Percent(least)
            : string.Join(", ", rationed.Where(commodity => Of(commodity) < Full)
                .Select(commodity => $"{_world.Catalogue.Commodities[commodity].Id} {Percent(Of(commodity))}")));
        foreach (var commodity in rationed) _world.Rations.Set(_place, commodity, Of(commodity), _world.Now);
        _world.Lacking.SetCut(_place, least < Full);
    }

    private static string Percent(int share) => (share / (Full / 100m)).ToString("0.####", CultureInfo.InvariantCulture) + " %";

    /// <param name="rule">By which it is cut.</param>
    /// <param name="to">[1e-6] By commodity.</param>
    private sealed class Cut(Ration rule, int[] to)
    {
        public int[] To { get; } = to;

        public bool IsInForce { get; set; }

        /// <summary>Whether it counts no longer.</summary>
        public bool IsOver { get; set; }

        /// <summary>Whether a rule begins and ends when this one does.</summary>
        public bool IsWhen(Ration other) => Likeness.AreAlike((rule.When, rule.Until), (other.When, other.Until));

        /// <summary>Whether a rule cuts the same commodities.</summary>
        public bool IsOf(Ration other) => (rule.To.Named ?? []).Select(one => one.Name).Order(StringComparer.Ordinal)
            .SequenceEqual((other.To.Named ?? []).Select(one => one.Name).Order(StringComparer.Ordinal));
    }
}
