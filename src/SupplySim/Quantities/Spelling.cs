namespace SupplySim.Quantities;

/// <summary>How far apart two words are.</summary>
internal static class Spelling
{
    /// <summary>What there is in place of a word that names nothing: the nearest, else all of them, as far as they can be listed.</summary>
    /// <param name="word">As written.</param>
    /// <param name="candidates">What it could have been.</param>
    public static string Instead(string word, IReadOnlyList<string> candidates)
    {
        const int mostShown = 8, mostCompared = 10_000;
        var near = candidates.Take(mostCompared).Where(one => Math.Abs(one.Length - word.Length) <= Allowed(word))
            .MinBy(one => Distance(word, one));
        return near is not null && Distance(word, near) <= Allowed(word) ? $"did you mean '{near}'?"
            : candidates.Count == 0 ? "there are none"
            : $"there {(candidates.Count == 1 ? "is" : "are")} {string.Join(", ", candidates.Take(mostShown))}{(candidates.Count > mostShown ? ", ..." : "")}";
    }

    // Two letters that changed places count as two slips, and nobody swaps letters in a word of three.
    private static int Allowed(string word) => word.Length < 4 ? 1 : Math.Max(2, word.Length / 3);

    /// <summary>The least number of letters to insert, drop or replace to make one of the other, case apart.</summary>
    public static int Distance(string a, string b)
    {
        var row = new int[b.Length + 1];
        for (var j = 0; j <= b.Length; j++) row[j] = j;
        for (var i = 1; i <= a.Length; i++)
        {
            var diagonal = row[0];
            row[0] = i;
            for (var j = 1; j <= b.Length; j++)
            {
                var replaced = diagonal + (char.ToLowerInvariant(a[i - 1]) == char.ToLowerInvariant(b[j - 1]) ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.Min(replaced, Math.Min(row[j - 1], row[j]) + 1);
            }
        }
        return row[b.Length];
    }
}
