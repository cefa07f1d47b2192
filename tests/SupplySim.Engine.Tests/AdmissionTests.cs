namespace SupplySim.Engine.Tests;

/// <summary>Services beside the books: shifts that change, and those let in whatever the capacity.</summary>
public class AdmissionTests
{
    private readonly Story _story = new();

    [Fact]
    public void After_a_change_of_shift_the_old_finish_beside_the_books_and_the_new_begin_at_once()
    {
        var lanes = new Resource(_story.Simulation, 1);
        _story.Simulation.Start(_story.Pass(lanes, "old", 10));
        _story.Simulation.Start(_story.Pass(lanes, "new", 3));
        _story.At(2, () =>
        {
            lanes.ChangeShift(1);
            (lanes.InUse, lanes.Overtime).Should().Be((1, 1));
        });
        _story.At(4, () => lanes.Capacity = 0);
        _story.At(11, () => lanes.Capacity = 1);
        _story.Tell().Should().Equal("0 old begins", "2 new begins", "10 old ends, went on at 0, paused 0",
            "12 new ends, went on at 11, paused 1");
        (lanes.InUse, lanes.Overtime).Should().Be((0, 0));
    }

    [Fact]
    public void Admitting_lets_in_so_many_in_turn_whatever_the_capacity()
    {
        var ferry = new Resource(_story.Simulation, 0);
        foreach (var name in new[] { "a", "b", "c" }) _story.Simulation.Start(_story.Pass(ferry, name, 1));
        _story.Simulation.Start(_story.Pass(ferry, "wide", 1, amount: 2));
        _story.Simulation.Start(_story.Pass(ferry, "d", 1));
        _story.At(1, () => ferry.Admit(2).Should().Be(2));
        _story.At(5, () => ferry.Admit(2).Should().Be(1, "the next in turn is too wide"));
        _story.At(6, () => ferry.Admit(9).Should().Be(3));
        _story.Tell().Where(line => line.EndsWith("begins")).Should()
            .Equal("1 a begins", "1 b begins", "5 c begins", "6 wide begins", "6 d begins");
        (ferry.InUse, ferry.Overtime, ferry.QueueLength).Should().Be((0, 0, 0));
    }

    [Fact]
    public void Whoever_was_behind_the_admitted_gets_what_is_free()
    {
        var lanes = new Resource(_story.Simulation, 1);
        _story.Simulation.Start(_story.Pass(lanes, "wide", 3, amount: 2));
        _story.Simulation.Start(_story.Pass(lanes, "behind", 3));
        _story.At(1, () => (lanes.Admit(2), lanes.InUse).Should().Be((2, 1), "he has it on the spot"));
        _story.Tell().Take(2).Should().Equal("1 wide begins", "1 behind begins");
    }

    [Fact]
    public void A_paused_service_that_is_admitted_goes_on_beside_the_books()
    {
        var ferry = new Resource(_story.Simulation, 1);
        _story.Simulation.Start(_story.Pass(ferry, "a", 5));
        _story.At(1, () => ferry.Capacity = 0);
        _story.At(2, () => ferry.Admit(1).Should().Be(1));
        _story.At(3, () =>
        {
            ferry.Capacity = 0;
            (ferry.InUse, ferry.Overtime, ferry.QueueLength).Should().Be((0, 1, 0));
        });
        _story.Tell().Should().Equal("0 a begins", "6 a ends, went on at 2, paused 1");
        (ferry.InUse, ferry.Overtime, ferry.QueueLength).Should().Be((0, 0, 0));
        FluentActions.Invoking(() => ferry.Admit(-1)).Should().Throw<ArgumentOutOfRangeException>();
    }
}
