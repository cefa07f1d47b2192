using SupplySim.Engine.Internals;

namespace SupplySim.Engine;

// Several waits at once.
//
// Any: whichever ends first counts, and the process goes on in that very event; if two end at one instant, the one whose
// event comes first. If one can be had at once, the first of these is, and the others never begin. The losers leave
// their lines on the spot, and units or items that were granted but not delivered go back.
// All: every wait begins, in the order given; the process goes on with the last of them. If it is interrupted before,
// what some of them had brought goes back: units, items, amounts that were taken (but not what was put).
// A patience that ends counts as the end of its wait; ask the results.
// Cost: a waiter for each, kept by the process and used again; nothing is allocated once it has as many as it needs,
// except that WhenAll over more than three waits makes an array of their results.
public sealed partial class Simulation
{
    private readonly BranchTable _branches = new();
    private HandlerId? _branchHandler;

    internal HandlerId BranchHandler => _branchHandler ??= Register(_branches);

    /// <summary>The wait for the first of two waits:
    /// <c>var first = await simulation.WhenAny(gate.WhenOpen(), signal.Wait());</c> The <see cref="WaitResult.Index"/> says which, and the
    /// others are withdrawn.</summary>
    public AnyWait<WaitPair<TFirst, TSecond>> WhenAny<TFirst, TSecond>(TFirst first, TSecond second)
        where TFirst : struct, IWait
        where TSecond : struct, IWait => new(this, new(first, second));

    /// <summary>The wait for the first of three waits.</summary>
    public AnyWait<WaitAndMore<TFirst, WaitPair<TSecond, TThird>>> WhenAny<TFirst, TSecond, TThird>(
        TFirst first, TSecond second, TThird third)
        where TFirst : struct, IWait
        where TSecond : struct, IWait
        where TThird : struct, IWait => new(this, new(first, new(second, third)));

    /// <summary>The wait for the first of any number of waits of one kind. With none it is never over.</summary>
    /// <param name="waits">The waits; not to be changed while they are waited for.</param>
    public AnyWait<WaitArray<TWait>> WhenAny<TWait>(TWait[] waits)
        where TWait : struct, IWait => new(this, new(waits));

    /// <summary>The wait for both of two waits: <c>var both = await simulation.WhenAll(truck.Seize(), crew.Seize());</c></summary>
    public AllWait<WaitPair<TFirst, TSecond>> WhenAll<TFirst, TSecond>(TFirst first, TSecond second)
        where TFirst : struct, IWait
        where TSecond : struct, IWait => new(this, new(first, second));

    /// <summary>The wait for all of three waits.</summary>
    public AllWait<WaitAndMore<TFirst, WaitPair<TSecond, TThird>>> WhenAll<TFirst, TSecond, TThird>(
        TFirst first, TSecond second, TThird third)
        where TFirst : struct, IWait
        where TSecond : struct, IWait
        where TThird : struct, IWait => new(this, new(first, new(second, third)));

    /// <summary>The wait for all of any number of waits of one kind. With none it is over at once.</summary>
    /// <param name="waits">The waits; not to be changed while they are waited for.</param>
    public AllWait<WaitArray<TWait>> WhenAll<TWait>(TWait[] waits)
        where TWait : struct, IWait => new(this, new(waits));

    internal WaitBranch AddBranch(WaitGroup group) => _branches.Add(group);
}
