using System.Globalization;

namespace SupplySim.Engine.Tests;

/// <summary>A simulation with a log: tests of processes tell what happened as a whole, in order.</summary>
internal sealed class Story(SimulationOptions? options = null)
{
    private readonly List<string> _lines = [];

    public Simulation Simulation { get; } = new(seed: 2017, replication: 3, options);

    public IReadOnlyList<string> Lines => _lines;

    /// <summary>Adds a line that begins with the time in hours: <c>2.5 arrives</c>.</summary>
    public void Log(string what) => _lines.Add(string.Create(CultureInfo.InvariantCulture,
        $"{(Simulation.Now - SimTime.Start).TotalHours} {what}"));

    public DelayWait Hours(double hours) => Simulation.Delay(TimeSpan.FromHours(hours));

    /// <summary>Does something at a time, before or after whatever else happens then.</summary>
    public void At(double hours, Action action, byte priority = 0) => Simulation.Schedule(
        SimTime.Start + TimeSpan.FromHours(hours), new Priority(priority), Simulation.Register(new Doing(action)));

    public IReadOnlyList<string> Tell(double untilHours = 1000)
    {
        Simulation.RunUntil(SimTime.Start + TimeSpan.FromHours(untilHours));
        return _lines;
    }

    private sealed class Doing(Action action) : IEventHandler
    {
        public void Handle(long argument) => action();

        public override string ToString() => "Doing";
    }
}
