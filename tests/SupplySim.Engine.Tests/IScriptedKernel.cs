namespace SupplySim.Engine.Tests;

/// <summary>What a random script needs of a kernel; events are named by a number of the script's own.</summary>
internal interface IScriptedKernel
{
    long Now { get; }

    void Schedule(int id, long delay, byte priority);

    bool Cancel(int id);

    bool Reschedule(int id, long delay);

    void Run(Action<int> onEvent);
}
