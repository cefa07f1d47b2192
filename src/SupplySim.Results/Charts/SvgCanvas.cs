using System.Globalization;
using System.Text;
using OxyPlot;
using SupplySim.Results.Pages;

namespace SupplySim.Results.Charts;

/// <summary>Draws a plot as SVG elements whose colours are roles of the palette, so that one picture serves light paper,
/// dark paper and print.</summary>
/// <remarks>
/// The library's own exporter writes fixed colours, the same clip ids in every picture and an XML declaration in the
/// middle of the page; this canvas writes classes, ids that begin with the picture's own, and nothing but elements. Text
/// is measured at 0.56 em a character, since which fonts the reader has is unknown. Coordinates have one decimal.
/// </remarks>
/// <param name="id">Unique on the page.</param>
internal sealed class SvgCanvas(string id) : ClippingRenderContext
{
    private readonly Html _svg = new();
    private int _clips;

    /// <summary>The elements drawn.</summary>
    public Markup ToMarkup() => _svg.ToMarkup();

    /// <summary>The colour that stands for a role while the library draws: opaque unless said otherwise.</summary>
    /// <param name="role">A role of the palette.</param>
    /// <param name="opacity">0 to 1.</param>
    public static OxyColor Ink(string role, double opacity = 1)
    {
        for (var i = 0; i < Palette.Shades.Length; i++)
            if (Palette.Shades[i].Role == role) return OxyColor.FromArgb((byte)Math.Round(opacity * 255), 1, 0, (byte)i);
        throw new ArgumentOutOfRangeException(nameof(role), role, "not a role of the palette");
    }

    /// <inheritdoc/>
    public override OxySize MeasureText(string text, string fontFamily, double fontSize, double fontWeight) =>
        string.IsNullOrEmpty(text) ? OxySize.Empty : new(text.Length * fontSize * 0.56, fontSize * 1.2);

    /// <inheritdoc/>
    public override void DrawLine(
        IList<ScreenPoint> points, OxyColor stroke, double thickness, EdgeRenderingMode mode, double[]? dash, LineJoin join)
    {
        if (thickness <= 0 || stroke.IsInvisible() || points.Count < 2) return;
        var pattern = dash is null ? "" : string.Join(' ', dash.Select(d => Number(d * thickness)));
        if (pattern.Length == 0) _svg.Add($"""<path class="l-{Role(stroke)}" stroke-width="{thickness}" d="{Path(points)}"/>""");
        else _svg.Add($"""<path class="l-{Role(stroke)}" stroke-width="{thickness}" stroke-dasharray="{pattern}" d="{Path(points)}"/>""");
    }

    /// <inheritdoc/>
    public override void DrawPolygon(
        IList<ScreenPoint> points, OxyColor fill, OxyColor stroke, double thickness, EdgeRenderingMode mode, double[]? dash, LineJoin join)
    {
        if (fill.IsInvisible()) return;
        if (fill.A == 255) _svg.Add($"""<path class="f-{Role(fill)}" d="{Path(points)}z"/>""");
        else _svg.Add($"""<path class="f-{Role(fill)}" fill-opacity="{fill.A / 255.0:0.##}" d="{Path(points)}z"/>""");
    }

    /// <inheritdoc/>
    public override void DrawText(
        ScreenPoint at, string text, OxyColor fill, string? fontFamily, double fontSize, double fontWeight, double rotation,
        HorizontalAlignment horizontal, VerticalAlignment vertical, OxySize? maxSize)
    {
        var anchor = horizontal switch { HorizontalAlignment.Left => "start", HorizontalAlignment.Right => "end", _ => "middle" };
        var drop = vertical switch { VerticalAlignment.Top => 0.8, VerticalAlignment.Bottom => -0.2, _ => 0.32 } * fontSize;
        if (rotation == 0)
            _svg.Add($"""<text class="t-{Role(fill)}" x="{Number(at.X)}" y="{Number(at.Y + drop)}" text-anchor="{anchor}">{text}</text>""");
        else
            _svg.Add(
                $"""<text class="t-{Role(fill)}" transform="translate({Number(at.X)} {Number(at.Y)}) rotate({rotation})" y="{Number(drop)}" text-anchor="{anchor}">{text}</text>""");
    }

    /// <inheritdoc/>
    protected override void SetClip(OxyRect area)
    {
        var clip = $"{id}-clip-{(++_clips).ToString(CultureInfo.InvariantCulture)}";
        _svg.Add(
            $"""<clipPath id="{clip}"><rect x="{Number(area.Left)}" y="{Number(area.Top)}" width="{Number(area.Width)}" height="{Number(area.Height)}"/></clipPath>""");
        _svg.Add($"""<g clip-path="url(#{clip})">""");
    }

    /// <inheritdoc/>
    protected override void ResetClip() => _svg.Add($"</g>");

    private static string Role(OxyColor colour) => colour is { R: 1, G: 0 } && colour.B < Palette.Shades.Length
        ? Palette.Shades[colour.B].Role
        : throw new InvalidOperationException($"the colour {colour} is no role of the palette; use {nameof(Ink)}");

    /// <summary>The points as steps from one to the next, each rounded so that errors do not add up.</summary>
    private static string Path(IList<ScreenPoint> points)
    {
        var path = new StringBuilder();
        var (x, y) = (0L, 0L);
        for (var i = 0; i < points.Count; i++)
        {
            var (toX, toY) = (Tenths(points[i].X), Tenths(points[i].Y));
            if (i > 0 && toX == x && toY == y) continue;
            path.Append(i == 0 ? 'M' : 'l').Append(Text(toX - x)).Append(' ').Append(Text(toY - y));
            (x, y) = (toX, toY);
        }
        return path.ToString();

        static long Tenths(double value) => (long)Math.Round(value * 10);
        static string Text(long tenths) => (tenths / 10m).ToString("0.#", CultureInfo.InvariantCulture);
    }

    private static string Number(double value) => value.ToString("0.#", CultureInfo.InvariantCulture);
}
