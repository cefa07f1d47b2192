using SupplySim.Planning;
using SupplySim.Runs;

namespace SupplySim.Movement;

/// <summary>Asks where laden columns go that cannot get to where they are bound, cannot be unloaded or are not needed there.</summary>
/// <remarks>There only where the policy is another than to hold. One run, one thread.</remarks>
internal sealed class Diversion(Transport transport, DivertPolicy policy)
{
    private readonly Catalogue _catalogue = transport.World.Catalogue;
    private readonly bool[] _isUsed = [.. transport.World.Catalogue.Commodities.Select(one => IsUsed(transport.World.Catalogue, one))];
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
        _question.IsStoppedHere = IsStopped(at);
        _question.Set(at, ordered, convoy.LoadClass, convoy.Loads.First().Line.Line.From, cargo, isCutOff);
        var chosen = Policy.Ask(policy, transport.Reports.Situation, _question,
            static (policy, known, question) => policy.Choose(known, question));
        return chosen is { } place ? Check(place, convoy) : bound;
    }

    // Who is there sees what is shut there; who is not knows what was told.
    private bool IsCutOff(Convoy convoy, int at, int place) => at == place ? IsStopped(place)
        : transport.Reports.Situation.TakesNothing(place) || transport.Router.Choose(at, place, convoy.LoadClass) is not { IsShut: false };

    private bool IsStopped(int place) => transport.World.Sites[place]?.IsStopped(SiteWork.Unloading) == true;

    // What is used up nowhere, such as tents, is wanted where it was ordered to.
    private bool IsWanted(int place, int[] cargo) => DivertQuestion.IsWanted(transport.Reports.Situation, _catalogue, place, cargo)
        || Array.Exists(cargo, commodity => !_isUsed[commodity]);

    private static bool IsUsed(Catalogue catalogue, Commodity commodity) =>
        commodity.PerPerson is not null || catalogue.Places.Any(place => place switch
        {
            Camp camp => camp.Rations.Has(commodity.Id) || camp.LocalShare.Any(one => one.Value.Needs == commodity.Id),
            Force force => force.Needs.Has(commodity.Id),
            _ => false,
        });

    private int Check(PlaceId place, Convoy convoy)
    {
        if (!_catalogue.TryPlace(place.Value ?? "", out var number))
            throw new InvalidOperationException($"{policy.Called} diverts '{convoy.Name}' to '{place}', and there is no such place");
        if (!DivertQuestion.CanUnload(_catalogue, number))
            throw new InvalidOperationException(
                $"{policy.Called} diverts '{convoy.Name}' to '{place}', where nobody can unload; allowed: a depot, town, camp or force "
                    + $"with a time for unloading");
        return number;
    }
}
