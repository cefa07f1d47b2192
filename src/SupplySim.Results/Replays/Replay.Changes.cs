namespace SupplySim.Results.Replays;

// What changes on the map: what is shut, fallen or fought over, and who has run out.
internal sealed partial class Replay
{
    /// <summary>Each change of a place, route or front: minutes since the one before, what it is (<see cref="Change"/>), and the number of what it happened to.</summary>
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

        /// <summary>A place has run out of a commodity: the number is that of the place times the commodities that there are, and of the commodity.</summary>
        RanOut,

        /// <summary>It has some again.</summary>
        SuppliedAgain,
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
        HappeningKind.RanOut when OutOf(happening) is { } what => (Change.RanOut, what),
        HappeningKind.SuppliedAgain when OutOf(happening) is { } what => (Change.SuppliedAgain, what),
        _ => null,
    };

    // Of what its gauge tells of.
    private int? OutOf(Happening happening)
    {
        if (!_places.TryGetValue(happening.Subject, out var place) || _commodities.IndexOf(happening.Detail!) is not (>= 0 and var commodity)) return null;
        var series = Supplies.FirstOrDefault(one => one.Place == place, (Place: -1, Series: -1)).Series;
        return series >= 0 && (_result.Shown.Layout.Series[series].Commodity ?? happening.Detail) == happening.Detail ? place * _commodities.Length + commodity : null;
    }
}
