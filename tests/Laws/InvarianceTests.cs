using System.Globalization;
using SupplySim.Experiments;

namespace SupplySim.Laws;

/// <summary>What must not change a result does not change a bit of it.</summary>
public class InvarianceTests
{
    private static readonly ExperimentResult Reference = Run(workers: 1);

    /// <summary>Without spread the laws below would hold for a model without chance, too.</summary>
    [Fact]
    public void The_runs_of_the_corridor_differ_from_one_another_and_so_do_its_alternatives()
    {
        ByRun(Reference.Alternatives[0]).Distinct().Should().HaveCount(Corridor.Runs);
        Reference.Alternatives[1].Fingerprint.Should().NotBe(Reference.Alternatives[0].Fingerprint);
    }

    [Theory]
    [InlineData(2)]
    [InlineData(5)]
    public void The_number_of_workers_changes_no_bit(int workers) => BeTheSame(Run(workers));

    [Theory]
    [InlineData("de-DE")]
    [InlineData("tr-TR")]
    [InlineData("fa-IR")]
    public void The_culture_of_the_threads_changes_no_bit(string culture)
    {
        var (before, beforeOfThreads) = (CultureInfo.CurrentCulture, CultureInfo.DefaultThreadCurrentCulture);
        var other = CultureInfo.GetCultureInfo(culture);
        Assert.SkipWhen(1.5.ToString(other) == "1.5", "this machine knows no cultures (ICU is missing)");
        try
        {
            CultureInfo.CurrentCulture = CultureInfo.DefaultThreadCurrentCulture = other;
            BeTheSame(Run(workers: 2));
        }
        finally
        {
            (CultureInfo.CurrentCulture, CultureInfo.DefaultThreadCurrentCulture) = (before, beforeOfThreads);
        }
    }

    [Fact]
    public void A_replication_run_alone_is_that_replication_of_the_experiment()
    {
        foreach (var alternative in Reference.Alternatives)
        {
            var alone = Enumerable.Range(0, Corridor.Runs).Select(run => alternative.Scenario.Run(Corridor.Seed, run)).ToArray();
            alone.Select(run => Bits(run.Values)).Should().Equal(ByRun(alternative));
            alone[alternative.Shown.Replication].OutcomeFingerprint.Should().Be(alternative.Shown.OutcomeFingerprint);
        }
    }

    [Fact]
    public void A_town_a_route_and_a_measure_that_concern_nobody_change_no_value_of_the_rest()
    {
        var corridor = Corridor.Alone();
        var wider = corridor with
        {
            Places = corridor.Places.Insert(0, new Town("aside")),
            Routes = corridor.Routes.Insert(0, Corridor.Road("aside", "depot", 33)),
            Measures = corridor.Measures.Insert(0, new Measure("passed") { Of = "bridge", Is = MeasureKind.Passed }),
        };
        for (var run = 0; run < Corridor.Runs; run++)
        {
            var (plain, widened) = (corridor.Run(Corridor.Seed, run), wider.Run(Corridor.Seed, run));
            var kept = widened.Layout.Columns.Select((column, number) => (column, Value: widened.Values[number]))
                .Where(value => value.column.Measure != "passed").ToArray();
            kept.Select(value => value.column.ToString()).Should().Equal(plain.Layout.Columns.Select(column => column.ToString()));
            Bits(kept.Select(value => value.Value)).Should().Be(Bits(plain.Values));
            Bits(widened.Series).Should().Be(Bits(plain.Series));
        }
    }

    private static ExperimentResult Run(int workers) => Experiment.Run(Corridor.Compared(), new() { Workers = workers });

    private static void BeTheSame(ExperimentResult other)
    {
        other.Fingerprint.Should().Be(Reference.Fingerprint);
        foreach (var (mine, theirs) in Reference.Alternatives.Zip(other.Alternatives))
        {
            theirs.Fingerprint.Should().Be(mine.Fingerprint);
            Bits(theirs.Values).Should().Be(Bits(mine.Values));
            Bits(theirs.Measures.Select(measure => measure.Estimate.Mean)).Should()
                .Be(Bits(mine.Measures.Select(measure => measure.Estimate.Mean)));
        }
    }

    private static IEnumerable<string> ByRun(AlternativeResult alternative) =>
        alternative.Values.Chunk(alternative.Layout.Columns.Length).Select(Bits);

    // Also told apart: 0 and -0, and one NaN from another.
    private static string Bits(IEnumerable<double> values) =>
        string.Join(' ', values.Select(value => BitConverter.DoubleToUInt64Bits(value).ToString("x16", CultureInfo.InvariantCulture)));
}
