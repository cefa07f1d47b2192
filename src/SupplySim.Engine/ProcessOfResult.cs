using System.Runtime.CompilerServices;
using SupplySim.Engine.Internals;

namespace SupplySim.Engine;

/// <summary>What an <c>async Process&lt;T&gt;</c> method returns: a body that has not begun and will end with a result.</summary>
/// <remarks>As <see cref="Process"/>, but it can only be awaited, not started: nobody would receive the result.</remarks>
/// <typeparam name="TResult">The type of the result.</typeparam>
[AsyncMethodBuilder(typeof(ProcessMethodBuilder<>))]
public readonly struct Process<TResult>
{
    private readonly ResultBox<TResult> _body;
    private readonly long _version;

    internal Process(ResultBox<TResult> body) => (_body, _version) = (body, body.Version);

    /// <summary>For the compiler: what <c>await</c> uses.</summary>
    public Awaiter GetAwaiter() => new(this);

    /// <summary>For the compiler: the wait for a sub-process.</summary>
    public readonly struct Awaiter : IProcessAwaiter
    {
        private readonly Process<TResult> _process;

        internal Awaiter(Process<TResult> process)
        {
            ProcessBox.CheckUnclaimed(process._body, process._version);
            _process = process;
        }

        /// <summary>Always <see langword="false"/>: the sub-process has yet to begin.</summary>
        public bool IsCompleted => false;

        /// <summary>The result of the sub-process; throws what it has thrown, if anything.</summary>
        public TResult GetResult() => _process._body.TakeResult(_process._version);

        void IProcessAwaiter.Attach(ProcessBox body)
        {
            _process._body.Claim(body.Control, parent: body);
            body.Control.Continue(_process._body);
        }
    }
}
