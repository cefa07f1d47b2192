using SupplySim.Results.Text;

namespace SupplySim.Results.Tests.Text;

public sealed class NamesTests
{
    [Theory]
    [InlineData("no-fighting", "no fighting")]
    [InlineData("rabia-on-day-16", "rabia on day 16")]
    public void An_id_is_read_as_words(string id, string words) => Names.Words(id).Should().Be(words);

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
