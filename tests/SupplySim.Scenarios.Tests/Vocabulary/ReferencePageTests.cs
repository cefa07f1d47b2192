using SupplySim.Testing;

namespace SupplySim.Scenarios.Tests.Vocabulary;

public class ReferencePageTests
{
    private static readonly string Page = Path.Combine(DataFolder.Checkout(), "examples", "REFERENCE.md");

    [Fact]
    public void The_page_of_all_keys_is_what_the_program_knows()
    {
        var written = ReferencePage.Write();
        if (Environment.GetEnvironmentVariable("UPDATE_GOLDEN") == "1") File.WriteAllText(Page, written);
        else written.Should().Be(File.ReadAllText(Page).ReplaceLineEndings("\n"), "UPDATE_GOLDEN=1 writes it anew");
    }
}
