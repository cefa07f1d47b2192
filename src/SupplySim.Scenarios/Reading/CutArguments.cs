using SupplySim.Scenarios.Diagnostics;

namespace SupplySim.Scenarios.Reading;

/// <summary>Notices, while a <c>{ }</c> or <c>[ ]</c> is read, that a comma between the arguments of a distribution was taken for
/// the end of the value: <c>{b: lognormal(mean=6 h, sd=2 h)}</c> is two keys to YAML.</summary>
/// <remarks>One for each bracket; the pieces behind the first are swallowed, so that one mistake is reported once.</remarks>
internal struct CutArguments
{
    private int _open;

    /// <summary>Whether the next value is still a piece of the one that was cut.</summary>
    public readonly bool IsInside => _open > 0;

    /// <summary>Whether the value was cut by a comma; then it is reported.</summary>
    /// <param name="value">The value that was read.</param>
    /// <param name="key">Its key, or null in a list.</param>
    /// <param name="diagnostics">Where it is reported.</param>
    public bool Begins(Node value, ScalarNode? key, DiagnosticBag diagnostics)
    {
        if (value is not ScalarNode { IsPlain: true } scalar) return false;
        _open = Balance(scalar.Text);
        if (_open <= 0 || scalar.Span.Source[scalar.Span.End] != ',') return false;
        var help = key is null
            ? "inside [ ] a comma starts the next item; put the whole distribution in quotes"
            : $"inside {{ }} a comma starts the next key; put `{key.Text}:` on a line of its own";
        diagnostics.Add(DiagnosticCodes.CutByComma, scalar.Span, "this distribution is cut in two by the comma", help, label: "here ends the value");
        return true;
    }

    /// <summary>Takes a piece in.</summary>
    public void Swallow(Node piece) => _open = piece is ScalarNode scalar ? _open + Balance(scalar.Text) : 0;

    private static int Balance(string text) => text.Count(c => c == '(') - text.Count(c => c == ')');
}
