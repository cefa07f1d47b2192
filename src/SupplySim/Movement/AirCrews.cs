using SupplySim.Engine;
using SupplySim.Runs;

namespace SupplySim.Movement;

/// <summary>The crews of a fleet of aircraft, one to each: since when it is on duty, and how often it has set out.</summary>
/// <remarks>A crew that had nothing to do for as long as it rests has rested. One run, one thread.</remarks>
internal sealed class AirCrews(World world, Fleet fleet)
{
    private readonly SimTime[] _onDutySince = new SimTime[fleet.Count];
    private readonly SimTime[] _offDutySince = new SimTime[fleet.Count];
    private readonly int[] _departures = new int[fleet.Count];

    /// <summary>[time] How long a crew rests; zero where its day has no limit.</summary>
    public TimeSpan Rest { get; } = TimeSpan.FromDays(1) - (fleet.CrewDay ?? TimeSpan.FromDays(1));

    /// <summary>Counts the departures of an aircraft, for draws.</summary>
    public int NextDeparture(int aircraft) => _departures[aircraft]++;

    /// <summary>A crew comes to work: its day begins if it has rested.</summary>
    public void Report(int aircraft)
    {
        if (HasRested(aircraft)) BeginDay(aircraft);
    }

    /// <summary>[time] How long a crew that is off duty goes on resting before it can do some work.</summary>
    public TimeSpan RestBefore(int aircraft, TimeSpan work) => HasRested(aircraft) || HasTimeFor(aircraft, work)
        ? TimeSpan.Zero
        : Rest - (world.Now - _offDutySince[aircraft]);

    /// <summary>Whether what lies ahead ends within its day.</summary>
    public bool HasTimeFor(int aircraft, TimeSpan work) => fleet.CrewDay is not { } day || world.Now - _onDutySince[aircraft] + work <= day;

    /// <summary>It has rested, and begins a day.</summary>
    public void BeginDay(int aircraft) => _onDutySince[aircraft] = world.Now;

    /// <summary>It has waited on the ground since then.</summary>
    public void Waited(int aircraft, SimTime since)
    {
        if (world.Now - since >= Rest) BeginDay(aircraft);
    }

    /// <summary>Its work is done.</summary>
    public void GoOffDuty(int aircraft) => _offDutySince[aircraft] = world.Now;

    private bool HasRested(int aircraft) => _departures[aircraft] == 0 || world.Now - _offDutySince[aircraft] >= Rest;
}
