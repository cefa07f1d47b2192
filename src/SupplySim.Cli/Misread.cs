using System.CommandLine;
using System.CommandLine.Parsing;
using SupplySim.Scenarios.Diagnostics;

namespace SupplySim.Cli;

/// <summary>What the parser lets pass, or refuses without saying what was meant: an option that there is
/// none of, a file or a misspelt word in place of a command.</summary>
/// <remarks>To the parser an unknown option is one more argument, so that a command that takes several
/// folders would look for one of that name.</remarks>
internal static class Misread
{
    /// <summary>What is wrong, as a sentence; null where nothing of the kind is.</summary>
    /// <param name="parsed">A command line as it was read.</param>
    public static string? In(ParseResult parsed)
    {
        var command = parsed.CommandResult;
        var stray = parsed.UnmatchedTokens;
        if (Arguments(parsed).Concat(
            command.Command is RootCommand ? stray.Where(text => text.StartsWith("--", StringComparison.Ordinal)) : stray)
                .FirstOrDefault(IsOption) is { } unknown)
            return $"there is no option '{unknown.Split('=')[0]}'; "
                + $"there {Listed(command.Command.Options.Select(one => one.Name).Where(name => name.StartsWith("--", StringComparison.Ordinal)))}";
        return command.Command is RootCommand root && stray.Count > 0 ? NoCommand(root, stray[0]) : null;
    }

    // A file may be called as an option is.
    private static bool IsOption(string text) => text.StartsWith("--", StringComparison.Ordinal)
        || (text is ['-', not '-', ..] && !char.IsAsciiDigit(text[1]) && !File.Exists(text));

    // What stands behind a `--` of its own is meant as it is.
    private static IEnumerable<string> Arguments(ParseResult parsed) => parsed.Tokens.Any(token => token.Type == TokenType.DoubleDash)
        ? []
        : parsed.CommandResult.Children.OfType<ArgumentResult>().SelectMany(one => one.Tokens).Select(token => token.Value);

    private static string NoCommand(RootCommand root, string word)
    {
        var names = root.Subcommands.Select(one => one.Name).ToArray();
        if (File.Exists(word) || word.EndsWith(".yaml", StringComparison.OrdinalIgnoreCase)
            || word.EndsWith(".yml", StringComparison.OrdinalIgnoreCase))
            return $"'{word}' is no command: to run that file, write `supplysim run {word}`; to look at it only, `supplysim check {word}`";
        return $"there is no command '{word}'; there {Listed(names)}"
            + (Similar.To(word, names) is { } near ? $": did you mean `supplysim {near}`?" : "");
    }

    private static string Listed(IEnumerable<string> names) => $"are {string.Join(", ", names)}";
}
