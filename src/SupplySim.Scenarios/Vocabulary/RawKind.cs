using System.Diagnostics.CodeAnalysis;
using SupplySim.Scenarios.Binding;
using SupplySim.Scenarios.Diagnostics;
using SupplySim.Scenarios.Reading;

namespace SupplySim.Scenarios.Vocabulary;

/// <summary>Any single value, kept as it was written, to stand in place of <c>${...}</c> later.</summary>
internal sealed class RawKind() : Kind<string>("a single value")
{
    public override Form Form => Form.Value;

    public override bool TryRead(Node node, Span owner, BindingContext context, [MaybeNullWhen(false)] out string value)
    {
        value = (node as ScalarNode)?.Text;
        if (value is null || !value.Contains("${", StringComparison.Ordinal))
            return context.Open(node, owner, What) is not null && value is not null;
        context.Diagnostics.Add(DiagnosticCodes.UnknownParameter, node.Span,
            "the value of a parameter cannot hold another parameter", "write the value out");
        return false;
    }
}
