using System.Collections.Immutable;
using OxyPlot;
using OxyPlot.Annotations;
using OxyPlot.Axes;
using OxyPlot.Series;
using SupplySim.Experiments;
using SupplySim.Results.Pages;

namespace SupplySim.Results.Charts;

/// <summary>A series over all runs as a fan: the median, the middle half of the runs, and 90 % of them, day by day; the
/// warning level across it, and behind it the days on which a crossing was shut, the darker the more runs.</summary>
internal sealed record FanChart
{
    private const double Width = 420;
    private const double Height = 250;

    /// <summary>Unique on the page.</summary>
    public required string Id { get; init; }

    /// <summary>The bands.</summary>
    public required SeriesBand Band { get; init; }

    /// <summary>The greatest value of the upright axis, shared by charts that are compared.</summary>
    public required double Top { get; init; }

    /// <summary>What the upright axis shows.</summary>
    public required string AxisTitle { get; init; }

    /// <summary>When day 0 begins, by the local time of the scenario. Default: it is not told.</summary>
    public DateTimeOffset? Begins { get; init; }

    /// <summary>A level drawn across. Default: none.</summary>
    public double? Warning { get; init; }

    /// <summary>[share] Of each day that the crossing behind was shut. Default: none is drawn.</summary>
    public ImmutableArray<double> Shut { get; init; } = [];

    /// <summary>The chart as an image that says what it shows.</summary>
    /// <param name="title">Names it.</param>
    /// <param name="finding">What one sees in it.</param>
    public Markup Draw(string title, string finding)
    {
        var canvas = new SvgCanvas(Id);
        IPlotModel plot = Plot();
        plot.Update(true);
        plot.Render(canvas, new OxyRect(0, 0, Width, Height));
        return Svg.Image(Id, Width, Height, "chart", title, finding, canvas.ToMarkup());
    }

    private PlotModel Plot()
    {
        var plot = new PlotModel
        {
            DefaultFont = "inherit",
            DefaultFontSize = 13,
            TextColor = SvgCanvas.Ink("ink"),
            PlotAreaBorderThickness = new OxyThickness(0),
            Padding = new OxyThickness(0, 6, 8, 0),
        };
        plot.Axes.Add(Axis(AxisPosition.Bottom, Begins is { } start ? FormattableString.Invariant($"day, from {start:d MMM yyyy}") : "day",
            Band.Days.Length, Steps.Days(Band.Days.Length)));
        plot.Axes.Add(Axis(AxisPosition.Left, AxisTitle, Top, Steps.Nice(Top / 5)));
        foreach (var annotation in Closures()) plot.Annotations.Add(annotation);
        foreach (var stretch in Stretches())
        {
            plot.Series.Add(Area(stretch, "wide", d => (d.P05, d.P95)));
            plot.Series.Add(Area(stretch, "half", d => (d.P25, d.P75)));
            plot.Series.Add(Line(stretch, "edge", 0.8, d => d.P05));
            plot.Series.Add(Line(stretch, "edge", 0.8, d => d.P95));
            plot.Series.Add(Line(stretch, "median", 2.2, d => d.P50));
        }
        if (Warning is { } level) plot.Series.Add(Level(level));
        return plot;
    }

    private static LinearAxis Axis(AxisPosition position, string title, double end, double step) => new()
    {
        Position = position,
        Title = title,
        AxisTitleDistance = end is >= 10_000 and < 1_000_000 ? 16 : 6,
        LabelFormatter = value => end >= 1_000_000 ? FormattableString.Invariant($"{value / 1e6:0.##} M")
            : FormattableString.Invariant($"{value:#,0.##}"),
        Minimum = 0,
        Maximum = end,
        MajorStep = step,
        MinorTickSize = 0,
        MajorTickSize = 4,
        TicklineColor = SvgCanvas.Ink("axis"),
        AxislineStyle = LineStyle.Solid,
        AxislineColor = SvgCanvas.Ink("axis"),
        MajorGridlineStyle = position == AxisPosition.Left ? LineStyle.Solid : LineStyle.None,
        MajorGridlineColor = SvgCanvas.Ink("rule"),
        TextColor = SvgCanvas.Ink("ink"),
        TitleColor = SvgCanvas.Ink("muted"),
        Layer = AxisLayer.BelowSeries,
    };

    /// <summary>Neighbouring days that look alike are one rectangle: opacity in ten steps, up to the darkest that still lets
    /// the fan be read.</summary>
    private IEnumerable<RectangleAnnotation> Closures()
    {
        for (var day = 0; day < Shut.Length;)
        {
            var (from, tenth) = (day, Tenth(day));
            while (++day < Shut.Length && Tenth(day) == tenth) { }
            if (tenth > 0)
                yield return new()
                {
                    MinimumX = from,
                    MaximumX = day,
                    Fill = SvgCanvas.Ink("shut", 0.4 * tenth / 10),
                    StrokeThickness = 0,
                    Layer = AnnotationLayer.BelowSeries,
                };
        }

        int Tenth(int day) => (int)Math.Ceiling(Math.Round(Shut[day] * 10, 3));
    }

    /// <summary>Days on end about which the runs have something to say.</summary>
    private IEnumerable<Range> Stretches()
    {
        var days = Band.Days;
        for (var day = 0; day < days.Length; day++)
        {
            var from = day;
            while (day < days.Length && double.IsFinite(days[day].P50)) day++;
            if (day > from) yield return from..day;
        }
    }

    private AreaSeries Area(Range stretch, string role, Func<DayBand, (double Low, double High)> between)
    {
        var area = new AreaSeries { Fill = SvgCanvas.Ink(role), Color = OxyColors.Transparent, StrokeThickness = 0 };
        foreach (var (day, band) in Days(stretch))
        {
            var (low, high) = between(band);
            area.Points.Add(new(day, high));
            area.Points2.Add(new(day, low));
        }
        return area;
    }

    private LineSeries Line(Range stretch, string role, double thickness, Func<DayBand, double> value)
    {
        var line = new LineSeries { Color = SvgCanvas.Ink(role), StrokeThickness = thickness };
        foreach (var (day, band) in Days(stretch)) line.Points.Add(new(day, value(band)));
        return line;
    }

    private LineSeries Level(double level)
    {
        var line = new LineSeries { Color = SvgCanvas.Ink("warn"), StrokeThickness = 1.6, LineStyle = LineStyle.Dash };
        line.Points.Add(new(0, level));
        line.Points.Add(new(Band.Days.Length, level));
        return line;
    }

    /// <summary>The value of a day stands in the middle of it.</summary>
    private IEnumerable<(double Day, DayBand Band)> Days(Range stretch)
    {
        var (from, count) = stretch.GetOffsetAndLength(Band.Days.Length);
        for (var day = from; day < from + count; day++) yield return (day + 0.5, Band.Days[day]);
    }
}
