using SupplySim.Runs;

namespace SupplySim.Movement;

// What is held up on the roads, in queues and at docks, and what becomes of it when the run is over.
internal sealed partial class Transport
{
    /// <summary>Charges all waiting at crossings up to now.</summary>
    public void SettleWaits()
    {
        foreach (var queue in Queues) queue?.SettleAll();
    }

    /// <summary>What is held up at this instant and not charged yet, but for what <see cref="SettleWaits"/> charges.</summary>
    public IEnumerable<LoggedHoldUp> OpenHoldUps =>
        World.Delays.Open(World.Now).Concat(Departures.SelectMany(one => one.Waiting.Open))
            .Concat(_lines.SelectMany(line => line.OpenHoldUps))
            .Concat(OpenOnTheWay);

    // Slow or broken down on the road, or before a dock.
    private IEnumerable<LoggedHoldUp> OpenOnTheWay =>
        Columns.Select(column => column.OpenHoldUp).OfType<LoggedHoldUp>().Concat(Docks.OfType<Docks>().SelectMany(docks => docks.Open));

    /// <summary>The run is over: those who still wait have waited until now.</summary>
    public void Close()
    {
        foreach (var queue in Queues) queue?.Close();
        if (World.Story is not null)
            foreach (var column in Columns)
            {
                column.TellStay();
                column.TellWhereItIs();
            }
        Latecomers.Close();
        foreach (var departures in Departures) departures.Waiting.Close();
        foreach (var line in _lines) line.Close();
        foreach (var open in OpenOnTheWay) World.HoldUps.Add(open);
        World.HoldUps.Settle(World.Now);
        World.Delays.EndAll(World.Now);
    }
}
