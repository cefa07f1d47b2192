namespace SupplySim.Engine.Tests;

/// <summary>Real time cannot get into a process: the compiler refuses it.</summary>
public class ForeignAwaitTests
{
    [Theory]
    [InlineData("await Task.Delay(1);")]
    [InlineData("await Task.Yield();")]
    [InlineData("await Task.CompletedTask.ConfigureAwait(false);")]
    [InlineData("await new ValueTask(Task.CompletedTask);")]
    [InlineData("await Task.FromResult(1);")]
    [InlineData("await new System.IO.StringReader(\"\").ReadLineAsync();")]
    public void Awaiting_anything_but_simulated_time_does_not_compile(string statement) =>
        Errors(statement).Should().Equal("CS0315");

    [Theory]
    [InlineData("await simulation.Delay(TimeSpan.FromHours(1));")]
    [InlineData("await new Gate(simulation).WhenOpen(); await new Signal(simulation).Wait(); using var hold = await new "
        + "Resource(simulation, 1).Seize();")]
    [InlineData("var handle = simulation.Start(Body(simulation)); await handle.Completion; await Body(simulation);")]
    [InlineData("simulation.Start(Body(simulation)); await simulation.DelayUntil(SimTime.Day(1));")]
    public void Awaiting_simulated_time_compiles_without_a_warning(string statement) => Errors(statement).Should().BeEmpty();

    [Fact]
    public void A_process_that_is_neither_started_nor_awaited_is_warned_about() =>
        Errors("Body(simulation); await simulation.Delay(default);").Should().Equal("CS4014");

    [Fact]
    public void A_handle_cannot_be_awaited_itself() =>
        Errors("await simulation.Start(Body(simulation));").Should().Equal("CS1061");

    private static IEnumerable<string> Errors(string statement) => Snippet.Errors($$"""
        using System;
        using System.Threading.Tasks;
        using SupplySim.Engine;
        static class Program
        {
            static async Process Body(Simulation simulation) { {{statement}} }
        }
        """, typeof(Simulation));
}
