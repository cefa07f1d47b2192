using System.Globalization;
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
            <p>Run {shown.Replication} of {Names.Clean(model.First.Name)}: the one in the middle by the first measure. Other runs can go otherwise.</p>
            <ol class="story">

            """);
        foreach (var line in lines)
        {
            var at = model.Scenario.Clock.Start + line.At;
            page.Add($"<li class=\"{line.Kind.ToString().ToLowerInvariant()}\"><time datetime=\"{Text(at, "yyyy-MM-dd'T'HH:mmzzz")}\">Day {(long)Math.Floor(line.At.TotalDays)}, {Text(at, "d MMM HH:mm")}</time> {line.Sentence}.</li>\n");
        }
        page.Add($"</ol>\n");
        if (leftOut > 0) page.Add($"<p class=\"note\">{Words.Count(leftOut, "lesser event")} left out.</p>\n");
        page.Add($"</section>\n");
    }

    private static string Text(DateTimeOffset at, string format) => at.ToString(format, CultureInfo.InvariantCulture);
}
