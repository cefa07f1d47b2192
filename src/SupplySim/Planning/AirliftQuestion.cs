using SupplySim.Runs;

namespace SupplySim.Planning;

/// <summary>A supply line that flies, and whom it serves.</summary>
/// <remarks>One run, one thread.</remarks>
public sealed class AirliftQuestion
{
    private readonly Router _router;
    private readonly Catalogue _catalogue;
    private readonly Situation _situation;
    private readonly int[] _commodities;

    internal AirliftQuestion(Router router, Catalogue catalogue, Situation situation, SupplyLine line, int[] commodities)
    {
        (_router, _catalogue, _situation, Line, _commodities) = (router, catalogue, situation, line, commodities);
        Served = catalogue.Places[catalogue.PlaceNumber(line.To)] is Camp or Force
            ? [line.To]
            : [.. catalogue.SupplyLines.Where(other => other.From == line.To
                && catalogue.Places[catalogue.PlaceNumber(other.To)] is Camp or Force).Select(other => other.To).Distinct()];
    }

    /// <summary>The line.</summary>
    public SupplyLine Line { get; }

    /// <summary>The camp or force that it leads to; or those that other lines supply from where it leads.</summary>
    public IReadOnlyList<PlaceId> Served { get; }

    /// <summary>Whether it flies so far.</summary>
    public bool IsFlying { get; internal set; }

    /// <summary>Whether no supply line by road that begins elsewhere than where this one ends is known to have an open way to a
    /// place.</summary>
    public bool IsCutOff(PlaceId place)
    {
        foreach (var other in _catalogue.SupplyLines)
        {
            if (other.To != place || other.From == Line.To) continue;
            var fleet = _catalogue.FleetNumber(other.By);
            if (_catalogue.Fleets[fleet].Mode == Mode.Road
                && _router.Choose(_catalogue.PlaceNumber(other.From), _catalogue.PlaceNumber(place), fleet) is { IsShut: false })
                    return false;
        }
        return true;
    }

    /// <summary>[time] Days of supply of a place as reported, less the time since, the least over what the line carries and the place
    /// needs; the longest time there is where it needs none of it.</summary>
    public TimeSpan DaysLeft(PlaceId place) =>
        Situation.Time(_situation.Days(_catalogue.PlaceNumber(place), withUnderWay: false, _commodities));
}
