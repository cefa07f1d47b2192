namespace SupplySim.Networks;

/// <summary>What a network has no substitute for.</summary>
/// <param name="Places">Places whose loss parts others from each other, in ascending order.</param>
/// <param name="Routes">Routes whose loss parts places from each other, in ascending order.</param>
public sealed record SinglePoints(IReadOnlyList<int> Places, IReadOnlyList<int> Routes);
