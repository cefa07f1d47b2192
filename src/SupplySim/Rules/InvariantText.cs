using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text;

namespace SupplySim.Rules;

/// <summary>What an interpolated string says, with numbers written in one way in all countries.</summary>
/// <remarks>Whoever takes one is handed it by writing <c>$"..."</c>; several that are added are one.</remarks>
[InterpolatedStringHandler]
internal sealed class InvariantText(int literalLength, int formattedCount)
{
    private const int UsualHole = 12;

    private readonly StringBuilder _text = new(literalLength + formattedCount * UsualHole);

    public void AppendLiteral(string text) => _text.Append(text);

    public void AppendFormatted<T>(T value, string? format = null) =>
        _text.Append(value is IFormattable one ? one.ToString(format, CultureInfo.InvariantCulture) : value?.ToString());

    public override string ToString() => _text.ToString();
}
