using System.Collections.Immutable;
using System.CommandLine;
using SupplySim.Scenarios.Diagnostics;

namespace SupplySim.Cli.Commands;

/// <summary>The flags of <c>rank</c>, and of <c>helps</c> and <c>sweep</c>, which are judged by the same measure. What they say is set in
/// the scenario, so that it is read, checked and shown like what stands in the file.</summary>
internal sealed class RankFlags
{
    private const string Setting = "--set experiment.rank.";

    private readonly CommonFlags _common;
    private readonly Option<string?>[] _own;

    private RankFlags(string runs, params Option<string?>[] own) => (_common, _own) = (new(runs), own);

    public static RankFlags OfRank() => new(
        "Runs with each closed. Default: the scenario's.",
        Text("--what", "KINDS",
            "What is shut in turn: some of places, routes and ends, as places,routes. Ends are camps and forces that feed nobody else, and "
                + "the place that all comes from: to shut them starves by itself whom they feed, so places are without them. Default: the "
                + "scenario's, else places,routes."),
        Text("--shut-for", "TIME", "How long, with its unit: 14 d. Default: the scenario's, else 14 d."),
        Text("--at", "MOMENT", "From when: day 20, 2017-11-05. Default: the scenario's, else the start."),
        Text("--by", "MEASURE", "The measure that ranks. Default: the scenario's, else what people go without."));

    public static RankFlags OfHelps() => new(
        "Runs with each lifted. Default: the scenario's.",
        Text("--by", "MEASURE", "The measure that judges. Default: the one that the scenario ranks by, else what people go without."));

    public static RankFlags OfSweep() => new(
        "Runs of each point. Default: the scenario's.",
        Text("--by", "MEASURE", "The measure that judges. Default: the one that the scenario ranks by, else what people go without."));

    /// <summary>Gives a command these flags, and others before them.</summary>
    public void AddTo(Command command, params Option[] others) => _common.AddTo(command, [.. others, .. _own]);

    /// <summary>What a command line asks for.</summary>
    public RunRequest Read(ParseResult parsed)
    {
        var request = _common.Read(parsed);
        var settings = _own.Select(flag => (Key: flag.Name[2..], Value: parsed.GetValue(flag))).Where(one => one.Value is not null)
            .Select(one => $"experiment.rank.{one.Key}={(one.Key == "what" ? $"[{one.Value}]" : one.Value)}");
        return request with { Settings = [.. request.Settings, .. settings] };
    }

    /// <summary>What is wrong with a setting that such a flag became, shown in the flag as it was typed; anything else as it is.</summary>
    public static Diagnostic AsTyped(Diagnostic diagnostic)
    {
        if (diagnostic.Place is not { } place || !place.LineText.StartsWith(Setting, StringComparison.Ordinal)
            || place.LineText.IndexOf('=', StringComparison.Ordinal) is not (> 0 and var equals)) return diagnostic;
        var flag = $"--{place.LineText[Setting.Length..equals]} ";
        var (value, bracket) = (place.LineText[(equals + 1)..],
            place.LineText.Length > equals + 1 && place.LineText[equals + 1] == '[' ? 1 : 0);
        var typed = flag + (bracket > 0 ? value.Trim('[', ']') : value);
        var column = Math.Max(1, place.Column - (equals + 1 + bracket) + flag.Length);
        return diagnostic with { Place = place with { LineText = typed, Column = column,
            Length = Math.Min(place.Length, Math.Max(1, typed.Length - column + 1)) } };
    }

    private static Option<string?> Text(string name, string value, string description) =>
        new(name) { Description = description, HelpName = value };
}
