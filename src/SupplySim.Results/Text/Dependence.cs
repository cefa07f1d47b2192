using System.Collections.Immutable;

namespace SupplySim.Results.Text;

/// <summary>What places depend on, in words: the crossings that everything they get goes past.</summary>
public static class Dependence
{
    /// <summary>One sentence for each set of crossings that is the only way to some places; none where
    /// every place has another way.</summary>
    /// <param name="scenario">For the names of things.</param>
    /// <param name="lifelines">What its places depend on.</param>
    public static IReadOnlyList<string> Sentences(Scenario scenario, ImmutableArray<Lifeline> lifelines)
    {
        ArgumentNullException.ThrowIfNull(scenario);
        return
        [
            .. lifelines.Where(lifeline => !lifeline.Crossings.IsEmpty)
                .GroupBy(lifeline => string.Join('\n', lifeline.Crossings))
                .Select(group => Sentence(scenario, [.. group])),
        ];
    }

    private static string Sentence(Scenario scenario, Lifeline[] lifelines)
    {
        var places = Words.List([.. Names.Subjects(scenario, [.. lifelines.Select(lifeline => lifeline.To.Value)])]);
        var crossings = Words.List([.. lifelines[0].Crossings.Select(crossing => Names.Of(scenario, crossing))]);
        return Words.Sentence($"{places} can be supplied only through {crossings}.");
    }
}
