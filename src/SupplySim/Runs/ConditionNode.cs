using SupplySim.Engine;
using SupplySim.Quantities;

namespace SupplySim.Runs;

/// <summary>A condition with its names resolved to numbers: says whether it holds, and when it will next turn by itself.</summary>
internal abstract class ConditionNode
{
    public abstract bool Holds(SimTime now);

    /// <summary>The first instant after now at which it may turn if nothing else happens; never where it cannot.</summary>
    public abstract SimTime NextChange(SimTime now);

    /// <summary>Whether it holds now and will to the end, whatever happens. No where that is not certain.</summary>
    public virtual bool HoldsForGood(SimTime now) => false;

    /// <summary>Says what a watch depends on.</summary>
    public abstract void Subscribe(Conditions conditions, Watch watch);

    public static ConditionNode Of(Condition condition, World world, int here) => condition switch
    {
        Both(var left, var right) => new BothNode(Of(left, world, here), Of(right, world, here)),
        Either(var left, var right) => new EitherNode(Of(left, world, here), Of(right, world, here)),
        Negation(var of) => new NegationNode(Of(of, world, here)),
        HasCome(var moment) => new SinceNode(world.Catalogue.Time(moment)),
        IsCaptured(var place) => new CapturedNode(world, world.Catalogue.PlaceNumber(place)),
        IsOpen(var place) when world.Catalogue.TryRoute(place.Value, out var route) => new OpenRouteNode(world.Routes[route]),
        IsOpen(var place) => new OpenNode(world.Crossings[world.Catalogue.PlaceNumber(place)]!),
        Compared(StockOf stock, var comparison, { Time: { } time }) => new StockNode(
            world, PlacesOf(stock, world, here), stock.Camps == Quantifier.All, comparison, time,
            stock.Commodity is { } id ? world.Catalogue.CommodityNumber(id) : -1),
        Compared(DistanceToFront distance, var comparison, { Distance: { } metres }) => new DistanceNode(
            world, world.Catalogue.PlaceNumber(distance.Place), distance.OnlyFighting, comparison, metres),
        Compared(ReadinessOf of, var comparison, { Share: { } share }) => new ReadinessNode(
            world.Readiness[of.Force is { } force ? world.Catalogue.PlaceNumber(force) : here], comparison, share),
        _ => throw new InvalidOperationException($"'{condition}' cannot be judged: it compares different kinds of things"),
    };

    private static int[] PlacesOf(StockOf stock, World world, int here) => stock switch
    {
        { Camps: not null } => [.. Enumerable.Range(0, world.Catalogue.Places.Length).Where(p => world.Catalogue.Places[p] is Camp)],
        { Place: { } place } => [world.Catalogue.PlaceNumber(place)],
        _ => [here],
    };
}

internal sealed class BothNode(ConditionNode left, ConditionNode right) : ConditionNode
{
    public override bool Holds(SimTime now) => left.Holds(now) & right.Holds(now);

    public override bool HoldsForGood(SimTime now) => left.HoldsForGood(now) && right.HoldsForGood(now);

    public override SimTime NextChange(SimTime now) => SimTime.Min(left.NextChange(now), right.NextChange(now));

    public override void Subscribe(Conditions conditions, Watch watch)
    {
        left.Subscribe(conditions, watch);
        right.Subscribe(conditions, watch);
    }
}

internal sealed class EitherNode(ConditionNode left, ConditionNode right) : ConditionNode
{
    public override bool Holds(SimTime now) => left.Holds(now) | right.Holds(now);

    public override bool HoldsForGood(SimTime now) => left.HoldsForGood(now) || right.HoldsForGood(now);

    public override SimTime NextChange(SimTime now) => SimTime.Min(left.NextChange(now), right.NextChange(now));

    public override void Subscribe(Conditions conditions, Watch watch)
    {
        left.Subscribe(conditions, watch);
        right.Subscribe(conditions, watch);
    }
}

internal sealed class NegationNode(ConditionNode of) : ConditionNode
{
    public override bool Holds(SimTime now) => !of.Holds(now);

    public override SimTime NextChange(SimTime now) => of.NextChange(now);

    public override void Subscribe(Conditions conditions, Watch watch) => of.Subscribe(conditions, watch);
}

internal sealed class SinceNode(SimTime from) : ConditionNode
{
    public override bool Holds(SimTime now) => now >= from;

    public override bool HoldsForGood(SimTime now) => Holds(now);

    public override SimTime NextChange(SimTime now) => now < from ? from : SimTime.Never;

    public override void Subscribe(Conditions conditions, Watch watch) { } // it turns by itself
}

internal sealed class CapturedNode(World world, int place) : ConditionNode
{
    public override bool Holds(SimTime now) => world.IsCaptured(place);

    public override SimTime NextChange(SimTime now) => SimTime.Never;

    public override void Subscribe(Conditions conditions, Watch watch) => watch.DependsOnFronts = true;
}

internal sealed class OpenNode(CrossingState crossing) : ConditionNode
{
    public override bool Holds(SimTime now) => crossing.IsOpenToAnybody(now);

    public override SimTime NextChange(SimTime now) => crossing.NextChangeOfHours(now);

    public override void Subscribe(Conditions conditions, Watch watch) => conditions.Follow(crossing, watch);
}

internal sealed class OpenRouteNode(RouteState route) : ConditionNode
{
    public override bool Holds(SimTime now) => route.Shut != ulong.MaxValue;

    public override SimTime NextChange(SimTime now) => SimTime.Never;

    public override void Subscribe(Conditions conditions, Watch watch) => route.Changed += _ => conditions.ReviewNow(watch);
}

/// <summary>Days of supply against a time. All four comparisons are "less than a time", or not: at most 5 d is less than
/// 5 d and a tick. Of all that is needed there, or of one commodity.</summary>
internal sealed class StockNode(World world, int[] places, bool all, Comparison comparison, TimeSpan time, int commodity = -1)
    : ConditionNode
{
    private readonly bool _below = comparison is Comparison.Below or Comparison.AtMost;
    private readonly StockLevel[] _levels = [.. places.Select(place =>
        new StockLevel(world, place, comparison is Comparison.AtMost or Comparison.Above ? time + new TimeSpan(1) : time, commodity))];

    public override bool Holds(SimTime now)
    {
        var fitting = 0;
        foreach (var level in _levels)
            if (level.Look(now) == _below) fitting++;
        return all ? fitting == _levels.Length : fitting > 0;
    }

    public override SimTime NextChange(SimTime now)
    {
        var next = SimTime.Never;
        foreach (var level in _levels) next = SimTime.Min(next, level.NextChange(now));
        return next;
    }

    public override void Subscribe(Conditions conditions, Watch watch)
    {
        foreach (var level in _levels) conditions.Follow(level, watch);
    }
}

/// <summary>Whether the stock of one place is below a level, as a condition has seen it last.</summary>
/// <param name="world">The run.</param>
/// <param name="place">By number.</param>
/// <param name="bound">[days of supply]</param>
/// <param name="commodity">By number; -1 for all that is needed there.</param>
internal sealed class StockLevel(World world, int place, TimeSpan bound, int commodity)
{
    private bool _wasBelow;

    public int Place => place;

    /// <summary>Whether it is below now.</summary>
    public bool Look(SimTime now) => _wasBelow = IsBelow(now);

    /// <summary>Whether it is on another side than when it was last looked at.</summary>
    /// <param name="hasCome">Whether more has come, which can only lift it.</param>
    /// <param name="now">Now.</param>
    public bool HasTurned(bool hasCome, SimTime now) => (_wasBelow || !hasCome) && _wasBelow != IsBelow(now);

    /// <summary>The first instant after now at which it falls below by being eaten; never where it was
    /// below: it gets above only when something comes.</summary>
    public SimTime NextChange(SimTime now) => _wasBelow ? SimTime.Never
        : commodity < 0 ? world.Stocks.WhenBelow(place, bound, now) : world.Stocks.WhenBelow(place, commodity, bound, now);

    private bool IsBelow(SimTime now) =>
        commodity < 0 ? world.Stocks.IsBelow(place, bound, now) : world.Stocks.IsBelow(place, commodity, bound, now);
}

/// <summary>How ready a force is against a share. Who says nothing of it is always ready, as who needs nothing is never short.</summary>
internal sealed class ReadinessNode(IReadiness? readiness, Comparison comparison, double share) : ConditionNode
{
    private readonly bool _below = comparison is Comparison.Below or Comparison.AtMost;
    private readonly bool _orAt = comparison is Comparison.AtMost or Comparison.Above;

    public override bool Holds(SimTime now) => IsBelow == _below;

    // It falls by itself, and rises only when something comes.
    public override SimTime NextChange(SimTime now) =>
        readiness is null || IsBelow ? SimTime.Never : readiness.WhenBelow(share, _orAt);

    public override void Subscribe(Conditions conditions, Watch watch)
    {
        if (readiness is not null) readiness.Changed += () => conditions.ReviewNow(watch);
    }

    private bool IsBelow => readiness?.IsBelow(share, _orAt) ?? false;
}

internal sealed class DistanceNode(World world, int place, bool onlyFighting, Comparison comparison, Distance distance)
    : ConditionNode
{
    private readonly Vector _point = world.Catalogue.Places[place].At!.Value.UnitVector();

    public override bool Holds(SimTime now)
    {
        var nearest = double.PositiveInfinity;
        foreach (var front in world.Fronts)
            if (Counts(front)) nearest = Math.Min(nearest, front.DistanceTo(_point, now));
        return comparison switch
        {
            Comparison.Below => nearest < distance.Metres,
            Comparison.AtMost => nearest <= distance.Metres,
            Comparison.Above => nearest > distance.Metres,
            _ => nearest >= distance.Metres,
        };
    }

    public override SimTime NextChange(SimTime now)
    {
        var next = SimTime.Never;
        foreach (var front in world.Fronts)
            if (Counts(front)) next = SimTime.Min(next, front.WhenAt(distance.Metres, _point, now));
        return next;
    }

    public override void Subscribe(Conditions conditions, Watch watch) => watch.DependsOnFronts = true;

    private bool Counts(FrontMotion front) => onlyFighting ? front.IsFighting : front.HasHead;
}
