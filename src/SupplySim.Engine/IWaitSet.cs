using System.ComponentModel;
using SupplySim.Engine.Internals;

namespace SupplySim.Engine;

/// <summary>Several waits of whatever kinds, by number; structs, so that putting them together allocates nothing.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public interface IWaitSet
{
    internal int Count { get; }

    internal IWaitSource? Source(int index);

    internal bool TryAtOnce(int index, Waiter waiter);

    internal void Begin(int index, Waiter waiter);
}
