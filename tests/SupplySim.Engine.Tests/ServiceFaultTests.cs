namespace SupplySim.Engine.Tests;

/// <summary>Services that are interrupted, taken away from whoever serves, or asked for what cannot be.</summary>
public class ServiceFaultTests
{
    private readonly Story _story = new();

    [Theory]
    [InlineData(2, "2 has 1, 8 left", "9 next")]
    [InlineData(6, "6 has 0, 7 left", "9 next")]
    public void Interrupted_in_service_one_keeps_the_unit_and_interrupted_in_a_pause_there_is_none_to_keep(double at,
        params string[] expected)
    {
        var lanes = new Resource(_story.Simulation, 1);
        var victim = _story.Simulation.Start(Body());
        _story.Simulation.Start(Next());
        _story.Close(lanes, from: 3, to: 9, then: 1);
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

    [Theory]
    [InlineData(2, "2 next begins", "2 interrupted, holds 0", "5 next ends, went on at 2, paused 0")]
    [InlineData(7, "7 interrupted, holds 0", "8 next begins", "11 next ends, went on at 8, paused 0")]
    public void Released_by_somebody_else_a_service_is_interrupted_and_nobody_elses_is_touched(double at, params string[] expected)
    {
        var lanes = new Resource(_story.Simulation, 1);
        ResourceHold hold = default;
        _story.Close(lanes, 6, 8, then: 1);
        _story.Simulation.Start(Serve());
        _story.Simulation.Start(_story.Pass(lanes, "next", 3));
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
        _story.Close(lanes, 1, 2, then: 1);
        FluentActions.Invoking(() => _story.Tell()).Should().Throw<SimulationFailedException>()
            .WithMessage("*day 0 02:00:00*A service cannot take less than no time.*");
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
}
