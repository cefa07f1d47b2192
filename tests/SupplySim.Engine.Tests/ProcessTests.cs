using System.Runtime.CompilerServices;

namespace SupplySim.Engine.Tests;

public class ProcessTests
{
    private readonly Story story = new();

    [Fact]
    public void A_body_begins_in_an_event_of_its_own_and_never_inside_the_caller()
    {
        var process = Body();
        story.Log("called");
        story.Simulation.Start(process);
        story.Log("started");
        story.Tell().Should().Equal("0 called", "0 started", "0 begins", "2 ends");

        async Process Body()
        {
            story.Log("begins");
            await story.Hours(2);
            story.Log("ends");
        }
    }

    [Fact]
    public void Processes_take_turns_in_the_order_in_which_they_came()
    {
        story.Simulation.Start(Walk("a", 2, 2));
        story.Simulation.Start(Walk("b", 1, 3));
        story.Simulation.Start(Walk("c", 4, 0));
        story.Tell().Should().Equal("1 b", "2 a", "4 c", "4 b", "4 a", "4 c");

        async Process Walk(string name, double first, double second)
        {
            await story.Hours(first);
            story.Log(name);
            await story.Hours(second);
            story.Log(name);
        }
    }

    [Fact]
    public void A_delay_of_zero_lets_other_events_of_the_instant_go_first()
    {
        story.Simulation.Start(Body("a"));
        story.Simulation.Start(Body("b"));
        story.Tell().Should().Equal("0 a one", "0 b one", "0 a two", "0 b two");

        async Process Body(string name)
        {
            story.Log(name + " one");
            await story.Hours(0);
            story.Log(name + " two");
        }
    }

    [Fact]
    public void A_delay_ends_by_its_own_priority()
    {
        story.Simulation.Start(Body("late", new Priority(200)));
        story.Simulation.Start(Body("early", new Priority(10)));
        story.Tell().Should().Equal("1 early", "1 late");

        async Process Body(string name, Priority priority)
        {
            await story.Simulation.DelayUntil(SimTime.Start + TimeSpan.FromHours(1), priority);
            story.Log(name);
        }
    }

    [Fact]
    public void A_wait_counts_from_its_call_and_ends_now_if_its_time_has_passed_before_it_is_awaited()
    {
        story.Simulation.Start(Body());
        story.Tell().Should().Equal("3 overdue", "5 in time", "5 timed out False");

        async Process Body()
        {
            var (overdue, inTime) = (story.Hours(1), story.Hours(5));
            var timeout = new Signal(story.Simulation).Wait(TimeSpan.FromHours(2));
            await story.Hours(3);
            await overdue;
            story.Log("overdue");
            await inTime;
            story.Log("in time");
            story.Log($"timed out {await timeout}");
        }
    }

    [Fact]
    public void A_sub_process_runs_within_its_caller_and_hands_back_its_result()
    {
        story.Simulation.Start(Caller());
        story.Tell().Should().Equal("0 calls", "0 works", "3 has 42", "3 has 7 at once", "3 done");

        async Process Caller()
        {
            story.Log("calls");
            story.Log($"has {await Work()}");
            story.Log($"has {await Quick()} at once");
            await Nothing();
            story.Log("done");
        }

        async Process<int> Work()
        {
            story.Log("works");
            await story.Hours(3);
            return 42;
        }

#pragma warning disable CS1998 // Without a wait on purpose: they end in the event in which they are awaited.
        async Process<int> Quick() => 7;

        async Process Nothing()
        {
        }
#pragma warning restore CS1998
    }

    [Fact]
    public void What_a_sub_process_throws_comes_out_of_the_await()
    {
        story.Simulation.Start(Caller());
        story.Tell().Should().Equal("0 finally", "0 caught no way", "1 finally", "1 caught too late");

        async Process Caller()
        {
            foreach (var (hours, reason) in new[] { (0, "no way"), (1, "too late") })
            {
                try
                {
                    await Failing(hours, reason);
                }
                catch (FormatException exception)
                {
                    story.Log("caught " + exception.Message);
                }
            }
        }

        async Process Failing(int hours, string reason)
        {
            try
            {
                if (hours > 0) await story.Hours(hours);
                throw new FormatException(reason);
            }
            finally
            {
                story.Log("finally");
            }
        }
    }

    [Fact]
    public void Sub_processes_nest_a_hundred_thousand_deep_and_loop_a_hundred_thousand_times()
    {
        story.Simulation.Start(Caller());
        story.Tell().Should().Equal("0 100000", "1 100000", "1 looped");

        async Process Caller()
        {
            story.Log($"{await Depth(100_000, 0)}");
            story.Log($"{await Depth(100_000, 1)}");
            for (var turn = 0; turn < 100_000; turn++) await Depth(0, 0);
            story.Log("looped");
        }

        async Process<int> Depth(int levels, int hours)
        {
            if (levels > 0) return 1 + await Depth(levels - 1, hours);
            if (hours > 0) await story.Hours(hours);
            return 0;
        }
    }

    [Fact]
    public void Those_who_wait_for_the_end_of_a_process_go_on_in_order_and_at_once_if_it_has_ended()
    {
        var work = story.Simulation.Start(Work(), "work");
        story.Simulation.Start(Watch("first", 0));
        story.Simulation.Start(Watch("second", 0));
        story.Simulation.Start(Watch("late", 9));
        work.IsCompleted.Should().BeFalse();
        story.Tell().Should().Equal("4 ends", "4 first", "4 second", "9 late");
        work.IsCompleted.Should().BeTrue();
        work.Name.Should().Be("work");

        async Process Work()
        {
            await story.Hours(4);
            story.Log("ends");
        }

        async Process Watch(string name, double after)
        {
            await story.Hours(after);
            await work.Completion;
            story.Log(name);
        }
    }

    [Fact]
    public void A_handle_does_not_mistake_a_later_process_for_its_own()
    {
        var old = story.Simulation.Start(Body("old"));
        story.Tell(2);
        var young = story.Simulation.Start(Body("young"));
        old.IsCompleted.Should().BeTrue();
        old.Interrupt("wrong one").Should().BeFalse();
        young.IsCompleted.Should().BeFalse();
        old.Should().NotBe(young);
        story.Tell(4).Should().Equal("1 old", "3 young");

        async Process Body(string name)
        {
            await story.Hours(1);
            story.Log(name);
        }
    }

    [Fact]
    public void The_default_handle_is_a_process_that_has_ended()
    {
        ProcessHandle handle = default;
        handle.IsCompleted.Should().BeTrue();
        handle.Interrupt("x").Should().BeFalse();
        story.Simulation.Start(Body());
        story.Tell().Should().Equal("0 on");

        async Process Body()
        {
            await handle.Completion;
            story.Log("on");
        }
    }

    [Fact]
    public void A_process_can_be_started_or_awaited_once()
    {
        var process = Body();
        story.Simulation.Start(process);
        var again = () => story.Simulation.Start(process);
        again.Should().Throw<InvalidOperationException>().WithMessage("A process can be started or awaited once*");
        story.Simulation.Start(Awaiting(process));
        var running = () => story.Tell();
        running.Should().Throw<SimulationFailedException>().WithMessage("*started or awaited once*");
        again.Should().Throw<InvalidOperationException>("its box may serve another by now");
        var none = () => story.Simulation.Start(default);
        none.Should().Throw<InvalidOperationException>().WithMessage("This is no process*");

        async Process Body() => await story.Hours(1);
        static async Process Awaiting(Process other) => await other;
    }

    [Fact]
    public async Task Simulated_time_cannot_be_awaited_outside_a_process()
    {
        var awaiting = async () => await story.Hours(1);
        await awaiting.Should().ThrowAsync<InvalidOperationException>().WithMessage("*only in an 'async Process' method*");
    }

    [Fact]
    public void What_a_process_has_referred_to_is_not_kept_once_it_has_ended()
    {
        var referred = Run();
        GC.Collect();
        referred.IsAlive.Should().BeFalse("the pool keeps empty boxes only");
        story.Lines.Should().Equal("1 System.Object");

        [MethodImpl(MethodImplOptions.NoInlining)]
        WeakReference Run()
        {
            var cargo = new object();
            story.Simulation.Start(Carry(cargo));
            story.Tell();
            return new WeakReference(cargo);
        }

        async Process Carry(object cargo)
        {
            await story.Hours(1);
            story.Log($"{cargo}");
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
