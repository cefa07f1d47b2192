using SupplySim.Disruptions;
using SupplySim.Experiments;
using SupplySim.Quantities;
using SupplySim.Results.Text;

namespace SupplySim.Results.Tests.Text;

/// <summary>Which crossings count as shut, and which are only not for everybody.</summary>
public sealed class FindingsTests
{
    // Each bridge is for one traffic alone, from the start to the end.
    [Fact]
    public void Traffic_that_a_holder_never_lets_pass_is_not_shut_out() => Shut(TwoBridges).Should().BeEmpty();

    // From day 1 on nobody lets lorries pass: that happened.
    [Fact]
    public void What_was_shut_to_one_traffic_later_is_told() =>
        Shut(TwoBridges with
        {
            Disruptions = [new Closure("decree") { Close = "road-bridge", To = ["aid"], At = Moment.Day(1) }],
        }).Should().Equal("road-bridge to aid 3");

    [Fact]
    public void What_was_shut_to_all_is_told() =>
        Shut(TwoBridges with
        {
            Disruptions = [new Closure("flood") { Close = "road-bridge", At = Moment.Day(1), For = TimeSpan.FromDays(1) }],
        }).Should().StartWith("road-bridge 1");

    private static string[] Shut(Scenario scenario) =>
        [.. Findings.ShutCrossings(Experiment.Run(scenario, new() { Runs = 1, Seed = 1 }).Alternatives[0], _ => true)
            .Select(shut => FormattableString.Invariant($"{shut.Crossing.Id}{shut.To} {shut.Days:0.###}"))];

    private static Scenario TwoBridges => new()
    {
        Title = "A bridge for lorries and one for trains",
        Clock = new Clock { Length = TimeSpan.FromDays(4) },
        Commodities = [new Commodity("food") { Unit = QuantityUnit.Gram, PerPerson = Rate.PerDay(Quantity.Kilograms(1)) }],
        Parties = [new Party("red")],
        Places =
        [
            new Depot("depot") { Stock = Supply.Unlimited, Docks = 2, Loading = Half },
            Bridge("road-bridge", "aid", "rail"), Bridge("rail-bridge", "rail", "aid"),
            new Camp("camp") { People = 24_000, Stock = Supply.Days(2), Docks = 2, Unloading = Half },
        ],
        Routes = [Road("depot", "road-bridge"), Road("road-bridge", "camp"), Road("depot", "rail-bridge"), Road("rail-bridge", "camp")],
        Fleets = [Fleet("lorries", "aid"), Fleet("trains", "rail")],
        SupplyLines = [Line("by-road", "lorries"), Line("by-rail", "trains")],
    };

    private static readonly Duration Half = (Duration)TimeSpan.FromMinutes(30);

    private static Crossing Bridge(string id, string lets, string stops) => new(id)
    {
        Lanes = 1, Inspection = Half, HeldBy = "red", Passage = [("red", [(lets, Permission.Yes), (stops, Permission.No)])],
    };

    private static Fleet Fleet(string id, string traffic) =>
        new(id) { Traffic = traffic, Base = "depot", Count = 2, Carries = Mass.FromTonnes(10) };

    private static SupplyLine Line(string id, string by) =>
        new(id) { From = "depot", To = "camp", By = by, Send = Rate.PerDay(Quantity.Tonnes(10)) };

    private static Route Road(string from, string to) =>
        new(from, to) { Length = Distance.FromKilometres(60), Speed = Speed.FromKilometresPerHour(60) };
}
