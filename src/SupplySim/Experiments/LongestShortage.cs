using SupplySim.Engine;

namespace SupplySim.Experiments;

/// <summary>Of all shortages that a run tells of, the longest: the place, and the last instant of it.</summary>
internal static class LongestShortage
{
    private static readonly TimeSpan Before = TimeSpan.FromMilliseconds(1);

    /// <summary>Why it came to it; of a camp before a force, for people go hungry first. Null where nothing went short.</summary>
    public static Explanation? Explain(CompiledScenario compiled, ulong seed, RunResult shown)
    {
        var camps = compiled.Catalogue.Places.OfType<Camp>().Select(camp => camp.Id).ToHashSet();
        return (Of(shown.Story.Where(told => camps.Contains(told.Subject)), compiled.Catalogue.Horizon) ?? Of(shown.Story, compiled.Catalogue.Horizon)) is var (place, at)
            ? Explaining.Run(compiled, seed, shown.Replication, compiled.Catalogue.PlaceNumber(place), at)
            : null;
    }

    /// <summary>Of equals the one that began first; null where no place was below its warning level for longer than an instant.</summary>
    /// <param name="story">In order of time.</param>
    /// <param name="horizon">When the run ends.</param>
    public static (PlaceId Place, SimTime At)? Of(IEnumerable<Happening> story, SimTime horizon)
    {
        var (begun, order) = (new Dictionary<string, SimTime>(StringComparer.Ordinal), new List<string>());
        var (longest, lasted) = (default((PlaceId, SimTime)?), Before);
        foreach (var told in story)
            if (told.Kind == HappeningKind.RanShort && begun.TryAdd(told.Subject, told.At)) order.Add(told.Subject);
            else if (told.Kind == HappeningKind.NoLongerShort) End(told.Subject, told.At);
        foreach (var place in order.ToArray()) End(place, horizon);
        return longest;

        void End(string place, SimTime at)
        {
            if (!begun.Remove(place, out var since)) return;
            order.Remove(place);
            if (at - since > lasted) (longest, lasted) = ((place, at - Before), at - since);
        }
    }
}
