using SupplySim.Movement;

namespace SupplySim.Audits;

/// <summary>Looks at who is at a dock and who waits for one.</summary>
internal sealed class DockCheck(Audit audit) : Check(audit)
{
    private readonly HashSet<(int Fleet, int Vehicle)> _there = [];

    public override void Recount()
    {
        _there.Clear();
        for (var place = 0; place < Transport.Docks.Length; place++)
        {
            if (Transport.Docks[place] is not { } docks) continue;
            var free = 0;
            foreach (var member in docks.AtDock)
                if (member is null) free++;
                else Find(member, place);
            var waiting = 0;
            foreach (var member in docks.Waiting)
            {
                Find(member, place);
                // Who waits for leave or for room, with a wait of its own, is not waiting for a dock.
                if (member.DockWait < 0) waiting++;
            }
            if (free > 0 && waiting > 0 && docks.ServesAt != World.Now)
                throw Audit.Broken(Invariants.Docks, $"free docks at {Place(place)} while {waiting} vehicles wait", free, 0);
        }
    }

    private void Find(Member member, int place)
    {
        if (!_there.Add((member.Yard.Number, member.Vehicle)))
            throw Audit.Broken(Invariants.Docks,
                $"times that {member.Yard.Fleet.Id} {member.Vehicle} is at a dock, for example at {Place(place)}", 2, 1);
    }
}
