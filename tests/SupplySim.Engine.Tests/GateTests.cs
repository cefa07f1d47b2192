namespace SupplySim.Engine.Tests;

public class GateTests
{
    private readonly Story _story = new();
    private readonly Gate _gate;

    public GateTests() => _gate = new Gate(_story.Simulation);

    [Fact]
    public void An_open_gate_is_passed_at_once()
    {
        _story.Simulation.Start(Pass("a"));
        _story.Tell().Should().Equal("0 a passes");
        _story.Simulation.EventCount.Should().Be(1);
    }

    [Fact]
    public void Overlapping_holds_compose_and_it_opens_when_the_last_has_gone()
    {
        var night = _gate.Close("night");
        var fighting = _gate.Close("fighting");
        _gate.Causes.Should().Equal("night", "fighting");
        _story.Simulation.Start(Pass("a"));
        _story.At(1, night.Dispose);
        _story.At(2, () => _gate.Causes.Should().Equal("fighting"));
        _story.At(3, fighting.Dispose);
        _story.Tell().Should().Equal("3 a passes");
        _gate.IsOpen.Should().BeTrue();
        _gate.Causes.Should().BeEmpty();
    }

    [Fact]
    public void A_hold_disposed_twice_takes_nothing_from_another()
    {
        var first = _gate.Close("same");
        var second = _gate.Close("same");
        first.Dispose();
        first.Dispose();
        _gate.IsOpen.Should().BeFalse();
        (first.IsHeld, second.IsHeld).Should().Be((false, true));
    }

    [Fact]
    public void Those_who_wait_go_on_in_order_of_arrival()
    {
        var hold = _gate.Close("shut");
        foreach (var name in new[] { "a", "b", "c" }) _story.Simulation.Start(Pass(name));
        _story.At(2, hold.Dispose);
        _story.Tell().Should().Equal("2 a passes", "2 b passes", "2 c passes");
    }

    [Fact]
    public void Who_passes_can_close_it_behind_him_and_the_others_keep_their_places()
    {
        var hold = _gate.Close("shut");
        _story.Simulation.Start(Pass("a", closesFor: 1));
        _story.Simulation.Start(Pass("b", closesFor: 1));
        _story.At(2, hold.Dispose);
        _story.At(2.5, () => _story.Simulation.Start(Pass("late")));
        _story.Tell().Should().Equal("2 a passes", "3 b passes", "4 late passes");
    }

    [Fact]
    public void Nobody_is_ever_past_a_closed_gate_however_it_flaps()
    {
        const int travellers = 20;
        const int passages = 30;
        GateHold? hold = null;
        var draws = new Random(1);
        for (var flap = 0; flap < 400; flap++) _story.At(draws.Next(60), Flap, (byte)draws.Next(256));
        for (var i = 0; i < travellers; i++) _story.Simulation.Start(Travel());
        _story.At(61, () => hold?.Dispose());
        _story.Tell().Should().HaveCount(travellers * passages).And.OnlyContain(line => line.EndsWith("True"));

        void Flap()
        {
            hold?.Dispose();
            hold = hold is null ? _gate.Close("shut") : null;
        }

        async Process Travel()
        {
            for (var passage = 0; passage < passages; passage++)
            {
                await _gate.WhenOpen();
                _story.Log($"{_gate.IsOpen}");
                await _story.Hours(1);
            }
        }
    }

    private async Process Pass(string name, double closesFor = 0)
    {
        await _gate.WhenOpen();
        _story.Log(name + " passes");
        if (closesFor == 0) return;
        using (_gate.Close(name)) await _story.Hours(closesFor);
    }
}
