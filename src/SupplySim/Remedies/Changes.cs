using System.Collections.Immutable;

namespace SupplySim.Remedies;

/// <summary>Variants of a scenario in which one thing, by its id, is another.</summary>
internal static class Changes
{
    public static Scenario Place<T>(this Scenario scenario, string id, Func<T, T> change)
        where T : Place => scenario with { Places = Each(scenario.Places, one => one is T place && one.Id == id ? change(place) : one) };

    public static Scenario Route(this Scenario scenario, string id, Func<Route, Route> change) =>
        scenario with { Routes = Each(scenario.Routes, one => one.Id == id ? change(one) : one) };

    public static Scenario Fleet(this Scenario scenario, string id, Func<Fleet, Fleet> change) =>
        scenario with { Fleets = Each(scenario.Fleets, one => one.Id == id ? change(one) : one) };

    public static Scenario Line(this Scenario scenario, string id, Func<SupplyLine, SupplyLine> change) =>
        scenario with { SupplyLines = Each(scenario.SupplyLines, one => one.Id == id ? change(one) : one) };

    private static ImmutableArray<T> Each<T>(ImmutableArray<T> all, Func<T, T> change) => [.. all.Select(change)];
}
