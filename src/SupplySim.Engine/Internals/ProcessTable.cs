namespace SupplySim.Engine.Internals;

/// <summary>The processes of one simulation, and the handler of their wake events: the argument is the slot.</summary>
/// <remarks>Slots and their controls are used again, last released first, so that the table is as long as the greatest
/// number of processes that were alive at once.</remarks>
internal sealed class ProcessTable(Simulation simulation) : IEventHandler
{
    private readonly List<ProcessControl> controls = [];
    private readonly Stack<ProcessControl> free = new();
    private long started;

    public void Handle(long argument) => controls[(int)argument].Resume();

    public ProcessControl Begin(ProcessBox body, string? name)
    {
        if (!free.TryPop(out var control))
        {
            control = new ProcessControl(simulation, controls.Count);
            controls.Add(control);
        }
        control.Begin(body, name, ++started);
        return control;
    }

    public void Release(ProcessControl control) => free.Push(control);

    /// <summary>The processes that have not ended, in order of their start.</summary>
    public ProcessControl[] Alive() => [.. controls.Where(one => one.Ordinal > 0).OrderBy(one => one.Ordinal)];

    public string Describe(long argument) => controls[(int)argument].Description;
}
