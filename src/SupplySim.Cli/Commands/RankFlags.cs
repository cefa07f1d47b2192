using System.Collections.Immutable;
using System.CommandLine;
using SupplySim.Scenarios.Diagnostics;

namespace SupplySim.Cli.Commands;

/// <summary>The flags of <c>rank</c>. What they say of the ranking is set in the scenario, so that it is read, checked and shown like
/// what stands in the file.</summary>
internal sealed class RankFlags
{
    private const string Setting = "--set experiment.rank.";

    private readonly CommonFlags _common = new("Runs with each closed. Default: the scenario's.");
    private readonly Option<string?> _what = Text("--what", "KINDS", "What is shut in turn: places, routes, or places,routes. Default: the scenario's, else both.");
    private readonly Option<string?> _shutFor = Text("--shut-for", "TIME", "How long, with its unit: 14 d. Default: the scenario's, else 14 d.");
    private readonly Option<string?> _at = Text("--at", "MOMENT", "From when: day 20, 2017-11-05. Default: the scenario's, else the start.");
    private readonly Option<string?> _by = Text("--by", "MEASURE", "The measure that ranks. Default: the scenario's, else what people go without.");

    /// <summary>Gives a command these flags.</summary>
    public void AddTo(Command command) => _common.AddTo(command, _what, _shutFor, _at, _by);

    /// <summary>What a command line asks for.</summary>
    public RunRequest Read(ParseResult parsed)
    {
        var request = _common.Read(parsed);
        var what = parsed.GetValue(_what) is { } kinds ? $"[{kinds}]" : null;
        var settings = new[] { ("what", what), ("shut-for", parsed.GetValue(_shutFor)), ("at", parsed.GetValue(_at)), ("by", parsed.GetValue(_by)) };
        return request with
        {
            Settings = [.. request.Settings, .. settings.Where(one => one.Item2 is not null).Select(one => $"experiment.rank.{one.Item1}={one.Item2}")],
        };
    }

    /// <summary>What is wrong with a setting that such a flag became, shown in the flag as it was typed; anything else as it is.</summary>
    public static Diagnostic AsTyped(Diagnostic diagnostic)
    {
        if (diagnostic.Place is not { } place || !place.LineText.StartsWith(Setting, StringComparison.Ordinal) || place.LineText.IndexOf('=', StringComparison.Ordinal) is not (> 0 and var equals)) return diagnostic;
        var flag = $"--{place.LineText[Setting.Length..equals]} ";
        var (value, bracket) = (place.LineText[(equals + 1)..], place.LineText.Length > equals + 1 && place.LineText[equals + 1] == '[' ? 1 : 0);
        var typed = flag + (bracket > 0 ? value.Trim('[', ']') : value);
        var column = Math.Max(1, place.Column - (equals + 1 + bracket) + flag.Length);
        return diagnostic with { Place = place with { LineText = typed, Column = column, Length = Math.Min(place.Length, Math.Max(1, typed.Length - column + 1)) } };
    }

    private static Option<string?> Text(string name, string value, string description) => new(name) { Description = description, HelpName = value };
}
