using SupplySim.Engine.Internals;

namespace SupplySim.Engine.Tests;

public class SlotTableTests
{
    [Fact]
    public void A_slot_that_has_used_up_its_generations_is_never_given_out_again()
    {
        var table = new SlotTable<int>(retired: 4);
        var given = new List<(int Slot, uint Generation)>();
        for (var i = 0; i < 10; i++)
        {
            given.Add(table.Add());
            table.Remove(given[^1].Slot);
        }
        given.Should().OnlyHaveUniqueItems();
        given.Select(one => one.Slot).Should().Equal(0, 0, 0, 1, 1, 1, 2, 2, 2, 3);
        given.Should().OnlyContain(one => !table.IsCurrent(one.Slot, one.Generation));
    }

    [Fact]
    public void Values_stay_with_their_slots_while_the_table_grows()
    {
        var table = new SlotTable<int>();
        for (var i = 0; i < 100; i++) table[table.Add().Slot] = i * i;
        Enumerable.Range(0, 100).Select(slot => table[slot]).Should().Equal(Enumerable.Range(0, 100).Select(i => i * i));
        table.IsCurrent(99, 1).Should().BeTrue();
        table.IsCurrent(100, 1).Should().BeFalse();
        table.IsCurrent(0, 0).Should().BeFalse();
    }
}
