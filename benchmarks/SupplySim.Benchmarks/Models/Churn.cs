using SupplySim.Benchmarks.Baselines;
using SupplySim.Engine;

namespace SupplySim.Benchmarks.Models;

/// <summary>The hold model in which three events of ten also put off the pending event of somebody else: by turns moved,
/// or cancelled and scheduled anew. Baselines know their stale events by a version, as one does without handles.</summary>
internal static class Churn
{
    private static readonly bool[] PutsOff = Table(u => u < 0.3);
    private static readonly double[] Others = Table(u => u);

    public static IWorkload Create(string subject, int pending) => subject switch
    {
        Subjects.Closures => new Closures(pending),
        Subjects.Heap4 => new Heap(pending),
        _ => new Events(pending),
    };

    private static T[] Table<T>(Func<double, T> of)
    {
        var stream = new RandomStream(1, 0, StreamKey.Of("churn/" + typeof(T).Name));
        return [.. Enumerable.Range(0, 1 << 16).Select(i => of(stream.Uniform(i)))];
    }

    private abstract class Workload(int pending)
    {
        private long _turn;

        protected Increments Increments { get; } = new("exponential");

        protected long Happened { get; set; }

        // Who is put off by this event, if anybody.
        protected bool PutOff(out int other)
        {
            var place = _turn++ & 0xFFFF;
            other = (int)(Others[place] * pending);
            return PutsOff[place];
        }

        protected bool Moves => (_turn & 1) == 0;
    }

    private sealed class Closures : Workload, IWorkload
    {
        private readonly ClosureQueue _queue = new();
        private readonly int[] _versions;

        public Closures(int pending)
            : base(pending)
        {
            _versions = new int[pending];
            for (var i = 0; i < pending; i++) Schedule(Increments.NextResidual(), i);
        }

        public long Run(long events)
        {
            var before = Happened;
            while (Happened < before + events) _queue.RunOne();
            return Checksum.Consume(Happened, Happened - before);
        }

        private void Schedule(long delay, int entity)
        {
            var version = ++_versions[entity];
            _queue.Schedule(delay, () =>
            {
                if (_versions[entity] != version) return;
                Happened++;
                Schedule(Increments.Next(), entity);
                if (PutOff(out var other)) Schedule(Increments.Next(), other);
            });
        }
    }

    private sealed class Heap : Workload, IWorkload, IHeapHandler
    {
        private const int EntityBits = 20;
        private readonly Heap4 _queue = new();
        private readonly int[] _versions;
        private readonly int _handler;

        public Heap(int pending)
            : base(pending)
        {
            _versions = new int[pending];
            _handler = _queue.Register(this);
            for (var i = 0; i < pending; i++) Schedule(Increments.NextResidual(), i);
        }

        public long Run(long events)
        {
            var before = Happened;
            while (Happened < before + events) _queue.RunOne();
            return Checksum.Consume(Happened, Happened - before);
        }

        public void Handle(int argument)
        {
            var entity = argument & ((1 << EntityBits) - 1);
            if (_versions[entity] != argument >> EntityBits) return;
            Happened++;
            Schedule(Increments.Next(), entity);
            if (PutOff(out var other)) Schedule(Increments.Next(), other);
        }

        private void Schedule(long delay, int entity)
        {
            _versions[entity] = (_versions[entity] + 1) & 0x3FF;
            _queue.Schedule(delay, _handler, entity | (_versions[entity] << EntityBits));
        }
    }

    private sealed class Events : Workload, IWorkload, IEventHandler
    {
        private readonly Simulation _simulation = new(1, 0, Subjects.NoBound);
        private readonly EventHandle[] _handles;
        private readonly HandlerId _handler;
        private readonly int _pending;

        public Events(int pending)
            : base(pending)
        {
            _pending = pending;
            _handles = new EventHandle[pending];
            _handler = _simulation.Register(this);
            for (var i = 0; i < pending; i++) Schedule(Increments.NextResidual(), i);
        }

        public long Run(long events) =>
            Checksum.Consume(Happened, _simulation.RunFor(events, TimeSpan.FromSeconds(1.0 / _pending)));

        public void Handle(long argument)
        {
            Happened++;
            Schedule(Increments.Next(), (int)argument);
            if (!PutOff(out var other)) return;
            if (Moves)
            {
                _simulation.Reschedule(_handles[other], _simulation.Now + new TimeSpan(Increments.Next()));
                return;
            }
            _simulation.Cancel(_handles[other]);
            Schedule(Increments.Next(), other);
        }

        private void Schedule(long delay, int entity) =>
            _handles[entity] = _simulation.Schedule(new TimeSpan(delay), Priority.Normal, _handler, entity);
    }
}
