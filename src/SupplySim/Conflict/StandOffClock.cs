using SupplySim.Quantities;
using SupplySim.Runs;

namespace SupplySim.Conflict;

/// <summary>The ways out of one stand-off, each with what is left of the time drawn for it.</summary>
/// <remarks>The force ratio, to the power of a way, is how fast the clock of that way runs. So a way whose time is exponential has at each
/// instant its rate times that factor, and with constant factors f each comes first with f r / sum of all f r. A clock that runs as it was
/// drawn is exact to the tick.</remarks>
internal sealed class StandOffClock
{
    private readonly List<Way> _ways = [];
    private readonly World _world;
    private readonly int _occasion;

    public StandOffClock(Front front, World world, int occasion)
    {
        (_world, _occasion) = (world, occasion);
        GoBy(front);
    }

    /// <summary>From now on the front is described otherwise. A way of which the time is another is drawn
    /// anew from now on, as lucky as it was; what is left of any other stays.</summary>
    public void GoBy(Front front)
    {
        var (rules, powers, before) = (front.StandOff!, front.ForceRatio ?? new ForceRatio(), _ways.ToArray());
        _ways.Clear();
        Add(rules.StepDown, FrontState.StepDown, powers.StepDown);
        Add(rules.Fight, FrontState.Fight, powers.Fight);
        Add(rules.Ceasefire, FrontState.Ceasefire, powers.Ceasefire);
        Add(rules.Withdrawal, FrontState.Withdrawal, powers.Withdrawal);

        void Add(Duration? law, FrontState state, double power)
        {
            if (law is null) return;
            var (stream, was) = ($"stand-off/{front.Id}/{state}", Array.Find(before, way => way.State == state));
            if (was.Law is { } same && Likeness.AreAlike(same, law)) _ways.Add(was with { Power = power });
            else
            {
                var draw = _world.Draw(law, stream);
                var time = was.Law is { } other
                    ? draw.Sample(_occasion, TimeSpan.Zero, _world.Draw(other, stream), new TimeSpan(was.Drawn - was.Left))
                    : draw.Sample(_occasion);
                _ways.Add(new Way(state, law, power, time.Ticks, time.Ticks));
            }
        }
    }

    /// <summary>The first way to come if the ratio stays as it is, of equals the first named, and the time until then; never, and none,
    /// where there is no way.</summary>
    public (TimeSpan Time, FrontState State) First(double ratio)
    {
        var (first, state) = (TimeSpan.MaxValue, FrontState.StandOff);
        foreach (var way in _ways)
            if (Until(way, ratio) is var time && time < first) (first, state) = (time, way.State);
        return (first, state);
    }

    /// <summary>So much time has passed at that ratio.</summary>
    public void Run(TimeSpan time, double ratio)
    {
        foreach (ref var way in System.Runtime.InteropServices.CollectionsMarshal.AsSpan(_ways))
        {
            var speed = Math.Pow(ratio, way.Power);
            way = way with { Left = Math.Max(0, way.Left - (speed == 1 ? time.Ticks : (long)Math.Round(time.Ticks * speed))) };
        }
    }

    // In whole milliseconds where it was stretched, as every sampled time.
    private static TimeSpan Until(Way way, double ratio)
    {
        var speed = Math.Pow(ratio, way.Power);
        if (speed == 1) return new TimeSpan(way.Left);
        var milliseconds = Math.Ceiling(way.Left / speed / TimeSpan.TicksPerMillisecond);
        return milliseconds < Longest.TotalMilliseconds ? TimeSpan.FromMilliseconds(milliseconds) : TimeSpan.MaxValue;
    }

    private static TimeSpan Longest => TimeSpan.FromDays(200 * 365.25);

    private readonly record struct Way(FrontState State, Duration? Law, double Power, long Drawn, long Left);
}
