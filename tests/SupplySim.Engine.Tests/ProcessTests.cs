using System.Runtime.CompilerServices;

namespace SupplySim.Engine.Tests;

public class ProcessTests
{
    private readonly Story _story = new();

    [Fact]
    public void A_body_begins_in_an_event_of_its_own_and_never_inside_the_caller()
    {
        var process = Body();
        _story.Log("called");
        _story.Simulation.Start(process);
        _story.Log("started");
        _story.Tell().Should().Equal("0 called", "0 started", "0 begins", "2 ends");

        async Process Body()
        {
            _story.Log("begins");
            await _story.Hours(2);
            _story.Log("ends");
        }
    }

    [Fact]
    public void Processes_take_turns_in_the_order_in_which_they_came()
    {
        _story.Simulation.Start(Walk("a", 2, 2));
        _story.Simulation.Start(Walk("b", 1, 3));
        _story.Simulation.Start(Walk("c", 4, 0));
        _story.Tell().Should().Equal("1 b", "2 a", "4 c", "4 b", "4 a", "4 c");

        async Process Walk(string name, double first, double second)
        {
            await _story.Hours(first);
            _story.Log(name);
            await _story.Hours(second);
            _story.Log(name);
        }
    }

    [Fact]
    public void A_delay_of_zero_lets_other_events_of_the_instant_go_first()
    {
        _story.Simulation.Start(Body("a"));
        _story.Simulation.Start(Body("b"));
        _story.Tell().Should().Equal("0 a one", "0 b one", "0 a two", "0 b two");

        async Process Body(string name)
        {
            _story.Log(name + " one");
            await _story.Hours(0);
            _story.Log(name + " two");
        }
    }

    [Fact]
    public void A_delay_ends_by_its_own_priority()
    {
        _story.Simulation.Start(Body("late", new Priority(200)));
        _story.Simulation.Start(Body("early", new Priority(10)));
        _story.Tell().Should().Equal("1 early", "1 late");

        async Process Body(string name, Priority priority)
        {
            await _story.Simulation.DelayUntil(SimTime.Start + TimeSpan.FromHours(1), priority);
            _story.Log(name);
        }
    }

    [Fact]
    public void A_wait_counts_from_its_call_and_ends_now_if_its_time_has_passed_before_it_is_awaited()
    {
        _story.Simulation.Start(Body());
        _story.Tell().Should().Equal("3 overdue", "5 in time", "5 timed out False");

        async Process Body()
        {
            var (overdue, inTime) = (_story.Hours(1), _story.Hours(5));
            var timeout = new Signal(_story.Simulation).Wait(TimeSpan.FromHours(2));
            await _story.Hours(3);
            await overdue;
            _story.Log("overdue");
            await inTime;
            _story.Log("in time");
            _story.Log($"timed out {await timeout}");
        }
    }

    [Fact]
    public void Those_who_wait_for_the_end_of_a_process_go_on_in_order_and_at_once_if_it_has_ended()
    {
        var work = _story.Simulation.Start(Work(), "work");
        _story.Simulation.Start(Watch("first", 0));
        _story.Simulation.Start(Watch("second", 0));
        _story.Simulation.Start(Watch("late", 9));
        work.IsCompleted.Should().BeFalse();
        _story.Tell().Should().Equal("4 ends", "4 first", "4 second", "9 late");
        work.IsCompleted.Should().BeTrue();
        work.Name.Should().Be("work");

        async Process Work()
        {
            await _story.Hours(4);
            _story.Log("ends");
        }

        async Process Watch(string name, double after)
        {
            await _story.Hours(after);
            await work.Completion;
            _story.Log(name);
        }
    }

    [Fact]
    public void A_handle_does_not_mistake_a_later_process_for_its_own()
    {
        var old = _story.Simulation.Start(Body("old"));
        _story.Tell(2);
        var young = _story.Simulation.Start(Body("young"));
        old.IsCompleted.Should().BeTrue();
        old.Interrupt("wrong one").Should().BeFalse();
        young.IsCompleted.Should().BeFalse();
        old.Should().NotBe(young);
        _story.Tell(4).Should().Equal("1 old", "3 young");

        async Process Body(string name)
        {
            await _story.Hours(1);
            _story.Log(name);
        }
    }

    [Fact]
    public void The_default_handle_is_a_process_that_has_ended()
    {
        ProcessHandle handle = default;
        handle.IsCompleted.Should().BeTrue();
        handle.Interrupt("x").Should().BeFalse();
        _story.Simulation.Start(Body());
        _story.Tell().Should().Equal("0 on");

        async Process Body()
        {
            await handle.Completion;
            _story.Log("on");
        }
    }

    [Fact]
    public void A_process_can_be_started_or_awaited_once()
    {
        var process = Body();
        _story.Simulation.Start(process);
        var again = () => _story.Simulation.Start(process);
        again.Should().Throw<InvalidOperationException>().WithMessage("A process can be started or awaited once*");
        _story.Simulation.Start(Awaiting(process));
        var running = () => _story.Tell();
        running.Should().Throw<SimulationFailedException>().WithMessage("*started or awaited once*");
        again.Should().Throw<InvalidOperationException>("its box may serve another by now");
        var none = () => _story.Simulation.Start(default);
        none.Should().Throw<InvalidOperationException>().WithMessage("This is no process*");

        async Process Body() => await _story.Hours(1);
        static async Process Awaiting(Process other) => await other;
    }

    [Fact]
    public async Task Simulated_time_cannot_be_awaited_outside_a_process()
    {
        var awaiting = async () => await _story.Hours(1);
        await awaiting.Should().ThrowAsync<InvalidOperationException>().WithMessage("*only in an 'async Process' method*");
    }

    [Fact]
    public void What_a_process_has_referred_to_is_not_kept_once_it_has_ended()
    {
        var referred = Run();
        GC.Collect();
        referred.IsAlive.Should().BeFalse("the pool keeps empty boxes only");
        _story.Lines.Should().Equal("1 System.Object");

        [MethodImpl(MethodImplOptions.NoInlining)]
        WeakReference Run()
        {
            var cargo = new object();
            _story.Simulation.Start(Carry(cargo));
            _story.Tell();
            return new WeakReference(cargo);
        }

        async Process Carry(object cargo)
        {
            await _story.Hours(1);
            _story.Log($"{cargo}");
        }
    }

    [Fact]
    public void A_process_that_fails_in_one_replication_leaves_nothing_behind_for_the_next_on_the_thread()
    {
        for (var replication = 0; replication < 3; replication++)
        {
            var run = new Simulation(1, replication);
            run.Start(Failing(run, replication));
            var running = () => run.RunUntil(SimTime.Day(1));
            running.Should().Throw<SimulationFailedException>().WithMessage($"*number {replication}");
        }

        static async Process Failing(Simulation run, int number)
        {
            await run.Delay(TimeSpan.FromHours(1));
            throw new InvalidOperationException($"number {number}");
        }
    }
}
