using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;
using SupplySim.Results.Tables;
using SupplySim.Results.Tests.Fixture;

namespace SupplySim.Results.Tests.Tables;

public sealed class TableTests
{
    private static string[] Rows(Table table) =>
        Encoding.UTF8.GetString(table.Content.AsSpan()).Split('\n', StringSplitOptions.RemoveEmptyEntries);

    [Fact]
    public void The_columns_are_those_of_the_contract()
    {
        Rows(MeasuresTable.Of(SmallExperiment.Result))[0].Should().Be("alternative,run,measure,place,commodity,value,unit,detail");
        Rows(TimeSeriesTable.Of(SmallExperiment.Result))[0].Should()
            .Be("alternative,day,place,commodity,measure,mean,p05,p25,p50,p75,p95,n,half_width");
    }

    [Fact]
    public void Every_value_of_every_run_has_a_row_and_reads_back_as_itself()
    {
        var result = SmallExperiment.Result;
        var rows = Rows(MeasuresTable.Of(result)).Skip(1).Select(r => r.Split(',')).ToArray();

        var read = rows.Select(r => r[5].Length == 0 ? double.NaN : double.Parse(r[5], CultureInfo.InvariantCulture));

        read.Should().Equal(result.Alternatives.SelectMany(a => a.Values));
        rows.Should().Contain(r => r[5].Length == 0, "what never happened is an empty field");
    }

    [Fact]
    public void Losses_have_a_table_where_anything_that_fights_is_counted()
    {
        Rows(LossesTable.Of(SmallExperiment.Result)!).Should().Equal(
            "alternative,party,type,initial,present,lost,claimed", "contested,north,tank,2000,1900,100,140", "contested,south,truck,,,8,",
            "contested,north,people,40000,39000,1000,");
        LossesTable.Of(SmallExperiment.Result with { Alternatives = [SmallExperiment.Result.Alternatives[1]] }).Should().BeNull();
    }

    [Fact]
    public void Every_day_of_every_series_has_a_row() =>
        Rows(TimeSeriesTable.Of(SmallExperiment.Result)).Should().HaveCount(1 + 2 * 8 * SmallExperiment.Days);

    [Fact]
    public void A_trip_is_told_with_its_ends_in_the_direction_travelled() =>
        Rows(MovementsTable.Of(SmallExperiment.Result))[4].Should().Be(
            "contested,3,trucks,road,aster,old-bridge,20,false,2020-03-02T08:00:00+03:00,2020-03-02T12:00:00+03:00,0,1");

    [Theory]
    [InlineData("=1+1")]
    [InlineData("@x")]
    [InlineData("+x")]
    [InlineData("-x")]
    public void A_text_that_a_spreadsheet_would_run_is_disarmed(string name)
    {
        var result = SmallExperiment.Saying(text => text == "contested" ? name : text);

        Rows(MeasuresTable.Of(result))[1].Should().StartWith($"\"'{name}\",0,");
    }

    [Fact]
    public void The_package_describes_each_table_as_it_is()
    {
        Table[] tables = [MeasuresTable.Of(SmallExperiment.Result), TimeSeriesTable.Of(SmallExperiment.Result),
            MovementsTable.Of(SmallExperiment.Result)];

        var package = JsonNode.Parse(DataPackage.Of("Two bridges", "Results.", SmallExperiment.Source, [.. tables]).ToJson())!;

        package["name"]!.GetValue<string>().Should().Be("two-bridges");
        foreach (var (resource, table) in package["resources"]!.AsArray().Zip(tables))
        {
            resource!["path"]!.GetValue<string>().Should().Be(table.FileName);
            resource["bytes"]!.GetValue<long>().Should().Be(table.Content.Length);
            string.Join(',', resource["schema"]!["fields"]!.AsArray().Select(f => f!["name"]!.GetValue<string>())).Should()
                .Be(Rows(table)[0]);
        }
    }
}
