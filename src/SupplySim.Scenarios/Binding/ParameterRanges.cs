using SupplySim.Quantities;
using SupplySim.Scenarios.Diagnostics;
using SupplySim.Scenarios.Reading;
using SupplySim.Scenarios.Values;

namespace SupplySim.Scenarios.Binding;

/// <summary>Holds the values of parameters, and those that a sweep tries, to the range that the parameter
/// gives.</summary>
internal static class ParameterRanges
{
    public static void Check(MappingNode root, Scenario scenario, DiagnosticBag diagnostics)
    {
        var sweep = (root["experiment"] as MappingNode)?["sweep"] as MappingNode;
        foreach (var parameter in scenario.Parameters)
        {
            var bounds = new Bounds(Fixed(parameter.From), Fixed(parameter.To));
            if (bounds == Bounds.Any) continue;
            var block = (root["parameters"] as MappingNode)?[parameter.Id] as MappingNode;
            CheckValue(block?["value"], bounds, diagnostics);
            foreach (var tried in (sweep?[parameter.Id] as SequenceNode)?.Items ?? [])
                CheckValue(tried, bounds, diagnostics);
        }
    }

    /// <summary>What holds a parameter of its own is told where the value is bound.</summary>
    private static void CheckValue(Node? value, Bounds bounds, DiagnosticBag diagnostics)
    {
        if (value is not ScalarNode { IsEmpty: false } scalar || scalar.Text.Contains("${", StringComparison.Ordinal))
            return;
        Amount.Read(new Cursor(scalar.Text, scalar, diagnostics), Sort.Number, bounds);
    }

    private static decimal? Fixed(Number? number) => number is { IsFixed: true } ? (decimal)number.Mean : null;
}
