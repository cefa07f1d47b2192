using System.Collections.Immutable;
using SupplySim.Disruptions;
using SupplySim.Quantities;
using SupplySim.Runs;

namespace SupplySim.Experiments;

/// <summary>Whether a condition is certain never to hold in a run.</summary>
/// <remarks>Says no where it is not certain. A crossing or route is certain never to be shut where it has no hours and nothing in the
/// scenario could shut it to all. A stock is certain to last where it is said in days of supply, nobody comes to need more of it, nobody
/// fetches or destroys any and no front passes.</remarks>
internal sealed class NeverTrue(Scenario scenario, Catalogue catalogue)
{
    private readonly ImmutableArray<Camp> _camps = [.. scenario.Places.OfType<Camp>()];

    public bool Is(Condition? condition) => condition switch
    {
        Both(var left, var right) => Is(left) || Is(right),
        Either(var left, var right) => Is(left) && Is(right),
        HasCome(var moment) => catalogue.Time(moment) >= catalogue.Horizon,
        IsCaptured(var place) => !scenario.Fronts.Any(front => front.Along.Any(point => point.Place == place)),
        Compared(DistanceToFront, Comparison.Below or Comparison.AtMost, _) =>
            scenario.Fronts.All(front => front.Along.IsEmpty && front.At is null),
        Compared(StockOf stock, Comparison.Below or Comparison.AtMost, { Time: { } level }) => Lasts(stock, level),
        Negation(IsOpen(var what)) => IsNeverShut(what.Value),
        _ => false,
    };

    // What disruptions and campaigns of one's own do nobody knows, and a front may shut what is near it.
    private bool IsNeverShut(string what) => scenario.Fronts.IsEmpty && scenario.Campaigns.IsEmpty
        && scenario.Places.OfType<Crossing>().All(crossing => crossing.Id != what || HasNoHours(crossing))
        && scenario.Disruptions.All(one => one switch
        {
            Closure closure => !closure.To.IsEmpty || !closure.Close.Contains(what),
            Restriction limit => !limit.Limit.Contains(what),
            Grounding or Opening or Rumour or Slowdown or Destruction => true,
            _ => false,
        });

    private static bool HasNoHours(Crossing crossing) => crossing.Hours.Named is null && crossing.Hours.All == Hours.Always;

    private bool Lasts(StockOf stock, TimeSpan level) => stock switch
    {
        { Camps: Quantifier.Any } => _camps.All(camp => Lasts(camp, level)),
        { Camps: Quantifier.All } => _camps.Any(camp => Lasts(camp, level)),
        { Place: { } id } => scenario.Places.FirstOrDefault(place => place.Id == id.Value) is Site site && Lasts(site, level),
        _ => false,
    };

    // Strictly above the level at the end: at the level itself one gram decides.
    private bool Lasts(Site site, TimeSpan level) =>
        NeedNeverGrows(site) && site.Stock.Least.Time is { } time && time - scenario.Clock.Length > level
        && !scenario.SupplyLines.Any(line => line.From.Value == site.Id)
        && !scenario.Disruptions.Any(one => one is Destruction hit ? hit.Hit.Contains(site.Id) : one is not Occurrence)
        && !scenario.Fronts.Any(front => front.Along.Any(point => point.Place?.Value == site.Id));

    private bool NeedNeverGrows(Site site) => site switch
    {
        Camp camp => camp.Arrivals is null && scenario.Displacements.IsEmpty && camp.LocalShare.All(source => source.Value.Needs is null)
            && _camps.All(other => other.Overflow is null),
        Force force => force.Needs.All(need => need.Value.Steps is [{ Rate.IsRandom: false } only] && only.From == default),
        _ => false,
    };
}
