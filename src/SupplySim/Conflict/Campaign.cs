using SupplySim.Engine;

namespace SupplySim.Conflict;

/// <summary>How one front is fought. One's own is a record with one method, and replaces the rules built in for its front.</summary>
/// <remarks>The front itself stays as the scenario describes it: who fights, where it goes and how fast, what suffers near its head. The
/// record is immutable and shared by all runs; what changes during a run belongs into the method.</remarks>
/// <param name="Front">The id of the front.</param>
public abstract record Campaign(string Front)
{
    /// <summary>What happens during one run, as a process that begins when the front starts.</summary>
    /// <param name="course">The front in this run, and what it can do. The process belongs to this run alone.</param>
    public abstract Process Unfold(FrontCourse course);
}
