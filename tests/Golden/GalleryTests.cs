using SupplySim.Experiments;

namespace SupplySim.Golden;

public class GalleryTests
{
    public static TheoryData<string> Examples() => [.. ExampleFolder.Names];

    [Theory, MemberData(nameof(Examples))]
    public void Every_example_has_a_readme_and_stands_in_the_gallery(string example)
    {
        File.Exists(ExampleFolder.Readme(example)).Should().BeTrue();
        File.ReadAllText(Path.Combine(ExampleFolder.Root, "README.md")).Should().Contain($"({example}/)");
    }

    public static TheoryData<string> Scenarios() => [.. ExampleFolder.Scenarios];

    [Theory, MemberData(nameof(Scenarios))]
    public void Every_figure_of_an_example_has_a_source_that_is_listed(string example)
    {
        var scenario = ExampleFolder.Read(example);
        var sources = scenario.Commodities.Select(c => (c.Id, c.Source))
            .Concat(scenario.Places.Select(p => (p.Id, p.Source)))
            .Concat(scenario.Routes.Select(r => (r.Id, r.Source)))
            .Concat(scenario.Fleets.Select(f => (f.Id, f.Source)))
            .Concat(scenario.Fronts.Select(f => (f.Id, f.Source)))
            .Concat(scenario.Disruptions.Select(d => (d.Id, d.Source)));
        sources.Should().OnlyContain(record => record.Source != null && scenario.Sources.Has(record.Source));
    }

    [Theory, MemberData(nameof(Scenarios))]
    public void Every_example_is_held_to_all_invariants(string example)
    {
        var result = Experiment.Run(ExampleFolder.Read(example), new() { Runs = 5, Audit = true });
        result.Audit!.Recounts.Should().BeGreaterThanOrEqualTo(5);
    }
}
