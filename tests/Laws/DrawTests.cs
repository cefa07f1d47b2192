using SupplySim.Disruptions;
using SupplySim.Engine;
using SupplySim.Experiments;
using SupplySim.Quantities;

namespace SupplySim.Laws;

/// <summary>Replication r draws the same numbers whatever else is in the model, looked at draw by draw.</summary>
public class DrawTests
{
    private static readonly Commodity Salt = new("salt") { Unit = QuantityUnit.Gram };

    /// <summary>Every addition stands first, so that all that comes after it has another number. One draw that is another, one too many or
    /// one too few, in whichever stream, is found.</summary>
    [Theory]
    [InlineData("place and route")]
    [InlineData("measure")]
    [InlineData("convoy")]
    [InlineData("closure")]
    public void What_is_added_elsewhere_leaves_every_draw_of_every_stream_bit_by_bit(string added)
    {
        var (plain, wider) = (Corridor.Alone(), With(added, Corridor.Alone()));
        for (var run = 0; run < Corridor.Runs; run++)
        {
            var (before, after) = (Hashes(plain, run), Hashes(wider, run));
            before.Should().HaveCountGreaterThan(8);
            after.Should().Contain(before);
            if (added is "convoy" or "closure") after.Should().HaveCountGreaterThan(before.Count);
            else after.Should().HaveCount(before.Count);
        }
    }

    /// <summary>They stand in one queue, so whoever comes first changes; but the n-th inspection, loading
    /// or breakdown of a truck draws what it drew. An occasion that is counted for the fleet and not for the truck is found: then not every
    /// truck has draws of its own.</summary>
    [Fact]
    public void A_truck_more_in_the_same_queue_shifts_no_draw_of_the_others()
    {
        var plain = Corridor.Alone();
        var wider = plain with { Fleets = [plain.Fleets[0] with { Count = plain.Fleets[0].Count + 1 }, .. plain.Fleets.Skip(1)] };
        var (differ, owners) = (0, OfTrucks.ToDictionary(stream => stream, _ => new SortedSet<long>()));
        for (var run = 0; run < Corridor.Runs; run++)
        {
            var (before, after) = (ByOwner(Draws(plain, run)), ByOwner(Draws(wider, run)));
            foreach (var stream in OfTrucks)
                owners[stream].UnionWith(before.Keys.Where(one => one.Stream == stream).Select(one => one.Owner));
            foreach (var (owner, draws) in before)
            {
                var now = after.GetValueOrDefault(owner, []); // a truck need not break down in both
                var shared = Math.Min(draws.Count, now.Count);
                now.Take(shared).Should().Equal(draws.Take(shared));
                if (draws.Count != now.Count) differ++;
            }
        }
        // Not every run needs every truck.
        owners.Values.Should().AllSatisfy(of => of.Should().Equal(0, 1, 2, 3, 4, 5, 6, 7, 8, 9));
        differ.Should().BePositive("a truck more changes how often the others go");
    }

    [Fact]
    public void Another_seed_and_another_run_draw_other_numbers()
    {
        var first = Hashes(Corridor.Alone(), 0);
        Hashes(Corridor.Alone(), 0).Should().Equal(first);
        Hashes(Corridor.Alone(), 1).Values.Should().NotIntersectWith(first.Values);
    }

    private static Scenario With(string added, Scenario plain) => added switch
    {
        "place and route" => plain with
        {
            Places = plain.Places.Insert(0, new Town("aside")), Routes = plain.Routes.Insert(0, Corridor.Road("aside", "depot", 33)),
        },
        "measure" => plain with { Measures = plain.Measures.Insert(0, new Measure("passed") { Of = "bridge", Is = MeasureKind.Passed }) },
        "closure" => WithConvoy(plain) with
        {
            Disruptions = plain.Disruptions.Insert(0,
                new Closure("strike") { Close = "ford", Every = Duration.Exponential(TimeSpan.FromDays(3)), For = TimeSpan.FromHours(9) }),
        },
        _ => WithConvoy(plain),
    };

    // Salt for somebody else, by other trucks, over another river.
    private static Scenario WithConvoy(Scenario plain) => plain with
    {
        Commodities = plain.Commodities.Insert(0, Salt),
        Places =
        [
            new Depot("salt-works") { Stock = Supply.Unlimited, Docks = 1, Loading = Duration.Exponential(TimeSpan.FromMinutes(30)) },
            new Crossing("ford") { Lanes = 1, Inspection = Duration.Exponential(TimeSpan.FromMinutes(9)) },
            new Depot("salt-store") { Docks = 1, Unloading = Duration.Exponential(TimeSpan.FromMinutes(30)) },
            .. plain.Places,
        ],
        Routes = [Corridor.Road("salt-works", "ford", 40), Corridor.Road("ford", "salt-store", 60), .. plain.Routes],
        Fleets = plain.Fleets.Insert(0, new Fleet("salt-trucks")
        {
            Traffic = "aid", Base = "salt-works", Count = 3, Carries = Mass.FromTonnes(5),
            Breakdown = new Breakdown { Every = Distance.FromKilometres(900), Repair = Duration.Exponential(TimeSpan.FromHours(5)) },
        }),
        SupplyLines = plain.SupplyLines.Insert(0, new SupplyLine("salt")
        {
            From = "salt-works", To = "salt-store", By = "salt-trucks", Commodities = ["salt"],
            Send = Rate.PerDay(Quantity.Kilograms(9_000)),
        }),
    };

    private static readonly StreamKey[] OfTrucks =
        [.. new[] { "loading/depot/trucks", "inspection/bridge/trucks", "unloading/camp/trucks", "breakdown/trucks" }.Select(StreamKey.Of)];

    private static Dictionary<StreamKey, ulong> Hashes(Scenario scenario, int run) =>
        Draws(scenario, run).GroupBy(draw => draw.Stream).ToDictionary(
            stream => stream.Key, stream =>
            {
                var print = new Fingerprint();
                foreach (var draw in stream)
                {
                    print.Add((ulong)draw.Occasion);
                    print.Add(draw.Bits);
                }
                return print.Value;
            });

    // The upper half of an occasion says whose it is.
    private static Dictionary<(StreamKey Stream, long Owner), List<(long, ulong)>> ByOwner(
        List<(StreamKey Stream, long Occasion, ulong Bits)> draws) =>
        draws.GroupBy(draw => (draw.Stream, draw.Occasion >> 32)).ToDictionary(one => one.Key,
            one => one.Select(draw => (draw.Occasion, draw.Bits)).ToList());

    private static List<(StreamKey Stream, long Occasion, ulong Bits)> Draws(Scenario scenario, int run)
    {
        var (draws, thread) = (new List<(StreamKey, long, ulong)>(), Environment.CurrentManagedThreadId);
        void Note(StreamKey stream, long occasion, ulong bits)
        {
            if (Environment.CurrentManagedThreadId == thread) draws.Add((stream, occasion, bits));
        }
        RandomStream.Drawn += Note;
        try
        {
            scenario.Run(Corridor.Seed, run);
        }
        finally
        {
            RandomStream.Drawn -= Note;
        }
        return draws;
    }
}
