namespace SupplySim.Twin;

/// <summary>The answer of a run, movement by movement: what is held against the model.</summary>
internal sealed class Logbook
{
    public List<Leg> Legs { get; } = [];

    public List<Entry> Entries { get; } = [];

    /// <summary>By crossing: the waits of its vehicles, in the order in which their inspections began.</summary>
    public Dictionary<string, List<long>> Waits { get; } = [];

    /// <summary>[vehicle-ticks] By place and cause.</summary>
    public Dictionary<(string Place, Why Why), long> Waiting { get; } = [];

    /// <summary>One vehicle over one route.</summary>
    public long VehicleLegs => Legs.Sum(leg => (long)leg.Vehicles);

    public void Charge(string place, Why why, long ticks)
    {
        if (ticks > 0) Waiting[(place, why)] = Waiting.GetValueOrDefault((place, why)) + ticks;
    }
}

/// <summary>Vehicles that go together along a route, from when their head leaves to when it is there.</summary>
internal readonly record struct Leg(long Departs, long Arrives, string From, string To, string Fleet, int Vehicles, bool Laden);

/// <summary>Something that happened, or lay somewhere at the end of a day.</summary>
internal readonly record struct Entry(long At, What What, string Place, string Of, long Amount = 0);

internal enum What { Ordered, Loaded, Joined, Inspected, Through, Delivered, Unloaded, RanOut, Stock, Eaten, Unmet }

internal enum Why { Physical, Hours, Fleet, Lane }
