using System.Collections.Immutable;
using System.Globalization;
using SupplySim.Experiments;
using SupplySim.Quantities;
using SupplySim.Results.Pages;
using SupplySim.Results.Text;

namespace SupplySim.Results.Maps;

/// <summary>The network of one alternative on a map: places by kind, routes as wide as what went along them in the run
/// shown, the way of each front, and a cross on every crossing that was shut in some run.</summary>
/// <remarks>There is no base map: nothing is fetched, and no boundary is taken a side on. Places of unknown position are
/// left out.</remarks>
internal sealed class NetworkMap
{
    /// <summary>[user units] Of the picture of the whole on a wide page.</summary>
    public const double Width = 960;

    private const double Size = 13;

    /// <summary>Beyond these nobody could read one; the most important kinds come first, and every symbol is drawn.</summary>
    private const int MostNames = 400;

    /// <summary>[user units] Names take more of a picture narrower than this, so it is given more height.</summary>
    private const double Narrow = 600;

    private readonly Scenario _scenario;
    private readonly Dictionary<string, Place> _byId = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int> _numbers = new(StringComparer.Ordinal);
    private readonly ImmutableArray<long> _vehicles;
    private readonly long _most;
    private readonly ImmutableArray<string> _shut;

    /// <summary>The map of an alternative.</summary>
    public NetworkMap(AlternativeResult result)
    {
        _scenario = result.Scenario;
        _shut = [.. Findings.ShutCrossings(result, _ => true).Select(s => s.Crossing.Id).Distinct()];
        var vehicles = new long[_scenario.Routes.Length];
        foreach (var trip in result.Shown.Trips) vehicles[trip.Route] += trip.Vehicles;
        _vehicles = [.. vehicles];
        _most = vehicles.Append(1).Max();
        for (var i = 0; i < _scenario.Places.Length; i++)
            if (_byId.TryAdd(_scenario.Places[i].Id, _scenario.Places[i])) _numbers.Add(_scenario.Places[i].Id, i);
        Places = [.. _scenario.Places.Where(p => p.At is not null)];
    }

    /// <summary>The places whose position is known.</summary>
    public ImmutableArray<Place> Places { get; }

    /// <summary>Draws all of it.</summary>
    /// <param name="id">Unique on the page.</param>
    /// <param name="width">[user units] Of the picture.</param>
    /// <param name="finding">What one sees in it.</param>
    public Markup Draw(string id, double width, string finding) => Draw(id, Frame(width), Places, "Map of the network", finding);

    /// <summary>What a picture of all of it takes in. On a wide page it is lower than a screen, however far one place lies.</summary>
    /// <param name="width">[user units] Of the picture.</param>
    public GeoFrame Frame(double width) => width < Narrow
        ? GeoFrame.Around(Points(), width, least: 0.8)
        : GeoFrame.Around(Points(), width, most: 0.7);

    /// <summary>Whether both ends of a route are of known position.</summary>
    public bool Shows(Route route) => _byId[route.From.Value].At is not null && _byId[route.To.Value].At is not null;

    /// <summary>Draws what lies around the crossings that are too close together on the whole map.</summary>
    /// <returns>No markup where there are none.</returns>
    public Markup DrawCloseUp(string id, double width)
    {
        var around = CloseUp.Around(Places, Frame(Width));
        if (around.Length == 0) return Markup.None;
        var frame = GeoFrame.Around([.. around.Select(p => p.At!.Value)], width, margin: 0.5);
        var inside = Places.Where(p => frame.Holds(frame.Place(p.At!.Value)));
        var names = string.Join(", ", inside.OfType<Crossing>().Select(p => p.Shown));
        return Draw(id, frame, [.. inside], "Close-up of the crossings", $"Close together: {names}.");
    }

    private Markup Draw(string id, GeoFrame frame, ImmutableArray<Place> places, string title, string finding)
    {
        var svg = new Html();
        svg.Add(
            $"""<clipPath id="{id}-clip"><rect width="{frame.Width:0.#}" height="{frame.Height:0.#}"/></clipPath><g clip-path="url(#{id}-clip)">""");
        for (var i = 0; i < _scenario.Routes.Length; i++) AddRoute(svg, frame, i);
        foreach (var front in _scenario.Fronts) AddFront(svg, frame, front);
        foreach (var place in places)
            svg.Add($"{Symbols.Draw(Symbols.Kind(place), frame.Place(place.At!.Value), _shut.Contains(place.Id), _numbers[place.Id])}");
        AddLabels(svg, frame, places);
        AddScale(svg, frame);
        svg.Add($"</g>");
        return Svg.Image(id, frame.Width, frame.Height, "map", title, finding, svg.ToMarkup(), Against(frame));
    }

    // A spot (x, y) of the picture of 960 lies here at (a + b x, c + d y): the page's script is given spots of that one alone.
    private string Against(GeoFrame frame)
    {
        var (whole, points) = (Frame(Width), Points());
        var (west, east) = (points.MinBy(p => whole.Place(p).X), points.MaxBy(p => whole.Place(p).X));
        var (north, south) = (points.MinBy(p => whole.Place(p).Y), points.MaxBy(p => whole.Place(p).Y));
        var (a, b) = Line(whole.Place(west).X, frame.Place(west).X, whole.Place(east).X, frame.Place(east).X);
        var (c, d) = Line(whole.Place(north).Y, frame.Place(north).Y, whole.Place(south).Y, frame.Place(south).Y);
        return string.Create(CultureInfo.InvariantCulture, $"{a:0.####} {b:0.####} {c:0.####} {d:0.####}");

        static (double At, double Slope) Line(double one, double here, double other, double there) =>
            other - one > 1e-9 ? (here - (there - here) / (other - one) * one, (there - here) / (other - one)) : (here - one, 1);
    }

    private void AddRoute(Html svg, GeoFrame frame, int index)
    {
        var route = _scenario.Routes[index];
        var (from, to) = (_byId[route.From.Value], _byId[route.To.Value]);
        if (from.At is not { } one || to.At is not { } other) return;
        var (a, b) = (frame.Place(one), frame.Place(other));
        var width = 1.5 + 5 * Math.Sqrt((double)_vehicles[index] / _most);
        var name = $"{Names.Clean(from.Shown)} – {Names.Clean(to.Shown)}, {route.Length}"
            + (_vehicles[index] > 0 ? $", {Words.Count(_vehicles[index], "vehicle")} in the run shown" : "");
        if (route.Mode == Mode.Air)
        {
            var bend = Bend(a, b);
            svg.Add(
                $"""<path data-route="{index}" class="l-air" stroke-width="1.8" stroke-dasharray="7 5" d="M{a.X:0.#} {a.Y:0.#}Q{bend.X:0.#} {bend.Y:0.#} {b.X:0.#} {b.Y:0.#}"><title>{name}</title></path>""");
        }
        else
            svg.Add(
                $"""<path data-route="{index}" class="l-road" stroke-width="{width:0.#}" d="M{a.X:0.#} {a.Y:0.#}L{b.X:0.#} {b.Y:0.#}"><title>{name}</title></path>""");
    }

    // What the line of a flight bends towards.
    private static Spot Bend(Spot a, Spot b) => new((a.X + b.X) / 2 + (b.Y - a.Y) * 0.12, (a.Y + b.Y) / 2 - Math.Abs(b.X - a.X) * 0.12);

    /// <summary>The line of a route as spots; none where an end is of unknown position.</summary>
    private Spot[] LineOf(Route route, GeoFrame frame)
    {
        if (_byId[route.From.Value].At is not { } one || _byId[route.To.Value].At is not { } other) return [];
        var (a, b) = (frame.Place(one), frame.Place(other));
        if (route.Mode != Mode.Air) return [a, b];
        var bend = Bend(a, b);
        return [.. Enumerable.Range(0, 17).Select(i => i / 16.0).Select(t => new Spot(
            (1 - t) * (1 - t) * a.X + 2 * t * (1 - t) * bend.X + t * t * b.X,
            (1 - t) * (1 - t) * a.Y + 2 * t * (1 - t) * bend.Y + t * t * b.Y))];
    }

    private Spot[] WayOf(Front front, GeoFrame frame) => [.. front.Along.Select(At).OfType<GeoPoint>().Select(frame.Place)];

    private void AddFront(Html svg, GeoFrame frame, Front front)
    {
        var way = WayOf(front, frame);
        for (var i = 1; i < way.Length; i++)
        {
            var (a, b) = (way[i - 1], way[i]);
            var length = Math.Max(1, a.To(b));
            var (x, y) = ((b.X - a.X) / length, (b.Y - a.Y) / length);
            var tip = new Spot(b.X - x * 11, b.Y - y * 11);
            svg.Add(
                $"""<path class="l-front" stroke-width="2.4" stroke-dasharray="2 4" d="M{a.X:0.#} {a.Y:0.#}L{tip.X:0.#} {tip.Y:0.#}"><title>Front {front.Id}</title></path>""");
            svg.Add(
                $"""<path class="f-front" d="M{tip.X:0.#} {tip.Y:0.#}L{tip.X - x * 9 - y * 5:0.#} {tip.Y - y * 9 + x * 5:0.#}L{tip.X - x * 9 + y * 5:0.#} {tip.Y - y * 9 - x * 5:0.#}z"/>""");
        }
    }

    private void AddLabels(Html svg, GeoFrame frame, ImmutableArray<Place> places)
    {
        var placement = new LabelPlacement(frame.Width, frame.Height, Size);
        foreach (var place in places)
        {
            var at = frame.Place(place.At!.Value);
            placement.Reserve(at, Symbols.Radius(Symbols.Kind(place)));
            // There the bar of its days of supply stands while a run is played.
            if (place is Camp or Force) placement.Reserve(at with { X = at.X - 16 }, 8);
        }
        placement.Reserve(new Spot(12, frame.Height - 12), 20);
        foreach (var route in _scenario.Routes) placement.Reserve(LineOf(route, frame));
        foreach (var front in _scenario.Fronts) placement.Reserve(WayOf(front, frame));
        foreach (var place in Symbols.Kinds.SelectMany(kind => places.Where(p => Symbols.Kind(p) == kind)).Take(MostNames))
        {
            var (at, radius) = (frame.Place(place.At!.Value), Symbols.Radius(Symbols.Kind(place)));
            var text = Lines.Shorten(Names.Clean(place.Shown), 32);
            if (placement.Place(at, radius, text, isMinor: place is Town) is not { } label) continue;
            if (label.IsFar)
                svg.Add($"""<path class="l-axis" stroke-width="0.8" d="M{at.X:0.#} {at.Y:0.#}L{label.Near.X:0.#} {label.Near.Y:0.#}"/>""");
            svg.Add(
                $"""<text class="name{(place is Town ? " minor" : "")}" x="{label.Box.Left:0.#}" y="{label.Box.Bottom - 2:0.#}">{text}</text>""");
        }
    }

    /// <summary>A bar of a round number of kilometres, a fifth of the picture or less.</summary>
    private static void AddScale(Html svg, GeoFrame frame)
    {
        var kilometres = Charts.Steps.Nice(frame.Width / 5 / frame.Kilometre / 2.5);
        var (x, y) = (12.0, frame.Height - 12);
        svg.Add(
            $"""<path class="l-axis" stroke-width="1.5" d="M{x:0.#} {y - 5:0.#}V{y:0.#}H{x + kilometres * frame.Kilometre:0.#}V{y - 5:0.#}"/>""");
        svg.Add($"""<text class="name minor" x="{x + 5:0.#}" y="{y - 5:0.#}">{kilometres:0.##} km</text>""");
    }

    private List<GeoPoint> Points() =>
    [
        .. Places.Select(p => p.At!.Value),
        .. _scenario.Fronts.SelectMany(f => f.Along).Select(At).OfType<GeoPoint>(),
    ];

    private GeoPoint? At(Waypoint waypoint) => waypoint.Place is { } id ? _byId[id.Value].At : waypoint.Point;
}
