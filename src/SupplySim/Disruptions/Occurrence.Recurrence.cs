using SupplySim.Engine;
using SupplySim.Quantities;
using SupplySim.Runs;

namespace SupplySim.Disruptions;

public abstract partial record Occurrence
{
    /// <summary>One disruption in one run: when it comes, and all of it that is under way.</summary>
    /// <remarks>
    /// <para>What is said of it may become another in the middle (<see cref="GoBy"/>). Its occurrences are
    /// counted on, so that each has the draws that it would have had, and they come when they would have
    /// come unless that itself is changed.</para>
    /// <para>One run, one thread.</para>
    /// </remarks>
    internal sealed partial class Recurrence
    {
        private readonly World _world;
        private readonly Signal _changed;
        private readonly List<Occasion> _underWay = [];
        private readonly List<ProcessHandle> _onTheirOwn = [];
        private Occurrence _words;
        private int _occurrence; // how many have come
        private int _repairs;
        private SimTime _last = SimTime.Start; // when the last one ended; with a chance, when it came
        private SimTime _next;
        private bool _isAwaited;

        /// <param name="world">The run's state.</param>
        /// <param name="words">What is said of it.</param>
        /// <param name="before">What it was up to now, where it begins anew: its occurrences are counted on.</param>
        public Recurrence(World world, Occurrence words, Recurrence? before = null) =>
            (_world, _words, _changed, _occurrence, _repairs) =
                (world, words, new Signal(world.Simulation), before?._occurrence ?? 0, before?._repairs ?? 0);

        private string Id => _words.Id;

        public Process Unfold() => _words switch
        {
            { While: { } condition } => UnfoldWhile(condition),
            { When: { } condition } => UnfoldWhen(condition),
            { At: null, Every: not null } => UnfoldEvery(),
            _ => UnfoldAt(),
        };

        // What a step has given back it gives back until the next occurrence has begun: nobody slips in between.
        private async Process UnfoldWhile(Condition condition)
        {
            var (watch, left) = (_world.Follow(condition), default(IDisposable));
            for (;;)
            {
                while (!watch.IsTrue) await watch.Turned.Wait();
                try
                {
                    using var occasion = Begin(_occurrence++, SimTime.Never);
                    left?.Dispose();
                    do
                        while (watch.IsTrue) await watch.Turned.Wait();
                    while (_words.Mending is { } repair && !await Mend(repair, _repairs++, watch));
                    left = _words.Steps.IsEmpty ? null : await ComeBack(occasion, watch);
                }
                catch (InterruptedException)
                {
                    _world.Tell(HappeningKind.DisruptionEnded, Id);
                    throw;
                }
                _world.Tell(HappeningKind.DisruptionEnded, Id);
            }
        }

        private async Process UnfoldWhen(Condition condition)
        {
            for (;;)
            {
                await _world.Until(condition);
                var number = _occurrence++;
                if (Happens(number)) await Once(number);
                await _world.While(condition);
            }
        }

        private async Process UnfoldAt()
        {
            if (_words.At is not { } known || _world.Catalogue.Time(known) is var at && at >= _world.Catalogue.Horizon) return;
            await _world.Simulation.DelayUntil(at, Priorities.StatusChange);
            await Once(_occurrence++);
        }

        // With a chance several may be under way at once, each on its own: whoever ends the disruption ends them all.
        private async Process UnfoldEvery()
        {
            try
            {
                for (;;)
                {
                    await Comes();
                    var number = _occurrence++;
                    if (_onTheirOwn.Count == _onTheirOwn.Capacity) _onTheirOwn.RemoveAll(one => one.IsCompleted);
                    if (_words.Chance is null) await Once(number);
                    else if (Happens(number)) _onTheirOwn.Add(_world.Simulation.Start(Once(number, isOnItsOwn: true), Id));
                    _last = _world.Now;
                }
            }
            catch (InterruptedException ended)
            {
                _onTheirOwn.ForEach(one => one.Interrupt(ended.Cause));
                throw;
            }
        }

        // Until the next one is due. Once its season is over, that is never, if nothing else is said in the middle.
        private async Process Comes()
        {
            _next = After(Since(_words), Between(_words).Sample(_occurrence));
            _isAwaited = true;
            while (!await IsReached(_next) || (IsSeasonOver && !await IsReached(SimTime.Never))) { }
            _isAwaited = false;
        }

        private bool IsSeasonOver => _words.Until is { } until && _world.Now >= _world.Catalogue.Time(until);

        private Draw Between(Occurrence words) => _world.Draw(words.Every!, $"every/{Id}");

        // From when on the next one is counted.
        private SimTime Since(Occurrence words) => words.From is { } from ? SimTime.Max(_last, _world.Catalogue.Time(from)) : _last;

        private SimTime After(SimTime from, TimeSpan time) =>
            from < _world.Catalogue.Horizon && time < _world.Catalogue.Horizon - from ? from + time : SimTime.Never;

        // False where something else is said of it before.
        private async Process<bool> IsReached(SimTime at) =>
            !await _changed.Wait(SimTime.Max(_world.Now, SimTime.Min(at, _world.Catalogue.Horizon)) - _world.Now, Priorities.StatusChange);

        private bool Happens(int number) => _words.Chance is not { } chance || _world.Random($"chance/{Id}").Happens(chance, number);
    }
}
