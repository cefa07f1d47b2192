using System.Collections.Immutable;
using System.CommandLine;

namespace SupplySim.Cli.Commands;

/// <summary>The flags of <c>rank</c>. What they say of the ranking is set in the scenario, so that it is read, checked and shown like
/// what stands in the file.</summary>
internal sealed class RankFlags
{
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

    private static Option<string?> Text(string name, string value, string description) => new(name) { Description = description, HelpName = value };
}
