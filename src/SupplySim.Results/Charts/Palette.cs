using System.Collections.Immutable;

namespace SupplySim.Results.Charts;

/// <summary>Every colour of the report, on light and on dark paper, and what each must stand out from.</summary>
/// <remarks>The style sheet is made from this list and from nothing else, so that a test which computes all contrasts
/// speaks of the page that people see. Chosen to stay apart in the common colour vision deficiencies; state is never
/// told by colour alone.</remarks>
internal static class Palette
{
    /// <summary>[ratio] The least contrast of text (WCAG 2.2, 1.4.3).</summary>
    public const double TextContrast = 4.5;

    /// <summary>[ratio] The least contrast of what must be seen to understand a picture (WCAG 2.2, 1.4.11).</summary>
    public const double ShapeContrast = 3;

    /// <summary>The colours by role.</summary>
    public static ImmutableArray<Shade> Shades { get; } =
    [
        new("paper", "#ffffff", "#14171b"),
        new("panel", "#f4f6f8", "#1e2329"),
        new("ink", "#16191d", "#e9ecef"),
        new("muted", "#545b63", "#aab2bb"),
        new("link", "#00558c", "#7cc0f2"),
        new("rule", "#dde1e5", "#333a42"),
        new("axis", "#767d85", "#8b939c"),
        new("wide", "#cfe2f1", "#1c3a52"),
        new("half", "#93bedd", "#2f6590"),
        new("edge", "#4a85b0", "#5a93bf"),
        new("median", "#003d63", "#d9edff"),
        new("warn", "#b34700", "#ff9a4d"),
        new("shut", "#7a4fa3", "#b795dd"),
        new("road", "#6b737b", "#98a1aa"),
        new("air", "#0072b2", "#62b5ec"),
        new("front", "#b3261e", "#ff8a80"),
        new("depot", "#0072b2", "#56b4e9"),
        new("town", "#8a9199", "#8b939c"),
        new("crossing", "#d55e00", "#ff9a4d"),
        new("camp", "#007f5f", "#3ecf9f"),
        new("force", "#a0447a", "#e58fc0"),
        new("notice", "#fff3d6", "#3a2f12"),
    ];

    /// <summary>Which shade must stand out from which, and by how much.</summary>
    public static ImmutableArray<Demand> Demands { get; } =
    [
        .. from back in new[] { "paper", "panel", "notice" }
           from text in new[] { "ink", "muted", "link" }
           select new Demand(text, back, TextContrast),
        .. from shape in new[] { "axis", "edge", "median", "warn", "shut", "road", "air", "front", "depot", "town", "crossing",
            "camp", "force" }
           select new Demand(shape, "paper", ShapeContrast),
        new("median", "half", ShapeContrast),
        new("warn", "paper", TextContrast),
        new("shut", "paper", TextContrast),
        new("front", "paper", TextContrast),
    ];

    /// <summary>The contrast of two colours (WCAG 2.2), from 1 to 21.</summary>
    /// <param name="one">A colour as <c>#rrggbb</c>.</param>
    /// <param name="other">A colour as <c>#rrggbb</c>.</param>
    public static double Contrast(string one, string other)
    {
        var (a, b) = (Luminance(one), Luminance(other));
        return (Math.Max(a, b) + 0.05) / (Math.Min(a, b) + 0.05);
    }

    /// <summary>The colours as variables of a style sheet.</summary>
    /// <param name="dark">Those for dark paper.</param>
    public static string Variables(bool dark) =>
        string.Concat(Shades.Select(s => $"--{s.Role}:{(dark ? s.Dark : s.Light)};"));

    private static double Luminance(string colour)
    {
        var rgb = Convert.ToInt32(colour[1..], 16);
        return 0.2126 * Linear(rgb >> 16) + 0.7152 * Linear((rgb >> 8) & 255) + 0.0722 * Linear(rgb & 255);

        static double Linear(int channel)
        {
            var share = channel / 255.0;
            return share <= 0.04045 ? share / 12.92 : Math.Pow((share + 0.055) / 1.055, 2.4);
        }
    }
}

/// <summary>A colour of the report.</summary>
/// <param name="Role">What it is for: the name of its variable.</param>
/// <param name="Light">On light paper, as <c>#rrggbb</c>.</param>
/// <param name="Dark">On dark paper, as <c>#rrggbb</c>.</param>
internal sealed record Shade(string Role, string Light, string Dark);

/// <summary>A shade that must stand out from another.</summary>
/// <param name="Role">The shade.</param>
/// <param name="Against">The other.</param>
/// <param name="Ratio">The least contrast.</param>
internal sealed record Demand(string Role, string Against, double Ratio);
