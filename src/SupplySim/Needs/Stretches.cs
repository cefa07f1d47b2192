using SupplySim.Engine;
using SupplySim.Runs;

namespace SupplySim.Needs;

/// <summary>A stream of people that flows only while a condition holds and, if need be, has held for some time.</summary>
/// <remarks>What flowed is counted at the instant at which the condition turns, so nothing is polled. One run, one thread.</remarks>
internal sealed class Stretches
{
    private readonly World _world;
    private readonly PeopleStream _stream;
    private readonly Watch? _watch;
    private readonly Draw? _after;
    private int _turns;
    private SimTime _counted;

    /// <param name="world">The run.</param>
    /// <param name="stream">What flows.</param>
    /// <param name="condition">Null for all the time.</param>
    /// <param name="after">How long it must have held; null for no time.</param>
    public Stretches(World world, PeopleStream stream, Condition? condition, Draw? after)
    {
        (_world, _stream, _after) = (world, stream, after);
        if (condition is null) return;
        _watch = world.Follow(condition);
        _watch.OnTurn(Turn);
        Turn();
    }

    /// <summary>[people] Who flowed in the n-th batch, from 0, which ends now.</summary>
    public long Take(long batch)
    {
        CountUpToNow();
        return _stream.Take(batch);
    }

    private void Turn()
    {
        if (_watch!.IsTrue) _counted = _world.Now + (_after?.Sample(_turns++) ?? TimeSpan.Zero);
        else
        {
            CountUpToNow();
            _counted = SimTime.Never;
        }
    }

    private void CountUpToNow()
    {
        if (_counted >= _world.Now) return;
        _stream.Count(_counted, _world.Now);
        _counted = _world.Now;
    }
}
