using SupplySim.Disruptions;
using SupplySim.Experiments;
using static SupplySim.Tests.Experiments.RankWays;

namespace SupplySim.Tests.Experiments;

/// <summary>What becomes of a ranking some of whose runs fail.</summary>
public sealed class RankFailureTests
{
    /// <summary>A lock that breaks while the left way is shut: what needs the left way shut cannot be
    /// ranked, all else is as without it.</summary>
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public void A_closure_whose_runs_fail_has_no_rank_and_all_else_is_ranked_as_before(int workers)
    {
        var brittle = Ways.With(new Brittle("brittle") { When = "left" });
        var options = new ExperimentOptions { Runs = 12, Workers = workers, KeepFailures = true };
        var whole = Experiment.Rank(Ways.With(new Brittle("brittle") { When = "nowhere" }),
            Week with { What = ["places", "ends"] }, options);

        var result = Experiment.Rank(brittle, Week with { What = ["places", "ends"] }, options);

        result.Unranked.Should().Equal(new UnrankedClosure("left", false, 4));
        result.Failures.Select(one => (one.What, one.Replication)).Should()
            .Equal(new[] { 0, 3, 6, 9 }.Select(run => ("baseline with place left shut", run)));
        result.Failures.Should().OnlyContain(one => one.Message.Contains("it broke", StringComparison.Ordinal));
        (result.Runs, result.IsWhole).Should().Be((12, true));
        result.Closures.Select(one => one.Target).Should()
            .Equal(whole.Closures.Select(one => one.Target).Where(target => target != "left"));
        result.Closures.Select(one => one.Effect).Should()
            .Equal(whole.Closures.Where(one => one.Target != "left").Select(one => one.Effect));
        result.Invoking(_ => Experiment.Rank(brittle, Week with { What = ["places", "ends"] }, InRuns(12))).Should()
            .Throw<Engine.SimulationFailedException>().WithMessage("*it broke*");
    }

    [Fact]
    public void What_fails_with_nothing_shut_is_left_out_everywhere_and_nothing_is_told_apart()
    {
        var options = new ExperimentOptions { Runs = 12, Workers = 2, KeepFailures = true };

        var result = Experiment.Rank(Ways.With(new Brittle("brittle")), Week with { What = ["places", "ends"] }, options);

        (result.Runs, result.RunsPlanned, result.IsWhole).Should().Be((8, 12, true));
        result.Unranked.Should().BeEmpty();
        result.Failures.Where(one => one.Shut.IsEmpty).Select(one => one.Replication).Should().Equal(0, 3, 6, 9);
        double.IsNaN(result.Open.HalfWidth).Should().BeTrue();
        result.Closures.Should().OnlyContain(one =>
            one.Rank == 1 && !one.IsSure && one.Effect!.N == 8 && double.IsNaN(one.Effect.HalfWidth) && double.IsNaN(one.Effect.PValue));
        result.Closures[0].Target.Should().Be("depot");
        result.Invoking(_ => Experiment.Rank(Ways.With(new Brittle("brittle") { Every = 1 }), Week, options)).Should()
            .Throw<Engine.SimulationFailedException>().Which.Replication.Should().Be(0);
    }

    [Fact]
    public void An_alternative_that_fails_is_not_asked_whether_it_protects()
    {
        var compared = Compared(("as-it-is", Floods()), ("fuller", Store(Floods(), 8)),
            ("brittle", Store(Floods(), 9).With([.. Floods().Disruptions, new Brittle("brittle")])));

        var result = Experiment.Rank(compared, Week, new() { Runs = 30, Workers = 2, KeepFailures = true });

        result.Closures.Should().Contain(one => one.Protection != null && one.Protection.Alternative == "fuller").And
            .NotContain(one => one.Protection != null && one.Protection.Alternative == "brittle");
        result.Failures.Should().NotBeEmpty().And.OnlyContain(one => one.Alternative == "brittle");
        (result.Unranked.IsEmpty, result.Runs).Should().Be((true, 30));
    }

    /// <summary>What is spared is shut all at once in one more alternative: where that fails, each of it is
    /// shut in turn after all.</summary>
    [Fact]
    public void Where_what_was_spared_fails_at_once_each_is_shut_in_turn()
    {
        var result = Experiment.Rank(Ways.With(new Brittle("brittle") { When = "stub" }), Week with { What = ["places", "ends"] },
            new() { Runs = 6, KeepFailures = true });

        (result.SparedChangesNothing, result.Spared.IsEmpty).Should().Be((false, true));
        result.Unranked.Should().Equal(new UnrankedClosure("stub", false, 2));
        result.Failures.Should().Contain(one =>
            one.Shut.Length > 1 && one.What.EndsWith("shut at once that were to be left open", StringComparison.Ordinal));
        result.Closures.Should().Contain(one => one.Target == "far");
    }

    /// <summary>Fails on day 3 in some replications, always or where a place is shut by then.</summary>
    private sealed record Brittle(string Id) : Disruption(Id)
    {
        public string? When { get; init; }

        public int Every { get; init; } = 3;

        public override async Engine.Process Unfold(SupplySim.Runs.World world)
        {
            await world.Delay(TimeSpan.FromDays(3));
            var isShut = When is null || (world.Catalogue.TryPlace(When, out var place) && world.Crossings[place]!.IsShut);
            if (world.Simulation.Replication % Every == 0 && isShut) throw new InvalidOperationException("it broke");
        }
    }
}
