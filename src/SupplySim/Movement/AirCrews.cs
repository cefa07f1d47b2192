using SupplySim.Engine;
using SupplySim.Runs;

namespace SupplySim.Movement;

/// <summary>The crews of a fleet of aircraft, one to each: since when it is on duty, and how often it has set out.</summary>
/// <remarks>
/// A crew that had nothing to do for as long as it rests has rested, and so has one whose aircraft waited on the ground for
/// as long. Before its first flight of the day it is not called until its aircraft can go: what that waits for till then,
/// whatever it is, is not of its day, which begins with the loading as if that were done without a wait. From then on
/// waits are of its day, wherever it is. One run, one thread.
/// </remarks>
internal sealed class AirCrews(World world, Fleet fleet)
{
    private readonly SimTime[] _onDutySince = new SimTime[fleet.Count];
    private readonly SimTime[] _offDutySince = new SimTime[fleet.Count];
    private readonly bool[] _hasFlown = new bool[fleet.Count]; // in the day that has begun
    private readonly bool[] _hasWorked = new bool[fleet.Count]; // since it came to work
    private readonly int[] _departures = new int[fleet.Count];

    /// <summary>[time] How long a crew rests; zero where its day has no limit.</summary>
    public TimeSpan Rest { get; } = TimeSpan.FromDays(1) - (fleet.CrewDay ?? TimeSpan.FromDays(1));

    /// <summary>Counts the departures of an aircraft, for draws.</summary>
    public int NextDeparture(int aircraft) => _departures[aircraft]++;

    /// <summary>A crew comes to work: its day begins if it has rested.</summary>
    public void Report(int aircraft)
    {
        _hasWorked[aircraft] = false;
        if (HasRested(aircraft)) BeginDay(aircraft);
    }

    /// <summary>Whether it has taken off in the day that has begun.</summary>
    public bool HasFlown(int aircraft) => _hasFlown[aircraft];

    /// <summary>[time] How long a crew that is off duty goes on resting before it can do some work.</summary>
    /// <param name="aircraft">Its number.</param>
    /// <param name="work">What it would do, set to now.</param>
    public TimeSpan RestBefore(int aircraft, in Sortie work) => HasRested(aircraft) || HasTimeFor(aircraft, work)
        ? TimeSpan.Zero
        : Rest - (world.Now - _offDutySince[aircraft]);

    /// <summary>Whether what lies ahead ends within its day, or within that which it begins after a rest on the way.</summary>
    public bool HasTimeFor(int aircraft, in Sortie work)
    {
        if (fleet.CrewDay is not { } day) return true;
        var since = work.TakeOff - work.Ready >= Rest ? work.TakeOff : _onDutySince[aircraft];
        var until = work.Back - work.Unloaded >= Rest ? work.Unloaded : work.End;
        return until - since <= day;
    }

    /// <summary>It has rested, and begins a day.</summary>
    public void BeginDay(int aircraft) => (_onDutySince[aircraft], _hasFlown[aircraft]) = (world.Now, false);

    /// <summary>Up to now its aircraft has waited on the ground, since then, whatever for: a rest, if that was long enough and it
    /// was there; before its first flight the crew comes as much later.</summary>
    public void Waited(int aircraft, SimTime since)
    {
        if (world.Now - since >= Rest && _onDutySince[aircraft] <= since) BeginDay(aircraft);
        else if (!_hasFlown[aircraft]) _onDutySince[aircraft] += world.Now - since;
    }

    /// <summary>It takes off.</summary>
    public void TakesOff(int aircraft) => _hasFlown[aircraft] = _hasWorked[aircraft] = true;

    /// <summary>Its aircraft is loaded.</summary>
    public void Serves(int aircraft) => _hasWorked[aircraft] = true;

    /// <summary>Its work is done. One that came for nothing, since what it was to carry was given up meanwhile, goes on resting.</summary>
    public void GoOffDuty(int aircraft)
    {
        if (_hasWorked[aircraft]) _offDutySince[aircraft] = world.Now;
    }

    private bool HasRested(int aircraft) => _departures[aircraft] == 0 || world.Now - _offDutySince[aircraft] >= Rest;
}
