using SupplySim.Engine;
using SupplySim.Quantities;
using SupplySim.Runs;

namespace SupplySim.Movement;

/// <summary>How long inspections at one crossing last.</summary>
/// <remarks>Each fleet draws from a stream of its own, each vehicle by its number and how often it was here.</remarks>
internal sealed class Inspections
{
    private readonly Draw[] _laden;
    private readonly Draw[] _empty;
    private readonly int[]?[] _visits;

    public Inspections(World world, CrossingPlan plan)
    {
        var fleets = world.Catalogue.Fleets;
        (_laden, _empty, _visits) = (new Draw[fleets.Length], new Draw[fleets.Length], new int[fleets.Length][]);
        for (var fleet = 0; fleet < fleets.Length; fleet++)
        {
            var stream = $"inspection/{plan.Crossing.Id}/{fleets[fleet].Id}";
            var laden = plan.Inspections[world.Catalogue.TrafficNumber(fleets[fleet].Traffic)];
            if (laden is null && plan.EmptyInspection is null) continue;
            _laden[fleet] = world.Draw(laden ?? plan.EmptyInspection!, stream);
            _empty[fleet] = plan.EmptyInspection is { } empty ? world.Draw(empty, stream) : _laden[fleet];
        }
    }

    public TimeSpan Sample(Member member, bool isLaden, double factor)
    {
        var fleet = member.Yard.Number;
        var visits = _visits[fleet] ??= new int[member.Yard.Fleet.Count];
        var occasion = Draw.Occasion(member.Vehicle, visits[member.Vehicle]++);
        return Draw.Times((isLaden ? _laden : _empty)[fleet].Sample(occasion), factor);
    }

    public TimeSpan Sample((int Fleet, int Number) stranger, double factor) =>
        Draw.Times(_laden[stranger.Fleet].Sample(Draw.Occasion(stranger.Number, 0)), factor);
}
