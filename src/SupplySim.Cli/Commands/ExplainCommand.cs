using System.CommandLine;
using SupplySim.Cli.Explain;
using SupplySim.Scenarios.Diagnostics;

namespace SupplySim.Cli.Commands;

/// <summary><c>supplysim explain WORD</c>: what an error code or a key of a scenario file means, with an example.</summary>
internal static class ExplainCommand
{
    private const int Width = 78;

    /// <summary>The command with its argument.</summary>
    public static Command Of(Host host)
    {
        var word = new Argument<string>("WORD") { Description = "An error code such as SS0304, or a key such as lanes." };
        var command = new Command("explain", "Tells what an error code or a key of a scenario file means, with an example.") { word };
        command.SetAction(parsed => (int)Explain(parsed.GetRequiredValue(word).Trim(), host));
        return command;
    }

    /// <summary>Where more is told of the first error, with a space before it; empty where there is none.</summary>
    public static string Hint(IEnumerable<Diagnostic> diagnostics) =>
        diagnostics.FirstOrDefault(d => d.Severity == Severity.Error) is { } first ? $" `supplysim explain {first.Code}` tells more." : "";

    private static ExitCode Explain(string word, Host host)
    {
        var code = DiagnosticCodes.All.FirstOrDefault(one => one.Id.Equals(word, StringComparison.OrdinalIgnoreCase));
        var keys = KeyText.All().Where(key => key.Name == word).ToList();
        if (code is not null) Write(code, CodeText.All().First(text => text.Id == code.Id), host.Out);
        else if (keys.Count > 0) Write(keys, host.Out);
        else return Unknown(word, host);
        return ExitCode.Done;
    }

    private static void Write(DiagnosticCode code, CodeText text, TextWriter screen)
    {
        Paragraph($"{code.Id}, {(code.Severity == Severity.Error ? "an error" : "a warning")}: {code.Title}", "", screen);
        screen.WriteLine();
        Paragraph(text.Text, "", screen);
        Lines("wrong", text.Wrong, screen);
        Lines("right", text.Right, screen);
    }

    private static void Lines(string head, IReadOnlyList<string> lines, TextWriter screen)
    {
        if (lines.Count == 0) return;
        screen.WriteLine($"\n{head}:");
        foreach (var line in lines) screen.WriteLine("  " + line);
    }

    private static void Write(List<KeyText> keys, TextWriter screen)
    {
        foreach (var key in keys)
        {
            screen.WriteLine($"{key.Name}: {(key.Block.StartsWith("In ", StringComparison.Ordinal) ? "" : "in ")}{char.ToLowerInvariant(key.Block[0])}{key.Block[1..]}{(key.IsRequired ? ", must be given" : "")}");
            Paragraph(key.Behind, "  ", screen);
            Paragraph(key.Text, "  ", screen);
            screen.WriteLine();
        }
        if (KeyText.Example(keys[0].Name) is not { } example) screen.WriteLine("None of the examples uses it.");
        else screen.WriteLine($"For example, in {example.File}:\n  {Short(example.Line, keys[0].Name)}");
    }

    /// <summary>Of a line that is too long the part from the key on.</summary>
    private static string Short(string line, string key)
    {
        if (line.Length > Width) line = "... " + line[line.IndexOf(key + ":", StringComparison.Ordinal)..];
        return line.Length > Width ? line[..(Width - 4)] + " ..." : line;
    }

    private static void Paragraph(string text, string indent, TextWriter screen)
    {
        if (text.Length == 0) return;
        foreach (var line in WordWrap.Lines(text, Width - indent.Length)) screen.WriteLine(indent + line);
    }

    private static ExitCode Unknown(string word, Host host)
    {
        host.Error.WriteLine($"error: `{DiagnosticText.Safe(word)}` is neither an error code nor a key of a scenario file");
        var similar = Similar.To(word, DiagnosticCodes.All.Select(one => one.Id).Concat(KeyText.All().Select(key => key.Name)));
        host.Error.WriteLine(similar is null ? "`examples/REFERENCE.md` lists all keys." : $"A similar one is `{similar}`.");
        return ExitCode.Wrong;
    }
}
