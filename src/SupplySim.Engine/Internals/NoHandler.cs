namespace SupplySim.Engine.Internals;

/// <summary>What the default <see cref="HandlerId"/> names: the number of a handler that was never registered.</summary>
internal sealed class NoHandler : IEventHandler
{
    public void Handle(long argument) => throw new InvalidOperationException(
        $"An event was scheduled for no handler (argument {argument}): the HandlerId was never set. Use "
            + $"what {nameof(Simulation.Register)} returned.");

    public override string ToString() => "no handler";
}
