using System.Diagnostics.CodeAnalysis;
using SupplySim.Scenarios.Binding;
using SupplySim.Scenarios.Reading;

namespace SupplySim.Scenarios.Vocabulary;

/// <summary>A rate, or a list of the steps in which it changes: <c>300 /d</c> or <c>[{from: day 0, rate: 300 /d}, ...]</c>.</summary>
internal sealed class ChangingRateKind(Shape<RateStep> step, Kind<Arrivals> rate) : Kind<ChangingRate>($"{rate.What}, or a list of steps")
{
    private readonly ListKind<RateStep> _steps = new("a list of steps", new BlockKind<RateStep>(step));

    public override Form Form => new Form.Either(rate.Form, _steps.Form);

    public override bool TryRead(Node node, Span owner, BindingContext context, [MaybeNullWhen(false)] out ChangingRate value)
    {
        value = null;
        if (node is SequenceNode)
        {
            if (!_steps.TryRead(node, owner, context, out var steps)) return false;
            value = ChangingRate.Of(steps.AsSpan());
            return true;
        }
        if (node is MappingNode block)
        {
            context.Refuse(node, owner, $"{rate.What} that changes is a list of steps, not {node.Shape}",
                $"write `[{FirstStep(block)}, ...]`");
            return false;
        }
        if (!rate.TryRead(node, owner, context, out var always)) return false;
        value = always;
        return true;
    }

    // As many write it: rates by dates, or one step without a list.
    private static string FirstStep(MappingNode block) => block["from"] is null && block.Entries is [(var from, ScalarNode rate), ..]
        ? $"{{from: {from.Text}, rate: {rate.Text}}}"
        : "{from: day 0, rate: 300 /d}";
}

/// <summary>What people find where they live: a share alone, or a block.</summary>
internal sealed class LocalSourceKind(Shape<LocalSource> shape) : Kind<LocalSource>("a share, or a local source")
{
    private readonly BlockKind<LocalSource> _block = new(shape);

    public override Form Form => new Form.Either(Form.Value, _block.Form);

    public override bool TryRead(Node node, Span owner, BindingContext context, [MaybeNullWhen(false)] out LocalSource value)
    {
        if (node is MappingNode) return _block.TryRead(node, owner, context, out value);
        value = null;
        if (!Kinds.ShareDrawn.TryRead(node, owner, context, out var share) || share is null) return false;
        value = share;
        return true;
    }
}
