namespace SupplySim.Engine.Tests;

public class LevelTests
{
    private readonly Story _story = new();
    private readonly Level _tank;

    public LevelTests() => _tank = new Level(_story.Simulation, capacity: 100, amount: 30) { Name = "tank" };

    [Fact]
    public void Takers_wait_for_enough_and_nobody_overtakes()
    {
        _story.Simulation.Start(Take("big", 50));
        _story.Simulation.Start(Take("small", 10));
        _story.At(1, () => _story.Simulation.Start(Put("truck", 15)));
        _story.At(2, () => _story.Simulation.Start(Put("truck", 20)));
        _story.Tell().Should().Equal("1 truck put", "2 truck put", "2 big has 50", "2 small has 10");
        _tank.ToString().Should().Be("5 of 100");
    }

    [Fact]
    public void Those_who_put_wait_for_room_and_let_in_feed_those_who_take()
    {
        _story.Simulation.Start(Put("first", 80));
        _story.Simulation.Start(Put("second", 5));
        _story.At(1, () => _story.Simulation.Start(Take("taker", 20)));
        _story.Tell().Should().Equal("1 taker has 20", "1 first put", "1 second put");
        _tank.Amount.Should().Be(95);
    }

    [Fact]
    public void Patience_ends_in_vain_and_makes_way()
    {
        _story.Simulation.Start(Take("big", 50, patience: 3));
        _story.Simulation.Start(Take("small", 10));
        _story.Tell().Should().Equal("3 big has nothing", "3 small has 10");
        (_tank.Amount, _tank.WaitingCount).Should().Be((20, 0));
    }

    [Fact]
    public void Interrupted_a_take_that_was_granted_but_not_delivered_goes_back()
    {
        var taker = _story.Simulation.Start(Take("taker", 50));
        _story.At(1, () => _story.Simulation.Start(Both()));
        _story.Tell().Should().Equal("1 taker interrupted");
        (_tank.Amount, _tank.WaitingCount).Should().Be((90, 0));

        async Process Both()
        {
            await _tank.Put(60);
            _tank.Amount.Should().Be(40, "it is granted on the spot");
            taker.Interrupt("x");
        }
    }

    [Fact]
    public void Who_puts_nothing_waits_for_nobody_who_takes()
    {
        _story.Simulation.Start(Take("taker", 50));
        _story.Simulation.Start(Put("nothing", 0));
        _story.Simulation.Start(Put("truck", 70));
        _story.Simulation.Start(Put("nothing behind the truck", 0));
        _story.Tell(1).Should().Equal("0 nothing put", "0 truck put", "0 nothing behind the truck put", "0 taker has 50");
        _tank.Amount.Should().Be(50);
    }

    [Fact]
    public void What_goes_back_has_its_place_even_where_somebody_has_filled_the_room()
    {
        var taker = _story.Simulation.Start(Take("taker", 50));
        _story.At(1, () => _story.Simulation.Start(PutTwice()));
        _story.Tell(2).Should().Equal("1 taker interrupted");
        _tank.ToString().Should().Be("150 of 100");
        _story.Simulation.Start(Put("truck", 1));
        _story.At(3, () => _story.Simulation.Start(Take("other", 60)));
        _story.Tell().Should().Equal("1 taker interrupted", "3 other has 60", "3 truck put");
        _tank.ToString().Should().Be("91 of 100");

        async Process PutTwice()
        {
            await _tank.Put(70);
            await _tank.Put(50);
            taker.Interrupt("x");
        }
    }

    [Fact]
    public void What_could_never_be_done_is_refused()
    {
        FluentActions.Invoking(() => _tank.Put(101)).Should().Throw<ArgumentOutOfRangeException>()
            .WithMessage("*from 0 to the capacity, 100*");
        FluentActions.Invoking(() => _tank.Take(-1)).Should().Throw<ArgumentOutOfRangeException>();
        FluentActions.Invoking(() => new Level(_story.Simulation, 5, 6)).Should().Throw<ArgumentOutOfRangeException>();
    }

    [Fact]
    public void What_goes_in_comes_out_or_stays_whatever_happens()
    {
        var draws = new Random(3);
        long balance = 30;
        var handles = Enumerable.Range(0, 40).Select(i => _story.Simulation.Start(Churn(i, draws.Next(1, 60), draws.Next(1, 9)))).ToArray();
        for (var i = 0; i < 200; i++)
        {
            var victim = handles[draws.Next(40)];
            _story.At(draws.Next(100), () => victim.Interrupt("x"), (byte)draws.Next(256));
        }
        _story.Tell(500);
        _tank.Amount.Should().Be(balance);

        async Process Churn(int number, int amount, int hours)
        {
            while (true)
            {
                var end = await _story.Hours(hours).Outcome();
                end = number % 2 == 0
                    ? await _tank.Take(amount, TimeSpan.FromHours(hours)).Outcome()
                    : await _tank.Put(amount, TimeSpan.FromHours(hours)).Outcome();
                if (end.IsCompleted || (end.End == WaitEnd.Interrupted && Kept())) balance += number % 2 == 0 ? -amount : amount;

                // An interrupted put may have been let in already: only the tank knows.
                bool Kept() => number % 2 == 1 && _tank.Amount == balance + amount;
            }
        }
    }

    private async Process Take(string name, long amount, double? patience = null)
    {
        try
        {
            var taken = await _tank.Take(amount, patience is { } hours ? TimeSpan.FromHours(hours) : null);
            _story.Log(taken ? $"{name} has {amount}" : $"{name} has nothing");
        }
        catch (InterruptedException)
        {
            _story.Log(name + " interrupted");
        }
    }

    private async Process Put(string name, long amount)
    {
        await _tank.Put(amount);
        _story.Log(name + " put");
    }
}
