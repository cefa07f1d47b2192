using System.Collections.Immutable;

namespace SupplySim.Remedies;

/// <summary>One obstacle of a scenario lifted, to see how much harm comes of it.</summary>
/// <remarks>A screening step and no proposal: by how much something is lifted is the same everywhere and assumed. Immutable.</remarks>
public sealed record Remedy
{
    private readonly Func<Scenario, Scenario> _lift;

    internal Remedy(string id, RemedyKind kind, string what, Func<Scenario, Scenario> lift) => (Id, Kind, What, _lift) = (id, kind, what, lift);

    /// <summary>What is lifted and of what, unique in a scenario: <c>lanes/gate</c>.</summary>
    public string Id { get; }

    /// <summary>Whether somebody could do it.</summary>
    public RemedyKind Kind { get; }

    /// <summary>In words that can stand in the middle of a sentence: <c>twice the lanes at Gate</c>; of what happens its name: <c>flood</c>.</summary>
    public string What { get; }

    /// <summary>The scenario with it. What it is about may have gone: then nothing is another.</summary>
    /// <param name="scenario">The one that it is of, or a variant of that; other remedies may have been put into it before.</param>
    public Scenario In(Scenario scenario)
    {
        ArgumentNullException.ThrowIfNull(scenario);
        // What is known of the start takes the place of what is to be changed.
        return _lift(StartStates.Apply(scenario));
    }

    /// <summary>Whether it is the same of the same.</summary>
    public bool Equals(Remedy? other) => other is not null && Id == other.Id && Kind == other.Kind && What == other.What;

    /// <inheritdoc/>
    public override int GetHashCode() => StringComparer.Ordinal.GetHashCode(Id);

    /// <summary>The words.</summary>
    public override string ToString() => What;

    /// <summary>All that is tried in a scenario: first what could be changed, along the way of the goods; then what might not have happened; at last that none of it had.</summary>
    /// <param name="scenario">Without problems.</param>
    /// <param name="isOnTheWay">Whether a crossing or route, by id, lies on the way of anybody.</param>
    internal static ImmutableArray<Remedy> Of(Scenario scenario, Func<string, bool> isOnTheWay)
    {
        scenario = StartStates.Apply(scenario);
        scenario = scenario with { Fleets = AircraftTypes.Fill(scenario.Fleets) };
        var carriers = new Carriers(scenario);
        Remedy[] happenings = [.. Happenings.In(scenario)];
        return
        [
            .. AtCrossings.In(carriers, isOnTheWay), .. OnRoutes.In(carriers, isOnTheWay), .. AtSites.In(carriers), .. OfFleets.In(carriers), .. OfLines.In(scenario), .. OfPolicies.In(scenario),
            .. happenings,
            .. happenings.Length < 2 ? Array.Empty<Remedy>()
                : [new("nothing-happens", RemedyKind.NothingHappens, "all that happens", all => happenings.Aggregate(all, (one, off) => off._lift(one)))],
        ];
    }
}

/// <summary>Whether somebody could bring a remedy about.</summary>
public enum RemedyKind
{
    /// <summary>Somebody could.</summary>
    Doable,

    /// <summary>Nobody decides it: it says what the harm is from.</summary>
    HadItNotHappened,

    /// <summary>All that nobody decides at once.</summary>
    NothingHappens,
}
