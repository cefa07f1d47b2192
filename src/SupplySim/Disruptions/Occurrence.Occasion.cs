using SupplySim.Engine;
using SupplySim.Quantities;
using SupplySim.Runs;

namespace SupplySim.Disruptions;

// One occurrence from its beginning to its end, and what becomes of it where something else is said in the middle.
public abstract partial record Occurrence
{
    internal sealed partial class Recurrence
    {
        /// <summary>From now on something else is said of it, and it is the same one (<see cref="GoesOnAs"/>).</summary>
        /// <remarks>What is under way goes on in the new form, without a gap, and ends when it would have ended; where its length is
        /// another, as if it had been the other from its beginning. A repair and steps of a reopening that
        /// have begun go on as they began.</remarks>
        public void GoBy(Occurrence words)
        {
            var before = _words;
            _words = words;
            if (_isAwaited) ComeBy(before);
            foreach (var occasion in _underWay) GoOn(occasion, before);
            _changed.Fire();
        }

        // The next one comes when it would have come; where that is another, as if it had been the other
        // since the last one, and as lucky as it was.
        private void ComeBy(Occurrence before)
        {
            // What was due when the season was over has passed.
            while (_next < _world.Now)
            {
                (_last, _occurrence) = (_next, _occurrence + 1);
                _next = After(_last, Between(before).Sample(_occurrence));
            }
            if (Likeness.AreAlike((before.Every, before.From), (_words.Every, _words.From))) return;
            var since = Since(_words);
            _next = SimTime.Max(_world.Now,
                After(since, Between(_words).Sample(_occurrence, Lasted(since), Between(before), Lasted(Since(before)))));
        }

        private void GoOn(Occasion occasion, Occurrence before)
        {
            if (!Likeness.AreAlike((before.For, before.Until), (_words.For, _words.Until))) occasion.Ends = EndOf(occasion, before);
            if (Likeness.AreAlike(before.InTimesOf(_words), _words)) return;
            var old = occasion.Effect;
            _world.Tell(HappeningKind.DisruptionEnded, Id);
            _world.Tell(HappeningKind.DisruptionBegan, Id, _words.Effect);
            // It has begun in its new form before it ends in the old one: nobody slips in between.
            occasion.Effect = _words.GoOn(_world, occasion.Number, Lasted(occasion.Began));
            old.Dispose();
        }

        private TimeSpan Lasted(SimTime since) => _world.Now > since ? _world.Now - since : TimeSpan.Zero;

        // What lasts no time does not happen: it would lose and turn back those who are in its way all the same.
        private async Process Once(int number, bool isOnItsOwn = false)
        {
            if (_words.IsInstant)
            {
                _words.Begin(_world, number).Dispose();
                return;
            }
            var ends = EndOf(number);
            if (ends == _world.Now && _words.Mending is null) return;
            try
            {
                using var occasion = Begin(number, ends);
                while (occasion.Ends > _world.Now && !await IsReached(occasion.Ends)) { }
                if (_words.Mending is { } repair) await Mend(repair, number, cause: null);
                if (!_words.Steps.IsEmpty) await ComeBack(occasion, cause: null);
                _world.Tell(HappeningKind.DisruptionEnded, Id);
            }
            catch (InterruptedException)
            {
                // Ended with the disruption: what it did has been undone on the way here.
                _world.Tell(HappeningKind.DisruptionEnded, Id);
                if (!isOnItsOwn) throw;
            }
        }

        // Of one that begins now; never where it lasts as long as the run.
        private SimTime EndOf(int number) =>
            _words is { At: not null, Until: { } until } ? SimTime.Max(_world.Now, TimeOf(until))
            : _words.For is { } lasts ? After(_world.Now, Length(lasts).Sample(number))
            : _words.Mending is null ? SimTime.Never
            : _world.Now;

        // Of one that has begun.
        private SimTime EndOf(Occasion occasion, Occurrence before)
        {
            if (_words.At is not null && _words.Until is { } until) return SimTime.Max(_world.Now, TimeOf(until));
            if (_words.For is not { } lasts) return _words.Mending is null ? SimTime.Never : _world.Now;
            var lasted = Lasted(occasion.Began);
            var length = before.For is { } was
                ? Length(lasts).Sample(occasion.Number, lasted, Length(was), lasted)
                : Length(lasts).Sample(occasion.Number, lasted);
            return SimTime.Max(_world.Now, After(occasion.Began, length));
        }

        private Draw Length(Duration lasts) => _world.Draw(lasts, $"for/{Id}");

        private SimTime TimeOf(Moment moment) =>
            _world.Catalogue.Time(moment) is var at && at < _world.Catalogue.Horizon ? at : SimTime.Never;

        // False where the cause was back before the crew had finished.
        private async Process<bool> Mend(Repair repair, int ordinal, Watch? cause)
        {
            if (cause is { IsTrue: true }) return false;
            var takes = _world.Draw(repair.Takes, $"mend/{Id}").Sample(ordinal);
            var asked = _world.Crews[repair.By].Seize(1, new Priority((byte)repair.Priority));
            if (cause is null)
            {
                using var hold = await asked;
                _world.Tell(HappeningKind.RepairBegan, Id, repair.By);
                await _world.Delay(takes);
                return true;
            }
            var first = await _world.Simulation.WhenAny(asked, cause.Turned.Wait());
            using var crew = first.Hold;
            if (first.Index != 0) return false;
            _world.Tell(HappeningKind.RepairBegan, Id, repair.By);
            return !await cause.Turned.Wait(takes, Priorities.StatusChange);
        }

        // The first step has begun before the closure goes, and each before the one before it: nobody slips in between. Returns what a
        // cause that is back has found still standing.
        private async Process<IDisposable?> ComeBack(Occasion occasion, Watch? cause)
        {
            var (words, last) = (_words, (IDisposable)occasion);
            try
            {
                for (var i = 0; i < words.Steps.Length; i++)
                {
                    if (cause is { IsTrue: true }) return last;
                    var next = words.BeginStep(_world, words.Steps[i].Share);
                    last.Dispose();
                    last = next;
                    var lasts = _world.Draw(words.Steps[i].For, $"reopens-{i}/{Id}").Sample(occasion.Number);
                    if (cause is null) await _world.Delay(lasts);
                    else if (await cause.Turned.Wait(lasts, Priorities.StatusChange)) return last;
                }
            }
            catch (InterruptedException)
            {
                last.Dispose();
                throw;
            }
            last.Dispose();
            return null;
        }

        private Occasion Begin(int number, SimTime ends)
        {
            _world.Tell(HappeningKind.DisruptionBegan, Id, _words.Effect);
            var occasion = new Occasion(this, number, _world.Now) { Ends = ends, Effect = _words.Begin(_world, number) };
            _underWay.Add(occasion);
            return occasion;
        }

        /// <summary>What one occurrence does, from when on and until when.</summary>
        private sealed class Occasion(Recurrence of, int number, SimTime began) : IDisposable
        {
            public int Number { get; } = number;

            public SimTime Began { get; } = began;

            /// <summary>When it ends if nothing else is said: never where a condition or the run ends it.</summary>
            public SimTime Ends { get; set; }

            /// <summary>What ends it.</summary>
            public required IDisposable Effect { get; set; }

            /// <summary>It does nothing any more.</summary>
            public void Dispose()
            {
                if (of._underWay.Remove(this)) Effect.Dispose();
            }
        }
    }
}
