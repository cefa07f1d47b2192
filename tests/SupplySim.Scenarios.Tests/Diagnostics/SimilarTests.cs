using SupplySim.Scenarios.Diagnostics;

namespace SupplySim.Scenarios.Tests.Diagnostics;

public class SimilarTests
{
    [Theory]
    [InlineData("lanse", "lanes")]
    [InlineData("Lanes", "lanes")]
    [InlineData("lane", "lanes")]
    [InlineData("houres", "hours")]
    [InlineData("inspektion", "inspection")]
    [InlineData("xyz", null)]
    [InlineData("", null)]
    public void The_nearest_word_within_one_slip_in_three_letters_is_suggested(string written, string? meant)
    {
        Similar.To(written, ["hours", "lanes", "inspection", "at"]).Should().Be(meant);
    }

    [Fact]
    public void Of_equally_near_words_the_first_is_suggested() =>
        Similar.To("cat", ["bat", "rat", "cut"]).Should().Be("bat");
}
