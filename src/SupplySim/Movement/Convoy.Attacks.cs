using SupplySim.Engine;
using SupplySim.Quantities;
using SupplySim.Runs;

namespace SupplySim.Movement;

// Attacked on the road, where that is dangerous, for as long as it drives. Its first vehicle leads it: the
// attack is one of those in store for that.
internal sealed partial class Convoy
{
    private bool _isAttacked;
    private double _exposure;

    private Perils Perils => _members[0].Yard.Perils!;

    void IMover.HazardChanged() => Interrupt();

    // Asked for at every leg, so it is kept; called whenever the column has changed.
    private void FindExposure() => _exposure = _yard.Perils is { } perils && _members.Count > 0
        ? perils.Exposure(_members.Count, _members.Count(member => member.Yard != _yard))
        : 0;

    // [attacks per hour] On this column, at this instant.
    private double HazardOn(int arc) => _exposure == 0 ? 0
        : _exposure * (RouteOf(arc).AttacksPerHour(SpeedOn(arc)) + RoadOf(arc).AddedHazard);

    private TimeSpan UntilAttacked(double hazard) => hazard == 0 ? TimeSpan.MaxValue : Perils.Until(_members[0].Vehicle, hazard);

    // It has driven so long under a hazard.
    private void Dare(double hazard, TimeSpan time)
    {
        if (hazard > 0 && Perils.IsAttacked(_members[0].Vehicle, hazard, time)) _isAttacked = true;
    }

    // Who is hit is lost; the others stand for a while, and what befalls them meanwhile is met afterwards.
    private async Process MeetAttack(int arc)
    {
        _isAttacked = false;
        var halt = Perils.Halt(_members[0].Vehicle);
        var (vehicles, hit) = (_members.Count, _members.FindAll(member => member.Yard.Perils!.IsHit(member.Vehicle)));
        _world.Losses.NoteAttack(_ordered);
        _world.Record(Outcome.Attacked, _transport.Roads.Graph[arc].Route, ((long)vehicles << 32) | (uint)hit.Count);
        if (_world.Story is not null)
            _world.Tell(HappeningKind.Attacked, _yard.Fleet.Id,
                $"{vehicles} vehicle{(vehicles == 1 ? "" : "s")} on {RouteOf(arc).Id}: {hit.Count} lost");
        foreach (var member in hit) Lose(member);
        _members.RemoveAll(member => member.IsLost);
        _broken?.RemoveAll(member => member.IsLost);
        FindSlowest();
        if (_members.Count > 0 && halt > TimeSpan.Zero) await IsLostWithin(halt);
    }
}
