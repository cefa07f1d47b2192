using SupplySim.Disruptions;
using SupplySim.Quantities;
using SupplySim.Results.Tests.Fixture;
using SupplySim.Results.Text;

namespace SupplySim.Results.Tests.Text;

public sealed class NamesTests
{
    [Theory]
    [InlineData("aster", "Aster camp")]
    [InlineData("food", "food")]
    [InlineData("north", "Northern forces")]
    [InlineData("camp-a", "camp-a")]
    public void What_has_a_name_is_called_by_it_and_else_as_the_file_has_it(string id, string called) =>
        Names.Of(SmallScenario.Contested, id).Should().Be(called);

    [Theory]
    [InlineData("a\u001b[31mb", "a [31mb")]
    [InlineData("two\nlines", "two lines")]
    [InlineData("\u202Eturned", "turned")]
    [InlineData("فیشخابور", "فیشخابور")]
    [InlineData("می‌خواهم", "می‌خواهم")]
    public void Nothing_is_left_that_could_steer_a_terminal(string text, string clean) => Names.Clean(text).Should().Be(clean);

    [Theory]
    [InlineData("aaa bb c", 5, "aaa|bb c")]
    [InlineData("abcdefgh ij", 3, "abc|def|gh|ij")]
    [InlineData("", 5, "")]
    public void Text_is_broken_at_spaces_or_where_it_must(string text, int width, string lines) =>
        string.Join('|', Lines.Wrap(text, width)).Should().Be(lines);

    [Theory]
    [InlineData("a")]
    [InlineData("a and b", "a", "b")]
    [InlineData("a, b and c", "a", "b", "c")]
    public void Items_are_listed_as_people_do(string listed, params string[] items) =>
        Words.List(items.Length == 0 ? ["a"] : items).Should().Be(listed);

    // What no disruption shuts, and where the holder decides who passes, is not said to be shut.
    [Fact]
    public void A_crossing_whose_holder_lets_nobody_pass_is_not_called_shut()
    {
        var bridge = new Crossing("bridge")
        {
            Lanes = 1,
            Inspection = Duration.FromMinutes(9),
            HeldBy = "blue",
            Passage = [("blue", [("aid", Permission.No)])],
        };
        var scenario = new Scenario { Title = "A bridge", Clock = new() { Length = TimeSpan.FromDays(9) }, Places = [bridge] };
        var flood = new Closure("flood") { Close = "bridge", At = Moment.Day(1) };
        Names.HowShut(scenario, "bridge").Should().Be("let none of it pass");
        Names.HowShut(scenario with { Disruptions = [flood] }, "bridge").Should().Be("be shut");
        Names.HowShut(scenario with { Disruptions = [flood with { Close = "a - b" }] }, "bridge").Should().Be("let none of it pass");
        Names.HowShut(scenario with { Places = [bridge with { Passage = [] }] }, "bridge").Should().Be("be shut");
        Names.HowShut(scenario, "a - b").Should().Be("be shut");
    }

    [Fact]
    public void A_number_keeps_its_unit_where_a_line_ends_and_a_name_is_broken_at_hyphens()
    {
        Lines.Wrap("shut in 95 % of runs, for 12 d.", 10).Should().Equal("shut in", "95 % of", "runs, for", "12 d.");
        Lines.WrapName("asked-a-week-earlier", 12).Should().Equal("asked-a-", "week-earlier");
        Lines.WrapName("contested", 12).Should().Equal("contested");
        Lines.WrapName("somewhat-extraordinarily", 10).Should().Equal("somewhat-", "extraordin", "arily");
    }
}
