using System.Globalization;
using SupplySim.Engine.Internals;

namespace SupplySim.Engine;

// How a run that cannot go on says where and why.
public sealed partial class Simulation
{
    private string Place => string.Create(CultureInfo.InvariantCulture,
        $"at {Now} (seed {Seed}, replication {Replication})");

    // Why this run has failed; not the failure of another run that an event of this one has started.
    private SimulationFailedException? _failure;

    /// <summary>Counts a wait that ended without waiting, so that a process cannot turn for ever on one spot.</summary>
    /// <returns>False if the run has failed and the process has caught even that: it may wait, for good.</returns>
    internal bool CountWaitAtOnce()
    {
        if (_failure is not null) return false;
        if (++_eventsThisInstant > _recent.From) NoteForLivelock(_processHandler.Index, RunningProcess.Slot);
        return true;
    }

    /// <summary>The failure of this run that an exception is or causes.</summary>
    internal SimulationFailedException Failure(Exception exception, string? process = null)
    {
        if (exception == _failure) return _failure;
        process ??= Running?.Description;
        var who = process is null ? "" : $" in process '{process}'";
        return _failure = new SimulationFailedException(
            $"The simulation failed {Place}{who}: {exception.GetType().Name}: {exception.Message}",
            Now, process, Seed, Replication, exception);
    }

    /// <summary>How often the bodies of a process may be moved on in one event: a few calls are no
    /// livelock, however low the bound of events is.</summary>
    internal int MostMoves => Math.Max(_options.MaxEventsPerInstant, 1_000);

    /// <summary>The failure of a process that goes on and on within one event.</summary>
    internal SimulationFailedException NeverWaits()
    {
        var process = Running?.Description;
        return _failure = new SimulationFailedException(
            string.Create(CultureInfo.InvariantCulture,
                $"Process '{process}' does not let time pass {Place}: it went on more than {MostMoves:N0} times without waiting, as all "
                    + $"that it awaited was over at once, such as a condition that holds already. Let each turn of its loop take time."),
            Now, process, Seed, Replication, null);
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
        if (_failure is not null) throw _failure;
        _recent.Note(Now, handler, argument);
        if (_eventsThisInstant <= _options.MaxEventsPerInstant) return;
        var last = string.Join(", ", _recent.Noted(Now).Select(noted => Describe(noted.Handler, noted.Argument)));
        _recent.From = -1; // each event from now on comes here: should the process catch this, the next one ends the run
        throw _failure = new SimulationFailedException(
            string.Create(CultureInfo.InvariantCulture,
                $"Time stands still {Place}: more than {_options.MaxEventsPerInstant:N0} events at one instant. The last were: {last}. Let "
                    + $"each turn of the cycle take time, or "
                    + $"raise {nameof(SimulationOptions)}.{nameof(SimulationOptions.MaxEventsPerInstant)}."),
            Now, Running?.Description, Seed, Replication, null);
    }

    private string Describe(int handler, long argument) => handler == _processHandler.Index
        ? $"process '{_processes.Describe(argument)}'"
        : string.Create(CultureInfo.InvariantCulture, $"{_handlers[handler]} ({argument})");
}
