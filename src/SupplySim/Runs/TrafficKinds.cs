using System.Collections.Immutable;
using SupplySim.Quantities;

namespace SupplySim.Runs;

/// <summary>The kinds of traffic by number: one for each name that fleets have, and where a weight limit may come during a run, one
/// more for those of that name whom it would stop, as they are laden; and where a holder says something
/// else for either direction, one more for those on their way back.</summary>
/// <remarks>So a limit that comes is a closure for some traffic, and gates, queues, news and ways know
/// nothing of weight or direction. Numbers without either come first, in the order in which fleets name them. Immutable.</remarks>
internal sealed class TrafficKinds
{
    private readonly ImmutableArray<int> _byClass;
    private readonly ImmutableArray<long> _heaviest;
    private readonly ImmutableArray<int> _back;
    private readonly ImmutableArray<Mass> _limits;

    /// <param name="fleets">Who moves.</param>
    /// <param name="classes">How heavy they can be.</param>
    /// <param name="weightLimits">Those that may come.</param>
    /// <param name="byDirection">The traffic of which somebody says something else for either direction.</param>
    public TrafficKinds(ImmutableArray<Fleet> fleets, LoadClasses classes, ImmutableArray<Mass> weightLimits,
        IReadOnlyCollection<string> byDirection)
    {
        var kinds = fleets.Select(fleet => (fleet.Traffic, Over: 0)).Distinct().ToList();
        var (byClass, heaviest, limits) =
            (new int[classes.Count], new List<long>(kinds.Select(_ => 0L)), weightLimits.Select(limit => limit.Grams).Order().ToArray());
        var numbers = kinds.Index().ToDictionary(kind => kind.Item, kind => kind.Index);
        for (var one = 0; one < classes.Count; one++)
        {
            var mass = classes.GramsOf(one);
            var under = Array.BinarySearch(limits, mass);
            var kind = (fleets[classes.FleetOf(one)].Traffic, under < 0 ? ~under : under);
            if (!numbers.TryGetValue(kind, out byClass[one]))
            {
                numbers.Add(kind, byClass[one] = kinds.Count);
                kinds.Add(kind);
                heaviest.Add(mass);
            }
        }
        (Out, var back) = (kinds.Count, Enumerable.Range(0, kinds.Count).ToArray());
        for (var kind = 0; kind < Out; kind++)
        {
            if (!byDirection.Contains(kinds[kind].Traffic)) continue;
            back[kind] = kinds.Count;
            kinds.Add(kinds[kind]);
            heaviest.Add(heaviest[kind]);
        }
        _limits = [.. limits.Distinct().Reverse().Select(Mass.FromGrams)];
        (Names, _byClass, _heaviest, _back) = ([.. kinds.Select(kind => kind.Traffic)], [.. byClass], [.. heaviest], [.. back]);
        Named = [.. Enumerable.Range(0, Out).GroupBy(kind => Names[kind]).Select(of => (of.Key,
            of.Aggregate(0UL, (mask, kind) => mask | 1UL << kind), of.Aggregate(0UL, (mask, kind) => mask | 1UL << _back[kind])))];
    }

    /// <summary>How many are not of those on their way back alone: the first ones.</summary>
    public int Out { get; }

    /// <summary>The traffic of the same vehicles on their way back; the same where no direction is told apart.</summary>
    public int Back(int traffic) => _back[traffic];

    /// <summary>By number; more than one may have the same.</summary>
    public ImmutableArray<string> Names { get; }

    /// <summary>Each name once, in order: its numbers on the way out, and on the way back.</summary>
    public ImmutableArray<(string Name, ulong Out, ulong Back)> Named { get; }

    /// <summary>That of a fleet, or of one of its lighter <see cref="LoadClasses"/>.</summary>
    public int Of(int loadClass) => _byClass[loadClass];

    /// <summary>What people call these: <c>vehicles over 20 t</c> where a limit stops these alone; else each name once, <c>heavy aid</c>
    /// where not all of that name are among them.</summary>
    public ImmutableArray<string> NamesOf(ulong traffics)
    {
        foreach (var limit in _limits)
            if (traffics != 0 && traffics != Everything && HeavierThan(limit) == traffics) return [$"vehicles over {limit}"];
        bool Is(int kind) => (traffics >> kind & 1) != 0;
        return
        [
            .. Enumerable.Range(0, Names.Length).GroupBy(kind => Names[kind]).Where(kinds => kinds.Any(Is))
                .Select(kinds => kinds.All(Is) ? kinds.Key : $"heavy {kinds.Key}"),
        ];
    }

    private ulong Everything => Names.Length == 64 ? ulong.MaxValue : (1UL << Names.Length) - 1;

    /// <summary>A bit for each whose name is one of some.</summary>
    public ulong Mask(Func<string, bool> isOne)
    {
        var mask = 0UL;
        for (var kind = 0; kind < Names.Length; kind++)
            if (isOne(Names[kind])) mask |= 1UL << kind;
        return mask;
    }

    /// <summary>A bit for each whose vehicles are heavier; which of them are was counted for the limits known before.</summary>
    public ulong HeavierThan(Mass most)
    {
        var mask = 0UL;
        for (var kind = 0; kind < Names.Length; kind++)
            if (_heaviest[kind] > most.Grams) mask |= 1UL << kind;
        return mask;
    }
}
