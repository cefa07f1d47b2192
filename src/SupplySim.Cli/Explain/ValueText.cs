namespace SupplySim.Cli.Explain;

/// <summary>What a kind of value is that stands behind keys: an amount with its unit, a moment, a condition.</summary>
/// <param name="Name">For example <c>moment</c>.</param>
/// <param name="Others">Other words for it.</param>
/// <param name="Text">How it is written, and what it says.</param>
/// <param name="Examples">Lines of a scenario file.</param>
internal sealed record ValueText(string Name, IReadOnlyList<string> Others, string Text, IReadOnlyList<string> Examples)
{
    /// <summary>The one of this name, or of which it is another word, also a unit such as <c>km</c> or
    /// <c>kg/d</c>; null where there is none.</summary>
    public static ValueText? Of(string word) =>
        All().FirstOrDefault(one => one.Name == word) ?? All().FirstOrDefault(one => one.Others.Contains(word))
            ?? (IsUnit(word) ? All()[0] : null);

    /// <summary>All of them, in the order of the page, units first.</summary>
    public static IReadOnlyList<ValueText> All()
    {
        var (all, name, text, examples) = (new List<ValueText>(), "", "", new List<string>());
        foreach (var line in Pages.Lines("values.md").Append("## "))
            if (line.StartsWith("## ", StringComparison.Ordinal))
            {
                if (name.Length > 0)
                    all.Add(new(name.Split(':')[0], name.Split(':')[1].Split(',', StringSplitOptions.TrimEntries), text.Trim(), examples));
                (name, text, examples) = (line[3..], "", []);
            }
            else if (name.Length == 0) continue;
            else if (line.StartsWith("    ", StringComparison.Ordinal)) examples.Add(line.Trim());
            else text += line + " ";
        return all;
    }

    // The page of keys lists the units.
    private static bool IsUnit(string word)
    {
        var known = Pages.Lines("keys.md").First(line => line.StartsWith("Units: ", StringComparison.Ordinal)).Split('`')
            .Where((_, i) => i % 2 == 1).ToHashSet();
        return word.Split('/') is var parts
            && (known.Contains(word) || parts is ["", var per] && known.Contains(per) || parts is [var over, var by] && known.Contains(over)
                && known.Contains(by));
    }
}
