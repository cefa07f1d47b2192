using System.Text.RegularExpressions;
using System.Xml.Linq;
using SupplySim.Scenarios.Vocabulary;

namespace SupplySim.Scenarios.Tests.Vocabulary;

/// <summary>What keys and blocks mean, as the properties and records behind them say of themselves: no word
/// of it is written a second time.</summary>
internal static partial class Meanings
{
    private static readonly Dictionary<string, XElement> Documented = XDocument
        .Load(Path.Combine(AppContext.BaseDirectory, "SupplySim.xml")).Descendants("member")
        .ToDictionary(member => member.Attribute("name")!.Value, member => member.Element("summary") ?? new XElement("summary"));

    /// <summary>What a member of the model says; empty where it says nothing.</summary>
    /// <param name="member">As the documentation names it, <c>T:SupplySim.Camp</c>.</param>
    public static string Of(string member) => Documented.TryGetValue(member, out var said) ? Text(said) : "";

    public static string Of(IShape shape) => Of($"T:{shape.Type.FullName}");

    public static string Of(Key key) =>
        key.Property is { } property ? $"{Of($"P:{property.DeclaringType!.FullName}.{property.Name}")} {WordsOf(key.Kind)}".TrimEnd() : "";

    // Of one of a few words what each means, where the model says it.
    private static string WordsOf(IKind kind) => kind.Form is Form.Words { Allowed: var words }
        && kind.GetType().GenericTypeArguments is [{ IsEnum: true } type] && type != typeof(MeasureKind)
        && !words.Except(Enum.GetNames(type).Select(Kebab.Case)).Any()
        ? string.Join(' ', Enum.GetNames(type).Where(name => words.Contains(Kebab.Case(name)))
            .Select(name => (Word: Kebab.Case(name), Text: Of($"F:{type.FullName}.{name}")))
            .Where(word => word.Text.Length > 0).Select(word => $"`{word.Word}`: {char.ToLowerInvariant(word.Text[0])}{word.Text[1..]}"))
        : "";

    // With the names of other properties as keys.
    private static string Text(XElement summary)
    {
        var text = string.Concat(summary.Nodes().Select(node => node switch
        {
            XElement { Name.LocalName: "c" } code => $"`{code.Value}`",
            XElement { Name.LocalName: "see" or "paramref" } see => $"`{Kebab.Case(LastName(see))}`",
            XElement other => other.Value,
            _ => node.ToString(),
        }));
        return Spaces().Replace(System.Net.WebUtility.HtmlDecode(text), " ").Trim();
    }

    private static string LastName(XElement see) =>
        (see.Attribute("cref") ?? see.Attribute("langword") ?? see.Attribute("name"))!.Value.Split('.', ':')[^1];

    [GeneratedRegex(@"\s+")]
    private static partial Regex Spaces();
}
