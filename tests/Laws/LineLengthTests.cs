using SupplySim.Testing;

namespace SupplySim.Laws;

/// <summary>Code is read beside other code, and in a browser.</summary>
public class LineLengthTests
{
    private const string RawString = "\"\"\"";

    // As .editorconfig has it.
    private const int Most = 140;

    /// <summary>Where a line is longer, it holds a text that would be harder to read if it were cut.</summary>
    [Fact]
    public void No_line_of_code_is_longer_than_140_characters_but_for_a_text_in_it() =>
        AllCode().SelectMany(file => Overlong(File.ReadAllLines(file)).Select(line => $"{file}:{line}")).Should().BeEmpty();

    [Fact]
    public void All_code_is_looked_at() => AllCode().Should().HaveCountGreaterThan(1_000);

    [Fact]
    public void A_line_that_is_too_long_is_found_and_a_text_is_not() =>
        Overlong([$"var x = {new string('y', Most)};", $"Print(\"{new string('y', Most)}\");", RawString, new string('y', Most + 1), RawString])
            .Should().Equal(1);

    private static IEnumerable<string> AllCode() =>
        from folder in (string[])["src", "tests", "benchmarks", "examples"]
        from file in Directory.EnumerateFiles(Path.Combine(DataFolder.Checkout(), folder), "*.cs", SearchOption.AllDirectories)
        where !file.Split(Path.DirectorySeparatorChar).Any(part => part is "obj" or "bin")
        select file;

    private static IEnumerable<int> Overlong(string[] lines)
    {
        var isInText = false;
        for (var i = 0; i < lines.Length; i++)
        {
            if (lines[i].Split(RawString).Length % 2 == 0) isInText = !isInText;
            else if (lines[i].Length > Most && !isInText && !lines[i].Contains('"')) yield return i + 1;
        }
    }
}
