using SupplySim.Engine.Internals;

namespace SupplySim.Engine;

/// <summary>The wait for a service to be done: <c>await hold.Serve(duration)</c>. It cannot be one of several waits.</summary>
public readonly struct ServeWait : IProcessAwaiter
{
    private readonly Resource _resource;
    private readonly ResourceHold _hold;
    private readonly TimeSpan _duration;
    private readonly Func<TimeSpan>? _draw;
    private readonly OnClose _onClose;

    internal ServeWait(Resource resource, ResourceHold hold, TimeSpan duration, Func<TimeSpan>? draw, OnClose onClose) =>
        (_resource, _hold, _duration, _draw, _onClose) = (resource, hold, duration, draw, onClose);

    /// <summary>For the compiler: <see langword="false"/>.</summary>
    public bool IsCompleted
    {
        get
        {
            _resource.Simulation.RunningProcess.EnterWait();
            _resource.CheckCanServe(_hold, _duration); // here too: between making the wait and waiting the units may be lost
            return false;
        }
    }

    /// <summary>For the compiler: what <c>await</c> uses.</summary>
    public ServeWait GetAwaiter() => this;

    /// <summary>For the compiler: how it went.</summary>
    public Service GetResult()
    {
        _resource.Simulation.RunningProcess.ExitWait();
        return _resource.EndService(_hold);
    }

    void IProcessAwaiter.Attach(ProcessBox body)
    {
        body.Control.Suspend(body);
        _resource.BeginService(body.Control, _hold, new ServicePlan(_duration, _draw, _onClose));
    }
}
