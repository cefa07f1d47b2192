using SupplySim.Engine;
using SupplySim.Experiments;
using SupplySim.Planning;
using SupplySim.Quantities;
using static SupplySim.Tests.Experiments.LackedTests;
using static SupplySim.Tests.Small;

namespace SupplySim.Tests.Experiments;

/// <summary>For what a place went without that needs several goods, cuts its rations, or needs something only for a time.</summary>
/// <remarks>The scenarios are those of <see cref="LackedTests"/>.</remarks>
public sealed class LackedByNeedTests
{
    // Food waits ten hours a day for the bridge and is never lacking. Medicine comes by vans over a ferry
    // from elsewhere, which does not go for twelve days; the trucks carry thirty times as much as the vans.
    [Fact]
    public void What_was_lacking_is_held_against_what_would_have_brought_it()
    {
        var scenario = Nightly.Fleet("trucks", fleet => fleet with { Count = 20 })
            .Place<Camp>("camp", camp => camp with { Stock = Supply.Of(("food", Quantity.Tonnes(144)), ("medicine", Quantity.Tonnes(2))) });
        scenario = scenario with
        {
            Commodities = [.. Nightly.Commodities,
                new Commodity("medicine") { Unit = QuantityUnit.Gram, PerPerson = Rate.PerDay(Quantity.Kilograms(0.01m)) }],
            Places =
            [
                .. scenario.Places, new Depot("pharmacy") { Stock = Supply.Unlimited, Docks = 4, Loading = Minutes(30) },
                new Crossing("ferry") { Lanes = 1, Inspection = Minutes(5) },
            ],
            Routes = [.. scenario.Routes, Leg("pharmacy", "ferry", 60), Leg("ferry", "camp", 60)],
            Fleets = [.. scenario.Fleets,
                new Fleet("vans") { Traffic = "aid", Base = "pharmacy", Count = 4, Carries = Mass.FromTonnes(0.8m) }],
            SupplyLines =
            [
                scenario.SupplyLines[0] with { Commodities = ["food"] },
                new SupplyLine("ferry-line") { From = "pharmacy", To = "camp", By = "vans", Commodities = ["medicine"],
                    WhenBelow = Supply.Days(4), UpTo = Supply.Days(8) },
            ],
        };
        var held = scenario.With(Closed("ferry", "240:00", "288:00", EnRoute.Hold, id: "storm")).Run(seed: 1).HeldUp;
        held.Where(one => one.Where == "bridge").Sum(one => one.Time.TotalHours).Should().BeGreaterThan(450);
        held.Should().OnlyContain(one => one.Where == "ferry" || one.Lacked == 0);
        held.Sum(one => one.Lacked).Should().BePositive();
    }

    // Cut to half below four days, the food lasts until the flood is over: nobody runs out, and the flood is the reason all the same.
    [Fact]
    public void What_a_cut_ration_leaves_out_was_lacking_for_what_was_late()
    {
        var run = Rationed(Flooded.Place<Camp>("camp", camp => camp with { Stock = Food(240) })).Run(seed: 1);
        run.RunOuts.Should().BeEmpty();
        run.HeldUp.Sum(one => one.Lacked).Should().BePositive();
        Share(run.HeldUp, "physical").Should().BeGreaterThan(0.8);
    }

    // Half of what is needed is sent, and rations are cut for it: that each truck waits ten hours for the bridge is the reason of little.
    // What lies there at the end has been eaten by nobody, and would have been in full rations: no more.
    [Fact]
    public void A_ration_cut_since_too_little_is_sent_is_told_so()
    {
        var held = Rationed(Sent(12)).Run(seed: 1).HeldUp;
        Share(held, "too-little").Should().BeGreaterThan(0.7);
        var helps = 1 - (Sent(12).Run(seed: 1).HeldUp.Sum(one => one.Lacked) / held.Sum(one => one.Lacked));
        helps.Should().BeInRange(0.05, 0.2);
        Share(held, "rations").Should().BeApproximately(helps, 0.01);
    }

    // Each truck comes when it is ordered, and there is always food: rations are cut below four days and nothing is ordered above two.
    // Without the rule nobody goes without, and with levels above it neither.
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void A_ration_that_is_cut_while_what_is_ordered_comes_in_time_is_told_as_the_reason(bool isUnlimited)
    {
        var open = (Nightly with { Disruptions = [] }).Bridge(bridge => bridge with { Hours = Hours.Always }).Fleet("trucks",
            fleet => fleet with { Count = 20 })
            .Line("road", line => line with { Send = null, WhenBelow = Food(48), UpTo = Food(96) });
        if (!isUnlimited) open = open.Place<Depot>("depot", depot => depot with { Stock = Food(20_000) });
        open.Run(seed: 1).HeldUp.Sum(one => one.Lacked).Should().Be(0);
        var held = Rationed(open).Run(seed: 1).HeldUp;
        held.Sum(one => one.Lacked).Should().BePositive();
        Share(held, "rations").Should().BeGreaterThan(0.9);
    }

    // The same, and 300 t are all there is: cut rations only make them last, and in full ones as much would have been lacking.
    [Fact]
    public void A_cut_ration_that_only_stretches_what_there_is_is_no_reason()
    {
        var bare = (Nightly with { Disruptions = [] }).Fleet("trucks", fleet => fleet with { Count = 20 }).Place<Depot>("depot",
            depot => depot with { Stock = Food(300) })
            .Line("road", line => line with { Send = null, WhenBelow = Food(96), UpTo = Food(120) });
        Rationed(bare).Run(seed: 1).HeldUp.Sum(one => one.Lacked).Should()
            .BeApproximately(bare.Run(seed: 1).HeldUp.Sum(one => one.Lacked), 1);
        Share(Rationed(bare).Run(seed: 1).HeldUp, "rations").Should().BeLessThan(0.01);
    }

    // People come when the way is known to be shut, and are gone before it opens: nothing is missing at either end of the pause.
    [Fact]
    public void What_was_not_ordered_for_people_who_came_and_went_was_lacking_for_that()
    {
        var scenario = WhyTests.Behind().With(Closed("bridge", "0:10", "1000:00", EnRoute.Hold)).Place<Camp>("camp", camp => camp with
        {
            People = 0, Stock = Supply.None,
            Arrivals = ChangingRate.Of(Step(2, 2_000), Step(4, 0)), Departures = ChangingRate.Of(Step(8, 2_000), Step(10, 0)),
        });
        var held = (scenario with
        {
            Clock = new Clock { Length = TimeSpan.FromDays(30) },
            SupplyLines = [scenario.SupplyLines[0] with { WhenBelow = Supply.Days(2), UpTo = Supply.Days(3) }],
        }).Run(seed: 1).HeldUp;
        held.Sum(one => one.Lacked).Should().BePositive();
        Share(held, "not-ordered").Should().BeApproximately(1, 0.01);

        static RateStep Step(int day, int perDay) => new() { From = Moment.Day(day), Rate = Arrivals.Constant(perDay) };
    }

    internal static Scenario Rationed(Scenario scenario) => scenario with
    {
        Policies = scenario.Policies with
        {
            Ration = [new Ration { When = Condition.StockHere.IsBelow(TimeSpan.FromDays(4)), To = 0.5,
                Until = Condition.StockHere.IsAbove(TimeSpan.FromDays(5)) }],
        },
    };
}
