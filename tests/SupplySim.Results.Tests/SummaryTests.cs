using System.Text.Json;
using System.Text.Json.Nodes;
using SupplySim.Results.Tests.Fixture;

namespace SupplySim.Results.Tests;

public sealed class SummaryTests
{
    private static readonly Summary Written = Summary.Of(SmallExperiment.Result, SmallExperiment.Source);

    private static JsonObject Json(Summary summary) => JsonNode.Parse(summary.ToJson())!.AsObject();

    [Fact]
    public void The_fields_stand_in_the_order_of_the_contract()
    {
        Json(Written).Select(f => f.Key).Should().Equal(
            "schema", "scenario", "version", "seed", "runs", "runsPlanned", "ended", "horizonDays", "engine", "fingerprint",
            "alternatives", "comparisons", "helps");
        Json(Written)["alternatives"]![0]!["measures"]![0]!.AsObject().Select(f => f.Key).Should().Equal(
            "measure", "label", "place", "commodity", "detail", "unit", "n", "mean", "halfWidth", "low", "high", "intervalMethod",
            "level", "method",
            "min", "p05", "p50", "p95", "max", "quantileMethod", "quantiles");
        Json(Written)["alternatives"]![0]!["ledger"]![0]!.AsObject().Select(f => f.Key).Should().Equal(
            "commodity", "unit", "initial", "supplied", "stock", "inTransit", "consumed", "lost");
        Json(Written)["comparisons"]![0]!.AsObject().Select(f => f.Key).Should().Equal(
            "measure", "place", "commodity", "detail", "baseline", "alternative", "difference", "halfWidth", "level", "n",
            "varianceRatio", "method", "pValue", "test", "adjustedPValue", "distinguishable", "same");
    }

    [Fact]
    public void The_file_says_nothing_of_the_machine_and_the_screen_form_does()
    {
        Json(Written)["engine"]!.AsObject().Select(f => f.Key).Should().Equal("events");
        Json(Written).ContainsKey("runDirectory").Should().BeFalse();

        var printed = Json(Written.WithRun(SmallExperiment.Result, "runs/x"));

        printed["engine"]!.AsObject().Select(f => f.Key).Should().Equal("events", "seconds", "eventsPerSecond", "threads");
        printed["engine"]!["eventsPerSecond"]!.GetValue<double>().Should().Be(1_149_024);
        printed["runDirectory"]!.GetValue<string>().Should().Be("runs/x");
    }

    [Fact]
    public void What_never_happened_has_a_share_of_zero_and_no_mean()
    {
        var never = Json(Written)["alternatives"]![1]!["measures"]!.AsArray()
            .First(m => m!["measure"]!.GetValue<string>() == "first-shortage")!;

        never["share"]!.GetValue<double>().Should().Be(0);
        never["shareHigh"]!.GetValue<double>().Should().BeInRange(0.05, 0.12);
        never["happened"]!.GetValue<int>().Should().Be(0);
        never["n"]!.GetValue<int>().Should().Be(SmallExperiment.Runs);
        never["mean"].Should().BeNull();
        never["p50"].Should().BeNull();
    }

    [Fact]
    public void Only_what_may_never_happen_carries_a_share()
    {
        var measures = Json(Written)["alternatives"]![0]!["measures"]!.AsArray();

        measures.Where(m => m!.AsObject().ContainsKey("share")).Select(m => m!["measure"]!.GetValue<string>()).Distinct()
            .Should().Equal("first-shortage", "recovery");
    }

    [Theory]
    [InlineData(double.NaN)]
    [InlineData(double.PositiveInfinity)]
    [InlineData(double.NegativeInfinity)]
    public void A_number_that_JSON_does_not_know_is_null(double value) => Summary.Finite(value).Should().BeNull();

    [Fact]
    public void A_whole_value_reads_back_as_the_same_number()
    {
        var expected = SmallExperiment.Result.Alternatives[0].Measure("hungry", commodity: "food").Estimate.Mean;

        var read = Json(Written)["alternatives"]![0]!["measures"]!.AsArray().First(m =>
            m!["measure"]!.GetValue<string>() == "hungry" && m["place"] is null)!["mean"]!.GetValue<double>();

        read.Should().Be(expected);
    }

    [Fact]
    public void Comparisons_are_judged_together()
    {
        var result = SmallExperiment.Result;

        var verdicts = Summary.Of(result, null).Comparisons.Select(c => c.Distinguishable);

        verdicts.Should().NotBeEmpty().And.AllSatisfy(v => v.Should().BeTrue(), "shut bridges make a difference to every measure");
    }

    [Fact]
    public void A_difference_that_is_none_cannot_be_told_apart()
    {
        var result = SmallExperiment.Result;
        var same = Enumerable.Range(0, 40).Select(i => Math.Sin(i)).ToArray();
        var other = Enumerable.Range(0, 40).Select(i => Math.Sin(i) + 0.1 * Math.Cos(i * 7)).ToArray();
        var unsure = result.Comparisons[0] with { Difference = Statistics.PairedDifference.Of(other, same) };

        var summary = Summary.Of(result with { Comparisons = [unsure, .. result.Comparisons.Skip(1)] }, null);

        summary.Comparisons[0].Distinguishable.Should().BeFalse();
        summary.Comparisons[1].Distinguishable.Should().BeTrue();
    }

    [Fact]
    public void A_scenario_built_in_code_has_no_file()
    {
        var scenario = Json(Summary.Of(SmallExperiment.Result, null))["scenario"]!;

        scenario["title"]!.GetValue<string>().Should().Be("Two bridges, spring 2020");
        scenario["file"].Should().BeNull();
        scenario["sha256"].Should().BeNull();
    }

    [Fact]
    public void The_hash_of_the_scenario_file_is_that_of_its_bytes() =>
        new ScenarioSource("a.supply.yaml", "abc").Sha256
            .Should().Be("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad", "that is the published vector for abc");

    [Fact]
    public void The_document_is_strict_JSON()
    {
        var read = () => JsonDocument.Parse(Written.ToJson(), new() { AllowDuplicateProperties = false });

        read.Should().NotThrow();
    }

    [Fact]
    public void What_is_counted_of_an_alternative_is_there_by_run_or_over_all_runs()
    {
        var first = JsonNode.Parse(Summary.Of(SmallExperiment.Result, SmallExperiment.Source).ToJson())!["alternatives"]![0]!;

        first["settled"]!.GetValue<bool>().Should().BeFalse();
        first["blamed"]!.ToJsonString().Should()
            .Be("""[{"disruption":"shelling","vehicleDays":675},{"disruption":"high-water (flood)","vehicleDays":225}]""");
        first["paused"]!.ToJsonString().Should().Be("""[{"line":"camp-road","days":19},{"line":"force-road","days":20.5}]""");
        first["aircraftWaits"]!.ToJsonString().Should().Be(
            """[{"cause":"hours","aircraftDays":1.5},{"cause":"lane","aircraftDays":0.5},{"cause":"fuel","aircraftDays":0.5}]""");
        first["equipment"]![1]!.ToJsonString().Should()
            .Be("""{"party":"south","type":"truck","initial":null,"present":null,"lost":8,"claimed":null}""");
        first["strengths"]!.ToJsonString().Should().Be("""[{"party":"north","initial":40000,"lost":1000}]""");
    }
}
