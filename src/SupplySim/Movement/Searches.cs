using SupplySim.Engine;
using SupplySim.Quantities;
using SupplySim.Runs;

namespace SupplySim.Movement;

/// <summary>Which vehicles are searched after their inspection at one crossing, and how long that lasts.</summary>
/// <remarks>Each fleet draws from streams of its own, each vehicle by its number and how often it was here.</remarks>
internal sealed class Searches
{
    private readonly Kind?[] _laden;
    private readonly Kind?[] _empty;
    private readonly int[]?[] _visits;

    public Searches(World world, Crossing crossing, SecondarySearch search)
    {
        var fleets = world.Catalogue.Fleets;
        (_laden, _empty, _visits) = (new Kind?[fleets.Length], new Kind?[fleets.Length], new int[fleets.Length][]);
        for (var fleet = 0; fleet < fleets.Length; fleet++)
        {
            (_laden[fleet], _empty[fleet]) = (KindOf(isLaden: true), KindOf(isLaden: false));

            Kind? KindOf(bool isLaden) => SecondarySearch.ValueOf(search.Share, fleets[fleet].Traffic, isLaden) is > 0 and var share
                && SecondarySearch.ValueOf(search.Takes, fleets[fleet].Traffic, isLaden) is { } takes
                ? new Kind(share, world.Random($"secondary/{crossing.Id}/{fleets[fleet].Id}"),
                    world.Draw(takes, $"secondary-time/{crossing.Id}/{fleets[fleet].Id}"))
                : null;
        }
    }

    /// <summary>[time] How long a search lasts that a vehicle meets now; null where it meets none.</summary>
    public TimeSpan? Sample(QueueEntry entry, int vehicle)
    {
        var (fleet, occasion) = OccasionOf(entry, vehicle);
        return (entry.IsLaden ? _laden : _empty)[fleet] is { } kind && kind.Chance.Happens(kind.Share, occasion)
            ? kind.Takes.Sample(occasion)
            : null;
    }

    /// <summary>[time] How long a search lasts that begins anew.</summary>
    public TimeSpan Again(QueueEntry entry, int vehicle)
    {
        var (fleet, occasion) = OccasionOf(entry, vehicle);
        return (entry.IsLaden ? _laden : _empty)[fleet]!.Takes.Sample(occasion);
    }

    private (int Fleet, long Occasion) OccasionOf(QueueEntry entry, int vehicle)
    {
        if (entry.Convoy is not { } convoy) return (entry.Stranger.Fleet, Draw.Occasion(entry.Stranger.Number, 0));
        var member = convoy.Members[vehicle];
        var visits = _visits[member.Yard.Number] ??= new int[member.Yard.Fleet.Count];
        return (member.Yard.Number, Draw.Occasion(member.Vehicle, visits[member.Vehicle]++));
    }

    private sealed record Kind(double Share, RandomStream Chance, Draw Takes);
}

/// <summary>One vehicle that is searched in a bay of its own.</summary>
internal sealed class SearchVisit(CrossingQueue queue, QueueEntry entry, int vehicle, TimeSpan first) : Visit(entry.Traffic)
{
    private bool _hasBegun;

    /// <summary>Its column, or the stranger itself.</summary>
    public QueueEntry Entry { get; } = entry;

    public override Shipment Shipment => Entry.Shipment;

    public override TimeSpan Sample()
    {
        var isFirst = !_hasBegun;
        _hasBegun = true;
        return queue.AtItsPace(isFirst ? first : queue.Searches!.Again(Entry, vehicle));
    }

    public override void Done() => queue.Pass(Entry);

    public override void Lose() => queue.Lose(Entry, vehicle);

    public override void SetTrapped(bool isTrapped) => Entry.SetTrapped(isTrapped);
}
