using SupplySim.Cli.Commands;
using SupplySim.Experiments;

namespace SupplySim.Cli.Progress;

/// <summary>Shows on stderr how far an experiment is: a bar where a person looks at it, a line every ten seconds where a
/// machine does (<c>$CI</c>, <c>--plain</c>), otherwise nothing.</summary>
internal static class ProgressDisplay
{
    /// <summary>Runs an experiment with the display that fits.</summary>
    public static T Around<T>(
        RunRequest request, Host host, string title, Func<IProgress<ExperimentProgress>?, T> run)
    {
        if (request.Quiet || request.NoProgress) return run(null);
        if (host.Says("CI") || (request.Plain && host.IsTerminal)) return run(new ProgressLines(host.Error, host.Clock));
        if (!host.IsTerminal) return run(null);
        return ProgressBar.Around(host, title, withColour: !request.NoColor && !host.Says("NO_COLOR"), run);
    }
}
