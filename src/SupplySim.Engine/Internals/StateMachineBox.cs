using System.Reflection;
using System.Runtime.CompilerServices;

namespace SupplySim.Engine.Internals;

/// <summary>The box of one compiled <c>async Process</c> method, pooled: a call allocates only while more of its calls
/// are alive than ever before.</summary>
/// <remarks>A pool belongs to a thread and a method, holds nothing but empty boxes, and keeps a bounded number of them.</remarks>
internal sealed class StateMachineBox<TStateMachine, TResult> : ResultBox<TResult>
    where TStateMachine : IAsyncStateMachine
{
    private const int MostKept = 16_384;

    // The compiler wraps every body in one clause of its own; any more are the author's, of which those
    // that catch something else have nothing to do when a body is cut short. Where the code cannot be read, assume that they have.
    private static readonly bool HasClausesOfItsOwn =
        typeof(TStateMachine).GetMethod(nameof(IAsyncStateMachine.MoveNext),
            BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic)
            ?.GetMethodBody() is not { } code
        || code.ExceptionHandlingClauses.Count(clause => clause.Flags != ExceptionHandlingClauseOptions.Clause
            || clause.CatchType?.IsAssignableFrom(typeof(ProcessUnwoundException)) != false) > 1;

    [ThreadStatic]
    private static Pool? _pool;

    private StateMachineBox<TStateMachine, TResult>? _nextInPool;

    public TStateMachine StateMachine = default!;

    public override bool MayClearUp => HasClausesOfItsOwn;

    public static StateMachineBox<TStateMachine, TResult> Rent()
    {
        var pool = _pool;
        if (pool?.First is not { } rented) return new StateMachineBox<TStateMachine, TResult>();
        pool.First = rented._nextInPool;
        rented._nextInPool = null;
        pool.Kept--;
        return rented;
    }

    public override int Touch() => _nextInPool is null ? 0 : 1;

    public override void MoveNext() => StateMachine.MoveNext();

    public override void Recycle()
    {
        Forget();
        StateMachine = default!;
        var pool = _pool ??= new Pool();
        if (pool.Kept == MostKept) return;
        _nextInPool = pool.First;
        pool.First = this;
        pool.Kept++;
    }

    private sealed class Pool
    {
        public StateMachineBox<TStateMachine, TResult>? First;
        public int Kept;
    }
}
