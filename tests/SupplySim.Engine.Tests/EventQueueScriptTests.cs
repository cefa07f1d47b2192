using SupplySim.Engine.Internals;

namespace SupplySim.Engine.Tests;

/// <summary>The queue alone against a sorted set, in scripts that reach every storey of the ladder.</summary>
public class EventQueueScriptTests
{
    private const int Scripts = 12;

    public static TheoryData<string> Laws =>
    [
        "spread", "ties", "heavy tail", "one instant", "end of time", "clusters", "priorities only", "constant", "far and near",
    ];

    [Theory]
    [MemberData(nameof(Laws))]
    public void Events_come_out_by_key_and_order_of_scheduling(string law)
    {
        for (var script = 0; script < Scripts; script++) new Script(law, script, new EventQueue()).Play();
    }

    [Theory]
    [MemberData(nameof(Laws))]
    public void A_queue_whose_slots_run_out_of_stamps_does_the_same(string law)
    {
        for (var script = 0; script < Scripts; script++) new Script(law, script, new EventQueue(lastStamp: 7)).Play();
    }

    [Theory]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(7)]
    public void An_event_whose_stamps_began_anew_happens_once_and_where_it_was_moved_last(uint lastStamp)
    {
        for (var moves = 1; moves <= 30; moves++)
        {
            var queue = new EventQueue(lastStamp);
            var handle = queue.Schedule(EventKey.Of(0, default), 0, 5);
            for (var move = 1; move <= moves; move++) queue.Reschedule(handle, move).Should().BeTrue();
            queue.TryTakeBefore(ulong.MaxValue, out var taken).Should().BeTrue();
            EventKey.Ticks(taken.Key).Should().Be(moves);
            queue.TryTakeBefore(ulong.MaxValue, out _).Should().BeFalse();
            queue.StaleCount.Should().Be(0);
        }
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void A_storm_of_cancelled_events_leaves_few_entries_behind(bool atTheSameInstant)
    {
        var queue = new EventQueue();
        for (var i = 0; i < 1000; i++) queue.Schedule(EventKey.Of(5 + i, default), 0, i);
        queue.TryTakeBefore(ulong.MaxValue, out _).Should().BeTrue();
        for (var i = 0; i < 1_000_000; i++)
        {
            queue.Cancel(queue.Schedule(EventKey.Of(atTheSameInstant ? 5 : 5 + i % 100_000, default), 0, i)).Should().BeTrue();
            if (queue.StaleCount > 1000)
                queue.StaleCount.Should().BeLessThan(1001, "stale entries are dropped when they outnumber the pending");
        }
        queue.Count.Should().Be(999);
        for (var i = 1; i < 1000; i++)
        {
            queue.TryTakeBefore(ulong.MaxValue, out var taken).Should().BeTrue();
            taken.Argument.Should().Be(i);
        }
    }

    [Fact]
    public void A_million_ties_that_each_schedule_more_urgent_ones_take_no_time_that_grows_with_them()
    {
        const int ties = 1_000_000;
        var queue = new EventQueue();
        for (var i = 0; i < ties; i++) queue.Schedule(EventKey.Of(7, new Priority(100)), 0, i);
        for (var i = 0; i < ties; i++)
        {
            Take(100, i);
            for (var more = 0; more < 2; more++) queue.Schedule(EventKey.Of(7, new Priority(50)), 0, more);
            for (var more = 0; more < 2; more++) Take(50, more);
        }
        queue.Count.Should().Be(0);

        void Take(byte priority, long argument)
        {
            if (!queue.TryTakeBefore(ulong.MaxValue, out var taken) || taken.Key != EventKey.Of(7, new Priority(priority)) ||
                taken.Argument != argument)
                throw new InvalidOperationException($"{taken} instead of {priority}, {argument}");
        }
    }

    [Fact]
    public void What_lies_beyond_the_limit_is_not_opened_time_and_again()
    {
        var queue = new EventQueue();
        for (var i = 0; i < 200_000; i++) queue.Schedule(EventKey.Of(1_000_000, default), 0, i);
        for (var tick = 1; tick < 200_000; tick++)
        {
            queue.Schedule(EventKey.Of(tick, default), 0, -tick);
            queue.TryTakeBefore(EventKey.Of(tick + 1, default), out var taken).Should().BeTrue();
            if (taken.Argument != -tick || queue.TryTakeBefore(EventKey.Of(tick + 1, default), out _))
                throw new InvalidOperationException();
        }
        queue.Count.Should().Be(200_000);
    }

    [Fact]
    public void Ever_later_bursts_within_one_bucket_do_not_deepen_the_ladder()
    {
        var queue = new EventQueue();
        queue.Schedule(EventKey.Of(1L << 50, default), 0, -1);
        for (var burst = 0; burst < 100; burst++)
        {
            for (var i = 0; i < 100; i++) queue.Schedule(EventKey.Of(1000 * (burst + 1) + i, default), 0, i);
            for (var i = 0; i < (burst == 0 ? 1 : 100); i++) queue.TryTakeBefore(ulong.MaxValue, out _).Should().BeTrue();
        }
        queue.Count.Should().Be(100);
    }

    [Fact]
    public void Each_event_earlier_than_the_last_does_not_deepen_the_ladder()
    {
        var queue = new EventQueue();
        for (var ticks = 0L; ticks < 2; ticks++) queue.Schedule(EventKey.Of(1 + (ticks << 50), default), 0, 0);
        queue.TryTakeBefore(ulong.MaxValue, out _).Should().BeTrue();
        for (var ticks = 1L << 40; ticks > (1L << 40) - 100_000; ticks--) queue.Schedule(EventKey.Of(ticks, default), 0, ticks);
        AllInOrder(queue).Should().Be(100_001);
    }

    // Each look opens what is first and takes nothing, for it is not due; then come more that are earlier still.
    [Fact]
    public void Looks_that_take_nothing_between_ever_earlier_events_do_not_deepen_the_ladder()
    {
        var queue = new EventQueue();
        var ticks = 1L << 50;
        for (var burst = 0; burst < 2_000; burst++)
        {
            for (var i = 0; i < 60; i++) queue.Schedule(EventKey.Of(--ticks, default), 0, ticks);
            queue.TryTakeBefore(EventKey.Of(ticks, default), out _).Should().BeFalse();
            ticks -= ticks >> 10;
        }
        AllInOrder(queue).Should().Be(120_000);
    }

    private static int AllInOrder(EventQueue queue)
    {
        var (count, last) = (0, 0UL);
        while (queue.TryTakeBefore(ulong.MaxValue, out var taken))
        {
            taken.Key.Should().BeGreaterThanOrEqualTo(last);
            (last, count) = (taken.Key, count + 1);
        }
        return count;
    }

    private sealed class Script(string law, int number, EventQueue queue)
    {
        private readonly Random _draws = new(number);
        private readonly SortedSet<(ulong Key, long Sequence, int Id)> _expected = [];
        private readonly List<(EventHandle Handle, ulong Key, long Sequence)> _events = [];
        private long _sequence;
        private long _now;

        public void Play()
        {
            var most = 1 << _draws.Next(3, 13);
            while (_expected.Count < most) Schedule();
            for (var step = 0; step < 4 * most; step++) Step(_expected.Count < most);
            while (_expected.Count > 0 && _expected.Min.Key < ulong.MaxValue) Take(ulong.MaxValue);
            foreach (var (_, _, id) in _expected.ToArray()) Cancel(id); // the greatest key lies before no limit
            queue.TryTakeBefore(ulong.MaxValue, out _).Should().BeFalse();
            queue.Count.Should().Be(0);
        }

        private void Step(bool grow)
        {
            switch (_draws.Next(20))
            {
                case < 8:
                    Take(_draws.Next(4) == 0 ? KeyAt(Later(), 0) : ulong.MaxValue);
                    break;
                case < 10:
                    Cancel(_draws.Next(_events.Count));
                    break;
                case < 13:
                    Reschedule(_draws.Next(_events.Count));
                    break;
                case 13 when _draws.Next(10) == 0:
                    for (var burst = _draws.Next(300); burst > 0; burst--) Schedule(_now);
                    break;
                case 14 when _draws.Next(20) == 0:
                    var limit = KeyAt(Later(), 0);
                    queue.HasEventBefore(limit).Should().Be(_expected.Count > 0 && _expected.Min.Key < limit);
                    break;
                default:
                    if (grow) Schedule();
                    break;
            }
        }

        private void Schedule() => Schedule(Later());

        private void Schedule(long ticks)
        {
            var key = KeyAt(ticks, law == "ties" ? _draws.Next(2) : _draws.Next(256));
            var id = _events.Count;
            _events.Add((queue.Schedule(key, id % 5, id), key, _sequence));
            _expected.Add((key, _sequence++, id));
        }

        private void Cancel(int id)
        {
            var (handle, key, sequence) = _events[id];
            var pending = _expected.Remove((key, sequence, id));
            if (queue.IsPending(handle) != pending || queue.Cancel(handle) != pending || queue.IsPending(handle)) Fail($"cancel {id}");
        }

        private void Reschedule(int id)
        {
            var (handle, key, sequence) = _events[id];
            var pending = _expected.Remove((key, sequence, id));
            var ticks = Later();
            if (queue.Reschedule(handle, ticks) != pending || queue.IsPending(handle) != pending) Fail($"reschedule {id}");
            if (!pending) return;
            key = KeyAt(ticks, (int)(key & 0xFF));
            _events[id] = (handle, key, _sequence);
            _expected.Add((key, _sequence++, id));
        }

        private void Take(ulong limit)
        {
            var due = _expected.Count > 0 && _expected.Min.Key < limit;
            if (queue.TryTakeBefore(limit, out var taken) != due || queue.Count != _expected.Count - (due ? 1 : 0)) Fail("take");
            if (!due) return;
            var expected = _expected.Min;
            _expected.Remove(expected);
            if ((taken.Key, taken.Argument, taken.Handler) != (expected.Key, expected.Id, expected.Id % 5)) Fail($"{taken} for {expected}");
            _now = EventKey.Ticks(taken.Key);
        }

        private void Fail(string what) => throw new InvalidOperationException($"{law}, script {number}, after {_sequence}: {what}");

        private static ulong KeyAt(long ticks, int priority) => EventKey.Of(ticks, new Priority((byte)priority));

        private long Later() => Math.Min(EventKey.NeverTicks, law switch
        {
            "spread" => _now + _draws.Next(1_000_000),
            "ties" => _now + _draws.Next(4),
            "heavy tail" => _now + (long)Math.Min(1e16, Math.Pow(_draws.NextDouble(), -4)),
            "one instant" => _draws.Next(50) == 0 ? _now + 1 : _now,
            "end of time" => Math.Max(_now, EventKey.NeverTicks - _draws.Next(40)),
            "clusters" => _now + (1L << (10 * _draws.Next(6))) + _draws.Next(3),
            "priorities only" => Math.Max(_now, 3),
            "constant" => _now + 1000,
            _ => _draws.Next(2) == 0 ? _now + _draws.Next(10) : _now + _draws.NextInt64(1L << 50),
        });
    }
}
