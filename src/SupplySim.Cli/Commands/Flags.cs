using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;

namespace SupplySim.Cli.Commands;

/// <summary>Flags whose values are checked as they are read, with messages that say what is allowed.</summary>
internal static class Flags
{
    /// <summary>A flag with a whole number, at least 1.</summary>
    public static Option<int?> Count(string name, int most, string description, params string[] aliases) => new(name, aliases)
    {
        Description = description,
        HelpName = "N",
        CustomParser = argument => ParseCount(name, most, Text(argument), out var error) ?? Fail<int?>(argument, error),
    };

    /// <summary>A flag with a seed.</summary>
    public static Option<ulong?> Seed() => new("--seed")
    {
        Description = "From which all random draws follow. Default: the scenario's.",
        HelpName = "N",
        CustomParser = argument => ulong.TryParse(Text(argument), NumberStyles.None, CultureInfo.InvariantCulture, out var seed)
            ? seed
            : Fail<ulong?>(argument, $"--seed is a whole number from 0 to {ulong.MaxValue}; '{Text(argument)}' is not"),
    };

    /// <summary>A flag with the name of a folder.</summary>
    public static Option<string?> Folder(string name, string description, params string[] aliases) => new(name, aliases)
    {
        Description = description,
        HelpName = "DIR",
        CustomParser = argument => Text(argument) is { Length: > 0 } folder && !folder.Contains('\0', StringComparison.Ordinal)
            ? folder
            : Fail<string?>(argument, $"{name} is the name of a folder; '{Text(argument)}' is none"),
    };

    /// <summary>What is set from outside.</summary>
    public static Option<string[]> Settings() => new("--set")
    {
        Description = "Sets a parameter or a key of the scenario, with its unit: flights=4, places.bridge.lanes=2. May be given several "
            + "times.",
        HelpName = "KEY=VALUE",
    };

    /// <summary>A flag that is there or not.</summary>
    public static Option<bool> Switch(string name, string description, params string[] aliases) =>
        new(name, aliases) { Description = description };

    /// <summary>A whole number of at least 1; null, with what is wrong, where the text is none.</summary>
    public static int? ParseCount(string name, int most, string text, out string error)
    {
        error = $"{name} is a whole number from 1 to {most}; '{text}' is not";
        return int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var count) && count >= 1 && count <= most
            ? count
            : null;
    }

    private static string Text(ArgumentResult argument) => argument.Tokens.Count > 0 ? argument.Tokens[0].Value : "";

    private static T? Fail<T>(ArgumentResult argument, string error)
    {
        argument.AddError(error);
        return default;
    }
}
