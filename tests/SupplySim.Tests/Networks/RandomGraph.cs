using CsCheck;
using SupplySim.Networks;

namespace SupplySim.Tests.Networks;

/// <summary>Small random graphs with short weights (zero among them), so that ties, loops and parallel arcs abound.</summary>
internal static class RandomGraph
{
    /// <summary>A graph and for each arc whether it is closed.</summary>
    public static readonly Gen<(Graph Graph, bool[] Closed)> Gen =
        from places in CsCheck.Gen.Int[1, 9]
        from arcs in CsCheck.Gen.Select(
            CsCheck.Gen.Int[0, places - 1], CsCheck.Gen.Int[0, places - 1], CsCheck.Gen.Int[0, 4], CsCheck.Gen.Bool).Array[0, 24]
        select (
            new Graph(places, [.. arcs.Select((arc, i) => new Arc(arc.Item1, arc.Item2, arc.Item3, i))]),
            arcs.Select(arc => arc.Item4).ToArray());

    /// <summary>The same with each route as two arcs, one each way.</summary>
    public static readonly Gen<(Graph Graph, bool[] Closed)> TwoWay = Gen.Select(pair =>
    {
        var arcs = Enumerable.Range(0, pair.Graph.ArcCount).Select(i => pair.Graph[i]).ToArray();
        return (
            new Graph(pair.Graph.PlaceCount, [.. arcs, .. arcs.Select(arc => arc with { From = arc.To, To = arc.From })]),
            pair.Closed.Concat(pair.Closed).ToArray());
    });
}
