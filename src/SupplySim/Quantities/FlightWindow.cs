using SupplySim.Engine;

namespace SupplySim.Quantities;

/// <summary>When an aircraft may take off so as to land in opening hours too.</summary>
internal static class FlightWindow
{
    /// <summary>The first instant from a time on at which one airfield is open and the other is a flight later; never where that is
    /// not before the end.</summary>
    public static SimTime Next(OpeningTimes here, OpeningTimes there, TimeSpan flight, SimTime from, SimTime end)
    {
        for (var at = from; at < end;)
        {
            if (!here.IsOpen(at)) at = here.NextChange(at);
            else if (there.IsOpen(at + flight)) return at;
            else at = Before(there.NextChange(at + flight), flight);
        }
        return SimTime.Never;
    }

    /// <summary>So long before a time; the start where that would be before it.</summary>
    public static SimTime Before(SimTime time, TimeSpan span) =>
        time == SimTime.Never ? time : time.Ticks < span.Ticks ? SimTime.Start : time - span;
}
