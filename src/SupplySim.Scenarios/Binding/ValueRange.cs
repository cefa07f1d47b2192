using System.Globalization;
using System.Text.RegularExpressions;
using SupplySim.Experiments;
using SupplySim.Scenarios.Diagnostics;
using SupplySim.Scenarios.Reading;

namespace SupplySim.Scenarios.Binding;

/// <summary>Values at equal distances: <c>60..120/30</c> is 60, 90, 120, and <c>2..6/2 d</c> is 2 d, 4 d, 6 d.</summary>
internal static partial class ValueRange
{
    /// <summary>The values of a range, the last of them included where a whole number of steps leads there;
    /// of what is no range, itself.</summary>
    public static IEnumerable<Node> Of(Node value, DiagnosticBag diagnostics)
    {
        if (value is ScalarNode { IsPlain: true } dates && OfDates().IsMatch(dates.Text))
        {
            diagnostics.Add(DiagnosticCodes.BadSetting, dates.Span, $"`{dates.Text}` is a range of dates", "ranges are of numbers: list the "
                + "dates, such as `2024-03-01,2024-04-01,2024-05-01`");
            return [];
        }
        if (value is not ScalarNode { IsPlain: true } written || !Looks().IsMatch(written.Text)) return [value];
        var range = Range().Match(written.Text);
        var (from, to, step) = (Number(range, 1), Number(range, 2), Number(range, 3));
        if (from is not { } least || to is not { } most || step is not > 0 || most < least || (most - least) / step > Grid.MostPoints)
        {
            diagnostics.Add(DiagnosticCodes.BadSetting, written.Span, $"`{written.Text}` is no range of up to {Grid.MostPoints} values",
                "write FROM..TO/STEP with a step above 0, such as `60..120/30` or `2..6/2 d`");
            return [];
        }
        var unit = range.Groups[4].Value;
        return Enumerable.Range(0, (int)((most - least) / step.Value) + 1)
            .Select(i => new ScalarNode(string.Create(CultureInfo.InvariantCulture, $"{least + i * step.Value}{unit}"), written.Span,
                isPlain: true));
    }

    private static decimal? Number(Match range, int group) =>
        decimal.TryParse(range.Groups[group].Value, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint,
            CultureInfo.InvariantCulture, out var number) ? number : null;

    [GeneratedRegex(@"^[0-9]{4}-[0-9]{2}-[0-9]{2}[^,]*\.\.", RegexOptions.CultureInvariant)]
    private static partial Regex OfDates();

    [GeneratedRegex(@"^-?[0-9.]+\.\.-?[0-9]", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Looks();

    [GeneratedRegex(@"^(-?[0-9.]+)\.\.(-?[0-9.]+)/([0-9.]+)( ?[^\s0-9./].*)?$", RegexOptions.CultureInvariant,
        matchTimeoutMilliseconds: 1000)]
    private static partial Regex Range();
}
