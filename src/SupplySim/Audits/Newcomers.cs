using SupplySim.Engine;
using SupplySim.Movement;
using SupplySim.Runs;

namespace SupplySim.Audits;

/// <summary>Those who are where something is closed, so that whoever comes while it is closed stands out.</summary>
/// <remarks>Looked at after every event for as long as it is closed. A vehicle that its column leaves behind is nowhere until its own
/// process begins, at the same instant: it is none that comes.</remarks>
/// <param name="movers">Who is there.</param>
/// <param name="isOpenFor">Whether it is open for a traffic.</param>
internal sealed class Newcomers(IReadOnlyCollection<IMover> movers, Func<int, bool> isOpenFor)
{
    private HashSet<(object, int)> _before = [];
    private HashSet<(object, int)> _atThisInstant = [];
    private SimTime? _now;

    /// <summary>It has been opened, or closed anew: whoever is there at the next look may be there.</summary>
    public void Forget()
    {
        if (_now is null) return;
        (_before, _atThisInstant, _now) = ([], [], null);
    }

    /// <summary>One to whom it is closed and who was not there before, with the vehicle's number; null where there is none.</summary>
    public (IMover Mover, int Vehicle)? First(SimTime now)
    {
        var isFirstLook = _now is null;
        if (_now != now) (_before, _atThisInstant, _now) = (_atThisInstant, [], now);
        foreach (var mover in movers)
        {
            var mayBeThere = isFirstLook || isOpenFor(mover.Traffic);
            if (mover is not Convoy convoy)
            {
                if (IsNew(mover, 0) && !mayBeThere) return (mover, 0);
                continue;
            }
            foreach (var member in convoy.Members)
                if (IsNew(member.Yard, member.Vehicle) && !mayBeThere) return (convoy, member.Vehicle);
        }
        return null;
    }

    private bool IsNew(object whose, int vehicle) => _atThisInstant.Add((whose, vehicle)) && !_before.Contains((whose, vehicle));
}
