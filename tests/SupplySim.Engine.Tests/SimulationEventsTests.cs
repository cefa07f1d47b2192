namespace SupplySim.Engine.Tests;

public class SimulationEventsTests
{
    private readonly Simulation simulation = new(seed: 1, replication: 0);
    private readonly Recorder recorder;
    private readonly HandlerId record;

    public SimulationEventsTests()
    {
        recorder = new Recorder(simulation);
        record = simulation.Register(recorder);
    }

    [Fact]
    public void Events_happen_by_time_then_priority_then_order_of_scheduling()
    {
        At(2, 5, argument: 1);
        At(1, 9, argument: 2);
        At(1, 3, argument: 3);
        At(1, 9, argument: 4);
        At(1, 3, argument: 5);
        Run();
        recorder.Seen.Should().Equal((1, 3), (1, 5), (1, 2), (1, 4), (2, 1));
    }

    [Fact]
    public void An_event_may_schedule_another_at_its_own_instant_which_then_comes_by_priority()
    {
        recorder.OnSeen = argument =>
        {
            if (argument == 1) At(1, 0, argument: 9);
        };
        At(1, 5, argument: 1);
        At(1, 5, argument: 2);
        Run();
        recorder.Seen.Should().Equal((1, 1), (1, 9), (1, 2));
    }

    [Fact]
    public void A_cancelled_event_does_not_happen_and_cannot_be_cancelled_twice()
    {
        var handle = At(1, 0, argument: 1);
        At(1, 0, argument: 2);
        simulation.Cancel(handle).Should().BeTrue();
        simulation.Cancel(handle).Should().BeFalse();
        simulation.IsPending(handle).Should().BeFalse();
        Run();
        recorder.Seen.Should().Equal((1, 2));
    }

    [Fact]
    public void A_rescheduled_event_goes_last_among_its_equals_and_keeps_its_handle_and_priority()
    {
        var handle = At(1, 5, argument: 1);
        At(1, 5, argument: 2);
        At(1, 6, argument: 3);
        simulation.Reschedule(handle, Time(1)).Should().BeTrue();
        simulation.IsPending(handle).Should().BeTrue();
        Run();
        recorder.Seen.Should().Equal((1, 2), (1, 1), (1, 3));
        simulation.Reschedule(handle, Time(200)).Should().BeFalse();
    }

    [Fact]
    public void A_stale_handle_does_not_touch_the_event_that_uses_its_storage_now()
    {
        var stale = At(1, 0, argument: 1);
        simulation.Cancel(stale);
        var current = At(1, 0, argument: 2);
        simulation.Cancel(stale).Should().BeFalse();
        simulation.Reschedule(stale, Time(5)).Should().BeFalse();
        simulation.IsPending(current).Should().BeTrue();
        Run();
        recorder.Seen.Should().Equal((1, 2));
    }

    [Fact]
    public void The_default_handle_is_no_event()
    {
        At(1, 0, argument: 1);
        simulation.IsPending(default).Should().BeFalse();
        simulation.Cancel(default).Should().BeFalse();
    }

    [Fact]
    public void An_event_that_happens_is_no_longer_pending()
    {
        EventHandle own = default;
        bool? pending = null;
        recorder.OnSeen = _ => pending = simulation.IsPending(own);
        own = At(1, 0, argument: 1);
        Run();
        pending.Should().BeFalse();
    }

    [Fact]
    public void What_is_due_at_the_horizon_happens_only_in_the_next_run()
    {
        At(5, 0, argument: 1);
        simulation.RunUntil(Time(5));
        recorder.Seen.Should().BeEmpty();
        simulation.Now.Should().Be(Time(5));
        simulation.RunUntil(Time(6));
        recorder.Seen.Should().Equal((5, 1));
        simulation.Now.Should().Be(Time(6));
        simulation.Horizon.Should().Be(Time(6));
    }

    [Fact]
    public void Two_runs_on_end_equal_one_run()
    {
        var whole = Walk(run => run.RunUntil(Time(1000)));
        var split = Walk(run =>
        {
            run.RunUntil(Time(333));
            run.RunUntil(Time(333));
            run.RunUntil(Time(1000));
        });
        split.Should().Be(whole);

        static (ulong, long) Walk(Action<Simulation> go)
        {
            var run = new Simulation(7, 0);
            var walker = new Walker(run);
            run.Schedule(TimeSpan.Zero, Priority.Normal, walker.Id);
            go(run);
            return (run.EventFingerprint, run.EventCount);
        }
    }

    [Fact]
    public void An_event_at_never_stays_pending_until_it_is_moved()
    {
        var handle = simulation.Schedule(SimTime.Never, Priority.Normal, record, 1);
        simulation.RunUntil(SimTime.FromTicks(SimTime.Latest.Ticks - 10));
        recorder.Seen.Should().BeEmpty();
        simulation.Reschedule(handle, simulation.Now).Should().BeTrue();
        simulation.RunUntil(SimTime.Latest);
        recorder.Seen.Should().ContainSingle();
    }

    [Fact]
    public void A_negative_delay_is_refused_by_name()
    {
        var scheduling = () => simulation.Schedule(TimeSpan.FromHours(-2), Priority.Normal, record);
        scheduling.Should().Throw<ArgumentOutOfRangeException>()
            .WithMessage("A delay cannot be negative; the clock shows day 0 00:00:00.*-02:00:00*");
    }

    [Fact]
    public void The_past_is_refused_by_name()
    {
        simulation.RunUntil(SimTime.Day(2));
        var scheduling = () => simulation.Schedule(SimTime.Day(1), Priority.Normal, record);
        scheduling.Should().Throw<ArgumentOutOfRangeException>().WithMessage("*in the past; the clock shows day 2 00:00:00*day 1*");
        var pending = simulation.Schedule(SimTime.Day(3), Priority.Normal, record);
        var moving = () => simulation.Reschedule(pending, SimTime.Day(1));
        moving.Should().Throw<ArgumentOutOfRangeException>().WithMessage("*in the past*");
        var running = () => simulation.RunUntil(SimTime.Day(1));
        running.Should().Throw<ArgumentOutOfRangeException>().WithMessage("The horizon must lie between*day 2*");
    }

    [Fact]
    public void Time_beyond_the_latest_is_refused_and_does_not_wrap()
    {
        var beyond = () => simulation.Schedule(SimTime.FromTicks(SimTime.Latest.Ticks + 1), Priority.Normal, record);
        beyond.Should().Throw<OverflowException>().WithMessage("Nothing can be scheduled at day 83399*: the latest time is day 83399*");
        var longest = () => simulation.Schedule(TimeSpan.MaxValue, Priority.Normal, record);
        longest.Should().Throw<OverflowException>();
        var horizon = () => simulation.RunUntil(SimTime.Never);
        horizon.Should().Throw<ArgumentOutOfRangeException>();
    }

    [Fact]
    public void At_the_end_of_time_an_event_still_happens_in_order()
    {
        simulation.RunUntil(SimTime.FromTicks(SimTime.Latest.Ticks - 2));
        simulation.Schedule(new TimeSpan(1), new Priority(255), record, 1);
        simulation.Schedule(TimeSpan.Zero, new Priority(255), record, 2);
        simulation.RunUntil(SimTime.Latest);
        recorder.Seen.Select(seen => seen.Argument).Should().Equal(2, 1);
    }

    [Fact]
    public void An_event_cannot_run_the_simulation()
    {
        recorder.OnSeen = _ => simulation.RunUntil(Time(9));
        At(1, 0, argument: 1);
        var running = Run;
        running.Should().Throw<SimulationFailedException>().WithInnerException<InvalidOperationException>()
            .WithMessage("The simulation is running*");
    }

    [Fact]
    public void Handlers_are_numbered_in_order_of_registration()
    {
        var next = simulation.Register(recorder);
        (next.Index - record.Index).Should().Be(1);
    }

    private static SimTime Time(long ticks) => SimTime.FromTicks(ticks);

    private EventHandle At(long ticks, byte priority, long argument) =>
        simulation.Schedule(Time(ticks), new Priority(priority), record, argument);

    private void Run() => simulation.RunUntil(Time(100));

    private sealed class Recorder(Simulation simulation) : IEventHandler
    {
        public List<(long Ticks, long Argument)> Seen { get; } = [];

        public Action<long>? OnSeen { get; set; }

        public void Handle(long argument)
        {
            Seen.Add((simulation.Now.Ticks, argument));
            OnSeen?.Invoke(argument);
        }
    }

    private sealed class Walker : IEventHandler
    {
        private readonly Simulation simulation;
        private readonly RandomSequence draws;

        public Walker(Simulation simulation)
        {
            this.simulation = simulation;
            draws = new RandomSequence(simulation.Stream("walk"));
            Id = simulation.Register(this);
        }

        public HandlerId Id { get; }

        public void Handle(long argument) =>
            simulation.Schedule(new TimeSpan((long)(draws.Next() * 5) + 1), Priority.Normal, Id, argument + 1);
    }
}
