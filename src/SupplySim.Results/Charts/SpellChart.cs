using System.Collections.Immutable;
using SupplySim.Results.Pages;
using SupplySim.Results.Text;

namespace SupplySim.Results.Charts;

/// <summary>What held when in one run: a row for each front, crossing, supply line and place with need, and a bar for each spell, over
/// one axis of days, so that one sees what came before what.</summary>
/// <remarks>How bad it is shows by the height of a bar as well as by its colour. On narrow paper names stand above their rows.</remarks>
internal sealed record SpellChart
{
    private const double Bar = 14;
    private const double Foot = 40;
    private const double Letter = 7;

    /// <summary>Unique on the page.</summary>
    public required string Id { get; init; }

    /// <summary>From above to below; at least one.</summary>
    public required ImmutableArray<SpellRow> Rows { get; init; }

    /// <summary>[d] The length of the run.</summary>
    public required double Days { get; init; }

    /// <summary>What stands below the axis.</summary>
    public required string AxisTitle { get; init; }

    /// <summary>[user units] Of the picture.</summary>
    public required double Width { get; init; }

    /// <summary>Whether names stand above their rows.</summary>
    public required bool IsNarrow { get; init; }

    private double Left => IsNarrow ? 8 : Math.Min(Width / 3, 20 + Letter * Rows.Max(row => Lines.Width(row.Name)));

    private double Step => IsNarrow ? 38 : 24;

    private double Bottom => 4 + Rows.Length * Step;

    /// <summary>The chart as an image that says what it shows.</summary>
    /// <param name="title">Names it.</param>
    /// <param name="finding">What one sees in it.</param>
    public Markup Draw(string title, string finding)
    {
        var svg = new Html();
        DrawAxis(svg);
        for (var i = 0; i < Rows.Length; i++) DrawRow(svg, Rows[i], 4 + i * Step);
        return Svg.Image(Id, Width, Bottom + Foot, "chart", title, finding, svg.ToMarkup());
    }

    private void DrawAxis(Html svg)
    {
        var step = Steps.Days((int)Math.Ceiling(Days));
        for (var day = 0.0; day <= Days; day += step)
        {
            svg.Add($"""<path class="l-rule" stroke-width="1" d="M{X(day):0.#} 2V{Bottom + 4:0.#}"/>""");
            svg.Add($"""<text class="t-ink" x="{X(day):0.#}" y="{Bottom + 17:0.#}" text-anchor="middle">{day:0.##}</text>""");
        }
        svg.Add($"""<path class="l-axis" stroke-width="1" d="M{Left:0.#} {Bottom:0.#}H{X(Days):0.#}"/>""");
        svg.Add($"""<text class="t-muted" x="{(Left + X(Days)) / 2:0.#}" y="{Bottom + 34:0.#}" text-anchor="middle">{AxisTitle}</text>""");
    }

    private void DrawRow(Html svg, SpellRow row, double top)
    {
        var middle = top + (IsNarrow ? Step - 10 : Step / 2);
        if (IsNarrow) svg.Add($"""<text class="t-ink" x="{Left:0.#}" y="{top + 14:0.#}">{Cut(row.Name, Width - Left)}</text>""");
        else svg.Add($"""<text class="t-ink" x="{Left - 10:0.#}" y="{middle + 4:0.#}" text-anchor="end">{Cut(row.Name, Left - 10)}</text>""");
        svg.Add($"""<path class="l-rule" stroke-width="1" d="M{Left:0.#} {middle:0.#}H{X(Days):0.#}"/>""");
        foreach (var bar in row.Bars)
        {
            var height = Bar * Height(bar.Look);
            svg.Add($"""<rect class="f-{Role(bar.Look)}" x="{X(bar.From):0.#}" y="{middle - height / 2:0.#}" """);
            svg.Add($"""width="{Math.Max(1.5, X(bar.Until) - X(bar.From)):0.#}" height="{height:0.#}"><title>{bar.Says}</title></rect>""");
        }
        svg.Add($"\n");
    }

    private double X(double day) => Left + day / Days * (Width - Left - 12);

    private static string Cut(string name, double room) => Lines.Shorten(name, (int)(room / Letter));

    /// <summary>The role of the colour of a bar.</summary>
    public static string Role(SpellLook look) => look switch
    {
        SpellLook.Shut or SpellLook.ShutForSome => "shut",
        SpellLook.Out or SpellLook.Fight => "front",
        SpellLook.Short => "warn",
        SpellLook.Waits or SpellLook.Paused => "axis",
        _ => "median",
    };

    /// <summary>[share] How high a bar is.</summary>
    public static double Height(SpellLook look) => look switch
    {
        SpellLook.Shut or SpellLook.Out or SpellLook.Fight => 1,
        SpellLook.Short or SpellLook.ShutForSome => 0.5,
        _ => 0.22,
    };
}

/// <summary>A row of a <see cref="SpellChart"/>.</summary>
/// <param name="Name">Of what it shows.</param>
/// <param name="Bars">Later ones lie on earlier ones.</param>
internal sealed record SpellRow(string Name, ImmutableArray<SpellBar> Bars);

/// <summary>A spell of a row.</summary>
/// <param name="Look">How bad it is.</param>
/// <param name="From">[d] When it began.</param>
/// <param name="Until">[d] When it ended.</param>
/// <param name="Says">What it was, for those who point at it.</param>
internal readonly record struct SpellBar(SpellLook Look, double From, double Until, string Says);

/// <summary>How bars look.</summary>
internal enum SpellLook
{
    /// <summary>A front advances.</summary>
    Advance,

    /// <summary>Both sides of a front face each other, or keep a ceasefire.</summary>
    Waits,

    /// <summary>A line orders nothing.</summary>
    Paused,

    /// <summary>Below its warning level.</summary>
    Short,

    /// <summary>Shut to some traffic.</summary>
    ShutForSome,

    /// <summary>Shut to all.</summary>
    Shut,

    /// <summary>Something has run out.</summary>
    Out,

    /// <summary>A front fights.</summary>
    Fight,
}
