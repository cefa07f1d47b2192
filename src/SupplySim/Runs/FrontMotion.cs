using SupplySim.Engine;
using SupplySim.Quantities;

namespace SupplySim.Runs;

/// <summary>Where the head of a front is, and how it moves: along one great circle at a steady speed, or not at all.</summary>
/// <remarks>State only; Conflict sets it. Distances to it can be foretold exactly: seen from any place, the cosine of the
/// distance is a sine wave of the way covered. One run, one thread.</remarks>
internal sealed class FrontMotion(Front front)
{
    private Vector _from;
    private Vector _direction;
    private SimTime _since;
    private double _radiansPerTick;

    /// <summary>What the scenario says of it.</summary>
    public Front Front { get; } = front;

    /// <summary>When it last changed its state, or its head its course.</summary>
    public SimTime ChangedAt { get; set; }

    public string Id => Front.Id;

    public FrontState State { get; set; } = FrontState.Waiting;

    /// <summary>Whether there is a head at all: false before the front sets out and after it has ended.</summary>
    public bool HasHead { get; private set; }

    /// <summary>Whether the head is on its way rather than standing.</summary>
    public bool IsMoving => _radiansPerTick != 0;

    public bool IsFighting => HasHead && State == FrontState.Fight;

    /// <summary>Appears at a point and stands there.</summary>
    public void Stand(in Vector at)
    {
        HasHead = true;
        (_from, _direction, _radiansPerTick) = (at, default, 0);
    }

    /// <summary>Stops where it is.</summary>
    public void Stop(SimTime now) => Stand(Position(now));

    /// <summary>Moves from where it is towards a point from now on.</summary>
    public void Move(in Vector to, double metresPerHour, SimTime now)
    {
        var from = Position(now);
        var across = to + from * -Vector.Dot(from, to);
        var length = Vector.Length(across);
        (_from, _since) = (from, now);
        _direction = length > 0 ? across * (1 / length) : default;
        _radiansPerTick = length > 0 ? metresPerHour / GeoPoint.EarthRadius / TimeSpan.TicksPerHour : 0;
    }

    public void Vanish() => HasHead = false;

    /// <summary>[m] From a point to the head.</summary>
    public double DistanceTo(in Vector point, SimTime now)
    {
        var head = Position(now);
        return GeoPoint.EarthRadius * Math.Atan2(Vector.Length(Vector.Cross(head, point)), Vector.Dot(head, point));
    }

    /// <summary>Where the head is, as a unit vector.</summary>
    public Vector Position(SimTime now)
    {
        if (_radiansPerTick == 0) return _from;
        var angle = _radiansPerTick * (now - _since).Ticks;
        return _from * Math.Cos(angle) + _direction * Math.Sin(angle);
    }

    /// <summary>Where the head is, as replays are told.</summary>
    public HeadAt At(int number, SimTime now) => new(number, now, HasHead ? Position(now).ToGeoPoint() : null);

    /// <summary>The first instant after now at which the distance to a point becomes this one, going up or down, if the
    /// motion goes on; never where it does not.</summary>
    public SimTime WhenAt(double metres, in Vector point, SimTime now) => WhenAlong(point, Math.Cos(metres / GeoPoint.EarthRadius), now);

    /// <summary>The first instant after now at which the head, as a unit vector, has this component along another vector.</summary>
    public SimTime WhenAlong(in Vector vector, double component, SimTime now)
    {
        if (_radiansPerTick == 0) return SimTime.Never;
        var (x, y) = (Vector.Dot(_from, vector), Vector.Dot(_direction, vector));
        var radius = Math.Sqrt(x * x + y * y);
        var cosine = component / radius;
        if (!(Math.Abs(cosine) <= 1)) return SimTime.Never;
        var (middle, half) = (Math.Atan2(y, x), Math.Acos(cosine));
        return SimTime.Min(First(middle - half, now), First(middle + half, now));
    }

    // The first instant after now at which the way covered is this angle, a full turn more or less; a millisecond later, so
    // that rounding cannot leave the head on the near side of the distance.
    private SimTime First(double angle, SimTime now)
    {
        var turn = 2 * Math.PI;
        var ticks = Math.Ceiling((angle - Math.Floor(angle / turn) * turn) / _radiansPerTick) + TimeSpan.TicksPerMillisecond;
        var at = ticks < SimTime.Latest.Ticks - _since.Ticks ? _since + new TimeSpan((long)ticks) : SimTime.Never;
        return at > now ? at : SimTime.Never;
    }
}
