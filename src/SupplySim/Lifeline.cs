using System.Collections.Immutable;

namespace SupplySim;

/// <summary>What a place depends on: whatever all its supply lines go past, whichever way they take.</summary>
/// <remarks>As things stand at the start: opening hours that never come and holders that let the traffic not pass close a way;
/// a way by air needs nothing on the ground.</remarks>
/// <param name="To">The place.</param>
/// <param name="SupplyLines">The lines that lead there and have a way.</param>
/// <param name="Crossings">The crossings on every way: with one of them shut nothing arrives. In the order of the scenario.</param>
/// <param name="Routes">The routes on every way, likewise.</param>
public sealed record Lifeline(
    PlaceId To, ImmutableArray<string> SupplyLines, ImmutableArray<string> Crossings, ImmutableArray<string> Routes);
