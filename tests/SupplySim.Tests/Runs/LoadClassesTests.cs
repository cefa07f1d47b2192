using SupplySim.Quantities;
using SupplySim.Runs;

namespace SupplySim.Tests.Runs;

public sealed class LoadClassesTests
{
    // 16 t empty and 26 t laden; 6 t whatever lies on it; of 30 t empty, who only escort; by air.
    private static readonly Fleet[] Fleets =
    [
        new("trucks") { Traffic = "aid", Carries = Mass.FromTonnes(10), Gross = Mass.FromTonnes(26) }, new("vans")
        {
            Traffic = "aid",
            Carries = Mass.FromTonnes(6),
        },
        new("guards") { Traffic = "military", Carries = Mass.FromTonnes(5), Gross = Mass.FromTonnes(35) },
        new("planes") { Traffic = "aid", Mode = Mode.Air, Carries = Mass.FromTonnes(20), Gross = Mass.FromTonnes(60) },
        new("guarded") { Traffic = "aid", Carries = Mass.FromTonnes(10), Gross = Mass.FromTonnes(26),
            Convoy = new ConvoyRules { Size = new(1, 1), Wait = default, Escort = new Escort { From = "guards", Count = 1 } } },
    ];

    [Fact]
    public void Without_a_limit_between_there_are_the_fleets_alone()
    {
        var classes = Of(1, 15, 35, 60);
        Enumerable.Range(0, classes.Count).Select(classes.FleetOf).Should().Equal(0, 1, 2, 3, 4);
        Enumerable.Range(0, 5).Select(classes.Empty).Should().Equal(0, 1, 2, 3, 4);
        Enumerable.Range(0, 5).Select(classes.GramsOf).Should().Equal(26_000_000, 6_000_000, 35_000_000, 60_000_000, 30_000_000);
    }

    // Between lie 16 and 20 t for the trucks, 30 t for the guards, and 16 and 20 t for the guarded, who
    // weigh 30 t with their escort and 16 t without.
    [Fact]
    public void Each_limit_between_makes_one_more()
    {
        var classes = Of(20, 26, 16, 15, 20, 30);
        Enumerable.Range(5, classes.Count - 5).Select(one => (classes.FleetOf(one), classes.GramsOf(one) / 1_000_000)).Should()
            .Equal((0, 16), (0, 20), (2, 30), (4, 16), (4, 20), (4, 26));
    }

    // Who weighs just as much as a limit passes it.
    [Theory]
    [InlineData(16_000_000, 16)]
    [InlineData(16_000_001, 20)]
    [InlineData(20_000_000, 20)]
    [InlineData(20_000_001, 26)]
    [InlineData(26_000_000, 26)]
    [InlineData(3_000_000, 16)]
    public void A_column_is_of_the_class_of_the_least_limit_that_bears_it(long grams, int tonnes)
    {
        var classes = Of(20, 16, 40);
        classes.GramsOf(classes.Of(0, grams)).Should().Be(tonnes * 1_000_000L);
        classes.FleetOf(classes.Of(0, grams)).Should().Be(0);
    }

    // The limit of 20 t may come: trucks that are laden are told apart from all the other aid, as the
    // guarded are in any case; those of 16 t never come.
    [Fact]
    public void Only_limits_that_may_come_make_traffic_of_its_own()
    {
        var kinds = new TrafficKinds([.. Fleets], Of(16, 20), [Mass.FromTonnes(20)], []);
        kinds.Names.Should().Equal("aid", "military", "aid", "military");
        Of(16, 20).Should().Match<LoadClasses>(classes =>
            kinds.Of(classes.Of(0, 16_000_000)) == 0 && kinds.Of(classes.Of(0, 20_000_000)) == 0 && kinds.Of(0) == 2);
        kinds.NamesOf(kinds.HeavierThan(Mass.FromTonnes(20))).Should().Equal("vehicles over 20 t");
        kinds.NamesOf(0b100).Should().Equal("heavy aid");
    }

    private static LoadClasses Of(params int[] limits) => new([.. Fleets], limits.Select(limit => Mass.FromTonnes(limit)));
}
