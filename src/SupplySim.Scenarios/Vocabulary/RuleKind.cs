using System.Diagnostics.CodeAnalysis;
using SupplySim.Scenarios.Binding;
using SupplySim.Scenarios.Diagnostics;
using SupplySim.Scenarios.Reading;

namespace SupplySim.Scenarios.Vocabulary;

/// <summary>A block of which <c>rule</c> says what else may stand in it: the kebab-case of the name of the record that it
/// becomes.</summary>
/// <remarks>Rules of one's own are records too, and are given to a scenario in code; a file knows those built in.</remarks>
internal sealed class RuleKind<T>(string what, params IShape[] shapes) : Kind<T>(what)
    where T : class
{
    private const string Key = "rule";

    /// <summary>The shapes that it may have.</summary>
    public IReadOnlyList<IShape> Shapes => shapes;

    public override Form Form => new Form.OneOf([.. shapes.Select(shape => new Form.Case(Key, WordOf(shape), shape))]);

    public override bool TryRead(Node node, Span owner, BindingContext context, [MaybeNullWhen(false)] out T value)
    {
        value = null;
        if (BlockKind<T>.AsBlock(node) is not { } block)
        {
            context.Refuse(node, owner, $"{What} is a block of keys, not {node.Shape}", $"write for example `{{{Key}: {Meant(node)}}}`");
            return false;
        }
        if (block.Find(Key) is not { } rule)
        {
            context.Diagnostics.Add(DiagnosticCodes.MissingKey, owner, $"{What} needs `{Key}`",
                $"add `{Key}:` with one of {string.Join(", ", shapes.Select(WordOf))}");
            return false;
        }
        var words = Kinds.Words("a rule", [.. shapes.Select(shape => (WordOf(shape), shape))]);
        if (!words.TryRead(rule.Value, rule.Key.Span, context, out var chosen)) return false;
        value = (T)chosen.ReadAny(block, owner, "", context);
        return true;
    }

    // The rule itself, where it was written without its key.
    private string Meant(Node node) =>
        shapes.Select(WordOf).FirstOrDefault(word => node is ScalarNode { Text: var text } && word == text) ?? WordOf(shapes[0]);

    private static string WordOf(IShape shape) => Kebab.Case(shape.Type.Name);
}
