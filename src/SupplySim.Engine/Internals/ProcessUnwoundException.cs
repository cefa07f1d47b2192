namespace SupplySim.Engine.Internals;

/// <summary>Thrown at the wait of a process when the run is over, so that its <c>using</c> and <c>finally</c> run.</summary>
internal sealed class ProcessUnwoundException()
    : Exception("The run is over: this process was still waiting and is being unwound.");
