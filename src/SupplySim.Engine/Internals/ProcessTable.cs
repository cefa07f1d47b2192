namespace SupplySim.Engine.Internals;

/// <summary>The processes of one simulation, and the handler of their wake events: the argument is the slot.</summary>
/// <remarks>Slots and their controls are used again, last released first, so that the table is as long as the greatest
/// number of processes that were alive at once.</remarks>
internal sealed class ProcessTable(Simulation simulation) : IEventHandler, IForesight
{
    private ProcessControl[] _controls = new ProcessControl[16];
    private int _count;
    private readonly Stack<ProcessControl> _free = new();
    private long _started;
    private int _foreseen;

    public void Handle(long argument) => _controls[(int)argument].Resume();

    void IForesight.Foresee(int handler, long argument)
    {
        if (handler == simulation.ProcessHandler.Index) _foreseen ^= _controls[(int)argument].Touch();
    }

    public ProcessControl Begin(ProcessBox body, object? name)
    {
        if (!_free.TryPop(out var control))
        {
            if (_count == _controls.Length) Array.Resize(ref _controls, _count * 2);
            control = new ProcessControl(simulation, _count);
            _controls[_count++] = control;
        }
        control.Begin(body, name, ++_started);
        return control;
    }

    public void Release(ProcessControl control) => _free.Push(control);

    /// <summary>The processes that have not ended, in order of their start.</summary>
    public ProcessControl[] Alive() => [.. _controls.Take(_count).Where(one => one.Ordinal > 0).OrderBy(one => one.Ordinal)];

    public string Describe(long argument) => _controls[(int)argument].Description;
}
