using System.Collections.Immutable;
using SupplySim.Scenarios.Reading;

namespace SupplySim.Scenarios.Variation;

/// <summary>Varies one value after the other and keeps those that change nothing.</summary>
internal static class Inertia
{
    private const int MostInFull = 3;

    public static InertValues Find(MappingNode root, Trial trial, int runs, IProgress<(int Done, int Of)>? progress)
    {
        var leaves = Leaf.Of(root).ToArray();
        var byKey = leaves.ToLookup(leaf => leaf.Key, leaf => leaf.Value.Text);
        var inert = ImmutableArray.CreateBuilder<InertValue>();
        for (var i = 0; i < leaves.Length; i++)
        {
            if (Tried(leaves[i], byKey[leaves[i].Key].Distinct(), trial) is { } tried)
                inert.Add(new InertValue(leaves[i].Path, leaves[i].Value.Text, leaves[i].Value.Span.Place, tried));
            progress?.Report((i + 1, leaves.Length));
        }
        return new InertValues(leaves.Length - inert.Count, inert.ToImmutable(), runs);
    }

    // What was put there without effect; null where something had one. Most values show in the first run, so all are tried there before a
    // few of them are run as often as was asked. To leave the value out is the last thing that is tried.
    private static ImmutableArray<string>? Tried(Leaf leaf, IEnumerable<string> elsewhere, Trial trial)
    {
        var tried = new List<(string Value, Scenario Scenario)>();
        foreach (var other in OtherValues.Of(leaf.Value.Text, elsewhere).Append(null))
        {
            var node = other is null ? null : new ScalarNode(other, leaf.Value.Span, leaf.Value.IsPlain);
            if (trial.Bind(leaf.Instead(node)) is not { } scenario) continue;
            if (trial.ChangesFirstRun(scenario)) return null;
            tried.Add((other ?? "off", scenario));
        }
        return tried.Take(MostInFull).Any(one => trial.ChangesAnyRun(one.Scenario)) ? null : [.. tried.Select(one => one.Value)];
    }
}
