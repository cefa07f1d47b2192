using SupplySim.Disruptions;
using SupplySim.Engine;
using SupplySim.Experiments;
using SupplySim.Quantities;
using SupplySim.Runs;
using SupplySim.Statistics;

namespace SupplySim.Tests.Experiments;

/// <summary>What is unknown is one thing in a run, and its share of a spread is found.</summary>
public sealed class IgnoranceTests
{
    // Nobody leaves, and each day brings its batch: who is there at the end is who was there, and four draws of a Poisson law.
    private static readonly Scenario Camps = new()
    {
        Title = "Two camps",
        Clock = new Clock { Length = TimeSpan.FromDays(5) },
        Places =
        [
            new Camp("north") { People = Number.Unknown(1_000, 1_400), Arrivals = Arrivals.Poisson(2_000) },
            new Camp("south") { People = Number.Unknown(1_000, 1_200) },
            new Camp("west") { People = Number.Unknown(1_000, 1_200) },
        ],
        Measures =
        [
            new Measure("both") { Of = "camps", Is = MeasureKind.People },
        ],
    };

    /// <summary>Variances 400² / 12, 200² / 12 twice, and 4 x 2,000 by chance, so the shares are 0.476,
    /// 0.119 twice, and 0.286. At 4,000 runs their standard error is 0.011; an unknown figure that is drawn anew at each occasion, or two
    /// that share a stream, are found.</summary>
    [Fact]
    public void The_shares_of_a_sum_of_people_are_those_of_their_variances()
    {
        var measured = Experiment.Run(Camps, new() { Runs = 4_000 }).Alternatives[0];

        var spread = measured.Measure("both").Spread!;
        spread.Split.Shares[0].Share.Should().BeApproximately(0.47619, 0.04);
        spread.Split.Shares[1].Share.Should().BeApproximately(0.11905, 0.03);
        spread.Split.Shares[2].Share.Should().BeApproximately(0.11905, 0.03);
        spread.Split.Together.Share.Should().BeApproximately(0.71429, 0.04);
        spread.Unknowns[0].Should().BeEquivalentTo(
            new { Figure = new UnknownFigure("places.north.people", "unknown(1000, 1400)"), IsSure = true });
        spread.Unknowns.Should().OnlyContain(one => one.IsSure && one.Share.Low < one.Share.Share && one.Share.Share < one.Share.High);
        spread.ToString().Should().MatchRegex(
            @"^of the variance \d+ % \(\d+ to \d+ %\) is not knowing places\.\S+: \d+ % \(\d+ to \d+ %\).*; the rest is chance$");
        // What is known of one camp says nothing of another.
        var south = measured.Measure("both", "south").Spread!;
        (south.Unknowns[0].Figure.Path, south.Unknowns[0].Share.Share).Should()
            .Match<(string, double)>(one => one.Item1 == "places.south.people" && one.Item2 > 0.999);
        south.Unknowns.Skip(1).Should().OnlyContain(one => !one.IsSure && one.Share.Share < 0.02);
    }

    [Fact]
    public void Nothing_is_split_where_nothing_is_unknown_nothing_varies_or_runs_are_few()
    {
        Experiment.Run(Camps, new() { Runs = VarianceSplit.Fewest - 1 }).Alternatives[0].Measure("both").Spread.Should().BeNull();
        Experiment.Run(Camps, new() { Runs = VarianceSplit.Fewest }).Alternatives[0].Measure("both").Spread.Should().NotBeNull();
        var known = Camps with { Places = [.. Camps.Places.Select(place => (Place)((Camp)place with { People = 1_000 }))] };
        Experiment.Run(known, new() { Runs = 40 }).Alternatives[0].Measure("both").Spread.Should().BeNull();
        known.Unknowns().Should().BeEmpty();
        var still = known with { Places = [new Camp("north") { People = 1_000 },
            new Town("mill") { Loading = Duration.Uniform(TimeSpan.Zero, TimeSpan.FromHours(1)).AsUnknown() }] };
        var result = Experiment.Run(still, new() { Runs = 40 }).Alternatives[0];
        result.Measure("both", "north").Spread.Should().BeNull();
        result.Unknowns.Should().ContainSingle().Which.ToString().Should().Be("places.mill.loading: unknown(0 s, 1 h)");
    }

    /// <summary>How long a road is shut decides all, by a kink: as long as the stock lasts nobody is hungry. Sixty runs say so, and do not
    /// call a part of it chance.</summary>
    [Fact]
    public void Where_one_figure_decides_all_by_a_kink_the_interval_reaches_to_all()
    {
        var line = Small.Line("road", "trucks") with { WhenBelow = Small.Food(20), UpTo = Small.Food(40) };
        var scenario = Small.Camp().Until("720:00").With(line)
            .With(new Closure("flood") { Close = "depot - camp", At = Moment.Day(1),
                For = Duration.Uniform(TimeSpan.Zero, TimeSpan.FromDays(20)).AsUnknown() })
            with { Measures = [new Measure("hungry") { Of = "camp", Is = MeasureKind.UnmetPersonDays, Commodity = "food" }] };

        var hungry = Experiment.Run(scenario, new() { Runs = 60 }).Alternatives[0].Measure("hungry", "camp", "food");

        (hungry.Estimate.Min, hungry.Spread!.Split.Together.High).Should().Be((0, 1));
        hungry.Spread.Split.Together.Share.Should().BeGreaterThan(0.98);
        hungry.Spread.Split.Together.Low.Should().BeGreaterThan(0.9);
    }

    [Fact]
    public void What_may_never_happen_is_split_by_whether_it_happens()
    {
        var scenario = Small.Camp().Until(
            "48:00") with { Measures = [new Measure("first") { Of = "camp", Is = MeasureKind.FirstTimeBelowWarning }] };
        scenario = scenario.Place<Camp>("camp",
            camp => camp with { WarnBelow = TimeSpan.FromHours(6), People = Number.Unknown(0, 2 * camp.People.Mean) });

        var spread = Experiment.Run(scenario, new() { Runs = 400 }).Alternatives[0].Measure("first", "camp");

        spread.Estimate.Share.Should().BeInRange(0.1, 0.9);
        spread.Spread!.IsOfHappening.Should().BeTrue();
        // A step in one figure: all but what lies within the bin of the step.
        spread.Spread.Unknowns.Should().ContainSingle().Which.Share.Share.Should().BeGreaterThan(0.8);
    }

    /// <summary>The number of workers and what else is drawn change nothing.</summary>
    [Fact]
    public void A_split_depends_on_scenario_seed_and_runs_alone() =>
        Experiment.Run(Camps, new() { Runs = 60, Workers = 3 }).Alternatives[0].Measures.Select(one => one.Spread!.Split.Shares[0])
            .Should().Equal(Experiment.Run(Camps, new() { Runs = 60, Workers = 1 }).Alternatives[0].Measures
                .Select(one => one.Spread!.Split.Shares[0]));

    [Fact]
    public void A_figure_is_one_in_a_run_for_all_that_share_it_and_two_that_say_the_same_are_two()
    {
        var (shared, alone, chance) = (Drawn().AsUnknown(), Drawn().AsUnknown(), Drawn());
        Clerk[] clerks = [new("one", shared), new("two", shared), new("three", alone), new("four", chance)];
        var scenario = Camps with { Places = [new Camp("north") { People = 1 }], Disruptions = [.. clerks] };
        scenario.Unknowns().Select(one => one.Path).Should().Equal("disruptions.one.takes", "disruptions.three.takes");

        for (var run = 0; run < 5; run++)
        {
            foreach (var clerk in clerks) clerk.Seen.Clear();
            scenario.Run(seed: 9, run);
            clerks[0].Seen.Should().HaveCount(3);
            clerks[0].Seen.Distinct().Should().ContainSingle();
            clerks[1].Seen.Should().Equal(clerks[0].Seen);
            clerks[2].Seen.Distinct().Should().ContainSingle().Which.Should().NotBe(clerks[0].Seen[0]);
            clerks[3].Seen.Distinct().Should().HaveCount(3);
        }
        static Duration Drawn() => Duration.Uniform(TimeSpan.FromHours(1), TimeSpan.FromHours(9));
    }

    private sealed record Clerk(string Id, Duration Takes) : Disruption(Id)
    {
        internal List<TimeSpan> Seen { get; } = [];

        public override async Process Unfold(World world)
        {
            for (var occasion = 0; occasion < 3; occasion++)
            {
                Seen.Add(world.Sample(Takes, $"clerk/{Id}", occasion));
                await world.Delay(TimeSpan.FromHours(1));
            }
        }
    }
}
