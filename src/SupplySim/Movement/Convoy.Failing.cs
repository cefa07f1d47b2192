namespace SupplySim.Movement;

// Breakdowns. Each vehicle fails after a distance of its own; they all drive the same, so the column counts
// for them, and tells them (and their tanks) how far they have driven when one fails, when the column changes, and at its
// end: a leg costs the same for any number of vehicles.
internal sealed partial class Convoy
{
    private List<Member>? _broken;
    private long _toFailure;
    private long _untold;

    private bool HasBroken => _broken is { Count: > 0 };

    // [m] Until the first of its vehicles fails; called whenever the column has changed, or one of them was repaired.
    private void FindFirstFailure()
    {
        TellDriven();
        _toFailure = long.MaxValue;
        foreach (var member in _members)
            if (member.Yard.CanBreakDown) _toFailure = Math.Min(_toFailure, member.Yard.MetresToFailure(member.Vehicle));
    }

    private void CountDriven(long metres)
    {
        _toFailure -= metres;
        _untold += metres;
    }

    private void TellDriven()
    {
        if (_untold == 0) return;
        foreach (var member in _members)
        {
            if (member.Yard.CanBreakDown) member.Yard.Drive(member.Vehicle, _untold);
            member.Yard.Tanks?.Drive(member.Vehicle, _untold);
        }
        _untold = 0;
    }

    private void FindBroken()
    {
        if (_toFailure > 0) return;
        TellDriven();
        foreach (var member in _members)
            if (member.Yard.CanBreakDown && member.Yard.MetresToFailure(member.Vehicle) <= 0) (_broken ??= []).Add(member);
    }
}
