namespace SupplySim.Engine.Tests;

public class ObserverTests
{
    private readonly Story _story = new();

    [Fact]
    public void Listeners_hear_what_is_published_in_their_order_until_they_leave()
    {
        var delivered = _story.Simulation.Topic<Delivered>();
        delivered.Should().BeSameAs(_story.Simulation.Topic<Delivered>());
        delivered.IsObserved.Should().BeFalse();
        delivered.Publish(new Delivered(1));
        var first = delivered.Listen(heard => _story.Log($"first hears {heard.Tonnes}"));
        using (delivered.Listen(heard => _story.Log($"second hears {heard.Tonnes}"))) delivered.Publish(new Delivered(2));
        delivered.Publish(new Delivered(3));
        first.Dispose();
        first.Dispose();
        delivered.IsObserved.Should().BeFalse();
        delivered.Publish(new Delivered(4));
        _story.Lines.Should().Equal("0 first hears 2", "0 second hears 2", "0 first hears 3");
    }

    [Fact]
    public void The_life_of_processes_can_be_heard()
    {
        var simulation = _story.Simulation;
        simulation.ProcessStarted.Listen(started => _story.Log($"starts {started.Number} {started.Name}"));
        simulation.ProcessEnded.Listen(ended => _story.Log($"ends {ended.Number} {ended.Name} {ended.Failure?.Message}"));
        simulation.ProcessInterrupted.Listen(one => _story.Log($"interrupted {one.Number} {one.Name} {one.Cause}"));
        var convoy = simulation.Start(Drive(5), "convoy");
        simulation.Start(Drive(1));
        _story.At(2, () => convoy.Interrupt("fighting"));
        FluentActions.Invoking(() => _story.Tell()).Should().Throw<SimulationFailedException>();
        _story.Lines.Should().Equal("0 starts 1 convoy", "0 starts 2 ", "1 ends 2  ", "2 interrupted 1 convoy fighting",
            "2 ends 1 convoy Interrupted: fighting");

        async Process Drive(double hours) => await _story.Hours(hours);
    }

    [Fact]
    public void Every_event_is_heard_once_it_is_done()
    {
        var (simulation, done) = (_story.Simulation, 0);
        simulation.EventHappened.Listen(happened => _story.Log($"{simulation.Describe(happened)} is over, {done} done"));
        simulation.Start(Drive(), "convoy");
        _story.Tell();
        _story.Lines.Should().HaveCount(3).And.StartWith(["0 process 'convoy' is over, 0 done", "2 process 'convoy' is over, 1 done"]);
        simulation.EventCount.Should().Be(3);

        async Process Drive()
        {
            await _story.Hours(2);
            done++;
            await _story.Hours(1);
        }
    }

    [Fact]
    public void What_a_listener_to_events_throws_ends_the_run()
    {
        _story.Simulation.EventHappened.Listen(_ => throw new InvalidOperationException("a gram is missing"));
        _story.At(3, () => { });
        FluentActions.Invoking(() => _story.Tell()).Should().Throw<SimulationFailedException>()
            .Which.Message.Should().Contain("day 0 03:00:00").And.Contain("a gram is missing");
    }

    [Fact]
    public void Nothing_is_paid_while_nobody_listens()
    {
        var simulation = new Simulation(1, 0);
        var delivered = simulation.Topic<Delivered>();
        long heard = 0;
        Publish(delivered);
        var before = GC.GetAllocatedBytesForCurrentThread();
        Publish(delivered);
        (GC.GetAllocatedBytesForCurrentThread() - before).Should().Be(0);
        using (delivered.Listen(_ => heard++)) Publish(delivered);
        heard.Should().Be(1000);

        static void Publish(Topic<Delivered> topic)
        {
            for (var i = 0; i < 1000; i++)
                if (topic.IsObserved) topic.Publish(new Delivered(i));
        }
    }

    [Fact]
    public void A_trace_knows_the_cause_of_each_event_back_to_the_beginning()
    {
        var simulation = _story.Simulation;
        var gate = new Gate(simulation);
        var hold = gate.Close("fighting");
        var lanes = new Resource(simulation, 1);
        var trace = simulation.Trace();
        trace.Should().BeSameAs(simulation.Trace());
        long last = 0;
        simulation.Start(Front(), "front");
        simulation.Start(Convoy(), "convoy");
        simulation.Start(Later(), "later");
        _story.Tell(100);
        trace.Count.Should().Be((int)simulation.EventCount);
        trace.Causes(last).Select(one => one.ToString()).Should().Equal(
            "day 0 05:00:00 process 'later'", "day 0 05:00:00 process 'convoy'", "day 0 03:00:00 process 'convoy'",
            "day 0 03:00:00 process 'front'", "day 0 00:00:00 process 'front'");
        trace.Causes(last).Last().Cause.Should().Be(0);

        async Process Front()
        {
            await _story.Hours(3);
            hold.Dispose();
        }

        async Process Convoy()
        {
            using var lane = await lanes.Seize();
            await gate.WhenOpen();
            await _story.Hours(2);
        }

        async Process Later()
        {
            await _story.Hours(1);
            using var lane = await lanes.Seize();
            last = simulation.EventCount;
        }
    }

    [Fact]
    public void An_event_that_was_moved_is_caused_by_who_moved_it_last()
    {
        var simulation = _story.Simulation;
        var noting = simulation.Register(new Noting());
        var handle = simulation.Schedule(SimTime.Day(9), Priority.Normal, noting, 7);
        _story.At(1, () => { });
        _story.At(2, () => simulation.Reschedule(handle, SimTime.Start + TimeSpan.FromHours(3)));
        var trace = simulation.Trace();
        _story.Tell(10);
        trace[3].Should().Be(new TracedEvent(3, SimTime.Start + TimeSpan.FromHours(3), "Noting (7)", 2));
    }

    // Both calls give the same trace: the first asked for no words.
    [Fact]
    public void A_trace_without_words_knows_the_causes_and_is_in_words_once_somebody_asks_for_them()
    {
        var simulation = _story.Simulation;
        var trace = simulation.Trace(inWords: false);
        _story.At(1, () => _story.At(2, () => { }));
        _story.Tell(3);
        simulation.Trace().Should().BeSameAs(trace);
        _story.At(4, () => { });
        _story.Tell(5);
        Enumerable.Range(1, 3).Select(number => (trace[number].Cause, trace[number].What.Length > 0)).Should().Equal((0, false),
            (1, false), (0, true));
    }

    [Fact]
    public void What_is_scheduled_outside_of_events_has_no_cause_also_between_two_stretches_of_a_run()
    {
        _story.At(1, () => { });
        _story.Tell(2);
        var trace = _story.Simulation.Trace();
        trace.First.Should().Be(2);
        _story.At(3, () => _story.At(4, () => { }));
        _story.Tell(3.5);
        _story.At(5, () => { });
        _story.Tell(10);
        Enumerable.Range(2, 3).Select(number => trace[number].Cause).Should().Equal(0, 2, 0);
        FluentActions.Invoking(() => trace[1]).Should().Throw<ArgumentOutOfRangeException>()
            .WithMessage("The trace holds the 3 events from 2 on.*");
        FluentActions.Invoking(() => trace[5]).Should().Throw<ArgumentOutOfRangeException>();
    }

    [Fact]
    public void Tracing_and_listening_change_nothing_in_a_run()
    {
        var plain = Run(observed: false);
        Run(observed: true).Should().Be(plain);

        static (ulong, long) Run(bool observed)
        {
            var simulation = new Simulation(5, 0);
            var heard = 0;
            if (observed)
            {
                simulation.Trace().Happening.Listen(_ => heard++);
                simulation.ProcessEnded.Listen(_ => heard++);
            }
            var lanes = new Resource(simulation, 2);
            var draws = new RandomSequence(simulation.Stream("drive"));
            for (var i = 0; i < 10; i++) simulation.Start(Drive());
            simulation.RunUntil(SimTime.Day(5));
            if (observed) heard.Should().BeGreaterThanOrEqualTo((int)simulation.EventCount);
            return (simulation.EventFingerprint, simulation.EventCount);

            async Process Drive()
            {
                while (true)
                {
                    using var lane = await lanes.Seize();
                    await lane.Serve(TimeSpan.FromHours(draws.Next()));
                }
            }
        }
    }

    private readonly record struct Delivered(int Tonnes);

    private sealed class Noting : IEventHandler
    {
        public void Handle(long argument)
        {
        }

        public override string ToString() => "Noting";
    }
}
