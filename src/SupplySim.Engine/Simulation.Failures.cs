using System.Globalization;
using SupplySim.Engine.Internals;

namespace SupplySim.Engine;

// How a run that cannot go on says where and why.
public sealed partial class Simulation
{
    private string Place => string.Create(CultureInfo.InvariantCulture,
        $"at {Now} (seed {Seed}, replication {Replication})");

    /// <summary>Counts a wait that ended without waiting, so that a process cannot turn for ever on one spot.</summary>
    internal void CountWaitAtOnce()
    {
        if (++_eventsThisInstant > _recent.From) NoteForLivelock(_processHandler.Index, RunningProcess.Slot);
    }

    internal SimulationFailedException Failure(Exception exception, string? process = null)
    {
        process ??= Running?.Description;
        var who = process is null ? "" : $" in process '{process}'";
        return new SimulationFailedException(
            $"The simulation failed {Place}{who}: {exception.GetType().Name}: {exception.Message}",
            Now, process, Seed, Replication, exception);
    }

    private long NeverTicksOrThrow(SimTime at)
    {
        if (at == SimTime.Never) return EventKey.NeverTicks;
        if (at < Now)
            throw new ArgumentOutOfRangeException(nameof(at), at, $"Nothing can be scheduled in the past; the clock shows {Now}.");
        throw new OverflowException(
            $"Nothing can be scheduled at {at}: the latest time is {SimTime.Latest}, and the clock shows {Now}.");
    }

    private ArgumentOutOfRangeException NegativeDelay(TimeSpan delay) =>
        new(nameof(delay), delay, $"A delay cannot be negative; the clock shows {Now}.");

    private void NoteForLivelock(int handler, long argument)
    {
        _recent.Note(Now, handler, argument);
        if (_eventsThisInstant <= _options.MaxEventsPerInstant) return;
        var last = string.Join(", ", _recent.Noted(Now).Select(noted => Describe(noted.Handler, noted.Argument)));
        throw new SimulationFailedException(
            string.Create(CultureInfo.InvariantCulture,
                $"Time stands still {Place}: more than {_options.MaxEventsPerInstant:N0} events at one instant. The last were: {last}. Let each turn of the cycle take time, or raise {nameof(SimulationOptions)}.{nameof(SimulationOptions.MaxEventsPerInstant)}."),
            Now, Running?.Description, Seed, Replication, null);
    }

    private string Describe(int handler, long argument) => handler == _processHandler.Index
        ? $"process '{_processes.Describe(argument)}'"
        : string.Create(CultureInfo.InvariantCulture, $"{_handlers[handler]} ({argument})");
}
