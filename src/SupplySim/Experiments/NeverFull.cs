using System.Collections.Immutable;
using SupplySim.Engine;
using SupplySim.Movement;
using SupplySim.Planning;
using SupplySim.Quantities;
using SupplySim.Runs;

namespace SupplySim.Experiments;

/// <summary>Where rations that are once cut stay cut, since as much as ends it never lies there: no supply
/// line orders up to that.</summary>
/// <remarks>Of a camp at which somebody leaves, to which anything is sent by schedule or may be sent from elsewhere, it says nothing; nor
/// of what depends on anything but the stock there. What a line gave up, ordered again and gets after all may lift the stock above its
/// level: that alone is not excluded.</remarks>
internal sealed class NeverFull(CompiledScenario compiled)
{
    private readonly Scenario _scenario = compiled.Scenario;
    private readonly Catalogue _catalogue = compiled.Catalogue;

    /// <summary>The camps, in the order of the scenario: what cannot become true there, and the most days
    /// of supply that are ordered up to.</summary>
    public ImmutableArray<(string Camp, Condition End, TimeSpan Most)> Find()
    {
        if (_scenario.Policies is not { Divert: Hold, Preposition: null } || _scenario.Displacements.Any(one => one.Return is not null)
            || _scenario.Places.OfType<Camp>().Any(camp => camp.Overflow is not null)) return [];
        return [.. _scenario.Policies.Ration.SelectMany(StaysCutBy)];
    }

    private IEnumerable<(string Camp, Condition End, TimeSpan Most)> StaysCutBy(Ration ration)
    {
        var end = ration.Until ?? ration.When.Not();
        return
        [
            .. _scenario.Places.OfType<Camp>().Where(camp => !_scenario.LosesPeople(camp))
                .Select(camp => (camp.Id, end, Most(camp, isCutBelow: LevelOf(ration.When, camp, isBelow: true))))
                .Where(one => one.Item3 < TimeSpan.MaxValue && IsNever(end, (Camp)_scenario[one.Id]!, one.Item3)),
        ];
    }

    private static bool IsNever(Condition end, Camp camp, TimeSpan most) => end switch
    {
        Both(var left, var right) => IsNever(left, camp, most) || IsNever(right, camp, most),
        Either(var left, var right) => IsNever(left, camp, most) && IsNever(right, camp, most),
        Negation(Both(var left, var right)) => IsNever(left.Not(), camp, most) && IsNever(right.Not(), camp, most),
        Negation(Either(var left, var right)) => IsNever(left.Not(), camp, most) || IsNever(right.Not(), camp, most),
        Negation(Negation(var twice)) => IsNever(twice, camp, most),
        Negation(var below) => LevelOf(below, camp, isBelow: true) is { } level && most <= level,
        _ => LevelOf(end, camp, isBelow: false) is { } level && most <= level,
    };

    // Of a comparison of the stock there with days of supply; null for all else.
    private static TimeSpan? LevelOf(Condition condition, Camp camp, bool isBelow) =>
        condition is Compared(StockOf { Camps: null, Commodity: null } stock, var comparison, { Time: { } level })
            && (stock.Place is null || stock.Place.Value.Value == camp.Id)
            && (comparison is Comparison.Below or Comparison.AtMost) == isBelow ? level : null;

    // Days of supply are the least of all that is needed. What is ordered comes later, and something is
    // eaten meanwhile: the level itself is never there.
    private TimeSpan Most(Camp camp, TimeSpan? isCutBelow)
    {
        var needs = _catalogue.PersonNeedsAt(_catalogue.PlaceNumber(camp.Id));
        var lines = _catalogue.SupplyLines.Where(line => line.To.Value == camp.Id)
            .Select(line => (Line: line, Brings: LineCommodities.Of(line, _catalogue).ToArray())).ToArray();
        var least = TimeSpan.MaxValue;
        for (var commodity = 0; commodity < _catalogue.Commodities.Length; commodity++)
        {
            if (needs[commodity].Amount == 0 || needs.DependsOn(commodity) >= 0 || needs.IsUsedUp(commodity)) continue;
            var most = lines.Where(one => one.Brings.Contains(commodity)).Select(one =>
                UpTo(one.Line, one.Brings, commodity, camp)).DefaultIfEmpty(TimeSpan.MaxValue).Max();
            // What lay there when rations were cut.
            var atFirst = isCutBelow ?? In(camp.Stock.Most, [commodity], commodity, camp);
            if (most < TimeSpan.MaxValue && atFirst <= most && most < least) least = most;
        }
        return least;
    }

    private TimeSpan UpTo(SupplyLine line, int[] brings, int commodity, Camp camp) =>
        line is { Send: null, Order: null, UpTo: { } level } ? In(level, brings, commodity, camp) : TimeSpan.MaxValue;

    // They may become more, and then it lasts less long; where nobody knows how many there are it may last for ever.
    private static long People(Camp camp) => camp.People.IsFixed ? camp.People.SampleWhole(0.5) : 0;

    private TimeSpan In(Supply level, int[] among, int commodity, Camp camp)
    {
        if (level.IsUnlimited) return TimeSpan.MaxValue;
        if (level.For(_catalogue.Commodities[commodity].Id).Time is { } time) return time;
        var place = _catalogue.PlaceNumber(camp.Id);
        var need = _catalogue.PersonNeedsAt(place)[commodity];
        var days = Levels.Amount(level, commodity, _catalogue, place, among) / (need.PerDay * People(camp));
        return days < TimeSpan.MaxValue.TotalDays ? TimeSpan.FromDays(days) : TimeSpan.MaxValue;
    }
}
