using SupplySim.Experiments;
using SupplySim.Quantities;
using SupplySim.Results.Text;
using SupplySim.Results.Tests.Fixture;
using SupplySim.Statistics;

namespace SupplySim.Results.Tests.Text;

/// <summary>What is said of a difference, and what measures are called.</summary>
public sealed class EffectTests
{
    [Theory]
    [InlineData(MeasureKind.UnmetPersonDays, -5, "better")]
    [InlineData(MeasureKind.UnmetPersonDays, 5, "worse")]
    [InlineData(MeasureKind.ConsumedPerNeed, 5, "better")]
    [InlineData(MeasureKind.Delivered, -5, "different")]
    [InlineData(MeasureKind.Sent, -5, "different")]
    [InlineData(MeasureKind.Passed, -5, "different")]
    [InlineData(MeasureKind.Delivered, 0, "the same in every run")]
    [InlineData(MeasureKind.UnmetPersonDays, 0, "the same in every run")]
    public void Less_is_worse_only_where_less_is_never_wished(MeasureKind kind, double difference, string said) =>
        Of(kind, difference, difference == 0 ? 0 : 0.5).InWords.Should().Be(said);

    // As often above as below: nothing can be said, but they are not the same.
    [Fact]
    public void What_differs_now_up_now_down_cannot_be_told_apart() =>
        new Effect(Comparison(Paired([.. Enumerable.Range(0, 30).Select(i => i % 2 == 0 ? 1.0 : -1)])), SmallScenario.Contested.Measures[0],
            false).InWords.Should().Be("cannot be told apart");

    [Fact]
    public void Two_measures_that_would_be_called_the_same_carry_their_ids()
    {
        var scenario = SmallScenario.Contested with
        {
            Measures =
            [
                new("sooner") { Of = "camps", Is = MeasureKind.TimeToRecover }, new("later")
                {
                    Of = "camps",
                    Is = MeasureKind.TimeToRecover,
                },
                new("sent") { Of = "cedar", Is = MeasureKind.Delivered, Commodity = "heavy-equipment" },
                new("share") { Of = "cedar", Is = MeasureKind.DeliveredPerSent, Commodity = "heavy-equipment" },
            ],
        };
        scenario.Measures.Select(measure => MeasureWords.Label(measure, scenario)).Should().Equal(
            "recovery, camps (sooner)", "recovery, camps (later)",
            "heavy equipment delivered, Cedar camp and host towns", "share of heavy equipment delivered, Cedar camp and host towns");
    }

    [Fact]
    public void A_measure_of_one_commodity_is_called_by_it()
    {
        var scenario = SmallScenario.Contested with
        {
            Measures =
            [
                .. from kind in (MeasureKind[])[MeasureKind.StockPerNeed, MeasureKind.ConsumedPerNeed, MeasureKind.UnmetPersonDays,
                    MeasureKind.FirstTimeBelowWarning, MeasureKind.TimeToRecover]
                   select new Measure(kind.ToString()) { Of = "camps", Is = kind, Commodity = "food" },
            ],
        };
        scenario.Measures.Select(measure => MeasureWords.Label(measure, scenario)).Should().Equal(
            "least supply, camps, food", "need met, camps, food", "person-days without food", "a camp below 7 d of food",
            "recovery, camps, food");
    }

    [Theory]
    [InlineData(38, "38 pieces")]
    [InlineData(1, "1 piece")]
    [InlineData(0, "0 pieces")]
    [InlineData(1.5, "1.5 pieces")]
    [InlineData(1_000_000, "1 M pieces")]
    public void Pieces_are_counted_as_people_count(double pieces, string shown) =>
        Figure.Of(pieces, 0, MeasureWords.Scale(new("m") { Of = "cedar", Is = MeasureKind.Delivered }, "piece", [pieces])).Main
            .Should().Be(shown);

    private static Effect Of(MeasureKind kind, double difference, double jitter) => new(
        Comparison(Paired([difference - jitter, difference, difference + jitter, difference])), new("m") { Of = "camps", Is = kind },
        difference != 0);

    private static PairedDifference Paired(double[] differences) => PairedDifference.Of(differences, new double[differences.Length]);

    private static MeasureComparison Comparison(PairedDifference difference) => new(new("m", null, null, null, "d"), "a", "b", difference);
}
