using SupplySim.Quantities;

namespace SupplySim.Tests;

/// <summary>Variants of a scenario in which one thing of the same id is replaced.</summary>
public sealed class VariantTests
{
    private static readonly Scenario Road = Small.Road(crates: 3);

    [Fact]
    public void A_place_or_a_fleet_is_replaced_by_that_of_its_id_and_nothing_else_is_another()
    {
        var (bridge, trucks) = ((Crossing)Road["bridge"], Road.Fleets.Single());

        Likeness.Differences(Road, Road.With(bridge with { Lanes = 2 })).Should().Equal("places.bridge.lanes");
        Likeness.Differences(Road, Road.With(trucks with { Count = 9 })).Should().Equal("fleets.trucks.count");
    }

    [Fact]
    public void Where_there_is_none_of_that_id_the_nearest_is_named()
    {
        FluentActions.Invoking(() => Road.With(new Town("twon"))).Should().Throw<KeyNotFoundException>()
            .WithMessage("There is no place 'twon' in 'A road'; did you mean 'town'?");
        FluentActions.Invoking(() => Road.With(new Fleet("truck") { Traffic = "aid", Carries = Mass.FromTonnes(9) })).Should()
            .Throw<KeyNotFoundException>().WithMessage("There is no fleet 'truck' in 'A road'; did you mean 'trucks'?");
    }
}
