using System.Collections.Immutable;
using SupplySim.Disruptions;
using SupplySim.Movement;
using SupplySim.Runs;

namespace SupplySim.Experiments;

/// <content>What can be told of a scenario without running it, and is probably not meant so.</content>
public static partial class ScenarioRuns
{
    /// <summary>What is flown to a place where it stays: nobody needs it there, and no supply line carries it on.</summary>
    /// <param name="scenario">What is looked at.</param>
    /// <returns>The supply line, the place, and the commodities.</returns>
    /// <exception cref="InvalidScenarioException">The scenario has problems; all of them are listed.</exception>
    public static ImmutableArray<(string Line, string Place, ImmutableArray<string> Commodities)> LandsForGood(this Scenario scenario)
    {
        var catalogue = new CompiledScenario(scenario).Catalogue;
        return [.. catalogue.SupplyLines.Where(line => catalogue.Fleets[catalogue.FleetNumber(line.By)].Mode == Mode.Air)
            .Select(line => (line.Id, line.To.Value, LeftAt(line, catalogue))).Where(found => !found.Item3.IsEmpty)];
    }

    /// <summary>The supply lines, disruptions, rules for rations and displacements whose condition can
    /// never become true before the end of the run, so that they never work or happen.</summary>
    /// <remarks>Only what is certain is told: nobody can take the place that is to be captured, there is no front whose distance could
    /// be asked, the moment lies beyond the end, or the stock at the start lasts beyond the end.</remarks>
    /// <param name="scenario">What is looked at.</param>
    /// <returns>The id of the line, disruption or displacement, of a rule <c>ration</c>, for a return with
    /// <c>return of</c> before it, and its condition.</returns>
    /// <exception cref="InvalidScenarioException">The scenario has problems; all of them are listed.</exception>
    public static ImmutableArray<(string Id, Condition Condition)> NeverTrue(this Scenario scenario)
    {
        var never = new NeverTrue(scenario, new CompiledScenario(scenario).Catalogue);
        return
        [
            .. scenario.SupplyLines.Where(line => never.Is(line.When)).Select(line => (line.Id, line.When!)),
            .. scenario.Disruptions.OfType<Occurrence>().Where(one => never.Is(one.When ?? one.While))
                .Select(one => (one.Id, (one.When ?? one.While)!)),
            .. scenario.Policies.Ration.Where(one => never.Is(one.When)).Select(one => ("ration", one.When)),
            .. scenario.Displacements.Where(one => never.Is(one.While)).Select(one => (one.Id, one.While!)),
            .. scenario.Displacements.Where(one => never.Is(one.Return?.While)).Select(one => ($"return of {one.Id}", one.Return!.While)),
        ];
    }

    /// <summary>The camps at which rations that are once cut stay cut to the end of the run, since what ends it can never become true
    /// there: no supply line orders up to as much.</summary>
    /// <remarks>Silent where people leave, where anything is sent by schedule and where it may come from elsewhere. What a line has given
    /// up, ordered again and gets after all is not reckoned with.</remarks>
    /// <param name="scenario">What is looked at.</param>
    /// <returns>The camp, the condition, and the most days of supply that are ordered up to.</returns>
    /// <exception cref="InvalidScenarioException">The scenario has problems; all of them are listed.</exception>
    public static ImmutableArray<(string Camp, Condition End, TimeSpan Most)> StaysCut(this Scenario scenario) =>
        new NeverFull(new CompiledScenario(scenario)).Find();

    private static ImmutableArray<string> LeftAt(SupplyLine line, Catalogue catalogue)
    {
        var place = (Site)catalogue.Places[catalogue.PlaceNumber(line.To)];
        var goesOn = catalogue.SupplyLines.Where(other => other.From == line.To).SelectMany(other => LineCommodities.Of(other, catalogue))
            .ToHashSet();
        return [.. LineCommodities.Of(line, catalogue)
            .Where(commodity => !goesOn.Contains(commodity) && !catalogue.IsNeeded(catalogue.PlaceNumber(line.To), commodity)
                && place.Airfield?.Fuel != catalogue.Commodities[commodity].Id)
            .Select(commodity => catalogue.Commodities[commodity].Id)];
    }
}
