using System.CommandLine;
using SupplySim.Cli.Explain;

namespace SupplySim.Cli.Commands;

/// <summary><c>supplysim schema</c>: the JSON Schema of scenario files, from which editors know the keys,
/// what they mean and what may stand behind them.</summary>
internal static class SchemaCommand
{
    /// <summary>The command.</summary>
    public static Command Of(Host host)
    {
        var command = new Command("schema",
            "Prints the JSON Schema of scenario files, with which editors complete and check keys as they are typed. `new` writes it "
                + "beside a first scenario.");
        command.SetAction(_ =>
        {
            host.Out.Write(Text);
            return (int)ExitCode.Done;
        });
        return command;
    }

    /// <summary>The schema.</summary>
    public static string Text => string.Join('\n', Pages.Lines("scenario.schema.json"));
}
