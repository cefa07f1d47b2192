using System.Collections.Immutable;
using SupplySim.Scenarios.Diagnostics;

namespace SupplySim.Scenarios;

/// <summary>What was found out about the values of a scenario by putting others in their place.</summary>
/// <param name="Acting">How many change an outcome.</param>
/// <param name="Inert">Those that change none, in the order of the file.</param>
/// <param name="Runs">[runs] Of each alternative, before a value was called inert.</param>
public sealed record InertValues(int Acting, ImmutableArray<InertValue> Inert, int Runs);

/// <summary>A value of a scenario that changes no outcome.</summary>
/// <param name="Path">Where it stands, as a setting would name it, such as <c>places.bridge.lanes</c>.</param>
/// <param name="Written">What is written there.</param>
/// <param name="Place">Where in which file.</param>
/// <param name="Tried">What was put in its place; empty where nothing else may stand there, so that nothing is known of it.</param>
public sealed record InertValue(string Path, string Written, SourcePlace Place, ImmutableArray<string> Tried);
