using System.Collections;
using System.Collections.Immutable;
using System.Globalization;
using System.Runtime.CompilerServices;
using SupplySim.Engine;
using SupplySim.Quantities;

namespace SupplySim;

/// <summary>All figures of a scenario that nobody knows, each with the stream that it is drawn from.</summary>
/// <remarks>
/// <para>A figure is known by its place in the scenario: two that say the same are two figures, and one that several things share, such as
/// a time of <c>defaults</c>, is one. The stream has its path for a name, so no alternative and nothing that is added shifts it.</para>
/// <para>Immutable. Found by looking at every property of every record, once for a scenario.</para>
/// </remarks>
internal sealed class UnknownFigures
{
    /// <summary>What is asked of a scenario holds none.</summary>
    private static readonly string[] Questions = ["Parameters", "Measures", "Goals", "Observed", "Experiment"];

    private readonly Dictionary<object, (UnknownFigure Figure, StreamKey Key)> _known = new(ReferenceEqualityComparer.Instance);
    private readonly Dictionary<string, UnknownFigure> _standing = new(StringComparer.Ordinal);
    private readonly Stack<Step> _path = new();
    private readonly ImmutableArray<UnknownFigure>.Builder _figures = ImmutableArray.CreateBuilder<UnknownFigure>();

    private UnknownFigures()
    {
    }

    public static UnknownFigures None { get; } = new();

    /// <summary>In the order of the scenario.</summary>
    public ImmutableArray<UnknownFigure> All { get; private set; } = [];

    /// <param name="scenario">The scenario, taken as any record with sections: planners reach this, and
    /// must reach nothing that acts.</param>
    /// <param name="after">The scenario by which a run goes from some moment on; null where it goes by one.</param>
    public static UnknownFigures Of(object scenario, object? after = null)
    {
        var found = new UnknownFigures();
        found.LookAt(scenario);
        if (after is not null) found.LookAt(after);
        found.All = found._figures.ToImmutable();
        return found;
    }

    /// <summary>The stream of a figure; null for one that does not stand in the scenario.</summary>
    public StreamKey? KeyOf(object figure) => _known.TryGetValue(figure, out var known) ? known.Key : null;

    /// <summary>The stream of the figure at a path.</summary>
    public static StreamKey KeyOf(UnknownFigure figure) => StreamKey.Of($"unknown/{figure.Path}");

    private void LookAt(object scenario)
    {
        foreach (var section in Likeness.PropertiesOf(scenario.GetType()))
            if (!Questions.Contains(section.Name)) Look(new Step(section.Name), section.GetValue(scenario));
    }

    private void Look(Step step, object? value)
    {
        _path.Push(step);
        switch (value)
        {
            case null or string or Condition:
                break;
            case Duration { IsUnknown: true } or Number { IsUnknown: true } or DrawnQuantity { IsUnknown: true } or UnknownRate:
                Add(value);
                break;
            case Supply level:
                foreach (var (commodity, figure) in level.Drawn) Look(new Step(Id: commodity), figure);
                break;
            case Arrivals stream:
                Look(new Step(), stream.Unknown);
                break;
            case ChangingRate rate:
                Look(new Step(), rate.Steps is [{ From: var from } always] && from == default ? always.Rate : rate.Steps);
                break;
            case ITuple { Length: 2 } named when named[0] is string name:
                Look(new Step(Id: name), named[1]);
                break;
            case IEnumerable list:
                var index = 0;
                foreach (var item in list) Look(new Step(Item: item, Index: index++), item);
                break;
            default:
                if (value.GetType().Namespace == typeof(Duration).Namespace) break;
                foreach (var property in Likeness.PropertiesOf(value.GetType()))
                    if (IsSaid(property)) Look(new Step(IsPlain(value) ? null : property.Name), property.GetValue(value));
                break;
        }
        _path.Pop();
    }

    // A figure that two places share is the first. One that stands where it stood before a change under way, and says the same, is what
    // stood there: the change does not speak of it, though what holds it is another.
    private void Add(object figure)
    {
        var here = new UnknownFigure(string.Concat(_path.Reverse().Select(Text))[1..], figure.ToString()!);
        var known = _known.TryGetValue(figure, out var shared) ? shared.Figure
            : _standing.TryGetValue(here.Path, out var stood) && stood.Law == here.Law ? stood : here;
        _standing.TryAdd(here.Path, known);
        if (_known.TryAdd(figure, (known, KeyOf(known))) && _figures.All(one => one.Path != known.Path)) _figures.Add(known);
    }

    private static string Text(Step step) => step switch
    {
        { Name: { } name } => $".{Likeness.Kebab(name)}",
        { Id: { } id } => $".{id}",
        { Item: null or ITuple } => "",
        _ when Likeness.IdOf(step.Item) is { } id => id.AsSpan().IndexOfAny(". []") < 0 ? $".{id}" : $"[{id}]",
        _ => string.Create(CultureInfo.InvariantCulture, $"[{step.Index}]"),
    };

    // What is worked out from the others says nothing of its own.
    private static bool IsSaid(System.Reflection.PropertyInfo property) => property.CanWrite || IsEach(property.DeclaringType!);

    // One value for all, or one for each name, stands where the key stands.
    private static bool IsPlain(object value) => IsEach(value.GetType());

    private static bool IsEach(Type type) => type.IsGenericType && type.GetGenericTypeDefinition() == typeof(Each<>);

    // One on the way to a figure: a property, an id, or an item of a list. Most lead to none, so it is put in words when one is found.
    private readonly record struct Step(string? Name = null, string? Id = null, object? Item = null, int Index = 0);
}
