using System.ComponentModel;
using System.Runtime.CompilerServices;
using SupplySim.Engine.Internals;

namespace SupplySim.Engine;

/// <summary>For the compiler: builds the state machine of a method that returns <see cref="Process{TResult}"/>.</summary>
/// <typeparam name="TResult">The type of the result.</typeparam>
[EditorBrowsable(EditorBrowsableState.Never)]
public struct ProcessMethodBuilder<TResult>
{
    private ResultBox<TResult> _body;

    /// <summary>What the method returns.</summary>
    public readonly Process<TResult> Task => new(_body);

    /// <summary>A builder for one call.</summary>
    public static ProcessMethodBuilder<TResult> Create() => default;

    /// <summary>Moves the state machine into a box; unlike other builders, runs none of it.</summary>
    public void Start<TStateMachine>(ref TStateMachine stateMachine)
        where TStateMachine : IAsyncStateMachine
    {
        var box = StateMachineBox<TStateMachine, TResult>.Rent();
        _body = box; // before the copy: this builder is a field of the state machine, and the copy needs it too
        box.StateMachine = stateMachine;
    }

    /// <summary>Not used: the state machine is boxed from the start.</summary>
    public readonly void SetStateMachine(IAsyncStateMachine stateMachine) => throw new NotSupportedException();

    /// <summary>The body has returned a result.</summary>
    public readonly void SetResult(TResult result) => _body.End(result);

    /// <summary>The body has thrown.</summary>
    public readonly void SetException(Exception exception) => _body.End(exception);

    /// <summary>The body waits.</summary>
    public readonly void AwaitOnCompleted<TAwaiter, TStateMachine>(ref TAwaiter awaiter, ref TStateMachine stateMachine)
        where TAwaiter : IProcessAwaiter
        where TStateMachine : IAsyncStateMachine => awaiter.Attach(_body);

    /// <summary>The body waits.</summary>
    public readonly void AwaitUnsafeOnCompleted<TAwaiter, TStateMachine>(ref TAwaiter awaiter, ref TStateMachine stateMachine)
        where TAwaiter : IProcessAwaiter
        where TStateMachine : IAsyncStateMachine => awaiter.Attach(_body);
}
