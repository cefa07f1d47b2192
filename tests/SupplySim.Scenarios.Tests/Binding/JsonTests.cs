using System.Text.Json;
using SupplySim.Scenarios.Diagnostics;
using SupplySim.Scenarios.Reading;
using SupplySim.Scenarios.Tests.Support;

namespace SupplySim.Scenarios.Tests.Binding;

public class JsonTests
{
    [Fact]
    public void The_same_scenario_in_commented_json_gives_the_same_scenario()
    {
        var root = SourceReader.Read(new SourceText("f", SmallScenario.Text), new DiagnosticBag())!.Value.Root;
        var json = "// generated\n" + Write(root).Replace("\"places\":", "/* the\n nodes */ \"places\":");
        var fromJson = ScenarioFile.Parse(json, "f.json");
        Told(fromJson).Should().Be(Told(ScenarioFile.Parse(SmallScenario.Text)));
        Told(fromJson.Experiment.Compare[2].Scenario).Should()
            .Be(Told(ScenarioFile.Parse(SmallScenario.Text).Experiment.Compare[2].Scenario));
    }

    private static string Told(Scenario s) => string.Join("\n",
        [s.Title, s.Clock, .. s.Commodities, .. s.Parties, .. s.Places, .. s.Routes, .. s.Fleets, .. s.SupplyLines,
        s.Policies, .. s.Fronts, .. s.Disruptions, .. s.Measures, .. s.Goals, s.Defaults]);

    private static string Write(Node node) => node switch
    {
        ScalarNode scalar => JsonSerializer.Serialize(scalar.Text),
        SequenceNode list => $"[{string.Join(", ", list.Items.Select(Write))}]",
        MappingNode block =>
            $"{{\n\t{string.Join(",\n\t", block.Entries.Select(e => $"{JsonSerializer.Serialize(e.Key.Text)}:{Write(e.Value)}"))}}}",
        _ => throw new ArgumentException("nothing is broken in the small scenario"),
    };
}
