using SupplySim.Engine;
using SupplySim.Experiments;
using SupplySim.Runs;

namespace SupplySim.Laws.Inventory;

/// <summary>Runs of a scenario in which something is looked at again and again, at equal intervals, before
/// anything else that happens at the same instant.</summary>
internal sealed class Sampled(Func<World, double> look, TimeSpan step) : IEventHandler
{
    private static readonly Priority First = new(1);
    private World _world = null!;
    private HandlerId _handler;
    private double _sum;
    private long _count;

    /// <summary>By run: the mean of what was seen after the first steps, and what is read at the end.</summary>
    public static (double[] Means, double[][] Read) Of(
        Scenario scenario, int runs, ulong seed, TimeSpan step, Func<World, double> look, Func<World, double[]> read)
    {
        var compiled = new CompiledScenario(scenario);
        var (means, ends) = (new double[runs], new double[runs][]);
        for (var run = 0; run < runs; run++)
        {
            var sampled = new Sampled(look, step);
            var number = run;
            Replication.Run(compiled, seed, run, look: (world, _) => ends[number] = read(world), watch: (world, _) => sampled.Watch(world));
            means[run] = sampled._sum / sampled._count;
        }
        return (means, ends);
    }

    void IEventHandler.Handle(long number)
    {
        // The first steps are left out: what is on the way at the start is not yet what it is later.
        if (number > 4)
        {
            _sum += look(_world);
            _count++;
        }
        _world.Simulation.Schedule(step, First, _handler, number + 1);
    }

    private void Watch(World world)
    {
        _world = world;
        _handler = world.Simulation.Register(this);
        world.Simulation.Schedule(step, First, _handler, 1);
    }
}
