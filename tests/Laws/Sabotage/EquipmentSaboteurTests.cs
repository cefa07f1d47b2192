using static SupplySim.Laws.Sabotage.Tools;

namespace SupplySim.Laws.Sabotage;

/// <summary>Beside the others: who corrupts the books of what parties fight with.</summary>
public sealed class EquipmentSaboteurTests
{
    [Fact]
    public void A_tank_that_is_neither_there_nor_lost_is_missed() => new Saboteur("F1", (world, _) =>
    {
        var tanks = Numbers<object>(world.Equipment,
            "_accounts")[world.Equipment.Find(world.Catalogue.PartyNumber(world.Catalogue.Parties[0].Id), "tank")];
        Set(tanks, "Present", 8L);
        return true;
    }).Caught().Should().Be("F1");

    [Fact]
    public void A_tank_that_is_lost_in_the_books_alone_is_missed() => new Saboteur("F2", (world, _) =>
    {
        world.Equipment.Lose(world.Equipment.Find(world.Catalogue.PartyNumber(world.Catalogue.Parties[0].Id), "tank"), 1);
        return true;
    }).Caught().Should().Be("F2");
}
