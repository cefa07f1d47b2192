using System.Runtime.CompilerServices;
using SupplySim.Engine.Internals;

namespace SupplySim.Engine;

/// <summary>What an <c>async Process</c> can await: the engine's own waits and other processes, nothing else.</summary>
/// <remarks>The builders of processes demand this interface of every awaiter, and only the engine can implement it; so
/// awaiting a task, a timer or any other real time inside a process is error CS0315 of the compiler, not a
/// run that nobody can repeat.</remarks>
public interface IProcessAwaiter : ICriticalNotifyCompletion
{
    /// <summary>Registers a body that has stopped, so that it will be continued.</summary>
    internal void Attach(ProcessBox body);

    void INotifyCompletion.OnCompleted(Action continuation) => throw OutsideProcess();

    void ICriticalNotifyCompletion.UnsafeOnCompleted(Action continuation) => throw OutsideProcess();

    internal static InvalidOperationException OutsideProcess() =>
        new("Simulated time can be awaited only in an 'async Process' method that was started in the same simulation.");
}
