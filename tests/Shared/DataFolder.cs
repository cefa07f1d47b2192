namespace SupplySim.Testing;

/// <summary>Finds the published data that tests compare against.</summary>
/// <remarks>Looks in <c>$SUPPLYSIM_DATA</c>, then in <c>../shared/data</c> beside the checkout. A test that needs a
/// missing file is skipped with the reason, never passed.</remarks>
internal static class DataFolder
{
    public static string Find(string relativePath)
    {
        foreach (var root in Roots())
        {
            var path = Path.Combine(root, relativePath);
            if (File.Exists(path)) return path;
        }
        Assert.Skip($"'{relativePath}' is not in $SUPPLYSIM_DATA nor in ../shared/data");
        throw new InvalidOperationException("unreachable");
    }

    /// <summary>The root of the checkout: the folder that holds SupplySim.sln.</summary>
    public static string Checkout()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
            if (File.Exists(Path.Combine(folder.FullName, "SupplySim.sln"))) return folder.FullName;
        throw new InvalidOperationException("SupplySim.sln is in no folder above the tests");
    }

    private static IEnumerable<string> Roots()
    {
        if (Environment.GetEnvironmentVariable("SUPPLYSIM_DATA") is { Length: > 0 } named) yield return named;
        yield return Path.Combine(Checkout(), "..", "shared", "data");
    }
}
