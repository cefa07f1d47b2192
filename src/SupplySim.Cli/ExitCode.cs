namespace SupplySim.Cli;

/// <summary>How the tool ends. Where several apply: 1, then 130 or 143, 4, 5, 3.</summary>
internal enum ExitCode
{
    /// <summary>Done, goals met.</summary>
    Done = 0,

    /// <summary>A defect in SupplySim.</summary>
    Defect = 1,

    /// <summary>The command or the scenario is wrong; nothing was run.</summary>
    Wrong = 2,

    /// <summary>It ran; a goal was missed, `verify` found a difference, or `check --inert` found a value that does nothing.</summary>
    GoalMissed = 3,

    /// <summary>A file could not be read or written.</summary>
    InputOutput = 4,

    /// <summary>The run itself failed.</summary>
    RunFailed = 5,

    /// <summary>Stopped by Ctrl-C; finished runs are kept.</summary>
    Stopped = 130,

    /// <summary>Stopped by SIGTERM; finished runs are kept.</summary>
    Terminated = 143,
}
