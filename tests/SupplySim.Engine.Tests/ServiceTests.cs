namespace SupplySim.Engine.Tests;

/// <summary>Services that pause with the unit in which they are done.</summary>
public class ServiceTests
{
    private readonly Story _story = new();

    [Fact]
    public void A_service_takes_its_time_and_leaves_the_unit_with_its_holder()
    {
        var lanes = new Resource(_story.Simulation, 1);
        _story.Simulation.Start(Body());
        _story.Tell().Should().Equal("3 True 1", "5 True 1");
        lanes.InUse.Should().Be(0);

        async Process Body()
        {
            using var hold = await lanes.Seize();
            for (var round = 0; round < 2; round++)
            {
                var service = await hold.Serve(TimeSpan.FromHours(3 - round));
                _story.Log($"{service.Pauses == 0 && service.LastBegan == service.Began} {hold.Amount}");
            }
        }
    }

    [Fact]
    public void Two_closures_pause_it_twice_and_it_loses_nothing()
    {
        var lanes = new Resource(_story.Simulation, 1);
        _story.Simulation.Start(_story.Pass(lanes, "a", 10));
        _story.Close(lanes, from: 2, to: 5, then: 1);
        _story.Close(lanes, from: 6, to: 8, then: 1);
        _story.At(3, () => (lanes.InUse, lanes.QueueLength).Should().Be((0, 1)));
        _story.Tell().Should().Equal("0 a begins", "15 a ends, went on at 8, paused 2");
        (lanes.InUse, lanes.QueueLength).Should().Be((0, 0));
    }

    [Fact]
    public void A_service_that_finishes_is_not_paused_and_nobody_is_let_in_meanwhile()
    {
        var lanes = new Resource(_story.Simulation, 2);
        _story.Simulation.Start(_story.Pass(lanes, "a", 10, OnClose.Finish));
        _story.Simulation.Start(_story.Pass(lanes, "b", 4));
        _story.Simulation.Start(_story.Pass(lanes, "c", 4));
        _story.Close(lanes, from: 3, to: 6, then: 1);
        _story.Tell().Should().Equal("0 a begins", "0 b begins", "10 a ends, went on at 0, paused 0",
            "11 b ends, went on at 10, paused 1", "11 c begins", "15 c ends, went on at 11, paused 0");
    }

    [Theory]
    [InlineData(GivesWay.Latest, "12 a ends, went on at 1, paused 0", "20 b ends, went on at 12, paused 1")]
    [InlineData(GivesWay.Earliest, "12 b ends, went on at 2, paused 0", "20 a ends, went on at 12, paused 1")]
    public void Of_equals_the_latest_gives_way_first_or_the_earliest(GivesWay givesWay, params string[] expected)
    {
        var lanes = new Resource(_story.Simulation, 2) { GivesWay = givesWay };
        _story.At(1, () => _story.Simulation.Start(_story.Pass(lanes, "a", 11)));
        _story.At(2, () => _story.Simulation.Start(_story.Pass(lanes, "b", 10)));
        _story.At(4, () => lanes.Capacity = 1);
        _story.Tell().Skip(2).Should().Equal(expected);
    }

    [Fact]
    public void The_least_urgent_gives_way_first_and_the_paused_come_back_by_priority_then_arrival_before_newcomers()
    {
        var lanes = new Resource(_story.Simulation, 3);
        _story.Simulation.Start(_story.Pass(lanes, "trade", 10, priority: 30));
        _story.Simulation.Start(_story.Pass(lanes, "aid 1", 10, priority: 20));
        _story.Simulation.Start(_story.Pass(lanes, "aid 2", 10, priority: 20));
        _story.At(1, () => lanes.Capacity = 2);
        _story.At(1, () => _story.Simulation.Start(_story.Pass(lanes, "late aid", 10, priority: 20)));
        _story.At(2, () => lanes.Capacity = 0);
        _story.At(4, () => lanes.Capacity = 1);
        _story.Tell().Skip(3).Should().Equal("12 aid 1 ends, went on at 4, paused 1", "20 aid 2 ends, went on at 12, paused 1",
            "20 late aid begins", "30 late aid ends, went on at 20, paused 0", "39 trade ends, went on at 30, paused 1");
    }

    [Fact]
    public void A_service_begun_after_the_lane_has_closed_waits_for_it()
    {
        var lanes = new Resource(_story.Simulation, 1);
        _story.Simulation.Start(Body());
        _story.Close(lanes, from: 1, to: 5, then: 1);
        _story.Tell().Should().Equal("7 served since 2, paused 1");

        async Process Body()
        {
            using var hold = await lanes.Seize();
            await _story.Hours(2);
            var service = await hold.Serve(TimeSpan.FromHours(2));
            _story.Log($"served since {(service.Began - SimTime.Start).TotalHours}, paused {service.Pauses}");
        }
    }

    [Fact]
    public void Units_add_up_whatever_happens_to_services()
    {
        var draws = new Random(7);
        var lanes = new Resource(_story.Simulation, 4);
        var done = 0;
        var handles = new List<ProcessHandle>();
        for (var i = 0; i < 60; i++) handles.Add(_story.Simulation.Start(Busy(i, draws.Next(1, 4), draws.Next(3), (OnClose)draws.Next(4))));
        for (var change = 0; change < 300; change++)
        {
            var (capacity, kind) = (draws.Next(6), draws.Next(10));
            _story.At(draws.Next(400) / 2.0, () =>
            {
                if (kind == 0) lanes.ChangeShift(capacity);
                else if (kind == 1) lanes.Admit(capacity);
                else if (kind == 2) handles[capacity * 9].Interrupt("x");
                else lanes.Capacity = capacity;
                (lanes.InUse >= 0 && lanes.Overtime >= 0).Should().BeTrue();
            }, (byte)draws.Next(256));
        }
        _story.At(300, () => lanes.Capacity = 4);
        _story.Tell(5000);
        done.Should().Be(60);
        (lanes.InUse, lanes.Overtime, lanes.QueueLength).Should().Be((0, 0, 0));

        async Process Busy(int number, int amount, int rank, OnClose onClose)
        {
            for (var round = 0; round < 20; round++)
            {
                try
                {
                    using var hold = await lanes.Seize(amount, new Priority((byte)rank), preempt: number % 3 == 0);
                    var duration = TimeSpan.FromHours(number % 5 + 1);
                    await (onClose == OnClose.Resample ? hold.Serve(() => duration) : hold.Serve(duration, onClose));
                    if (number % 4 == 0) await _story.Hours(1);
                }
                catch (InterruptedException)
                {
                    round--;
                }
            }
            done++;
        }
    }
}
