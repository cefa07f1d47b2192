using System.Collections.Immutable;
using SupplySim.Disruptions;
using SupplySim.Measures;
using SupplySim.Planning;
using SupplySim.Quantities;
using SupplySim.Runs;

namespace SupplySim.Experiments;

/// <summary>A scenario made ready to run: checked, numbered, its roads as a graph, its measures as columns.</summary>
/// <remarks>Immutable; shared by all its replications, on any threads.</remarks>
internal sealed class CompiledScenario
{
    /// <exception cref="InvalidScenarioException">The scenario has problems; all of them are listed.</exception>
    public CompiledScenario(Scenario scenario)
    {
        if (ScenarioRules.CheckModel(scenario) is { IsEmpty: false } problems) throw new InvalidScenarioException(scenario.Title, problems);
        Scenario = scenario;
        Catalogue = new Catalogue(
            scenario.Clock, scenario.Defaults, scenario.Policies.Ration, scenario.Commodities, scenario.Parties, scenario.Places,
            scenario.Routes, AircraftTypes.Fill(scenario.Fleets), scenario.SupplyLines,
            [.. scenario.Disruptions.OfType<Restriction>().Select(one => one.WeightLimit).OfType<Mass>().Distinct()])
        {
            Crews = scenario.Crews,
            Attacks = scenario.Attacks,
            Displacements = scenario.Displacements,
        };
        Roads = new RoadMap(Catalogue);
        NearCamps = new NearCamps(Catalogue, Roads);
        Measures = new MeasurePlan(Catalogue, scenario.Measures);
        // A disruption or a campaign of the user's own may close anything.
        RoutesCanClose = scenario.Disruptions.Any(d => d is not Occurrence || TargetsOf(d).Any(target => Catalogue.TryRoute(target, out _)))
            || scenario.Fronts.Any(front => front.Influence is not null) || !scenario.Campaigns.IsEmpty;
    }

    private static Targets TargetsOf(Disruption disruption) => disruption switch
    {
        Closure closure => closure.Close,
        Restriction restriction => restriction.Limit,
        _ => [],
    };

    public Scenario Scenario { get; }

    public Catalogue Catalogue { get; }

    public RoadMap Roads { get; }

    public NearCamps NearCamps { get; }

    public MeasurePlan Measures { get; }

    public bool RoutesCanClose { get; }
}
