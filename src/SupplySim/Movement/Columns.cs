using System.Collections;
using SupplySim.Engine;

namespace SupplySim.Movement;

/// <summary>Every column there is, from its forming to its end, in no order: whoever counts vehicles finds them here.</summary>
/// <remarks>Each has a number while it lives; an event says by it which column it is for. One run, one thread.</remarks>
internal sealed class Columns : IEventHandler, IEnumerable<Convoy>
{
    private readonly List<Convoy?> _byNumber = [];
    private readonly Stack<int> _free = [];
    private long _formed;

    public Columns(Simulation simulation) => Handler = simulation.Register(this);

    /// <summary>By which events of columns are scheduled, with the number as argument.</summary>
    public HandlerId Handler { get; }

    /// <summary>The next number that no column of this run has had.</summary>
    public long NextOrdinal() => _formed++;

    /// <summary>There is a column more.</summary>
    /// <returns>Its number.</returns>
    public int Add(Convoy convoy)
    {
        if (!_free.TryPop(out var number))
        {
            _byNumber.Add(convoy);
            return _byNumber.Count - 1;
        }
        _byNumber[number] = convoy;
        return number;
    }

    /// <summary>A column is no more: it is home, or lost.</summary>
    public void Remove(Convoy convoy)
    {
        _byNumber[convoy.Number] = null;
        _free.Push(convoy.Number);
    }

    public IEnumerator<Convoy> GetEnumerator()
    {
        foreach (var convoy in _byNumber)
            if (convoy is not null) yield return convoy;
    }

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    void IEventHandler.Handle(long number) => _byNumber[(int)number]!.GoOn();
}
