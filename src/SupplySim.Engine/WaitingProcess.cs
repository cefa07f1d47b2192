namespace SupplySim.Engine;

/// <summary>A process that waits, and for what: a line of the report on a run that has come to a stop.</summary>
/// <param name="Process">The name of the process, or else its number.</param>
/// <param name="WaitsFor">What for, in words.</param>
/// <param name="Since">When the wait began.</param>
/// <param name="Until">When it is over in any case; <see cref="SimTime.Never"/> if nobody knows.</param>
public readonly record struct WaitingProcess(string Process, string WaitsFor, SimTime Since, SimTime Until)
{
    internal static string Quote(string? name) => name is null ? "" : $"'{name}' ";
}
