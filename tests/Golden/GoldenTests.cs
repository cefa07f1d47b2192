using System.Globalization;
using System.Text;
using SupplySim.Experiments;

namespace SupplySim.Golden;

public class GoldenTests
{
    public static TheoryData<string> Examples() => [.. ExampleFolder.Scenarios];

    [Theory, MemberData(nameof(Examples))]
    public void An_example_comes_out_as_it_did(string example) =>
        GoldenText.Compare(example, Told(ExampleOutcomes.Of(example)));

    // The fingerprints, which any change of the outcome changes, and figures from which a reader sees what has changed.
    private static string Told(ExperimentResult result)
    {
        var text = new StringBuilder();
        text.Append(CultureInfo.InvariantCulture, $"{result.Scenario.Title}, runs: {result.Runs}, outcome {result.Fingerprint:x16}\n");
        foreach (var alternative in result.Alternatives)
        {
            text.Append(CultureInfo.InvariantCulture, $"\n{alternative.Name}, outcome {alternative.Fingerprint:x16}\n");
            foreach (var measured in alternative.Measures.Where(m => m.Column.Place is null || IsOfOnePlace(result.Scenario, m.Column)))
                text.Append("  ").Append(Told(measured)).Append('\n');
        }
        return text.ToString();
    }

    private static bool IsOfOnePlace(Scenario scenario, Column column) =>
        scenario.Places.Any(place => place.Id == scenario.Measures.Single(m => m.Id == column.Measure).Of);

    private static string Told(MeasureEstimate measured)
    {
        var (column, estimate) = measured;
        var share = column.MayBeNever ? string.Create(CultureInfo.InvariantCulture, $"in {estimate.Share:p0} of the runs, then ") : "";
        return string.Create(CultureInfo.InvariantCulture, $"{column}: {share}{estimate.Mean:g6} {column.Unit}");
    }
}
