namespace SupplySim.Engine.Tests;

public class InterruptTests
{
    private readonly Story _story = new();

    public static TheoryData<string> Waits => ["delay", "never", "gate", "resource", "signal", "timeout", "completion", "sub-process"];

    [Theory]
    [MemberData(nameof(Waits))]
    public void An_interrupt_is_thrown_at_any_wait_and_withdraws_the_waiter(string kind)
    {
        var simulation = _story.Simulation;
        var gate = new Gate(simulation);
        gate.Close("shut");
        var resource = new Resource(simulation, 1);
        var signal = new Signal(simulation);
        var other = simulation.Start(Other());
        var process = simulation.Start(Body());
        _story.At(2, () => process.Interrupt("fighting").Should().BeTrue());
        _story.Tell().Should().Equal("2 interrupted: fighting", "3 ends");
        (gate.WaitingCount, resource.QueueLength, resource.InUse, signal.WaitingCount).Should().Be((0, 0, 1, 0));

        async Process Other()
        {
            await resource.Seize();
            await simulation.DelayUntil(SimTime.Never);
        }

        async Process Body()
        {
            try
            {
                await Wait();
                _story.Log("not interrupted");
            }
            catch (InterruptedException interrupted)
            {
                _story.Log($"interrupted: {interrupted.Cause}");
            }
            await _story.Hours(1);
            _story.Log("ends");
        }

        async Process Wait()
        {
            switch (kind)
            {
                case "delay": await _story.Hours(5); break;
                case "never": await simulation.DelayUntil(SimTime.Never); break;
                case "gate": await gate.WhenOpen(); break;
                case "resource": await resource.Seize(); break;
                case "signal": await signal.Wait(); break;
                case "timeout": await signal.Wait(TimeSpan.FromHours(5)); break;
                case "completion": await other.Completion; break;
                default: await Wait2(); break;
            }
        }

        async Process Wait2() => await _story.Hours(5);
    }

    [Fact]
    public void It_is_delivered_by_an_event_and_not_inside_the_caller()
    {
        var process = _story.Simulation.Start(Sleep());
        _story.At(1, () =>
        {
            process.Interrupt("now").Should().BeTrue();
            _story.Log("after the call");
        });
        _story.Tell().Should().Equal("1 after the call", "1 now");

        async Process Sleep()
        {
            try
            {
                await _story.Hours(5);
            }
            catch (InterruptedException interrupted)
            {
                _story.Log($"{interrupted.Cause}");
            }
        }
    }

    [Fact]
    public void The_first_of_two_interrupts_at_one_instant_is_the_one_delivered()
    {
        var process = _story.Simulation.Start(Sleep());
        _story.At(1, () =>
        {
            process.Interrupt("first").Should().BeTrue();
            process.Interrupt("second").Should().BeFalse();
        });
        _story.Tell().Should().Equal("1 first", "3 slept");

        async Process Sleep()
        {
            try
            {
                await _story.Hours(5);
            }
            catch (InterruptedException interrupted)
            {
                _story.Log($"{interrupted.Cause}");
                await _story.Hours(2);
                _story.Log("slept");
            }
        }
    }

    [Theory]
    [InlineData(0, "5 interrupted")]
    [InlineData(255, "5 slept")]
    public void At_the_instant_of_the_end_whichever_event_comes_first_decides(byte priority, string expected)
    {
        var process = _story.Simulation.Start(Sleep());
        _story.At(5, () => process.Interrupt("x"), priority);
        _story.Tell().Should().Equal(expected);

        async Process Sleep()
        {
            try
            {
                await _story.Hours(5);
                _story.Log("slept");
            }
            catch (InterruptedException)
            {
                _story.Log("interrupted");
            }
        }
    }

    [Fact]
    public void An_interrupt_wins_over_an_opening_a_grant_and_a_firing_that_are_not_delivered_yet()
    {
        var simulation = _story.Simulation;
        var gate = new Gate(simulation);
        var hold = gate.Close("shut");
        var resource = new Resource(simulation, 1);
        var signal = new Signal(simulation);
        var atGate = simulation.Start(Waiting("gate"));
        var atResource = simulation.Start(Waiting("resource"));
        var atSignal = simulation.Start(Waiting("signal"));
        ResourceHold unit = default;
        simulation.Start(Owner());
        _story.At(2, () =>
        {
            hold.Dispose();
            unit.Release();
            signal.Fire();
            foreach (var process in new[] { atGate, atResource, atSignal }) process.Interrupt("x").Should().BeTrue();
            resource.InUse.Should().Be(0);
        });
        _story.Tell().Should().Equal("2 gate interrupted", "2 resource interrupted", "2 signal interrupted");

        async Process Owner() => unit = await resource.Seize(priority: new Priority(0));

        async Process Waiting(string kind)
        {
            try
            {
                await _story.Hours(1);
                if (kind == "gate") await gate.WhenOpen();
                if (kind == "resource") await resource.Seize();
                if (kind == "signal") await signal.Wait();
                _story.Log(kind + " went on");
            }
            catch (InterruptedException)
            {
                _story.Log(kind + " interrupted");
            }
        }
    }

    [Fact]
    public void It_is_delivered_at_normal_priority_whatever_that_of_the_wait()
    {
        var late = _story.Simulation.Start(Sleep(new Priority(200)));
        var early = _story.Simulation.Start(Sleep(new Priority(1)));
        _story.At(5, () => _story.Log("before"), priority: 100);
        _story.At(5, () => _story.Log("after"), priority: 150);
        _story.At(5, () =>
        {
            late.Interrupt("late");
            early.Interrupt("early");
        });
        _story.Tell().Should().Equal("5 before", "5 late", "5 early", "5 after");

        async Process Sleep(Priority priority)
        {
            try
            {
                await _story.Simulation.Delay(TimeSpan.FromHours(9), priority);
            }
            catch (InterruptedException interrupted)
            {
                _story.Log($"{interrupted.Cause}");
            }
        }
    }

    [Fact]
    public void A_process_that_has_yet_to_begin_is_interrupted_at_its_first_wait()
    {
        var gate = new Gate(_story.Simulation);
        var process = _story.Simulation.Start(Body());
        process.Interrupt("early").Should().BeTrue();
        _story.Tell().Should().Equal("0 begins", "0 early");

        async Process Body()
        {
            _story.Log("begins");
            try
            {
                await gate.WhenOpen();
            }
            catch (InterruptedException interrupted)
            {
                _story.Log($"{interrupted.Cause}");
            }
        }
    }

    [Fact]
    public void A_process_that_interrupts_itself_throws_at_its_next_wait()
    {
        ProcessHandle self = default;
        self = _story.Simulation.Start(Body());
        _story.Tell().Should().Equal("1 goes on", "1 me");

        async Process Body()
        {
            await _story.Hours(1);
            self.Interrupt("me").Should().BeTrue();
            _story.Log("goes on");
            try
            {
                await _story.Hours(1);
            }
            catch (InterruptedException interrupted)
            {
                _story.Log($"{interrupted.Cause}");
            }
        }
    }

    [Fact]
    public void An_ended_process_is_not_interrupted()
    {
        var process = _story.Simulation.Start(Body());
        _story.Tell(2);
        process.Interrupt("late").Should().BeFalse();

        async Process Body() => await _story.Hours(1);
    }

    [Fact]
    public void An_interrupt_nobody_catches_fails_the_run_with_its_cause()
    {
        var process = _story.Simulation.Start(Body(), "convoy A");
        _story.At(1, () => process.Interrupt("fighting"));
        var running = () => _story.Tell();
        running.Should().Throw<SimulationFailedException>().WithMessage("*'convoy A'*InterruptedException: Interrupted: fighting");

        async Process Body() => await _story.Hours(5);
    }
}
