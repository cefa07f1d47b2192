using SupplySim.Engine;
using SupplySim.Quantities;
using SupplySim.Runs;

namespace SupplySim.Movement;

/// <summary>What danger the columns have gone through that vehicles of one fleet have led, and when they are attacked.</summary>
/// <remarks>
/// An attack comes when hazard times time, added up while a vehicle leads a column, reaches a number drawn by the exponential law of mean
/// 1: so a way with hazards r over times t is survived unattacked with the chance exp(-sum r t), in whatever pieces it is driven, and
/// what is left of the number needs no new draw. What happens to a vehicle depends on its number and on how often it happened to it before,
/// so that one column more shifts nothing for the others. Counted in units of 10^-12 attacks, so that the last bit of a logarithm, which
/// differs between machines, is rounded away. One run, one thread.
/// </remarks>
internal sealed class Perils
{
    private const double Unit = 1e12;
    private static readonly Distribution ToNext = Distribution.Exponential(1);
    private readonly AttackRules _rules;
    private readonly long[] _left;
    private readonly int[] _attacks;
    private readonly int[] _hits;
    private readonly RandomStream _coming;
    private readonly RandomStream _hitting;
    private readonly Draw _halt;

    public Perils(World world, Fleet fleet, AttackRules rules)
    {
        _rules = rules;
        (_left, _attacks, _hits) = (new long[fleet.Count], new int[fleet.Count], new int[fleet.Count]);
        (_coming, _hitting) = (world.Random($"attack/{fleet.Id}"), world.Random($"attack-hits/{fleet.Id}"));
        _halt = world.Draw(rules.Halt, $"attack-halt/{fleet.Id}");
        for (var vehicle = 0; vehicle < fleet.Count; vehicle++) DrawNext(vehicle);
    }

    /// <summary>[times] The hazard of a column over that of a lone vehicle.</summary>
    /// <param name="vehicles">Escorts included.</param>
    /// <param name="escorts">How many of them are escorts.</param>
    public double Exposure(int vehicles, int escorts) => Math.Pow(vehicles, _rules.BySize) * Math.Pow(_rules.PerEscort, escorts);

    /// <summary>[time] Until a column that a vehicle leads is attacked at a rate that does not change, if it keeps driving.</summary>
    public TimeSpan Until(int vehicle, double perHour)
    {
        var ticks = Math.Ceiling(_left[vehicle] / Unit / perHour * TimeSpan.TicksPerHour);
        return ticks < long.MaxValue / 2 ? new TimeSpan((long)ticks) : TimeSpan.MaxValue;
    }

    /// <summary>A column that a vehicle leads has driven. True where it is attacked now.</summary>
    public bool IsAttacked(int vehicle, double perHour, TimeSpan time)
    {
        var danger = Math.Round(perHour * time.Ticks / TimeSpan.TicksPerHour * Unit);
        if (danger < _left[vehicle])
        {
            _left[vehicle] -= (long)danger;
            return false;
        }
        _attacks[vehicle]++;
        DrawNext(vehicle);
        return true;
    }

    /// <summary>[time] How long a column stands whose leader has just been attacked.</summary>
    public TimeSpan Halt(int vehicle) => _halt.Sample(Draw.Occasion(vehicle, _attacks[vehicle]));

    /// <summary>Whether a vehicle of an attacked column is lost.</summary>
    public bool IsHit(int vehicle) => _hitting.Happens(_rules.Lost, Draw.Occasion(vehicle, _hits[vehicle]++));

    private void DrawNext(int vehicle) =>
        _left[vehicle] = Math.Max(1, (long)Math.Round(ToNext.Quantile(_coming.Uniform(Draw.Occasion(vehicle, _attacks[vehicle]))) * Unit));
}
