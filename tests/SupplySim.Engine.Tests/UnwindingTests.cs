namespace SupplySim.Engine.Tests;

public class UnwindingTests
{
    private readonly Story _story = new();

    [Fact]
    public void Processes_still_waiting_are_unwound_in_order_of_their_start_from_the_innermost_outwards()
    {
        var simulation = _story.Simulation;
        var gate = new Gate(simulation);
        gate.Close("shut");
        var lanes = new Resource(simulation, 1);
        var signal = new Signal(simulation);
        simulation.Start(Guarded("slow", async () => await _story.Hours(5000)));
        simulation.Start(Guarded("done", async () => await _story.Hours(1)));
        simulation.Start(Guarded("at gate", async () => await gate.WhenOpen()));
        simulation.Start(Guarded("holder", async () =>
        {
            using var hold = await lanes.Seize();
            await Guarded("inner", async () => await signal.Wait());
        }));
        simulation.Start(Guarded("queueing", async () => await lanes.Seize()));
        _story.Tell(100);
        var before = (simulation.EventFingerprint, simulation.EventCount);
        simulation.UnwindProcesses();
        _story.Lines.Should().Equal("1 done ends",
            "100 slow ends", "100 at gate ends", "100 inner ends", "100 holder ends", "100 queueing ends");
        (simulation.EventFingerprint, simulation.EventCount).Should().Be(before);
        (gate.WaitingCount, lanes.InUse, lanes.QueueLength, signal.WaitingCount).Should().Be((0, 0, 0, 0));
    }

    [Fact]
    public void The_order_is_that_of_the_starts_also_where_storage_was_used_again()
    {
        _story.Simulation.Start(Guarded("first", async () => await _story.Hours(1)));
        _story.Simulation.Start(Guarded("second", async () => await _story.Hours(5000)));
        _story.At(2, () => _story.Simulation.Start(Guarded("third", async () => await _story.Hours(5000))));
        _story.Tell(10);
        _story.Simulation.UnwindProcesses();
        _story.Lines.Should().Equal("1 first ends", "10 second ends", "10 third ends");
    }

    [Fact]
    public void A_body_that_has_yet_to_begin_never_does()
    {
        var process = _story.Simulation.Start(Guarded("x", async () => await _story.Hours(1)));
        _story.Simulation.UnwindProcesses();
        _story.Lines.Should().BeEmpty();
        process.IsCompleted.Should().BeTrue();
    }

    [Fact]
    public void A_wait_inside_finally_throws_and_the_others_are_still_unwound()
    {
        _story.Simulation.Start(Clinging(), "clinging");
        _story.Simulation.Start(Guarded("other", async () => await _story.Hours(5000)));
        _story.Tell(10);
        var unwinding = _story.Simulation.UnwindProcesses;
        unwinding.Should().Throw<SimulationFailedException>()
            .WithMessage("*at day 0 10:00:00*process 'clinging'*cannot wait any more*");
        _story.Lines.Should().Equal("10 cleared up", "10 other ends");

        async Process Clinging()
        {
            try
            {
                await _story.Hours(5000);
            }
            finally
            {
                try
                {
                    await _story.Hours(1);
                }
                finally
                {
                    _story.Log("cleared up");
                }
            }
        }
    }

    [Fact]
    public void What_is_scheduled_released_or_started_while_unwinding_has_no_consequence()
    {
        var gate = new Gate(_story.Simulation);
        _story.Simulation.Start(Closing());
        _story.Simulation.Start(Guarded("waiting", async () =>
        {
            await _story.Hours(1);
            await gate.WhenOpen();
            _story.Log("passed");
        }));
        _story.Tell(10);
        _story.Simulation.UnwindProcesses();
        _story.Lines.Should().Equal("10 closing ends", "10 waiting ends");

        async Process Closing()
        {
            using var hold = gate.Close("x");
            try
            {
                await _story.Hours(5000);
            }
            finally
            {
                _story.Log("closing ends");
                _story.Simulation.Start(Guarded("never", async () => await _story.Hours(1)));
            }
        }
    }

    [Fact]
    public void An_interrupt_still_on_its_way_at_the_horizon_is_never_delivered()
    {
        var process = _story.Simulation.Start(Guarded("waiting", Waiting));
        _story.Tell(10);
        process.Interrupt("too late").Should().BeTrue();
        var unwinding = _story.Simulation.UnwindProcesses;
        unwinding.Should().Throw<SimulationFailedException>().WithMessage("*InvalidOperationException*cannot wait any more*");
        _story.Lines.Should().Equal("10 waiting ends");

        async Process Waiting()
        {
            try
            {
                await _story.Hours(5000);
            }
            catch (InterruptedException)
            {
                _story.Log("interrupted");
            }
            finally
            {
                await _story.Hours(1);
            }
        }
    }

    [Fact]
    public void A_body_that_swallows_everything_and_waits_again_is_given_up_and_reported()
    {
        _story.Simulation.Start(Stubborn(), "stubborn");
        _story.Tell(10);
        var unwinding = _story.Simulation.UnwindProcesses;
        unwinding.Should().Throw<SimulationFailedException>().WithMessage("*'stubborn'*keeps waiting*");

        async Process Stubborn()
        {
            while (true)
            {
                try
                {
                    await _story.Hours(1);
                }
                catch (Exception)
                {
                    _story.Log("swallowed");
                }
            }
        }
    }

    [Fact]
    public void After_unwinding_the_simulation_is_over()
    {
        _story.Simulation.UnwindProcesses();
        var running = () => _story.Tell();
        running.Should().Throw<InvalidOperationException>().WithMessage("The simulation is over*");
    }

    [Fact]
    public void A_failed_run_can_still_be_unwound()
    {
        _story.Simulation.Start(Guarded("waiting", async () => await _story.Hours(5000)));
        _story.At(1, () => throw new FormatException("x"));
        var running = () => _story.Tell();
        running.Should().Throw<SimulationFailedException>();
        _story.Simulation.UnwindProcesses();
        _story.Lines.Should().Equal("1 waiting ends");
    }

    [Fact]
    public void What_listeners_and_filters_throw_keeps_nobody_from_being_unwound()
    {
        var store = new Store<string>(_story.Simulation);
        var over = false;
        foreach (var name in new[] { "a", "b" })
            _story.Simulation.Start(
                Guarded(name, async () => await store.Take(item => over ? throw new FormatException("filter") : item == name)), name);
        _story.Simulation.Start(Guarded("last", async () => await _story.Hours(5000)));
        _story.Simulation.Start(Put());
        _story.Tell();
        over = true;
        _story.Simulation.ProcessEnded.Listen(ended => throw new FormatException("listener of " + ended.Name));
        FluentActions.Invoking(_story.Simulation.UnwindProcesses).Should().Throw<SimulationFailedException>()
            .WithMessage("*in process 'a': FormatException: listener of a");
        _story.Lines.Should().Equal("1000 a ends", "1000 b ends", "1000 last ends");
        _story.Simulation.WaitingProcesses().Should().BeEmpty();

        async Process Put() => await store.Put("nobody's");
    }

    [Fact]
    public void A_listener_that_throws_at_the_end_of_a_process_leaves_its_boxes_as_they_were()
    {
        using (_story.Simulation.ProcessEnded.Listen(_ => throw new FormatException("listener")))
        {
            _story.Simulation.Start(Outer(_story));
            FluentActions.Invoking(() => _story.Tell()).Should().Throw<SimulationFailedException>();
        }
        _story.Simulation.UnwindProcesses();
        var next = new Story();
        for (var i = 0; i < 4; i++) next.Simulation.Start(Outer(next));
        next.Tell().Should().Equal("1 inner", "1 inner", "1 inner", "1 inner");

        static async Process Outer(Story story) => await Inner(story);

        static async Process Inner(Story story)
        {
            await story.Hours(1);
            story.Log("inner");
        }
    }

    private delegate Process Work();

    private async Process Guarded(string name, Work work)
    {
        try
        {
            await work();
        }
        finally
        {
            _story.Log(name + " ends");
        }
    }
}
