namespace SupplySim.Engine.Tests;

public class PreemptionTests
{
    private readonly Story _story = new();
    private readonly Resource _lanes;

    public PreemptionTests() => _lanes = new Resource(_story.Simulation, 1);

    [Fact]
    public void The_more_urgent_takes_the_unit_and_the_service_goes_on_afterwards()
    {
        _story.Simulation.Start(Serve("trade", 0, 10, priority: 20));
        _story.Simulation.Start(Serve("aid", 4, 3, priority: 10));
        _story.Tell().Should().Equal("0 trade has", "4 aid has", "7 aid done", "13 trade done");
    }

    [Fact]
    public void A_holder_that_does_not_serve_loses_the_hold_and_is_told_why()
    {
        _story.Simulation.Start(Holder());
        _story.Simulation.Start(Serve("aid", 4, 3, priority: 10));
        _story.Tell().Should().Equal("4 aid has", "4 lost True, has 0, 6 left", "7 aid done");
        _lanes.InUse.Should().Be(0);

        async Process Holder()
        {
            using var hold = await _lanes.Seize(priority: new Priority(20));
            try
            {
                await _story.Hours(10);
            }
            catch (InterruptedException interrupted)
            {
                var lost = (interrupted.Cause as Preempted)?.Hold == hold;
                _story.Log($"lost {lost}, has {hold.Amount}, {interrupted.Remaining!.Value.TotalHours} left");
            }
        }
    }

    [Fact]
    public void A_hold_left_behind_is_taken_without_a_word_to_whoever_lives_in_its_holders_place()
    {
        _story.Simulation.Start(Leave());
        _story.At(1, () => _story.Simulation.Start(Sleep()));
        _story.Simulation.Start(Serve("aid", 2, 3, priority: 10));
        _story.Tell().Should().Equal("2 aid has", "4 slept", "5 aid done");

        async Process Leave() => await _lanes.Seize(priority: new Priority(20));

        async Process Sleep()
        {
            await _story.Hours(3);
            _story.Log("slept");
        }
    }

    [Fact]
    public void Equals_do_not_preempt_each_other()
    {
        _story.Simulation.Start(Serve("first", 0, 10, priority: 10));
        _story.Simulation.Start(Serve("second", 4, 3, priority: 10));
        _story.Tell().Should().Equal("0 first has", "10 first done", "10 second has", "13 second done");
    }

    [Fact]
    public void A_service_that_finishes_cannot_be_taken()
    {
        _story.Simulation.Start(Serve("trade", 0, 10, priority: 20, onClose: OnClose.Finish));
        _story.Simulation.Start(Serve("aid", 4, 3, priority: 10));
        _story.Tell().Should().Equal("0 trade has", "10 trade done", "10 aid has", "13 aid done");
    }

    [Fact]
    public void One_whom_it_would_not_give_enough_takes_nothing_until_it_does()
    {
        _lanes.Capacity = 3;
        _story.Simulation.Start(Serve("urgent", 0, 5, priority: 1));
        _story.Simulation.Start(Serve("trade 1", 0, 10, priority: 20));
        _story.Simulation.Start(Serve("trade 2", 0, 10, priority: 20));
        _story.Simulation.Start(Serve("aid", 2, 3, priority: 10, amount: 3));
        _story.Tell().Should().Equal("0 urgent has", "0 trade 1 has", "0 trade 2 has",
            "5 urgent done", "5 aid has", "8 aid done", "13 trade 1 done", "13 trade 2 done");
    }

    [Fact]
    public void It_takes_no_more_than_it_needs_and_from_the_least_urgent()
    {
        _lanes.Capacity = 3;
        _story.Simulation.Start(Serve("a", 0, 10, priority: 30));
        _story.Simulation.Start(Serve("b", 0, 10, priority: 40));
        _story.Simulation.Start(Serve("c", 0, 10, priority: 35));
        _story.Simulation.Start(Serve("aid", 2, 3, priority: 10, amount: 2));
        _story.Tell().Skip(3).Should().Equal("2 aid has", "5 aid done", "10 a done", "13 c done", "13 b done");
    }

    [Fact]
    public void A_preempted_process_that_waits_for_more_of_the_same_resource_leaves_the_books_in_order()
    {
        _lanes.Capacity = 2;
        _story.Simulation.Start(Greedy());
        _story.Simulation.Start(Serve("other", 1, 9, priority: 30));
        _story.Simulation.Start(Serve("aid", 2, 3, priority: 10, amount: 2));
        _story.Tell().Should().Equal("1 other has", "2 aid has", "2 greedy lost it", "5 aid done", "13 other done");
        (_lanes.InUse, _lanes.QueueLength).Should().Be((0, 0));

        async Process Greedy()
        {
            using var one = await _lanes.Seize(priority: new Priority(40));
            try
            {
                await _story.Hours(1.5);
                using var more = await _lanes.Seize(2, new Priority(20));
            }
            catch (InterruptedException)
            {
                _story.Log("greedy lost it");
            }
        }
    }

    private async Process Serve(
        string name, double arrival, double hours, byte priority, int amount = 1, OnClose onClose = OnClose.Resume)
    {
        if (arrival > 0) await _story.Hours(arrival);
        using var hold = await _lanes.Seize(amount, new Priority(priority), preempt: true);
        _story.Log(name + " has");
        await hold.Serve(TimeSpan.FromHours(hours), onClose);
        _story.Log(name + " done");
    }
}
