using System.Collections.Immutable;
using SupplySim.Quantities;

namespace SupplySim;

/// <summary>A place one passes: a bridge, a border post, a checkpoint.</summary>
/// <remarks>
/// A vehicle passes when the crossing is physically open, within opening hours at every control point, let through by
/// the holder of every control point, and cleared where clearance is asked; then it waits for a lane and is inspected.
/// Vehicles of all traffic wait in one queue for each direction, or one for both where lanes are shared.
/// </remarks>
/// <param name="Id">Unique among places.</param>
public sealed record Crossing(string Id) : Place(Id)
{
    /// <summary>The party that holds it, or the one that holds each control point. Default: nobody, and all may pass.</summary>
    public Each<string>? HeldBy { get; init; }

    /// <summary>Opening hours, or those of each control point; all must be open. Default: always.</summary>
    public Each<Hours> Hours { get; init; } = SupplySim.Quantities.Hours.Always;

    /// <summary>The IANA zone of the hours, or that of each control point. Default: the scenario's zone.</summary>
    public Each<string>? Zone { get; init; }

    /// <summary>[vehicles] How many are inspected at once: shared by both directions, or given for <c>in</c> and
    /// <c>out</c>. <c>in</c> is the way to the destination of a supply line, <c>out</c> the way back. At least 1.
    /// No default: it decides the result.</summary>
    public required Each<int> Lanes { get; init; }

    /// <summary>What a vehicle may weigh that passes, with what lies on it; a column goes by its heaviest. Default: none.</summary>
    public Mass? WeightLimit { get; init; }

    /// <summary>[time per vehicle] How long an inspection holds a lane, by traffic; <c>empty</c> counts for empty
    /// vehicles of any traffic (default: as laden). Traffic that passes without a time here is an error.</summary>
    /// <remarks>In code <c>Duration.FromMinutes(12)</c>, a law, or <c>Each&lt;Duration&gt;.Of(("aid", ...), ("empty", ...))</c>; a plain
    /// <see cref="TimeSpan"/> is cast: <c>(Duration)time</c>.</remarks>
    public required Each<Duration> Inspection { get; init; }

    /// <summary>A second look at some of the vehicles. Default: nobody is searched again.</summary>
    public SecondarySearch? Secondary { get; init; }

    /// <summary>Where loads change trucks on their way in. Default: trucks go through.</summary>
    public Transshipment? Transshipment { get; init; }

    /// <summary>Whom each holder lets pass, by holder and traffic: in both directions, or given for <c>in</c> and <c>out</c>, as
    /// <see cref="Lanes"/> are; a direction that is not named is shut to it. Empty vehicles on their way back are asked too: where they
    /// need no clearance write <c>{aid: {in: with-clearance, out: yes}}</c>. A holder that is not listed lets everybody pass; traffic
    /// that a listed holder does not name does not pass.</summary>
    public ByName<ByName<Each<Permission>>> Passage { get; init; } = ByName<ByName<Each<Permission>>>.Empty;

    /// <summary>What the traffic is of which some holder says something else for either direction.</summary>
    internal IEnumerable<string> ToldByDirection =>
        Passage.SelectMany(holder => holder.Value).Where(rule => rule.Value.Named is not null).Select(rule => rule.Name).Distinct();

    /// <summary>How clearance is obtained. Default: none is needed; needed where a holder asks for it.</summary>
    public Clearance? Clearance { get; init; }
}

/// <summary>What a holder says to a kind of traffic.</summary>
public enum Permission
{
    /// <summary>It does not pass.</summary>
    No,

    /// <summary>It passes.</summary>
    Yes,

    /// <summary>It passes once its clearance has been granted.</summary>
    WithClearance,
}

/// <summary>A search of some vehicles after their inspection, drawn for each vehicle each time it is inspected.</summary>
/// <remarks>What slows inspections slows searches too. A column goes on when its last vehicle is through.</remarks>
public sealed record SecondarySearch
{
    /// <summary>[share of vehicles] How many are searched, by traffic; <c>empty</c> counts for empty vehicles of any traffic
    /// (default: as laden). Traffic that is not named is not searched. 0 to 1. No default.</summary>
    public required Each<double> Share { get; init; }

    /// <summary>[time per vehicle] How long a search lasts, by traffic, <c>empty</c> as above. No default.</summary>
    public required Each<Duration> Takes { get; init; }

    /// <summary>[vehicles] How many are searched at once in bays of their own, which both directions share; at least 1. Those who
    /// wait for a bay hold no lane. Default: there are none, and a search holds the lane of the inspection.</summary>
    public int? Bays { get; init; }

    /// <summary>What counts for a vehicle: of an empty one what is said of <c>empty</c>, else what is said of its traffic.</summary>
    internal static T? ValueOf<T>(Each<T> each, string traffic, bool isLaden) =>
        each.For(!isLaden && each.Named is { } named && named.Has("empty") ? "empty" : traffic);
}

/// <summary>Loads that are unloaded from the trucks that bring them onto those of another fleet, beyond the inspection.</summary>
/// <remarks>
/// It binds laden columns on their way to the destination of a supply line, but not those whose base is that of the far bank's
/// trucks. One load goes onto one truck, which is called from its base; what waits for one has the cause <c>fleet</c>. The trucks
/// that brought the loads go home from here and are not inspected again; those of the far bank go on by their fleet's rules and
/// return to their own base. A dock takes a load while its traffic may pass; a closure does to trucks at a dock what it does to those
/// in a lane.
/// </remarks>
public sealed record Transshipment
{
    /// <summary>The fleet of the far bank. No default.</summary>
    public required string Onto { get; init; }

    /// <summary>[time per vehicle] How long a load takes to change trucks. No default.</summary>
    public required Duration Takes { get; init; }

    /// <summary>[loads] How many change trucks at once; at least 1. Default 1.</summary>
    public int Docks { get; init; } = 1;
}

/// <summary>How a movement is cleared in advance with those who must know of it.</summary>
public sealed record Clearance
{
    /// <summary>Who must grant; all of them must. At least one; an id alone is a channel to which nothing applies but what is said
    /// here.</summary>
    public required ImmutableArray<Channel> Channels { get; init; }

    /// <summary>[time] From asking to being granted, drawn for each channel that says nothing else. Default: each must say it.</summary>
    public Duration? GrantedIn { get; init; }

    /// <summary>[time] How long a grant is good for, counted from the last channel's grant. No default.</summary>
    public required TimeSpan Valid { get; init; }

    /// <summary>While this holds no channel can be reached: grants are void and requests wait. Default: never.</summary>
    public Condition? DownWhile { get; init; }

    /// <summary>[share of answers] How often a channel that says nothing else answers no, 0 to 99 %, drawn anew for each answer; who is
    /// refused by one of them asks all of them again. A law gives a share anew for each answer, <c>unknown(a, b)</c> one for the run.
    /// Default: never.</summary>
    public Number? Refused { get; init; }

    /// <summary>[vehicles per day] How many vehicles are granted in a day, in the order in which they were answered; the others wait for
    /// the next. A column is granted as one while anything of the day is left, and what it takes beyond is taken off the days after it:
    /// in the mean it is kept. Every grant counts, used or not, that of an empty vehicle on its way back too; none is given while the
    /// crossing is shut to the column, but who was granted before may pass later, as long as it is valid. What is not taken is not kept.
    /// Days are 24 h each from the start. Whole; a law gives a number for each day, <c>unknown(a, b)</c> one for the run. Default: any
    /// number.</summary>
    public Number? PerDay { get; init; }
}

/// <summary>One of those who must grant a clearance.</summary>
/// <remarks>While it cannot be reached, nothing is granted at the crossing, grants are void, and it answers no request: the time that it
/// still needs stands still. What it has answered before is answered.</remarks>
/// <param name="Id">Unique among the channels of its crossing; names its random streams.</param>
public sealed record Channel(string Id)
{
    /// <summary>[time] From asking to its answer. Default: what <see cref="Clearance.GrantedIn"/> says.</summary>
    public Duration? GrantedIn { get; init; }

    /// <summary>While this holds it cannot be reached, nor while <see cref="Clearance.DownWhile"/> does. Default: never.</summary>
    public Condition? DownWhile { get; init; }

    /// <summary>[time] How long it can be reached before it fails by itself, from the start of the run and then from the end of each
    /// failure; above zero. Default: it does not fail.</summary>
    public Duration? UpFor { get; init; }

    /// <summary>[time] How long it then cannot be reached; above zero, and given with <see cref="UpFor"/>.</summary>
    public Duration? DownFor { get; init; }

    /// <summary>[share of answers] How often it answers no. Default: what the clearance says of all its channels.</summary>
    public Number? Refused { get; init; }

    /// <summary>A channel of which nothing is said but its id.</summary>
    public static implicit operator Channel(string id) => new(id);
}
