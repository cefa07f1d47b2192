using System.Collections.Immutable;
using SupplySim.Scenarios.Diagnostics;
using SupplySim.Scenarios.Reading;
using SupplySim.Scenarios.Vocabulary;

namespace SupplySim.Scenarios.Binding;

/// <summary>Makes a scenario of a tree: once for the file itself, and once for each alternative with its settings applied.</summary>
/// <remarks>All mistakes are reported, those of form as well as those that the model finds. What the model finds where the
/// form was wrong already is left out: it speaks of a value that the file does not hold.</remarks>
/// <param name="diagnostics">Where mistakes go.</param>
/// <param name="nodes">How many values the file holds.</param>
internal sealed class Binder(DiagnosticBag diagnostics, int nodes)
{
    /// <summary>The scenario of a tree with its alternatives. It can be used only where nothing was reported as an error.</summary>
    public Scenario Bind(MappingNode root)
    {
        var scenario = BindOne(root);
        if ((root["experiment"] as MappingNode)?["compare"] is not MappingNode compare) return scenario;
        var alternatives = BindAlternatives(root, compare);
        return scenario with { Experiment = scenario.Experiment with { Compare = alternatives } };
    }

    private ImmutableArray<Alternative> BindAlternatives(MappingNode root, MappingNode compare)
    {
        if (nodes * (compare.Entries.Count + 1L) > Limits.BoundNodes)
        {
            diagnostics.Add(DiagnosticCodes.TooManyAlternatives, compare.Span, $"{compare.Entries.Count} alternatives of {nodes} values each are too many",
                $"the limit is {Limits.BoundNodes} values in all; compare fewer at a time");
            return [];
        }
        var alternatives = ImmutableArray.CreateBuilder<Alternative>(compare.Entries.Count);
        foreach (var (name, block) in compare.Entries)
        {
            diagnostics.Circumstance = $"in the alternative `{name.Text}`";
            var settings = (block as MappingNode)?.Entries.Select(e => new Setting(e.Key, e.Value)) ?? [];
            alternatives.Add(new(name.Text, BindOne(Settings.Apply(root, settings, diagnostics))));
        }
        diagnostics.Circumstance = null;
        return alternatives.MoveToImmutable();
    }

    private Scenario BindOne(MappingNode root)
    {
        var context = new BindingContext(root, diagnostics);
        var owner = root.Entries.Count > 0 ? root.Entries[0].Key.Span : root.Span;
        var scenario = ScenarioShape.Scenario.Read(root, owner, "", context);
        ParameterRanges.Check(root, scenario, diagnostics);
        foreach (var problem in scenario.Problems())
        {
            var (shown, whole) = KeyPath.Locate(root, problem.Path);
            if (!diagnostics.HasErrorWithin(whole)) diagnostics.Add(DiagnosticCodes.Model, shown, problem.Message, problem.Help);
        }
        return scenario;
    }
}
