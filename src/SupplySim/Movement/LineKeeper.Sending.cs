using SupplySim.Engine;
using SupplySim.Quantities;
using SupplySim.Runs;

namespace SupplySim.Movement;

// What a line sends by schedule, whatever lies at its destination.
internal sealed partial class LineKeeper
{
    private EventHandle _send;
    private SimTime _sendsFrom = SimTime.Start;
    private long _sends;
    private long _sent;

    private void PlanSend(Rate send)
    {
        var at = NextSending(Line, send);
        if (at < _world.Catalogue.Horizon) _send = _world.Simulation.Schedule(at, Priorities.Review, _handler, SendNow);
    }

    private SimTime NextSending(SupplyLine line, Rate send) =>
        _sendsFrom + (line.Every is { } every ? every * (_sends + 1) : SendTimes.At(send, _sends + 1));

    private void Send(Rate send)
    {
        _sends++;
        var due = SendTimes.Due(send, _world.Now - _sendsFrom) - _sent;
        _sent += due;
        if (IsActive && !AreOrdersStopped) Order([due], isLimited: false);
        else if (IsPaused) NoteUnsent(due);
        PlanSend(send);
    }
}
