using System.Text;

namespace SupplySim.Scenarios.Vocabulary;

/// <summary>How names of the model are written in scenario files.</summary>
internal static class Kebab
{
    /// <summary><c>WarnBelow</c> becomes <c>warn-below</c>.</summary>
    public static string Case(string name)
    {
        var kebab = new StringBuilder();
        foreach (var c in name)
        {
            if (char.IsAsciiLetterUpper(c) && kebab.Length > 0) kebab.Append('-');
            kebab.Append(char.ToLowerInvariant(c));
        }
        return kebab.ToString();
    }
}
