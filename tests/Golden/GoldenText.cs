using SupplySim.Testing;

namespace SupplySim.Golden;

/// <summary>Texts that a run must yield again, each in a <c>.txt</c> file beside the tests.</summary>
/// <remarks>A change that is meant is accepted by running the tests once with <c>UPDATE_GOLDEN=1</c>, which rewrites the
/// files; the difference is then read and committed with the change that made it.</remarks>
internal static class GoldenText
{
    /// <summary>Holds a text to the file of that name.</summary>
    /// <param name="name">The file's name without <c>.txt</c>.</param>
    /// <param name="actual">The text; lines end in line feeds.</param>
    public static void Compare(string name, string actual)
    {
        var path = Path.Combine(DataFolder.Checkout(), "tests", "Golden", name + ".txt");
        if (Environment.GetEnvironmentVariable("UPDATE_GOLDEN") == "1")
        {
            File.WriteAllText(path, actual);
            return;
        }
        File.Exists(path).Should().BeTrue($"'{name}.txt' must be there; UPDATE_GOLDEN=1 writes it");
        var expected = File.ReadAllText(path).ReplaceLineEndings("\n");
        actual.Should().Be(expected, "'{0}.txt' says so; if the change is meant, run once with UPDATE_GOLDEN=1", name);
    }
}
