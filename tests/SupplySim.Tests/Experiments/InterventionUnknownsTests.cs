using SupplySim.Conflict;
using SupplySim.Engine;
using SupplySim.Experiments;
using SupplySim.Quantities;
using SupplySim.Tests.Conflict;
using static SupplySim.Tests.Small;

namespace SupplySim.Tests.Experiments;

/// <summary>What nobody knows is one figure for a run, whatever is changed in the middle of it.</summary>
/// <remarks>All scenarios are built anew for what comes after, as a file is read anew: no record is the same object in both.</remarks>
public class InterventionUnknownsTests
{
    private static readonly Moment Noon = Moment.After(TimeSpan.FromHours(12));

    [Theory]
    [InlineData(1), InlineData(2), InlineData(3)]
    public void A_camp_of_which_something_else_is_changed_keeps_its_unknown_share(ulong seed) =>
        Needed(Found(0, 0.5), Found(0, 0.5, capacity: 30_000), seed).Should().Be(Needed(Found(0, 0.5), Found(0, 0.5), seed));

    // Halved from noon on: a day is 12 h by the one and 12 h by the other, at the same place between the ends.
    [Theory]
    [InlineData(1), InlineData(2)]
    public void A_figure_that_is_another_from_then_on_is_drawn_at_the_same_place_of_its_law(ulong seed)
    {
        var drawn = new Simulation(seed, 0).Stream("unknown/places.camp.local-share.food.share").Uniform(0);
        ((double)Needed(Found(0, 0.5), Found(0, 0.25), seed)).Should()
            .BeApproximately(24e6 - 12e6 * drawn * 0.5 - 12e6 * drawn * 0.25, 100);
    }

    [Theory]
    [InlineData(1), InlineData(2)]
    public void From_the_start_on_it_is_the_same_as_without_a_date(ulong seed) =>
        Needed(Camp(), Found(0, 0.5), seed, Moment.Day(0)).Should()
            .Be(Play.Of(Found(0, 0.5).Until("24:00"), seed).Stock("camp", "food").Needed);

    [Fact]
    public void A_figure_that_comes_later_is_told_with_the_others()
    {
        var result = Experiment.Run(Measured(Camp()) with
        {
            Experiment = new()
            {
                Compare =
                [
                    new("as-it-is", Measured(Camp())),
                    new("less", Measured(Found(0, 1))) { From = Moment.After(Span("2:00")) },
                ],
            },
        }, new() { Runs = 60, Seed = 1 });
        result["as-it-is"].Unknowns.Should().BeEmpty();
        result["less"].Unknowns.Select(one => one.Path).Should().Equal("places.camp.local-share.food.share");
        result["less"].Measure("hungry", "camp", "food").Spread!.Split.Together.Share.Should().BeGreaterThan(0.95);

        static Scenario Measured(Scenario scenario) => scenario.Until("24:00") with
        {
            Measures = [new("hungry") { Of = "camp", Is = MeasureKind.UnmetPersonDays, Commodity = "food" }],
        };
    }

    // One figure that two camps share stays one, though the change speaks of the second alone, or takes it from the first.
    [Theory]
    [InlineData(false), InlineData(true)]
    public void A_figure_that_two_share_is_one_before_and_after(bool isTakenFromTheFirst)
    {
        var after = Shared();
        after = isTakenFromTheFirst ? after.Place<Camp>("camp", camp => camp with { LocalShare = [("food", (Number)0.1)] }) : after;
        after = after.Place<Camp>("other", camp => camp with { Capacity = 40_000 });
        var (plain, changed) = (Both(Shared(), Shared()), Both(Shared(), after));
        changed.Other.Should().Be(plain.Other);
        (changed.First == plain.First).Should().Be(!isTakenFromTheFirst);

        static (long First, long Other) Both(Scenario before, Scenario after)
        {
            var run = Run(before, after, 5, Noon);
            return (run.Stock("camp", "food").Needed, run.Stock("other", "food").Needed);
        }
    }

    [Theory]
    [InlineData(1), InlineData(2), InlineData(3)]
    public void A_front_of_which_something_else_is_changed_keeps_its_unknown_fight(ulong seed)
    {
        Captured(4.9, seed).Should().Equal(Captured(5, seed)).And.NotBeEmpty();

        static string[] Captured(double contact, ulong seed) =>
            Play.Of(Fight(5), Fight(contact), Moment.After(Span("6:00")), seed).When(HappeningKind.Captured);

        static Scenario Fight(double contact) => North.Scenario(North.Front() with
        {
            Contact = Distance.FromMetres((long)(1000 * contact)),
            Fight = new Fight { Lasts = Duration.Uniform(TimeSpan.FromHours(4), TimeSpan.FromHours(40)).AsUnknown(), AttackerWins = 1 },
        }, "72:00");
    }

    private static Scenario Found(double low, double high, int? capacity = null) =>
        Camp().Place<Camp>("camp", camp => camp with { LocalShare = [("food", Number.Unknown(low, high))], Capacity = capacity });

    private static Scenario Shared()
    {
        var share = Number.Unknown(0, 0.5);
        return Camp().Place<Camp>("camp", camp => camp with { LocalShare = [("food", share)] })
            .Plus(new Camp("other") { People = 24_000, LocalShare = [("food", share)] });
    }

    // What is needed in a day, of which some is found.
    private static long Needed(Scenario before, Scenario after, ulong seed, Moment? from = null) =>
        Run(before, after, seed, from ?? Noon).Stock("camp", "food").Needed;

    private static Play Run(Scenario before, Scenario after, ulong seed, Moment from) =>
        Play.Of(before.Until("24:00"), after.Until("24:00"), from, seed);
}
