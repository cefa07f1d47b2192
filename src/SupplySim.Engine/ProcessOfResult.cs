using System.Runtime.CompilerServices;
using SupplySim.Engine.Internals;

namespace SupplySim.Engine;

/// <summary>What an <c>async Process&lt;T&gt;</c> method returns: a body that has not begun and will end with a result.</summary>
/// <remarks>As <see cref="Process"/>, but it can only be awaited, not started: nobody would receive the result.</remarks>
/// <typeparam name="TResult">The type of the result.</typeparam>
[AsyncMethodBuilder(typeof(ProcessMethodBuilder<>))]
public readonly struct Process<TResult>
{
    private readonly ResultBox<TResult> body;
    private readonly long version;

    internal Process(ResultBox<TResult> body) => (this.body, version) = (body, body.Version);

    /// <summary>For the compiler: what <c>await</c> uses.</summary>
    public Awaiter GetAwaiter() => new(this);

    /// <summary>For the compiler: the wait for a sub-process.</summary>
    public readonly struct Awaiter : IProcessAwaiter
    {
        private readonly Process<TResult> process;

        internal Awaiter(Process<TResult> process)
        {
            ProcessBox.CheckUnclaimed(process.body, process.version);
            this.process = process;
        }

        /// <summary>Always <see langword="false"/>: the sub-process has yet to begin.</summary>
        public bool IsCompleted => false;

        /// <summary>The result of the sub-process; throws what it has thrown, if anything.</summary>
        public TResult GetResult() => process.body.TakeResult(process.version);

        void IProcessAwaiter.Attach(ProcessBox body)
        {
            process.body.Claim(body.Control, parent: body);
            body.Control.Continue(process.body);
        }
    }
}
