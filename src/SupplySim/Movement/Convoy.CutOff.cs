using SupplySim.Engine;

namespace SupplySim.Movement;

// On its way home when that is shut: it goes to the nearest place from which its fleet works and to which it can get, and works
// from there until the way is open again.
internal sealed partial class Convoy
{
    /// <summary>Whether its way home from a place is known to be shut and there is somewhere to work from meanwhile.</summary>
    public bool IsCutOff(int from) => AimFrom(from, _transport.BaseOf(_yard)) != _transport.BaseOf(_yard);

    /// <summary>Empty from a place at which it stood idle to the base; from the next event on.</summary>
    public void GoHome() => WaitFor(Step.GoingHome, TimeSpan.Zero, Priority.Normal);

    private void ReturnEmpty()
    {
        HasSetOut = true;
        _yard.State.Depart(_members.Count);
        Return();
    }

    // Where it goes now that is to go to a place.
    private int AimFrom(int from, int destination)
    {
        if (_isOutbound || _yard.Refuges.Length == 0 || _transport.Router.Choose(from, destination, LoadClass) is { IsShut: false })
            return destination;
        var (nearest, least) = (destination, long.MaxValue);
        foreach (var place in _yard.Refuges)
        {
            if (place == from) return place;
            if (_transport.Router.Choose(from, place, LoadClass) is { IsShut: false } way && way.Cost < least)
                (nearest, least) = (place, way.Cost);
        }
        return nearest;
    }
}
