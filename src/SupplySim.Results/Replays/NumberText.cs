using System.Text;

namespace SupplySim.Results.Replays;

/// <summary>Whole numbers as text that is short where they are small: five bits a character, the sixth says that more follow.</summary>
/// <remarks>The page's script reads it. Not compressed beyond that, since what a library compresses differs
/// from one version of it to the next.</remarks>
internal sealed class NumberText
{
    private const string Characters = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
    private readonly StringBuilder _text = new();

    /// <summary>Adds numbers.</summary>
    /// <param name="numbers">0 and more.</param>
    public void Add(params ReadOnlySpan<long> numbers)
    {
        foreach (var number in numbers)
        {
            ArgumentOutOfRangeException.ThrowIfNegative(number);
            var left = number;
            for (; left > 31; left >>= 5) _text.Append(Characters[(int)(left & 31) + 32]);
            _text.Append(Characters[(int)left]);
        }
    }

    /// <inheritdoc/>
    public override string ToString() => _text.ToString();
}
