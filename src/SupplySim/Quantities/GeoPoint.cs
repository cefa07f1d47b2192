using System.Globalization;

namespace SupplySim.Quantities;

/// <summary>A point on the Earth, in degrees (WGS 84).</summary>
/// <param name="Latitude">[degrees] -90 to 90, north positive.</param>
/// <param name="Longitude">[degrees] -180 to 180, east positive.</param>
public readonly record struct GeoPoint(double Latitude, double Longitude)
{
    /// <summary>[m] The mean radius of the Earth (IUGG R1).</summary>
    public const double EarthRadius = 6_371_008.8;

    /// <summary>[m] The great-circle distance.</summary>
    public double DistanceTo(GeoPoint other)
    {
        var (a, b) = (UnitVector(), other.UnitVector());
        return EarthRadius * Math.Atan2(Vector.Length(Vector.Cross(a, b)), Vector.Dot(a, b));
    }

    /// <summary>The point as a unit vector from the centre of the Earth.</summary>
    internal Vector UnitVector()
    {
        var (latitude, longitude) = (Latitude * Math.PI / 180, Longitude * Math.PI / 180);
        return new Vector(Math.Cos(latitude) * Math.Cos(longitude), Math.Cos(latitude) * Math.Sin(longitude), Math.Sin(latitude));
    }

    /// <summary>For example <c>37.081 N 42.372 E</c>.</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture,
        $"{Math.Abs(Latitude):0.######} {(Latitude < 0 ? 'S' : 'N')} {Math.Abs(Longitude):0.######} {(Longitude < 0 ? 'W' : 'E')}");
}

/// <summary>A vector in space, as far as great circles need one.</summary>
internal readonly record struct Vector(double X, double Y, double Z)
{
    /// <summary>The point of the Earth that a unit vector shows.</summary>
    public GeoPoint ToGeoPoint() => new(Math.Asin(Math.Clamp(Z, -1, 1)) * 180 / Math.PI, Math.Atan2(Y, X) * 180 / Math.PI);

    public static double Dot(Vector a, Vector b) => a.X * b.X + a.Y * b.Y + a.Z * b.Z;

    public static Vector Cross(Vector a, Vector b) =>
        new(a.Y * b.Z - a.Z * b.Y, a.Z * b.X - a.X * b.Z, a.X * b.Y - a.Y * b.X);

    public static double Length(Vector a) => Math.Sqrt(Dot(a, a));

    public static Vector operator *(Vector a, double factor) => new(a.X * factor, a.Y * factor, a.Z * factor);

    public static Vector operator +(Vector a, Vector b) => new(a.X + b.X, a.Y + b.Y, a.Z + b.Z);
}
