using SupplySim.Quantities;

namespace SupplySim.Results.Maps;

/// <summary>A part of the Earth on a flat picture: longitudes shrunk by the cosine of the middle latitude, so that shapes
/// and directions look right at the size of a country. North is up.</summary>
internal sealed class GeoFrame
{
    private readonly double _west, _north, _shrink, _scale, _left, _top, _seam;

    private GeoFrame(double west, double north, double shrink, double scale, double left, double top, double seam, double width,
        double height) =>
        (_west, _north, _shrink, _scale, _left, _top, _seam, Width, Height) = (west, north, shrink, scale, left, top, seam, width, height);

    /// <summary>[user units]</summary>
    public double Width { get; }

    /// <summary>[user units]</summary>
    public double Height { get; }

    /// <summary>[user units] Of one kilometre from south to north.</summary>
    public double Kilometre => _scale / (GeoPoint.EarthRadius / 1000 * Math.PI / 180);

    /// <summary>A frame around points.</summary>
    /// <param name="points">At least one.</param>
    /// <param name="width">[user units] Of the picture; its height follows, between a least and a greatest share of it.</param>
    /// <param name="margin">[share] How much farther it reaches on each side, of what the points take up.</param>
    /// <param name="least">[share] Of the width, the least height.</param>
    /// <param name="most">[share] Of the width, the greatest height.</param>
    public static GeoFrame Around(
        IReadOnlyCollection<GeoPoint> points, double width, double margin = 0.1, double least = 0.45, double most = 1.1)
    {
        var seam = points.Max(p => p.Longitude) - points.Min(p => p.Longitude) > 180 ? 0 : -180;
        var (west, east) = (points.Min(p => Unroll(p, seam)), points.Max(p => Unroll(p, seam)));
        var (south, north) = (points.Min(p => p.Latitude), points.Max(p => p.Latitude));
        var shrink = Math.Max(0.05, Math.Cos((south + north) / 2 * Math.PI / 180));
        var (across, up) = (Math.Max((east - west) * shrink, 0.02) * (1 + 2 * margin), Math.Max(north - south, 0.02) * (1 + 2 * margin));
        var height = width * Math.Clamp(up / across, least, most);
        var scale = Math.Min(width / across, height / up);
        var left = (width - (east - west) * shrink * scale) / 2;
        var top = (height - (north - south) * scale) / 2;
        return new(west, north, shrink, scale, left, top, seam, width, height);
    }

    /// <summary>Where a point lies in the picture, from its upper left corner.</summary>
    public Spot Place(GeoPoint point) => new(
        _left + (Unroll(point, _seam) - _west) * _shrink * _scale,
        _top + (_north - point.Latitude) * _scale);

    /// <summary>Whether a spot lies in the picture.</summary>
    public bool Holds(Spot spot) => spot.X >= 0 && spot.X <= Width && spot.Y >= 0 && spot.Y <= Height;

    /// <summary>Longitudes counted eastwards from the seam, so that a network across the date line stays together.</summary>
    private static double Unroll(GeoPoint point, double seam) =>
        point.Longitude < seam ? point.Longitude + 360 : point.Longitude;
}

/// <summary>A spot in a picture.</summary>
/// <param name="X">[user units] From the left.</param>
/// <param name="Y">[user units] From the top.</param>
internal readonly record struct Spot(double X, double Y)
{
    /// <summary>[user units] How far another spot is.</summary>
    public double To(Spot other) => Math.Sqrt((X - other.X) * (X - other.X) + (Y - other.Y) * (Y - other.Y));
}
