namespace SupplySim.Engine.Tests;

/// <summary>Processes that delay and interrupt one another at random, against the reference kernel, in which a process is
/// no more than the number of its next wake.</summary>
public class InterruptsAgainstReferenceTests
{
    private const int Scripts = 10_000;
    private const int Processes = 12;
    private const int StepsPerProcess = 12;

    [Fact]
    public void Random_scripts_run_as_in_the_reference_kernel()
    {
        for (var script = 0; script < Scripts; script++)
        {
            var expected = PlayReference(script);
            var actual = PlayEngine(script);
            if (!actual.SequenceEqual(expected)) actual.Should().Equal(expected, "script {0} has one right order", script);
        }
    }

    private static List<string> PlayEngine(int script)
    {
        var draws = new Random(script);
        var log = new List<string>();
        var simulation = new Simulation(0, 0);
        var handles = new ProcessHandle[Processes];
        for (var i = 0; i < Processes; i++) handles[i] = simulation.Start(Live(i));
        simulation.RunUntil(SimTime.Day(1));
        return log;

        async Process Live(int self)
        {
            for (var step = 0; step < StepsPerProcess; step++)
            {
                for (var times = draws.Next(3); times > 0; times--)
                {
                    var other = draws.Next(Processes);
                    if (other != self) log.Add($"{self} interrupts {other}: {handles[other].Interrupt(self)}");
                }
                try
                {
                    await simulation.Delay(new TimeSpan(Delay(draws)), new Priority((byte)(127 + draws.Next(3))));
                    log.Add($"{simulation.Now.Ticks} {self} goes on");
                }
                catch (InterruptedException interrupted)
                {
                    log.Add($"{simulation.Now.Ticks} {self} was interrupted by {interrupted.Cause}");
                }
            }
        }
    }

    private static List<string> PlayReference(int script)
    {
        var draws = new Random(script);
        var log = new List<string>();
        var kernel = new ReferenceKernel();
        var steps = new int[Processes];
        var causes = new int?[Processes];
        var wakes = new Dictionary<int, int>();
        var current = new int[Processes];
        for (var i = 0; i < Processes; i++) Wake(i, 0, 128);
        kernel.Run(id =>
        {
            var self = wakes[id];
            if (steps[self] > 0)
                log.Add(causes[self] is { } cause ? $"{kernel.Now} {self} was interrupted by {cause}" : $"{kernel.Now} {self} goes on");
            if (steps[self] > 0) causes[self] = null;
            Go(self);
        });
        return log;

        void Go(int self)
        {
            current[self] = -1;
            while (steps[self]++ < StepsPerProcess)
            {
                for (var times = draws.Next(3); times > 0; times--)
                {
                    var other = draws.Next(Processes);
                    if (other != self) log.Add($"{self} interrupts {other}: {Interrupt(self, other)}");
                }
                var (delay, priority) = (Delay(draws), (byte)(127 + draws.Next(3)));
                if (causes[self] is not { } cause)
                {
                    Wake(self, delay, priority);
                    return;
                }
                causes[self] = null;
                log.Add($"{kernel.Now} {self} was interrupted by {cause}");
            }
        }

        bool Interrupt(int by, int other)
        {
            if (steps[other] > StepsPerProcess || causes[other] is not null) return false;
            causes[other] = by;
            if (steps[other] == 0) return true; // has yet to begin: at its first wait
            kernel.Cancel(current[other]);
            Wake(other, 0, 128);
            return true;
        }

        void Wake(int process, long delay, byte priority)
        {
            current[process] = wakes.Count;
            wakes.Add(current[process], process);
            kernel.Schedule(current[process], delay, priority);
        }
    }

    private static long Delay(Random draws) => draws.Next(3) == 0 ? 0 : draws.Next(1, 5);
}
