using SupplySim.Testing;

namespace SupplySim.Results.Tests.Fixture;

/// <summary>Texts kept in the tree to be compared with; <c>UPDATE_GOLDEN=1</c> rewrites them.</summary>
internal static class Golden
{
    public static void Matches(string name, string actual)
    {
        var path = Path.Combine(DataFolder.Checkout(), "tests", "SupplySim.Results.Tests", "Golden", name);
        if (Environment.GetEnvironmentVariable("UPDATE_GOLDEN") == "1") File.WriteAllText(path, actual);
        actual.Should().Be(File.ReadAllText(path), "it should equal {0}; UPDATE_GOLDEN=1 rewrites that file", name);
    }
}
