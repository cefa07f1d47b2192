using SupplySim.Experiments;

namespace SupplySim.Tests.Experiments;

public sealed class GridTests
{
    private static Scenario Trucks(Scenario scenario, int count) => scenario.Trucks(fleet => fleet with { Count = count });

    private static Scenario Lanes(Scenario scenario, int lanes) =>
        scenario with { Places = [.. scenario.Places.Select(place => place is Crossing gate ? gate with { Lanes = lanes } : place)] };

    [Fact]
    public void Every_combination_is_a_point_and_the_last_changes_fastest()
    {
        var grid = HelpsGate.Fed.Vary("trucks", [1, 2], Trucks).Vary("lanes", [1, 3, 5], Lanes);

        grid.Experiment.Compare.Select(point => point.Name).Should().Equal(
            "trucks-1-lanes-1", "trucks-1-lanes-3", "trucks-1-lanes-5", "trucks-2-lanes-1", "trucks-2-lanes-3", "trucks-2-lanes-5");
        grid.Experiment.Compare[4].Values.Should().Equal(("trucks", "2"), ("lanes", "3"));
        grid.Experiment.Compare[4].Scenario.Fleets[0].Count.Should().Be(2);
        grid.Experiment.Compare[4].Scenario.Places.OfType<Crossing>().Single().Lanes.All.Should().Be(3);
        grid.Problems().Should().BeEmpty();
    }

    [Fact]
    public void Of_a_scenario_with_alternatives_the_first_is_varied_alone()
    {
        var scenario = HelpsGate.Fed;
        var two = scenario with { Experiment =
            scenario.Experiment with { Compare = [new("wide", Lanes(scenario, 7)), new("narrow", Lanes(scenario, 1))] } };

        two.Vary("trucks", [1, 2], Trucks).Experiment.Compare.Select(point =>
            (point.Name, point.Scenario.Places.OfType<Crossing>().Single().Lanes.All)).Should().Equal(("trucks-1", 7), ("trucks-2", 7));
    }

    [Fact]
    public void Values_are_shown_as_they_print_themselves_and_names_are_ids_that_differ() =>
        HelpsGate.Fed.Vary("wait", [TimeSpan.FromHours(36), TimeSpan.FromMinutes(90)], (scenario, _) => scenario)
            .Vary("share", [0.5, -0.5], (scenario, _) => scenario).Experiment.Compare
            .Select(point => (point.Name, point.Values[0].Value, point.Values[1].Value)).Should().Equal(
                ("wait-36-h-share-0-5", "36 h", "0.5"), ("point-2", "36 h", "-0.5"), ("wait-90-min-share-0-5", "90 min", "0.5"),
                ("point-4", "90 min", "-0.5"));

    [Fact]
    public void What_cannot_be_a_grid_is_refused_in_words()
    {
        var scenario = HelpsGate.Fed;
        Invoking(() => scenario.Vary("trucks", Array.Empty<int>(), Trucks)).Should().Throw<ArgumentException>()
            .WithMessage("There are no values of 'trucks' to try.*");
        Invoking(() => scenario.Vary("trucks", [2, 2], Trucks)).Should().Throw<ArgumentException>()
            .WithMessage("Two values of 'trucks' are shown alike: 2, 2.*");
        Invoking(() => scenario.Vary("trucks", [1, 2], Trucks).Vary("trucks", [3], Trucks)).Should().Throw<ArgumentException>()
            .WithMessage("'trucks' is varied already.*");
        Invoking(() => scenario.Vary("a", Enumerable.Range(0, 40), Trucks).Vary("b", Enumerable.Range(0, 26), Trucks)).Should()
            .Throw<ArgumentException>().WithMessage("1040 points are too many; allowed: 1000.*");
    }

    private static Action Invoking(Action action) => action;
}
