using System.Collections.Immutable;
using System.Text.RegularExpressions;
using SupplySim.Experiments;

namespace SupplySim.Results.Comparing;

/// <summary>Where in a scenario file something stands that two scenarios say otherwise:
/// <c>places.raqqa-force.needs.ammunition</c> where the scenario taken apart has
/// <c>places.raqqa-force.needs.ammunition.steps.0.rate.rate</c>.</summary>
/// <remarks>A part of what is one value in the file stands in brackets behind its key:
/// <c>disruptions.shelling.while (distance)</c>. Pure.</remarks>
/// <param name="one">The lines of the first scenario.</param>
/// <param name="other">The lines of the other.</param>
internal sealed class FileKeys(IEnumerable<ScenarioLine> one, IEnumerable<ScenarioLine> other)
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(1);

    // What the file writes as one value: conditions, points of a way, ranges.
    private static readonly (Regex Parts, string Key)[] Rules =
    [
        (Rule(@"^compare(?=\.|$)"), "experiment.compare"),
        (Rule(@"\.steps(?=\[|\.|$)"), ""),
        (Rule(@"\.rate\.rate$"), ".rate"),
        (Rule(@"\.rate\.is-random$"), ".rate (whether drawn)"),
        (Rule(@"\.arrivals\.is-random$"), ".arrivals (whether drawn)"),
        (Rule(@"(?<=\.(arrivals|needs\.[^.\[]+))\.rate(?=$| )"), ""),
        (Rule(@"\.size\.(?<part>least|greatest)$"), ".size (${part})"),
        (Rule(@"(?<=\.along\[\d+\])\.(point|place)$"), ""),
        (Rule(@"\.(?<key>while|when|until|after|down-while)\.(.+\.)?(?<part>[^.]+)$"), ".${key} (${part})"),
    ];

    // Lists of one thing, which the file may write without brackets.
    private readonly ImmutableHashSet<string> _alone = [.. Alone(one).Intersect(Alone(other))];

    /// <summary>The key.</summary>
    public string Of(string path)
    {
        var parts = path.Split('.');
        var key = parts[0];
        for (var i = 1; i < parts.Length; i++)
        {
            var isNumber = parts[i].All(char.IsAsciiDigit);
            if (!isNumber) key += "." + parts[i];
            else if (!_alone.Contains(string.Join('.', parts[..i]))) key += $"[{parts[i]}]";
        }
        foreach (var (rule, written) in Rules) key = rule.Replace(key, written);
        return key;
    }

    private static IEnumerable<string> Alone(IEnumerable<ScenarioLine> lines) =>
        lines.Where(line => line.Value == "[0]").Select(line => line.Path);

    private static Regex Rule(string parts) => new(parts, RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, Patience);
}
