using SupplySim.Disruptions;
using SupplySim.Experiments;
using SupplySim.Quantities;
using static SupplySim.Tests.Small;

namespace SupplySim.Tests.Experiments;

/// <summary>Whether what is told to be the reason is what helps when it is lifted, in scenarios made at random: a camp of 24,000 behind a
/// bridge with opening hours, lanes, trucks, docks, levels or what is sent by schedule, a flood, and in some a depot between.</summary>
/// <remarks>The random numbers are the test's own and fixed; nothing in the scenarios is random.</remarks>
public sealed class LackedForTests(ITestOutputHelper output)
{
    private const int Tried = 150;
    private const double Much = 20_000; // person-days of 1.44 million

    // Where nothing is cut they differ in one, where one truck carries hardly more than the too little that is sent. Where rations are
    // cut, by so much before anything runs out, levels four times as high help against whatever it is, most of all against the rule: they
    // count only where lifting what is named helps less than half as much.
    // Whether as much could be brought as full rations need is not seen where half is: cut so early that full ones would have lasted, or
    // with an end that is hardly ever reached, some differ. As many are known as stand last; no more.
    [Theory]
    [InlineData(1.0, 2, 3, 1)]
    [InlineData(0.5, 2, 3, 4)]
    [InlineData(0.5, 5, 6, 12)]
    [InlineData(0.75, 3, 9, 12)]
    public void The_greatest_share_helps_when_it_is_lifted_and_what_helps_most_has_a_share(double ration, int below, int until, int known)
    {
        var (random, lacking, odd) = (new Random(20171026), 0, new List<string>());
        for (var i = 0; i < Tried; i++)
        {
            var made = Made.By(random) with { Ration = ration, CutBelow = below, CutUntil = until };
            var held = made.Scenario.Run(seed: 1).HeldUp;
            var all = held.Sum(one => one.Lacked);
            if (all < Much) continue;
            lacking++;
            var shares = held.GroupBy(one => Obstacle(one.Cause)).ToDictionary(one => one.Key, one => one.Sum(each => each.Lacked) / all);
            var helps = made.Lifted.ToDictionary(one => one.Obstacle,
                one => 1 - one.Scenarios.Min(scenario => scenario.Run(seed: 1).HeldUp.Sum(each => each.Lacked)) / all);
            var top = shares.MaxBy(one => one.Value);
            var best = helps.MaxBy(one => one.Value);
            if ((top.Value > 0.5 && helps[top.Key] < 0.1)
                || (best.Value > 0.5 && shares.GetValueOrDefault(best.Key) < 0.1 && (ration == 1 || helps[top.Key] < best.Value / 2)))
                odd.Add(
                    string.Create(System.Globalization.CultureInfo.InvariantCulture,
                        $"{i}: {top.Key} has {top.Value:P0} and helps {helps[top.Key]:P0}; {best.Key} helps {best.Value:P0} and "
                            + $"has {shares.GetValueOrDefault(best.Key):P0}"));
        }
        output.WriteLine($"of {Tried} scenarios {lacking} lacked much; in {odd.Count} the reason and what helps differ");
        foreach (var one in odd) output.WriteLine(one);
        lacking.Should().BeGreaterThan(Tried / 4);
        odd.Count.Should().BeLessThanOrEqualTo(known);
    }

    private static string Obstacle(string cause) => cause is "physical" or "not-ordered" ? "flood" : cause;

    private sealed record Made(bool IsOpen, int Lanes, int Inspection, int Trucks, int Docks, int Kilometres, int Below, int UpTo, int Sent,
        int Flood, bool HasHub)
    {
        public static Made By(Random random)
        {
            var below = random.Next(1, 6);
            return new(random.Next(3) == 0, random.Next(1, 4), random.Next(3) == 0 ? random.Next(60, 200) : random.Next(5, 30),
                random.Next(3) == 0 ? random.Next(1, 4) : random.Next(8, 30),
                random.Next(4) == 0 ? 1 : 8, random.Next(3) == 0
                    ? random.Next(400, 1500)
                    : random.Next(30, 200), below, below + random.Next(1, 5),
                random.Next(3) == 0 ? random.Next(12, 30) : 0, random.Next(2) == 0 ? random.Next(3, 16) : 0, random.Next(4) == 0);
        }

        public double Ration { get; init; } = 1;

        public int CutBelow { get; init; }

        public int CutUntil { get; init; }

        public IEnumerable<(string Obstacle, Scenario[] Scenarios)> Lifted =>
        [
            ("hours", [(this with { IsOpen = true }).Scenario]), ("lane", [(this with { Lanes = 6 * Lanes }).Scenario]),
            ("no-vehicle", [(this with { Trucks = 10 * Trucks }).Scenario]),
            ("dock", [(this with { Docks = 40 }).Scenario]), ("flood", [(this with { Flood = 0 }).Scenario]),
            ("too-little", [(this with { Below = 4 * Below, UpTo = 4 * UpTo }).Scenario, (this with { Sent = 4 * Sent }).Scenario]),
            ("rations", [(this with { Ration = 1 }).Scenario]),
            ("no-goods", [Scenario]), ("rest", [Scenario]), ("fleet", [Scenario]),
        ];

        public Scenario Scenario
        {
            get
            {
                var (end, trucks) = (HasHub ? "hub" : "camp", Mass.FromTonnes(24));
                var road = new SupplyLine("road") { From = "depot", To = end, By = "trucks", Commodities = ["food"],
                    GivenUpAfter = TimeSpan.FromDays(Trucks % 2 == 0 ? 3 : 30) };
                var scenario = WhyTests.Behind() with
                {
                    Clock = new Clock { Length = TimeSpan.FromDays(60) },
                    Places =
                    [
                        new Depot("depot") { Stock = Supply.Unlimited, Docks = 20, Loading = Minutes(30) },
                        new Crossing("bridge") { At = East(0), Lanes = Lanes, Inspection = Minutes(Inspection),
                            Hours = IsOpen ? Hours.Always : Hours.Daily(new(9, 0), new(12, 0)) },
                        new Camp("camp") { People = 24_000, Stock = Food(120), Docks = Docks, Unloading = Minutes(30) },
                    ],
                    Routes = [Leg("depot", "bridge", Kilometres), Leg("bridge", end, 60)],
                    Fleets = [new Fleet("trucks") { Traffic = "aid", Base = "depot", Count = Trucks, Carries = trucks }],
                    SupplyLines = [Sent > 0
                        ? road with { Send = Rate.PerDay(Quantity.Tonnes(Sent)) }
                        : road with { WhenBelow = Food(24 * Below), UpTo = Food(24 * UpTo) }],
                };
                if (Ration < 1)
                    scenario = scenario with
                    {
                        Policies = scenario.Policies with
                        {
                            Ration = [new Ration { When = Condition.StockHere.IsBelow(TimeSpan.FromDays(CutBelow)), To = Ration,
                                Until = Condition.StockHere.IsAbove(TimeSpan.FromDays(CutUntil)) }],
                        },
                    };
                if (Flood > 0) scenario = scenario.With(Closed("bridge", "240:00", $"{24 * Flood}:00", id: "flood"));
                return !HasHub ? scenario : scenario with
                {
                    Places = [.. scenario.Places,
                        new Depot("hub") { Stock = Food(72), Docks = 20, Loading = Minutes(30), Unloading = Minutes(30) }],
                    Routes = [.. scenario.Routes, Leg("hub", "camp", 30)],
                    Fleets = [.. scenario.Fleets,
                        new Fleet("vans") { Traffic = "aid", Base = "hub", Count = 20, Carries = Mass.FromTonnes(12) }],
                    SupplyLines = [.. scenario.SupplyLines,
                        new SupplyLine("out") { From = "hub", To = "camp", By = "vans", Commodities = ["food"], WhenBelow = Food(96),
                            UpTo = Food(144), GivenUpAfter = TimeSpan.FromDays(30) }],
                };
            }
        }
    }
}
