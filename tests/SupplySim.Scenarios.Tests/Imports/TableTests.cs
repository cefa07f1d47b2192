using SupplySim.Quantities;
using SupplySim.Scenarios.Tests.Support;

namespace SupplySim.Scenarios.Tests.Imports;

public sealed class TableTests : IDisposable
{
    private const string Tables = ScenarioFiles.Head + "places: {table: places.csv}\nroutes: {table: roads/routes.csv}\n";
    private const string Places =
        "id,name,kind,lat,lon,people\nbase,The base,depot,36.5,43.0,\ncamp-a,\"Camp A, old\",camp,-36.25,43.5,12 000\n";
    private const string Routes = "from,to,length km,speed\nbase,camp-a,41.5,60 km/h\n";
    private readonly ScenarioFiles _files = new();

    public void Dispose() => _files.Dispose();

    [Fact]
    public void A_table_says_what_the_scenario_file_would_say()
    {
        var fromTables = _files.With("places.csv", Places).With("roads/routes.csv", Routes).Read(Tables);
        var written = _files.Read(ScenarioFiles.Head + """
            places:
              base: {name: The base, kind: depot, at: 36.5 N 43.0 E}
              camp-a: {name: "Camp A, old", kind: camp, at: 36.25 S 43.5 E, people: 12 000}
            routes:
              base - camp-a: {length: 41.5 km, speed: 60 km/h}
            """);
        fromTables.Places.Should().Equal(written.Places);
        fromTables.Routes.Should().Equal(written.Routes);
        fromTables.Places[1].At.Should().Be(new GeoPoint(-36.25, 43.5));
    }

    // Whatever names a place that might stand in a row that is missing is not wrong for that.
    [Theory]
    [InlineData("id,kind\nbase,depot\ncamp-a,\"camp\n", "SS0603")]
    [InlineData("id,kind\nbase,depot\n,camp\n", "SS0210")]
    [InlineData("kind\ndepot\n", "SS0202")]
    [InlineData("", "SS0002")]
    public void Of_a_table_that_lacks_rows_only_that_is_told(string places, string code) =>
        _files.With("places.csv", places).With("roads/routes.csv", Routes).Told(Tables).Should().ContainSingle().Which.Should()
            .Contain($" {code} ");

    [Theory]
    [InlineData("length km", "41.5")]
    [InlineData("length [km]", "41.5")]
    [InlineData("length (km)", "41.5")]
    [InlineData("length m", "41 500")]
    [InlineData("length", "41.5 km")]
    [InlineData("length mi", "41.5 km")]
    public void A_unit_stands_in_the_header_or_in_the_cell(string head, string cell) =>
        _files.With("places.csv", Places).With("roads/routes.csv", $"from,to,{head},speed km/h\nbase,camp-a,{cell},60\n").Read(Tables)
            .Routes[0].Length.Should().Be(Distance.FromMetres(41_500));

    [Fact]
    public void A_column_is_a_path_of_keys()
    {
        var scenario = _files.With("places.csv", "id,kind,airfield.parking,airfield.ground-time,lanes.in,lanes.out,inspection\n"
            + "strip,town,2,90 min,,,\nbridge,crossing,,,1,3,8 min\n").Read(ScenarioFiles.Head + "places: {table: places.csv}\n");
        ((Site)scenario.Places[0]).Airfield!.Parking.Should().Be(2);
        ((Crossing)scenario.Places[1]).Lanes.Named!.Should().Equal(("in", 1), ("out", 3));
    }

    [Fact]
    public void A_list_stands_in_brackets() =>
        _files.With("places.csv", Places).With("roads/routes.csv", Routes)
            .With("closures.csv", "id,close,to,at\nflood,base - camp-a,\"[aid, military]\",day 1\n")
            .Read(Tables + "disruptions: {table: closures.csv}\n").Disruptions.Cast<SupplySim.Disruptions.Closure>().Single().To.Should()
            .Equal("aid", "military");

    [Fact]
    public void A_row_of_hxl_tags_is_skipped_and_the_row_before_it_is_the_header() =>
        _files.With("places.csv", "A list of places,,,\nid,kind,lat,lon\n#loc+id,#loc+type,#geo+lat,#geo+lon\nbase,depot,36.5,43\n")
            .Read(ScenarioFiles.Head + "places: {table: places.csv}\n")
            .Places.Should().Equal(new Depot("base") { At = new(36.5, 43) });

    [Theory]
    [InlineData("input-valid.csv", 2)]
    [InlineData("input-valid.tsv", 2)]
    [InlineData("output-valid.csv", 1)]
    [InlineData("input-multiple-headers.csv", 2)]
    [InlineData("input-untagged.csv", 1)]
    [InlineData("input-invalid.csv", 1)]
    [InlineData("input-fuzzy.csv", 1)]
    public void The_header_of_published_files_is_found_where_the_tags_say(string file, int line)
    {
        File.Copy(DataFolder.Find(Path.Combine("hxl", file)), Path.Combine(_files.Folder, "places.csv"));
        _files.Told(ScenarioFiles.Head + "places: {table: places.csv}\n").Should().ContainSingle()
            .Which.Should().StartWith($"places.csv:{line}:1+").And.EndWith("SS0202 the table needs a column `id`");
    }

    [Fact]
    public void A_file_that_is_not_utf8_is_told_at_its_line()
    {
        File.Copy(DataFolder.Find("hxl/input-valid-latin1.csv"), Path.Combine(_files.Folder, "places.csv"));
        _files.Told(ScenarioFiles.Head + "places: {table: places.csv}\n").Should()
            .Equal("places.csv:1:3+1 SS0004 from here on this file is not text in UTF-8");
    }

    [Fact]
    public void Settings_and_alternatives_reach_into_tables()
    {
        var main = Tables + "experiment: {compare: {as-is: {}, crowded: {places.camp-a.people: 30 000}}}\n";
        var scenario = _files.With("places.csv", Places).With("roads/routes.csv", Routes).Read(main, "routes[base - camp-a].length=50 km");
        scenario.Routes[0].Length.Should().Be(Distance.FromKilometres(50));
        ((Camp)scenario.Experiment.Compare[1].Scenario["camp-a"]).People.Mean.Should().Be(30_000);
        ((Camp)scenario.Experiment.Compare[0].Scenario["camp-a"]).People.Mean.Should().Be(12_000);
    }

    [Fact]
    public void Parameters_and_inline_blocks_stand_beside_tables()
    {
        var scenario = _files.With("places.csv", "id,kind,people\ncamp,camp,${crowd}\n").Read(
            ScenarioFiles.Head + "places:\n  table: [places.csv]\n  base: {kind: depot}\nparameters:\n  crowd: {value: 700}\n");
        scenario.Places.Select(p => p.Id).Should().Equal("base", "camp");
        ((Camp)scenario["camp"]).People.Mean.Should().Be(700);
    }

    [Theory]
    [InlineData("id,kind\nbase,depo\n", "places.csv:2:6+4 SS0205 `depo` is not allowed here")]
    [InlineData("id,kind\nBase,depot\n", "places.csv:2:1+4 SS0204 `Base` is not an id")]
    [InlineData("id,kind\nbase,depot\nbase,depot\n", "places.csv:3:1+4 SS0104 `base` stands twice in this scenario")]
    [InlineData("id,kind,kind\nbase,depot,depot\n", "places.csv:1:9+4 SS0104 `kind` stands twice in the header")]
    [InlineData("id,kind,dock\nbase,depot,2\nb,depot,3\n", "places.csv:1:9+4 SS0201 `dock` is not a key of a depot")]
    [InlineData("id,kind,docks\nbase,depot,two\n", "places.csv:2:12+3 SS0302 `two` is not a number")]
    [InlineData("id,kind,people\n\"c\",camp,\"1,000\"\n",
        "places.csv:2:11+5 SS0301 `1,000` has a comma: is it a decimal point, or does it set thousands apart?")]
    [InlineData("id,name,kind,docks\nx,Čelebić,town,two\n", "places.csv:2:16+3 SS0302 `two` is not a number")]
    [InlineData("id,name,kind,docks\nx,\"a\nb\",town, two \n", "places.csv:3:10+3 SS0302 `two` is not a number")]
    [InlineData("id;kind;lat;lon\nbase;depot;36,5;43,1\n", "places.csv:2:12+9 SS0310 a latitude with `N` or `S` is needed in a position")]
    [InlineData("id,kind,lat,lon\nbase,depot,91,43\n", "places.csv:2:12+5 SS0306 `91 N` is outside what is allowed: 0 to 90 degrees")]
    [InlineData("id,kind,lat,lon\nbase,depot,36,\n", "places.csv:2:12+2 SS0310 a longitude is needed in a position")]
    [InlineData("id,kind,lat\nbase,depot,36\n", "places.csv:1:9+3 SS0603 one of `lat` and `lon` is missing")]
    [InlineData("id,kind,lat deg,lon\nbase,depot,36,4\n", "places.csv:1:9+3 SS0603 `lat` has no unit")]
    [InlineData("id,kind,at,lat,lon\nbase,depot,,36,4\n", "places.csv:1:12+3 SS0603 `lat` and `lon` fill `at`, which has a column too")]
    [InlineData("id,kind,airfield,airfield.parking\nbase,depot,,\n",
        "places.csv:1:18+16 SS0104 `airfield.parking` and `airfield` fill the same key")]
    [InlineData("id,kind\n,depot\n", "places.csv:2:1+6 SS0210 the cell `id` of this row is empty")]
    [InlineData("id,kind\nbase,depot,7\n", "places.csv:2:12+1 SS0201 nothing stands above `7` in the header")]
    [InlineData("id,,kind\nbase,7,depot\n", "places.csv:2:6+1 SS0201 nothing stands above `7` in the header")]
    [InlineData("kind\ndepot\n", "places.csv:1:1+4 SS0202 the table needs a column `id`")]
    [InlineData("id,kind\nbase,\"depot\n",
        "places.csv:2:1+1 SS0603 from this row on the table cannot be read: a quotation mark is not closed, or stands within a cell")]
    [InlineData("\n\n", "places.csv:1:1+1 SS0603 there is no header in this table")]
    [InlineData("id,kind\nba\u0001se,depot\n", "places.csv:2:3+1 SS0004 the character U+0001 does not belong in a scenario file")]
    public void A_mistake_is_told_at_its_cell(string table, string told) =>
        _files.With("places.csv", table).Told(ScenarioFiles.Head + "places: {table: places.csv}\n").Should().Equal(told);

    [Theory]
    [InlineData("from,to,length km,speed km/h\nbase,camp-b,41.5,60\n", "roads/routes.csv:2:1+11 SS0208 there is no place `camp-b`")]
    [InlineData("from,to,length km,speed km/h\nbase,,41.5,60\n", "roads/routes.csv:2:1+13 SS0210 the cell `to` of this row is empty")]
    [InlineData("from,to,length,speed km/h\nbase,camp-a,41.5,60\n", "roads/routes.csv:2:13+4 SS0304 a distance needs a unit")]
    [InlineData("from,to,length t,speed km/h\nbase,camp-a,41.5,60\n",
        "roads/routes.csv:2:13+4 SS0303 `41.5 t` is a mass; a distance is needed here")]
    [InlineData("from,to,length km,speed km/h\nbase,camp-a,41.5,60\nbase,camp-a,40,60\n",
        "roads/routes.csv:3:1+11 SS0104 `base - camp-a` stands twice in this scenario")]
    [InlineData("from,to,length km\nbase,camp-a,41.5\n", "roads/routes.csv:2:1+11 SS0402 a road without a speed")]
    public void A_mistake_in_a_route_is_told_at_its_row(string table, string told) =>
        _files.With("places.csv", Places).With("roads/routes.csv", table).Told(Tables).Should().Equal(told);

    [Fact]
    public void A_second_route_between_two_places_has_a_name() =>
        _files.With("places.csv", Places).With("roads/routes.csv",
            "from,to,name,length km,speed km/h\nbase,camp-a,,40,60\nbase,camp-a,old,55,30\n")
            .Read(Tables).Routes.Select(r => r.Id).Should().Equal("base - camp-a", "base - camp-a (old)");

    [Fact]
    public void A_table_beyond_the_limit_of_columns_is_refused() =>
        _files.With("places.csv", "id," + string.Join(',', Enumerable.Range(0, 200).Select(i => $"c{i}")) + "\nbase\n")
            .Told(ScenarioFiles.Head + "places: {table: places.csv}\n").Should().ContainSingle()
            .Which.Should().EndWith("SS0604 a table may have 200 columns; this one has 201");

    [Fact]
    public void Rows_beyond_the_limit_are_refused_where_they_begin()
    {
        var rows = string.Concat(Enumerable.Repeat("x,\n", 1_000_001));
        _files.With("places.csv", "id,kind\n" + rows).Told(ScenarioFiles.Head + "places: {table: places.csv}\n")
            .Should().Contain(told => told.StartsWith("places.csv:1000002:1+2 SS0604"));
    }

    [Fact]
    public void Clocks_and_other_blocks_without_ids_are_no_tables() =>
        _files.With("c.csv", "id\nx\n").Told(ScenarioFiles.Head.Replace("{length: 30 d}", "{length: 30 d, table: c.csv}"))
            .Should().ContainSingle().Which.Should().EndWith("SS0201 `table` is not a key of a clock");
}
