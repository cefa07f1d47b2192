using System.Collections.Immutable;
using SupplySim.Experiments;

namespace SupplySim.Results.Text;

/// <summary>Goals in words: in which alternatives each is missed and in which it is met, and by how much.</summary>
internal static class GoalWords
{
    /// <summary>For example <c>hungry &lt; 20 000 in 90 % of runs: missed in contested (4.5 % of runs); met
    /// in no-fighting (98 %).</c> One for each goal that some alternative has, in the order of the
    /// scenario; none where there is no goal.</summary>
    public static ImmutableArray<string> Sentences(ExperimentResult result) => [.. result.Alternatives
        .SelectMany(alternative => alternative.Goals.Select(goal => (alternative.Name, Goal: goal)))
        .GroupBy(one => (one.Goal.Goal.That.Text, one.Goal.Goal.In))
        .Select(goal => $"{Names.Clean(goal.Key.Text)} in {Words.Percent(goal.Key.In)} of runs: {Standing([.. goal], result)}.")];

    private static string Standing((string Name, GoalResult Goal)[] all, ExperimentResult result)
    {
        if (all.Length > 1 && all.All(one => one.Goal.Met))
            return $"met in all {all.Length} alternatives ({Words.PercentOfRuns(all.Min(one => one.Goal.Share))} of "
                + $"runs{(all.Select(one => one.Goal.Share).Distinct().Count() > 1 ? " or more" : "")})";
        var isFirst = true;
        return string.Join("; ", new[]
        {
            Those("missed", all.Where(one => !one.Goal.Met), ref isFirst),
            Those("met", all.Where(one => one.Goal.Met), ref isFirst),
        }.OfType<string>());

        string? Those(string verdict, IEnumerable<(string Name, GoalResult Goal)> some, ref bool isFirst)
        {
            var told = new List<string>();
            foreach (var (name, goal) in some)
            {
                var share = $"{Words.PercentOfRuns(goal.Share)}{(isFirst ? " of runs" : "")}";
                told.Add(result.Alternatives.Length == 1 ? $", it holds in {share}" : $" {Names.Clean(name)} ({share})");
                isFirst = false;
            }
            return told.Count == 0 ? null : verdict + (result.Alternatives.Length == 1 ? "" : " in") + string.Join(",", told);
        }
    }
}
