using SupplySim.Disruptions;
using SupplySim.Experiments;
using SupplySim.Quantities;
using SupplySim.Results.Text;

namespace SupplySim.Results.Tests.Pages;

/// <summary>The report tells why the place that was short longest went short, and nothing where none was.</summary>
public sealed class WhySectionTests
{
    [Fact]
    public void It_names_the_closure_and_what_the_screen_names()
    {
        var result = Experiment.Run(
            Behind(new Closure("flood") { Close = "bridge", At = Moment.After(TimeSpan.FromHours(1)), For = TimeSpan.FromDays(4),
                EnRoute = EnRoute.Hold }), new() { Runs = 3, Seed = 1 });
        var (report, why) = (Report.Of(result, null), result.Alternatives[0].Why!);

        report.Should().Contain("<h2>Why Areesha went short in that run</h2>").And.Contain("Crossing bridge is shut: flood");
        var words = new WhyWords(why, result.Scenario, most: 6);
        foreach (var reason in words.Delays)
            report.Should().Contain(reason.Share.Replace("<", "&lt;", StringComparison.Ordinal)).And.Contain(reason.Text);
        report.Should().Contain(words.Pauses.Single().Text);
        WhyScreen.Of(why, result.Scenario, null, new RunChoice(why.Run.Replication, "")).Should().Contain(words.Delays[0].Share);
    }

    [Fact]
    public void Whose_queue_it_was_is_said_once_of_each_crossing()
    {
        var scenario = Behind(new Closure("flood") { Close = "bridge", At = Moment.After(TimeSpan.FromHours(1)) });
        var queue = new ExplainedDelay("bridge", "lane", null, TimeSpan.FromDays(1), 0.5, [])
            { Through = [new("commercial", 3412), new("aid", 310)] };
        var words = new WhyWords(scenario.Why("areesha", Moment.Day(5), seed: 1) with { Delays = [queue, queue with { Awaited = "trucks" }] },
            scenario, most: 6);
        words.Delays.Select(one => one.Text).Should().Equal(
            "waiting at bridge for a free lane; since then 3,412 vehicles of commercial and 310 of aid went through",
            "loads waiting for trucks, which stood at bridge for a free lane");
    }

    [Fact]
    public void Where_nobody_went_short_there_is_no_such_section()
    {
        var result = Experiment.Run(Behind(), new() { Runs = 3, Seed = 1 });
        result.Alternatives[0].Why.Should().BeNull();
        Report.Of(result, null).Should().NotContain("went short in that run");
    }

    // The camp eats 24 t a day, has 48 t, and orders 48 t by trucks that are there after 3 hours 20.
    private static Scenario Behind(params Disruption[] disruptions) => new()
    {
        Title = "Behind a bridge",
        Clock = new Clock { Length = TimeSpan.FromDays(6) },
        Commodities = [new Commodity("food") { Unit = QuantityUnit.Gram, PerPerson = Rate.PerDay(Quantity.Kilograms(1)) }],
        Places =
        [
            new Depot("depot") { Stock = Supply.Unlimited, Docks = 10, Loading = (Duration)TimeSpan.FromMinutes(30) },
            new Crossing("bridge") { Lanes = 1, Inspection = (Duration)TimeSpan.FromMinutes(20) },
            new Camp("areesha") { Name = "Areesha", People = 24_000, Stock = Supply.Days(2), WarnBelow = TimeSpan.FromDays(1), Docks = 10,
                Unloading = (Duration)TimeSpan.FromMinutes(30) },
        ],
        Routes = [Road("depot", "bridge"), Road("bridge", "areesha")],
        Fleets = [new Fleet("trucks") { Traffic = "aid", Base = "depot", Count = 6, Carries = Mass.FromTonnes(24) }],
        SupplyLines = [new SupplyLine("road")
        {
            From = "depot",
            To = "areesha",
            By = "trucks",
            WhenBelow = Supply.Days(2),
            UpTo = Supply.Days(4),
        }],
        Disruptions = [.. disruptions],
        Measures = [new Measure("need-met") { Of = "camps", Is = MeasureKind.ConsumedPerNeed }],
    };

    private static Route Road(string from, string to) =>
        new(from, to) { Length = Distance.FromMetres(60_000), Speed = Speed.FromKilometresPerHour(60) };
}
