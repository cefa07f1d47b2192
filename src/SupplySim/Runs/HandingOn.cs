namespace SupplySim.Runs;

/// <summary>For how long loads waited for a vehicle, handed on to what the vehicles of that fleet waited
/// for meanwhile: a truck that stands in a queue is not free, and one more would stand there too.</summary>
/// <remarks>In each part of the time a load's wait is shared out as the fleet spent that part: of ten
/// trucks that were not free, six of which stood before a crossing, six tenths of it. The rest stays with the fleet: its vehicles are
/// driving, loading and unloading, lost, taken away, or cannot come. Exact: what is handed on and what
/// stays add up to what loads waited.</remarks>
internal static class HandingOn
{
    /// <summary>The same times, with what is handed on where it belongs; whose vehicles they were is not told any more.</summary>
    /// <param name="times">[load-time] All of them, of all places: vehicles bound for one keep loads for another waiting.</param>
    /// <param name="taken">[vehicle-time] By fleet: of all vehicles that were not free; null where all were.</param>
    /// <param name="weights">What was lacking for what was held up.</param>
    public static IEnumerable<HeldPart> Of(IReadOnlyCollection<HeldTime> times, IReadOnlyList<TimeByPart?> taken, LackWeights weights)
    {
        var whereabouts = new Whereabouts?[taken.Count];
        foreach (var held in times)
        {
            var (key, blamed, time) = held;
            var (left, lacks) = (time.Total, weights.Of(key));
            var leftLacked = Array.ConvertAll(lacks, one => time.Within(one.Weights));
            if (key.Cause == HoldUp.Vehicle && taken[key.Fleet] is { } all)
            {
                var there = whereabouts[key.Fleet] ??=
                    new Whereabouts(times.Where(one => one.Key.Fleet == key.Fleet && one.Key.IsOfVehicles), all);
                foreach (var (wait, ticks, lacked) in there.Of(time, lacks))
                {
                    left -= ticks;
                    for (var i = 0; i < lacked.Length; i++) leftLacked[i] -= lacked[i];
                    if (ticks > 0)
                        yield return new(new HoldUpKey(key.BoundFor, wait.Where, wait.Cause), key.Fleet, wait.Blamed, ticks,
                            Lacking(lacks, lacked, held.Tonnes));
                }
            }
            if (left > 0 && key.BoundFor >= 0)
                yield return new(key with { Fleet = -1, Cargo = 0 }, -1, blamed, left, Lacking(lacks, leftLacked, held.Tonnes));
        }
    }

    private static Lacked[] Lacking(LackAt[] at, double[] perTonne, double tonnes) =>
        [.. at.Select((one, i) => new Lacked(one.Place, Math.Max(0, perTonne[i]) * tonnes))];

    /// <summary>Where the vehicles of one fleet stood that were not free, and for what.</summary>
    private sealed class Whereabouts
    {
        private const int Bits = 52;

        // Less of a whole is what rounding leaves, and no truck.
        private const double Nothing = 1e-9;

        private readonly ((int Where, HoldUp Cause, string? Blamed) Key, double[] Ticks)[] _waits;
        private readonly TimeByPart _taken;

        // By part, where somebody has asked: which waits they stood for, and the share of those who did. Of
        // all waits there are few in one part.
        private readonly (int Wait, double Share)[]?[] _shares;

        public Whereabouts(IEnumerable<HeldTime> waits, TimeByPart taken)
        {
            _waits = [.. waits.GroupBy(one => (one.Key.Where, one.Key.Cause, one.Blamed), one => one.Time)
                .Select(alike => (alike.Key, Together(alike, taken.Count)))];
            (_taken, _shares) = (taken, new (int, double)[taken.Count][]);
        }

        /// <summary>[ticks] What of a wait for one of the vehicles is handed on to each thing for which they stood, and what was lacking
        /// for that by place, for each tonne that a vehicle carries; all together no more than all of it.</summary>
        public IEnumerable<((int Where, HoldUp Cause, string? Blamed) Wait, Int128 Ticks, double[] Lacked)> Of(TimeByPart loads,
            LackAt[] lacks)
        {
            var (weights, lacked, whole) = (new double[_waits.Length], new double[_waits.Length, lacks.Length], 0.0);
            for (var part = 0; part < loads.Count; part++)
            {
                if (loads[part] == 0) continue;
                whole += loads[part];
                foreach (var (wait, share) in _shares[part] ??= SharesOf(part))
                {
                    weights[wait] += loads[part] * share;
                    for (var i = 0; i < lacks.Length; i++) lacked[wait, i] += loads[part] * share * lacks[i].Weights[part];
                }
            }
            // Each as the difference of two shares that are rounded, so that what is rounded adds up.
            var (sum, before) = (0.0, Int128.Zero);
            for (var i = 0; i < weights.Length; i++)
            {
                if (weights[i] == 0) continue;
                sum += weights[i] / whole;
                var upTo = sum > 1 - Nothing ? loads.Total : loads.Total * (long)(sum * (1L << Bits)) >> Bits;
                yield return (_waits[i].Key, upTo - before, [.. Enumerable.Range(0, lacks.Length).Select(at => lacked[i, at])]);
                before = upTo;
            }
        }

        // Escorts wait with those they guard, and so may be more than are taken of that fleet.
        private (int Wait, double Share)[] SharesOf(int part)
        {
            var (count, sum) = (0, 0.0);
            foreach (var (_, ticks) in _waits)
            {
                if (ticks[part] == 0) continue;
                count++;
                sum += ticks[part];
            }
            var (shares, whole) = (new (int Wait, double Share)[count], Math.Max(sum, _taken[part]));
            for (var wait = _waits.Length - 1; count > 0; wait--)
                if (_waits[wait].Ticks[part] is not 0 and var time) shares[--count] = (wait, time / whole);
            return shares;
        }

        private static double[] Together(IEnumerable<TimeByPart> times, int parts)
        {
            var sums = new double[parts];
            foreach (var one in times) one.AddTo(sums, 1);
            return sums;
        }
    }
}

/// <summary>What was held up by one thing, by part of the time.</summary>
/// <param name="Key">What, where, for whom, and whose vehicles.</param>
/// <param name="Blamed">The disruption or front that is blamed; null where none is, or where that does not matter.</param>
/// <param name="Time">[load-time]</param>
internal readonly record struct HeldTime(HoldUpKey Key, string? Blamed, TimeByPart Time)
{
    /// <summary>[t] What one of the vehicles carries: what a small one brings is lacking less.</summary>
    public double Tonnes { get; init; } = 1;
}

/// <summary>What was held up by one thing, when all is handed on.</summary>
/// <param name="Key">What, where, and for whom.</param>
/// <param name="Awaited">The number of the fleet for one of whose vehicles loads waited that was held up
/// so; -1 where it is what was held up itself.</param>
/// <param name="Blamed">The disruption or front that is blamed; null where none is, or where that does not matter.</param>
/// <param name="Ticks">[load-time]</param>
/// <param name="LackedAt">What was lacking for it, by place: where it was bound for, or those who live through that.</param>
internal readonly record struct HeldPart(HoldUpKey Key, int Awaited, string? Blamed, Int128 Ticks, Lacked[] LackedAt)
{
    /// <summary>[person-day] What was lacking for it in all; of a force [day].</summary>
    public double Lacked => LackedAt.Sum(one => one.PersonDays);
}

/// <summary>What a place lacked.</summary>
/// <param name="Place">By number.</param>
/// <param name="PersonDays">[person-day] Of a force [day].</param>
internal readonly record struct Lacked(int Place, double PersonDays);
