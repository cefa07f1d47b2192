using System.Globalization;
using System.Text.Json;
using SupplySim.Networks;

namespace SupplySim.Tests.Networks;

/// <summary>The worst closures of a published network (data/interdiction), tried one after the other.</summary>
public sealed class InterdictionTests
{
    private static readonly string[] Places = ["Start", "B", "C", "D", "End"];

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(2)]
    public void The_worst_closures_leave_the_flow_that_is_published(int attacks)
    {
        var (graph, limits) = Read("max_flow_sample_arcs_data.csv", isCost: false);
        var (flow, cut) = (new MaxFlow(graph), Expected("max_flow", attacks));
        long Left(bool[] closed) => flow.Find(0, 4, new Limits([.. limits.Select((limit, arc) => closed[arc] ? 0 : limit)]));
        Choices(graph.ArcCount, attacks).Min(Left).Should().Be(cut.GetProperty("flow").GetInt64());
        Left(Closed(graph, cut)).Should().Be(cut.GetProperty("flow").GetInt64(), "the closures that are published do it");
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(2)]
    public void The_worst_closures_leave_the_way_that_is_published(int attacks)
    {
        var (graph, _) = Read("shortest_path_sample_arcs_data.csv", isCost: true);
        var (paths, worst) = (new ShortestPaths(graph), Expected("shortest_path", attacks));
        long Cost(bool[] closed) => paths.Find(0, 4, new OpenArcs(closed)) ? paths.CostTo(4) : ShortestPaths.Unreachable;
        // The published model pays 100 where the end cannot be reached at all.
        var expected = attacks == 2 ? ShortestPaths.Unreachable : worst.GetProperty("cost").GetInt64();
        Choices(graph.ArcCount, attacks).Max(Cost).Should().Be(expected);
        Cost(Closed(graph, worst)).Should().Be(expected);
        if (attacks == 2) return;
        var way = new int[paths.LengthOf(4)];
        paths.CopyPath(4, way);
        way.Select(arc => Places[graph[arc].To]).Prepend("Start").Should()
            .Equal(worst.GetProperty("path").EnumerateArray().Select(place => place.GetString()));
    }

    private static (Graph Graph, long[] Numbers) Read(string file, bool isCost)
    {
        var rows = File.ReadLines(DataFolder.Find($"interdiction/{file}")).Skip(1).Where(line => line.Length > 0)
            .Select(line => line.Split(',')).ToArray();
        long[] numbers = [.. rows.Select(row => long.Parse(row[2], CultureInfo.InvariantCulture))];
        return (new(5,
            [.. rows.Select((row, i) =>
                new Arc(Array.IndexOf(Places, row[0]), Array.IndexOf(Places, row[1]), isCost ? numbers[i] : 0, i))]), numbers);
    }

    private static JsonElement Expected(string problem, int attacks) =>
        JsonDocument.Parse(File.ReadAllText(DataFolder.Find("interdiction/expected.json")))
            .RootElement.GetProperty(problem).GetProperty($"attacks_{attacks}");

    private static bool[] Closed(Graph graph, JsonElement worst)
    {
        string[] named = worst.TryGetProperty("interdict", out var arcs) ? [.. arcs.EnumerateArray().Select(arc => arc.GetString()!)] : [];
        return [.. Enumerable.Range(0, graph.ArcCount)
            .Select(arc => named.Contains($"{Places[graph[arc].From]}->{Places[graph[arc].To]}"))];
    }

    private static IEnumerable<bool[]> Choices(int of, int count) => Enumerable.Range(0, 1 << of)
        .Where(set => System.Numerics.BitOperations.PopCount((uint)set) == count)
        .Select(set => Enumerable.Range(0, of).Select(arc => (set >> arc & 1) != 0).ToArray());

    private readonly struct Limits(long[] arcs) : ICapacities
    {
        public long OfArc(int arc) => arcs[arc];

        public long OfPlace(int place) => MaxFlow.Unlimited;
    }
}
