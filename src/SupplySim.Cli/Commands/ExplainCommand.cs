using System.CommandLine;
using SupplySim.Cli.Explain;
using SupplySim.Scenarios.Diagnostics;

namespace SupplySim.Cli.Commands;

/// <summary><c>supplysim explain WORD</c>: what an error code or a key of a scenario file means, with an example.</summary>
internal static class ExplainCommand
{
    private const int Width = 78;
    private const int MostExamples = 3;

    /// <summary>The command with its argument.</summary>
    public static Command Of(Host host)
    {
        var word = new Argument<string>("WORD") { Description = "An error code such as SS0304, a key such as lanes, or a law such as lognormal." };
        var command = new Command("explain", "Tells what an error code, a key or a law of a scenario file means, with an example.") { word };
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
        else if (LawText.Of(word) is { } law) Write(law, keys, host.Out);
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

    private static void Write(LawText law, List<KeyText> keys, TextWriter screen)
    {
        screen.WriteLine($"{law.Name}: a law of chance, written in place of a value");
        foreach (var form in law.Forms) screen.WriteLine("  " + form);
        Paragraph(law.Text, "  ", screen);
        Lines("for example", law.Examples, screen);
        if (keys.Count == 0) return;
        screen.WriteLine();
        Write(keys, screen);
    }

    private static void Write(List<KeyText> keys, TextWriter screen)
    {
        // What is the same in several blocks is told once.
        foreach (var alike in keys.GroupBy(key => (key.Behind, key.Text, key.IsRequired)))
        {
            var key = alike.First();
            Paragraph($"{key.Name}: {string.Join(", ", alike.Select((one, i) => In(one.Block, i == 0)))}{(key.IsRequired ? ", must be given" : "")}", "", screen);
            Paragraph(key.Behind, "  ", screen);
            Paragraph(key.Text, "  ", screen);
            screen.WriteLine();
        }
        var examples = KeyText.Examples(keys[0].Name, MostExamples);
        if (examples.Count == 0) screen.WriteLine(keys[0].Sketch is { } sketch ? $"None of the examples uses it. It would be written\n  {sketch}" : "None of the examples uses it.");
        foreach (var (i, example) in examples.Index())
            screen.WriteLine($"{(i == 0 ? "For example, in" : "and in")} {example.File}:\n{string.Join('\n', example.Lines.Select(line => "  " + Short(line, keys[0].Name)))}");
    }

    private static string In(string block, bool isFirst) =>
        $"{(!isFirst || block.StartsWith("In ", StringComparison.Ordinal) ? "" : "in ")}{char.ToLowerInvariant(block[0])}{block[1..]}";

    /// <summary>Of a line that is too long the part from the key on.</summary>
    private static string Short(string line, string key)
    {
        if (line.Length > Width && line.IndexOf(key + ":", StringComparison.Ordinal) is > 0 and var at) line = "... " + line[at..];
        return line.Length > Width ? line[..(Width - 4)] + " ..." : line;
    }

    private static void Paragraph(string text, string indent, TextWriter screen)
    {
        if (text.Length == 0) return;
        foreach (var line in WordWrap.Lines(text, Width - indent.Length)) screen.WriteLine(indent + line);
    }

    private static ExitCode Unknown(string word, Host host)
    {
        host.Error.WriteLine($"error: `{DiagnosticText.Safe(word)}` is neither an error code nor a key or a law of a scenario file");
        var similar = Similar.To(word, DiagnosticCodes.All.Select(one => one.Id).Concat(KeyText.All().Select(key => key.Name)).Concat(LawText.All().Select(law => law.Name)));
        host.Error.WriteLine(similar is null ? "`examples/REFERENCE.md` lists all keys." : $"A similar one is `{similar}`.");
        return ExitCode.Wrong;
    }
}
