using CsCheck;
using SupplySim.Planning;
using SupplySim.Quantities;
using SupplySim.Runs;

namespace SupplySim.Tests.Planning;

public sealed class OnTheWayTests
{
    private static readonly Gen<(int Places, (int From, int To)[] Routes)> Network =
        from places in Gen.Int[2, 7]
        from routes in Gen.Select(Gen.Int[0, places - 1], Gen.Int[0, places - 1]).Array[0, 12]
        select (places, routes.Where(one => one.Item1 != one.Item2).Select(one => (one.Item1, one.Item2)).ToArray());

    // Trucks go from place 0 to place 1; every way that passes no place twice is walked.
    [Fact]
    public void It_is_what_lies_on_some_way_that_passes_no_place_twice() => Network.Sample(sample =>
    {
        var (places, routes) = (new HashSet<int>(), new HashSet<int>());
        Walk(sample.Routes, [0], [], places, routes);
        var ways = Of(sample.Places, sample.Routes, new bool[sample.Places]);

        // The ends themselves are never asked: nobody shuts a depot to see who passes.
        Enumerable.Range(2, sample.Places - 2).Where(ways.IsPlace).Should().BeEquivalentTo(places.Where(place => place > 1));
        Enumerable.Range(0, sample.Routes.Length).Where(ways.IsRoute).Should().BeEquivalentTo(routes);
    });

    [Fact]
    public void What_is_never_open_leads_nowhere()
    {
        // 0 - 2 - 3 - 1, and 2 - 4 - 1 beside it.
        (int, int)[] routes = [(0, 2), (2, 3), (3, 1), (2, 4), (4, 1)];
        var ways = Of(5, routes, [false, false, false, true, false]);

        Enumerable.Range(0, 5).Select(ways.IsRoute).Should().Equal(true, false, false, true, true);
        (ways.IsPlace(3), ways.IsPlace(4)).Should().Be((false, true));
    }

    [Fact]
    public void Where_nobody_drives_nothing_is_on_the_way()
    {
        var catalogue = Catalogue(3, [(0, 2), (2, 1)], isSupplied: false);
        new OnTheWay(catalogue, new RoadMap(catalogue), new bool[3]).IsPlace(2).Should().BeFalse();
    }

    [Fact]
    public void A_road_too_weak_for_the_trucks_is_none()
    {
        var catalogue = Catalogue(3, [(0, 2), (2, 1), (0, 1)], isSupplied: true, limit: Mass.FromTonnes(5));
        var ways = new OnTheWay(catalogue, new RoadMap(catalogue), new bool[3]);
        Enumerable.Range(0, 3).Select(ways.IsRoute).Should().Equal(false, false, true);
    }

    // 16 t empty, 26 t laden: what bears 16 t lies on the way home.
    [Theory]
    [InlineData(16, true)]
    [InlineData(15, false)]
    public void A_road_that_bears_the_empty_trucks_alone_is_one(int limit, bool isOnTheWay)
    {
        var catalogue = Catalogue(3, [(0, 2), (2, 1), (0, 1)], isSupplied: true, limit: Mass.FromTonnes(limit), gross: Mass.FromTonnes(26));
        new OnTheWay(catalogue, new RoadMap(catalogue), new bool[3]).IsRoute(0).Should().Be(isOnTheWay);
    }

    // Trucks of 10 t; guards of 4 t, who come to where they set out.
    [Fact]
    public void Nor_need_it_bear_more_than_those_who_come_to_escort()
    {
        var catalogue = Catalogue(3, [(0, 2), (2, 1), (0, 1)], isSupplied: true, limit: Mass.FromTonnes(4), guards: Mass.FromTonnes(4));
        new OnTheWay(catalogue, new RoadMap(catalogue), new bool[3]).IsRoute(0).Should().BeTrue();
    }

    private static OnTheWay Of(int places, (int From, int To)[] routes, bool[] neverOpen)
    {
        var catalogue = Catalogue(places, routes, isSupplied: true);
        return new OnTheWay(catalogue, new RoadMap(catalogue), neverOpen);
    }

    // A limit of weight is that of the first route.
    private static Catalogue Catalogue(int places, (int From, int To)[] routes, bool isSupplied, Mass? limit = null, Mass? gross = null,
        Mass? guards = null) => new(
        new Clock { Length = TimeSpan.FromDays(1) }, new Defaults(), [],
        [new Commodity("crate") { Unit = QuantityUnit.Piece, Weight = Mass.FromTonnes(10) }], [],
        [.. Enumerable.Range(0, places).Select(place => (Place)new Town($"p{place}"))],
        [.. routes.Select((one, i) =>
            Small.Leg($"p{one.From}", $"p{one.To}", 10) with { Name = $"r{i}", WeightLimit = i == 0 ? limit : null })],
        [
            new Fleet("trucks")
            {
                Traffic = "aid", Base = "p0", Count = 1, Carries = Mass.FromTonnes(10), Gross = gross,
                Convoy = guards is null
                    ? null
                    : new ConvoyRules { Size = new(1, 1), Wait = default, Escort = new Escort { From = "guards", Count = 1 } },
            },
            new Fleet("guards") { Traffic = "aid", Base = "p1", Count = 1, Gross = guards },
        ],
        isSupplied ? [new SupplyLine("road") { From = "p0", To = "p1", By = "trucks", Commodities = ["crate"] }] : [],
        []);

    private static void Walk((int From, int To)[] network, List<int> way, List<int> taken, HashSet<int> places, HashSet<int> routes)
    {
        if (way[^1] == 1)
        {
            places.UnionWith(way);
            routes.UnionWith(taken);
            return;
        }
        for (var route = 0; route < network.Length; route++)
        {
            var (from, to) = network[route];
            if (from != way[^1] && to != way[^1]) continue;
            var next = from == way[^1] ? to : from;
            if (way.Contains(next)) continue;
            Walk(network, [.. way, next], [.. taken, route], places, routes);
        }
    }
}
