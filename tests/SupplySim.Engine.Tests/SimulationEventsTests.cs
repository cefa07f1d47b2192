namespace SupplySim.Engine.Tests;

public class SimulationEventsTests
{
    private readonly Simulation _simulation = new(seed: 1, replication: 0);
    private readonly Recorder _recorder;
    private readonly HandlerId _record;

    public SimulationEventsTests()
    {
        _recorder = new Recorder(_simulation);
        _record = _simulation.Register(_recorder);
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
        _recorder.Seen.Should().Equal((1, 3), (1, 5), (1, 2), (1, 4), (2, 1));
    }

    [Fact]
    public void An_event_may_schedule_another_at_its_own_instant_which_then_comes_by_priority()
    {
        _recorder.OnSeen = argument =>
        {
            if (argument == 1) At(1, 0, argument: 9);
        };
        At(1, 5, argument: 1);
        At(1, 5, argument: 2);
        Run();
        _recorder.Seen.Should().Equal((1, 1), (1, 9), (1, 2));
    }

    [Fact]
    public void A_cancelled_event_does_not_happen_and_cannot_be_cancelled_twice()
    {
        var handle = At(1, 0, argument: 1);
        At(1, 0, argument: 2);
        _simulation.Cancel(handle).Should().BeTrue();
        _simulation.Cancel(handle).Should().BeFalse();
        _simulation.IsPending(handle).Should().BeFalse();
        Run();
        _recorder.Seen.Should().Equal((1, 2));
    }

    [Fact]
    public void A_rescheduled_event_goes_last_among_its_equals_and_keeps_its_handle_and_priority()
    {
        var handle = At(1, 5, argument: 1);
        At(1, 5, argument: 2);
        At(1, 6, argument: 3);
        _simulation.Reschedule(handle, Time(1)).Should().BeTrue();
        _simulation.IsPending(handle).Should().BeTrue();
        Run();
        _recorder.Seen.Should().Equal((1, 2), (1, 1), (1, 3));
        _simulation.Reschedule(handle, Time(200)).Should().BeFalse();
    }

    [Fact]
    public void A_stale_handle_does_not_touch_the_event_that_uses_its_storage_now()
    {
        var stale = At(1, 0, argument: 1);
        _simulation.Cancel(stale);
        var current = At(1, 0, argument: 2);
        _simulation.Cancel(stale).Should().BeFalse();
        _simulation.Reschedule(stale, Time(5)).Should().BeFalse();
        _simulation.IsPending(current).Should().BeTrue();
        Run();
        _recorder.Seen.Should().Equal((1, 2));
    }

    [Fact]
    public void The_default_handle_is_no_event()
    {
        At(1, 0, argument: 1);
        _simulation.IsPending(default).Should().BeFalse();
        _simulation.Cancel(default).Should().BeFalse();
    }

    [Fact]
    public void An_event_that_happens_is_no_longer_pending()
    {
        EventHandle own = default;
        bool? pending = null;
        _recorder.OnSeen = _ => pending = _simulation.IsPending(own);
        own = At(1, 0, argument: 1);
        Run();
        pending.Should().BeFalse();
    }

    [Fact]
    public void What_is_due_at_the_horizon_happens_only_in_the_next_run()
    {
        At(5, 0, argument: 1);
        _simulation.RunUntil(Time(5));
        _recorder.Seen.Should().BeEmpty();
        _simulation.Now.Should().Be(Time(5));
        _simulation.RunUntil(Time(6));
        _recorder.Seen.Should().Equal((5, 1));
        _simulation.Now.Should().Be(Time(6));
        _simulation.Horizon.Should().Be(Time(6));
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
        var handle = _simulation.Schedule(SimTime.Never, Priority.Normal, _record, 1);
        _simulation.RunUntil(SimTime.FromTicks(SimTime.Latest.Ticks - 10));
        _recorder.Seen.Should().BeEmpty();
        _simulation.Reschedule(handle, _simulation.Now).Should().BeTrue();
        _simulation.RunUntil(SimTime.Latest);
        _recorder.Seen.Should().ContainSingle();
    }

    [Fact]
    public void A_negative_delay_is_refused_by_name()
    {
        var scheduling = () => _simulation.Schedule(TimeSpan.FromHours(-2), Priority.Normal, _record);
        scheduling.Should().Throw<ArgumentOutOfRangeException>()
            .WithMessage("A delay cannot be negative; the clock shows day 0 00:00:00.*-02:00:00*");
    }

    [Fact]
    public void The_past_is_refused_by_name()
    {
        _simulation.RunUntil(SimTime.Day(2));
        var scheduling = () => _simulation.Schedule(SimTime.Day(1), Priority.Normal, _record);
        scheduling.Should().Throw<ArgumentOutOfRangeException>().WithMessage("*in the past; the clock shows day 2 00:00:00*day 1*");
        var pending = _simulation.Schedule(SimTime.Day(3), Priority.Normal, _record);
        var moving = () => _simulation.Reschedule(pending, SimTime.Day(1));
        moving.Should().Throw<ArgumentOutOfRangeException>().WithMessage("*in the past*");
        var running = () => _simulation.RunUntil(SimTime.Day(1));
        running.Should().Throw<ArgumentOutOfRangeException>().WithMessage("The horizon must lie between*day 2*");
    }

    [Fact]
    public void Time_beyond_the_latest_is_refused_and_does_not_wrap()
    {
        var beyond = () => _simulation.Schedule(SimTime.FromTicks(SimTime.Latest.Ticks + 1), Priority.Normal, _record);
        beyond.Should().Throw<OverflowException>().WithMessage("Nothing can be scheduled at day 83399*: the latest time is day 83399*");
        var longest = () => _simulation.Schedule(TimeSpan.MaxValue, Priority.Normal, _record);
        longest.Should().Throw<OverflowException>();
        var horizon = () => _simulation.RunUntil(SimTime.Never);
        horizon.Should().Throw<ArgumentOutOfRangeException>();
    }

    [Fact]
    public void At_the_end_of_time_an_event_still_happens_in_order()
    {
        _simulation.RunUntil(SimTime.FromTicks(SimTime.Latest.Ticks - 2));
        _simulation.Schedule(new TimeSpan(1), new Priority(255), _record, 1);
        _simulation.Schedule(TimeSpan.Zero, new Priority(255), _record, 2);
        _simulation.RunUntil(SimTime.Latest);
        _recorder.Seen.Select(seen => seen.Argument).Should().Equal(2, 1);
    }

    [Fact]
    public void An_event_cannot_run_the_simulation()
    {
        _recorder.OnSeen = _ => _simulation.RunUntil(Time(9));
        At(1, 0, argument: 1);
        var running = Run;
        running.Should().Throw<SimulationFailedException>().WithInnerException<InvalidOperationException>()
            .WithMessage("The simulation is running*");
    }

    [Fact]
    public void Handlers_are_numbered_in_order_of_registration()
    {
        var next = _simulation.Register(_recorder);
        (next.Index - _record.Index).Should().Be(1);
    }

    private static SimTime Time(long ticks) => SimTime.FromTicks(ticks);

    private EventHandle At(long ticks, byte priority, long argument) =>
        _simulation.Schedule(Time(ticks), new Priority(priority), _record, argument);

    private void Run() => _simulation.RunUntil(Time(100));

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
        private readonly Simulation _simulation;
        private readonly RandomSequence _draws;

        public Walker(Simulation simulation)
        {
            _simulation = simulation;
            _draws = new RandomSequence(simulation.Stream("walk"));
            Id = simulation.Register(this);
        }

        public HandlerId Id { get; }

        public void Handle(long argument) =>
            _simulation.Schedule(new TimeSpan((long)(_draws.Next() * 5) + 1), Priority.Normal, Id, argument + 1);
    }
}
