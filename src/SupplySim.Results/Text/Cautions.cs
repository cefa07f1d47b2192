using SupplySim.Experiments;

namespace SupplySim.Results.Text;

/// <summary>What a scenario says and a run does not do, in words: what can never happen, and what is flown to where it stays.</summary>
public static class Cautions
{
    /// <summary>One sentence for each; none where all that is said is done.</summary>
    /// <param name="scenario">A scenario without problems.</param>
    public static IReadOnlyList<string> Sentences(Scenario scenario)
    {
        ArgumentNullException.ThrowIfNull(scenario);
        return
        [
            .. scenario.NeverTrue().Select(one => $"`{one.Condition}` can never become true before the run ends, so "
                + $"`{Names.Clean(one.Id)}` never comes into force.{AskedOf(one.Condition, scenario)}"),
            .. scenario.StaysCut().GroupBy(one => one.Most).Select(one =>
                $"`{one.First().End}` can never become true at {Words.List([.. one.Select(camp => $"`{Names.Clean(camp.Camp)}`")])}, as no "
                    + $"more than {Threshold.Of(one.Key)} of supply is ordered there: rations that are once cut stay cut, unless loads "
                    + $"come that were given up."),
            .. scenario.LandsForGood().Select(one =>
                $"{Words.List([.. one.Commodities.Select(id => $"`{Names.Clean(id)}`")])} that `{Names.Clean(one.Line)}` flies to "
                    + $"`{Names.Clean(one.Place)}` stays there: nobody needs it, and no supply line carries it on."),
        ];
    }

    // A road that is shut before a crossing is easily taken for the crossing.
    private static string AskedOf(Condition condition, Scenario scenario) =>
        condition is Negation(IsOpen(var what)) && scenario.Places.Any(place => place.Id == what.Value)
        && scenario.Routes.FirstOrDefault(route => route.From == what || route.To == what) is { } route
            ? $" `open({Names.Clean(what.Value)})` asks of the crossing alone; of a road there write `open({Names.Clean(route.Id)})`." : "";
}
