using SupplySim.Disruptions;
using SupplySim.Planning;
using SupplySim.Quantities;
using static SupplySim.Tests.Small;

namespace SupplySim.Tests;

/// <summary>What can be run, is probably not meant, and is told before the run.</summary>
public sealed class CautionsTests
{
    private static readonly SupplyLine Trucked = Line("road", "trucks") with { WhenBelow = Food(10), UpTo = Food(30) };

    [Fact]
    public void A_camp_that_nobody_supplies_is_told() => Told(Camp()).Should().Equal(
        "places.camp: nobody brings food to 'camp', and what lies there does not last to the end; add a supply line, or let it be found locally");

    [Fact]
    public void One_that_is_supplied_is_not() => Told(Camp().With(Trucked)).Should().BeEmpty();

    // 48 t last for two days.
    [Fact]
    public void Nor_is_one_that_has_enough() =>
        Told(Camp().Place<Camp>("camp", camp => camp with { Stock = Food(48) })).Should().BeEmpty();

    [Fact]
    public void Fuel_for_the_pumps_is_a_need_that_somebody_must_meet()
    {
        var source = new LocalSource { Share = 0.5, Needs = "fuel", PerPerson = Rate.PerDay(Quantity.Litres(0.02m)) };
        var scenario = (Camp() with { Commodities = Camp().Commodities.Add(new Commodity("fuel") { Unit = QuantityUnit.Millilitre }) })
            .Place<Camp>("camp", camp => camp with { LocalShare = [("food", source)] }).With(Trucked with { Commodities = ["food"] });
        Told(scenario).Should().ContainSingle().Which.Should().Contain("nobody brings fuel to 'camp'");
    }

    [Fact]
    public void What_perfect_knowledge_makes_idle_is_told() => Told(Camp().With(Trucked).Plus(new Crossing("bridge") { Lanes = 1, Inspection = Minutes(1) }) with
    {
        Policies = new Policies { Knowledge = Knowledge.Perfect, Reroute = new Reroute { LearnsAfter = TimeSpan.FromHours(2) } },
        Disruptions = [new Rumour("truce") { Report = "bridge", Says = Said.Open, At = Moment.Day(1) }],
    }).Select(told => told.Split(':')[0]).Should().Equal("policies.reroute.learns-after", "disruptions.truce");

    [Fact]
    public void What_a_disruption_says_in_vain_is_told() => Told(Camp().With(Trucked).Plus(new Crossing("bridge") { Lanes = 1, Inspection = Minutes(1) }) with
    {
        Crews = [("engineers", 1)],
        Disruptions =
        [
            new Closure("flood") { Close = "bridge", At = Moment.Day(1), Queue = QueueRule.Divert },
            new Restriction("ice") { Limit = "bridge", At = Moment.Day(1), Lanes = 1, WeightLimit = Mass.FromTonnes(900) },
        ],
    }).Select(told => told.Split(':')[0]).Should().Equal("disruptions.flood.queue", "disruptions.ice.lanes", "disruptions.ice.weight-limit", "crews.engineers");

    // After the two days of the run 5 of 7 days are left, and 4 are the level.
    [Theory]
    [InlineData(4, true)]
    [InlineData(6, false)]
    public void A_trigger_that_can_never_fire_is_told(int level, bool isTold)
    {
        var scenario = Camp().Place<Camp>("camp", camp => camp with { Stock = Supply.Days(7) })
            .With(Trucked with { WhenBelow = Supply.Days(level), UpTo = Supply.Days(9) });
        Told(scenario).Should().HaveCount(isTold ? 1 : 0);
        if (isTold) Told(scenario)[0].Should().StartWith("supply-lines.road.when-below: 4 d, which 'camp' never falls below");
    }

    [Fact]
    public void A_hazard_that_no_rule_reckons_with_is_told()
    {
        var scenario = Camp().With(Trucked);
        scenario = scenario with { Routes = [scenario.Routes[0] with { Hazard = new Rate(Quantity.Pieces(1), TimeSpan.FromDays(10)) }, .. scenario.Routes.Skip(1)] };
        Told(scenario).Should().ContainSingle().Which.Should().StartWith($"routes.{scenario.Routes[0].Id}.hazard: nobody reckons with it");
        Told(scenario with { Policies = scenario.Policies with { Routing = new Safest() } }).Should().BeEmpty();
    }

    private static string[] Told(Scenario scenario)
    {
        scenario.Problems().Should().BeEmpty();
        return [.. scenario.Cautions().Select(caution => caution.ToString())];
    }
}
