using SupplySim.Quantities;

namespace SupplySim.Tests.Quantities;

public sealed class DrawnQuantityTests
{
    private static readonly DrawnQuantity Food = DrawnQuantity.Unknown(Quantity.Tonnes(200), Quantity.Tonnes(500));

    [Fact]
    public void An_amount_that_nobody_knows_is_drawn_evenly_between_two()
    {
        (Food.IsUnknown, Food.IsFixed, Food.Mean, Food.ToString()).Should()
            .Be((true, false, Quantity.Tonnes(350), "unknown(200 t, 500 t)"));
        (Food.Sample(0.25), Food.Sample(0.5)).Should().Be((Quantity.Tonnes(275), Quantity.Tonnes(350)));
        DrawnQuantity.Of(Distribution.Triangular(1e6, 2e6, 4e6), QuantityUnit.Gram).AsUnknown().ToString().Should()
            .Be("unknown(triangular(1 t, 2 t, 4 t))");
    }

    [Fact]
    public void A_draw_is_a_whole_number_of_the_smallest_unit_within_what_a_number_holds()
    {
        DrawnQuantity.Unknown(Quantity.Pieces(0), Quantity.Pieces(3)).Sample(0.5).Should().Be(Quantity.Pieces(2)); // 1.5, half to even
        DrawnQuantity.Of(Distribution.Uniform(0, 1e30), QuantityUnit.Gram).Sample(0.5).Amount.Should().Be(9_200_000_000_000_000_000);
    }

    [Fact]
    public void What_is_known_is_no_ignorance()
    {
        DrawnQuantity known = Quantity.Litres(30);
        (known.IsFixed, known.AsUnknown().IsUnknown, known.ToString()).Should().Be((true, false, "30 l"));
        DrawnQuantity.Unknown(Quantity.Litres(30), Quantity.Litres(30)).Should().Be(known);
    }

    [Fact]
    public void Two_bounds_count_the_same_and_are_in_order()
    {
        ((Action)(() => DrawnQuantity.Unknown(Quantity.Litres(1), Quantity.Tonnes(2)))).Should().Throw<ArgumentException>()
            .WithMessage("*1 l and 2 t: both have to count the same*");
        ((Action)(() => DrawnQuantity.Unknown(Quantity.Tonnes(2), Quantity.Tonnes(1)))).Should().Throw<ArgumentOutOfRangeException>();
    }

    [Fact]
    public void A_rate_that_nobody_knows_is_drawn_to_a_thousandth_a_day()
    {
        var rate = new UnknownRate(Distribution.Uniform(0.5, 2), QuantityUnit.Piece);
        (rate.ToString(), rate.Mean.ToString(), rate.Sample(0.5).Amount.Amount, rate.Sample(0.5).Per.TotalDays).Should()
            .Be(("unknown(0.5/d, 2/d)", "1.25/d", 1250, 1000));
        ((Action)(() => new UnknownRate(Distribution.Normal(5, 1), QuantityUnit.Piece))).Should().Throw<ArgumentOutOfRangeException>();
    }

    [Fact]
    public void A_stock_that_is_drawn_tells_its_mean_and_its_ends()
    {
        var days = Supply.Unknown(TimeSpan.FromDays(5), TimeSpan.FromDays(15));
        (days.IsFixed, days.Time, days.ToString()).Should().Be((false, TimeSpan.FromDays(10), "unknown(5 d, 15 d)"));
        days.Least.Time!.Value.TotalDays.Should().BeApproximately(5, 1e-6);
        days.Most.Time!.Value.TotalDays.Should().BeApproximately(15, 1e-6);

        var goods = Supply.Of(("food", Food), ("water", Quantity.Litres(30)));
        (goods.IsFixed, goods.Amounts!.Value[0].Amount, goods.ToString()).Should()
            .Be((false, Quantity.Tonnes(350), "{food: unknown(200 t, 500 t), water: 30 l}"));
        goods.Drawn.Should().ContainSingle().Which.Should().Be(("food", (object)Food));
        goods.Scale(2).ToString().Should().Be("{food: unknown(400 t, 1000 t), water: 60 l}");
        goods.Should().NotBe(Supply.Of(("food", Quantity.Tonnes(350)), ("water", Quantity.Litres(30))), "the mean is not all that is said");
        Supply.Of(("food", (DrawnQuantity)Quantity.Tonnes(350))).Should().Be(Supply.Of(("food", Quantity.Tonnes(350))));
        (Supply.Unknown(Quantity.Tonnes(1), Quantity.Tonnes(3)).Total, days.Scale(2).ToString()).Should()
            .Be((Quantity.Tonnes(2), "unknown(10 d, 30 d)"));
    }
}
