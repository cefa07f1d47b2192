using System.Collections.Immutable;
using SupplySim.Disruptions;
using SupplySim.Runs;

namespace SupplySim.Experiments;

/// <summary>Which crossings may be shut to one traffic and not to all: a closure says so, or one who holds it, or may take it, lets that
/// traffic not pass. Of these a series is kept for each such traffic.</summary>
/// <remarks>What a disruption or a campaign written in code does is not looked into: where that shuts to some, ask for it by a
/// measure with <see cref="Measure.Traffic"/>.</remarks>
/// <param name="disruptions">What may happen.</param>
/// <param name="fronts">Who may take what.</param>
internal sealed class PartlyShut(IEnumerable<Disruption> disruptions, ImmutableArray<Front> fronts)
{
    private readonly Closure[] _closures = [.. disruptions.OfType<Closure>().Where(one => !one.To.IsEmpty)];

    /// <summary>Places and the traffics, by the place of their names, in order.</summary>
    public ImmutableArray<(int Place, int Named)> In(Catalogue catalogue) => [.. Find(catalogue)];

    private IEnumerable<(int Place, int Named)> Find(Catalogue catalogue)
    {
        for (var place = 0; place < catalogue.Places.Length; place++)
        {
            if (catalogue.Places[place] is not Crossing crossing) continue;
            for (var named = 0; named < catalogue.Kinds.Named.Length; named++)
                if (IsShutTo(crossing, catalogue.Kinds.Named[named].Name)) yield return (place, named);
        }
    }

    private bool IsShutTo(Crossing crossing, string traffic) =>
        _closures.Any(one => one.Close.Contains(crossing.Id) && one.To.Contains(traffic))
        || crossing.Passage.Any(party => MayHold(crossing, party.Name) && Forbids(party.Value, traffic));

    private bool MayHold(Crossing crossing, string party) =>
        CrossingPlan.PointsOf(crossing).Any(point => crossing.HeldBy?.For(point) == party)
        || fronts.Any(front => front.Attacker == party);

    private static bool Forbids(ByName<Each<Permission>> rules, string traffic) => !rules.TryGet(traffic, out var word)
        || word.For("in", Permission.No) == Permission.No || word.For("out", Permission.No) == Permission.No;
}
