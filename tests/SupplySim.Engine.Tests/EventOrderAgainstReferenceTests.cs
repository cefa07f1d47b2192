namespace SupplySim.Engine.Tests;

public class EventOrderAgainstReferenceTests
{
    private const int Scripts = 10_000;
    private const int EventsPerScript = 150;

    [Fact]
    public void Random_scripts_run_as_in_the_reference_kernel()
    {
        for (var script = 0; script < Scripts; script++)
        {
            var expected = Play(script, new ReferenceKernel());
            var actual = Play(script, new EngineKernel());
            if (!actual.SequenceEqual(expected)) actual.Should().Equal(expected, "script {0} has one right order", script);
        }
    }

    [Theory]
    [InlineData(2_000, 4_000, 200)]
    [InlineData(2_000, 4_000, 1_000_000_000)]
    [InlineData(300, 3_000, 1L << 48)]
    public void Scripts_with_thousands_pending_run_as_in_the_reference_kernel(int atOnce, int events, long reach)
    {
        for (var script = 0; script < 8; script++)
        {
            var expected = Play(script, new ReferenceKernel(), events, atOnce, reach);
            var actual = Play(script, new EngineKernel(), events, atOnce, reach);
            actual.SequenceEqual(expected).Should().BeTrue("script {0} has one right order", script);
        }
    }

    [Fact]
    public void At_least_half_of_the_events_of_the_scripts_are_ties()
    {
        var times = Enumerable.Range(0, 200).SelectMany(script =>
            Play(script, new ReferenceKernel()).Where(step => step.Kind == 'e').Select(step => (script, step.Now))).ToList();
        var alone = times.GroupBy(time => time).Count(group => group.Count() == 1);
        ((double)alone / times.Count).Should().BeLessThan(0.5);
    }

    /// <summary>Plays the script of a number: each event schedules, cancels and moves others, all drawn from the number.</summary>
    private static List<(char Kind, long Now, int Id, bool Done)> Play(
        int script, IScriptedKernel kernel, int events = EventsPerScript, int atOnce = 10, long reach = 200)
    {
        var draws = new Random(script);
        var log = new List<(char, long, int, bool)>();
        var scheduled = 0;
        for (var i = 0; i < atOnce; i++) ScheduleOne();
        kernel.Run(id =>
        {
            log.Add(('e', kernel.Now, id, true));
            for (var operations = draws.Next(4); operations > 0; operations--) Operate();
        });
        return log;

        void Operate()
        {
            var id = draws.Next(scheduled);
            switch (draws.Next(5))
            {
                case 0:
                    log.Add(('c', kernel.Now, id, kernel.Cancel(id)));
                    break;
                case 1:
                    log.Add(('r', kernel.Now, id, kernel.Reschedule(id, Delay())));
                    break;
                default:
                    ScheduleOne();
                    break;
            }
        }

        void ScheduleOne()
        {
            if (scheduled < events) kernel.Schedule(scheduled++, Delay(), (byte)draws.Next(3));
        }

        long Delay() => draws.Next(10) switch { < 4 => 0, < 8 => draws.Next(1, 4), _ => draws.NextInt64(1, reach) };
    }

    private sealed class EngineKernel : IScriptedKernel, IEventHandler
    {
        private readonly Simulation _simulation = new(0, 0);
        private readonly Dictionary<int, EventHandle> _handles = [];
        private readonly HandlerId _self;
        private Action<int> _onEvent = _ => { };

        public EngineKernel() => _self = _simulation.Register(this);

        public long Now => _simulation.Now.Ticks;

        public void Schedule(int id, long delay, byte priority) =>
            _handles[id] = _simulation.Schedule(new TimeSpan(delay), new Priority(priority), _self, id);

        public bool Cancel(int id) => _simulation.Cancel(_handles[id]);

        public bool Reschedule(int id, long delay) => _simulation.Reschedule(_handles[id], _simulation.Now + new TimeSpan(delay));

        public void Run(Action<int> onEvent)
        {
            _onEvent = onEvent;
            _simulation.RunUntil(SimTime.Latest);
        }

        public void Handle(long argument) => _onEvent((int)argument);
    }
}
