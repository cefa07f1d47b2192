namespace SupplySim.Engine.Tests;

public class FailureTests
{
    [Fact]
    public void A_failure_in_an_event_names_time_seed_and_replication_and_keeps_the_cause()
    {
        var story = new Story();
        story.At(76.5, () => throw new FormatException("no such place"));
        var running = () => story.Tell();
        var failure = running.Should().Throw<SimulationFailedException>().Which;
        failure.Message.Should().Be(
            "The simulation failed at day 3 04:30:00 (seed 2017, replication 3): FormatException: no such place");
        failure.InnerException.Should().BeOfType<FormatException>();
        (failure.Time, failure.Process, failure.Seed, failure.Replication)
            .Should().Be((SimTime.Start + TimeSpan.FromHours(76.5), null, 2017UL, 3));
    }

    [Theory]
    [InlineData("convoy A", "convoy A")]
    [InlineData(null, "#2")]
    public void A_failure_in_a_process_is_wrapped_once_and_names_the_process(string? name, string expected)
    {
        var story = new Story();
        story.Simulation.Start(Outer(story, deep: false));
        story.Simulation.Start(Outer(story, deep: true), name);
        var running = () => story.Tell();
        var failure = running.Should().Throw<SimulationFailedException>().Which;
        failure.Message.Should().Be(
            $"The simulation failed at day 0 02:00:00 (seed 2017, replication 3) in process '{expected}': FormatException: deep");
        failure.Process.Should().Be(expected);
        failure.InnerException.Should().BeOfType<FormatException>().Which.StackTrace.Should().Contain("Inner");

        static async Process Outer(Story story, bool deep)
        {
            await story.Hours(1);
            if (deep) await Inner(story);
        }

        static async Process Inner(Story story)
        {
            await story.Hours(1);
            throw new FormatException("deep");
        }
    }

    [Fact]
    public void A_failed_run_cannot_be_continued()
    {
        var story = new Story();
        story.At(1, () => throw new FormatException("x"));
        var running = () => story.Tell();
        running.Should().Throw<SimulationFailedException>();
        running.Should().Throw<InvalidOperationException>().WithMessage("The simulation has failed*");
    }

    [Theory]
    [InlineData(double.NaN, "ArgumentException")]
    [InlineData(double.PositiveInfinity, "OverflowException")]
    [InlineData(-1.0, "ArgumentOutOfRangeException: A delay cannot be negative")]
    [InlineData(1e300, "OverflowException")]
    [InlineData(24.0 * 365 * 300, "OverflowException: Nothing can be scheduled at day 109500 01:00:00: the latest time is")]
    public void A_number_that_is_no_delay_never_becomes_one(double hours, string expected)
    {
        var story = new Story();
        story.Simulation.Start(Body(), "truck 7");
        var running = () => story.Tell();
        running.Should().Throw<SimulationFailedException>().WithMessage($"*day 0 01:00:00*'truck 7': {expected}*");

        async Process Body()
        {
            await story.Hours(1);
            await story.Hours(hours);
        }
    }

    [Fact]
    public void Time_that_stands_still_is_found_and_the_cycle_is_named()
    {
        var story = new Story(new SimulationOptions { MaxEventsPerInstant = 1000 });
        story.Simulation.Start(Spin("ping"), "ping");
        story.Simulation.Start(Spin("pong"), "pong");
        var running = () => story.Tell();
        running.Should().Throw<SimulationFailedException>().WithMessage(
            "Time stands still at day 0 02:00:00 (seed 2017, replication 3): more than 1,000 events at one instant. " +
            "The last were: process *'ping', process 'pong', process 'ping', process 'pong'*. Let each turn*MaxEventsPerInstant.");

        async Process Spin(string name)
        {
            await story.Hours(2);
            while (true) await story.Hours(0);
        }
    }

    [Fact]
    public void A_process_that_turns_on_an_open_gate_is_found_too()
    {
        var story = new Story(new SimulationOptions { MaxEventsPerInstant = 1000 });
        var gate = new Gate(story.Simulation);
        story.Simulation.Start(Spin(), "spinning");
        var running = () => story.Tell();
        running.Should().Throw<SimulationFailedException>().WithMessage("Time stands still*process 'spinning'*");

        async Process Spin()
        {
            while (true) await gate.WhenOpen();
        }
    }

    // Each ends where it begins, so the process that awaits it never comes back to the clock and takes no event.
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void A_process_that_awaits_what_is_over_at_once_for_ever_is_named(bool catches)
    {
        var story = new Story(new SimulationOptions { MaxEventsPerInstant = 2000 });
        story.Simulation.Start(Body(), "unrest");
        var running = () => story.Tell();
        running.Should().Throw<SimulationFailedException>().WithMessage(
            "Process 'unrest' does not let time pass at day 0 02:00:00 (seed 2017, replication 3): it went on more than 2,000 times "
                + "without waiting, as all that it awaited was over at once*Let each turn of its loop take time.")
            .Which.Process.Should().Be("unrest");

        async Process Body()
        {
            await story.Hours(2);
            while (true)
            {
                try
                {
                    await AtOnce();
                }
                catch (Exception) when (catches)
                {
                    // It cannot: what ends the run comes from outside of it.
                }
            }
        }

        async Process AtOnce()
        {
            if (story.Simulation.Now == SimTime.Start) await story.Hours(1);
        }
    }

    [Fact]
    public void A_few_calls_that_are_over_at_once_are_no_livelock_however_low_the_bound()
    {
        var story = new Story(new SimulationOptions { MaxEventsPerInstant = 1 });
        story.Simulation.Start(Body());
        story.Tell().Should().HaveCount(100);

        async Process Body()
        {
            for (var i = 0; i < 100; i++) await Once();
        }

        async Process Once()
        {
            story.Log("x");
            if (story.Simulation.Now != SimTime.Start) await story.Hours(1);
        }
    }

    [Theory]
    [InlineData(1)]
    [InlineData(100)]
    public void Exactly_the_bound_of_events_at_one_instant_is_no_livelock(int bound)
    {
        var story = new Story(new SimulationOptions { MaxEventsPerInstant = bound });
        for (var instant = 0; instant < 3; instant++)
            for (var i = 0; i < bound; i++) story.At(instant, () => story.Log("x"));
        story.Tell().Should().HaveCount(3 * bound);

        story.At(2000, () => { });
        for (var i = 0; i < bound; i++) story.At(2000, () => { });
        var running = () => story.Tell(3000);
        running.Should().Throw<SimulationFailedException>().WithMessage("Time stands still at day 83*: more than*");
    }

    [Fact]
    public void A_bound_of_no_events_is_refused()
    {
        var creating = () => new SimulationOptions { MaxEventsPerInstant = 0 };
        creating.Should().Throw<ArgumentOutOfRangeException>().WithParameterName("MaxEventsPerInstant");
    }

    [Fact]
    public void A_negative_replication_is_refused()
    {
        var creating = () => new Simulation(1, -1);
        creating.Should().Throw<ArgumentOutOfRangeException>();
    }

    [Fact]
    public void A_process_that_catches_everything_cannot_hide_that_time_stands_still()
    {
        foreach (var then in new[] { "turns on", "goes on", "ends" })
        {
            var story = new Story(new SimulationOptions { MaxEventsPerInstant = 1000 });
            var gate = new Gate(story.Simulation);
            story.Simulation.Start(Spin(), "spinning");
            FluentActions.Invoking(() => story.Tell()).Should().Throw<SimulationFailedException>().WithMessage("Time stands still*", then);
            FluentActions.Invoking(() => story.Tell()).Should().Throw<InvalidOperationException>().WithMessage("*has failed*");

            async Process Spin()
            {
                while (true)
                {
                    try
                    {
                        await gate.WhenOpen();
                    }
                    catch (Exception) when (then == "turns on")
                    {
                    }
                    catch (Exception)
                    {
                        if (then == "goes on") await story.Hours(1);
                        return;
                    }
                }
            }
        }
    }

    [Fact]
    public void A_run_that_starts_another_fails_with_its_own_place_and_the_place_of_the_other_as_the_cause()
    {
        var story = new Story();
        story.Simulation.Start(Plan(), "planner");
        FluentActions.Invoking(() => story.Tell()).Should().Throw<SimulationFailedException>()
            .WithMessage("The simulation failed at day 0 01:00:00 (seed 2017, replication 3) in process 'planner'*")
            .WithInnerException<SimulationFailedException>().WithMessage("*at day 0 07:00:00 (seed 99, replication 5) in process 'inner'*");

        async Process Plan()
        {
            await story.Hours(1);
            var other = new Simulation(seed: 99, replication: 5);
            other.Start(Fail(other), "inner");
            other.RunUntil(SimTime.Day(1));
        }

        async Process Fail(Simulation other)
        {
            await other.Delay(TimeSpan.FromHours(7));
            throw new FormatException("x");
        }
    }

    [Fact]
    public void An_event_for_a_handler_that_was_never_registered_fails_and_resumes_nobody()
    {
        var story = new Story();
        story.Simulation.Start(Body());
        story.Simulation.Schedule(TimeSpan.FromHours(1), Priority.Normal, default(HandlerId));
        FluentActions.Invoking(() => story.Tell()).Should().Throw<SimulationFailedException>()
            .WithMessage("*at day 0 01:00:00*no handler*Register*");
        story.Lines.Should().BeEmpty();

        async Process Body()
        {
            await story.Hours(5);
            story.Log("resumed");
        }
    }

    [Fact]
    public void A_process_of_a_run_within_a_run_cannot_wait_for_the_time_of_the_outer_one()
    {
        var story = new Story();
        story.Simulation.Start(Plan(), "planner");
        story.Tell().Should().Equal("1 inner clears up", "1 refused", "2 planner goes on");

        async Process Plan()
        {
            await story.Hours(1);
            var other = new Simulation(seed: 99, replication: 5);
            other.Start(WaitOutside());
            FluentActions.Invoking(() => other.RunUntil(SimTime.Day(1))).Should().Throw<SimulationFailedException>()
                .WithMessage("*started in the same simulation.");
            story.Log("refused");
            await story.Hours(1);
            story.Log("planner goes on");
        }

        async Process WaitOutside()
        {
            try
            {
                await story.Hours(7);
            }
            finally
            {
                story.Log("inner clears up");
            }
        }
    }
}
