using SupplySim.Results.Text;

namespace SupplySim.Results.Tests.Text;

public class WordsTests
{
    [Theory]
    [InlineData(5 / 60.0, "8.3 %"), InlineData(1, "100 %"), InlineData(0, "0 %"), InlineData(0.005, "0.5 %"),
        InlineData(29 / 30.0, "96.7 %")]
    [InlineData(0.0001, "0.01 %"), InlineData(0.9999, "99.99 %")]
    public void A_share_of_runs_is_told_to_a_tenth_and_none_and_all_are_exact(double share, string told) =>
        Words.PercentOfRuns(share).Should().Be(told);
}
