using System.Collections;
using System.Collections.Concurrent;
using System.Reflection;
using System.Runtime.CompilerServices;

namespace SupplySim;

/// <summary>Whether two records of a scenario say the same, and where they do not.</summary>
/// <remarks>Lists are compared item by item, by id where the items have one; records property by property. What is no record of a
/// scenario is compared by its own equality.</remarks>
internal static class Likeness
{
    private static readonly ConcurrentDictionary<Type, PropertyInfo[]> Known = new();
    private static readonly ConcurrentDictionary<string, string> Keys = new(StringComparer.Ordinal);

    /// <summary>Whether they say the same.</summary>
    public static bool AreAlike(object? one, object? other)
    {
        if (Equals(one, other)) return true;
        if (one is null || other is null || one.GetType() != other.GetType()) return false;
        if (one is ITuple tuple) return AreAlike(Items(tuple), Items((ITuple)other));
        if (one is IEnumerable list) return AreAlike(Items(list), Items((IEnumerable)other));
        if (IsQuantity(one.GetType())) return one.ToString() == other.ToString();
        var properties = PropertiesOf(one.GetType());
        return properties.Length > 0 && properties.All(property => AreAlike(property.GetValue(one), property.GetValue(other)));
    }

    /// <summary>The paths of all that differs in two records of sections: <c>fleets.trucks.count</c>,
    /// <c>disruptions.flood</c> where one has it and the other has not, <c>policies.share</c>.</summary>
    public static IEnumerable<string> Differences<T>(T one, T other)
        where T : notnull
    {
        foreach (var section in PropertiesOf(typeof(T)))
        {
            var (path, left, right) = (Kebab(section.Name), section.GetValue(one), section.GetValue(other));
            if (AreAlike(left, right)) continue;
            var found = left is IEnumerable list && right is IEnumerable others
                ? InLists(path, Items(list), Items(others))
                : Properties(path, left, right);
            foreach (var difference in found) yield return difference;
        }
    }

    private static IEnumerable<string> InLists(string path, object?[] left, object?[] right)
    {
        foreach (var id in left.Concat(right).Select(NameOf).Distinct())
        {
            var (a, b) = (left.FirstOrDefault(item => NameOf(item) == id), right.FirstOrDefault(item => NameOf(item) == id));
            if (AreAlike(a, b)) continue;
            if (a is null || b is null || a.GetType() != b.GetType() || PropertiesOf(a.GetType()).Length == 0) yield return $"{path}.{id}";
            else foreach (var difference in Properties($"{path}.{id}", a, b)) yield return difference;
        }
    }

    private static IEnumerable<string> Properties(string path, object? left, object? right) => left is null || right is null
        ? [path]
        : PropertiesOf(left.GetType()).Where(property => !AreAlike(property.GetValue(left), property.GetValue(right)))
            .Select(property => $"{path}.{Kebab(property.Name)}");

    private static bool AreAlike(object?[] left, object?[] right) =>
        left.Length == right.Length && left.Zip(right).All(pair => AreAlike(pair.First, pair.Second));

    private static object?[] Items(IEnumerable list) => [.. list.Cast<object?>()];

    private static object?[] Items(ITuple tuple) => [.. Enumerable.Range(0, tuple.Length).Select(i => tuple[i])];

    // Amounts, times, laws: they say all of what they are.
    internal static bool IsQuantity(Type type) => type.Namespace == typeof(Quantities.Quantity).Namespace;

    /// <summary>The id of an item of a list; null for one that has none.</summary>
    public static string? IdOf(object? item) => item?.GetType().GetProperty("Id")?.GetValue(item)?.ToString();

    /// <summary>The same, or the name of what has one before it: of an entry of <see cref="ByName{T}"/>.</summary>
    public static string? NameOf(object? item) => IdOf(item) ?? (item is ITuple { Length: 2 } pair ? pair[0] as string : null);

    /// <summary>What a record of a scenario says, property by property; nothing for what is none.</summary>
    /// <remarks>Looked up once for each type: an experiment asks for those of every record.</remarks>
    public static PropertyInfo[] PropertiesOf(Type type) =>
        Known.GetOrAdd(type, static type => type.IsEnum || type.Namespace?.StartsWith("System", StringComparison.Ordinal) != false
            ? []
            : [.. type.GetProperties(BindingFlags.Public | BindingFlags.Instance)
                .Where(property => property.GetIndexParameters().Length == 0)]);

    /// <summary>The name of a property as a key of a scenario file.</summary>
    public static string Kebab(string name) => Keys.GetOrAdd(name, static name =>
        string.Concat(name.Select((letter, i) =>
            char.IsAsciiLetterUpper(letter) ? (i > 0 ? "-" : "") + char.ToLowerInvariant(letter) : letter.ToString())));
}
