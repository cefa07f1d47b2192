using SupplySim.Engine;
using SupplySim.Runs;

namespace SupplySim.Needs;

/// <summary>Notes when a place first falls below its warning level, and tells the story of its shortages;
/// of one commodity only notes it.</summary>
internal sealed class ShortageWatch
{
    private ShortageWatch() { }

    /// <summary>When it first fell below; never where it did not.</summary>
    public SimTime First { get; private set; } = SimTime.Never;

    /// <summary>Watches a place from now on; null for a place without a warning level.</summary>
    public static ShortageWatch? Of(World world, int place)
    {
        if (Level(world, place) is not { } days) return null;
        var shortage = new ShortageWatch();
        shortage.Watch(world.Follow(Condition.Stock(world.Catalogue.Places[place]).IsBelow(days)),
            isShort => shortage.Tell(world, place, isShort));
        return shortage;
    }

    /// <summary>Watches one commodity at a place from now on; null for a place without a warning level.</summary>
    public static ShortageWatch? Of(World world, int place, int commodity)
    {
        if (Level(world, place) is not { } days) return null;
        var shortage = new ShortageWatch();
        shortage.Watch(world.FollowBelow(place, commodity, days), isShort => shortage.Note(world, isShort));
        return shortage;
    }

    private static TimeSpan? Level(World world, int place) => world.Catalogue.Places[place] switch
    {
        Camp camp => camp.WarnBelow,
        Force force => force.WarnBelow,
        _ => null,
    };

    private void Watch(Watch watch, Action<bool> turned)
    {
        watch.OnTurn(() => turned(watch.IsTrue));
        if (watch.IsTrue) turned(true);
    }

    private void Tell(World world, int place, bool isShort)
    {
        Note(world, isShort);
        world.Tell(isShort ? HappeningKind.RanShort : HappeningKind.NoLongerShort, world.Catalogue.Places[place].Id);
    }

    private void Note(World world, bool isShort)
    {
        if (isShort) First = SimTime.Min(First, world.Now);
    }
}
