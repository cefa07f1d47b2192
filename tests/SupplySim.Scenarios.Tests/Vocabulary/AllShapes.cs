using System.Collections.Immutable;
using System.Reflection;
using SupplySim.Scenarios.Vocabulary;

namespace SupplySim.Scenarios.Tests.Vocabulary;

/// <summary>Every block of keys that the language has.</summary>
internal static class AllShapes
{
    public static ImmutableArray<IShape> ByName { get; } =
    [
        .. typeof(IShape).Assembly.GetTypes().Where(t => !t.IsGenericTypeDefinition)
            .SelectMany(t => t.GetFields(BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic))
            .Where(f => typeof(IShape).IsAssignableFrom(f.FieldType)).Select(f => (IShape)f.GetValue(null)!)
            .OrderBy(s => s.What, StringComparer.Ordinal),
    ];
}
