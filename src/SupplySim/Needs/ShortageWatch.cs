using SupplySim.Engine;
using SupplySim.Runs;

namespace SupplySim.Needs;

/// <summary>Notes when a place first falls below its warning level, and tells the story of its shortages.</summary>
internal sealed class ShortageWatch
{
    private ShortageWatch() { }

    /// <summary>When it first fell below; never where it did not.</summary>
    public SimTime First { get; private set; } = SimTime.Never;

    /// <summary>Watches a place from now on; null for a place without a warning level.</summary>
    public static ShortageWatch? Of(World world, int place)
    {
        var level = world.Catalogue.Places[place] switch
        {
            Camp camp => camp.WarnBelow,
            Force force => force.WarnBelow,
            _ => null,
        };
        if (level is not { } days) return null;
        var shortage = new ShortageWatch();
        var watch = world.Follow(Condition.Stock(world.Catalogue.Places[place]).IsBelow(days));
        watch.OnTurn(() => shortage.Turned(world, place, watch.IsTrue));
        if (watch.IsTrue) shortage.Turned(world, place, isShort: true);
        return shortage;
    }

    private void Turned(World world, int place, bool isShort)
    {
        if (isShort) First = SimTime.Min(First, world.Now);
        world.Tell(isShort ? HappeningKind.RanShort : HappeningKind.NoLongerShort, world.Catalogue.Places[place].Id);
    }
}
