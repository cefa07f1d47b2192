using System.Collections.Immutable;
using SupplySim.Quantities;

namespace SupplySim.Runs;

/// <summary>The fleets by number, and behind them the same less laden: one number more for each weight
/// limit that lies between what the vehicles of a fleet weigh empty and laden.</summary>
/// <remarks>So the number of a fleet stands for its columns when they are heaviest, all laden to the full
/// and with their escort, and that is what plans made before the loading reckon with. Columns of one class can go the same ways. Where no
/// limit lies between there are no classes but the fleets. Immutable.</remarks>
internal sealed class LoadClasses
{
    private readonly ImmutableArray<Fleet> _fleets;
    private readonly long[][] _between; // by fleet, [g], ascending
    private readonly int[] _first;
    private readonly int[] _fleetOf;
    private readonly long[] _grams;

    /// <param name="fleets">Who moves.</param>
    /// <param name="limits">Of crossings and roads, and those that may come.</param>
    public LoadClasses(ImmutableArray<Fleet> fleets, IEnumerable<Mass> limits)
    {
        var ascending = limits.Select(limit => limit.Grams).Distinct().Order().ToArray();
        var (fleetOf, grams) = (new List<int>(Enumerable.Range(0, fleets.Length)),
            new List<long>(fleets.Select(fleet => HeaviestOf(fleet, fleets))));
        (_fleets, _between, _first) = (fleets, new long[fleets.Length][], new int[fleets.Length]);
        for (var fleet = 0; fleet < fleets.Length; fleet++)
        {
            var (empty, laden) = (fleets[fleet].GramsWith(0), grams[fleet]);
            _between[fleet] = fleets[fleet].Mode == Mode.Road ? [.. ascending.Where(limit => empty <= limit && limit < laden)] : [];
            _first[fleet] = fleetOf.Count;
            foreach (var limit in _between[fleet])
            {
                fleetOf.Add(fleet);
                grams.Add(limit);
            }
        }
        (_fleetOf, _grams) = ([.. fleetOf], [.. grams]);
    }

    /// <summary>How many there are, the fleets among them.</summary>
    public int Count => _fleetOf.Length;

    /// <summary>Whose columns they are.</summary>
    public int FleetOf(int loadClass) => _fleetOf[loadClass];

    /// <summary>[g] At most what the heaviest vehicle of such a column weighs, and no limit lies between; 0
    /// where nothing is known.</summary>
    public long GramsOf(int loadClass) => _grams[loadClass];

    /// <summary>The class of a fleet's columns whose heaviest vehicle weighs this.</summary>
    public int Of(int fleet, long grams)
    {
        var limits = _between[fleet];
        var heavier = limits.Length == 0 ? 0 : Array.BinarySearch(limits, grams);
        if (heavier < 0) heavier = ~heavier;
        return heavier == limits.Length ? fleet : _first[fleet] + heavier;
    }

    /// <summary>That of a fleet's empty vehicles by themselves.</summary>
    public int Empty(int fleet) => Of(fleet, _fleets[fleet].GramsWith(0));

    // An escort goes where its column goes, and carries nothing.
    private static long HeaviestOf(Fleet fleet, ImmutableArray<Fleet> fleets) => Math.Max(fleet.Heaviest?.Grams ?? 0,
        fleet.Convoy?.Escort is { } escort ? fleets.FirstOrDefault(one => one.Id == escort.From)?.GramsWith(0) ?? 0 : 0);
}
