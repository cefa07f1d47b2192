using SupplySim.Engine;

namespace SupplySim.Runs;

/// <summary>What cannot be done at one place with docks, for as long as closures stop it, or for good.</summary>
/// <remarks>Closures overlap: what several stop goes on when the last of them has ended. A force that is out of action stays so. One run,
/// one thread.</remarks>
internal sealed class SiteState(Simulation simulation)
{
    private readonly List<Action> _listeners = [];
    private int _orders;
    private int _loading;
    private int _unloading;

    /// <summary>Whether it is a force that was captured: it uses nothing, and nobody is loaded or unloaded there, from then on.</summary>
    public bool IsOutOfAction { get; private set; }

    /// <summary>Whether anything is stopped.</summary>
    public bool IsAnyStopped => (_orders | _loading | _unloading) != 0;

    /// <summary>Fired when something is stopped or goes on, for processes that wait.</summary>
    public Signal Changed { get; } = new(simulation);

    public bool IsStopped(SiteWork work) => Count(work) > 0;

    /// <summary>A bit for each work that is stopped.</summary>
    public ulong Stopped => Bit(SiteWork.Orders) | Bit(SiteWork.Loading) | Bit(SiteWork.Unloading);

    /// <summary>How many closures stop it.</summary>
    public int Closures(SiteWork work) => Count(work);

    /// <summary>Called when something is stopped or goes on.</summary>
    public void OnChange(Action listener) => _listeners.Add(listener);

    public void Stop(ReadOnlySpan<SiteWork> works) => Change(works, 1);

    public void GoOn(ReadOnlySpan<SiteWork> works) => Change(works, -1);

    /// <summary>It is a force, and it was captured.</summary>
    public void PutOutOfAction()
    {
        if (IsOutOfAction) return;
        IsOutOfAction = true;
        Stop(Enum.GetValues<SiteWork>());
    }

    private void Change(ReadOnlySpan<SiteWork> works, int by)
    {
        foreach (var work in works) Count(work) += by;
        foreach (var listener in _listeners) listener();
        Changed.Fire();
    }

    private ulong Bit(SiteWork work) => IsStopped(work) ? 1UL << (int)work : 0;

    private ref int Count(SiteWork work)
    {
        if (work == SiteWork.Orders) return ref _orders;
        if (work == SiteWork.Loading) return ref _loading;
        return ref _unloading;
    }
}
