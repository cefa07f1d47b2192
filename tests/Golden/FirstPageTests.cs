using SupplySim.Experiments;
using SupplySim.Quantities;
using SupplySim.Scenarios;
using SupplySim.Testing;

namespace SupplySim.Golden;

/// <summary>What the first page shows by the way: a scenario file, one run from code and a disruption of one's own.</summary>
public sealed class FirstPageTests
{
    private static readonly string Page = File.ReadAllText(Path.Combine(DataFolder.Checkout(), "README.md")).ReplaceLineEndings("\n");

    private static Scenario OneBridge => ScenarioFile.Parse(Shown("yaml"));

    // What the page says of conditions besides its program.
    [Fact]
    public void The_condition_that_is_named_by_the_way_is_one()
    {
        Page.Should().Contain("`Condition.Stock(\"north\").IsBelow(TimeSpan.FromDays(5)).And(Condition.Open(\"bridge\"))`");
        Condition.Stock("north").IsBelow(TimeSpan.FromDays(5)).And(Condition.Open("bridge")).ToString().Should()
            .Be("(stock(north) < 5 d and open(bridge))");
    }

    [Fact]
    public void Hours_and_what_a_force_uses_are_as_it_writes_them()
    {
        Page.Should().Contain("`Hours.Daily(new(8, 0), new(16, 0))`").And
            .Contain("`new Force(\"post\") { Needs = [(\"fuel\", Rate.PerDay(Quantity.Litres(900)))], Stock = Supply.Days(4) }`");
        Hours.Daily(new(8, 0), new(16, 0)).ToString().Should().Be("08:00-16:00");
        new Force("post") { Needs = [("fuel", Rate.PerDay(Quantity.Litres(900)))], Stock = Supply.Days(4) }.Needs.Should()
            .ContainSingle().Which.Value.ToString().Should().Be("900 l/d");
    }

    [Fact]
    public void It_shuts_the_bridge_for_a_day_after_each_week()
    {
        var scenario = OneBridge with { Disruptions = [new WeeklyStrike("strike", "bridge", TimeSpan.FromDays(1))],
            Measures = [new("shut") { Of = "crossings", Is = MeasureKind.Shut }] };
        // Sixty days are seven times a week and a day of strike, and four days.
        scenario.Run(seed: 1).Values[0].Should().Be(7);
    }

    [Fact]
    public void The_scenario_file_is_one_without_mistakes_and_something_happens_in_it()
    {
        ScenarioFile.TryParse(Shown("yaml"), "one-bridge.supply.yaml", [], out var scenario, out var diagnostics).Should().BeTrue();
        diagnostics.Should().BeEmpty();
        scenario!.Run(seed: 1).Story.Should().NotBeEmpty();
    }

    private static string Shown(string language)
    {
        var from = Page.IndexOf($"```{language}\n", StringComparison.Ordinal) + language.Length + 4;
        return Page[from..Page.IndexOf("```", from, StringComparison.Ordinal)];
    }
}
