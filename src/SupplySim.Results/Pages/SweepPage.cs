using System.Globalization;
using SupplySim.Experiments;
using SupplySim.Results.Text;

namespace SupplySim.Results.Pages;

/// <summary>The page of a sweep: the answer, the grid in shades from best to worst, where each goal is met,
/// and every measure of every point.</summary>
/// <remarks>Works offline, has no script, and says nothing by colour alone: figures stand in the cells, and
/// marks for what is best.</remarks>
internal sealed class SweepPage
{
    // Classes of the style sheet, from the best to the worst.
    private const int Shades = 8;

    private readonly SweepResult _result;
    private readonly ScenarioSource? _source;
    private readonly SweepWords _words;
    private readonly Html _page = new();
    private readonly (double Least, double Most) _range;
    private readonly int _wish;

    private SweepPage(SweepResult result, ScenarioSource? source)
    {
        (_result, _source, _words) = (result, source, new SweepWords(result));
        double[] means = [.. result.Points.Select(one => one.Measured.Estimate.Mean).Where(double.IsFinite)];
        _range = means.Length == 0 ? default : (means.Min(), means.Max());
        _wish = result.All.Scenario.Measures.First(one => one.Id == result.Column.Measure).Is.Wish();
    }

    /// <summary>A whole HTML document, to be written as UTF-8.</summary>
    /// <param name="result">The sweep.</param>
    /// <param name="source">The scenario file; null for a scenario built in code.</param>
    public static string Of(SweepResult result, ScenarioSource? source) => new SweepPage(result, source).Draw();

    private string Draw()
    {
        var scenario = _result.All.Scenario;
        _page.Add($"<header>\n<p class=\"title\">{Names.Clean(scenario.Title)}</p>\n<h1>{_words.Headline}</h1>\n");
        Notices.Draw(_page, _result.All);
        _page.Add($"<p class=\"lead\">{_words.Question}.</p>\n</header>\n<main id=\"content\">\n");
        if (_result.Varied.Count == 2) DrawMatrix();
        else DrawList();
        DrawGoals();
        DrawMeasures();
        DrawMethod();
        _page.Add($"</main>\n");
        return Document.Around(scenario.Title, _page.ToMarkup(), withScript: false);
    }

    private void DrawMatrix()
    {
        var (down, across) = (_result.Varied[0], _result.Varied[1]);
        Open("grid", "The grid", $"{_words.Label} at each point: {_words.Called(0)} down, {_words.Called(1)} across");
        _page.Add($"<thead><tr><th scope=\"col\">{_words.Called(0)}</th>");
        foreach (var value in across.Value) _page.Add($"<th scope=\"col\">{_words.Called(1)} {Names.Clean(value)}</th>");
        _page.Add($"</tr></thead><tbody>\n");
        for (var row = 0; row < down.Value.Length; row++)
        {
            _page.Add($"<tr><th scope=\"row\">{Names.Clean(down.Value[row])}</th>");
            for (var column = 0; column < across.Value.Length; column++) DrawCell(_result.Points[row * across.Value.Length + column]);
            _page.Add($"</tr>\n");
        }
        Close();
    }

    private void DrawList()
    {
        Open("grid", "The points", $"{_words.Label} at each point");
        _page.Add($"<thead><tr>");
        for (var varied = 0; varied < _result.Varied.Count; varied++) _page.Add($"<th scope=\"col\">{_words.Called(varied)}</th>");
        _page.Add($"<th scope=\"col\">{_words.Label}</th></tr></thead><tbody>\n");
        foreach (var point in _result.Points)
        {
            _page.Add($"<tr>");
            foreach (var (_, value) in point.Values) _page.Add($"<th scope=\"row\">{Names.Clean(value)}</th>");
            DrawCell(point);
            _page.Add($"</tr>\n");
        }
        Close();
    }

    private void DrawCell(SweptPoint point)
    {
        var (figure, goals) = (_words.FigureOf(point), point.Alternative.Goals);
        var number = ReportModel.Number(point.Alternative.Name, point.Measured.Column, "mean", point.Measured.Estimate.Mean, figure.Main);
        _page.Add(
            $"<td "
                + $"class=\"{ShadeOf(point)}{(point.MayBeBest ? " best" : "")}\">{number} <small>{figure.Aside}</small>{(point.MayBeBest ? " *" : "")}");
        if (goals.Length > 0)
            _page.Add(
                $"<br><small>{(goals.All(one => one.Met) ? "all goals met" : $"{goals.Count(one => one.Met)} of {goals.Length} goals met")}</small>");
        _page.Add($"</td>");
    }

    // Where neither more nor less is better, more is the darker.
    private string ShadeOf(SweptPoint point)
    {
        if (!double.IsFinite(point.Measured.Estimate.Mean) || _range.Most == _range.Least) return "";
        var share = (point.Measured.Estimate.Mean - _range.Least) / (_range.Most - _range.Least);
        return $"heat-{Math.Min(Shades - 1, (int)((_wish > 0 ? 1 - share : share) * Shades))}";
    }

    private void DrawGoals()
    {
        if (_words.Goals.IsEmpty) return;
        _page.Add($"<section id=\"goals\"><h2>Goals</h2>\n");
        foreach (var goal in _words.Goals) _page.Add($"<p>{goal}</p>\n");
        _page.Add($"</section>\n");
    }

    private void DrawMeasures()
    {
        var rows = SummaryTable.Of(_result.All);
        Open("measures", "Every measure", "All measures, over all their places");
        _page.Add($"<thead><tr><th scope=\"col\">Point</th>");
        foreach (var row in rows) _page.Add($"<th scope=\"col\">{row.Label}</th>");
        _page.Add($"</tr></thead><tbody>\n");
        for (var i = 0; i < _result.Points.Length; i++)
        {
            _page.Add($"<tr><th scope=\"row\">{_words.NameOf(_result.Points[i])}</th>");
            foreach (var row in rows)
                _page.Add(
                    $"<td>{ReportModel.Number(_result.Points[i].Alternative.Name, row.Column, row.Cells[i].Statistic, row.Cells[i].Value, row.Cells[i].Main)} <small>{row.Cells[i].Aside}</small></td>");
            _page.Add($"</tr>\n");
        }
        Close();
    }

    private void DrawMethod()
    {
        _page.Add($"""
            <section id="method"><h2>Method and reproduction</h2>
            <p>{Words.Count(_result.All.Runs, "run")} of each point on the same luck, seed {_result.All.Seed.ToString(CultureInfo.InvariantCulture)}. Marked * is the best and what cannot be told apart from it, by the paired difference of runs, judged for all other points together:
            the point that truly is best is among these at the level of {Words.Percent(_result.Points[0].Measured.Estimate.Level)}{_words.Caution}. ± is the half-width of the interval of a mean by itself. "Least" goes by the order in which values were tried.</p>

            """);
        if (_source is not null)
            _page.Add(
                $"<pre><code>{RepeatCommand.Of(_source.FileName, _result.All.RunsPlanned, _result.All.Seed, _source.Settings, "sweep", _source.Vary)}</code></pre>\n");
        _page.Add($"</section>\n");
    }

    private void Open(string id, string title, string caption) =>
        _page.Add($"<section id=\"{id}\"><h2>{title}</h2>\n<div class=\"scroll\" role=\"region\" aria-label=\"{title}\" "
            + $"tabindex=\"0\"><table><caption>{caption}</caption>");

    private void Close() => _page.Add($"</tbody></table></div></section>\n");
}
