using System.Globalization;
using SupplySim.Engine;
using SupplySim.Results.Text;

namespace SupplySim.Results.Pages;

/// <summary>How it was computed and how to do it again: runs, intervals, seed, version, fingerprints, command, files.</summary>
internal static class MethodSection
{
    public static void Draw(Html page, ReportModel model)
    {
        var result = model.Result;
        var level = Words.Percent(model.First.Measures.Select(m => m.Estimate.Level).FirstOrDefault(0.95));
        page.Add($"<section id=\"method\"><h2>Method and reproduction</h2>\n<dl>\n");
        Say(page, "Runs", string.Create(CultureInfo.InvariantCulture,
            $"{Words.Number(result.Runs)} of {Words.Number(result.RunsPlanned)} planned, of each "
                + $"of {Words.Count(result.Alternatives.Length, "alternative")}, each "
                + $"of {result.Scenario.Clock.Length.TotalDays:0.##} days "
                + $"from {result.Scenario.Clock.DateAt(SimTime.Start):yyyy-MM-dd HH:mm zzz}"));
        if (Dates.Shifts(result.Scenario.Clock).Any())
            Say(page, "Times",
                $"Those of {result.Scenario.Clock.Zone}, in summer time where it holds on that day; days are numbered from the "
                + $"start in 24 hours each");
        if (Ending.Sentence(result) is { } ended) Say(page, "End", Words.Sentence(ended));
        Say(page, "Intervals",
            $"Student's t over independent runs at {level}; shares by Wilson; quantiles of the sample. What may never happen is told as "
                + $"the share of runs in which it did, and by quantiles among those");
        Say(page, "Comparison",
            $"Paired by run on common random numbers; verdicts by Holm at {level}, all {Verdicts.Judged(result)} comparisons of the "
                + $"experiment together, as the command compare does");
        Say(page, "Random numbers",
            $"Philox, counter-based: each draw depends on seed, run, and the name of what it is for, never on the order of the others. "
                + $"Seed {result.Seed.ToString(CultureInfo.InvariantCulture)}");
        Say(page, "Version", "SupplySim " + ToolVersion.Full);
        Say(page, "Fingerprint",
            Summary.Hex(result.Fingerprint) + " ("
                + string.Join(", ", result.Alternatives.Select(a => $"{Names.Clean(a.Name)} {Summary.Hex(a.Fingerprint)}")) + ")");
        if (model.Source is { } source) Say(page, "Scenario file", $"{source.FileName}, SHA-256 {source.Sha256}");
        page.Add($"</dl>\n");
        if (model.Source is not null)
            page.Add($"<p>To repeat it, digit by digit, in the folder of the scenario file:</p>\n<pre "
                + $"tabindex=\"0\"><code>{Command(model)}</code></pre>\n");
        page.Add($"""
            <p>To cite it: SupplySim {ToolVersion.Full}, {Names.Clean(result.Scenario.Title)}, seed {result.Seed.ToString(CultureInfo.InvariantCulture)}, {Words.Count(result.Runs, "run")}, fingerprint {Summary.Hex(result.Fingerprint)}.</p>
            <p>Beside this page lie <code>summary.json</code> (the figures of this page), <code>measures.csv</code> (each measure of each run), <code>timeseries.csv</code>
            (the bands of the pictures), <code>movements.csv</code> (the trips of the run shown), {Losses(model)}<code>datapackage.json</code> (what the columns mean) and <code>manifest.json</code> (versions and hashes).</p>
            </section>

            """);
    }

    /// <summary>The command that yields the same digits, where the scenario file lies.</summary>
    internal static string Command(ReportModel model) =>
        RepeatCommand.Of(model.Source!.FileName, model.Result.RunsPlanned, model.Result.Seed, model.Source.Settings);

    private static Markup Losses(ReportModel model) =>
        Tables.LossesTable.Of(model.Result) is null ? Markup.None : new("<code>losses.csv</code> (what parties lost, over all runs), ");

    private static void Say(Html page, string term, string meaning) => page.Add($"<dt>{term}</dt><dd>{meaning}</dd>\n");
}
