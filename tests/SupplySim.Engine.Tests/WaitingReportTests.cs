namespace SupplySim.Engine.Tests;

/// <summary>A run that has come to a stop says who waits for what.</summary>
public class WaitingReportTests
{
    private readonly Story _story = new();

    [Fact]
    public void A_deadlock_names_who_waits_for_what_how_long_and_who_holds_it()
    {
        var fork = new Resource(_story.Simulation, 1) { Name = "fork" };
        var spoon = new Resource(_story.Simulation, 1) { Name = "spoon" };
        _story.Simulation.Start(Eat(fork, spoon, 1), "Amal");
        _story.Simulation.Start(Eat(spoon, fork, 2), "Bero");
        _story.Tell(10);
        _story.Simulation.DescribeWaiting().Should().Be(
            """
            Deadlock: no event is to come at day 0 10:00:00 (seed 2017, replication 3), and 2 processes wait.
            'Amal' has waited 09:00:00 for 1 of resource 'spoon' (1 of 1 in use, 1 waiting, held by 'Bero')
            'Bero' has waited 08:00:00 for 1 of resource 'fork' (1 of 1 in use, 1 waiting, held by 'Amal')
            """);

        async Process Eat(Resource first, Resource second, double hours)
        {
            using var one = await first.Seize();
            await _story.Hours(hours);
            using var other = await second.Seize();
        }
    }

    [Fact]
    public void Each_kind_of_wait_says_what_it_is_for()
    {
        var simulation = _story.Simulation;
        var gate = new Gate(simulation) { Name = "Zakho" };
        gate.Close("fighting");
        gate.Close("night");
        var tank = new Level(simulation, 100) { Name = "tank" };
        var yard = new Store<string>(simulation, capacity: 0);
        var signal = new Signal(simulation) { Name = "reopening" };
        var lanes = new Resource(simulation, 1);
        var other = simulation.Start(Wait(async () => await gate.WhenOpen()), "at gate");
        simulation.Start(Wait(async () => await gate.WhenOpen(TimeSpan.FromHours(20))), "hasty");
        simulation.Start(Wait(async () => await tank.Take(40)), "thirsty");
        simulation.Start(Wait(async () => await yard.Put("x")), "full");
        simulation.Start(Wait(async () => await yard.Take()));
        simulation.Start(Wait(async () => await signal.Wait()), "listening");
        simulation.Start(Wait(async () => await other.Completion), "following");
        simulation.Start(Wait(async () => await _story.Hours(30)), "sleeping");
        simulation.Start(Wait(async () => await simulation.DelayUntil(SimTime.Never)), "idle");
        simulation.Start(Wait(async () => await simulation.WhenAny(gate.WhenOpen(), signal.Wait())), "either");
        simulation.Start(Wait(async () => await simulation.WhenAll(tank.Take(9), signal.Wait())), "both");
        simulation.Start(Serving(), "paused");
        simulation.Start(Wait(async () => await simulation.WhenAny(Array.Empty<GateWait>())), "nothing");
        simulation.Start(InService(), "served");
        _story.Tell(10);

        simulation.WaitingProcesses().Select(one => $"{one.Process}: {one.WaitsFor}").Should().Equal(
            "at gate: gate 'Zakho' to open, closed by fighting, night",
            "hasty: gate 'Zakho' to open, closed by fighting, night",
            "thirsty: 40 in level 'tank' (0 of 100)",
            "full: room in store (0 items)",
            "#5: an item in store (0 items)",
            "listening: signal 'reopening' to fire",
            "following: the end of process 'at gate'",
            "sleeping: its time",
            "idle: an interrupt",
            "either: gate 'Zakho' to open, closed by fighting, night or signal 'reopening' to fire",
            "both: 9 in level 'tank' (0 of 100) and signal 'reopening' to fire",
            "paused: 1 of resource (0 of 0 in use, 1 waiting)",
            "nothing: the first of no waits",
            "served: a service at resource 'dock' (1 of 1 in use, 0 waiting, held by 'served')");
        simulation.WaitingProcesses()[1].Until.Should().Be(SimTime.Start + TimeSpan.FromHours(20));
        simulation.DescribeWaiting().Should()
            .StartWith("The clock stands at day 0 10:00:00 (seed 2017, replication 3), and 14 processes wait.")
            .And.Contain("'hasty' has waited 10:00:00 for gate 'Zakho' to open, closed by fighting, night, until day 0 20:00:00")
            .And.Contain("'paused' has waited 10:00:00 for 1 of resource (0 of 0 in use, 1 waiting)");

        async Process InService()
        {
            using var hold = await new Resource(simulation, 1) { Name = "dock" }.Seize();
            await hold.Serve(TimeSpan.FromHours(90));
        }

        async Process Serving()
        {
            using var hold = await lanes.Seize();
            _story.At(4, () => lanes.Capacity = 0);
            await hold.Serve(TimeSpan.FromHours(9));
        }
    }

    [Fact]
    public void Where_nobody_waits_there_is_no_deadlock()
    {
        _story.Tell(10);
        _story.Simulation.DescribeWaiting().Should()
            .Be("The clock stands at day 0 10:00:00 (seed 2017, replication 3), and 0 processes wait.");
    }

    private delegate Process Waiting();

    private static async Process Wait(Waiting waiting) => await waiting();
}
