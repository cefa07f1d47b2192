using SupplySim.Planning;
using SupplySim.Runs;

namespace SupplySim.Movement;

/// <summary>Asks where laden columns go that cannot get to where they are bound, or are not needed there.</summary>
/// <remarks>There only where the policy is another than to hold. One run, one thread.</remarks>
internal sealed class Diversion(Transport transport, DivertPolicy policy)
{
    private readonly Catalogue _catalogue = transport.World.Catalogue;
    private readonly DivertQuestion _question = new(transport.Router, transport.World.Catalogue, transport.Reports.Situation);

    /// <summary>Where a column is bound from now on.</summary>
    /// <param name="convoy">The column.</param>
    /// <param name="at">Where it is, as far as planning goes.</param>
    /// <param name="ordered">Where it was ordered to go.</param>
    /// <param name="bound">Where it is bound so far.</param>
    public int GoalOf(Convoy convoy, int at, int ordered, int bound)
    {
        var cargo = convoy.Loads.SelectMany(load => load.Cargo).Select(one => one.Commodity).Distinct().ToArray();
        var isCutOff = IsCutOff(convoy, at, ordered);
        if (!isCutOff && IsWanted(ordered, cargo)) return ordered;
        if (bound != ordered && !IsCutOff(convoy, at, bound) && IsWanted(bound, cargo)) return bound;
        _question.Set(at, ordered, convoy.Fleet, convoy.Loads.First().Line.Line.From, cargo, isCutOff);
        return policy.Choose(transport.Reports.Situation, _question) is { } place ? Check(place, convoy) : bound;
    }

    private bool IsCutOff(Convoy convoy, int at, int place) =>
        at != place && transport.Router.Choose(at, place, convoy.Fleet) is not { IsShut: false };

    private bool IsWanted(int place, int[] cargo) => DivertQuestion.IsWanted(transport.Reports.Situation, _catalogue, place, cargo);

    private int Check(PlaceId place, Convoy convoy)
    {
        if (!_catalogue.TryPlace(place.Value ?? "", out var number))
            throw new InvalidOperationException($"{policy.Called} diverts '{convoy.Name}' to '{place}', and there is no such place");
        if (!DivertQuestion.CanUnload(_catalogue, number))
            throw new InvalidOperationException($"{policy.Called} diverts '{convoy.Name}' to '{place}', where nobody can unload; allowed: a depot, town, camp or force with a time for unloading");
        return number;
    }
}
