namespace SupplySim.Engine.Tests;

public class StoreTests
{
    private readonly Story _story = new();
    private readonly Store<string> _yard;

    public StoreTests() => _yard = new Store<string>(_story.Simulation);

    [Fact]
    public void Items_come_out_in_the_order_in_which_they_went_in_and_to_takers_by_arrival()
    {
        _story.Simulation.Start(Take("x"));
        _story.Simulation.Start(Take("y"));
        _story.At(1, () => _story.Simulation.Start(Put("a", "b", "c")));
        _story.At(2, () => _story.Simulation.Start(Take("z")));
        _story.Tell().Should().Equal("1 x a", "1 y b", "2 z c");
        _yard.Count.Should().Be(0);
    }

    [Fact]
    public void A_taker_gets_the_oldest_that_suits_and_one_whom_none_suits_is_passed_over()
    {
        _story.Simulation.Start(Take("wants b", item => item.StartsWith('b')));
        _story.Simulation.Start(Take("wants any"));
        _story.At(1, () => _story.Simulation.Start(Put("a1", "a2", "b1", "b2", "c")));
        _story.At(2, () => _story.Simulation.Start(Take("wants b too", item => item.StartsWith('b'))));
        _story.At(3, () => _story.Simulation.Start(Take("wants any too")));
        _story.Tell().Should().Equal("1 wants any a1", "1 wants b b1", "2 wants b too b2", "3 wants any too a2");
        _yard.Count.Should().Be(1);
    }

    [Fact]
    public void A_newcomer_takes_at_once_what_suits_none_of_those_who_wait()
    {
        _story.Simulation.Start(Take("wants b", item => item.StartsWith('b')));
        _story.At(1, () => _story.Simulation.Start(Put("a")));
        _story.At(2, () => _story.Simulation.Start(Take("wants any")));
        _story.Tell().Should().Equal("2 wants any a");
        (_yard.Count, _yard.WaitingCount).Should().Be((0, 1));
    }

    [Fact]
    public void A_full_store_lets_in_by_arrival()
    {
        var small = new Store<int>(_story.Simulation, capacity: 2);
        _story.Simulation.Start(PutAll());
        _story.Simulation.Start(Empty());
        _story.Tell().Should().Equal("0 put 1", "0 put 2", "1 took 1", "1 put 3", "2 took 2", "2 put 4", "3 took 3", "4 took 4");

        async Process PutAll()
        {
            for (var item = 1; item <= 4; item++)
            {
                await small.Put(item);
                _story.Log($"put {item}");
            }
        }

        async Process Empty()
        {
            for (var i = 0; i < 4; i++)
            {
                await _story.Hours(1);
                _story.Log($"took {await small.Take()}");
            }
        }
    }

    [Fact]
    public void Patience_ends_with_nothing()
    {
        _story.Simulation.Start(Take("hasty", patience: 2));
        var full = new Store<string>(_story.Simulation, capacity: 0);
        _story.Simulation.Start(PutInVain());
        _story.Tell().Should().Equal("2 hasty ", "3 False");
        (_yard.WaitingCount, full.WaitingCount, full.Count).Should().Be((0, 0, 0));

        async Process PutInVain() => _story.Log($"{await full.Put("x", TimeSpan.FromHours(3))}");
    }

    [Fact]
    public void Interrupted_an_item_that_was_given_but_not_delivered_goes_back_to_the_front()
    {
        var taker = _story.Simulation.Start(Take("taker"));
        _story.At(1, () => _story.Simulation.Start(GiveAndInterrupt()));
        _story.At(2, () => _story.Simulation.Start(Take("next")));
        _story.Tell().Should().Equal("1 taker interrupted", "2 next a");
        _yard.Count.Should().Be(1);

        async Process GiveAndInterrupt()
        {
            await _yard.Put("a");
            await _yard.Put("b");
            taker.Interrupt("x");
        }
    }

    [Fact]
    public void Everything_put_is_taken_once_in_order_through_many_turns()
    {
        var numbers = new Store<int>(_story.Simulation, capacity: 50);
        var taken = new List<int>();
        var draws = new Random(11);
        _story.Simulation.Start(Producer());
        _story.Simulation.Start(Consumer());
        _story.Tell(100_000);
        taken.Should().Equal(Enumerable.Range(0, 20_000));

        async Process Producer()
        {
            for (var number = 0; number < 20_000; number++)
            {
                if (draws.Next(10) == 0) await _story.Hours(draws.Next(20));
                await numbers.Put(number);
            }
        }

        async Process Consumer()
        {
            while (true)
            {
                if (draws.Next(10) == 0) await _story.Hours(draws.Next(20));
                taken.Add(await numbers.Take());
            }
        }
    }

    [Fact]
    public void Nothing_cannot_be_put() => FluentActions.Invoking(() => new Store<string>(_story.Simulation).Put(null!))
        .Should().Throw<ArgumentNullException>().WithMessage("Nothing cannot be put*");

    private async Process Take(string name, Func<string, bool>? suits = null, double? patience = null)
    {
        try
        {
            _story.Log($"{name} {await _yard.Take(suits, patience is { } hours ? TimeSpan.FromHours(hours) : null)}");
        }
        catch (InterruptedException)
        {
            _story.Log(name + " interrupted");
        }
    }

    private async Process Put(params string[] items)
    {
        foreach (var item in items) await _yard.Put(item);
    }
}
