namespace SupplySim.Cli.Explain;

/// <summary>A paragraph in lines of at most a number of characters, broken at spaces; a longer word stands alone.</summary>
internal static class WordWrap
{
    public static IEnumerable<string> Lines(string text, int width)
    {
        var line = "";
        foreach (var word in text.Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            if (line.Length > 0 && line.Length + 1 + word.Length > width)
            {
                yield return line;
                line = "";
            }
            line = line.Length == 0 ? word : $"{line} {word}";
        }
        yield return line;
    }
}
