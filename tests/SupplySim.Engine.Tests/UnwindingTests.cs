namespace SupplySim.Engine.Tests;

public class UnwindingTests
{
    private readonly Story story = new();

    [Fact]
    public void Processes_still_waiting_are_unwound_in_order_of_their_start_from_the_innermost_outwards()
    {
        var simulation = story.Simulation;
        var gate = new Gate(simulation);
        gate.Close("shut");
        var lanes = new Resource(simulation, 1);
        var signal = new Signal(simulation);
        simulation.Start(Guarded("slow", async () => await story.Hours(5000)));
        simulation.Start(Guarded("done", async () => await story.Hours(1)));
        simulation.Start(Guarded("at gate", async () => await gate.WhenOpen()));
        simulation.Start(Guarded("holder", async () =>
        {
            using var hold = await lanes.Seize();
            await Guarded("inner", async () => await signal.Wait());
        }));
        simulation.Start(Guarded("queueing", async () => await lanes.Seize()));
        story.Tell(100);
        var before = (simulation.EventFingerprint, simulation.EventCount);
        simulation.UnwindProcesses();
        story.Lines.Should().Equal("1 done ends",
            "100 slow ends", "100 at gate ends", "100 inner ends", "100 holder ends", "100 queueing ends");
        (simulation.EventFingerprint, simulation.EventCount).Should().Be(before);
        (gate.WaitingCount, lanes.InUse, lanes.QueueLength, signal.WaitingCount).Should().Be((0, 0, 0, 0));
    }

    [Fact]
    public void The_order_is_that_of_the_starts_also_where_storage_was_used_again()
    {
        story.Simulation.Start(Guarded("first", async () => await story.Hours(1)));
        story.Simulation.Start(Guarded("second", async () => await story.Hours(5000)));
        story.At(2, () => story.Simulation.Start(Guarded("third", async () => await story.Hours(5000))));
        story.Tell(10);
        story.Simulation.UnwindProcesses();
        story.Lines.Should().Equal("1 first ends", "10 second ends", "10 third ends");
    }

    [Fact]
    public void A_body_that_has_yet_to_begin_never_does()
    {
        var process = story.Simulation.Start(Guarded("x", async () => await story.Hours(1)));
        story.Simulation.UnwindProcesses();
        story.Lines.Should().BeEmpty();
        process.IsCompleted.Should().BeTrue();
    }

    [Fact]
    public void A_wait_inside_finally_throws_and_the_others_are_still_unwound()
    {
        story.Simulation.Start(Clinging(), "clinging");
        story.Simulation.Start(Guarded("other", async () => await story.Hours(5000)));
        story.Tell(10);
        var unwinding = story.Simulation.UnwindProcesses;
        unwinding.Should().Throw<SimulationFailedException>()
            .WithMessage("*at day 0 10:00:00*process 'clinging'*cannot wait any more*");
        story.Lines.Should().Equal("10 cleared up", "10 other ends");

        async Process Clinging()
        {
            try
            {
                await story.Hours(5000);
            }
            finally
            {
                try
                {
                    await story.Hours(1);
                }
                finally
                {
                    story.Log("cleared up");
                }
            }
        }
    }

    [Fact]
    public void What_is_scheduled_released_or_started_while_unwinding_has_no_consequence()
    {
        var gate = new Gate(story.Simulation);
        story.Simulation.Start(Closing());
        story.Simulation.Start(Guarded("waiting", async () =>
        {
            await story.Hours(1);
            await gate.WhenOpen();
            story.Log("passed");
        }));
        story.Tell(10);
        story.Simulation.UnwindProcesses();
        story.Lines.Should().Equal("10 closing ends", "10 waiting ends");

        async Process Closing()
        {
            using var hold = gate.Close("x");
            try
            {
                await story.Hours(5000);
            }
            finally
            {
                story.Log("closing ends");
                story.Simulation.Start(Guarded("never", async () => await story.Hours(1)));
            }
        }
    }

    [Fact]
    public void An_interrupt_still_on_its_way_at_the_horizon_is_never_delivered()
    {
        var process = story.Simulation.Start(Guarded("waiting", Waiting));
        story.Tell(10);
        process.Interrupt("too late").Should().BeTrue();
        var unwinding = story.Simulation.UnwindProcesses;
        unwinding.Should().Throw<SimulationFailedException>().WithMessage("*InvalidOperationException*cannot wait any more*");
        story.Lines.Should().Equal("10 waiting ends");

        async Process Waiting()
        {
            try
            {
                await story.Hours(5000);
            }
            catch (InterruptedException)
            {
                story.Log("interrupted");
            }
            finally
            {
                await story.Hours(1);
            }
        }
    }

    [Fact]
    public void A_body_that_swallows_everything_and_waits_again_is_given_up_and_reported()
    {
        story.Simulation.Start(Stubborn(), "stubborn");
        story.Tell(10);
        var unwinding = story.Simulation.UnwindProcesses;
        unwinding.Should().Throw<SimulationFailedException>().WithMessage("*'stubborn'*keeps waiting*");

        async Process Stubborn()
        {
            while (true)
            {
                try
                {
                    await story.Hours(1);
                }
                catch (Exception)
                {
                    story.Log("swallowed");
                }
            }
        }
    }

    [Fact]
    public void After_unwinding_the_simulation_is_over()
    {
        story.Simulation.UnwindProcesses();
        var running = () => story.Tell();
        running.Should().Throw<InvalidOperationException>().WithMessage("The simulation is over*");
    }

    [Fact]
    public void A_failed_run_can_still_be_unwound()
    {
        story.Simulation.Start(Guarded("waiting", async () => await story.Hours(5000)));
        story.At(1, () => throw new FormatException("x"));
        var running = () => story.Tell();
        running.Should().Throw<SimulationFailedException>();
        story.Simulation.UnwindProcesses();
        story.Lines.Should().Equal("1 waiting ends");
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
            story.Log(name + " ends");
        }
    }
}
