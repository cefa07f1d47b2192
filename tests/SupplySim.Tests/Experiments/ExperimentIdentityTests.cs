using SupplySim.Disruptions;
using SupplySim.Engine;
using SupplySim.Experiments;
using SupplySim.Quantities;
using SupplySim.Runs;
using static SupplySim.Tests.Small;

namespace SupplySim.Tests.Experiments;

/// <summary>Two experiments are the same where their runs are, and where they are not what differs is named.</summary>
public sealed class ExperimentIdentityTests
{
    private static readonly Scenario Plain = Daily()
        .With(new Closure("flood") { Close = "bridge", At = Moment.Day(1), For = Duration.Exponential(TimeSpan.FromDays(1)) });

    private static string[] Differences(Scenario there, Scenario here, ulong seedThere = 1, ulong seedHere = 1) =>
        [.. ExperimentIdentity.Of(here, seedHere).Differences(ExperimentIdentity.Of(there, seedThere).Lines)];

    [Fact]
    public void What_changes_no_run_is_no_difference() => Differences(Plain, Plain with
    {
        Title = "Another", Summary = "More", Sources = [("a", "b")],
        Experiment = new() { Runs = 5, StopWhen = new StopRule { HalfWidth = 0.1, Of = "x" } },
    }).Should().BeEmpty();

    [Fact]
    public void A_seed_is_named_with_both_values() => Differences(Plain, Plain, 1, 2).Should().Equal("seed: 1 there, 2 here");

    [Fact]
    public void A_value_is_named_by_its_path_with_both_values() =>
        Differences(Plain, Plain with { Fleets = [Plain.Fleets[0] with { Count = 4 }] }).Should()
            .Equal("fleets.trucks.count: 1 there, 4 here");

    [Fact]
    public void A_law_is_told_apart_below_what_its_text_shows()
    {
        var slightly =
            Plain.With(new Closure("flood") { Close = "bridge", At = Moment.After(TimeSpan.FromDays(1) + TimeSpan.FromTicks(1)),
                For = Duration.Exponential(TimeSpan.FromDays(1)) });
        Moment.After(TimeSpan.FromDays(1) + TimeSpan.FromTicks(1)).ToString().Should().Be(Moment.Day(1).ToString());
        Differences(Plain, slightly).Should().ContainSingle().Which.Should().StartWith("disruptions.flood.at: day 1 [");
        Differences(Plain,
            Plain.With(new Closure("flood") { Close = "bridge", At = Moment.Day(1), For = Duration.Exponential(TimeSpan.FromDays(2)) }))
            .Should().ContainSingle().Which.Should().StartWith("disruptions.flood.for: ");
    }

    [Fact]
    public void Order_counts_since_it_settles_ties() =>
        Differences(Plain, Plain with { Places = [.. Plain.Places.Reverse()] }).Should()
            .Equal("places: [depot, bridge, town] there, [town, bridge, depot] here");

    [Fact]
    public void What_is_there_in_one_alone_is_named_by_itself_without_its_parts_and_its_list() =>
        Differences(Plain, Plain.With(Array.Empty<Disruption>())).Should().Equal("disruptions.flood: there, not here");

    [Fact]
    public void Times_and_what_is_for_all_or_for_each_are_told_as_they_are_written()
    {
        var wide = Plain with
        {
            Places = [.. Plain.Places.Select(place =>
                place is Crossing bridge ? bridge with { Lanes = Each<int>.Of(("in", 2), ("out", 1)) } : place)],
        };
        Differences(Plain, wide).Should().Equal("places.bridge.lanes: 1 there, [in, out] here", "places.bridge.lanes.in: not there, 2 here",
            "places.bridge.lanes.out: not there, 1 here");
        Differences(Plain, Plain with { Clock = Plain.Clock with { Length = TimeSpan.FromHours(36) } }).Should().ContainSingle().Which
            .Should().EndWith("there, 36 h here");
    }

    [Fact]
    public void Alternatives_are_told_by_what_they_change()
    {
        var more = Plain with { Fleets = [Plain.Fleets[0] with { Count = 4 }] };
        Scenario With(params Alternative[] compared) => Plain with { Experiment = new() { Compare = [.. compared] } };
        Differences(With(new Alternative("a", Plain), new("b", more)), With(new Alternative("a", Plain), new("b", more)))
            .Should().BeEmpty();
        Differences(With(new Alternative("a", Plain), new("b", more)), With(new Alternative("a", Plain), new("b", Plain))).Should()
            .Equal("compare.b.fleets.trucks.count: 4 there, not here");
        Differences(With(new Alternative("a", Plain), new("b", more)),
            With(new Alternative("a", Plain), new("b", more) { From = Moment.Day(3) })).Should()
                .Equal("compare.b.from: not there, day 3 here");
        Differences(With(new Alternative("a", Plain)), Plain).Should().Equal("compare: a there, baseline here");
    }

    [Fact]
    public void A_record_of_ones_own_is_told_by_type_version_and_fields()
    {
        Differences(Plain.With(new Mine("mine") { Hours = 2 }), Plain.With(new Mine("mine") { Hours = 2 })).Should().BeEmpty();
        Differences(Plain.With(new Mine("mine") { Hours = 2 }), Plain.With(new Mine("mine") { Hours = 3 })).Should()
            .Equal("disruptions.mine.hours: 2 there, 3 here");
        ExperimentIdentity.Of(Plain.With(new Mine("mine"))).Lines.Should()
            .Contain(line => line.Path == "disruptions.mine" && line.Value.Contains("Mine, 0.1.0.0", StringComparison.Ordinal));
    }

    [Fact]
    public void A_ranking_is_another_experiment_by_another_plan_and_not_by_what_is_closed()
    {
        var measured = Plain with { Measures = [new Measure("passed") { Of = "bridge", Is = MeasureKind.Passed }] };
        var plan = ExperimentIdentity.OfRanking(measured, new() { By = "passed" });
        plan.Differences(ExperimentIdentity.OfRanking(measured, new() { By = "passed", What = ["routes"] }).Lines).Should().BeEmpty();
        plan.Differences(ExperimentIdentity.OfRanking(measured, new() { By = "passed", ShutFor = TimeSpan.FromDays(3) }).Lines).Should()
            .ContainSingle().Which.Should().StartWith("rank.shut-for: ");
        plan.Differences(ExperimentIdentity.Of(measured).Lines).Should().NotBeEmpty();
    }

    private sealed record Mine(string Id) : Disruption(Id)
    {
        public int Hours { get; init; }

        public override async Process Unfold(World world) => await world.Delay(TimeSpan.FromHours(Hours));
    }
}
