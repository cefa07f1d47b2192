namespace SupplySim.Engine.Internals;

/// <summary>One of the several waits of a process: a waiter of its own, which stands in line in its process's stead.</summary>
internal sealed class WaitBranch(WaitGroup group, int slot)
    : Waiter(group.Process.Simulation, group.Process.Simulation.BranchHandler, slot)
{
    public override ProcessControl Process => group.Process;

    /// <summary>Whether what it waits for has come, or its patience has ended.</summary>
    public bool IsOver { get; private set; }

    public WaitEnd End => Outcome == WaitOutcome.TimedOut ? WaitEnd.TimedOut : WaitEnd.Completed;

    public void Renew(IWaitSource? source)
    {
        WaitFor(source);
        IsOver = false;
        Outcome = WaitOutcome.Completed;
        (Granted, Item, Served) = (default, null, false);
    }

    public void EndAtOnce() => IsOver = true;

    public override void Resume()
    {
        if (Outcome == WaitOutcome.TimedOut) LeaveUnserved();
        else List?.Remove(this); // the source is kept: what it gave may have to go back
        IsOver = true;
        group.BranchIsOver();
    }

    /// <summary>Ends it in vain; what it was given goes back.</summary>
    public void Withdraw()
    {
        CancelWake();
        LeaveUnserved();
    }

    public override string ToString() => WaitsFor;
}
