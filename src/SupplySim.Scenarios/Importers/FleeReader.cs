using System.Collections.Immutable;
using System.Globalization;
using SupplySim.Quantities;
using SupplySim.Scenarios.Vocabulary;

namespace SupplySim.Scenarios.Importers;

/// <summary>Reads the files of a <see cref="FleeNetwork"/> and looks them over.</summary>
internal sealed class FleeReader(string folder, Speed speed)
{
    private static readonly string[] LocationColumns =
        ["name", "region", "country", "latitude", "longitude", "location_type", "conflict_date", "population"];

    private static readonly string[] RouteColumns = ["name1", "name2", "distance", "forced_redirection"];
    private static readonly string[] ClosureColumns = ["closure_type", "name1", "name2", "closure_start", "closure_end"];

    /// <summary>[characters] Of names that are taken for one another.</summary>
    private const int ShortestAlike = 6;

    private readonly List<string> _defects = [];
    private readonly List<FleeLocation> _locations = [];
    private readonly List<Place> _places = [];
    private readonly Dictionary<string, int> _numbers = new(StringComparer.Ordinal);

    public FleeNetwork Read()
    {
        ReadLocations(new(Find("locations.csv") ?? throw Missing("locations.csv"), LocationColumns, _defects));
        LookForTwins();
        var routes = ReadRoutes(new(Find("routes.csv") ?? throw Missing("routes.csv"), RouteColumns, _defects));
        ImmutableArray<FleeClosure> closures = Find("closures.csv") is { } path ? ReadClosures(new(path, ClosureColumns, _defects)) : [];
        LookOverSeries();
        return new FleeNetwork
        {
            Places = [.. _places],
            Routes = routes,
            Locations = [.. _locations],
            Closures = closures,
            Defects = [.. _defects],
        };
    }

    private string? Find(string name) =>
        new[] { Path.Combine(folder, "input_files", name), Path.Combine(folder, name) }.FirstOrDefault(File.Exists);

    private FileNotFoundException Missing(string name) => new($"There is no '{name}' in '{folder}'", name);

    private void ReadLocations(FleeTable table)
    {
        var ids = new HashSet<string>(StringComparer.Ordinal);
        foreach (var row in table.Rows)
        {
            var (name, kind) = (table.Text(row, "name"), table.Text(row, "location_type"));
            var id = IdOf(name);
            if (!Ids.IsOne(id)) table.Tell(row, $"'{name}' cannot be made an id; the location is left out");
            else if (!_numbers.TryAdd(name, _locations.Count)) table.Tell(row, $"'{name}' stands twice; the second is left out");
            else
            {
                for (var i = 2; !ids.Add(id); i++) id = string.Create(CultureInfo.InvariantCulture, $"{IdOf(name)}-{i}");
                if (id != IdOf(name))
                    table.Tell(row, $"'{name}' differs from another location in case or signs alone; it is called '{id}'");
                _locations.Add(new(id, name, table.Text(row, "region"), table.Text(row, "country"), kind,
                    (int?)table.Number(row, "conflict_date"), (long?)table.Number(row, "population")));
                _places.Add(PlaceOf(id, name, kind, PointOf(table, row)));
            }
        }
    }

    private static string IdOf(string name) => name.ToLowerInvariant().Replace('_', '-').Replace(' ', '-');

    private static Place PlaceOf(string id, string name, string kind, GeoPoint? at) => kind == "camp"
        ? new Camp(id) { Name = name, At = at, People = 0 }
        : new Town(id) { Name = name, At = at };

    private static GeoPoint? PointOf(FleeTable table, FleeRow row)
    {
        if (table.Number(row, "latitude", "lat") is not { } latitude || table.Number(row, "longitude", "lon") is not { } longitude)
        {
            table.Tell(row, $"'{table.Text(row, "name")}' has no position");
            return null;
        }
        if (Math.Abs(latitude) <= 90 && Math.Abs(longitude) <= 180) return new(latitude, longitude);
        table.Tell(row,
            $"'{table.Text(row, "name")}' lies at {table.Text(row, "latitude", "lat")}, {table.Text(row, "longitude", "lon")}, which "
                + $"is nowhere");
        return null;
    }

    private ImmutableArray<Route> ReadRoutes(FleeTable table)
    {
        var routes = new List<Route>();
        var lines = new Dictionary<(int, int), (int Route, int Line)>();
        foreach (var row in table.Rows)
        {
            if (EndOf(table, row, "name1") is not { } from || EndOf(table, row, "name2") is not { } to) continue;
            var between = $"{_locations[from].Name}-{_locations[to].Name}";
            if (from == to) table.Tell(row, $"{between} leads to itself; it is left out");
            else if (table.Number(row, "distance") is not { } km || km <= 0) table.Tell(row, $"{between} has no length; it is left out");
            else
            {
                LookAtLength(table, row, between, km, _places[from].At, _places[to].At);
                if (table.Text(row, "forced_redirection") is not ("" or "0"))
                    table.Tell(row, $"{between} is a forced redirection, which is taken as a road");
                var route = new Route(_locations[from].Id, _locations[to].Id)
                {
                    Length = Distance.FromMetres((long)Math.Round(km * 1000)),
                    Speed = speed,
                };
                if (lines.TryAdd((Math.Min(from, to), Math.Max(from, to)), (routes.Count, row.Line))) routes.Add(route);
                else KeepShorter(table, row, between, routes, lines[(Math.Min(from, to), Math.Max(from, to))], route);
            }
        }
        return [.. routes];
    }

    private static void KeepShorter(FleeTable table, FleeRow row, string between, List<Route> routes, (int Route, int Line) first,
        Route second)
    {
        table.Tell(row,
            $"{between} stands twice: {routes[first.Route].Length} in line {first.Line}, {second.Length} here; the shorter counts");
        if (second.Length.Metres < routes[first.Route].Length.Metres)
            routes[first.Route] = routes[first.Route] with { Length = second.Length };
    }

    private static void LookAtLength(FleeTable table, FleeRow row, string between, double km, GeoPoint? from, GeoPoint? to)
    {
        var straight = from is { } a && to is { } b ? a.DistanceTo(b) / 1000 : 0;
        // Lengths are given in whole kilometres.
        if (km + 0.5 < straight)
            table.Tell(row,
                string.Create(CultureInfo.InvariantCulture, $"{between} is {km:0.#} km long and {straight:F1} km as the crow flies"));
    }

    private int? EndOf(FleeTable table, FleeRow row, string column)
    {
        var name = table.Text(row, column);
        if (_numbers.TryGetValue(name, out var number)) return number;
        table.Tell(row, $"there is no location '{name}'{Meant(name)}; the route is left out");
        return null;
    }

    private string Meant(string name) =>
        _locations.Find(location => location.Name.Equals(name, StringComparison.OrdinalIgnoreCase)) is { } other
            ? $"; '{other.Name}' differs in upper and lower case alone"
            : "";

    private ImmutableArray<FleeClosure> ReadClosures(FleeTable table)
    {
        var countries = _locations.Select(location => location.Country).ToHashSet(StringComparer.Ordinal);
        var closures = ImmutableArray.CreateBuilder<FleeClosure>();
        foreach (var row in table.Rows)
        {
            var closure = new FleeClosure(table.Text(row, "closure_type"), table.Text(row, "name1"), table.Text(row, "name2"),
                (int)(table.Number(row, "closure_start") ?? 0), (int)(table.Number(row, "closure_end") ?? -1));
            closures.Add(closure);
            foreach (var name in (string[])[closure.First, closure.Second])
                if (!_numbers.ContainsKey(name) && !countries.Contains(name))
                    table.Tell(row, $"there is no location or country '{name}'{Meant(name)}");
        }
        return closures.ToImmutable();
    }

    // Places that are easily taken for one another: at one position, or with names that differ by one letter.
    private void LookForTwins()
    {
        for (var i = 0; i < _locations.Count; i++)
            for (var j = i + 1; j < _locations.Count; j++)
            {
                var (a, b) = (_locations[i], _locations[j]);
                if (_places[i].At is not { } here || _places[j].At is not { } there) continue;
                if (here == there) _defects.Add($"locations.csv: '{a.Name}' and '{b.Name}' lie at the same position");
                else if (DifferByALetter(a.Name, b.Name))
                    _defects.Add(string.Create(CultureInfo.InvariantCulture,
                        $"locations.csv: '{a.Name}' ({a.Kind}) and '{b.Name}' ({b.Kind}) are two "
                            + $"places {here.DistanceTo(there) / 1000:F0} km apart"));
            }
    }

    // Short names differ by a letter by chance, and a letter behind a sign (Merkez_A, Merkez_K) is there to tell places apart.
    private static bool DifferByALetter(string a, string b)
    {
        if (a.Length != b.Length || a.Length < ShortestAlike) return false;
        var at = a.AsSpan().CommonPrefixLength(b);
        return at is > 0 && at < a.Length && char.IsLetter(a[at]) && char.IsLetter(b[at]) && char.IsLetter(a[at - 1])
            && a.AsSpan(at + 1).SequenceEqual(b.AsSpan(at + 1));
    }

    private void LookOverSeries()
    {
        var series = Path.Combine(folder, "source_data");
        if (!Directory.Exists(series)) return;
        var files = Directory.EnumerateFiles(series, "*.csv").Order(StringComparer.Ordinal).ToList();
        var found = files.SelectMany(path => File.ReadLines(path).Index()
            .Where(line => line.Item.AsSpan().Trim() is { Length: > 0 } text && text.Trim(',').IsEmpty)
            .Select(line => string.Create(CultureInfo.InvariantCulture, $"{Path.GetFileName(path)}:{line.Index + 1}")).Take(1)).ToList();
        if (found.Count > 0)
            _defects.Add($"source_data: {found.Count} of {files.Count} files have a row of commas alone, the first is {found[0]}");
    }
}
