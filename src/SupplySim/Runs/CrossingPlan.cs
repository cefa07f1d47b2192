using System.Collections.Immutable;
using SupplySim.Engine;
using SupplySim.Quantities;

namespace SupplySim.Runs;

/// <summary>A crossing by numbers: control points, permissions by party and traffic, compiled hours.</summary>
internal sealed class CrossingPlan
{
    private readonly Permission[] _permissions;
    private readonly ImmutableArray<string> _names;

    public CrossingPlan(Crossing crossing, Catalogue catalogue)
    {
        (Crossing, Traffics, _names) = (crossing, catalogue.Traffics.Length, catalogue.Traffics);
        ControlPoints = PointsOf(crossing);
        Holders = [.. ControlPoints.Select(point => crossing.HeldBy?.For(point) is { } party ? catalogue.PartyNumber(party) : -1)];
        Hours = ControlPoints
            .Select(point =>
                catalogue.OpeningTimes(crossing.Hours.For(point, Quantities.Hours.Always)!, ZoneOf(crossing, point, catalogue)))
            .Aggregate((a, b) => a.And(b));
        FirstZone = ZoneOf(crossing, ControlPoints[0], catalogue);
        Inspections = [.. catalogue.Traffics.Select(traffic => crossing.Inspection.For(traffic))];
        NamedTraffics = catalogue.Kinds.Named;
        EmptyInspection = crossing.Inspection.Named is { } named && named.TryGet("empty", out var empty) ? empty : null;
        _permissions = new Permission[catalogue.Parties.Length * Traffics];
        for (var party = 0; party < catalogue.Parties.Length; party++)
            for (var traffic = 0; traffic < Traffics; traffic++)
                _permissions[party * Traffics + traffic] =
                    !crossing.Passage.TryGet(catalogue.Parties[party].Id, out var rules) ? Permission.Yes
                    : rules.TryGet(catalogue.Traffics[traffic], out var permission)
                        ? permission.For(traffic < catalogue.Kinds.Out ? "in" : "out", Permission.No)
                    : Permission.No;
    }

    public Crossing Crossing { get; }

    /// <summary>How many kinds of traffic there are.</summary>
    public int Traffics { get; }

    /// <summary>By the name of a traffic: those of it on their way out, and on their way back.</summary>
    public ImmutableArray<(string Name, ulong Out, ulong Back)> NamedTraffics { get; }

    /// <summary>Names; one without a name where one party holds it all.</summary>
    public ImmutableArray<string> ControlPoints { get; }

    /// <summary>By control point: the party's number, -1 for nobody.</summary>
    public ImmutableArray<int> Holders { get; }

    /// <summary>When all control points are open.</summary>
    public OpeningTimes Hours { get; }

    public string FirstZone { get; }

    /// <summary>By traffic; null where no time is given.</summary>
    public ImmutableArray<Duration?> Inspections { get; }

    public Duration? EmptyInspection { get; }

    /// <summary>[time] How long a vehicle holds its lane on average: its inspection, and a search that is made in the lane.</summary>
    public TimeSpan MeanInLane(int traffic, bool isLaden)
    {
        var (name, laden) = (_names[traffic], Inspections[traffic] ?? EmptyInspection);
        var mean = ((isLaden ? laden : EmptyInspection ?? laden)?.Mean).GetValueOrDefault();
        if (Crossing.Secondary is not { Bays: null } search) return mean;
        return mean + SecondarySearch.ValueOf(search.Share, name, isLaden)
            * (SecondarySearch.ValueOf(search.Takes, name, isLaden)?.Mean).GetValueOrDefault();
    }

    /// <summary>[time] For how long one that is searched in a bay of its own keeps all bays busy together, on average.</summary>
    public TimeSpan MeanInBay(int traffic) => Crossing.Secondary is { Bays: { } bays } search
        ? (search.Takes.For(_names[traffic])?.Mean).GetValueOrDefault() / bays
        : default;

    /// <summary>[share] Of the vehicles that are searched in bays of their own.</summary>
    public double ShareInBay(int traffic, bool isLaden) =>
        Crossing.Secondary is { Bays: not null } search ? SecondarySearch.ValueOf(search.Share, _names[traffic], isLaden) : 0;

    /// <summary>Whether a traffic passes at some time, as things stand at the start: there are hours, and no holder forbids it.</summary>
    public bool MayOpenFor(int traffic) => !Hours.IsNever && Holders.All(holder => PermissionOf(holder, traffic) != Permission.No);

    /// <summary>What a holder says to a traffic; a place that nobody holds lets all pass.</summary>
    public Permission PermissionOf(int party, int traffic) =>
        party < 0 ? Permission.Yes : _permissions[party * Traffics + traffic];

    /// <summary>The control points of a crossing: those that its holders or hours name, else one without a name.</summary>
    public static ImmutableArray<string> PointsOf(Crossing crossing)
    {
        var names = new[] { crossing.HeldBy?.Named?.Select(e => e.Name), crossing.Hours.Named?.Select(e => e.Name) }
            .SelectMany(n => n ?? []).Distinct().ToImmutableArray();
        return names.IsEmpty ? [""] : names;
    }

    private static string ZoneOf(Crossing crossing, string point, Catalogue catalogue) =>
        crossing.Zone?.For(point) ?? catalogue.Clock.Zone;
}
