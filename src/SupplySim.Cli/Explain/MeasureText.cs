using System.Text.RegularExpressions;

namespace SupplySim.Cli.Explain;

/// <summary>What can be measured: a word behind <c>is</c> in a measure.</summary>
/// <param name="Word">For example <c>stock / need</c>.</param>
/// <param name="Unit">Of its values, such as <c>d</c>.</param>
/// <param name="Text">What it says, and how it is put together over time and over places.</param>
internal sealed record MeasureText(string Word, string Unit, string Text)
{
    private static readonly Regex Line = new(@"^- `(?<word>[^`]+)` \[(?<unit>[^\]]+)\] (?<text>.+)$", RegexOptions.CultureInvariant,
        TimeSpan.FromSeconds(1));

    /// <summary>All of them, in the order of the page of keys.</summary>
    public static IReadOnlyList<MeasureText> All() =>
    [
        .. Pages.Lines("keys.md").SkipWhile(line => line != "## What is measured: `is`").Skip(1)
            .TakeWhile(line => !line.StartsWith("## ", StringComparison.Ordinal))
            .Select(line => Line.Match(line)).Where(match => match.Success)
            .Select(match => new MeasureText(match.Groups["word"].Value, match.Groups["unit"].Value, match.Groups["text"].Value)),
    ];

    /// <summary>The one that is written so, with spaces around a bar or without; null where there is none.</summary>
    public static MeasureText? Of(string word) => All().FirstOrDefault(one => Bare(one.Word) == Bare(word));

    /// <summary>A line of an example that uses it, and the file; null where none does.</summary>
    public (string File, string Line)? Example() =>
        Pages.Examples().Select(file =>
            (File: file["examples/".Length..], Line: Pages.Lines(file).FirstOrDefault(IsUsed)?.Split(" #")[0].Trim()))
            .FirstOrDefault(one => one.Line is not null) is (var file, { } line) ? (file, line) : null;

    /// <summary>How it is written, where no example uses it: a line of the page of what is rare; null where it is not there.</summary>
    public string? Rare() => Pages.Lines("rare.supply.yaml").FirstOrDefault(IsUsed)?.Trim();

    // The word ends there: `delivered` is not `delivered / sent`.
    private bool IsUsed(string line) =>
        Regex.IsMatch(line, $"^[^#]*\\bis: {Regex.Escape(Word)} *([,}}#]|$)", RegexOptions.CultureInvariant, TimeSpan.FromSeconds(1));

    private static string Bare(string word) =>
        word.Replace(" /", "/", StringComparison.Ordinal).Replace("/ ", "/", StringComparison.Ordinal);
}
