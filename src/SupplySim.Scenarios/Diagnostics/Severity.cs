namespace SupplySim.Scenarios.Diagnostics;

/// <summary>How bad a diagnostic is.</summary>
public enum Severity
{
    /// <summary>The scenario can be run, but something in it is probably not meant so.</summary>
    Warning,

    /// <summary>The scenario cannot be run.</summary>
    Error,
}
