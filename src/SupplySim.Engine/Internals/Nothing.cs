namespace SupplySim.Engine.Internals;

/// <summary>The result of a process without a result.</summary>
internal readonly struct Nothing;
