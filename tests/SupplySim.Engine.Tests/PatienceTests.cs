namespace SupplySim.Engine.Tests;

/// <summary>Waits that end in vain, waits that tell instead of throwing, and what an interrupt says was left.</summary>
public class PatienceTests
{
    private readonly Story _story = new();

    [Fact]
    public void Whoever_gives_up_in_a_queue_makes_room_for_those_behind_him()
    {
        var lanes = new Resource(_story.Simulation, 3);
        _story.Simulation.Start(Use("one", 9, amount: 2));
        _story.Simulation.Start(Use("big", 1, amount: 3, patience: 4));
        _story.Simulation.Start(Use("small", 1));
        _story.Tell().Should().Equal("0 one has 2", "4 big gives up", "4 small has 1");
        (lanes.InUse, lanes.QueueLength).Should().Be((0, 0));

        async Process Use(string name, double hours, int amount = 1, double? patience = null)
        {
            using var hold = await lanes.Seize(amount, patience: patience is { } limit ? TimeSpan.FromHours(limit) : null);
            _story.Log(hold.IsHeld ? $"{name} has {hold.Amount}" : $"{name} gives up");
            if (hold.IsHeld) await _story.Hours(hours);
        }
    }

    [Theory]
    [InlineData(0, "5 has 1")]
    [InlineData(255, "5 has 0")]
    public void If_the_unit_comes_at_the_very_end_of_the_patience_the_first_event_decides(byte priority, string expected)
    {
        var lanes = new Resource(_story.Simulation, 0);
        _story.Simulation.Start(Body());
        _story.At(5, () => lanes.Capacity = 1, priority);
        _story.Tell().Should().Equal(expected);

        async Process Body()
        {
            using var hold = await lanes.Seize(patience: TimeSpan.FromHours(5));
            _story.Log($"has {hold.Amount}");
        }
    }

    [Fact]
    public void At_a_gate_it_is_told_whether_it_opened()
    {
        var gate = new Gate(_story.Simulation);
        var hold = gate.Close("night");
        _story.Simulation.Start(Pass("hasty", 2));
        _story.Simulation.Start(Pass("patient", 8));
        _story.At(5, hold.Dispose);
        _story.At(6, () => _story.Simulation.Start(Pass("late", 1)));
        _story.Tell().Should().Equal("2 hasty False", "5 patient True", "6 late True");
        gate.WaitingCount.Should().Be(0);

        async Process Pass(string name, double patience) =>
            _story.Log($"{name} {await gate.WhenOpen(TimeSpan.FromHours(patience))}");
    }

    [Fact]
    public void A_gate_that_closes_again_before_one_has_passed_gives_back_the_rest_of_the_patience()
    {
        var gate = new Gate(_story.Simulation);
        var hold = gate.Close("night");
        _story.Simulation.Start(Pass());
        _story.At(3, () =>
        {
            hold.Dispose();
            hold = gate.Close("fighting");
        });
        _story.Tell().Should().Equal("8 False");

        async Process Pass() => _story.Log($"{await gate.WhenOpen(TimeSpan.FromHours(8))}");
    }

    [Fact]
    public void A_negative_patience_is_refused()
    {
        var past = TimeSpan.FromTicks(-1);
        FluentActions.Invoking(() => new Gate(_story.Simulation).WhenOpen(past)).Should().Throw<ArgumentOutOfRangeException>();
        FluentActions.Invoking(() => new Resource(_story.Simulation, 1).Seize(patience: past))
            .Should().Throw<ArgumentOutOfRangeException>();
    }

    [Theory]
    [InlineData("delay", 3.0)]
    [InlineData("gate with patience", 7.0)]
    [InlineData("seize with patience", 4.0)]
    [InlineData("gate", null)]
    [InlineData("signal", null)]
    [InlineData("never", null)]
    public void An_interrupt_says_what_was_left_of_the_wait(string kind, double? left)
    {
        var gate = new Gate(_story.Simulation);
        gate.Close("shut");
        var lanes = new Resource(_story.Simulation, 0);
        var signal = new Signal(_story.Simulation);
        var process = _story.Simulation.Start(Body());
        _story.At(2, () => process.Interrupt("x"));
        _story.Tell().Should().Equal($"2 left {left}");

        async Process Body()
        {
            try
            {
                switch (kind)
                {
                    case "delay": await _story.Hours(5); break;
                    case "gate with patience": await gate.WhenOpen(TimeSpan.FromHours(9)); break;
                    case "seize with patience": await lanes.Seize(patience: TimeSpan.FromHours(6)); break;
                    case "gate": await gate.WhenOpen(); break;
                    case "signal": await signal.Wait(); break;
                    default: await _story.Simulation.DelayUntil(SimTime.Never); break;
                }
            }
            catch (InterruptedException interrupted)
            {
                _story.Log($"left {interrupted.Remaining?.TotalHours}");
            }
        }
    }

    [Fact]
    public void A_wait_that_tells_says_how_it_ended_and_does_not_throw()
    {
        var gate = new Gate(_story.Simulation);
        gate.Close("shut");
        var lanes = new Resource(_story.Simulation, 1);
        var process = _story.Simulation.Start(Body());
        _story.At(2, () => process.Interrupt("fighting"));
        _story.Tell().Should().Equal("2 Interrupted by fighting, 3 left", "4 TimedOut", "4 Completed holding 1", "5 Completed");

        async Process Body()
        {
            var end = await _story.Hours(5).Outcome();
            _story.Log($"{end.End} by {end.Cause}, {end.Remaining!.Value.TotalHours} left");
            end = await gate.WhenOpen(TimeSpan.FromHours(2)).Outcome();
            _story.Log($"{end.End}");
            end = await lanes.Seize().Outcome();
            _story.Log($"{end.End} holding {end.Hold.Amount}");
            end = await _story.Hours(1).Outcome();
            _story.Log($"{end.End}");
        }
    }

    [Fact]
    public void A_wait_that_tells_is_over_at_once_after_an_interrupt_that_came_before_it()
    {
        var gate = new Gate(_story.Simulation);
        var process = _story.Simulation.Start(Body());
        process.Interrupt("early");
        _story.Tell().Should().Equal("0 Interrupted by early, left: False", "1 Completed");

        async Process Body()
        {
            var end = await gate.WhenOpen().Outcome();
            _story.Log($"{end.End} by {end.Cause}, left: {end.Remaining.HasValue}");
            end = await _story.Hours(1).Outcome();
            _story.Log($"{end.End}");
        }
    }

    [Fact]
    public void The_end_of_a_process_that_never_was_has_come()
    {
        _story.Simulation.Start(Body());
        _story.Tell().Should().Equal("0 Completed");

        async Process Body() => _story.Log($"{(await default(ProcessHandle).Completion.Outcome()).End}");
    }

    [Fact]
    public void While_processes_are_unwound_a_wait_that_tells_is_unwound_too()
    {
        _story.Simulation.Start(Body());
        _story.Tell(2);
        _story.Simulation.UnwindProcesses();
        _story.Lines.Should().Equal("2 cleared up");

        async Process Body()
        {
            try
            {
                await _story.Hours(5).Outcome();
                _story.Log("went on");
            }
            finally
            {
                _story.Log("cleared up");
            }
        }
    }

    [Fact]
    public void A_patience_beyond_the_end_of_time_is_refused_where_the_wait_is_made_and_nobody_stays_in_line()
    {
        var tooLong = SimTime.Latest - SimTime.Start + TimeSpan.FromTicks(1);
        var (lanes, gate, signal) = (new Resource(_story.Simulation, 0), new Gate(_story.Simulation), new Signal(_story.Simulation));
        gate.Close("night");
        FluentActions.Invoking(() => gate.WhenOpen(tooLong)).Should().Throw<OverflowException>()
            .WithMessage("Nothing can be scheduled at*the latest time is*");
        FluentActions.Invoking(() => signal.Wait(tooLong)).Should().Throw<OverflowException>();
        _story.Simulation.Start(Body());
        _story.Tell().Should().Equal("0 finally", "0 caught");
        lanes.QueueLength.Should().Be(0);

        async Process Body()
        {
            try
            {
                try
                {
                    await lanes.Seize(patience: tooLong);
                }
                finally
                {
                    _story.Log("finally");
                }
            }
            catch (OverflowException)
            {
                _story.Log("caught");
            }
        }
    }
}
