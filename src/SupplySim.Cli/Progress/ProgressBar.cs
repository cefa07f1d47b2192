using Spectre.Console;
using SupplySim.Experiments;

namespace SupplySim.Cli.Progress;

/// <summary>A bar on a terminal. Apart from everything else, so that its library is loaded only where it is shown.</summary>
internal static class ProgressBar
{
    /// <summary>Runs an experiment under a bar, which is gone when it has ended.</summary>
    public static T Around<T>(
        Host host, string title, bool withColour, Func<IProgress<ExperimentProgress>?, T> run)
    {
        var console = AnsiConsole.Create(new AnsiConsoleSettings
        {
            Out = new AnsiConsoleOutput(host.Error),
            ColorSystem = withColour ? ColorSystemSupport.Detect : ColorSystemSupport.NoColors,
        });
        return console.Progress().AutoClear(true)
            .Columns(new TaskDescriptionColumn(), new ProgressBarColumn(), new PercentageColumn(), new RemainingTimeColumn())
            .Start(context => run(new Bar(context.AddTask(Markup.Escape(title)))));
    }

    private sealed class Bar(ProgressTask task) : IProgress<ExperimentProgress>
    {
        public void Report(ExperimentProgress value) => task.MaxValue(value.RunsPlanned).Value(value.RunsDone);
    }
}
