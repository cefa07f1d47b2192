using System.Diagnostics;
using System.Globalization;
using SupplySim.Engine;

namespace SupplySim.Benchmarks;

/// <summary>`-- soak [--events N]`: N events of a hold model with cancelling, then a storm of N / 10 events that are cancelled
/// as soon as scheduled; memory after each tenth.</summary>
internal static class Soak
{
    private const int Pending = 10_000;

    public static int Run(long events)
    {
        Console.WriteLine(
            string.Create(CultureInfo.InvariantCulture, $"{events:N0} events, {Pending:N0} pending, three of ten put off another"));
        var churn = Models.Churn.Create(Subjects.EngineEvent, Pending);
        Tenths(events, share => churn.Run(share));
        Console.WriteLine(
            string.Create(CultureInfo.InvariantCulture, $"{events / 10:N0} pairs of schedule and cancel, {Pending:N0} pending"));
        var storm = new Storm();
        Tenths(events / 10, storm.Run);
        return 0;
    }

    private static void Tenths(long events, Action<long> run)
    {
        for (var tenth = 1; tenth <= 10; tenth++)
        {
            var start = Stopwatch.GetTimestamp();
            run(events / 10);
            var time = Stopwatch.GetElapsedTime(start).TotalNanoseconds / (events / 10);
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
                $"{tenth * 10,4} %  {GC.GetTotalMemory(forceFullCollection: true) / 1024,7:N0} KiB managed "
                    + $" {Environment.WorkingSet / 1048576,5:N0} MiB resident  {time,6:0.0} ns"));
        }
    }

    private sealed class Storm : IEventHandler
    {
        private readonly Simulation _simulation = new(1, 0, Subjects.NoBound);
        private readonly Increments _increments = new("exponential");
        private readonly HandlerId _handler;

        public Storm()
        {
            _handler = _simulation.Register(this);
            for (var i = 0; i < Pending; i++) Schedule();
        }

        public void Run(long pairs)
        {
            for (var pair = 0L; pair < pairs; pair++)
            {
                _simulation.Cancel(Schedule());
                if (pair % 1000 == 0) _simulation.RunUntil(_simulation.Now + TimeSpan.FromMilliseconds(1));
            }
        }

        public void Handle(long argument) => Schedule();

        private EventHandle Schedule() => _simulation.Schedule(new TimeSpan(_increments.Next()), Priority.Normal, _handler);
    }
}
