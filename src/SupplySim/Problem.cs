using System.Collections.Immutable;

namespace SupplySim;

/// <summary>Something that is wrong with a scenario.</summary>
/// <param name="Path">Where, as keys of a scenario file joined by dots: <c>places.fishkhabour.lanes</c>. Ids may hold dots
/// only in the keys of routes, which stand in brackets: <c>routes[a - b].length</c>.</param>
/// <param name="Message">What is wrong, with the value and what is allowed; no full stop.</param>
/// <param name="Help">What to do. Null where the message says it.</param>
public sealed record Problem(string Path, string Message, string? Help = null)
{
    /// <summary>For example <c>places.fishkhabour.lanes: 0 lanes; at least 1 is needed</c>.</summary>
    public override string ToString() => Help is null ? $"{Path}: {Message}" : $"{Path}: {Message}; {Help}";
}

/// <summary>A scenario cannot be run: it has problems, all of which are listed.</summary>
public sealed class InvalidScenarioException : Exception
{
    internal InvalidScenarioException(string title, ImmutableArray<Problem> problems)
        : base($"'{title}' has {problems.Length} problem(s):\n" + string.Join("\n", problems)) => Problems = problems;

    /// <summary>All of them, in the order of the scenario.</summary>
    public ImmutableArray<Problem> Problems { get; }
}
