namespace SupplySim.Engine;

/// <summary>Why a wait has ended.</summary>
public enum WaitEnd
{
    /// <summary>What was waited for has come.</summary>
    Completed,

    /// <summary>The patience was at its end first.</summary>
    TimedOut,

    /// <summary>Somebody interrupted the process.</summary>
    Interrupted,
}
