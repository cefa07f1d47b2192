using System.Reflection;
using SupplySim.Movement;
using SupplySim.Runs;

namespace SupplySim.Laws.Sabotage;

/// <summary>What saboteurs find in a run, and how they get at what is locked.</summary>
internal static class Tools
{
    public const int Food = 0;
    public const int Bulldozer = 2;

    public static int Place(this World world, string id) => world.Catalogue.PlaceNumber(id);

    public static CrossingQueue Bridge(this Transport transport) => transport.Queues[transport.World.Place("bridge")]!;

    public static Stock FoodAt(this World world, string place) => world.Stocks[world.Place(place), Food];

    /// <summary>A laden vehicle of a fleet; null where there is none.</summary>
    public static (Yard Yard, int Vehicle, Load Load)? Laden(this Transport transport, int fleet = 0)
    {
        var yard = transport.Yards[fleet];
        for (var vehicle = 0; vehicle < yard.Aboard.Length; vehicle++)
            if (yard.Aboard[vehicle] is { } load) return (yard, vehicle, load);
        return null;
    }

    /// <summary>A column that is on its way; null where there is none.</summary>
    public static Convoy? UnderWay(this Transport transport) =>
        transport.Columns.FirstOrDefault(convoy => convoy is { HasSetOut: true, IsUnderRepair: false, Members.Count: > 0 });

    /// <summary>A lane with a vehicle under inspection; null where there is none.</summary>
    public static Bay? Busy(this Transport transport) =>
        transport.Bridge().Bays.FirstOrDefault(bay => bay is { IsTaken: true, IsHeld: false });

    /// <summary>The first that waits, with a lane that is free; null where there is none.</summary>
    public static (QueueEntry Entry, Bay Bay)? WaitsBeforeFreeLane(this Transport transport) =>
        transport.Bridge().Lines.Select(line => line.First).FirstOrDefault(first => first is { Next: 0 }) is { } entry
            && transport.Bridge().Bays.FirstOrDefault(bay => !bay.IsTaken) is { } bay ? (entry, bay) : null;

    /// <summary>Lets the next vehicle of a column into a lane, whatever the gates say.</summary>
    public static void LetIn(this Transport transport, QueueEntry entry, Bay bay)
    {
        bay.Begin(entry, entry.Next++, TimeSpan.FromHours(1), transport.World.Simulation, default);
        transport.Bridge().Moved!(transport.Bridge());
    }

    /// <summary>Loads more on a vehicle that has been loaded, in stock, books and outcome.</summary>
    public static void LoadMore(this World world, Load load, int commodity, long amount)
    {
        var depot = world.Place("depot");
        world.Stocks[depot, commodity].Load(amount, world.Now);
        world.Record(Outcome.Loaded, ((long)depot << 32) | (uint)commodity, amount);
        load.Cargo.Add(new(commodity, amount, load.Turn, load.OrderedAt));
        load.Mass += world.Catalogue.MassOf(commodity, amount);
    }

    /// <summary>Takes a gram off a load.</summary>
    public static void TakeGram(this Load load)
    {
        load.Cargo[0] = load.Cargo[0] with { Amount = load.Cargo[0].Amount - 1 };
        load.Mass--;
    }

    /// <summary>Sets a property that cannot be set from outside.</summary>
    public static void Set(object whose, string property, object? value) => whose.GetType().GetProperty(property)!.SetValue(whose, value);

    /// <summary>A private array of numbers.</summary>
    public static T[] Numbers<T>(object whose, string field) =>
        (T[])whose.GetType().GetField(field, BindingFlags.NonPublic | BindingFlags.Instance)!.GetValue(whose)!;
}
