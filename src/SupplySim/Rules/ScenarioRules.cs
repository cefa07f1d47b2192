using System.Collections.Immutable;
using SupplySim.Disruptions;
using SupplySim.Quantities;
using SupplySim.Runs;

namespace SupplySim.Rules;

/// <summary>All that is wrong with a scenario, found by reading its records before anything is run.</summary>
/// <remarks>
/// <para>What the records' documentation asks for is checked here and nowhere else, so that a scenario built in code and
/// one read from a file are held to the same rules. A scenario without a problem can be run.</para>
/// <para>Problems come in the order of the scenario's sections and of the records in them. One slip gives one problem: what
/// hangs on a name that does not exist is not looked at. A section too large to run is reported alone.</para>
/// <para>Pure; depends on the scenario alone. Cost: linear in the records, and one walk of the network for each origin and
/// base of supply lines, and for each line that could meet a crossing which has no inspection time for it.</para>
/// </remarks>
internal static partial class ScenarioRules
{
    private const int MostPlaces = 1_000_000;
    private const int MostRoutes = 5_000_000;
    private const int MostVehicles = 1_000_000;
    private const int MostStocks = 10_000_000;
    private const int MostTraffics = 64;

    /// <summary>Every problem of the scenario and, under <c>experiment.compare</c>, of its alternatives; none when it can
    /// be run.</summary>
    public static ImmutableArray<Problem> Check(Scenario scenario)
    {
        ArgumentNullException.ThrowIfNull(scenario);
        var review = new Review(scenario);
        CheckScenario(review);
        CheckExperiment(review);
        CheckAlternatives(review, scenario);
        return review.Problems;
    }

    /// <summary>Every problem of what is simulated, whatever the plan of its experiment says: a single run needs none, and
    /// that of an alternative is not looked at.</summary>
    public static ImmutableArray<Problem> CheckModel(Scenario scenario)
    {
        ArgumentNullException.ThrowIfNull(scenario);
        var review = new Review(scenario);
        CheckScenario(review);
        return review.Problems;
    }

    private static void CheckScenario(Review review)
    {
        CheckSize(review);
        if (!review.Problems.IsEmpty) return;
        CheckHead(review);
        CheckCommodities(review);
        CheckParties(review);
        CheckPlaces(review);
        CheckRoutes(review);
        CheckFleets(review);
        CheckLines(review);
        CheckPolicies(review);
        CheckFronts(review);
        CheckAttacks(review);
        CheckDisplacements(review);
        CheckCrews(review);
        CheckDisruptions(review);
        CheckAsOf(review);
        CheckParameters(review);
        CheckMeasures(review);
        CheckGoals(review);
        CheckObserved(review);
    }

    private static void CheckSize(Review review)
    {
        var scenario = review.Scenario;
        AtMost("places", scenario.Places.Length, MostPlaces, "places");
        AtMost("commodities", (long)scenario.Places.Length * scenario.Commodities.Length, MostStocks,
            "stocks (places times commodities)");
        AtMost("routes", scenario.Routes.Length, MostRoutes, "routes");
        AtMost("fleets", scenario.Fleets.Sum(fleet => Math.Max(0L, fleet.Count)), MostVehicles, "vehicles in all fleets");
        AtMost("fleets", scenario.Fleets.Select(fleet => fleet.Traffic).Distinct().Count(), MostTraffics, "kinds of traffic");

        var limits = scenario.Disruptions.OfType<Restriction>().Select(one => one.WeightLimit).OfType<Mass>().Distinct().ToImmutableArray();
        string[] byDirection = [.. scenario.Places.OfType<Crossing>().SelectMany(crossing => crossing.ToldByDirection)];
        if ((!limits.IsEmpty || byDirection.Length > 0) && review.Problems.IsEmpty)
            AtMost("fleets", new TrafficKinds(scenario.Fleets, new LoadClasses(scenario.Fleets, limits), limits, byDirection).Names.Length,
                MostTraffics, "kinds of traffic, told apart by the weight limits that may come and by direction");

        void AtMost(string path, long count, long most, string what)
        {
            if (count > most) review.Add(ProblemKind.OutOfRange, path, $"{count:#,0} {what}; at most {most:#,0} are allowed");
        }
    }

    // What an alternative shares with the scenario has been reported once already.
    private static void CheckAlternatives(Review review, Scenario scenario)
    {
        var known = review.Problems.Select(problem => (problem.Path, problem.Message)).ToHashSet();
        foreach (var alternative in review.Scenario.Experiment.Compare)
        {
            if (ReferenceEquals(alternative.Scenario, review.Scenario)) continue;
            if (alternative.Scenario.Clock != review.Scenario.Clock)
                review.Add(Review.Key("experiment.compare", alternative.Name),
                    $"its clock differs, and alternatives are compared day by day", $"make it a scenario of its own");
            var problems = CheckModel(alternative.Scenario);
            foreach (var problem in problems)
                if (!known.Contains((problem.Path, problem.Message)))
                    review.Add(Review.Key("experiment.compare", alternative.Name), $"{problem.Path}: {problem.Message}",
                        problem.Help);
            if (IsOverruled(review, scenario, alternative)) continue;
            if (alternative.From is { } from) CheckIntervention(review, alternative, from, isSound: known.Count == 0 && problems.IsEmpty);
        }
    }
}
