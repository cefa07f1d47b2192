namespace SupplySim.Engine.Tests;

/// <summary>Services that pause with the unit in which they are done.</summary>
public class ServiceTests
{
    private readonly Story _story = new();

    [Fact]
    public void A_service_takes_its_time_and_leaves_the_unit_with_its_holder()
    {
        var lanes = new Resource(_story.Simulation, 1);
        _story.Simulation.Start(Body());
        _story.Tell().Should().Equal("3 True 1", "5 True 1");
        lanes.InUse.Should().Be(0);

        async Process Body()
        {
            using var hold = await lanes.Seize();
            for (var round = 0; round < 2; round++)
            {
                var service = await hold.Serve(TimeSpan.FromHours(3 - round));
                _story.Log($"{service.Pauses == 0 && service.LastBegan == service.Began} {hold.Amount}");
            }
        }
    }

    [Fact]
    public void Two_closures_pause_it_twice_and_it_loses_nothing()
    {
        var lanes = new Resource(_story.Simulation, 1);
        _story.Simulation.Start(Pass(lanes, "a", 10));
        Close(lanes, from: 2, to: 5, then: 1);
        Close(lanes, from: 6, to: 8, then: 1);
        _story.At(3, () => (lanes.InUse, lanes.QueueLength).Should().Be((0, 1)));
        _story.Tell().Should().Equal("0 a begins", "15 a ends, went on at 8, paused 2");
        (lanes.InUse, lanes.QueueLength).Should().Be((0, 0));
    }

    [Fact]
    public void A_service_that_finishes_is_not_paused_and_nobody_is_let_in_meanwhile()
    {
        var lanes = new Resource(_story.Simulation, 2);
        _story.Simulation.Start(Pass(lanes, "a", 10, OnClose.Finish));
        _story.Simulation.Start(Pass(lanes, "b", 4));
        _story.Simulation.Start(Pass(lanes, "c", 4));
        Close(lanes, from: 3, to: 6, then: 1);
        _story.Tell().Should().Equal("0 a begins", "0 b begins", "10 a ends, went on at 0, paused 0",
            "11 b ends, went on at 10, paused 1", "11 c begins", "15 c ends, went on at 11, paused 0");
    }

    [Theory]
    [InlineData(GivesWay.Latest, "12 a ends, went on at 1, paused 0", "20 b ends, went on at 12, paused 1")]
    [InlineData(GivesWay.Earliest, "12 b ends, went on at 2, paused 0", "20 a ends, went on at 12, paused 1")]
    public void Of_equals_the_latest_gives_way_first_or_the_earliest(GivesWay givesWay, params string[] expected)
    {
        var lanes = new Resource(_story.Simulation, 2) { GivesWay = givesWay };
        _story.At(1, () => _story.Simulation.Start(Pass(lanes, "a", 11)));
        _story.At(2, () => _story.Simulation.Start(Pass(lanes, "b", 10)));
        _story.At(4, () => lanes.Capacity = 1);
        _story.Tell().Skip(2).Should().Equal(expected);
    }

    [Fact]
    public void The_least_urgent_gives_way_first_and_the_paused_come_back_by_priority_then_arrival_before_newcomers()
    {
        var lanes = new Resource(_story.Simulation, 3);
        _story.Simulation.Start(Pass(lanes, "trade", 10, priority: 30));
        _story.Simulation.Start(Pass(lanes, "aid 1", 10, priority: 20));
        _story.Simulation.Start(Pass(lanes, "aid 2", 10, priority: 20));
        _story.At(1, () => lanes.Capacity = 2);
        _story.At(1, () => _story.Simulation.Start(Pass(lanes, "late aid", 10, priority: 20)));
        _story.At(2, () => lanes.Capacity = 0);
        _story.At(4, () => lanes.Capacity = 1);
        _story.Tell().Skip(3).Should().Equal("12 aid 1 ends, went on at 4, paused 1", "20 aid 2 ends, went on at 12, paused 1",
            "20 late aid begins", "30 late aid ends, went on at 20, paused 0", "39 trade ends, went on at 30, paused 1");
    }

    [Fact]
    public void A_service_begun_after_the_lane_has_closed_waits_for_it()
    {
        var lanes = new Resource(_story.Simulation, 1);
        _story.Simulation.Start(Body());
        Close(lanes, from: 1, to: 5, then: 1);
        _story.Tell().Should().Equal("7 served since 2, paused 1");

        async Process Body()
        {
            using var hold = await lanes.Seize();
            await _story.Hours(2);
            var service = await hold.Serve(TimeSpan.FromHours(2));
            _story.Log($"served since {(service.Began - SimTime.Start).TotalHours}, paused {service.Pauses}");
        }
    }

    [Theory]
    [InlineData(2, "2 has 1, 8 left", "9 next")]
    [InlineData(6, "6 has 0, 7 left", "9 next")]
    public void Interrupted_in_service_one_keeps_the_unit_and_interrupted_in_a_pause_there_is_none_to_keep(double at, params string[] expected)
    {
        var lanes = new Resource(_story.Simulation, 1);
        var victim = _story.Simulation.Start(Body());
        _story.Simulation.Start(Next());
        Close(lanes, from: 3, to: 9, then: 1);
        _story.At(at, () => victim.Interrupt("x"));
        _story.Tell().Should().Equal(expected);
        (lanes.InUse, lanes.QueueLength).Should().Be((0, 0));

        async Process Body()
        {
            using var hold = await lanes.Seize();
            try
            {
                await hold.Serve(TimeSpan.FromHours(10));
            }
            catch (InterruptedException interrupted)
            {
                _story.Log($"has {hold.Amount}, {interrupted.Remaining!.Value.TotalHours} left");
            }
        }

        async Process Next()
        {
            using var hold = await lanes.Seize();
            if (_story.Simulation.Now < SimTime.Start + TimeSpan.FromHours(9)) await _story.Hours(7);
            _story.Log("next");
        }
    }

    [Fact]
    public void With_nothing_in_hand_or_twice_at_a_time_one_cannot_serve()
    {
        var lanes = new Resource(_story.Simulation, 1);
        _story.Simulation.Start(Body());
        _story.Tell().Should().HaveCount(5);

        async Process Body()
        {
            Refused(() => default(ResourceHold).Serve(TimeSpan.Zero), "Nothing is held*");
            var hold = await lanes.Seize();
            Refused(() => hold.Serve(TimeSpan.FromSeconds(-1)), "*less than no time*");
            Refused(() => hold.Serve(TimeSpan.Zero, OnClose.Resample), "*say how to draw it*");
            _story.Simulation.Start(Other(hold));
            await hold.Serve(TimeSpan.FromHours(2));
            hold.Release();
            Refused(() => hold.Serve(TimeSpan.Zero), "*released or taken*");
        }

        async Process Other(ResourceHold hold)
        {
            await _story.Hours(1);
            Refused(() => hold.Serve(TimeSpan.Zero), "*Another service*");
        }

        void Refused(Func<ServeWait> serving, string message)
        {
            serving.Should().Throw<Exception>().WithMessage(message);
            _story.Log("refused");
        }
    }

    [Fact]
    public void After_a_change_of_shift_the_old_finish_beside_the_books_and_the_new_begin_at_once()
    {
        var lanes = new Resource(_story.Simulation, 1);
        _story.Simulation.Start(Pass(lanes, "old", 10));
        _story.Simulation.Start(Pass(lanes, "new", 3));
        _story.At(2, () =>
        {
            lanes.ChangeShift(1);
            (lanes.InUse, lanes.Overtime).Should().Be((1, 1));
        });
        _story.At(4, () => lanes.Capacity = 0);
        _story.At(11, () => lanes.Capacity = 1);
        _story.Tell().Should().Equal("0 old begins", "2 new begins", "10 old ends, went on at 0, paused 0", "12 new ends, went on at 11, paused 1");
        (lanes.InUse, lanes.Overtime).Should().Be((0, 0));
    }

    [Fact]
    public void Admitting_lets_in_so_many_in_turn_whatever_the_capacity()
    {
        var ferry = new Resource(_story.Simulation, 0);
        foreach (var name in new[] { "a", "b", "c" }) _story.Simulation.Start(Pass(ferry, name, 1));
        _story.Simulation.Start(Pass(ferry, "wide", 1, amount: 2));
        _story.Simulation.Start(Pass(ferry, "d", 1));
        _story.At(1, () => ferry.Admit(2).Should().Be(2));
        _story.At(5, () => ferry.Admit(2).Should().Be(1, "the next in turn is too wide"));
        _story.At(6, () => ferry.Admit(9).Should().Be(3));
        _story.Tell().Where(line => line.EndsWith("begins")).Should()
            .Equal("1 a begins", "1 b begins", "5 c begins", "6 wide begins", "6 d begins");
        (ferry.InUse, ferry.Overtime, ferry.QueueLength).Should().Be((0, 0, 0));
    }

    [Fact]
    public void Whoever_was_behind_the_admitted_gets_what_is_free()
    {
        var lanes = new Resource(_story.Simulation, 1);
        _story.Simulation.Start(Pass(lanes, "wide", 3, amount: 2));
        _story.Simulation.Start(Pass(lanes, "behind", 3));
        _story.At(1, () => (lanes.Admit(2), lanes.InUse).Should().Be((2, 1), "he has it on the spot"));
        _story.Tell().Take(2).Should().Equal("1 wide begins", "1 behind begins");
    }

    [Theory]
    [InlineData(2, "2 next begins", "2 interrupted, holds 0", "5 next ends, went on at 2, paused 0")]
    [InlineData(7, "7 interrupted, holds 0", "8 next begins", "11 next ends, went on at 8, paused 0")]
    public void Released_by_somebody_else_a_service_is_interrupted_and_nobody_elses_is_touched(double at, params string[] expected)
    {
        var lanes = new Resource(_story.Simulation, 1);
        ResourceHold hold = default;
        Close(lanes, 6, 8, then: 1);
        _story.Simulation.Start(Serve());
        _story.Simulation.Start(Pass(lanes, "next", 3));
        _story.At(at, () => hold.Release().Should().BeTrue());
        _story.Tell().Should().Equal(expected);
        (lanes.InUse, lanes.QueueLength).Should().Be((0, 0));

        async Process Serve()
        {
            hold = await lanes.Seize();
            try
            {
                await hold.Serve(TimeSpan.FromHours(10));
            }
            catch (InterruptedException interrupted)
            {
                interrupted.Cause.Should().Be(new Preempted(hold));
                _story.Log($"interrupted, holds {hold.Amount}");
            }
        }
    }

    [Fact]
    public void A_service_that_was_made_and_whose_units_are_gone_when_it_is_awaited_is_refused()
    {
        var lanes = new Resource(_story.Simulation, 1);
        _story.Simulation.Start(Body());
        _story.Tell().Should().Equal("0 refused", "1 served");
        (lanes.InUse, lanes.QueueLength).Should().Be((0, 0));

        async Process Body()
        {
            var hold = await lanes.Seize();
            var service = hold.Serve(TimeSpan.FromHours(5));
            hold.Release();
            try
            {
                await service;
            }
            catch (InvalidOperationException)
            {
                _story.Log("refused");
            }
            using var other = await lanes.Seize();
            await other.Serve(TimeSpan.FromHours(1));
            _story.Log("served");
        }
    }

    [Fact]
    public void A_service_that_would_end_beyond_all_time_or_is_drawn_again_below_zero_says_so()
    {
        var lanes = new Resource(_story.Simulation, 1);
        _story.Simulation.Start(TooLong());
        var draws = 0;
        _story.Simulation.Start(Drawn());
        Close(lanes, 1, 2, then: 1);
        FluentActions.Invoking(() => _story.Tell()).Should().Throw<SimulationFailedException>().WithMessage("*day 0 02:00:00*A service cannot take less than no time.*");
        _story.Lines.Should().Equal("0 refused, 1 of 1 in use, 1 waiting");

        async Process TooLong()
        {
            using var hold = await lanes.Seize();
            await _story.Hours(0);
            FluentActions.Invoking(() => hold.Serve(TimeSpan.FromDays(100_000))).Should().Throw<OverflowException>();
            _story.Log($"refused, {lanes}");
        }

        async Process Drawn()
        {
            using var hold = await lanes.Seize();
            await hold.Serve(() => TimeSpan.FromHours(draws++ == 0 ? 5 : -1));
        }
    }

    [Fact]
    public void A_draw_that_throws_leaves_the_service_in_its_pause_and_the_books_in_order()
    {
        var lanes = new Resource(_story.Simulation, 1);
        var broken = false;
        _story.Simulation.Start(Drawn());
        _story.At(1, () => lanes.Capacity = 0);
        _story.At(2, () =>
        {
            broken = true;
            FluentActions.Invoking(() => lanes.Capacity = 1).Should().Throw<FormatException>();
            (lanes.InUse, lanes.QueueLength).Should().Be((0, 1));
            broken = false;
        });
        _story.At(3, () => lanes.Capacity = 1);
        _story.Tell().Should().Equal("8 served");
        lanes.InUse.Should().Be(0);

        async Process Drawn()
        {
            using var hold = await lanes.Seize();
            await hold.Serve(() => broken ? throw new FormatException("draw") : TimeSpan.FromHours(5));
            _story.Log("served");
        }
    }

    [Fact]
    public void A_paused_service_that_is_admitted_goes_on_beside_the_books()
    {
        var ferry = new Resource(_story.Simulation, 1);
        _story.Simulation.Start(Pass(ferry, "a", 5));
        _story.At(1, () => ferry.Capacity = 0);
        _story.At(2, () => ferry.Admit(1).Should().Be(1));
        _story.At(3, () =>
        {
            ferry.Capacity = 0;
            (ferry.InUse, ferry.Overtime, ferry.QueueLength).Should().Be((0, 1, 0));
        });
        _story.Tell().Should().Equal("0 a begins", "6 a ends, went on at 2, paused 1");
        (ferry.InUse, ferry.Overtime, ferry.QueueLength).Should().Be((0, 0, 0));
        FluentActions.Invoking(() => ferry.Admit(-1)).Should().Throw<ArgumentOutOfRangeException>();
    }

    [Fact]
    public void Units_add_up_whatever_happens_to_services()
    {
        var draws = new Random(7);
        var lanes = new Resource(_story.Simulation, 4);
        var done = 0;
        var handles = new List<ProcessHandle>();
        for (var i = 0; i < 60; i++) handles.Add(_story.Simulation.Start(Busy(i, draws.Next(1, 4), draws.Next(3), (OnClose)draws.Next(4))));
        for (var change = 0; change < 300; change++)
        {
            var (capacity, kind) = (draws.Next(6), draws.Next(10));
            _story.At(draws.Next(400) / 2.0, () =>
            {
                if (kind == 0) lanes.ChangeShift(capacity);
                else if (kind == 1) lanes.Admit(capacity);
                else if (kind == 2) handles[capacity * 9].Interrupt("x");
                else lanes.Capacity = capacity;
                (lanes.InUse >= 0 && lanes.Overtime >= 0).Should().BeTrue();
            }, (byte)draws.Next(256));
        }
        _story.At(300, () => lanes.Capacity = 4);
        _story.Tell(5000);
        done.Should().Be(60);
        (lanes.InUse, lanes.Overtime, lanes.QueueLength).Should().Be((0, 0, 0));

        async Process Busy(int number, int amount, int rank, OnClose onClose)
        {
            for (var round = 0; round < 20; round++)
            {
                try
                {
                    using var hold = await lanes.Seize(amount, new Priority((byte)rank), preempt: number % 3 == 0);
                    var duration = TimeSpan.FromHours(number % 5 + 1);
                    await (onClose == OnClose.Resample ? hold.Serve(() => duration) : hold.Serve(duration, onClose));
                    if (number % 4 == 0) await _story.Hours(1);
                }
                catch (InterruptedException)
                {
                    round--;
                }
            }
            done++;
        }
    }

    private void Close(Resource lanes, double from, double to, int then)
    {
        _story.At(from, () => lanes.Capacity = 0);
        _story.At(to, () => lanes.Capacity = then);
    }

    private async Process Pass(Resource lanes, string name, double hours, OnClose onClose = OnClose.Resume, byte priority = 128, int amount = 1)
    {
        using var hold = await lanes.Seize(amount, new Priority(priority));
        _story.Log(name + " begins");
        var service = await hold.Serve(TimeSpan.FromHours(hours), onClose);
        _story.Log($"{name} ends, went on at {(service.LastBegan - SimTime.Start).TotalHours}, paused {service.Pauses}");
    }
}
