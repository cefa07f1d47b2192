namespace SupplySim.Results.Replays;

// What changes on the map: what is shut, fallen or fought over, and who has run out.
internal sealed partial class Replay
{
    /// <summary>Each change of a place, route or front: minutes since the one before, what it is (<see cref="Change"/>), and the number of
    /// what it happened to.</summary>
    public string ChangeText()
    {
        var (text, last) = (new NumberText(), 0L);
        foreach (var happening in _result.Shown.Story)
        {
            if (ChangeOf(happening) is not { } change) continue;
            var at = Minute(happening.At);
            text.Add(at - last, (long)change.What, change.Number);
            last = at;
        }
        return text.ToString();
    }

    /// <summary>Whether something happens in the run.</summary>
    public bool Happens(Change what) => _result.Shown.Story.Any(happening => ChangeOf(happening)?.What == what);

    /// <summary>What the script changes on the map.</summary>
    internal enum Change
    {
        /// <summary>A place can be passed or worked at again.</summary>
        PlaceOpened,

        /// <summary>A place is shut.</summary>
        PlaceShut,

        /// <summary>A place has fallen.</summary>
        Captured,

        /// <summary>A route can be used again.</summary>
        RouteOpened,

        /// <summary>A route is shut.</summary>
        RouteShut,

        /// <summary>A front fights.</summary>
        Fights,

        /// <summary>A front does something else.</summary>
        FightsNoLonger,

        /// <summary>A place has run out of a commodity: the number is that of the place times the
        /// commodities that there are, and of the commodity.</summary>
        RanOut,

        /// <summary>It has some again.</summary>
        SuppliedAgain,

        /// <summary>A place is shut to some: the number is that of the place times <see cref="Parts"/>, and of those to whom.</summary>
        PlacePartlyShut,

        /// <summary>It is open to them again.</summary>
        PlacePartlyOpened,

        /// <summary>A route is shut to some: the number likewise.</summary>
        RoutePartlyShut,

        /// <summary>It is open to them again.</summary>
        RoutePartlyOpened,
    }

    private (Change What, int Number)? ChangeOf(Happening happening) => happening.Kind switch
    {
        HappeningKind.Opened when _places.TryGetValue(happening.Subject, out var place) => (Change.PlaceOpened, place),
        HappeningKind.Closed when _places.TryGetValue(happening.Subject, out var place) => (Change.PlaceShut, place),
        HappeningKind.Captured when _places.TryGetValue(happening.Subject, out var place) => (Change.Captured, place),
        HappeningKind.Opened when _routes.TryGetValue(happening.Subject, out var route) => (Change.RouteOpened, route),
        HappeningKind.Closed when _routes.TryGetValue(happening.Subject, out var route) => (Change.RouteShut, route),
        HappeningKind.FrontChanged when _fronts.TryGetValue(happening.Subject, out var front) =>
            (happening.Detail == nameof(FrontState.Fight) ? Change.Fights : Change.FightsNoLonger, front),
        HappeningKind.ClosedFor when _places.TryGetValue(happening.Subject, out var place) =>
            (Change.PlacePartlyShut, place * Parts + PartIn(happening)),
        HappeningKind.OpenedFor when _places.TryGetValue(happening.Subject, out var place) =>
            (Change.PlacePartlyOpened, place * Parts + PartIn(happening)),
        HappeningKind.ClosedFor when _routes.TryGetValue(happening.Subject, out var route) =>
            (Change.RoutePartlyShut, route * Parts + PartIn(happening)),
        HappeningKind.OpenedFor when _routes.TryGetValue(happening.Subject, out var route) =>
            (Change.RoutePartlyOpened, route * Parts + PartIn(happening)),
        HappeningKind.RanOut when OutOf(happening) is { } what => (Change.RanOut, what),
        HappeningKind.SuppliedAgain when OutOf(happening) is { } what => (Change.SuppliedAgain, what),
        _ => null,
    };

    /// <summary>How many there are to whom something is shut while it is open to others: kinds of traffic,
    /// flights, kinds of work.</summary>
    public int Parts => Math.Max(1, _parts.Length);

    private int PartIn(Happening happening) => _parts.IndexOf(PartOf(happening));

    // Before the cause.
    private static string PartOf(Happening happening) => (happening.Detail ?? "").Split(':', 2)[0];

    // Of what its gauge tells of.
    private int? OutOf(Happening happening)
    {
        if (!_places.TryGetValue(happening.Subject, out var place)
            || _commodities.IndexOf(happening.Detail!) is not (>= 0 and var commodity)) return null;
        var series = Supplies.FirstOrDefault(one => one.Place == place, (Place: -1, Series: -1)).Series;
        return series >= 0 && (_result.Shown.Layout.Series[series].Commodity ?? happening.Detail) == happening.Detail
            ? place * _commodities.Length + commodity
            : null;
    }
}
