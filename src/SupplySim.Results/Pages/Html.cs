using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text;

namespace SupplySim.Results.Pages;

/// <summary>Markup that is escaped by construction: in <c>html.Add($"&lt;td&gt;{name}&lt;/td&gt;")</c> the literal part is
/// markup, and whatever fills a hole is text, unless it is <see cref="Markup"/> already.</summary>
/// <remarks>There is no other way in, so nothing from a scenario can become markup. Numbers are culture-invariant.</remarks>
internal sealed class Html
{
    private readonly StringBuilder _markup = new();

    /// <summary>Appends markup with text in its holes.</summary>
    public Html Add([InterpolatedStringHandlerArgument("")] ref Handler markup) => this;

    /// <summary>What has been added, as markup.</summary>
    public Markup ToMarkup() => new(_markup.ToString());

    /// <inheritdoc/>
    public override string ToString() => _markup.ToString();

    /// <summary>Text as markup that shows just that text, as content and inside quotes of either kind.</summary>
    public static string Encode(string text)
    {
        var markup = new StringBuilder(text.Length + 16);
        Encode(text, markup);
        return markup.ToString();
    }

    private static void Encode(string text, StringBuilder markup)
    {
        foreach (var rune in text.EnumerateRunes())
            _ = rune.Value switch
            {
                '&' => markup.Append("&amp;"),
                '<' => markup.Append("&lt;"),
                '>' => markup.Append("&gt;"),
                '"' => markup.Append("&quot;"),
                '\'' => markup.Append("&#39;"),
                '\n' or '\t' => markup.Append((char)rune.Value),
                _ when Rune.GetUnicodeCategory(rune) == UnicodeCategory.Control => markup.Append('\uFFFD'),
                >= 0x202A and <= 0x202E or >= 0x2066 and <= 0x2069 => markup.Append('\uFFFD'),
                _ => markup.Append(rune),
            };
    }

    /// <summary>What the compiler fills for each <see cref="Add"/>.</summary>
    [InterpolatedStringHandler]
    public readonly ref struct Handler
    {
        private readonly StringBuilder _target;

        /// <summary>Lengths are what the compiler knows. No room is reserved for them: that would copy all that is there each
        /// time, where appending adds a chunk.</summary>
        public Handler(int literalLength, int formattedCount, Html html) => _target = html._markup;

        /// <summary>Markup.</summary>
        public void AppendLiteral(string markup) => _target.Append(markup);

        /// <summary>Text.</summary>
        public void AppendFormatted(string? text) => Encode(text ?? "", _target);

        /// <summary>Markup made elsewhere.</summary>
        public void AppendFormatted(Markup markup) => _target.Append(markup.Text);

        /// <summary>A whole number.</summary>
        public void AppendFormatted(long number) => _target.Append(number.ToString(CultureInfo.InvariantCulture));

        /// <summary>A number; without a format the shortest text that reads back as the same number.</summary>
        public void AppendFormatted(double number, string? format = "R") =>
            _target.Append(number.ToString(format, CultureInfo.InvariantCulture));
    }
}

/// <summary>Text that is markup already.</summary>
/// <param name="Text">The markup.</param>
internal readonly record struct Markup(string Text)
{
    /// <summary>No markup.</summary>
    public static Markup None { get; } = new("");
}
