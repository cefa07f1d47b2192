namespace SupplySim.Engine.Internals;

/// <summary>What all waits of a process have in common.</summary>
internal static class Waiting
{
    /// <summary>Begins a wait; true if it is over at once.</summary>
    public static bool IsCompleted<TWait>(TWait wait)
        where TWait : struct, IWait
    {
        wait.Simulation!.RunningProcess.EnterWait();
        return TryAtOnce(wait);
    }

    public static bool TryAtOnce<TWait>(TWait wait)
        where TWait : struct, IWait
    {
        return wait.TryAtOnce(wait.Simulation!.RunningProcess) && wait.Simulation.CountWaitAtOnce();
    }

    public static void Attach<TWait>(TWait wait, ProcessBox body)
        where TWait : struct, IWait
    {
        body.Control.Suspend(body);
        wait.Begin(body.Control);
    }
}
