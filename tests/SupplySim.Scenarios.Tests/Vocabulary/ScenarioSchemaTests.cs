using System.Text.Json;
using System.Text.Json.Nodes;
using Json.Schema;
using SupplySim.Scenarios.Diagnostics;
using SupplySim.Scenarios.Reading;
using SupplySim.Testing;

namespace SupplySim.Scenarios.Tests.Vocabulary;

/// <summary>The schema that editors read says what the program knows: every example holds to it, and slips do not.</summary>
public sealed class ScenarioSchemaTests
{
    private const string Road = """
        supplysim: 1
        title: A road
        clock: {length: 10 d}
        commodities: {food: {unit: kg, per-person: 0.5 kg/d}}
        places:
          depot: {kind: depot, stock: unlimited, loading: 30 min}
          camp: {kind: camp, people: 1000, stock: {food: 2 t}, unloading: 30 min}
        routes: {depot - camp: {length: 50 km, speed: 40 km/h}}
        fleets: {trucks: {traffic: aid, base: depot, count: 2, carries: 5 t}}
        supply-lines: {road: {from: depot, to: camp, by: trucks, when-below: 5 d, up-to: 8 d}}
        disruptions: {flood: {close: depot - camp, at: day 2, for: 3 d}}
        measures: {hungry: {of: camps, is: unmet person-days, commodity: food}}

        """;

    private static readonly string File = Path.Combine(DataFolder.Checkout(), "examples", "scenario.schema.json");
    private static readonly JsonSchema Schema = JsonSchema.FromText(ScenarioSchema.Write());

    [Fact]
    public void The_schema_is_what_the_program_knows()
    {
        var written = ScenarioSchema.Write();
        if (Environment.GetEnvironmentVariable("UPDATE_GOLDEN") == "1") System.IO.File.WriteAllText(File, written);
        else written.Should().Be(System.IO.File.ReadAllText(File).ReplaceLineEndings("\n"), "UPDATE_GOLDEN=1 writes it anew");
    }

    [Theory]
    [MemberData(nameof(Examples))]
    public void Every_example_holds_to_it(string file) =>
        Problems(System.IO.File.ReadAllText(Path.Combine(DataFolder.Checkout(), "examples", file))).Should().BeEmpty();

    public static TheoryData<string> Examples =>
        new(Directory.GetFiles(Path.Combine(DataFolder.Checkout(), "examples"), "*.supply.yaml", SearchOption.AllDirectories)
            .Select(file => Path.GetRelativePath(Path.Combine(DataFolder.Checkout(), "examples"), file)).Order(StringComparer.Ordinal));

    [Fact]
    public void A_small_file_holds_to_it() => Problems(Road).Should().BeEmpty();

    [Theory]
    [InlineData("title: A road", "tittle: A road")]
    [InlineData("title: A road\n", "")]
    [InlineData("supplysim: 1", "supplysim: 2")]
    [InlineData("kind: camp", "kind: kamp")]
    [InlineData("kind: camp, ", "")]
    [InlineData("unloading: 30 min}", "unloadin: 30 min}")]
    [InlineData("people: 1000", "lanes: 2")]
    [InlineData("close: depot - camp", "shut: depot - camp")]
    [InlineData("count: 2", "count: [2]")]
    [InlineData("is: unmet person-days", "is: hunger")]
    [InlineData("clock: {length: 10 d}", "clock: {length: 10 d, days: 10}")]
    [InlineData("routes: {depot", "routes: [depot")]
    public void A_slip_does_not(string right, string wrong)
    {
        Road.Should().Contain(right);
        Problems(Road.Replace(right, wrong, StringComparison.Ordinal).Replace("[depot - camp: {length: 50 km, speed: 40 km/h}}", "[depot]",
            StringComparison.Ordinal)).Should().NotBeEmpty();
    }

    [Theory]
    [InlineData("count: 2", "count: \"${trucks}\"")]
    [InlineData("kind: camp", "kind: camp, name: \"${name}\"")]
    [InlineData("clock: {length: 10 d}", "clock: {length: 10 d}\ninclude: [more.supply.yaml]")]
    [InlineData("fleets: {trucks:", "fleets: {table: fleets.csv, trucks:")]
    [InlineData("close: depot - camp", "close: [depot - camp, depot]")]
    [InlineData("stock: {food: 2 t}", "stock: 12 d")]
    public void What_may_stand_there_does(string one, string other) =>
        Problems(Road.Replace(one, other, StringComparison.Ordinal)).Should().BeEmpty();

    private static IEnumerable<string> Problems(string yaml)
    {
        var read = SourceReader.Read(new SourceText("a.supply.yaml", yaml), new DiagnosticBag())!.Value.Root;
        var result = Schema.Evaluate(JsonSerializer.SerializeToElement(Json(read)),
            new EvaluationOptions { OutputFormat = OutputFormat.List });
        return result.IsValid ? [] : result.Details!.Where(detail => detail.Errors is { Count: > 0 })
            .SelectMany(detail => detail.Errors!.Values.Select(error => $"{detail.InstanceLocation}: {error}")).DefaultIfEmpty("not valid");
    }

    // As editors read it: numbers and truths are no text.
    private static JsonNode? Json(Node node) => node switch
    {
        MappingNode block => new JsonObject(block.Entries.Select(entry => KeyValuePair.Create(entry.Key.Text, Json(entry.Value)))),
        SequenceNode list => new JsonArray([.. list.Items.Select(Json)]),
        ScalarNode { IsEmpty: true } => null,
        ScalarNode { IsPlain: true, Text: "true" or "false" } truth => JsonValue.Create(truth.Text == "true"),
        ScalarNode { IsPlain: true } plain
            when double.TryParse(plain.Text, System.Globalization.CultureInfo.InvariantCulture, out var number) => JsonValue.Create(number),
        ScalarNode text => JsonValue.Create(text.Text),
        _ => throw new InvalidOperationException("nothing else is read"),
    };
}
