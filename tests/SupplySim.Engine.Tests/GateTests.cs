namespace SupplySim.Engine.Tests;

public class GateTests
{
    private readonly Story story = new();
    private readonly Gate gate;

    public GateTests() => gate = new Gate(story.Simulation);

    [Fact]
    public void An_open_gate_is_passed_at_once()
    {
        story.Simulation.Start(Pass("a"));
        story.Tell().Should().Equal("0 a passes");
        story.Simulation.EventCount.Should().Be(1);
    }

    [Fact]
    public void Overlapping_holds_compose_and_it_opens_when_the_last_has_gone()
    {
        var night = gate.Close("night");
        var fighting = gate.Close("fighting");
        gate.Causes.Should().Equal("night", "fighting");
        story.Simulation.Start(Pass("a"));
        story.At(1, night.Dispose);
        story.At(2, () => gate.Causes.Should().Equal("fighting"));
        story.At(3, fighting.Dispose);
        story.Tell().Should().Equal("3 a passes");
        gate.IsOpen.Should().BeTrue();
        gate.Causes.Should().BeEmpty();
    }

    [Fact]
    public void A_hold_disposed_twice_takes_nothing_from_another()
    {
        var first = gate.Close("same");
        var second = gate.Close("same");
        first.Dispose();
        first.Dispose();
        gate.IsOpen.Should().BeFalse();
        (first.IsHeld, second.IsHeld).Should().Be((false, true));
    }

    [Fact]
    public void Those_who_wait_go_on_in_order_of_arrival()
    {
        var hold = gate.Close("shut");
        foreach (var name in new[] { "a", "b", "c" }) story.Simulation.Start(Pass(name));
        story.At(2, hold.Dispose);
        story.Tell().Should().Equal("2 a passes", "2 b passes", "2 c passes");
    }

    [Fact]
    public void Who_passes_can_close_it_behind_him_and_the_others_keep_their_places()
    {
        var hold = gate.Close("shut");
        story.Simulation.Start(Pass("a", closesFor: 1));
        story.Simulation.Start(Pass("b", closesFor: 1));
        story.At(2, hold.Dispose);
        story.At(2.5, () => story.Simulation.Start(Pass("late")));
        story.Tell().Should().Equal("2 a passes", "3 b passes", "4 late passes");
    }

    [Fact]
    public void Nobody_is_ever_past_a_closed_gate_however_it_flaps()
    {
        const int travellers = 20;
        const int passages = 30;
        GateHold? hold = null;
        var draws = new Random(1);
        for (var flap = 0; flap < 400; flap++) story.At(draws.Next(60), Flap, (byte)draws.Next(256));
        for (var i = 0; i < travellers; i++) story.Simulation.Start(Travel());
        story.At(61, () => hold?.Dispose());
        story.Tell().Should().HaveCount(travellers * passages).And.OnlyContain(line => line.EndsWith("True"));

        void Flap()
        {
            hold?.Dispose();
            hold = hold is null ? gate.Close("shut") : null;
        }

        async Process Travel()
        {
            for (var passage = 0; passage < passages; passage++)
            {
                await gate.WhenOpen();
                story.Log($"{gate.IsOpen}");
                await story.Hours(1);
            }
        }
    }

    private async Process Pass(string name, double closesFor = 0)
    {
        await gate.WhenOpen();
        story.Log(name + " passes");
        if (closesFor == 0) return;
        using (gate.Close(name)) await story.Hours(closesFor);
    }
}
