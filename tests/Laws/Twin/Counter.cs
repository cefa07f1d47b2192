using SupplySim.Planning;

namespace SupplySim.Twin;

/// <summary>Who may order what lies unpromised at a place with a limited stock: all who look at this
/// instant share it, one truck of one commodity after the other, by the rule by which trucks are shared; given is what one has ordered. One
/// line to each place shares, and each takes its part when it is its turn.</summary>
internal sealed class Counter(PlainRun run, IEnumerable<Line> lines)
{
    private readonly Dictionary<Line, (long At, Dictionary<string, long> Parts)> _parts = [];

    /// <summary>What a line gets of what it wants.</summary>
    public Dictionary<string, long> Part(Line line, Dictionary<string, long> wants)
    {
        if (!Has(line)) Share(line);
        _parts.Remove(line, out var part);
        return wants.ToDictionary(want => want.Key, want => Math.Min(want.Value, part.Parts.GetValueOrDefault(want.Key)));
    }

    private bool Has(Line line) => _parts.TryGetValue(line, out var part) && part.At == run.Agenda.Now;

    private void Share(Line asks)
    {
        var free = asks.Wants().Keys.Union(lines.SelectMany(line => line.Wants().Keys)).ToDictionary(commodity => commodity,
            commodity => Free(asks.From, commodity));
        List<Line> those = [];
        foreach (var line in lines)
            if (line == asks
                || (line.From == asks.From && line.To != asks.To && line.IsAboutToLook && !Has(line)
                    && those.All(other => other.To != line.To)))
                those.Add(line);
        var wants = those.ToDictionary(line => line, line => line.Wants());
        foreach (var line in those) _parts[line] = (run.Agenda.Now, []);
        while (those.Where(line => Next(line) is not null).Aggregate(default(Line),
            (first, line) => first is null || IsBefore(line, first) ? line : first) is { } next)
        {
            var (commodity, parts) = (Next(next)!, _parts[next].Parts);
            var amount = Math.Min(Math.Min(wants[next][commodity] - parts.GetValueOrDefault(commodity), free[commodity]),
                next.InTruck(commodity));
            parts[commodity] = parts.GetValueOrDefault(commodity) + amount;
            free[commodity] -= amount;
        }

        // The most urgent of what it wants more of and there is more of.
        string? Next(Line line) => wants[line].Keys.FirstOrDefault(commodity =>
            wants[line][commodity] > _parts[line].Parts.GetValueOrDefault(commodity) && free[commodity] > 0);

        bool IsBefore(Line a, Line b)
        {
            var (urgent, other) = (a.Priority(Next(a)!), b.Priority(Next(b)!));
            if (urgent != other || run.Scenario.Policies.Share.By != AllocationPolicy.People) return urgent < other;
            return (Int128)Ordered(a) * run.PeopleBehind(b.To) < (Int128)Ordered(b) * run.PeopleBehind(a.To);
        }

        long Ordered(Line line) => line.Ordered + _parts[line].Parts.Sum(part => line.MassOf(part.Key, part.Value));
    }

    private long Free(string place, string commodity)
    {
        var store = run.Store(place, commodity);
        store.Settle();
        var others = _parts.Where(part => part.Value.At == run.Agenda.Now && part.Key.From == place)
            .Sum(part => part.Value.Parts.GetValueOrDefault(commodity));
        return store.IsUnlimited ? long.MaxValue : Math.Max(0, store.Amount - store.Promised) - others;
    }
}
