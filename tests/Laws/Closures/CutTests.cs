using CsCheck;
using SupplySim.Disruptions;
using SupplySim.Quantities;
using SupplySim.Twin;

namespace SupplySim.Laws.Closures;

/// <summary>Closing all routes of a cut brings what gets through to exactly nothing, on random networks and
/// whatever the word for it.</summary>
public class CutTests
{
    private static readonly int Networks = LongTests.Sample(500);

    // One side is the depots, the town and some of the crossings.
    private static readonly Gen<(Scenario, int)> Cuts = Gen.Select(TwinScenarios.Random, Gen.Int[0, 7]);

    [Theory]
    [InlineData("close")]
    [InlineData("speed")]
    public void Nothing_passes_a_cut_all_of_whose_routes_are_shut(string how)
    {
        var without = 0L;
        foreach (var (number, (scenario, subset)) in SameSamples.Of(Cuts, stream: 1956, count: Networks).Index())
        {
            bool IsNear(string place) => place.StartsWith("depot", StringComparison.Ordinal) || place == "town"
                || (place.StartsWith("post", StringComparison.Ordinal) && (subset >> (place[4] - '0') & 1) != 0);
            Targets cut = [.. scenario.Routes.Where(route => IsNear(route.From.Value) != IsNear(route.To.Value)).Select(route => route.Id)];
            if (cut.Count == 0) continue;
            Disruption blockade = how == "close"
                ? new Closure("blockade") { Close = cut, At = Moment.Day(0) }
                : new Restriction("blockade") { Limit = cut, At = Moment.Day(0), Speed = 0 };
            Beyond(scenario with { Disruptions = scenario.Disruptions.Add(blockade) }).Should().Be(0, "this is network {0}, cut at {1}",
                number, cut);
            without += Beyond(scenario);

            long Beyond(Scenario one) => ModelLogbook.Of(one).Entries.Where(entry => entry.What == What.Delivered && !IsNear(entry.Place))
                .Sum(entry => entry.Amount);
        }
        without.Should().BePositive("otherwise nothing was tried");
    }

    // The crossings are a cut of places: what lies directly at the town is on this side.
    [Theory]
    [InlineData("close")]
    [InlineData("lanes")]
    public void Nothing_passes_crossings_that_have_nothing_left(string how)
    {
        var without = 0L;
        foreach (var (number, scenario) in SameSamples.Of(TwinScenarios.Random, stream: 1957, count: Networks).Index())
        {
            Targets posts = [.. scenario.Places.OfType<Crossing>().Select(post => post.Id)];
            Disruption blockade = how == "close"
                ? new Closure("blockade") { Close = posts, At = Moment.Day(0) }
                : new Restriction("blockade") { Limit = posts, At = Moment.Day(0), Lanes = 0 };
            Passed(scenario with { Disruptions = scenario.Disruptions.Add(blockade) }).Should().Be(0, "this is network {0}", number);
            without += Passed(scenario);
        }
        without.Should().BePositive("otherwise nothing was tried");

        static long Passed(Scenario one) => ModelLogbook.Of(one).Entries.Count(entry => entry.What == What.Through);
    }
}
