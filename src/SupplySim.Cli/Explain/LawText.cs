namespace SupplySim.Cli.Explain;

/// <summary>What a law of chance means that may stand in place of a value.</summary>
/// <param name="Name">For example <c>lognormal</c>.</param>
/// <param name="Forms">How it is written, as the page of keys has it.</param>
/// <param name="Text">What it says, and for what it is used.</param>
/// <param name="Examples">Lines of a scenario file.</param>
internal sealed record LawText(string Name, IReadOnlyList<string> Forms, string Text, IReadOnlyList<string> Examples)
{
    /// <summary>The law of this name; null where there is none.</summary>
    public static LawText? Of(string name) => All().FirstOrDefault(law => law.Name == name);

    /// <summary>All of them, in the order of the page.</summary>
    public static IReadOnlyList<LawText> All()
    {
        var (all, name, forms, text, examples) = (new List<LawText>(), "", new List<string>(), "", new List<string>());
        foreach (var line in Pages.Lines("laws.md").Append("## "))
            if (line.StartsWith("## ", StringComparison.Ordinal))
            {
                if (name.Length > 0) all.Add(new(name, forms, text.Trim(), examples));
                (name, forms, text, examples) = (line[3..], [], "", []);
            }
            else if (name.Length == 0) continue;
            else if (line.StartsWith("    ", StringComparison.Ordinal)) examples.Add(line.Trim());
            else if (line is ['`', .. var form, '`']) forms.Add(form);
            else text += line + " ";
        return all;
    }
}
