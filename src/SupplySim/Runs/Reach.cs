using SupplySim.Engine;
using SupplySim.Quantities;

namespace SupplySim.Runs;

/// <summary>A point, or the shorter great circle between two, as seen from the head of a front: how far it is, and when it will be as
/// far as something.</summary>
internal sealed class Reach
{
    private readonly Vector _from;
    private readonly Vector _to;
    private readonly Vector _across;
    private readonly Vector _ahead;
    private readonly Vector _behind;
    private readonly bool _isPoint;

    public Reach(GeoPoint from, GeoPoint to)
    {
        (_from, _to) = (from.UnitVector(), to.UnitVector());
        var normal = Vector.Cross(_from, _to);
        var length = Vector.Length(normal);
        _isPoint = length < 1e-12;
        if (_isPoint) return;
        _across = normal * (1 / length);
        (_ahead, _behind) = (Vector.Cross(_across, _from), Vector.Cross(_to, _across));
    }

    /// <summary>[m] The least that it can be away from all of another, at least; never more than it is.</summary>
    public double AtLeastFrom(Reach other)
    {
        var apart = Angle(Middle, other.Middle) - Angle(_from, _to) / 2 - Angle(other._from, other._to) / 2;
        return Math.Max(0, apart) * GeoPoint.EarthRadius;
    }

    /// <summary>[m] From the head.</summary>
    public double From(FrontMotion head, SimTime now) => From(head.Position(now));

    /// <summary>[m] From a point, as a unit vector.</summary>
    public double From(in Vector at)
    {
        if (!_isPoint && Vector.Dot(_ahead, at) >= 0 && Vector.Dot(_behind, at) >= 0)
            return GeoPoint.EarthRadius * Math.Asin(Math.Min(1, Math.Abs(Vector.Dot(_across, at))));
        return GeoPoint.EarthRadius * Math.Min(Angle(_from, at), Angle(_to, at));
    }

    /// <summary>The first instant after now at which it may become this far from the head; never where the
    /// motion does not lead there.</summary>
    public SimTime WhenAt(double metres, FrontMotion head, SimTime now)
    {
        var next = SimTime.Min(head.WhenAt(metres, _from, now), head.WhenAt(metres, _to, now));
        if (_isPoint) return next;
        var sine = Math.Sin(metres / GeoPoint.EarthRadius);
        foreach (var (vector, component) in (ReadOnlySpan<(Vector, double)>)[(_across, sine), (_across, -sine), (_ahead, 0), (_behind, 0)])
            next = SimTime.Min(next, head.WhenAlong(vector, component, now));
        return next;
    }

    private Vector Middle
    {
        get
        {
            var sum = _from + _to;
            return Vector.Length(sum) is > 0 and var length ? sum * (1 / length) : _from;
        }
    }

    private static double Angle(in Vector a, in Vector b) => Math.Atan2(Vector.Length(Vector.Cross(a, b)), Vector.Dot(a, b));
}
