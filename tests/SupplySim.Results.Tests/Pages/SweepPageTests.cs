using System.Net;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using SupplySim.Experiments;
using SupplySim.Quantities;
using SupplySim.Results.Pages;
using SupplySim.Results.Tests.Fixture;

namespace SupplySim.Results.Tests.Pages;

/// <summary>The page of a sweep, of ten people who eat and are sent more or less.</summary>
public sealed class SweepPageTests
{
    private static readonly SweepResult Two = Experiment.Sweep(Sent.Vary("sent", [5, 10, 20], Send).Vary("<b>stock</b>", [1, 4], Store),
        "hungry", new() { Runs = 2 });

    private static Scenario Sent => new()
    {
        Title = "<script>alert(1)</script>",
        Clock = new Clock { Length = TimeSpan.FromDays(10) },
        Commodities = [new Commodity("food") { Unit = QuantityUnit.Gram, PerPerson = Rate.PerDay(Quantity.Kilograms(1)) }],
        Places = [new Depot("depot") { Stock = Supply.Unlimited, Docks = 9, Loading = TimeSpan.FromMinutes(30) },
            new Camp("camp") { People = 10_000, Docks = 9, Unloading = TimeSpan.FromMinutes(30) }],
        Routes = [new Route("depot", "camp") { Length = Distance.FromKilometres(40), Speed = Speed.FromKilometresPerHour(40) }],
        Fleets = [new Fleet("trucks") { Traffic = "aid", Base = "depot", Count = 40, Carries = Mass.FromTonnes(1) }],
        SupplyLines = [new SupplyLine("road") { From = "depot", To = "camp", By = "trucks", Send = Rate.PerDay(Quantity.Tonnes(10)) }],
        Measures = [new Measure("hungry") { Of = "camps", Is = MeasureKind.UnmetPersonDays, Commodity = "food" },
            new Measure("met") { Of = "camps", Is = MeasureKind.ConsumedPerNeed }],
        Goals = [new Goal { That = new("hungry", Comparison.Below, 20_000, "hungry < 20 000"), In = 0.9 }],
    };

    private static Scenario Send(Scenario scenario, int tonnes) =>
        scenario with { SupplyLines = [scenario.SupplyLines[0] with { Send = Rate.PerDay(Quantity.Tonnes(tonnes)) }] };

    private static Scenario Store(Scenario scenario, int days) =>
        scenario with { Places = [scenario.Places[0], (Camp)scenario.Places[1] with { Stock = Supply.Days(days) }] };

    [Fact]
    public void It_opens_with_the_answer_and_says_that_it_is_a_model()
    {
        var page = SweepPage.Of(Two, null);

        WebUtility.HtmlDecode(Regex.Match(page, "<h1>(.*)</h1>").Groups[1].Value).Should()
            .Be(new SupplySim.Results.Text.SweepWords(Two).Headline).And.StartWith("Best in person-days without food: sent 10, ");
        page.Should().Contain("ILLUSTRATIVE").And
            .Contain("hungry &lt; 20 000 in 90 % of runs: met at 5 of 6 points. The least of these, in the order tried: sent 5, "
                + "&lt;b&gt;stock&lt;/b&gt; 4; sent 10, &lt;b&gt;stock&lt;/b&gt; 1.");
    }

    [Fact]
    public void Its_cells_lie_where_their_values_say_and_only_the_best_are_marked()
    {
        var rows = Regex.Matches(Regex.Match(SweepPage.Of(Two, null), "id=\"grid\".*?</section>", RegexOptions.Singleline).Value,
            "<tr><th scope=\"row\">(\\d+)</th>(.*?)</tr>");

        rows.Select(row => row.Groups[1].Value).Should().Equal("5", "10", "20");
        for (var row = 0; row < 3; row++)
        {
            var cells = Regex.Matches(rows[row].Groups[2].Value, "<td class=\"([^\"]*)\"><data value=\"([^\"]*)\"");
            cells.Select(cell => double.Parse(cell.Groups[2].Value, System.Globalization.CultureInfo.InvariantCulture)).Should()
                .Equal(Two.Points.Skip(2 * row).Take(2).Select(point => point.Measured.Estimate.Mean));
            cells.Select(cell => cell.Groups[1].Value.EndsWith(" best", StringComparison.Ordinal)).Should()
                .Equal(Two.Points.Skip(2 * row).Take(2).Select(point => point.MayBeBest));
        }
        ShadesOf(Two).Should().Equal([7, 2, 0, 0, 0, 0], "nobody is hungrier than who gets half and has little");
    }

    // Who gets half and has little is worst by either measure.
    [Fact]
    public void Of_what_more_is_better_the_least_is_worst() =>
        ShadesOf(SweepResult.Of(Two.All, "met")).Should().Equal(7, 2, 0, 0, 0, 0);

    // Of the cells alone: the style sheet names all of them.
    private static int[] ShadesOf(SweepResult result) =>
        [.. Regex.Matches(SweepPage.Of(result, null), "<td class=\"heat-(\\d)").Select(match => match.Groups[1].Value[0] - '0')];

    [Fact]
    public void Nothing_of_a_scenario_becomes_markup_and_nothing_runs_or_is_fetched()
    {
        var page = SweepPage.Of(Two, new("a.supply.yaml", "x") { Vary = ["sent=5,10,20"] });

        page.Should().NotContain("<script").And.NotContain("<b>stock").And.NotContain(" style=").And
            .Contain("default-src &#39;none&#39;").And.NotContain("script-src");
        page.Should().Contain("supplysim sweep a.supply.yaml --runs 2 --seed 1 --vary sent=5,10,20");
    }

    [Fact]
    public void Its_figures_are_those_of_the_document()
    {
        var document = JsonNode.Parse(SweepSummary.Of(Two, null).ToJson())!;
        var numbers = Regex.Matches(SweepPage.Of(Two, null), "<data value=\"([^\"]+)\" data-of=\"([^|]+)\\|([^|]+)\\|[^\"]*\\|mean\"");

        numbers.Should().HaveCount(6 + 6 * 2);
        foreach (Match number in numbers)
            document["points"]!.AsArray()
                .Single(point => point!["name"]!.GetValue<string>() == number.Groups[2].Value)!["measures"]!.AsArray()
                .Single(measure => measure!["measure"]!.GetValue<string>() == number.Groups[3].Value && measure["detail"] is null)!["mean"]!
                .ToJsonString().Should().Be(number.Groups[1].Value);
    }

    [Fact]
    public void Of_one_or_three_things_each_point_has_a_row()
    {
        var one = Experiment.Sweep(Sent.Vary("sent", [5, 10], Send), "hungry", new() { Runs = 2 });
        var three = Experiment.Sweep(
            Sent.Vary("sent", [5, 10], Send).Vary("stock", [1, 4], Store).Vary("again", [1, 2], (scenario, _) => scenario), "hungry",
            new() { Runs = 2 });

        ShadesOf(one).Should().Equal(7, 0);
        SweepPage.Of(three, null).Should().Contain("<th scope=\"row\">10</th><th scope=\"row\">4</th><th scope=\"row\">2</th><td");
        SweepScreen.Of(three).Should().Contain("sent  stock  again ").And.Contain("\n10    4      2      ");
    }

    [Theory]
    [InlineData(60, null)]
    [InlineData(61, "and 1 more, which sweep.csv lists")]
    public void The_screen_lists_sixty_points_and_counts_the_others(int points, string? more)
    {
        var screen = SweepScreen.Of(
            Experiment.Sweep(Sent.Vary("sent", [.. Enumerable.Range(1, points)], Send), "hungry", new() { Runs = 1 }));

        screen.Should().Contain("\n60 ").And.NotContain("\n61 ");
        if (more is null) screen.Should().NotContain("which sweep.csv lists"); else screen.Should().Contain(more);
    }
}
