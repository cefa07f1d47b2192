using System.Globalization;
using SupplySim.Engine;
using SupplySim.Results.Text;

namespace SupplySim.Results.Pages;

/// <summary>What happened in one run of the first alternative, as a list of sentences in order of time.</summary>
internal static class StorySection
{
    public static void Draw(Html page, ReportModel model)
    {
        var shown = model.First.Shown;
        var (lines, leftOut) = Story.Of(shown, model.Scenario);
        if (lines.Length == 0) return;
        page.Add($"""
            <section id="story"><h2>What happened in one run</h2>
            <p>{Which(model)}</p>

            """);
        GlanceFigure.Draw(page, shown, model.Scenario);
        page.Add($"<ol class=\"story\">\n");
        foreach (var line in lines)
        {
            var at = SimTime.Start + line.At;
            var date = model.Scenario.Clock.DateAt(at).ToString("yyyy-MM-dd'T'HH:mmzzz", CultureInfo.InvariantCulture);
            var time = new Html().Add($"<time datetime=\"{date}\">{Words.Sentence(Dates.Of(at, model.Scenario))}</time>").ToMarkup();
            // Where there is a map, it opens at that time.
            if (model.HasMap)
                time = new Html().Add($"<a href=\"#day-{Math.Ceiling(line.At.TotalDays * 1000) / 1000:0.###}\">{time}</a>").ToMarkup();
            page.Add($"<li class=\"{line.Kind.ToString().ToLowerInvariant()}\" data-minute=\"{(long)Math.Floor(line.At.TotalMinutes)}\">"
                + $"{time} {Lines.Unbroken(line.Sentence)}.</li>\n");
        }
        page.Add($"</ol>\n");
        if (leftOut is not null) page.Add($"<p class=\"note\">{leftOut}</p>\n");
        page.Add($"</section>\n");
    }

    private static string Which(ReportModel model)
    {
        var (shown, runs) = (model.First.Shown, model.Result.Runs);
        var one = string.Create(CultureInfo.InvariantCulture,
            $"Run {shown.Replication}{(model.Result.Alternatives.Length > 1 ? $" of {Names.Clean(model.First.Name)}" : "")}");
        if (runs == 1) return one + ", the only one.";
        var middle = shown.Layout.Columns is [var first, ..]
            && model.Scenario.Measures.FirstOrDefault(measure => measure.Id == first.Measure) is { } by
            ? $": the one in the middle of all {Words.Number(runs)} by {MeasureWords.Label(by, model.Scenario)}, {Value(by, shown)} in it"
            : "";
        return $"{one}{middle}. Runs are numbered from 0; others can go otherwise.";
    }

    private static string Value(Measure measure, RunResult shown)
    {
        var (column, value) = (shown.Layout.Columns[0], shown.Values[0]);
        var since = shown.Layout.Columns.FirstOrDefault(other => other.Measure == measure.Id && other.Detail == Column.Since);
        var isSpared = since is not null && double.IsNaN(shown.Values[shown.Layout.Columns.IndexOf(since)]);
        return isSpared ? "nothing to recover from" : double.IsNaN(value) ? "never"
            : column.MayBeNever ? MeasureWords.Instant(measure, value)
            : Figure.Seen(value, MeasureWords.Scale(measure, column.Unit, [value]));
    }
}
