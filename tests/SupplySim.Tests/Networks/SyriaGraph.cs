using System.Globalization;
using SupplySim.Networks;
using SupplySim.Testing;

namespace SupplySim.Tests.Networks;

/// <summary>The published road graph of Syria and Iraq, 2017: 144 places, 244 routes both ways, in kilometres.</summary>
internal sealed class SyriaGraph
{
    private readonly string[] _names;
    private readonly ShortestPaths _paths;

    private SyriaGraph(string[] names, Graph graph)
    {
        _names = names;
        Graph = graph;
        _paths = new ShortestPaths(graph);
    }

    public Graph Graph { get; }

    /// <summary>Pairs that the file gives twice stay parallel routes: a shortest path takes the shorter.</summary>
    public static SyriaGraph Read()
    {
        var names = Rows("locations.csv").Select(row => row[0]).ToArray();
        var arcs = Rows("routes.csv").SelectMany((row, route) =>
        {
            var (from, to) = (Array.IndexOf(names, row[0]), Array.IndexOf(names, row[1]));
            var weight = long.Parse(row[2], CultureInfo.InvariantCulture);
            return new Arc[] { new(from, to, weight, route), new(to, from, weight, route) };
        });
        return new(names, new Graph(names.Length, [.. arcs]));
    }

    /// <summary>All arcs open but those between two places.</summary>
    public bool[] Closed(string a, string b) => [.. Enumerable.Range(0, Graph.ArcCount).Select(arc =>
        (_names[Graph[arc].From], _names[Graph[arc].To]) == (a, b) || (_names[Graph[arc].From], _names[Graph[arc].To]) == (b, a))];

    public long Kilometres(string from, string to, bool[] closed)
    {
        _paths.Find(Place(from), Place(to), new OpenArcs(closed));
        return _paths.CostTo(Place(to));
    }

    public string[] Route(string from, string to, bool[] closed)
    {
        _paths.Find(Place(from), Place(to), new OpenArcs(closed));
        var arcs = new int[_paths.LengthOf(Place(to))];
        _paths.CopyPath(Place(to), arcs);
        return [from, .. arcs.Select(arc => _names[Graph[arc].To])];
    }

    public long SumOfAllPairs(bool[] closed) => Enumerable.Range(0, _names.Length).Sum(origin =>
    {
        _paths.FindAll(origin, new OpenArcs(closed));
        return Enumerable.Range(0, _names.Length).Sum(_paths.CostTo);
    });

    public int Place(string name) => Array.IndexOf(_names, name);

    private static IEnumerable<string[]> Rows(string file) =>
        File.ReadLines(DataFolder.Find($"flee_syria2017/input_files/{file}")).Skip(1)
            .Select(line => line.Split(',')).Where(row => row[0].Length > 0);
}
