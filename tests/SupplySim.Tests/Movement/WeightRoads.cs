using SupplySim.Disruptions;
using SupplySim.Quantities;

namespace SupplySim.Tests.Movement;

/// <summary>The road of <see cref="Small"/> with trucks that weigh 16 t, and 26 t with a crate.</summary>
internal static class WeightRoads
{
    public static Scenario Trucks(int crates) => Small.Road(crates).Fleet("trucks", fleet => fleet with { Gross = Mass.FromTonnes(26) });

    /// <summary>The bridge bears so little for a while.</summary>
    public static Restriction Weak(string from, string lasts, int tonnes) =>
        new("weak") { Limit = "bridge", At = Moment.After(Small.Span(from)), For = Small.Span(lasts),
            WeightLimit = Mass.FromTonnes(tonnes) };
}
