namespace SupplySim.Engine.Internals;

/// <summary>The several waits of a process, of which the first or all are to end. It belongs to the process, which can
/// have one such wait at a time, and is used again with its branches.</summary>
internal sealed class WaitGroup(ProcessControl process) : IWaitSource
{
    private readonly List<WaitBranch> _branches = [];
    private int _count;
    private int _open;

    public ProcessControl Process { get; } = process;

    public int Count => _count;

    /// <summary>Which wait ended first.</summary>
    public int First { get; private set; }

    public WaitBranch this[int index] => _branches[index];

    /// <summary>Begins several waits of which one is enough. True if one could be had at once; the others then never
    /// begin.</summary>
    public bool BeginAny<TSet>(in TSet waits)
        where TSet : struct, IWaitSet
    {
        Renew(waits);
        _open = 1;
        for (var index = 0; index < _count; index++)
            if (waits.TryAtOnce(index, _branches[index])) return EndAtOnce(index);
        for (var index = 0; index < _count; index++) waits.Begin(index, _branches[index]);
        return false;
    }

    /// <summary>Begins several waits of which all are needed. True if all could be had at once.</summary>
    public bool BeginAll<TSet>(in TSet waits)
        where TSet : struct, IWaitSet
    {
        Renew(waits);
        _open = _count;
        try
        {
            for (var index = 0; index < _count; index++)
            {
                if (waits.TryAtOnce(index, _branches[index])) EndAtOnce(index);
                else waits.Begin(index, _branches[index]);
            }
        }
        catch
        {
            WithdrawAll(); // a filter of a store has thrown, or a listener: nobody waits for those that have begun
            throw;
        }
        return _open == 0;
    }

    /// <summary>Called by a branch in its event: the process goes on in the same event if that was enough.</summary>
    public void BranchIsOver()
    {
        if (--_open > 0) return;
        First = _branches.FindIndex(branch => branch.IsOver);
        WithdrawTheOthers();
        Process.Resume();
    }

    public WaitResult Result(int index) => new(_branches[index], _branches[index].End, index);

    /// <summary>The process was interrupted or unwound: also what some of its waits have brought goes back.</summary>
    void IWaitSource.Withdrawn(Waiter waiter) => WithdrawAll();

    string IWaitSource.Describe(Waiter waiter) =>
        _count == 0
            ? "the first of no waits"
            : string.Join(_open > 1 ? " and " : " or ", _branches.Take(_count).Where(branch => !branch.IsOver));

    private bool EndAtOnce(int index)
    {
        _branches[index].EndAtOnce();
        First = index;
        return Process.Simulation.CountWaitAtOnce() && --_open == 0;
    }

    private void Renew<TSet>(in TSet waits)
        where TSet : struct, IWaitSet
    {
        _count = waits.Count;
        while (_branches.Count < _count) _branches.Add(Process.Simulation.AddBranch(this));
        for (var index = 0; index < _count; index++) _branches[index].Renew(waits.Source(index));
    }

    private void WithdrawAll()
    {
        for (var index = 0; index < _count; index++) _branches[index].Withdraw();
    }

    private void WithdrawTheOthers()
    {
        for (var index = 0; index < _count; index++)
            if (!_branches[index].IsOver) _branches[index].Withdraw();
    }
}
