using System.Collections.Immutable;

namespace SupplySim.Remedies;

/// <summary>One obstacle of a scenario lifted, to see how much harm comes of it.</summary>
/// <remarks>A screening step and no proposal: by how much something is lifted is the same everywhere and assumed. Immutable.</remarks>
public sealed record Remedy
{
    /// <summary>The id of the remedy that no rule cuts rations: what is eaten sooner is not there later.</summary>
    internal const string Rations = "rations";

    private readonly Func<Scenario, Scenario> _lift;

    internal Remedy(string id, RemedyKind kind, string what, Func<Scenario, Scenario> lift) =>
        (Id, Kind, What, _lift) = (id, kind, what, lift);

    /// <summary>What is lifted and of what, unique in a scenario: <c>lanes/gate</c>.</summary>
    public string Id { get; }

    /// <summary>Whose it is to do, if anybody's.</summary>
    public RemedyKind Kind { get; }

    /// <summary>Whether something is changed, and not taken away that happened.</summary>
    public bool IsChange => Kind is RemedyKind.Doable or RemedyKind.OfOthers;

    /// <summary>In words that can stand in the middle of a sentence: <c>twice the lanes at Gate</c>; of
    /// what happens its name: <c>flood</c>.</summary>
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

    /// <summary>All that is tried in a scenario: first what could be changed, along the way of the goods; then the same of others; then
    /// what might not have happened; at last that none of it had.</summary>
    /// <param name="scenario">Without problems.</param>
    /// <param name="isOnTheWay">Whether a crossing or route, by id, lies on the way of anybody.</param>
    /// <param name="of">The places for which it is asked: <c>camps</c>, <c>forces</c>, or the id of one.
    /// Default: whatever is supplied.</param>
    internal static ImmutableArray<Remedy> Of(Scenario scenario, Func<string, bool> isOnTheWay, string? of = null)
    {
        scenario = StartStates.Apply(scenario);
        scenario = scenario with { Fleets = AircraftTypes.Fill(scenario.Fleets) };
        var carriers = new Carriers(scenario, of);
        Remedy[] happenings = [.. Happenings.In(carriers)];
        Remedy[] changes = [.. AtCrossings.In(carriers, isOnTheWay), .. OnRoutes.In(carriers, isOnTheWay), .. AtSites.In(carriers),
            .. OfFleets.In(carriers), .. OfLines.In(carriers), .. OfPolicies.In(carriers, isOnTheWay, of)];
        return
        [
            .. changes.Where(one => one.Kind == RemedyKind.Doable), .. changes.Where(one => one.Kind != RemedyKind.Doable),
            .. happenings,
            .. happenings.Length < 2 ? Array.Empty<Remedy>()
                : [new("nothing-happens", RemedyKind.NothingHappens, "all that happens",
                    all => happenings.Aggregate(all, (one, off) => off._lift(one)))],
        ];
    }
}

/// <summary>Whose it is to bring a remedy about, as far as a scenario says.</summary>
public enum RemedyKind
{
    /// <summary>Somebody's along the supply lines that supply whom it is asked for, and those behind them: orders, vehicles, docks, stores;
    /// and what all share who pass: crossings, roads, airfields on their way, repair crews, reports; how ways are chosen and vehicles
    /// shared.</summary>
    Doable,

    /// <summary>That of others: supply lines that bring nothing to whom it is asked for, what carries for them alone, the places they alone
    /// supply; and those who merely pass a crossing.</summary>
    OfOthers,

    /// <summary>Nobody's: that something had not happened, such as a flood, a front, attacks or breakdowns,
    /// says what the harm is from.</summary>
    HadItNotHappened,

    /// <summary>All that nobody decides at once.</summary>
    NothingHappens,
}
