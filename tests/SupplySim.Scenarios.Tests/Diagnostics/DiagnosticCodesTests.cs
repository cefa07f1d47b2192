using SupplySim.Scenarios.Diagnostics;

namespace SupplySim.Scenarios.Tests.Diagnostics;

public class DiagnosticCodesTests
{
    [Fact]
    public void Codes_are_unique_in_order_and_have_a_title()
    {
        DiagnosticCodes.All.Should().NotBeEmpty();
        DiagnosticCodes.All.Select(c => c.Id).Should().OnlyHaveUniqueItems()
            .And.BeInAscendingOrder(StringComparer.Ordinal)
            .And.OnlyContain(id => System.Text.RegularExpressions.Regex.IsMatch(id, "^SS[0-9]{4}$"));
        DiagnosticCodes.All.Select(c => c.Title).Should().OnlyHaveUniqueItems().And.NotContain("");
    }
}
