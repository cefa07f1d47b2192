namespace SupplySim.Engine.Tests;

public class ResourceTests
{
    private readonly Story _story = new();

    [Fact]
    public void Units_go_round_in_order_of_arrival()
    {
        var lanes = new Resource(_story.Simulation, 2);
        foreach (var name in new[] { "a", "b", "c", "d" }) _story.Simulation.Start(Use(lanes, name, 3));
        _story.Tell().Should().Equal("0 a has 1", "0 b has 1", "3 c has 1", "3 d has 1");
        lanes.InUse.Should().Be(0);
    }

    [Fact]
    public void The_smaller_priority_goes_first_and_equals_in_order_of_arrival()
    {
        var lanes = new Resource(_story.Simulation, 1);
        _story.Simulation.Start(Use(lanes, "first", 1));
        _story.Simulation.Start(Use(lanes, "aid", 1, priority: 20));
        _story.Simulation.Start(Use(lanes, "trade", 1, priority: 30));
        _story.Simulation.Start(Use(lanes, "aid too", 1, priority: 20));
        _story.Simulation.Start(Use(lanes, "urgent", 1, priority: 10));
        _story.Tell().Should().Equal("0 first has 1", "1 urgent has 1", "2 aid has 1", "3 aid too has 1", "4 trade has 1");
    }

    [Fact]
    public void Nobody_overtakes_the_first_in_turn_however_little_he_asks_for()
    {
        var lanes = new Resource(_story.Simulation, 3);
        _story.Simulation.Start(Use(lanes, "one", 2, amount: 2));
        _story.Simulation.Start(Use(lanes, "big", 1, amount: 3));
        _story.Simulation.Start(Use(lanes, "small", 1));
        _story.Tell().Should().Equal("0 one has 2", "2 big has 3", "3 small has 1");
    }

    [Fact]
    public void A_more_urgent_newcomer_takes_what_is_free_though_a_greater_demand_waits()
    {
        var lanes = new Resource(_story.Simulation, 3);
        _story.Simulation.Start(Use(lanes, "one", 2, amount: 2));
        _story.Simulation.Start(Use(lanes, "big", 1, amount: 3));
        _story.Simulation.Start(Use(lanes, "urgent", 1, priority: 1));
        _story.Tell().Should().Equal("0 one has 2", "0 urgent has 1", "2 big has 3");
    }

    [Fact]
    public void When_the_first_in_turn_is_interrupted_those_behind_him_go_on()
    {
        var lanes = new Resource(_story.Simulation, 3);
        _story.Simulation.Start(Use(lanes, "one", 9, amount: 2));
        var big = _story.Simulation.Start(Use(lanes, "big", 1, amount: 3));
        _story.Simulation.Start(Use(lanes, "small", 1));
        _story.At(4, () => big.Interrupt("gives up"));
        _story.Tell().Should().Equal("0 one has 2", "4 big gives up", "4 small has 1");
    }

    [Fact]
    public void Growing_grants_at_once_and_shrinking_lets_units_in_use_finish()
    {
        var lanes = new Resource(_story.Simulation, 2);
        foreach (var name in new[] { "a", "b", "c", "d" }) _story.Simulation.Start(Use(lanes, name, 4));
        _story.At(1, () => lanes.Capacity = 3);
        _story.At(2, () =>
        {
            lanes.Capacity = 0;
            lanes.ToString().Should().Be("3 of 0 in use, 1 waiting");
        });
        _story.At(9, () => lanes.Capacity = 1);
        _story.Tell().Should().Equal("0 a has 1", "0 b has 1", "1 c has 1", "9 d has 1");
    }

    [Fact]
    public void Without_capacity_nothing_passes()
    {
        var lanes = new Resource(_story.Simulation, 0);
        _story.Simulation.Start(Use(lanes, "a", 1));
        _story.Tell().Should().BeEmpty();
        lanes.QueueLength.Should().Be(1);
    }

    [Fact]
    public void A_hold_released_twice_or_by_a_copy_gives_back_once()
    {
        var lanes = new Resource(_story.Simulation, 2);
        _story.Simulation.Start(Body());
        _story.Tell().Should().Equal("0 True False 0 0");
        lanes.InUse.Should().Be(1);

        async Process Body()
        {
            var hold = await lanes.Seize();
            var copy = hold;
            var first = copy.Release();
            var other = await lanes.Seize();
            hold.Dispose();
            _story.Log($"{first} {hold.Release()} {hold.Amount} {default(ResourceHold).Amount}");
            other.Amount.Should().Be(1);
        }
    }

    [Theory]
    [InlineData(0)]
    [InlineData(-1)]
    public void Less_than_one_unit_cannot_be_seized(int amount)
    {
        var seizing = () => new Resource(_story.Simulation, 1).Seize(amount);
        seizing.Should().Throw<ArgumentOutOfRangeException>();
    }

    [Fact]
    public void A_negative_capacity_is_refused()
    {
        var creating = () => new Resource(_story.Simulation, -1);
        creating.Should().Throw<ArgumentOutOfRangeException>().WithMessage("A capacity cannot be negative.*-1*");
    }

    private async Process Use(Resource lanes, string name, double hours, int amount = 1, byte priority = 128)
    {
        try
        {
            using var hold = await lanes.Seize(amount, new Priority(priority));
            _story.Log($"{name} has {hold.Amount}");
            await _story.Hours(hours);
        }
        catch (InterruptedException interrupted)
        {
            _story.Log($"{name} {interrupted.Cause}");
        }
    }
}
