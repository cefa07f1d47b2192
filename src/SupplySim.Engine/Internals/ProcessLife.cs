namespace SupplySim.Engine.Internals;

/// <summary>What a process is asked for at its beginning and its end only: kept apart from the <see cref="ProcessControl"/>
/// so that resuming a process does not drag it through the cache.</summary>
internal sealed class ProcessLife
{
    public ProcessBox Root = null!;
    public object? Name;
    public TimeSpan? LeftAtInterrupt;
    public Exception? Failure;
    public int RefusedWaits;
    public WaitList? Watchers;
    public WaitGroup? Group;
    public long Version;
    public long Ordinal;
}
