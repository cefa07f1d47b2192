using System.Collections.Immutable;
using SupplySim.Experiments;
using SupplySim.Results.Text;

namespace SupplySim.Results.Pages;

/// <summary>What all sections of a report are drawn from: the result, and what several of them need to know of it.</summary>
internal sealed class ReportModel(ExperimentResult result, ScenarioSource? source)
{
    /// <summary>The result.</summary>
    public ExperimentResult Result { get; } = result;

    /// <summary>The scenario file; null for a scenario built in code.</summary>
    public ScenarioSource? Source { get; } = source;

    /// <summary>What was asked.</summary>
    public Scenario Scenario => Result.Scenario;

    /// <summary>The alternative with which the others are compared.</summary>
    public AlternativeResult First => Result.Alternatives[0];

    /// <summary>The table that compares alternatives.</summary>
    public ImmutableArray<SummaryRow> Rows { get; } = SummaryTable.Of(result);

    /// <summary>How each other alternative differs from the first.</summary>
    public ImmutableArray<Effect> Effects { get; } = Effect.All(result);

    /// <summary>The crossings that were shut in the first alternative, the longest first.</summary>
    public ImmutableArray<ShutCrossing> Shut { get; } = Findings.ShutCrossings(result.Alternatives[0], _ => true);

    /// <summary>Whether there is a map on which a run is played: at least two places have a position.</summary>
    public bool HasMap => Scenario.Places.Count(place => place.At is not null) >= 2;

    /// <summary>What was shut that concerns a place: of the crossings that it can be supplied through alone that which was shut the
    /// longest, where one was, and else of all; to all, or to a traffic by which the place is supplied.</summary>
    /// <returns>Null where nothing was shut.</returns>
    public ShutCrossing? ShutFor(string place)
    {
        var its = Shut.Where(shut => shut.Traffic is null || Findings.IsUsed(First.Scenario, shut.Traffic, line => line.To.Value == place));
        return its.FirstOrDefault(shut => First.Lifelines.Any(lifeline =>
            lifeline.To.Value == place && lifeline.Crossings.Contains(shut.Crossing.Id))) ?? its.FirstOrDefault();
    }

    /// <summary>How often something happened: <c>in 194 of 200 runs</c>.</summary>
    public string Frequency(int happened) => Result.Runs == 1
        ? happened == 1 ? "in the one run" : "not in the one run"
        : $"in {Words.Number(happened)} of {Words.Count(Result.Runs, "run")}";

    /// <summary>A number of the summary as the page shows it: the value itself goes along, with the field it comes from, so
    /// that whoever reads the page by machine, a test above all, finds the same number in summary.json.</summary>
    public static Markup Number(string alternative, Column column, string statistic, double value, string text) =>
        double.IsFinite(value)
            ? new Html().Add($"""<data value="{value}" data-of="{Key(alternative, column, statistic)}">{text}</data>""").ToMarkup()
            : new Html().Add($"{text}").ToMarkup();

    private static string Key(string alternative, Column column, string statistic) =>
        string.Join('|', alternative, column.Measure, column.Place, column.Commodity, column.Detail, statistic);
}
