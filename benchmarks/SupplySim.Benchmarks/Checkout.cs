namespace SupplySim.Benchmarks;

/// <summary>The checkout that the program was built in.</summary>
internal static class Checkout
{
    public static string Root
    {
        get
        {
            var folder = new DirectoryInfo(AppContext.BaseDirectory);
            while (!File.Exists(Path.Combine(folder.FullName, "SupplySim.sln")))
                folder = folder.Parent
                    ?? throw new InvalidOperationException("run this from a checkout: SupplySim.sln is in no folder above");
            return folder.FullName;
        }
    }
}
