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
}
