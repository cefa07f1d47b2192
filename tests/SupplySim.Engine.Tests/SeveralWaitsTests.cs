namespace SupplySim.Engine.Tests;

public class SeveralWaitsTests
{
    private readonly Story _story = new();
    private readonly Gate _gate;
    private readonly GateHold _closed;
    private readonly Signal _signal;
    private readonly Resource _lanes;
    private readonly Store<string> _yard;

    public SeveralWaitsTests()
    {
        _gate = new Gate(_story.Simulation);
        _closed = _gate.Close("shut");
        _signal = new Signal(_story.Simulation);
        _lanes = new Resource(_story.Simulation, 0);
        _yard = new Store<string>(_story.Simulation);
    }

    [Theory]
    [InlineData("gate", "3 first 0")]
    [InlineData("signal", "3 first 1")]
    [InlineData("nothing", "5 first 2")]
    public void The_first_to_end_counts_and_the_others_are_withdrawn(string what, string expected)
    {
        _story.Simulation.Start(Body());
        _story.At(3, () =>
        {
            if (what == "gate") _closed.Dispose();
            if (what == "signal") _signal.Fire();
        });
        _story.At(4, () => (_gate.WaitingCount, _signal.WaitingCount).Should().Be(what == "nothing" ? (1, 1) : (0, 0)));
        _story.Tell().Should().Equal(expected, "9 later");
        (_gate.WaitingCount, _signal.WaitingCount).Should().Be((0, 0));

        async Process Body()
        {
            var first = await _story.Simulation.WhenAny(_gate.WhenOpen(), _signal.Wait(), _story.Hours(5));
            _story.Log($"first {first.Index}");
            await _story.Simulation.DelayUntil(SimTime.Start + TimeSpan.FromHours(9));
            _story.Log("later");
        }
    }

    [Fact]
    public void What_can_be_had_at_once_is_and_the_others_never_begin()
    {
        _lanes.Capacity = 1;
        _story.Simulation.Start(Body());
        _story.Tell().Should().Equal("0 first 1 holding 1, 0 at the gate");
        _story.Simulation.EventCount.Should().Be(1);

        async Process Body()
        {
            var first = await _story.Simulation.WhenAny(_gate.WhenOpen(), _lanes.Seize(), _yard.Take());
            _story.Log($"first {first.Index} holding {first.Hold.Amount}, {_gate.WaitingCount} at the gate");
            first.Hold.Release();
        }
    }

    [Theory]
    [InlineData(false, "2 first 1 holding 1")]
    [InlineData(true, "2 first 0 holding 0")]
    public void If_two_end_at_one_instant_the_first_event_decides_and_the_others_grant_goes_back(bool signalFirst, string expected)
    {
        _story.Simulation.Start(Body());
        _story.At(2, () =>
        {
            if (signalFirst) _signal.Fire();
            _lanes.Capacity = 1;
            _lanes.InUse.Should().Be(1);
            _signal.Fire();
        });
        _story.Tell().Should().Equal(expected);
        (_lanes.InUse, _lanes.QueueLength).Should().Be((0, 0));

        async Process Body()
        {
            var first = await _story.Simulation.WhenAny(_signal.Wait(), _lanes.Seize());
            _story.Log($"first {first.Index} holding {first.Hold.Amount}");
            first.Hold.Release();
        }
    }

    [Fact]
    public void An_item_given_to_a_loser_goes_back_to_the_front()
    {
        _story.Simulation.Start(Body());
        _story.Simulation.Start(Put());
        _story.Tell().Should().Equal("2 first 0", "3 a", "3 b");

        async Process Body()
        {
            var first = await _story.Simulation.WhenAny(_signal.Wait(), _yard.Take());
            _story.Log($"first {first.Index}");
            await _story.Hours(1);
            _story.Log(await _yard.Take());
            _story.Log(await _yard.Take());
        }

        async Process Put()
        {
            await _story.Hours(2);
            _signal.Fire();
            await _yard.Put("a");
            await _yard.Put("b");
        }
    }

    [Fact]
    public void The_item_of_a_winner_comes_with_the_result()
    {
        _story.Simulation.Start(Body());
        _story.At(2, () => _story.Simulation.Start(Put("a")));
        _story.Tell().Should().Equal("2 1 a", "2 no number");

        async Process Body()
        {
            var first = await _story.Simulation.WhenAny(_signal.Wait(), _yard.Take());
            _story.Log($"{first.Index} {first.Item<string>()}");
            FluentActions.Invoking(() => first.Item<int>()).Should().Throw<InvalidCastException>();
            _story.Log("no number");
        }

        async Process Put(string item) => await _yard.Put(item);
    }

    [Fact]
    public void The_first_of_an_array_of_ends()
    {
        var trucks = new[] { 7.0, 3, 5 }.Select(hours => _story.Simulation.Start(Drive(hours)).Completion).ToArray();
        _story.Simulation.Start(Body());
        _story.Tell().Should().Equal("3 first 1", "7 all 3");

        async Process Drive(double hours) => await _story.Hours(hours);

        async Process Body()
        {
            _story.Log($"first {(await _story.Simulation.WhenAny(trucks)).Index}");
            _story.Log($"all {(await _story.Simulation.WhenAll(trucks)).Count}");
        }
    }

    [Fact]
    public void All_are_over_with_the_last_and_each_says_how()
    {
        _story.Simulation.Start(Body());
        _story.At(2, () => _lanes.Capacity = 1);
        _story.At(6, _signal.Fire);
        _story.Tell().Should().Equal("6 Completed holding 1, TimedOut, Completed");

        async Process Body()
        {
            var all = await _story.Simulation.WhenAll(_lanes.Seize(), _gate.WhenOpen(TimeSpan.FromHours(4)), _signal.Wait());
            _story.Log($"{all[0].End} holding {all[0].Hold.Amount}, {all[1].End}, {all[2].End}");
            FluentActions.Invoking(() => all[3]).Should().Throw<ArgumentOutOfRangeException>();
        }
    }

    [Fact]
    public void All_at_once_is_over_at_once_and_nothing_of_nothing_too()
    {
        _lanes.Capacity = 2;
        _story.Simulation.Start(Body());
        _story.Tell().Should().Equal("0 2, 2 in use, 0 of none");
        _story.Simulation.EventCount.Should().Be(1);

        async Process Body()
        {
            var both = await _story.Simulation.WhenAll(_lanes.Seize(), _lanes.Seize());
            var none = await _story.Simulation.WhenAll(Array.Empty<DelayWait>());
            _story.Log($"{both.Count}, {_lanes.InUse} in use, {none.Count} of none");
        }
    }

    [Fact]
    public void Interrupted_before_all_have_come_it_gives_back_what_some_have_brought()
    {
        _lanes.Capacity = 1;
        var level = new Level(_story.Simulation, amount: 5);
        var first = _story.Simulation.Start(First());
        var second = _story.Simulation.Start(Second());
        _story.At(1, () => _story.Simulation.Start(Put()));
        _story.At(3, () =>
        {
            (_lanes.InUse, _yard.Count, level.Amount).Should().Be((1, 0, 2));
            first.Interrupt("x");
            second.Interrupt("x");
        });
        _story.Tell().Should().Equal("3 interrupted", "3 interrupted");
        (_lanes.InUse, _yard.Count, level.Amount, _gate.WaitingCount).Should().Be((0, 1, 5, 0));

        async Process Put() => await _yard.Put("a");

        async Process First()
        {
            try
            {
                await _story.Simulation.WhenAll(_lanes.Seize(), level.Take(3), _gate.WhenOpen());
            }
            catch (InterruptedException)
            {
                _story.Log("interrupted");
            }
        }

        async Process Second()
        {
            try
            {
                await _story.Simulation.WhenAll(_yard.Take(), _gate.WhenOpen());
            }
            catch (InterruptedException)
            {
                _story.Log("interrupted");
            }
        }
    }

    [Fact]
    public void A_group_waits_again_and_again_and_remembers_nothing()
    {
        _story.Simulation.Start(Body());
        for (var turn = 1; turn <= 4; turn++) _story.At(turn, _signal.Fire);
        _story.Tell().Should().Equal("1 0", "1.5 1", "2 0", "2.5 1", "3 0", "3.5 1", "4 0", "4.5 1");

        async Process Body()
        {
            for (var turn = 0; turn < 8; turn++)
                _story.Log($"{(await _story.Simulation.WhenAny(_signal.Wait(), _story.Hours(turn % 2 == 0 ? 5 : 0.5))).Index}");
        }
    }

    [Fact]
    public void If_one_of_all_cannot_be_asked_for_nobody_stays_in_line_for_the_others()
    {
        var (gate, lanes, store) = (new Gate(_story.Simulation), new Resource(_story.Simulation, 1), new Store<string>(_story.Simulation));
        gate.Close("night");
        _story.Simulation.Start(Put());
        _story.Simulation.Start(Body());
        _story.Tell(1).Should().Equal("0 filter, 0 at the gate, 0 of 1 in use, 0 waiting");

        async Process Put() => await store.Put("x");

        async Process Body()
        {
            try
            {
                await _story.Simulation.WhenAll(gate.WhenOpen(), lanes.Seize(), store.Take(_ => throw new FormatException("filter")));
            }
            catch (FormatException thrown)
            {
                _story.Log($"{thrown.Message}, {gate.WaitingCount} at the gate, {lanes}");
            }
        }
    }
}
