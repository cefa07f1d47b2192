using SupplySim.Engine;

namespace SupplySim.Tests.Planning;

/// <summary>A policy of one's own is compiled against what is known, and nothing true can be got out of it.</summary>
public class PolicyCompileTests
{
    [Theory]
    [InlineData("return situation.DaysCovered(claim.To).TotalDays;")]
    [InlineData("return situation.IsShut(\"bridge\", \"aid\").Value ? 1 : claim.Order;")]
    public void What_is_known_may_be_used(string body) => Errors(body).Should().BeEmpty();

    [Theory]
    [InlineData("return situation.World.Now.Ticks;", "CS1061")]
    [InlineData("return ((World)(object)situation.Clock).Now.Ticks;", "CS1061")]
    [InlineData("World world = situation; return 0;", "CS0029")]
    [InlineData("return ((World)situation).Now.Ticks;", "CS0030")]
    [InlineData("return ((World)claim).Now.Ticks;", "CS0030")]
    [InlineData("return new World(null, default, null, false).Now.Ticks;", "CS1729")]
    [InlineData("return situation._simulation.Now.Ticks;", "CS1061")]
    public void The_world_cannot_be_reached(string body, string error) => Errors(body).Should().Equal(error);

    private static IEnumerable<string> Errors(string body) => Snippet.Errors($$"""
        using SupplySim.Planning;
        using SupplySim.Runs;
        public sealed record Own : AllocationPolicy
        {
            public override double Rank(Situation situation, in Claim claim) { {{body}} }
        }
        """, typeof(Simulation), typeof(Scenario));
}
