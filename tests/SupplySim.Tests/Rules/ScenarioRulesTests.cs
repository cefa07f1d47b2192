using SupplySim.Rules;
using System.Collections.Immutable;
using System.Globalization;
using SupplySim.Quantities;
using static SupplySim.Tests.Rules.RulesScenario;

namespace SupplySim.Tests.Rules;

/// <summary>The rules of a scenario: one slip for each rule, made in a scenario that is right, is told alone and at its place.</summary>
public sealed partial class ScenarioRulesTests
{
    /// <summary>One mistake, where it must be told, and a piece of what must be said.</summary>
    private sealed record Slip(string Claim, Func<Scenario, Scenario> Make, string Path, string Says);

    private static readonly Slip[] Slips =
    [
        .. HeadSlips, .. PlaceSlips, .. CrossingSlips, .. RouteSlips, .. FleetSlips, .. FlightSlips, .. LineSlips,
        .. FrontSlips, .. DisplacementSlips, .. DisruptionSlips, .. ConditionSlips, .. MeasureSlips, .. ExperimentSlips,
    ];

    public static TheoryData<string> Claims => [.. Slips.Select(slip => slip.Claim)];

    [Theory, MemberData(nameof(Claims))]
    public void One_slip_is_told_alone_and_at_its_place(string claim)
    {
        var slip = Slips.Single(one => one.Claim == claim);
        var problems = slip.Make(Valid()).Problems();
        problems.Should().ContainSingle(because: string.Join("\n", problems));
        problems[0].Path.Should().Be(slip.Path);
        problems[0].ToString().Should().Contain(slip.Says);
        problems[0].Message.Should().NotEndWith(".");
    }

    [Fact]
    public void Where_the_roads_end_is_told()
    {
        var road = Small.Road();
        var apart = (road with { Routes = [Small.Leg("bridge", "town", 60)] }).Place<Depot>("depot",
            one => one with { At = Small.East(-60) }).Place<Town>("town", one => one with { At = Small.East(60) });
        var problem = apart.Problems().Single(one => one.Path == "supply-lines.road.to");
        problem.Message.Should().Be(
            "no road leads from 'depot' to 'town': the roads from 'depot' begin nowhere, and those to 'town' begin at 'bridge'");
        problem.Help.Should().Be("add a route 'depot - bridge', or whatever is missing");
        // Nobody says where anything lies.
        (road with { Routes = [] }).Problems().Should().Contain(one =>
            one.Message == "no road leads from 'depot' to 'town': no road begins at 'depot'" && one.Help == "add the missing routes");
    }

    [Fact]
    public void A_scenario_in_which_nothing_is_wrong_has_no_problem() =>
        Valid().Problems().Should().BeEmpty();

    [Fact]
    public void All_problems_are_told_at_once_in_the_order_of_the_scenario()
    {
        var spoilt = Valid()
            .Line("camp-road", line => line with { By = "lorries" })
            .Fleet("trucks", fleet => fleet with { Count = -1 })
            .Place<Camp>("camp", camp => camp with { Docks = 0 })
            .Place<Crossing>("bridge", bridge => bridge with { Lanes = 0 })
            .Measure("hungry", measure => measure with { Commodity = "bread" })
            .Front("north", front => front with { Takes = 1 })
            .Disruption<SupplySim.Disruptions.Closure>("shelling", closure => closure with { Close = "brigde" }) with { Title = " " };

        spoilt.Problems().Select(problem => problem.Path).Should().Equal(
            "title", "places.bridge.lanes", "places.camp.docks", "fleets.trucks.count", "supply-lines.camp-road.by",
            "fronts.north.takes", "disruptions.shelling.close", "measures.hungry.commodity");
    }

    [Fact]
    public void A_problem_reads_the_same_in_every_culture()
    {
        var spoilt = Valid().Place<Camp>("camp", camp => camp with { Docks = -3 }).Front("north", front => front with { Takes = -0.5 });
        var here = CultureInfo.CurrentCulture;
        try
        {
            CultureInfo.CurrentCulture = new CultureInfo("sv-SE");
            spoilt.Problems().Select(problem => problem.Message).Should().Equal(
                "-3 docks; at least 1 is needed", "a share of -0.5; allowed: 0 to below 1 (0 % to below 100 %)");
        }
        finally
        {
            CultureInfo.CurrentCulture = here;
        }
    }

    [Fact]
    public void An_alternative_tells_only_what_the_scenario_does_not_tell_itself()
    {
        var spoilt = Valid().Place<Camp>("camp", camp => camp with { Docks = 0 });
        var worse = spoilt.Fleet("planes", fleet => fleet with { Count = -1 });
        var compared = spoilt with { Experiment = new ExperimentPlan { Compare = [new("as-is", spoilt), new("no-planes", worse)] } };

        compared.Problems().Select(problem => problem.ToString()).Should().Equal(
            "places.camp.docks: 0 docks; at least 1 is needed",
            "experiment.compare.no-planes: fleets.planes.count: -1 vehicles; at least 0 is needed");
    }

    [Fact]
    public void What_stops_the_experiment_is_no_matter_of_an_alternative_or_of_a_single_run()
    {
        var stops = Valid().Plan(plan => plan with { StopWhen = plan.StopWhen! with { In = "as-is" } });
        var compared = stops.Plan(plan => plan with { Compare = [new("as-is", stops)] });

        compared.Problems().Should().BeEmpty();
        ScenarioRules.CheckModel(stops).Should().BeEmpty();
    }

    [Fact]
    public void A_scenario_too_large_to_run_is_not_looked_into_further()
    {
        var vast = Valid().Fleet("trucks", fleet => fleet with { Count = 2_000_000 }) with { Title = "" };
        vast.Problems().Should().ContainSingle().Which.ToString()
            .Should().Be("fleets: 2,000,100 vehicles in all fleets; at most 1,000,000 are allowed");
    }

    [Fact]
    public void A_row_of_a_hundred_thousand_places_does_not_exhaust_the_stack()
    {
        const int Length = 100_000;
        var towns = Enumerable.Range(0, Length).Select(i => (Place)new Town($"t{i}"));
        var roads = Enumerable.Range(1, Length - 1).Select(i => Road($"t{i - 1}", $"t{i}"));
        var valid = Valid();
        var far = valid with
        {
            Places = [.. valid.Places, .. towns],
            Routes = [.. valid.Routes, .. roads, Road("town", "t0"), Road($"t{Length - 1}", "gate"), Road("gate", "camp")],
        };
        far = far with { Places = far.Places.Add(
            new Crossing("gate") { Lanes = 1, Inspection = Each<Duration>.Of(("commercial", Minutes(1))) }) };

        far.Problems().Should().ContainSingle().Which.Path.Should().Be("places.gate.inspection", "the row leads past it to the camp");
    }

    [Fact]
    public void Two_one_way_roads_make_one_with_separate_carriageways() =>
        (Valid() with { Routes = [.. Valid().Routes, Road("town", "post") with { OneWay = true },
            Road("post", "town") with { OneWay = true }] })
            .Place<Crossing>("post", post => post with { Inspection = Minutes(5) })
            .Problems().Should().BeEmpty();

    [Fact]
    public void An_empty_vehicle_needs_no_time_of_its_own_traffic() =>
        (Valid() with
        {
            Places = Valid().Places.Add(new Crossing("gate") { Lanes = 1, Inspection = Each<Duration>.Of(("empty", Minutes(1))) }),
            Routes = [.. Valid().Routes, Road("town", "gate"), Road("gate", "yard")],
        })
            .Place<Town>("town", town => town with { Loading = Minutes(1) }).Yard().Line("onward", line => line with { From = "town" })
            .Problems().Should().BeEmpty();

    [Fact]
    public void A_condition_of_any_depth_is_judged_without_exhausting_the_stack()
    {
        var deep = Enumerable.Range(0, 200_000).Aggregate(Condition.Open("bridge"), (condition, _) => condition.Not());
        Valid().Line("camp-road", line => line with { When = deep })
            .Problems().Should().ContainSingle().Which.Path.Should().Be("supply-lines.camp-road.when");
    }

    private static ImmutableArray<T> Twice<T>(ImmutableArray<T> records) => records.Add(records[0]);
}
