using SupplySim.Planning;

namespace SupplySim.Remedies;

/// <summary>What those who plan and those who repair could do better.</summary>
internal static class OfPolicies
{
    public static IEnumerable<Remedy> In(Carriers carriers, Func<string, bool> isOnTheWay, string? of)
    {
        var one = carriers.Scenario;
        if (!one.Policies.Ration.IsEmpty)
            yield return new(Remedy.Rations, IsOfCamps(one, of) ? RemedyKind.Doable : RemedyKind.OfOthers,
                "full rations as long as there is food",
                scenario => scenario with { Policies = scenario.Policies with { Ration = [] } });
        if (one.Policies is { Knowledge: Knowledge.Reported } policies && policies.Reroute.LearnsAfter > TimeSpan.Zero)
            yield return new("reports", RemedyKind.Doable, "reports without delay",
                scenario =>
                    scenario with
                    {
                        Policies = scenario.Policies with { Reroute = scenario.Policies.Reroute with { LearnsAfter = TimeSpan.Zero } },
                    });
        if (one.Policies.Routing is not Soonest && OnRoutes.HaveChoice(one, isOnTheWay))
            yield return new("routing", RemedyKind.Doable, "ways chosen by the soonest arrival, queues reckoned with",
                scenario => scenario with { Policies = scenario.Policies with { Routing = new Soonest() } });
        if (one.Policies.Share.By is not ByDaysOfSupply && carriers.AreShared)
            yield return new("share", RemedyKind.Doable, "vehicles to whoever has the least days of supply",
                scenario => scenario with { Policies = scenario.Policies with { Share = new() { By = AllocationPolicy.DaysOfSupply } } });
        foreach (var (name, count) in one.Crews)
            yield return new($"crews/{name}", RemedyKind.Doable, $"twice the crews that repair ({name} {Twice.From(count)})",
                scenario =>
                    scenario with { Crews = ByName.Create<int>(
                        [.. scenario.Crews.Select(crew => crew.Name == name ? (crew.Name, Twice.Of(crew.Value)) : crew)]) });
    }

    // Only people have rations; of whom it is not said, all.
    private static bool IsOfCamps(Scenario one, string? of) =>
        of is null or "camps" || one.Places.FirstOrDefault(place => place.Id == of) is not Force && of != "forces";
}
