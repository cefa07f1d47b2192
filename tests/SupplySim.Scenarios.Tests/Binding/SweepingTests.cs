using SupplySim.Scenarios.Tests.Support;

namespace SupplySim.Scenarios.Tests.Binding;

public sealed class SweepingTests : IDisposable
{
    private const string Text = """
        supplysim: 1
        title: A gate
        clock: {start: 2026-03-01, length: 20 d}
        commodities: {food: {unit: kg, per-person: 1 kg/d}}
        places:
          depot: {kind: depot, stock: unlimited, docks: 10, loading: 30 min}
          gate: {kind: crossing, lanes: 4, inspection: 10 min}
          camp: {kind: camp, people: 10 000, docks: 10, stock: 1 d, unloading: 30 min}
        routes: {depot - gate: {length: 40 km, speed: 40 km/h}, gate - camp: {length: 40 km, speed: 40 km/h}}
        fleets: {trucks: {traffic: aid, base: depot, count: "${count}", carries: 1 t}}
        supply-lines: {road: {from: depot, to: camp, by: trucks, when-below: 4 d, up-to: 5 d}}
        parameters: {count: {value: 1, from: 1, to: 9}}
        measures: {hungry: {of: camps, is: unmet person-days}}
        experiment: {runs: 2, compare: {wide: {places.gate.lanes: 8}, narrow: {places.gate.lanes: 1}}, stop-when: {half-width: 5 %, of: hungry, in: narrow}, sweep: {count: [1, 3], places.camp.stock: [2 d]}}
        """;

    private readonly string _folder = Directory.CreateTempSubdirectory("supplysim-sweep-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private string File(string text)
    {
        var path = Path.Combine(_folder, "gate.supply.yaml");
        System.IO.File.WriteAllText(path, text);
        return path;
    }

    private static string OnlyParameters => Text.Replace(", places.camp.stock: [2 d]", "", StringComparison.Ordinal);

    [Fact]
    public void The_points_of_the_file_lie_on_top_of_its_first_alternative()
    {
        var grid = ScenarioFile.ReadSweep(File(OnlyParameters), []);

        grid.Experiment.Compare.Select(point => (point.Name, point.Scenario.Fleets[0].Count,
            point.Scenario.Places.OfType<Crossing>().Single().Lanes.All)).Should().Equal(("count-1", 1, 8), ("count-3", 3, 8));
        grid.Experiment.Compare[1].Values.Should().Equal(("count", "3"));
        grid.Experiment.StopWhen.Should().BeNull("it names an alternative that is none any more, and each point has all runs");
    }

    [Fact]
    public void What_is_said_outside_is_varied_in_place_of_what_the_file_says_and_settings_count_at_every_point()
    {
        var grid = ScenarioFile.ReadSweep(File(OnlyParameters), ["places.camp.stock=1 d, 2 d", "count=2..6/2"], "places.camp.docks=3");

        grid.Experiment.Compare.Select(point => point.Name).Should().Equal(
            "places-camp-stock-1-d-count-2", "places-camp-stock-1-d-count-4", "places-camp-stock-1-d-count-6",
            "places-camp-stock-2-d-count-2", "places-camp-stock-2-d-count-4", "places-camp-stock-2-d-count-6");
        grid.Experiment.Compare.Should().OnlyContain(point => point.Scenario.Places.OfType<Camp>().Single().Docks == 3);
        grid.Experiment.Compare[5].Values.Should().Equal(("places.camp.stock", "2 d"), ("count", "6"));
    }

    [Fact]
    public void On_top_of_an_intervention_values_count_from_its_moment_on()
    {
        var grid = ScenarioFile.ReadSweep(
            File(OnlyParameters.Replace("{places.gate.lanes: 8}", "{at: day 5, set: {places.gate.lanes: 8}}", StringComparison.Ordinal)),
            ["fleets.trucks.count=1,3"]);

        grid.Experiment.Compare.Select(point => (point.From?.ToString(), point.Scenario.Fleets[0].Count,
            point.Scenario.Places.OfType<Crossing>().Single().Lanes.All)).Should().Equal(("day 5", 1, 8), ("day 5", 3, 8));
    }

    [Theory]
    [InlineData("1..3/1", "1", "2", "3")]
    [InlineData("1..4/2", "1", "3")]
    [InlineData("0.5..1/0.25", "0.50", "0.75", "1.00")]
    [InlineData("2..6/2 d", "2 d", "4 d", "6 d")]
    [InlineData("-2..2/2", "-2", "0", "2")]
    [InlineData("20..30/10km/h", "20km/h", "30km/h")]
    public void A_range_is_its_values(string range, params string[] values)
    {
        var grid = ScenarioFile.ReadSweep(File(OnlyParameters), [$"title={range}"]);

        grid.Experiment.Compare.Select(point => point.Values[0].Value).Should().Equal(values.Select(value => value.TrimEnd()));
        grid.Experiment.Compare.Select(point => point.Scenario.Title).Should().Equal(values);
    }

    [Theory]
    [InlineData("x", "SS0502", "`x` does not say what is varied")]
    [InlineData("count=", "SS0502", "`count=` does not say what is varied")]
    [InlineData("count=3..1/1", "SS0502", "`3..1/1` is no range")]
    [InlineData("count=1..3/0", "SS0502", "`1..3/0` is no range")]
    [InlineData("count=1..3", "SS0502", "`1..3` is no range")]
    [InlineData("count=2024-03-01..2024-06-01/30 d", "SS0502", "`2024-03-01..2024-06-01/30 d` is a range of dates")]
    [InlineData("count=1..2000/1", "SS0502", "no range of up to 1000 values")]
    [InlineData("count=2,2", "SS0502", "`2` is tried twice for `count`")]
    [InlineData("places.camp.stock=1 d, 24 h", "SS0502", "`1 d` and `24 h` are the same, which is tried twice for `places.camp.stock`")]
    [InlineData("count=2,2.0", "SS0502", "`2` and `2.0` are the same, which is tried twice for `count`")]
    [InlineData("count=1,12", "SS0306", "12")]
    [InlineData("cont=1,2", "SS0503", "there is no parameter `cont`")]
    [InlineData("count=1", "SS0403", "one point alone has nothing to be compared with")]
    [InlineData("experiment.seed=1,2", "SS0503", "an alternative cannot change `experiment.seed`")]
    [InlineData("count=[1,", "SS0", "")]
    public void A_slip_is_told_at_its_place_in_what_was_typed(string vary, string code, string message)
    {
        var refused = ((Action)(() => ScenarioFile.ReadSweep(File(OnlyParameters), [vary]))).Should().Throw<ScenarioFileException>().Which;

        refused.Diagnostics.Should()
            .Contain(one => one.Code.StartsWith(code, StringComparison.Ordinal) && one.Message.Contains(message, StringComparison.Ordinal));
        if (code is not "SS0403") refused.Diagnostics[0].Place!.LineText.Should().StartWith("--vary " + vary.Split('=')[0]);
    }

    [Fact]
    public void The_same_thing_twice_and_too_many_points_are_refused()
    {
        Codes(["count=1,2", "count=3,4"]).Should().Equal("SS0502");
        Codes(["title=1..40/1", "summary=1..26/1"]).Should().Equal("SS0504");
        Codes([], Text[..Text.IndexOf(", sweep", StringComparison.Ordinal)] + "}").Should().Equal("SS0402");

        string[] Codes(string[] vary, string? text = null) =>
            [.. ((Action)(() => ScenarioFile.ReadSweep(File(text ?? OnlyParameters), vary))).Should()
                .Throw<ScenarioFileException>().Which.Diagnostics.Select(one => one.Code)];
    }

    // Only parameters may stand under `sweep`: a path is told to be none.
    [Fact]
    public void In_a_file_parameters_are_varied() =>
        ((Action)(() => ScenarioFile.ReadSweep(File(Text), []))).Should().Throw<ScenarioFileException>().Which.Diagnostics
            .Should().ContainSingle(one => one.Message.Contains("places.camp.stock", StringComparison.Ordinal)).Which.Help.Should()
            .Contain("a file varies parameters").And.Contain("--vary places.camp.stock=...");
}
