using SupplySim.Engine;

namespace SupplySim.Movement;

// Driving hours, and what is rest. All of a column drive and rest together: the shortest driving day of its
// vehicles, escorts among them, binds.
internal sealed partial class Convoy
{
    private TimeSpan _driven;
    private SimTime _standsSince; // in the future while it drives and nothing can come between
    private TimeSpan _day;

    // [time] How long it stops when it has driven for a day; null where it drives day and night.
    private TimeSpan? Rest => _day < TimeSpan.FromDays(1) ? TimeSpan.FromDays(1) - _day : null;

    // [time] Since its last rest, asked for while it stands. Who has stood for as long as it would stop has
    // rested, whatever it stood for: a queue, a dock, a closed road, a repair ...
    private TimeSpan Driven => Rest is { } rest && _world.Now - _standsSince >= rest ? TimeSpan.Zero : _driven;

    // [time] What it still has to stand to have rested; who stops at night stands until it grows dark at
    // the longest, since the night is its rest then.
    private TimeSpan RestLeft(int arc)
    {
        var left = Rest!.Value - (_world.Now - _standsSince);
        return _stopsAtNight && LightOn(arc) is { } light && light.IsLight(_world.Now) && light.Left(_world.Now) < left
            ? light.Left(_world.Now)
            : left;
    }

    // ... and so has who stops at night, when it has stood while it was dark, however short that is.
    private void SpendDark()
    {
        if (_stopsAtNight) _driven = TimeSpan.Zero;
    }

    private void EndStanding() => _driven = Driven;

    private void CountHours(TimeSpan time, SimTime until)
    {
        _driven += time;
        _standsSince = until;
    }
}
