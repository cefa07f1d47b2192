namespace SupplySim.Rules;

internal static partial class ScenarioRules
{
    private const int LongestId = 64;

    private static bool IsId(string? id) =>
        id is { Length: > 0 and <= LongestId } && char.IsAsciiLetterLower(id[0])
        && id.All(c => char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c) || c == '-');

    private sealed partial class Review
    {
        /// <summary>The path of an entry. A key that could be mistaken for several stands in brackets.</summary>
        public static string Key(string path, string? key) => IsId(key) ? $"{path}.{key}" : $"{path}[{key}]";

        /// <summary>Checks that a name is one that can be written everywhere.</summary>
        public void CheckId(string path, string? id)
        {
            if (IsId(id)) return;
            if (id is { Length: > LongestId })
                Add(path, $"an id of {id.Length} characters; at most {LongestId} are allowed");
            else
                Add(path, $"'{id}' is no id: allowed are lower-case letters, digits and hyphens, beginning with a letter",
                    Suggestion(id));
        }

        /// <summary>Checks that no name comes twice.</summary>
        public void CheckNames<T>(string path, ByName<T> named)
        {
            for (var i = 0; i < named.Count; i++)
            {
                var name = named[i].Name;
                CheckId(Key(path, name), name);
                if (named.Take(i).Any(earlier => earlier.Name == name)) Add(Key(path, name), $"'{name}' is given twice");
            }
        }

        private static InvariantText? Suggestion(string? id)
        {
            var plain = string.Concat((id ?? "").ToLowerInvariant().Select(c => c is ' ' or '_' or '.' ? '-' : c));
            return IsId(plain) ? (InvariantText)$"write '{plain}'; a name for people goes into 'name'" : null;
        }
    }

    /// <summary>The ids of one section as they come by.</summary>
    private sealed class Section(Review review, string key, params ReadOnlySpan<string> reserved)
    {
        private readonly HashSet<string> _seen = new(StringComparer.Ordinal);
        private readonly string[] _reserved = reserved.ToArray();

        /// <summary>Checks the id of the next record, and returns the record's path.</summary>
        public string Enter(string? id)
        {
            var path = Review.Key(key, id);
            review.CheckId(path, id);
            if (id is null) return path;
            if (_reserved.Contains(id))
                review.Add(path, $"'{id}' cannot be an id here: it has a meaning of its own", $"choose another id");
            if (!_seen.
                Add(id)) review.Add(ProblemKind.Twice, path, $"the id '{id}' is used twice in '{key}'", $"give one of them another id");
            return path;
        }
    }
}
