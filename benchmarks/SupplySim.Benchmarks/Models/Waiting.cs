using SupplySim.Engine;

namespace SupplySim.Benchmarks.Models;

/// <summary>Processes that wait for something other than time, per event.</summary>
internal sealed class Waiting : IWorkload
{
    private readonly Simulation _simulation = new(1, 0, Subjects.NoBound);

    /// <summary>Going on after a second, some at a time.</summary>
    public static Waiting Resume(int processes) => new Waiting().StartAll(processes, waiting => waiting.Tick());

    /// <summary>The same in a sub-process, two waits to a call.</summary>
    public static Waiting SubProcess(int processes) => new Waiting().StartAll(processes, waiting => waiting.Calling());

    /// <summary>Seizing a unit, holding it for a hundredth of a second, releasing it.</summary>
    public static Waiting Seize(int processes, int units)
    {
        var waiting = new Waiting();
        var shared = new Resource(waiting._simulation, units);
        return waiting.StartAll(processes, one => one.Seizing(shared));
    }

    /// <summary>Waiting at a gate that opens every second, all at once.</summary>
    public static Waiting AtGate(int processes)
    {
        var waiting = new Waiting();
        var gate = new Gate(waiting._simulation);
        waiting._simulation.Start(waiting.Opening(gate));
        return waiting.StartAll(processes, one => one.Passing(gate));
    }

    public long Run(long events)
    {
        var before = _simulation.EventCount;
        while (_simulation.EventCount < before + events) _simulation.RunUntil(_simulation.Now + TimeSpan.FromSeconds(1));
        return Checksum.Consume(_simulation.Now.Ticks, _simulation.EventCount - before);
    }

    private delegate Process Life(Waiting waiting);

    private Waiting StartAll(int processes, Life life)
    {
        for (var i = 0; i < processes; i++) _simulation.Start(life(this));
        return this;
    }

    private async Process Tick()
    {
        while (true) await _simulation.Delay(TimeSpan.FromSeconds(1));
    }

    private async Process Calling()
    {
        while (true) await TwoTicks();
    }

    private async Process TwoTicks()
    {
        await _simulation.Delay(TimeSpan.FromSeconds(1));
        await _simulation.Delay(TimeSpan.FromSeconds(1));
    }

    private async Process Seizing(Resource units)
    {
        while (true)
        {
            using var hold = await units.Seize();
            await _simulation.Delay(TimeSpan.FromSeconds(0.01));
        }
    }

    private async Process Opening(Gate gate)
    {
        while (true)
        {
            var hold = gate.Close("night");
            await _simulation.Delay(TimeSpan.FromSeconds(1));
            hold.Dispose();
            await _simulation.Delay(TimeSpan.FromTicks(1));
        }
    }

    private async Process Passing(Gate gate)
    {
        while (true)
        {
            await gate.WhenOpen();
            await _simulation.Delay(TimeSpan.FromTicks(2));
        }
    }
}
