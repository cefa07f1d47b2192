using System.Text;
using SupplySim.Cli;
using SupplySim.Experiments;

// The process: streams, environment, Ctrl-C. All that the tool does is in Tool, which tests call without a process.
using var stop = new CancellationTokenSource();
Console.CancelKeyPress += (_, press) =>
{
    // The first Ctrl-C lets the runs under way end and keeps what is done; the second one ends the process.
    if (stop.IsCancellationRequested) return;
    press.Cancel = true;
    stop.Cancel();
};
Console.OutputEncoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false);
return (int)Tool.Run(args, new Host
{
    Out = Console.Out,
    Error = Console.Error,
    IsTerminal = !Console.IsErrorRedirected,
    Environment = Environment.GetEnvironmentVariable,
    Clock = TimeProvider.System,
    Run = Experiment.Run,
    Rank = (scenario, options, cancellation) => Experiment.Rank(scenario, options: options, cancellation: cancellation),
    Stop = stop.Token,
});
