using System.Text.RegularExpressions;
using CsCheck;
using SupplySim.Results.Tests.Fixture;

namespace SupplySim.Results.Tests.Pages;

/// <summary>Whatever stands in a scenario, the page is made of the same few elements and attributes.</summary>
public sealed partial class ReportSafetyTests
{
    private static readonly string[] Nasty =
    [
        "<script>alert(1)</script>", "\"><img src=x onerror=alert(1)>", "'><svg/onload=alert(1)>", "</title></style><script>",
        "]]>", "<!--", "-->", "&lt;b&gt;", "&#60;b&#62;", "javascript:alert(1)", "{{7*7}}", "${x}", "\0", "\u202E", "\u2028", "\ud800",
        "=HYPERLINK(\"http://x\")", "`", "</data>", " style=x", "\r\n\r\n<b>",
    ];

    private static readonly HashSet<string> Elements = Names(SmallExperiment.Result, "contested").Elements;
    private static readonly HashSet<string> Attributes = Names(SmallExperiment.Result, "contested").Attributes;

    [Fact]
    public void No_text_of_a_scenario_becomes_markup() =>
        Gen.Select(Gen.Int[0, Nasty.Length - 1], Gen.Int[0, Nasty.Length - 1], Gen.String[0, 12]).Sample((first, second, noise) =>
        {
            var (one, other) = (Nasty[first], Nasty[second]);
            var page = Names(SmallExperiment.Saying(text => one + text + noise + other), one + other);

            page.Elements.Should().BeSubsetOf(Elements);
            page.Attributes.Should().BeSubsetOf(Attributes);
        }, iter: 200);

    [Theory]
    [MemberData(nameof(Words))]
    public void Each_nasty_word_by_itself_is_harmless(string word)
    {
        var page = Names(SmallExperiment.Saying(_ => word), word);

        page.Elements.Should().BeSubsetOf(Elements);
        page.Attributes.Should().BeSubsetOf(Attributes);
    }

    public static TheoryData<string> Words => new(Nasty.Where(word => !word.Contains('\ud800') && !word.Contains('\0')));

    /// <summary>The names of all elements and attributes of the report, read as a browser does: tag by tag.</summary>
    private static (HashSet<string> Elements, HashSet<string> Attributes) Names(Experiments.ExperimentResult result, string fileName)
    {
        var page = Report.Of(result, new ScenarioSource(fileName, "title: x") { Settings = [fileName + "=1"] })
            .Replace($"<script>{Results.Pages.Document.Script}</script>", "", StringComparison.Ordinal);
        var (elements, attributes) = (new HashSet<string>(), new HashSet<string>());
        foreach (Match tag in Tag().Matches(page))
        {
            elements.Add(tag.Groups["name"].Value);
            foreach (Capture attribute in tag.Groups["attribute"].Captures) attributes.Add(attribute.Value);
        }
        Tag().Replace(page, "").Should().NotContain("<", "every < on the page opens an element that is understood");
        return (elements, attributes);
    }

    [GeneratedRegex("""</?(?<name>!DOCTYPE html|[a-zA-Z][a-zA-Z0-9]*)(\s+(?<attribute>[a-zA-Z-]+)(="[^"<>]*")?)*\s*/?>""")]
    private static partial Regex Tag();
}
