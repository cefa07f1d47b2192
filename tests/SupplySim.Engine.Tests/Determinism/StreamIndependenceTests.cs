namespace SupplySim.Engine.Tests.Determinism;

/// <summary>A draw belongs to its owner and its occasion: a change elsewhere leaves it as it was.</summary>
public class StreamIndependenceTests
{
    [Theory]
    [InlineData("one more truck")]
    [InlineData("another stream")]
    [InlineData("another occasion")]
    [InlineData("another order of creation")]
    public void An_unrelated_change_leaves_every_other_draw_as_it_was(string change)
    {
        var before = Draws("nothing");
        var after = Draws(change);
        foreach (var (truck, draws) in before)
            after[truck].Take(5).Should().Equal(draws, "truck {0} has nothing to do with {1}", truck, change);
        after.Sum(one => one.Value.Count).Should().Be(change switch { "one more truck" => 55, "another occasion" => 51, _ => 50 });
    }

    private static Dictionary<int, List<double>> Draws(string change)
    {
        var simulation = new Simulation(seed: 7, replication: 4);
        var seen = new Dictionary<int, List<double>>();
        var lanes = new Resource(simulation, 1);
        var others = change == "another stream" ? new RandomSequence(simulation.Stream("inspection/other")) : null;
        var trucks = Enumerable.Range(0, change == "one more truck" ? 11 : 10);
        foreach (var truck in change == "another order of creation" ? trucks.Reverse() : trucks) simulation.Start(Drive(truck));
        simulation.RunUntil(SimTime.Day(20));
        return seen;

        async Process Drive(int truck)
        {
            var inspections = simulation.Stream($"inspection/truck-{truck}");
            seen[truck] = [];
            for (var occasion = 0; occasion < (change == "another occasion" && truck == 3 ? 6 : 5); occasion++)
            {
                others?.Next();
                using var lane = await lanes.Seize();
                seen[truck].Add(inspections.Uniform(occasion));
                await simulation.Delay(TimeSpan.FromHours(inspections.Uniform(occasion)));
            }
        }
    }
}
