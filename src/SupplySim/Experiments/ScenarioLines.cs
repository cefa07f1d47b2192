using System.Collections;
using System.Collections.Immutable;
using System.Globalization;
using System.Reflection;
using System.Runtime.CompilerServices;
using SupplySim.Quantities.Distributions;

namespace SupplySim.Experiments;

/// <summary>One thing that a scenario says: where, and what.</summary>
/// <param name="Path">For example <c>fleets.trucks.count</c>.</param>
/// <param name="Value">For example <c>40</c>.</param>
/// <param name="Exact">What the value is to the last bit, where its text is rounded; else empty.</param>
public readonly record struct ScenarioLine(string Path, string Value, string Exact);

/// <summary>A scenario record taken apart into lines: two that differ in anything differ in a line, which names it.</summary>
/// <remarks>Records built in are read property by property; what a user has written himself by the name of its type, the version of its
/// assembly and its fields. Deterministic; in order of path.</remarks>
internal static class ScenarioLines
{
    private const int Deepest = 24;

    /// <summary>The lines of some sections.</summary>
    public static ImmutableSortedDictionary<string, ScenarioLine> Of(IEnumerable<(string Name, object? Value)> sections)
    {
        var lines = ImmutableSortedDictionary.CreateBuilder<string, ScenarioLine>(StringComparer.Ordinal);
        foreach (var (name, value) in sections) Add(lines, name, value, 0);
        return lines.ToImmutable();
    }

    private static void Add(IDictionary<string, ScenarioLine> lines, string path, object? value, int depth)
    {
        if (value is null) return;
        var type = value.GetType();
        if (value is TimeSpan time) Put(lines, path, TimeText.Of(time.TotalSeconds), time.ToString("c", CultureInfo.InvariantCulture));
        else if (value is DateTimeOffset instant)
            Put(lines, path, instant.ToString("yyyy-MM-dd'T'HH:mmzzz", CultureInfo.InvariantCulture), Text(instant)!);
        else if (Likeness.IsQuantity(type)) Put(lines, path, value.ToString() ?? "", Exact(value, 0));
        else if (Text(value) is { } text) Put(lines, path, text);
        else if (type.IsGenericType && type.GetGenericTypeDefinition() == typeof(Each<>))
            Add(lines, path, Said(value, nameof(Each<>.Named)) ?? Said(value, nameof(Each<>.All)), depth + 1);
        else if (value is ITuple tuple)
            AddItems(lines, path, [.. Enumerable.Range(0, tuple.Length).Select(i => (Number(i), tuple[i]))], depth);
        else if (value is IEnumerable list) AddList(lines, path, [.. list.Cast<object?>()], depth);
        else AddRecord(lines, path, value, type, depth);
    }

    private static object? Said(object value, string property) => value.GetType().GetProperty(property)!.GetValue(value);

    private static void AddRecord(IDictionary<string, ScenarioLine> lines, string path, object value, Type type, int depth)
    {
        if (depth > Deepest)
            throw new InvalidOperationException($"{path}: records in records deeper than {Deepest}; a scenario may not hold itself.");
        var isBuiltIn = type.Assembly == typeof(Scenario).Assembly;
        Put(lines, path, isBuiltIn ? type.Name : $"{type.FullName}, {type.Assembly.GetName().Version}");
        foreach (var property in Likeness.PropertiesOf(type)
            .Where(one => isBuiltIn || one.DeclaringType!.Assembly == typeof(Scenario).Assembly))
            Add(lines, $"{path}.{Likeness.Kebab(property.Name)}", property.GetValue(value), depth + 1);
        if (isBuiltIn) return;
        foreach (var field in Fields(type)) Add(lines, $"{path}.{Likeness.Kebab(PropertyOf(field))}", field.GetValue(value), depth + 1);
    }

    // By id or name where the items have one, and their order in a line of its own; else by position.
    private static void AddList(IDictionary<string, ScenarioLine> lines, string path, object?[] items, int depth)
    {
        if (items.All(item => item is not null && Text(item) is not null))
        {
            Put(lines, path, "[" + string.Join(", ", items.Select(item => Text(item!))) + "]");
            return;
        }
        var names = items.Select(Likeness.NameOf).ToArray();
        if (names.Any(name => name is null) || names.Distinct().Count() < names.Length) names = [.. items.Select((_, i) => Number(i))];
        Put(lines, path, "[" + string.Join(", ", names) + "]");
        AddItems(lines, path,
            [.. names.Zip(items).Select(one =>
                (one.First!, one.Second is ITuple { Length: 2 } pair && pair[0] as string == one.First ? pair[1] : one.Second))], depth);
    }

    private static void AddItems(IDictionary<string, ScenarioLine> lines, string path, (string Name, object? Value)[] items, int depth)
    {
        foreach (var (name, value) in items) Add(lines, $"{path}.{name}", value, depth + 1);
    }

    private static void Put(IDictionary<string, ScenarioLine> lines, string path, string value, string exact = "") =>
        lines[path] = new ScenarioLine(path, value, exact == value ? "" : exact);

    // What says all of what it is; null for what has parts.
    private static string? Text(object value) => value switch
    {
        string text => text,
        bool or Enum => value.ToString(),
        DateTimeOffset or DateTime or TimeOnly or DateOnly => ((IFormattable)value).ToString("O", CultureInfo.InvariantCulture),
        IFormattable number when value.GetType().Namespace == "System" => number.ToString(null, CultureInfo.InvariantCulture),
        Delegate method => $"{method.Method.DeclaringType?.FullName}.{method.Method.Name}",
        Type type => type.FullName,
        PlaceId place => place.Value,
        Haven { Share: null, Id: var camp } => camp.Value,
        _ => null,
    };

    // All that a quantity holds, law and parameters included, in the order in which its fields are declared.
    private static string Exact(object? value, int depth) => value is null ? ""
        : Text(value) is { } text ? text
        : value is IEnumerable list ? "[" + string.Join(' ', list.Cast<object?>().Select(one => Exact(one, depth + 1))) + "]"
        : depth > Deepest ? value.GetType().Name
        : value.GetType().Name + "("
            + string.Join(' ', Fields(value.GetType()).Select(field => Exact(field.GetValue(value), depth + 1))) + ")";

    private static IEnumerable<FieldInfo> Fields(Type type)
    {
        for (var at = type; at is not null && at != typeof(object) && at != typeof(ValueType); at = at.BaseType)
            foreach (var field in at.GetFields(
                BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly)
                    .OrderBy(one => one.MetadataToken))
                yield return field;
    }

    // The compiler names the field behind a property `<Name>k__BackingField`.
    private static string PropertyOf(FieldInfo field) =>
        field.Name.StartsWith('<') ? field.Name[1..field.Name.IndexOf('>', StringComparison.Ordinal)] : field.Name;

    private static string Number(int i) => i.ToString(CultureInfo.InvariantCulture);
}
