using System.Globalization;
using System.Net;
using CsCheck;
using SupplySim.Results.Pages;
using SupplySim.Results.Tests.Fixture;

namespace SupplySim.Results.Tests.Pages;

public sealed class HtmlTests
{
    [Fact]
    public void What_fills_a_hole_is_text_and_nothing_else() =>
        new Html().Add($"<p title=\"{"\" onload='x'"}\">{"<script>alert(1)</script> & more"}</p>").ToString().Should().Be(
            "<p title=\"&quot; onload=&#39;x&#39;\">&lt;script&gt;alert(1)&lt;/script&gt; &amp; more</p>");

    [Fact]
    public void Any_text_reads_back_as_itself() => Gen.String.Sample(text =>
    {
        var shown = string.Concat(text.EnumerateRunes().Where(r => System.Text.Rune.GetUnicodeCategory(r) != UnicodeCategory.Control));
        var encoded = Html.Encode(shown);

        encoded.Should().NotContainAny("<", ">", "\"", "'");
        WebUtility.HtmlDecode(encoded).Should().Be(shown);
    });

    [Fact]
    public void Characters_that_turn_or_hide_text_do_not_come_through() =>
        Html.Encode("a\u202Eb\0c\u2066d\ud800e").Should().Be("a\ufffdb\ufffdc\ufffdd\ufffde");

    [Theory]
    [InlineData("de-DE")]
    [InlineData("fa-IR")]
    public void Numbers_are_the_same_in_every_culture(string culture) =>
        InCulture.Of(culture, () => new Html().Add($"{-1234.5} {0.25:0.#} {-7}").ToString()).Should().Be("-1234.5 0.3 -7");
}
