using System.Collections.Immutable;
using SupplySim.Quantities;

namespace SupplySim;

/// <summary>People who flee from somewhere to camps, as long as something is so, and go home when it is safe.</summary>
/// <remarks>
/// <para>All of each stretch of <see cref="Batches"/> set out at its end, to the nearest camp that has
/// room, which is kept for them, then to the next; where no camp has room, to the nearest. A random number of them over any time is Poisson
/// with the integral of the rate over that part of it in which <see cref="While"/> holds.</para>
/// <para>Distances are along the roads, whatever is closed to vehicles, or as the crow flies from a point. On the way people are fed by
/// nobody.</para>
/// <para>Who flees from a camp is one of its people: no more than are there, who of them is not told apart. They eat there until they set
/// out, and their room there is kept for nobody.</para>
/// </remarks>
/// <param name="Id">Unique among displacements.</param>
public sealed record Displacement(string Id)
{
    /// <summary>Where they flee from: a place, or a point on the map. Of a camp they are people who live there. No default.</summary>
    public required Waypoint From { get; init; }

    /// <summary>As long as this is true people flee. Default: all the time.</summary>
    public Condition? While { get; init; }

    /// <summary>[people per time] Who sets out. <c>unknown(a, b)</c> is drawn once per run. No default.</summary>
    public required ChangingRate People { get; init; }

    /// <summary>[share] What is left of that rate when it is not light, by <see cref="Defaults.Daylight"/>; 0 to 1. Default 1: by night as
    /// by day.</summary>
    public double Night { get; init; } = 1;

    /// <summary>[people] How many live there at the start, after whom nobody is left to flee until some are back; not negative.
    /// <c>unknown(a, b)</c> is drawn once per run. Not of a camp, whose people are counted. Default: there is no end of them.</summary>
    public Number? Residents { get; init; }

    /// <summary>The camps they go to: all to the nearest that has room, and to the next only once that is full; or a share of each batch
    /// to each camp, together 100 %. Who finds no room in the camp of the share goes to the nearest other of them that has some, and where
    /// none has, to that camp all the same. Default: all that can be reached, by what is near.</summary>
    public ImmutableArray<Haven> To { get; init; } = [];

    /// <summary>How fast they get there. No default.</summary>
    public required Speed Pace { get; init; }

    /// <summary>[time] How often people set out, and go home: all of each stretch at its end; above zero. Default: daily.</summary>
    public TimeSpan Batches { get; init; } = TimeSpan.FromDays(1);

    /// <summary>When they go home. Default: not in this run.</summary>
    public Homecoming? Return { get; init; }

    /// <summary>Where the figures come from. Default: not said.</summary>
    public string? Source { get; init; }
}

/// <summary>How people who fled go home.</summary>
/// <remarks>From each camp in proportion to those who came there, no more than are in it: who of a camp's people goes is not told apart.
/// They leave the books of people, or, who fled from a camp, go back there on foot the way they came, at the pace, and stay whether there
/// is room or not. They can flee again.</remarks>
public sealed record Homecoming
{
    /// <summary>As long as this is true it is safe. No default.</summary>
    public required Condition While { get; init; }

    /// <summary>[time] For how long it must have been safe, without a break, before the first go: until mines are cleared. Drawn each
    /// time. Default: no time.</summary>
    public Duration After { get; init; } = TimeSpan.Zero;

    /// <summary>[people per time] Who goes home, as far as there is anybody. No default.</summary>
    public required ChangingRate People { get; init; }
}
