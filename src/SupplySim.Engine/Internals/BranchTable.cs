namespace SupplySim.Engine.Internals;

/// <summary>All branches of a simulation, and the handler of their wake events: the argument is the slot.</summary>
internal sealed class BranchTable : IEventHandler
{
    private readonly List<WaitBranch> _branches = [];

    public void Handle(long argument) => _branches[(int)argument].Resume();

    public WaitBranch Add(WaitGroup group)
    {
        var added = new WaitBranch(group, _branches.Count);
        _branches.Add(added);
        return added;
    }

    public override string ToString() => "one of several waits";
}
