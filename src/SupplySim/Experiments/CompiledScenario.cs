using System.Collections.Immutable;
using SupplySim.Disruptions;
using SupplySim.Measures;
using SupplySim.Planning;
using SupplySim.Quantities;
using SupplySim.Rules;
using SupplySim.Runs;

namespace SupplySim.Experiments;

/// <summary>A scenario made ready to run: checked, numbered, its roads as a graph, its measures as columns.</summary>
/// <remarks>Immutable; shared by all its replications, on any threads.</remarks>
internal sealed class CompiledScenario
{
    /// <exception cref="InvalidScenarioException">The scenario has problems; all of them are listed.</exception>
    public CompiledScenario(Scenario scenario)
        : this(scenario, null)
    {
    }

    private CompiledScenario(Scenario scenario, Intervention? intervention)
    {
        ImmutableArray<Disruption> later = [.. intervention?.Later ?? []];
        if (ScenarioRules.CheckModel(scenario) is { IsEmpty: false } problems) throw new InvalidScenarioException(scenario.Title, problems);
        Scenario = scenario = StartStates.Apply(scenario);
        Catalogue = new Catalogue(
            scenario.Clock, scenario.Defaults, scenario.Policies.Ration, scenario.Commodities, scenario.Parties, scenario.Places,
            scenario.Routes, AircraftTypes.Fill(scenario.Fleets), scenario.SupplyLines,
            [.. scenario.Disruptions.Concat(later).OfType<Restriction>().Select(one => one.WeightLimit).OfType<Mass>().Distinct()])
        {
            Crews = scenario.Crews,
            KnownStocks = StartStates.Stocks(scenario),
            FindUnknowns = () => UnknownFigures.Of(scenario, intervention?.After),
            Attacks = scenario.Attacks,
            Displacements = scenario.Displacements,
        };
        Roads = new RoadMap(Catalogue);
        NearCamps = new NearCamps(Catalogue, Roads);
        Measures = new MeasurePlan(Catalogue, scenario.Measures,
            new PartlyShut(scenario.Disruptions.Concat(later), scenario.Fronts).In(Catalogue));
        RoutesThatChange = ChangingRoutes.Of(scenario, scenario.Disruptions.Concat(later), Catalogue);
        Intervention = intervention;
        intervention?.Compile(Catalogue);
    }

    /// <summary>The same with one closure more, which shares all that a closure does not change.</summary>
    /// <param name="closure">Of things that exist; it is not checked again.</param>
    public CompiledScenario With(Closure closure)
    {
        var other = (CompiledScenario)MemberwiseClone();
        other.Scenario = Scenario with { Disruptions = Scenario.Disruptions.Add(closure) };
        other.RoutesThatChange = [.. RoutesThatChange.Zip(ChangingRoutes.Of(other.Scenario, [closure], Catalogue),
            (before, now) => before || now)];
        return other;
    }

    /// <summary>A variant from some moment on, and the scenario up to then.</summary>
    /// <exception cref="InvalidScenarioException">As above.</exception>
    public static CompiledScenario Of(Scenario scenario, Alternative alternative)
    {
        if (alternative.From is not { } from) return new CompiledScenario(alternative.Scenario);
        var intervention = new Intervention(StartStates.Apply(scenario), StartStates.Apply(alternative.Scenario), from);
        return new CompiledScenario(intervention.Whole, intervention);
    }

    public Scenario Scenario { get; private set; }

    /// <summary>What is done in the middle of each run; null where nothing is.</summary>
    public Intervention? Intervention { get; }

    public Catalogue Catalogue { get; }

    public RoadMap Roads { get; }

    public NearCamps NearCamps { get; }

    public MeasurePlan Measures { get; }

    /// <summary>By route: whether anything can shut or slow it during a run.</summary>
    public bool[] RoutesThatChange { get; private set; }
}
