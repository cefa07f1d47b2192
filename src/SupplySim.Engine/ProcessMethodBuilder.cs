using System.ComponentModel;
using System.Runtime.CompilerServices;
using SupplySim.Engine.Internals;

namespace SupplySim.Engine;

/// <summary>For the compiler: builds the state machine of a method that returns <see cref="Process"/>.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public struct ProcessMethodBuilder
{
    private ResultBox<Nothing> _body;

    /// <summary>What the method returns.</summary>
    public readonly Process Task => new(_body);

    /// <summary>A builder for one call.</summary>
    public static ProcessMethodBuilder Create() => default;

    /// <summary>Moves the state machine into a box; unlike other builders, runs none of it.</summary>
    public void Start<TStateMachine>(ref TStateMachine stateMachine)
        where TStateMachine : IAsyncStateMachine
    {
        var box = StateMachineBox<TStateMachine, Nothing>.Rent();
        _body = box; // before the copy: this builder is a field of the state machine, and the copy needs it too
        box.StateMachine = stateMachine;
    }

    /// <summary>Not used: the state machine is boxed from the start.</summary>
    public readonly void SetStateMachine(IAsyncStateMachine stateMachine) => throw new NotSupportedException();

    /// <summary>The body has returned.</summary>
    public readonly void SetResult() => _body.End(default(Nothing));

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
