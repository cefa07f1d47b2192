using System.Runtime.CompilerServices;
using SupplySim.Engine.Internals;

namespace SupplySim.Engine;

/// <summary>What an <c>async Process</c> method returns: a body that has not begun.</summary>
/// <remarks>
/// Calling the method runs none of its code. The body begins when the process is started with
/// <see cref="Simulation.Start"/>, or when another process awaits it as its sub-process; either can be done once.
/// A sub-process begins at once, in the event that awaits it, and what it throws comes out of the <c>await</c>.
/// </remarks>
[AsyncMethodBuilder(typeof(ProcessMethodBuilder))]
public readonly struct Process
{
    internal Process(ResultBox<Nothing> body) => (Body, Version) = (body, body.Version);

    internal ResultBox<Nothing> Body { get; }

    internal long Version { get; }

    /// <summary>For the compiler: what <c>await</c> uses.</summary>
    public Awaiter GetAwaiter() => new(this);

    /// <summary>For the compiler: the wait for a sub-process.</summary>
    public readonly struct Awaiter : IProcessAwaiter
    {
        private readonly Process _process;

        internal Awaiter(Process process)
        {
            ProcessBox.CheckUnclaimed(process.Body, process.Version);
            _process = process;
        }

        /// <summary>Always <see langword="false"/>: the sub-process has yet to begin.</summary>
        public bool IsCompleted => false;

        /// <summary>Throws what the sub-process has thrown, if anything.</summary>
        public void GetResult() => _process.Body.TakeResult(_process.Version);

        void IProcessAwaiter.Attach(ProcessBox body)
        {
            _process.Body.Claim(body.Control, parent: body);
            body.Control.Continue(_process.Body);
        }
    }
}
