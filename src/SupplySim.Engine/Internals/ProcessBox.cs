namespace SupplySim.Engine.Internals;

/// <summary>The body of one call of an <c>async Process</c> method: its state machine, moved to the heap.</summary>
/// <remarks>
/// Life: rented when the method is called; claimed when the process is started or awaited, which can happen once;
/// ended when the body returns or throws; recycled when its result is taken. The version tells the calls apart that
/// have used the same box, so that a <see cref="Process"/> kept too long is recognised.
/// </remarks>
internal abstract class ProcessBox
{
    private bool _claimed;
    private bool _ended;

    public long Version { get; private set; }

    /// <summary>The process that this body is, or is part of; set when it is claimed.</summary>
    public ProcessControl Control { get; private set; } = null!;

    /// <summary>The body that awaits this one; none for the body of a started process.</summary>
    public ProcessBox? Parent { get; private set; }

    protected Exception? Exception { get; private set; }

    /// <summary>Whether its method has a <c>try</c> or <c>using</c>, so that something may be left to do when it is cut short.</summary>
    public abstract bool MayClearUp { get; }

    /// <summary>Reads something of whatever <see cref="MoveNext"/> is going to need.</summary>
    public abstract int Touch();

    /// <summary>Runs the body to its next wait or its end. Never throws: what the body throws is its result.</summary>
    public abstract void MoveNext();

    /// <summary>Drops everything it refers to and goes back to the pool.</summary>
    public abstract void Recycle();

    public static void CheckUnclaimed(ProcessBox? body, long version)
    {
        if (body is null) throw new InvalidOperationException("This is no process: call an 'async Process' method for one.");
        if (version != body.Version || body._claimed)
            throw new InvalidOperationException("A process can be started or awaited once; call its method again for another.");
    }

    public void Claim(ProcessControl control, ProcessBox? parent)
    {
        _claimed = true;
        Control = control;
        Parent = parent;
    }

    public void End(Exception? exception)
    {
        _ended = true;
        Exception = exception;
        Control.BodyEnded(Parent, exception);
    }

    protected void CheckEnded(long version)
    {
        if (version != Version || !_ended)
            throw new InvalidOperationException("The result of a process can be had by 'await' only.");
    }

    protected void Forget()
    {
        Version++;
        _claimed = _ended = false;
        Control = null!;
        Parent = null;
        Exception = null;
    }
}
