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

    private readonly Dictionary<object, StreamKey> _keys = new(ReferenceEqualityComparer.Instance);
    private readonly ImmutableArray<UnknownFigure>.Builder _figures = ImmutableArray.CreateBuilder<UnknownFigure>();

    private UnknownFigures()
    {
    }

    public static UnknownFigures None { get; } = new();

    /// <summary>In the order of the scenario.</summary>
    public ImmutableArray<UnknownFigure> All { get; private set; } = [];

    /// <param name="scenario">The scenario, taken as any record with sections: planners reach this, and must reach nothing that acts.</param>
    /// <param name="later">Disruptions that begin in the middle of a run.</param>
    public static UnknownFigures Of(object scenario, IEnumerable<object> later)
    {
        var found = new UnknownFigures();
        foreach (var section in Likeness.PropertiesOf(scenario.GetType()))
            if (!Questions.Contains(section.Name)) found.Look(Likeness.Kebab(section.Name), section.GetValue(scenario));
        found.Look("disruptions", later);
        found.All = found._figures.ToImmutable();
        return found;
    }

    /// <summary>The stream of a figure; null for one that does not stand in the scenario.</summary>
    public StreamKey? KeyOf(object figure) => _keys.TryGetValue(figure, out var key) ? key : null;

    /// <summary>The stream of the figure at a path.</summary>
    public static StreamKey KeyOf(UnknownFigure figure) => StreamKey.Of($"unknown/{figure.Path}");

    private void Look(string path, object? value)
    {
        switch (value)
        {
            case null or string or Condition:
                break;
            case Duration { IsUnknown: true } or Number { IsUnknown: true }:
                Add(value, path);
                break;
            case ITuple { Length: 2 } named when named[0] is string name:
                Look($"{path}.{name}", named[1]);
                break;
            case IEnumerable list:
                var index = 0;
                foreach (var item in list) Look(PathOf(path, item, index++), item);
                break;
            default:
                if (value.GetType().Namespace == typeof(Duration).Namespace) break;
                foreach (var property in Likeness.PropertiesOf(value.GetType()))
                    if (IsSaid(property)) Look(IsPlain(value) ? path : $"{path}.{Likeness.Kebab(property.Name)}", property.GetValue(value));
                break;
        }
    }

    // A figure that two places share, and one that is looked at again after a change under way, is the first.
    private void Add(object figure, string path)
    {
        var known = new UnknownFigure(path, figure.ToString()!);
        if (_keys.TryAdd(figure, KeyOf(known)) && _figures.All(one => one.Path != path)) _figures.Add(known);
    }

    // What is worked out from the others says nothing of its own.
    private static bool IsSaid(System.Reflection.PropertyInfo property) => property.CanWrite || IsEach(property.DeclaringType!);

    // One value for all, or one for each name, stands where the key stands.
    private static bool IsPlain(object value) => IsEach(value.GetType());

    private static bool IsEach(Type type) => type.IsGenericType && type.GetGenericTypeDefinition() == typeof(Each<>);

    private static string PathOf(string path, object? item, int index) => item is ITuple ? path : Likeness.IdOf(item) is { } id
        ? id.AsSpan().IndexOfAny(". []") < 0 ? $"{path}.{id}" : $"{path}[{id}]"
        : string.Create(CultureInfo.InvariantCulture, $"{path}[{index}]");
}
