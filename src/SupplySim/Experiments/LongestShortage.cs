using SupplySim.Engine;

namespace SupplySim.Experiments;

/// <summary>Of all shortages that a run tells of, the longest: the place, and the last instant of it.</summary>
internal static class LongestShortage
{
    private static readonly TimeSpan Before = TimeSpan.FromMilliseconds(1);

    /// <summary>Why it came to it; of a camp before a force, for people go hungry first; of what was below a warning level before what has
    /// none and ran out. Null where nothing went short.</summary>
    public static Explanation? Explain(CompiledScenario compiled, ulong seed, RunResult shown)
    {
        var camps = compiled.Catalogue.Places.OfType<Camp>().Select(camp => camp.Id).ToHashSet();
        var ofCamps = shown.Story.Where(told => camps.Contains(told.Subject)).ToArray();
        var horizon = compiled.Catalogue.Horizon;
        return (Of(ofCamps, horizon) ?? Of(shown.Story, horizon) ?? OutOf(ofCamps, horizon) ?? OutOf(shown.Story, horizon)) is var (place,
            at)
            ? Explaining.Run(compiled, seed, shown.Replication, compiled.Catalogue.PlaceNumber(place), at)
            : null;
    }

    /// <summary>The same of one place.</summary>
    public static Explanation? Explain(CompiledScenario compiled, ulong seed, RunResult shown, PlaceId place)
    {
        var own = shown.Story.Where(told => told.Subject == place.Value).ToArray();
        var horizon = compiled.Catalogue.Horizon;
        return (Of(own, horizon) ?? OutOf(own, horizon)) is var (_, at)
            ? Explaining.Run(compiled, seed, shown.Replication, compiled.Catalogue.PlaceNumber(place), at)
            : null;
    }

    /// <summary>Of equals the one that began first; null where no place was below its warning level for longer than an instant.</summary>
    /// <param name="story">In order of time.</param>
    /// <param name="horizon">When the run ends.</param>
    public static (PlaceId Place, SimTime At)? Of(IEnumerable<Happening> story, SimTime horizon) =>
        Longest(story, HappeningKind.RanShort, HappeningKind.NoLongerShort, _ => null, horizon);

    // The same of what lay at no place for longest of a commodity.
    private static (PlaceId Place, SimTime At)? OutOf(IEnumerable<Happening> story, SimTime horizon) =>
        Longest(story, HappeningKind.RanOut, HappeningKind.SuppliedAgain, told => told.Detail, horizon);

    private static (PlaceId Place, SimTime At)? Longest(IEnumerable<Happening> story, HappeningKind begins, HappeningKind ends,
        Func<Happening, string?> of, SimTime horizon)
    {
        var (begun, order) = (new Dictionary<(string, string?), SimTime>(), new List<(string Place, string?)>());
        var (longest, lasted) = (default((PlaceId, SimTime)?), Before);
        foreach (var told in story)
            if (told.Kind == begins && begun.TryAdd((told.Subject, of(told)), told.At)) order.Add((told.Subject, of(told)));
            else if (told.Kind == ends) End((told.Subject, of(told)), told.At);
        foreach (var one in order.ToArray()) End(one, horizon);
        return longest;

        void End((string Place, string? Of) one, SimTime at)
        {
            if (!begun.Remove(one, out var since)) return;
            order.Remove(one);
            if (at - since > lasted) (longest, lasted) = ((one.Place, at - Before), at - since);
        }
    }
}
