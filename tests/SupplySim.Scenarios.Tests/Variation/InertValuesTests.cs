using SupplySim.Scenarios.Tests.Support;
using SupplySim.Scenarios.Variation;

namespace SupplySim.Scenarios.Tests.Variation;

/// <summary>Which values of a file do nothing, found by putting others in their place.</summary>
public sealed class InertValuesTests : IDisposable
{
    private const string Road = """
        supplysim: 1
        title: A limit
        clock: {length: 6 d}
        commodities:
          food: {unit: t, per-person: 1 kg/d}
        places:
          depot: {kind: depot, stock: unlimited, docks: 2, loading: 30 min}
          bridge: {kind: crossing, lanes: 1, inspection: 10 min, weight-limit: 900 t}
          camp: {kind: camp, people: 20 000, stock: 2 d, docks: 2, unloading: 30 min}
        routes:
          depot - bridge: {length: 40 km, speed: 40 km/h}
          bridge - camp: {length: 40 km, speed: 40 km/h}
        fleets:
          trucks: {traffic: aid, base: depot, count: 4, carries: 10 t, gross: 30 t}
        supply-lines:
          road: {from: depot, to: camp, by: trucks, when-below: 3 d, up-to: 5 d}
        measures:
          hungry: {of: camps, is: unmet person-days}
        """;

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("supplysim-inert-");

    public void Dispose() => _folder.Delete(recursive: true);

    [Theory]
    [InlineData("12 t", "24 t")]
    [InlineData("0.5 h", "1 h")]
    [InlineData("lognormal(mean=40 min, sd=15 min)", "lognormal(mean=48 min, sd=15 min)")]
    [InlineData("5 to 20", "5 to 24")]
    [InlineData("16 486", "32972")]
    [InlineData("36.181 N 44.007 E", "36.681 N 44.507 E")]
    [InlineData("2017-10-26T05:00+03:00", "2017-10-29T05:00+03:00")]
    [InlineData("08:00-17:00", "10:00-12:00")]
    [InlineData("yes", "no")]
    [InlineData("hold", "turn-back")]
    [InlineData("always", "never")]
    [InlineData("fight-distance(fishkhabour) < 10 km", "fight-distance(fishkhabour) < 20 km")]
    public void Something_else_of_its_kind_is_tried(string text, string other) =>
        OtherValues.Of(text, []).Should().Contain(other).And.NotContain(text);

    [Theory]
    [InlineData("${trucks}")]
    [InlineData("aid-trucks")]
    [InlineData("post1")]
    public void Names_are_left_as_they_are(string text) => OtherValues.Of(text, []).Should().BeEmpty();

    [Fact]
    public void What_stands_behind_the_same_key_elsewhere_is_tried_too() =>
        OtherValues.Of("aid", ["aid", "military"]).Should().Equal("military");

    // The bridge takes 60 t and no truck weighs more than 38; nobody ever pays attention to who holds the idle one.
    [Fact]
    public void A_limit_that_nobody_reaches_is_inert_and_one_that_somebody_does_is_not()
    {
        var inert = Find(Road);
        Tried(inert).Should().Equal("places.bridge.weight-limit", "fleets.trucks.gross");
        inert.First(value => !value.Tried.IsEmpty).Should().Match<InertValue>(value => value.Written == "900 t" && value.Place.Line == 8);
    }

    // One truck is too few, so that its number acts; the limit of the bridge is as far off there as elsewhere.
    [Fact]
    public void A_value_of_an_alternative_is_put_to_the_test_as_well()
    {
        var inert = Find(Road + """

            experiment:
              compare:
                as-is: {}
                few: {fleets.trucks.count: 1, places.bridge.weight-limit: 800 t}
            """);
        Tried(inert).Should().Equal("places.bridge.weight-limit", "fleets.trucks.gross",
            "experiment.compare.few[places.bridge.weight-limit]");
    }

    [Fact]
    public void A_file_with_mistakes_is_refused_with_all_of_them() =>
        FluentActions.Invoking(() => ScenarioFile.FindInert(Write("supplysim: 1\n"), [], 1)).Should().Throw<ScenarioFileException>();

    private List<InertValue> Find(string text) => [.. ScenarioFile.FindInert(Write(text), [], runs: 3).Inert];

    private static IEnumerable<string> Tried(IEnumerable<InertValue> inert) =>
        inert.Where(value => !value.Tried.IsEmpty).Select(value => value.Path);

    private string Write(string text)
    {
        var path = Path.Combine(_folder.FullName, "road.supply.yaml");
        File.WriteAllText(path, text);
        return path;
    }
}
