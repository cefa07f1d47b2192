using System.Collections.Immutable;
using System.Globalization;
using SupplySim.Experiments;
using SupplySim.Results.Charts;
using SupplySim.Results.Text;

namespace SupplySim.Results.Pages;

/// <summary>One series under its heading: a fan for each alternative, all on one scale, and a table of the same figures.</summary>
internal sealed record FanFigures
{
    /// <summary>Begins the ids of the pictures; unique on the page.</summary>
    public required string Id { get; init; }

    /// <summary>The heading, as it was written.</summary>
    public required string Title { get; init; }

    /// <summary>The series.</summary>
    public required Column Column { get; init; }

    /// <summary>What the upright axis shows.</summary>
    public required string AxisTitle { get; init; }

    /// <summary>Above the table: what its figures are, to be followed by how they spread.</summary>
    public required string Caption { get; init; }

    /// <summary>What one sees in a fan.</summary>
    public required Func<ImmutableArray<DayBand>, string> Finding { get; init; }

    /// <summary>A level drawn across. Default: none.</summary>
    public double? Warning { get; init; }

    /// <summary>The crossing that stands behind. Default: none.</summary>
    public ShutCrossing? Shut { get; init; }

    /// <summary>The greatest value that there can be. Default: that of the series.</summary>
    public double? Most { get; init; }

    /// <summary>How many of what is shown are one of what was read: 100 of a share. Default 1.</summary>
    public double Times { get; init; } = 1;

    /// <summary>How to read the fans of a report.</summary>
    public static string Spread(ReportModel model) => model.Result.IsAlike()
        ? $"Each picture shows {Words.Count(model.Result.Runs, "run")}, which are all the same."
        : $"Each picture shows {Words.Count(model.Result.Runs, "run")}: the line is the median, the dark band holds half of the runs, the "
            + $"pale band 90 % of them.";

    /// <summary>Adds them to a page.</summary>
    public void Draw(Html page, ReportModel model)
    {
        var bands = model.Result.Alternatives
            .Select(a => (Alternative: a, Band: a.Series.FirstOrDefault(s => s.Column == Column)))
            .Where(b => b.Band is not null).Select(b => (b.Alternative, Band: Shown(b.Band!))).ToArray();
        var top = Most ?? Steps.Top(bands.SelectMany(b => b.Band.Days.Select(d => d.P95)).Append(Warning ?? 0));
        page.Add($"<h3>{Names.Clean(Title)}</h3>\n<div class=\"fans\">\n");
        for (var i = 0; i < bands.Length; i++)
        {
            var (alternative, band) = bands[i];
            var name = Names.Clean(alternative.Name);
            var finding = Finding(band.Days);
            var chart = new FanChart
            {
                Id = string.Create(CultureInfo.InvariantCulture, $"{Id}-{i}"),
                Band = band,
                Top = top,
                AxisTitle = AxisTitle,
                Begins = Dates.OfStart(model.Scenario),
                Warning = Warning,
                Shut = Shut is { } shut ? Findings.ShutByDay(alternative, shut.Crossing.Id, shut.Traffic) : [],
            };
            page.Add(
                $"<figure><figcaption><strong>{name}</strong> {finding}</figcaption>{chart.Draw($"{Title}, {name}", finding)}</figure>\n");
        }
        page.Add($"</div>\n");
        DrawTable(page, [.. bands.Select(b => (b.Alternative.Name, b.Band))]);
    }

    private SeriesBand Shown(SeriesBand band) => Times == 1
        ? band
        : band with
        {
            Days = [.. band.Days.Select(d =>
                new DayBand(d.Mean * Times, d.P05 * Times, d.P25 * Times, d.P50 * Times, d.P75 * Times, d.P95 * Times))],
        };

    private void DrawTable(Html page, ImmutableArray<(string Name, SeriesBand Band)> bands)
    {
        page.Add(
            $"<details><summary>{Names.Clean(Title)} as a table</summary><div class=\"scroll\" role=\"region\" aria-label=\"{Title} as a "
                + $"table\" tabindex=\"0\"><table><caption>{Caption}: median (5–95 % of runs); day 0 is the "
                + $"first</caption><thead><tr><th scope=\"col\">Day</th>");
        foreach (var (name, _) in bands) page.Add($"<th scope=\"col\">{Names.Clean(name)}</th>");
        page.Add($"</tr></thead><tbody>\n");
        var days = bands[0].Band.Days.Length;
        var step = Math.Max(1, days / 13);
        foreach (var day in Enumerable.Range(0, days).Where(day => day % step == 0 || day == days - 1))
        {
            page.Add($"<tr><th scope=\"row\">{day}</th>");
            foreach (var (_, band) in bands) page.Add($"<td>{Cell(band.Days[day])}</td>");
            page.Add($"</tr>\n");
        }
        page.Add($"</tbody></table></div></details>\n");
    }

    private static string Cell(DayBand day) => double.IsFinite(day.P50)
        ? Figure.Seen(day.P50, Scale.Plain)
            + (day.P05 == day.P95 ? "" : $" ({Figure.Seen(day.P05, Scale.Plain)}–{Figure.Seen(day.P95, Scale.Plain)})")
        : "–";
}
