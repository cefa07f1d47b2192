using System.CommandLine;
using SupplySim.Cli.Explain;
using SupplySim.Results.Text;
using SupplySim.Scenarios.Diagnostics;
using SupplySim.Scenarios.Vocabulary;

namespace SupplySim.Cli.Commands;

/// <summary><c>supplysim explain WORD</c>: what an error code, a key, a law or a measure of a scenario file means, with an example; or what
/// a kind of block or a rule is, with its keys; or what a command of the tool does.</summary>
internal static class ExplainCommand
{
    private const int MostExamples = 3;

    /// <summary>The command with its argument.</summary>
    public static Command Of(Host host)
    {
        var word = new Argument<string[]>("WORD")
        {
            Description = "An error code such as SS0304, a key such as lanes, a block such as crossing or by-warning, a kind of value such "
                + "as moment, condition or a unit, a law such as lognormal, a measure such as stock / need, or a command such as helps. "
                + "Without a word: what there is to ask for.",
            Arity = ArgumentArity.ZeroOrMore,
        };
        var command = new Command("explain",
            "Tells what an error code, or a key, a block, a value, a law or a measure of a scenario file, means, with an example; and what "
                + "a command does.") { word };
        command.SetAction(parsed =>
            (int)(parsed.GetValue(word) is { Length: > 0 } words
                ? Explain(string.Join(' ', words).Trim(), parsed.RootCommandResult.Command.Subcommands, host)
                : WhatThereIs(parsed.RootCommandResult.Command.Subcommands, host)));
        return command;
    }

    /// <summary>Where more is told of the first error, with a space before it; empty where there is none.</summary>
    public static string Hint(IEnumerable<Diagnostic> diagnostics) =>
        diagnostics.FirstOrDefault(d => d.Severity == Severity.Error) is { } first ? $" `supplysim explain {first.Code}` tells more." : "";

    private static ExitCode Explain(string word, IEnumerable<Command> commands, Host host)
    {
        var code = DiagnosticCodes.All.FirstOrDefault(one => one.Id.Equals(word, StringComparison.OrdinalIgnoreCase));
        var keys = KeyText.All().Where(key => key.Name == word).ToList();
        var sections = SectionText.Of(word);
        var choices = KeyText.All().Where(key => key.Choices.Contains(word)).ToList();
        var causes = CauseText.Of(word);
        var verb = commands.FirstOrDefault(one => one.Name == word);
        var screen = new Screen(host.Width);
        if (verb is not null) Write(verb, screen);
        if (code is not null) Write(code, CodeText.All().First(text => text.Id == code.Id), screen);
        else if (LawText.Of(word) is { } law) Write(law, screen);
        else if (MeasureText.Of(word) is { } measure) Write(measure, screen);
        else if (ValueText.Of(word) is { } value) Write(word, value, screen);
        else if (verb is null && keys.Count + sections.Count + choices.Count + causes.Count == 0)
            return (LastOf(word) ?? SeveralOf(word)) is { } other ? Explain(other, commands, host) : Unknown(word, commands, host);
        foreach (var section in sections) Write(section, screen);
        if (choices.Count > 0) Write(word, choices, screen);
        if (keys.Count > 0) Write(keys, screen);
        if (causes.Count > 0) Write(causes, screen);
        host.Out.Write(screen);
        return ExitCode.Done;
    }

    // `crossing.lanes`, `supply-lines.road.send`, `camp / people`: a path as it is written elsewhere ends in the key that is asked for.
    private static string? LastOf(string word) =>
        word.Split(['.', '/'], StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries) is [_, .., var last]
            && KeyText.All().Any(key => key.Name == last) ? last : null;

    // One of a section: of a disruption is told where all of them are.
    private static string? SeveralOf(string word) => KeyText.All().FirstOrDefault(key => key.Block == "A scenario" && word.Length > 0
        && (key.Name == word + "s" || (word[^1] == 'y' && key.Name == word[..^1] + "ies")))?.Name;

    private static ExitCode WhatThereIs(IEnumerable<Command> commands, Host host)
    {
        var screen = new Screen(host.Width).Add("",
            "`supplysim explain WORD` tells of a word of a scenario file, an error code such as SS0304, or a command:");
        foreach (var (head, words) in new (string, IEnumerable<string>)[]
        {
            ("parts of a file", KeyText.All().Where(key => key.Block == "A scenario").Select(key => key.Name)),
            ("blocks", SectionText.All().Select(one => Lower(one.Names.First()))),
            ("values", ValueText.All().Select(one => one.Name)),
            ("laws of chance", LawText.All().Select(one => one.Name)),
            ("causes of waiting", CauseText.All().Select(one => one.Name)),
            ("measures", MeasureText.All().Select(one => one.Word)),
            ("commands", commands.Select(one => one.Name)),
        })
            screen.EndLine().Add("", head + ":").Add("  ", string.Join(", ", words.Distinct(StringComparer.Ordinal)));
        screen.EndLine().Add("", "Each key of a block can be asked for as well; `examples/REFERENCE.md` lists them all.");
        host.Out.Write(screen);
        return ExitCode.Done;
    }

    private static void Write(Command verb, Screen screen) => screen
        .Add("",
            $"{verb.Name}: a command, written "
                + $"`supplysim {verb.Name} {string.Join(' ', verb.Arguments.Select(argument => argument.HelpName ?? argument.Name))}`")
        .Add("  ", $"{verb.Description} `supplysim {verb.Name} --help` lists its flags.");

    private static void Write(DiagnosticCode code, CodeText text, Screen screen)
    {
        screen.Add("", $"{code.Id}, {(code.Severity == Severity.Error ? "an error" : "a warning")}: {code.Title}").EndLine()
            .Add("", text.Text);
        Lines("wrong", text.Wrong, screen);
        Lines("right", text.Right, screen);
    }

    private static void Lines(string head, IReadOnlyList<string> lines, Screen screen)
    {
        if (lines.Count == 0) return;
        screen.Append($"\n{head}:\n");
        foreach (var line in lines) screen.Append("  " + line).EndLine();
    }

    private static void Write(LawText law, Screen screen)
    {
        screen.Add("", $"{law.Name}: a law of chance, written in place of a value");
        foreach (var form in law.Forms) screen.Append("  " + form).EndLine();
        screen.Add("  ", law.Text);
        Lines("for example", law.Examples, screen);
    }

    private static void Write(string word, ValueText value, Screen screen)
    {
        screen.Add("", $"{value.Name}{(word == value.Name ? "" : $", as {word}")}: what stands behind keys").Add("  ", value.Text);
        Lines("for example", value.Examples, screen);
    }

    private static void Write(MeasureText measure, Screen screen)
    {
        screen.Add("", $"{measure.Word}: what a measure may be, written `is: {measure.Word}`");
        screen.Add("  ", $"unit: {measure.Unit}").Add("  ", measure.Text);
        if (measure.Example() is { } example)
            screen.Append($"\nFor example, in {example.File}:\n").Append("  " + Short(example.Line, "is", screen.Width)).EndLine();
        else if (measure.Rare() is { } rare)
            screen.Append($"\nNone of the examples uses it. It would be written\n  {Short(rare, "is", screen.Width)}\n");
    }

    private static void Write(SectionText section, Screen screen)
    {
        if (screen.IsBegun) screen.EndLine();
        var says = section.Says;
        screen.Add("", $"{Lower(section.Title)}: a block{(says is null ? "" : $", told by `{says.Name}: {section.Word}`")}");
        if (section.Text.Length > 0) screen.Add("  ", section.Text);
        var keys = section.Keys.Where(key => key != says).ToList();
        if (keys.Count > 0) screen.Append("\nIts keys, of each of which `supplysim explain KEY` tells more:\n");
        foreach (var key in keys)
            screen.Add("  ",
                $"{key.Name}{(key.IsRequired ? ", must be given" : "")}: {(key.Behind.Length > 0 ? key.Behind : key.Text)}{(IsMeasured(key) ? ", as `supplysim explain is` lists it" : "")}");
        if ((says?.Name ?? BlocksBehind.Telling(section.Title)) is { } telling
            && KeyText.ExampleOf(telling, says is null ? null : section.Word) is { } example)
            screen.Append($"\nFor example, "
                + $"in {example.File}:\n{string.Concat(example.Lines.Select(line => $"  {Short(line, telling, screen.Width)}\n"))}");
        else if (section.Use is { } use)
            screen.Append($"\nFor example, "
                + $"in {use.File}:\n{string.Concat(use.Lines.Select(line => $"  {Short(line, section.UsedBy!, screen.Width)}\n"))}");
        else if (section.Rare is { Count: > 0 } rare)
            screen.Append($"\nNone of the examples uses it. It would be "
                + $"written\n{string.Concat(rare.Select(line => $"  {Short(line, section.UsedBy!, screen.Width)}\n"))}");
        else if (section.Sketch is { } sketch) screen.Append($"\nNone of the examples uses it. It would be written\n  {sketch}\n");
    }

    // A word of several that may stand behind a key.
    private static void Write(string word, List<KeyText> keys, Screen screen)
    {
        if (screen.IsBegun) screen.EndLine();
        foreach (var alike in keys.GroupBy(key => (key.Name, key.Text)))
        {
            screen.Add("",
                $"{word}: may stand behind `{alike.Key.Name}` {string.Join(", ", alike.Select((one, i) => In(one.Block, i == 0)))}, which "
                    + $"is {alike.First().Behind}");
            if (alike.Key.Text.Length > 0) screen.Add("  ", alike.Key.Text);
        }
    }

    private static void Write(IReadOnlyList<CauseText> causes, Screen screen)
    {
        if (screen.IsBegun) screen.EndLine();
        foreach (var cause in causes)
            screen.Add("", $"{cause.Name}: by what something is held up, as results and reports name it").Add("  ", cause.Text);
    }

    private static string Lower(string title) => char.ToLowerInvariant(title[0]) + title[1..];

    private static void Write(List<KeyText> keys, Screen screen)
    {
        if (screen.IsBegun) screen.EndLine();
        // What is the same in several blocks is told once.
        foreach (var alike in keys.GroupBy(key => (key.Behind, key.Text, key.IsRequired)))
        {
            var key = alike.First();
            screen.Add("",
                $"{key.Name}: {string.Join(", ", alike.Select((one, i) => In(one.Block, i == 0)))}{(key.IsRequired ? ", must be given" : "")}");
            foreach (var text in new[] { key.Behind, key.Text }.Where(text => text.Length > 0)) screen.Add("  ", text);
            if (SectionText.RulesBehind(key) is { Count: > 0 } rules)
                screen.Add("  ",
                    $"Its rules: {string.Join(", ", rules.Select(rule => rule.Word))}; `supplysim explain {rules[0].Word}` tells more.");
            else if (IsMeasured(key))
                screen.Add("  ",
                    $"One of {string.Join(", ", MeasureText.All().Select(one => $"`{one.Word}`"))}; `supplysim "
                        + $"explain {MeasureText.All()[0].Word}` tells more.");
            else if (Blocks(BlocksBehind.Of(key), key.Name) is { } blocks) screen.Add("  ", blocks);
            screen.EndLine();
        }
        var examples = KeyText.Examples(keys[0].Name, MostExamples);
        var rare = (examples.Count > 0 ? null : KeyText.Rare(keys[0].Name).FirstOrDefault()) ?? [];
        if (rare.Count > 0)
            screen.Append($"None of the examples uses it. It would be "
                + $"written\n{string.Concat(rare.Select(line => $"  {Short(line, keys[0].Name, screen.Width)}\n"))}");
        else if (examples.Count == 0)
            screen.Append((keys[0].Sketch ?? SectionText.RulesBehind(keys[0]).FirstOrDefault()?.Sketch) is { } sketch
                ? $"None of the examples uses it. It would be written\n  {sketch}\n"
                : "None of the examples uses it.\n");
        foreach (var (i, example) in examples.Index())
            screen.Append(
                $"{(i == 0 ? "For example, in" : "and in")} {example.File}:\n{string.Concat(example.Lines.Select(line => $"  {Short(line, keys[0].Name, screen.Width)}\n"))}");
    }

    private static bool IsMeasured(KeyText key) => key.Behind == "what is measured";

    // Which blocks stand behind a key; null where none does, or it is named as the one that does, which has been told.
    private static string? Blocks(IReadOnlyList<Form.Case> cases, string key) => cases switch
    {
        [] => null,
        [var one] => Name(one) is var name && name != key ? $"`supplysim explain {name}` tells its keys." : null,
        [{ Word: not null } first, ..] => $"Each is one of these, told by its "
            + $"`{first.Key}`: {string.Join(", ", cases.Select(one => one.Word))}; `supplysim explain {first.Word}` tells more.",
        [var first, ..] =>
            $"Each is one of these, told by the key that stands in "
                + $"it: {string.Join(", ", cases.Select(one => $"{one.Shape.What} (`{one.Key}`)"))}; `supplysim explain {Name(first)}` "
                + $"tells more.",
    };

    private static string Name(Form.Case one) => SectionText.Of(one.Shape.What)[0].Names.First().ToLowerInvariant();

    private static string In(string block, bool isFirst) =>
        $"{(!isFirst || block.StartsWith("In ", StringComparison.Ordinal) ? "" : "in ")}{Lower(block)}";

    /// <summary>Of a line that is too long the part from the key on.</summary>
    private static string Short(string line, string key, int width)
    {
        var room = width - 2;
        if (line.Length > room && line.IndexOf(key + ":", StringComparison.Ordinal) is > 0 and var at) line = "... " + Closed(line[at..]);
        if (line.Length <= room) return line;
        // Between two keys, where that leaves anything to read.
        var cut = line.LastIndexOf(", ", room - 5, StringComparison.Ordinal) is var comma && comma > room / 2 ? comma + 1 : room - 4;
        return line[..cut] + " ...";
    }

    // Without the brackets at its end that close what is left out before it.
    private static string Closed(string part)
    {
        while (part is [.., '}' or ']'] && part.Count(c => c is '{' or '[') < part.Count(c => c is '}' or ']')) part = part[..^1];
        return part;
    }

    private static ExitCode Unknown(string word, IEnumerable<Command> commands, Host host)
    {
        host.Error.WriteLine($"error: `{DiagnosticText.Safe(word)}` is neither an error code nor a key, a block, a value, a law or a "
            + $"measure of a scenario file, nor a command");
        if (Topics.Of(word) is { } told)
        {
            host.Error.WriteLine($"What you look for may be `{told}`; `supplysim explain {told}` tells of it.");
            return ExitCode.Wrong;
        }
        if (OtherWords.NotYet(word, ["air"]) is { } instead)
        {
            host.Error.WriteLine($"{char.ToUpperInvariant(instead[0])}{instead[1..]}; `supplysim explain mode` tells of it.");
            return ExitCode.Wrong;
        }
        var meant = OtherWords.AllMeant(word).ToArray();
        var similar = meant.Length > 0
            ? null
            : Similar.To(word,
                DiagnosticCodes.All.Select(one => one.Id).Concat(KeyText.All().Select(key => key.Name))
                    .Concat(LawText.All().Select(law => law.Name)).Concat(MeasureText.All().Select(one => one.Word))
                    .Concat(ValueText.All().SelectMany(one => one.Others.Prepend(one.Name)).Where(one => one.Length > 2))
            .Concat(SectionText.All().SelectMany(one => one.Names)).Concat(commands.Select(one => one.Name)));
        host.Error.WriteLine(meant.Length > 0
            ? $"In a scenario file that is {string.Join(" or ", meant.Select(one => $"`{one}`"))}; `supplysim explain {meant[0]}` "
                + $"tells more."
            : similar is null
                ? "`supplysim explain units`, `moment`, `condition`, `law`, or the name of a key or a block such as `crossing`; "
                    + "`examples/REFERENCE.md` lists all keys."
            : $"A similar one is `{similar}`.");
        return ExitCode.Wrong;
    }
}
