using SupplySim.Experiments;

namespace SupplySim.Results.Text;

/// <summary>What parties lost in fights, in words.</summary>
internal static class Toll
{
    /// <summary>One sentence for each party that lost anything, or is said to have, in the order of the scenario.</summary>
    public static IEnumerable<string> Sentences(AlternativeResult result, int runs)
    {
        foreach (var party in result.Scenario.Parties)
        {
            var lost = result.Equipment.Where(one => one.Party == party.Id && (one.Lost > 0 || one.Claimed > 0)).Select(one =>
                $"{Names.Clean(one.Type)} {InARun(one.Lost, runs)}"
                    + (one.Claimed is { } claimed ? $" ({InARun(claimed, runs)} claimed)" : "")).ToList();
            lost.AddRange(
                result.Strengths.Where(one => one.Party == party.Id && one.Lost > 0).Select(one => $"people {InARun(one.Lost, runs)}"));
            if (lost.Count > 0) yield return $"{Names.Subject(result.Scenario, party.Id)} lost in a run: {string.Join(", ", lost)}.";
        }
    }

    /// <summary>A total over all runs as the mean of one.</summary>
    public static string InARun(long total, int runs) => Figure.Seen((double)total / runs, Scale.For([(double)total / runs]));
}
