using SupplySim.Quantities;

namespace SupplySim.Remedies;

/// <summary>What could be done at a crossing that lies on anybody's way.</summary>
internal static class AtCrossings
{
    public static IEnumerable<Remedy> In(Carriers carriers, Func<string, bool> isOnTheWay) =>
        carriers.Scenario.Places.OfType<Crossing>().Where(crossing => isOnTheWay(crossing.Id))
            .SelectMany(crossing => At(crossing, carriers));

    private static IEnumerable<Remedy> At(Crossing one, Carriers carriers)
    {
        if (All(one.Hours).Any(hours => !hours.IsAlways))
            yield return Of("hours", $"{one.Shown} open day and night",
                crossing => crossing with { Hours = crossing.Hours.To(_ => Hours.Always) });
        yield return Of("lanes", $"twice the lanes at {one.Shown} ({Twice.From(one.Lanes)})",
            crossing => crossing with { Lanes = Twice.Of(crossing.Lanes) });
        if (All(one.Inspection).Any(takes => takes.Mean > TimeSpan.Zero))
            yield return Of("inspection", $"inspections at {one.Shown} in half the time",
                crossing => crossing with { Inspection = crossing.Inspection.To(Twice.Half) });
        if (one.Secondary is not null)
            yield return Of("searches", $"nobody searched a second time at {one.Shown}", crossing => crossing with { Secondary = null });
        if (one.Clearance is not null || carriers.Traffics.Any(traffic => one.Passage.Any(holder => !Passes(holder.Value, traffic))))
            yield return Of("passage", $"free passage at {one.Shown}{(one.Clearance is null ? "" : ", without clearance")}",
                crossing => crossing with { Passage = ByName<ByName<Each<Permission>>>.Empty, Clearance = null });
        if (one.Clearance?.PerDay is not null)
            yield return Of("clearances", $"any number cleared in a day at {one.Shown}",
                crossing => crossing with { Clearance = crossing.Clearance is { } there ? there with { PerDay = null } : null });
        if (carriers.AreTooHeavyFor(one.WeightLimit))
            yield return Of("weight", $"no weight limit at {one.Shown}", crossing => crossing with { WeightLimit = null });
        if (one.Transshipment is { } docks)
            yield return Of("transshipment", $"twice the docks where loads change trucks at {one.Shown} ({Twice.From(docks.Docks)})",
                crossing =>
                    crossing with { Transshipment = crossing.Transshipment is { } there
                        ? there with { Docks = Twice.Of(there.Docks) }
                        : null });
        foreach (var strangers in carriers.Scenario.Fleets.Where(fleet => fleet.Through?.Value == one.Id))
            yield return new($"strangers/{strangers.Id}", RemedyKind.OfOthers, $"{one.Shown} without {strangers.Id}, who merely pass",
                scenario => scenario with { Fleets = [.. scenario.Fleets.Where(fleet => fleet.Id != strangers.Id)] });

        Remedy Of(string id, string what, Func<Crossing, Crossing> change) =>
            new($"{id}/{one.Id}", RemedyKind.Doable, what, scenario => scenario.Place(one.Id, change));
    }

    private static IEnumerable<T> All<T>(Each<T> each) => each.Named is { } named ? named.Select(one => one.Value) : [each.All!];

    // A direction that is not named is shut.
    private static bool Passes(ByName<Each<Permission>> rules, string traffic) => rules.TryGet(traffic, out var rule)
        && (rule.Named is not { Count: < 2 }) && All(rule).All(one => one == Permission.Yes);
}
