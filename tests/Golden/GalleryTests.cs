namespace SupplySim.Golden;

public class GalleryTests
{
    private static readonly string Examples = Path.Combine(DataFolder.Checkout(), "examples");

    public static TheoryData<string> Folders() => [.. Directory.GetDirectories(Examples).Select(f => Path.GetFileName(f)!).Order(StringComparer.Ordinal)];

    [Theory, MemberData(nameof(Folders))]
    public void Every_example_has_a_readme_and_stands_in_the_gallery(string folder)
    {
        File.Exists(Path.Combine(Examples, folder, "README.md")).Should().BeTrue();
        File.ReadAllText(Path.Combine(Examples, "README.md")).Should().Contain($"({folder}/)");
    }
}
