using SupplySim.Engine;
using SupplySim.Runs;

namespace SupplySim.Movement;

/// <summary>One lane of a crossing, and the vehicle under inspection in it.</summary>
/// <param name="queue">The crossing.</param>
/// <param name="number">Its number among all lanes.</param>
/// <param name="lane">The group of lanes it belongs to.</param>
internal sealed class Bay(CrossingQueue queue, int number, int lane) : Station(number)
{
    public int Lane { get; } = lane;

    /// <summary>Whose vehicle it is; null when the lane is free.</summary>
    public QueueEntry? Entry { get; private set; }

    /// <summary>The vehicle's number in its column.</summary>
    public int Vehicle { get; private set; }

    public override bool IsTaken => Entry is not null;

    protected override int Traffic => Entry!.Traffic;

    protected override Shipment Shipment => Entry!.Shipment;

    public void Begin(QueueEntry entry, int vehicle, TimeSpan time, Simulation simulation, HandlerId handler)
    {
        (Entry, Vehicle) = (entry, vehicle);
        Plan(simulation, time, handler);
    }

    public override void Clear()
    {
        base.Clear();
        Entry = null;
    }

    public override void Lose()
    {
        var (entry, vehicle) = (Entry!, Vehicle);
        Abandon(queue.World, queue.Place);
        entry.SetTrapped(false);
        queue.Lose(entry, vehicle);
    }

    protected override TimeSpan Again() => queue.Duration(Entry!, Vehicle);

    protected override void SetTrapped(bool isTrapped) => Entry!.SetTrapped(isTrapped);
}
