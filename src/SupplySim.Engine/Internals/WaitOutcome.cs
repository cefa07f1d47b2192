namespace SupplySim.Engine.Internals;

/// <summary>Why a wait has ended.</summary>
internal enum WaitOutcome : byte
{
    /// <summary>What was waited for has come; also the state before and between waits.</summary>
    Completed,

    /// <summary>The time allowed for the wait has passed first.</summary>
    TimedOut,

    /// <summary>Somebody interrupted the process.</summary>
    Interrupted,

    /// <summary>The run is over and the process is being unwound.</summary>
    Unwound,
}
