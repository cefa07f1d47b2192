using System.Collections.Immutable;

namespace SupplySim;

/// <summary>Something that is wrong with a scenario.</summary>
/// <param name="Path">Where, as keys of a scenario file joined by dots: <c>places.fishkhabour.lanes</c>. Ids may hold dots
/// only in the keys of routes, which stand in brackets: <c>routes[a - b].length</c>.</param>
/// <param name="Message">What is wrong, with the value and what is allowed; no full stop.</param>
/// <param name="Help">What to do. Null where the message says it.</param>
public sealed record Problem(string Path, string Message, string? Help = null)
{
    /// <summary>What kind of mistake, by the way out of it. Default: the parts do not fit together.</summary>
    public ProblemKind Kind { get; init; }

    /// <summary>For example <c>places.fishkhabour.lanes: 0 lanes; at least 1 is needed</c>.</summary>
    public override string ToString() => Help is null ? $"{Path}: {Message}" : $"{Path}: {Message}; {Help}";
}

/// <summary>Kinds of mistakes in a scenario, by the way out of them.</summary>
public enum ProblemKind
{
    /// <summary>Parts of it do not fit together: change one of them.</summary>
    Mismatch,

    /// <summary>A value is outside of what is allowed: write another.</summary>
    OutOfRange,

    /// <summary>Something is named that there is not: name another, or add it.</summary>
    Unknown,

    /// <summary>Something is missing that another part needs: give it.</summary>
    Missing,

    /// <summary>Something is said where it can do nothing: remove it.</summary>
    Idle,

    /// <summary>Something is named that is of another kind than is needed: name one of that kind.</summary>
    WrongKind,

    /// <summary>What is to be carried or stored finds no way or no room: add a route or room, or use another fleet.</summary>
    DoesNotFit,

    /// <summary>A moment lies outside of the run, or out of order: write another, or change the clock.</summary>
    Time,

    /// <summary>The same is said twice, or two things where one is meant: keep one.</summary>
    Twice,
}

/// <summary>A scenario cannot be run: it has problems, all of which are listed.</summary>
public sealed class InvalidScenarioException : Exception
{
    internal InvalidScenarioException(string title, ImmutableArray<Problem> problems)
        : base($"'{title}' has {problems.Length} problem(s):\n" + string.Join("\n", problems)) => Problems = problems;

    /// <summary>All of them, in the order of the scenario.</summary>
    public ImmutableArray<Problem> Problems { get; }
}
