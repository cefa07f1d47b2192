using SupplySim.Quantities;

namespace SupplySim.Tests.Quantities;

/// <summary>What an aircraft carries by distance: whole grams on straight lines.</summary>
public sealed class PayloadRangeTests
{
    private static readonly PayloadRange Table = Of((500, 40), (3000, 20), (5000, 0));

    // 40 t to 500 km, then 8 kg less each km, then 10 kg less each km.
    [Theory]
    [InlineData(1, 40)]
    [InlineData(500, 40)]
    [InlineData(501, 39.992)]
    [InlineData(1750, 30)]
    [InlineData(3000, 20)]
    [InlineData(4999, 0.01)]
    [InlineData(5000, 0)]
    [InlineData(5001, 0)]
    [InlineData(20000, 0)]
    public void It_is_linear_between_the_points_and_nothing_beyond_the_last(double kilometres, double tonnes) =>
        Table.At(Distance.FromKilometres((decimal)kilometres)).Should().Be(Mass.FromTonnes((decimal)tonnes));

    // A third of a gram less each metre: 2/3 of a gram is rounded down.
    [Fact]
    public void It_is_rounded_down_to_whole_grams()
    {
        var table = new PayloadRange((Distance.FromMetres(1), Mass.FromGrams(2)), (Distance.FromMetres(4), Mass.FromGrams(1)));
        new[] { 1, 2, 3, 4 }.Select(metres => table.At(Distance.FromMetres(metres)).Grams).Should().Equal(2, 1, 1, 1);
    }

    // 10^15 g over 5 * 10^7 m: the product does not fit 64 bits.
    [Fact]
    public void Nothing_overflows()
    {
        var table = new PayloadRange((Distance.FromMetres(1), Mass.FromGrams(1_000_000_000_000_000)),
            (Distance.FromMetres(50_000_001), default));
        table.At(Distance.FromMetres(25_000_001)).Grams.Should().Be(500_000_000_000_000);
    }

    [Fact]
    public void Points_that_make_no_table_are_refused_with_their_values()
    {
        FluentActions.Invoking(() => new PayloadRange()).Should().Throw<ArgumentException>().WithMessage("*at least one distance*");
        Refused((0, 5)).Should().Contain("a distance of 0 km; it must be above 0 km");
        Refused((5, -1)).Should().Contain("a payload of -1 t; it must not be negative");
        Refused((500, 5), (500, 4)).Should().Contain("500 km after 500 km; distances must ascend");
        Refused((500, 5), (600, 6)).Should().Contain("6 t at 600 km, more than 5 t at 500 km");
    }

    [Fact]
    public void Tables_are_equal_when_their_points_are()
    {
        Table.Should().Be(Of((500, 40), (3000, 20), (5000, 0))).And.NotBe(Of((500, 40), (3000, 21), (5000, 0)));
        Table.GetHashCode().Should().Be(Of((500, 40), (3000, 20), (5000, 0)).GetHashCode());
        Table.ToString().Should().Be("{500 km: 40 t, 3000 km: 20 t, 5000 km: 0 t}");
    }

    private static string Refused(params (int, int)[] points) =>
        FluentActions.Invoking(() => Of(points)).Should().Throw<ArgumentException>().Which.Message;

    private static PayloadRange Of(params (int Kilometres, int Tonnes)[] points) =>
        new([.. points.Select(point => (Distance.FromKilometres(point.Kilometres), Mass.FromTonnes(point.Tonnes)))]);
}
