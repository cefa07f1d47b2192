using System.Text.Json;
using SupplySim.Experiments;
using SupplySim.Networks;
using SupplySim.Quantities;
using SupplySim.Scenarios.Importers;
using SupplySim.Scenarios.Tests.Support;

namespace SupplySim.Scenarios.Tests.Importers;

/// <summary>The published road graph of Syria and Iraq in 2017, and what is known of it: data/flee_syria2017/expected.json.</summary>
public sealed class FleeNetworkTests
{
    private const string Link = "close Zakho-Al_Malikeyyeh (the Fishkhabour/Semalka link)";
    private static readonly Lazy<FleeNetwork> Syria = new(() => FleeNetwork.Read(Folder()));

    [Fact]
    public void It_has_the_places_and_routes_that_are_published()
    {
        var expected = Expected();
        var network = Syria.Value;
        network.Places.Should().HaveCount(expected.GetProperty("locations").GetInt32());
        foreach (var kind in expected.GetProperty("types").EnumerateObject())
            network.Locations.Count(location => location.Kind == kind.Name).Should().Be(kind.Value.GetInt32(), kind.Name);
        network.Places.OfType<Camp>().Should().HaveCount(expected.GetProperty("types").GetProperty("camp").GetInt32());
        // Two pairs stand twice in the file: the second of each is 37 and 83 km, and the longer ones are 39 and 90.
        network.Routes.Should().HaveCount(expected.GetProperty("routes").GetInt32() - 2);
        network.Routes.Sum(route => route.Length.Metres).Should()
            .Be((long)(expected.GetProperty("sum_route_km").GetDouble() * 1000) - 39_000 - 90_000);
    }

    [Theory]
    [InlineData("closures.csv:11: there is no location or country 'Merkez_a'; 'Merkez_A' differs in upper and lower case alone")]
    [InlineData("closures.csv:12: there is no location or country 'midyat'; 'Midyat' differs in upper and lower case alone")]
    [InlineData("routes.csv:132: Menbij-Dayr_Hafir stands twice: 39 km in line 129, 37 km here; the shorter counts")]
    [InlineData("routes.csv:245: Sulaymaniyah-Arbat stands twice: 90 km in line 233, 83 km here; the shorter counts")]
    [InlineData("routes.csv:33: Shahba-As_Sanamayn is 19 km long and 56.3 km as the crow flies")]
    [InlineData("locations.csv: 'Domiz1' and 'Domiz2' lie at the same position")]
    [InlineData("locations.csv: 'Nizip_1' and 'Nizip_2' lie at the same position")]
    [InlineData("locations.csv: 'Al_Hasakeh' (conflict_zone) and 'Al_Hasakah' (town) are two places 53 km apart")]
    [InlineData("locations.csv:1: the header differs from Flee's: it has 'lat', 'lon' and not 'latitude', 'longitude'")]
    [InlineData("locations.csv:1: the header begins with '#', which is not part of a name")]
    [InlineData("locations.csv: no line break at the end of the file")]
    [InlineData("closures.csv: no line break at the end of the file")]
    [InlineData("source_data: 44 of 46 files have a row of commas alone, the first is irq-akre.csv:1")]
    public void Each_defect_is_told(string defect) => Syria.Value.Defects.Should().Contain(defect);

    [Fact]
    public void Nothing_else_is_called_a_defect_but_the_marks_of_two_more_headers() => Syria.Value.Defects.Should().HaveCount(13 + 2);

    [Fact]
    public void Distances_are_those_published_with_the_link_and_without_it()
    {
        var expected = Expected();
        var (open, closed) = (Ways.Of(Syria.Value.Routes), Ways.Of(WithoutLink()));
        open.SumOfAllPairs().Should().Be((long)expected.GetProperty("sum_sp_km_all_ordered_pairs").GetDouble() * 1000);
        closed.SumOfAllPairs().Should().Be((long)expected.GetProperty(Link).GetProperty("sum_sp_km").GetDouble() * 1000);
    }

    [Theory]
    [InlineData("Dahuk", "Quamishli")]
    [InlineData("Erbil", "Al_Hasakah")]
    [InlineData("Erbil", "Ar_Raqqa")]
    [InlineData("Erbil", "Damascus")]
    [InlineData("Gaziantep", "Ar_Raqqa")]
    public void Closing_the_link_leads_the_way_that_is_published(string from, string to)
    {
        var kilometres = Expected().GetProperty(Link).GetProperty($"{from}-{to}").EnumerateArray()
            .Select(km => km.GetInt64() * 1000).ToArray();
        Ways.Of(Syria.Value.Routes).Metres(from, to).Should().Be(kilometres[0]);
        Ways.Of(WithoutLink()).Metres(from, to).Should().Be(kilometres[1]);
    }

    [Fact]
    public void The_only_alternative_from_Dahuk_is_the_one_published() =>
        Ways.Of(WithoutLink()).Names("Dahuk", "Quamishli").Should()
            .Be(Expected().GetProperty(Link).GetProperty("only alternative from Dahuk").GetString());

    [Fact]
    public void A_convoy_takes_the_detour_when_the_link_is_shut()
    {
        var (fuel, network) = (new Commodity("fuel") { Unit = QuantityUnit.Gram }, Syria.Value);
        Scenario Of(IEnumerable<Route> routes) => new()
        {
            Title = "One truck from Dahuk",
            Clock = new() { Length = TimeSpan.FromDays(3) },
            Commodities = [fuel],
            Defaults = new() { Loading = TimeSpan.Zero, Unloading = TimeSpan.Zero },
            Places = [.. network.Places.Select(place => place.Id == "dahuk" ? new Depot("dahuk") { Stock = Supply.Unlimited } : place)],
            Routes = [.. routes],
            Fleets = [new("trucks") { Mode = Mode.Road, Traffic = "aid", Base = "dahuk", Count = 1, Carries = Mass.FromTonnes(20) }],
            SupplyLines = [new("line") { From = "dahuk", To = "quamishli", By = "trucks", Commodities = ["fuel"],
                UpTo = Supply.Of(("fuel", Quantity.Tonnes(20))) }],
        };
        long Ticks(Scenario scenario) => scenario.Run(1).Trips.Where(trip => trip.Laden).Sum(trip => (trip.Arrives - trip.Departs).Ticks);
        Ticks(Of(network.Routes)).Should().Be(212 * TimeSpan.TicksPerHour / 50);
        Ticks(Of(WithoutLink())).Should().Be(1176 * TimeSpan.TicksPerHour / 50);
    }

    [Fact]
    public void The_small_instance_of_Flee_reads_with_its_quoted_header()
    {
        var folder = Path.GetDirectoryName(DataFolder.Find("flee_small_test/routes.csv"))!;
        var network = FleeNetwork.Read(folder);
        network.Places.Should().HaveCount(7);
        network.Routes.Should().HaveCount(9);
        network.Closures.Should().Equal(new FleeClosure("country", "ABC", "DEF", 5, 8));
        Ways.Of(network).Metres("A", "F").Should().Be(425_000);
    }

    [Fact]
    public void What_cannot_be_used_is_left_out_and_told()
    {
        using var files = new ScenarioFiles();
        files.With("locations.csv", "name,region,country,latitude,longitude,location_type,conflict_date,population\n"
                + "A,r,c,1,1,town,,\nA,r,c,2,2,town,,\na,r,c,3,x,town,,\nB!,r,c,4,4,town,,\nC,r,c,95,4,camp,,7\n")
            .With("routes.csv", "name1,name2,distance,forced_redirection\nA,Z,5,0\nA,A,5,0\nA,C,0,0\nA,C,five,0\nA,C,12,2\n");
        var network = FleeNetwork.Read(files.Folder);
        network.Locations.Select(location => location.Id.Value).Should().Equal("a", "a-2", "c");
        network.Routes.Should().ContainSingle().Which.Length.Should().Be(Distance.FromKilometres(12));
        network.Defects.Should().Equal(
            "locations.csv:3: 'A' stands twice; the second is left out",
            "locations.csv:4: 'a' differs from another location in case or signs alone; it is called 'a-2'",
            "locations.csv:4: 'x' is not a number",
            "locations.csv:4: 'a' has no position",
            "locations.csv:5: 'B!' cannot be made an id; the location is left out",
            "locations.csv:6: 'C' lies at 95, 4, which is nowhere",
            "routes.csv:2: there is no location 'Z'; the route is left out",
            "routes.csv:3: A-A leads to itself; it is left out",
            "routes.csv:4: A-C has no length; it is left out",
            "routes.csv:5: 'five' is not a number",
            "routes.csv:5: A-C has no length; it is left out",
            "routes.csv:6: A-C is a forced redirection, which is taken as a road");
    }

    [Fact]
    public void A_folder_without_a_network_is_an_error()
    {
        using var files = new ScenarioFiles();
        ((Action)(() => FleeNetwork.Read(files.Folder))).Should().Throw<FileNotFoundException>().WithMessage("*locations.csv*");
        ((Action)(() => FleeNetwork.Read(Path.Combine(files.Folder, "none")))).Should().Throw<DirectoryNotFoundException>();
    }

    private static string Folder() => Path.GetDirectoryName(DataFolder.Find("flee_syria2017/expected.json"))!;

    private static JsonElement Expected() =>
        JsonDocument.Parse(File.ReadAllText(DataFolder.Find("flee_syria2017/expected.json"))).RootElement;

    private static Route[] WithoutLink()
    {
        var (a, b) = (Syria.Value["Zakho"], Syria.Value["Al_Malikeyyeh"]);
        var left = Syria.Value.Routes.Where(route => (route.From, route.To) != (a, b) && (route.To, route.From) != (a, b)).ToArray();
        left.Should().HaveCount(Syria.Value.Routes.Length - 1);
        return left;
    }

    /// <summary>Shortest ways over the routes of a network.</summary>
    private sealed class Ways
    {
        private readonly FleeNetwork _network;
        private readonly Graph _graph;
        private readonly ShortestPaths _paths;

        private Ways(FleeNetwork network, IReadOnlyList<Route> routes)
        {
            _network = network;
            var arcs = routes.SelectMany((route, i) => new Arc[]
            {
                new(Number(route.From), Number(route.To), route.Length.Metres, i),
                new(Number(route.To), Number(route.From), route.Length.Metres, i),
            });
            (_graph, _paths) = (new(network.Places.Length, [.. arcs]), null!);
            _paths = new(_graph);
        }

        public static Ways Of(FleeNetwork network) => new(network, network.Routes);

        public static Ways Of(IReadOnlyList<Route> routes) => new(Syria.Value, routes);

        public long Metres(string from, string to)
        {
            _paths.Find(Number(_network[from]), Number(_network[to]), default(AllArcs)).Should().BeTrue();
            return _paths.CostTo(Number(_network[to]));
        }

        public string Names(string from, string to)
        {
            Metres(from, to);
            var way = new int[_paths.LengthOf(Number(_network[to]))];
            _paths.CopyPath(Number(_network[to]), way);
            return string.Join('-', way.Select(arc => _network.Locations[_graph[arc].To].Name).Prepend(from));
        }

        public long SumOfAllPairs() => Enumerable.Range(0, _graph.PlaceCount).Sum(origin =>
        {
            _paths.FindAll(origin, default(AllArcs));
            return Enumerable.Range(0, _graph.PlaceCount).Sum(_paths.CostTo);
        });

        private int Number(PlaceId id)
        {
            for (var i = 0; i < _network.Locations.Length; i++)
                if (_network.Locations[i].Id == id) return i;
            throw new KeyNotFoundException(id.Value);
        }
    }
}
