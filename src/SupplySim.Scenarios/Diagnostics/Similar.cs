namespace SupplySim.Scenarios.Diagnostics;

/// <summary>Finds the word that was probably meant.</summary>
internal static class Similar
{
    private const int LongestWord = 64;
    private const int MostCandidates = 5000;

    /// <summary>The candidate nearest to the word, or null where none is near; of equally near ones the
    /// first.</summary>
    /// <remarks>Near: one slip in three letters at most, where a slip is a letter too many, too few, another one, or
    /// two neighbours swapped. Only the first few thousand candidates are looked at, so that no file can make this
    /// slow.</remarks>
    public static string? To(string word, IEnumerable<string> candidates)
    {
        if (word.Length > LongestWord) return null;
        var allowed = Math.Max(1, word.Length / 3);
        string? nearest = null;
        foreach (var candidate in candidates.Take(MostCandidates))
        {
            if (Math.Abs(candidate.Length - word.Length) > allowed) continue;
            var slips = Slips(word, candidate);
            if (slips > allowed) continue;
            (nearest, allowed) = (candidate, slips - 1);
        }
        return nearest;
    }

    /// <summary>The slips between two words, upper and lower case counting as the same.</summary>
    private static int Slips(string a, string b)
    {
        var (before, previous, row) = (new int[b.Length + 1], new int[b.Length + 1], new int[b.Length + 1]);
        for (var j = 0; j <= b.Length; j++) previous[j] = j;
        for (var i = 1; i <= a.Length; i++)
        {
            row[0] = i;
            for (var j = 1; j <= b.Length; j++)
            {
                var other = Same(a[i - 1], b[j - 1]) ? 0 : 1;
                row[j] = Math.Min(previous[j - 1] + other, Math.Min(previous[j], row[j - 1]) + 1);
                if (i > 1 && j > 1 && Same(a[i - 1], b[j - 2]) && Same(a[i - 2], b[j - 1]))
                    row[j] = Math.Min(row[j], before[j - 2] + 1);
            }
            (before, previous, row) = (previous, row, before);
        }
        return previous[b.Length];
    }

    private static bool Same(char a, char b) => char.ToLowerInvariant(a) == char.ToLowerInvariant(b);
}
