using System.Collections.Immutable;
using SupplySim.Experiments;
using SupplySim.Scenarios.Diagnostics;
using SupplySim.Scenarios.Reading;
using SupplySim.Scenarios.Values;
using SupplySim.Scenarios.Vocabulary;

namespace SupplySim.Scenarios.Binding;

/// <summary>Makes alternatives of what is to be varied: every combination of values, each on top of what
/// the first alternative of the file sets. They are bound like those that stand in a file, so that every
/// mistake is told at its value.</summary>
internal sealed class Sweeping
{
    private const string Prefix = "--vary ";
    private const decimal MostCompared = 1e9m; // so that it can be told in the smallest unit

    private readonly DiagnosticBag _diagnostics;
    private readonly Dictionary<string, ByName<string>> _points = new(StringComparer.Ordinal);

    private Sweeping(DiagnosticBag diagnostics) => _diagnostics = diagnostics;

    /// <summary>A tree in which the points of a grid stand in place of the alternatives, and what each point has.</summary>
    /// <param name="root">The file, with what is set from outside.</param>
    /// <param name="vary">As on the command line, <c>KEY=VALUES</c>; where there is none, what the file says under <c>sweep</c>.</param>
    /// <param name="diagnostics">Where mistakes go.</param>
    /// <param name="points">By name; empty where nothing is varied.</param>
    public static MappingNode Put(MappingNode root, IReadOnlyList<string> vary, DiagnosticBag diagnostics,
        out IReadOnlyDictionary<string, ByName<string>> points)
    {
        var sweeping = new Sweeping(diagnostics);
        points = sweeping._points;
        var experiment = root["experiment"] as MappingNode;
        var varied = vary.Count > 0
            ? vary.Select(sweeping.Parse).OfType<Setting>().ToArray()
            : [.. ((experiment?["sweep"] as MappingNode)?.Entries ?? []).Select(one => new Setting(one.Key, one.Value))];
        if (varied.Length == 0 || diagnostics.HasErrors || !sweeping.DifferAndFit(varied)) return root;
        var compare = sweeping.Points(varied,
            (experiment?["compare"] as MappingNode)?.Entries.Select(one => (Entry?)one).FirstOrDefault()?.Value);
        var at = new Span(varied[0].Key.Span.Source, varied[0].Key.Span.Start, varied[0].Key.Span.End);
        return root.With(new("experiment", at, isPlain: true),
            (experiment ?? new MappingNode([], at)).Without("stop-when").With(new("compare", at, isPlain: true), compare));
    }

    // Of the command line, with brackets around its values, so that they are read like a list in a file.
    private Setting? Parse(string argument)
    {
        var equals = argument.IndexOf('=', StringComparison.Ordinal);
        if (equals < 1 || equals + 1 == argument.Length)
        {
            _diagnostics.Add(DiagnosticCodes.BadSetting,
                new Span(new SourceText("command line", Prefix + argument), Prefix.Length, Prefix.Length + argument.Length),
                $"`{argument}` does not say what is varied and which values are tried",
                "write `--vary KEY=VALUE,VALUE,...` or `--vary KEY=FROM..TO/STEP`, such as `--vary flights=0,2,4` or `--vary "
                    + "fleets.trucks.count=60..120/30`");
            return null;
        }
        var values = argument[(equals + 1)..];
        var source = new SourceText("command line", $"{Prefix}{argument[..equals]}={(values.StartsWith('[') ? values : $"[{values}]")}");
        var start = Prefix.Length + equals + 1;
        var key = new ScalarNode(argument[..equals].Trim(), new Span(source, Prefix.Length, start - 1), isPlain: true);
        return SourceReader.ReadValue(source, start, _diagnostics) is { } list ? new(key, list) : null;
    }

    private bool DifferAndFit(Setting[] varied)
    {
        foreach (var again in varied.GroupBy(one => one.Key.Text).Where(group => group.Count() > 1))
            _diagnostics.Add(DiagnosticCodes.BadSetting, again.Last().Key.Span, $"`{again.Key}` is varied twice",
                "put all its values into one list");
        foreach (var (one, alike) in varied.SelectMany(one =>
            ValuesOf(one).GroupBy(Meant).Where(alike => alike.Count() > 1).Select(alike => (one, alike))))
            _diagnostics.Add(DiagnosticCodes.BadSetting, alike.Last().Span,
                $"{string.Join(" and ", alike.Select(Shown).Distinct().Select(shown => $"`{shown}`"))} {(alike.DistinctBy(Shown).Count() > 1 ? "are the same, which " : "")}is "
                    + $"tried twice for `{one.Key.Text}`", "leave one of them out");
        var points = varied.Aggregate(1L,
            (product, one) => Math.Min(long.MaxValue / (Grid.MostPoints + 1), product) * Math.Max(1, ValuesOf(one).Length));
        if (points > Grid.MostPoints)
            _diagnostics.Add(DiagnosticCodes.TooManyAlternatives, varied[0].Key.Span, $"{points} points are too many",
                $"the limit is {Grid.MostPoints}; try fewer values at a time");
        return !_diagnostics.HasErrors;
    }

    private MappingNode Points(Setting[] varied, Node? first)
    {
        IEnumerable<ImmutableArray<Node>> combinations = [[]];
        foreach (var one in varied) combinations = [.. combinations.SelectMany(before => ValuesOf(one).Select(value => before.Add(value)))];
        var points = combinations.Select(values => varied.Zip(values).ToArray()).ToArray();
        var shown = points.Select(point => (ByName<string>)[.. point.Select(one => (one.First.Key.Text, Shown(one.Second)))]).ToArray();
        var names = Grid.NamesOf(shown);
        for (var i = 0; i < points.Length; i++) _points.Add(names[i], shown[i]);
        return new(
            [.. points.Zip(names,
                (point, name) => new Entry(new(name, varied[0].Key.Span, isPlain: true), Settings(point, first, varied[0].Key.Span)))],
                varied[0].Key.Span);
    }

    // What the first alternative sets, and the values of the point; from the same moment on, if it has one.
    private static MappingNode Settings((Setting Varied, Node Value)[] point, Node? first, Span span)
    {
        var settings = (first is null ? null : AlternativesKind.SettingsOf(first)) ?? new MappingNode([], span);
        foreach (var (one, value) in point) settings = settings.With(one.Key, value);
        return first is MappingNode later && AlternativesKind.AtOf(first) is not null
            ? later.With(later.Find("set")!.Value.Key, settings)
            : settings;
    }

    private ImmutableArray<Node> ValuesOf(Setting varied) =>
        [.. (varied.Value is SequenceNode list ? list.Items : [varied.Value]).SelectMany(one => ValueRange.Of(one, _diagnostics))];

    // A day is 24 hours; what is no amount means what is written.
    private static object Meant(Node value)
    {
        if (value is not ScalarNode { IsPlain: true } written) return Shown(value);
        var cursor = new Cursor(written.Text, written, new());
        return Amount.Take(cursor) is { } amount && cursor.AtEnd && Math.Abs(amount.Value) < MostCompared
            ? (amount.Value * amount.Unit.OverFactor / amount.Unit.PerFactor, amount.Unit.Over, amount.Unit.Per) : written.Text;
    }

    private static string Shown(Node value) =>
        value is ScalarNode { Text: var text } ? text : value.Span.Source.Text[value.Span.Start..value.Span.End];
}
