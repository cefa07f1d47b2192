using System.Runtime.InteropServices;
using System.Text;
using SupplySim.Cli;
using SupplySim.Experiments;

// The process: streams, environment, Ctrl-C, SIGTERM. All that the tool does is in Tool, which tests call without a process.

// [columns] A terminal is filled, as far as lines of prose can still be read; where stdout is none, its width must not matter.
const int narrowest = 80, widest = 120;
using var stop = new CancellationTokenSource();
Console.CancelKeyPress += (_, press) =>
{
    // The first Ctrl-C lets the runs under way end and keeps what is done; the second one ends the process.
    if (stop.IsCancellationRequested) return;
    press.Cancel = true;
    stop.Cancel();
};
// Whoever shuts a machine or a job down says it by SIGTERM, and the shell expects 143 for it.
var isTerminated = false;
using var termination = PosixSignalRegistration.Create(PosixSignal.SIGTERM, signal =>
{
    if (stop.IsCancellationRequested) return;
    signal.Cancel = isTerminated = true;
    stop.Cancel();
});
Console.OutputEncoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false);
var code = Tool.Run(args, new Host
{
    Out = Console.Out,
    Error = Console.Error,
    IsTerminal = !Console.IsErrorRedirected,
    Width = Console.IsOutputRedirected ? narrowest : Math.Clamp(Console.WindowWidth, narrowest, widest),
    Environment = Environment.GetEnvironmentVariable,
    Clock = TimeProvider.System,
    Run = Experiment.Run,
    Rank = (scenario, options, cancellation) => Experiment.Rank(scenario, options: options, cancellation: cancellation),
    Helps = (scenario, options, cancellation) => Experiment.Helps(scenario, options: options, cancellation: cancellation),
    Sweep = (scenario, options, cancellation) => Experiment.Sweep(scenario, options: options, cancellation: cancellation),
    Stop = stop.Token,
});
return code == ExitCode.Stopped && isTerminated ? (int)ExitCode.Terminated : (int)code;
