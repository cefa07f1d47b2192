using System.Collections.Immutable;
using SupplySim.Disruptions;
using SupplySim.Planning;
using SupplySim.Quantities;
using SupplySim.Scenarios.Tests.Support;

namespace SupplySim.Scenarios.Tests.Binding;

/// <summary>What a file says under <c>policies</c>, and what they decide by.</summary>
public class PolicyTests
{
    public static TheoryData<string, Policy> Routings => new()
    {
        { "{rule: fastest}", new Fastest() },
        { "{rule: safest}", new Safest() },
        { "{rule: safest, per-attack: 200 h}", new Safest { PerAttack = TimeSpan.FromHours(200) } },
        { "{rule: wait-or-detour, assume: 3 d}", new WaitOrDetour { Assume = TimeSpan.FromDays(3) } },
        { "{rule: soonest}", new Soonest { Assume = TimeSpan.FromDays(27) } },
        { "{rule: soonest, assume: 3 d}", new Soonest { Assume = TimeSpan.FromDays(3) } },
    };

    public static TheoryData<string, Policy> Others => new()
    {
        { "divert: {rule: hold}", new Hold() },
        { "divert: {rule: return}", new Return() },
        { "divert: {rule: to-need, patience: 12 h}", new ToNeed { Patience = TimeSpan.FromHours(12) } },
        { "dispatch: {rule: go, minimum-load: 50 %}", new Go { MinimumLoad = 0.5 } },
        { "airlift: {rule: when-cut-off, below: 5 d, until: 10 d}",
            new WhenCutOff { Below = TimeSpan.FromDays(5), Until = TimeSpan.FromDays(10) } },
        { "preposition: {rule: by-warning, at: day 3, for: 9 d, up-to: 30 d}",
            new ByWarning { At = Moment.Day(3), For = TimeSpan.FromDays(9), UpTo = TimeSpan.FromDays(30) } },
        { "dispatch: {rule: stay-at-base}", new StayAtBase() },
        { "dispatch: {rule: stage-at, place: valley}", new StageAt { Place = "valley" } },
    };

    [Theory, MemberData(nameof(Others))]
    public void So_are_those_of_diverting_and_dispatch(string written, Policy policy) =>
        ((Policy?[])[Written(written).Divert, Written(written).Dispatch, Written(written).Airlift, Written(written).Preposition]).Should()
            .Contain(policy);

    [Theory, MemberData(nameof(Routings))]
    public void A_rule_is_named_and_its_keys_are_its_own(string written, Policy routing) =>
        Written($"routing: {written}").Routing.Should().Be(routing);

    public static TheoryData<string, AllocationPolicy> Shares => new()
    {
        { "people", AllocationPolicy.People }, { "order", AllocationPolicy.Order }, { "priority", AllocationPolicy.Priority },
        { "proportional", AllocationPolicy.Proportional }, { "days-of-supply", AllocationPolicy.DaysOfSupply },
    };

    [Theory, MemberData(nameof(Shares))]
    public void Vehicles_are_shared_by_a_word(string word, AllocationPolicy by) =>
        Written($"share: {{by: {word}}}").Share.By.Should().Be(by);

    [Fact]
    public void Where_nothing_is_said_the_fastest_way_is_taken_and_people_count()
    {
        var written = Written("share: {}");
        written.Should().Be(new Policies { Ration = written.Ration, Reroute = written.Reroute });
    }

    [Fact]
    public void Rations_are_cut_by_one_rule_or_several_for_all_or_by_commodity()
    {
        ImmutableArray<Ration> Rules(string written) =>
            ScenarioFile.Parse(SmallScenario.Text.Replace("{when: stock < 3 d, to: 75 %, until: stock > 7 d}", written,
                StringComparison.Ordinal)).Policies.Ration;
        Rules("{when: stock < 3 d, to: 75 %}").Should()
            .Equal(new Ration { When = Condition.StockHere.IsBelow(TimeSpan.FromDays(3)), To = 0.75 });
        var two = Rules("[{when: since(day 5), to: {food: 50 %}, until: since(day 9)}, {when: stock < 1 d, to: 20 %}]");
        two.Select(one => $"{one.When} {one.To} {one.Until}").Should().Equal("since(day 5) {food: 0.5} since(day 9)", "stock < 1 d 0.2 ");
    }

    [Fact]
    public void Hazards_attacks_and_announcements_are_read()
    {
        var scenario = ScenarioFile.Parse(SmallScenario.Text
            .Replace("speed: 40 km/h, source: own", "speed: 40 km/h, hazard: 0.004 /h, attacked-every: 900 km, source: own",
                StringComparison.Ordinal)
            .Replace("disruptions:\n", "attacks: {lost: 20 %, halt: exponential(mean=2 h), by-size: 0.5, per-escort: 70 %}\ndisruptions:\n",
                StringComparison.Ordinal)
            .Replace("close: bridge, en-route", "close: bridge, announced: 3 d, en-route", StringComparison.Ordinal));
        scenario.Routes.Should().Contain(route =>
            route.Hazard == new Rate(Quantity.Pieces(4), TimeSpan.FromHours(1000)) && route.AttackedEvery == Distance.FromKilometres(900));
        scenario.Attacks.Should().Be(
            new AttackRules { Lost = 0.2, Halt = Duration.Exponential(TimeSpan.FromHours(2)), BySize = 0.5, PerEscort = 0.7 });
        scenario.Disruptions.OfType<Closure>().Should().Contain(closure => closure.Announced == TimeSpan.FromDays(3));
    }

    [Fact]
    public void A_displacement_is_read()
    {
        const string text = """
            displacements:
              fighting:
                from: base
                while: not open(bridge)
                people: [{from: day 0, rate: 300 /d}, {from: day 3, rate: poisson(50 /d)}]
                night: 30 %
                residents: unknown(20 000, 30 000)
                pace: 4 km/h
                batches: 6 h
                return: {while: open(bridge), after: 90 d, people: 100 /d}

            """;
        var displacement = ScenarioFile.Parse(
            SmallScenario.Text.Replace("disruptions:\n", text + "disruptions:\n", StringComparison.Ordinal)).Displacements.Single();
        displacement.From.Should().Be((Waypoint)"base");
        displacement.People.Steps.Should().HaveCount(2);
        displacement.Residents.Should().Be(Number.Unknown(20_000, 30_000));
        (displacement.Night, displacement.Batches, displacement.Pace).Should()
            .Be((0.3, TimeSpan.FromHours(6), Speed.FromKilometresPerHour(4)));
        displacement.Return.Should().Be(
            new Homecoming { While = Condition.Open("bridge"), After = TimeSpan.FromDays(90), People = Rate.PerDay(Quantity.Pieces(100)) });
    }

    [Fact]
    public void Where_people_flee_to_is_a_list_of_camps_or_shares_by_camp()
    {
        Fleeing("[valley, host]").Displacements.Single().To.Should().Equal("valley", "host");
        Fleeing("{valley: 60 %, host: 40 %}").Displacements.Single().To.Should().Equal(("valley", 0.6), ("host", 0.4));
        Fleeing("{valley: 0.6, host: 0.4}").Displacements.Single().To[1].ToString().Should().Be("host: 40 %");
    }

    [Theory]
    [InlineData("{valley: 60 %, host: 30 %}", "the shares add up to 90 %")]
    [InlineData("{valley: 60 %, hots: 40 %}", "`hots`")]
    [InlineData("{valley: 60 %, host: 140 %}", "140 %")]
    [InlineData("{valley: 60 %, host: 40 %, valley: 0 %}", "`valley`")]
    [InlineData("{valley: 60 %, host: }", "a share")]
    [InlineData("valley", "a list of camps, or of shares by camp, is needed here")]
    [InlineData("{}", "it names no camp")]
    [InlineData("[]", "it names no camp")]
    [InlineData("[{valley: 60 %}, {host: 40 %}]", "shares by camp are one block, not a list of blocks")]
    public void What_is_wrong_with_where_people_flee_to_is_told_there(string to, string says)
    {
        var refused = FluentActions.Invoking(() => Fleeing(to)).Should().Throw<ScenarioFileException>().Which;
        refused.Diagnostics.Should().ContainSingle();
        refused.Message.Should().Contain(says);
    }

    private static Scenario Fleeing(string to) => ScenarioFile.Parse(SmallScenario.Text
        .Replace("  valley:\n", "  host: {kind: camp, people: 0, stock: 10 d}\n  valley:\n", StringComparison.Ordinal)
        .Replace("routes:\n", "routes:\n  valley - host: {length: 10 km, speed: 30 km/h}\n", StringComparison.Ordinal)
        .Replace("disruptions:\n", "displacements:\n  fighting:\n    from: base\n    people: 300 /d\n    pace: 4 km/h\n    to: " + to
            + "\ndisruptions:\n", StringComparison.Ordinal));

    private static Policies Written(string policy) =>
        ScenarioFile.Parse(SmallScenario.Text.Replace("share: {by: people}", policy, StringComparison.Ordinal)).Policies;
}
