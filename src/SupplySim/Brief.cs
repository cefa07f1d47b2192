using System.Collections;
using System.Collections.Concurrent;
using System.Globalization;
using System.Reflection;
using System.Runtime.CompilerServices;
using SupplySim.Engine;
using SupplySim.Quantities;
using SupplySim.Quantities.Distributions;

namespace SupplySim;

/// <summary>What a record says, in one line, as it would stand in a scenario file: <c>camp: {kind: camp,
/// people: 20000, stock: 6 d}</c>.</summary>
/// <remarks>For whoever prints one or looks at it in a debugger; nothing is read back. What is as it is by default is left out.</remarks>
internal static class Brief
{
    private static readonly ConcurrentDictionary<Type, object?> Defaults = new();

    // Named before the bracket, or shown by the name of the type.
    private static readonly string[] NotShown = ["Id", "Shown", "EqualityContract"];

    /// <summary>A record of a section: its id, what kind it is where a section has several, and what it says.</summary>
    public static string Of(string id, object record, string? kind = null) =>
        $"{id}: {Block(record, kind is null ? [] : [$"kind: {kind}"])}";

    /// <summary>A length of time in its largest whole unit: <c>60 d</c>.</summary>
    public static string Of(TimeSpan time) => TimeText.Of(time.TotalSeconds);

    /// <summary>An amount of a commodity, three digits of it or all before the point.</summary>
    public static string Of(Quantity amount) => Math.Abs(amount.Shown) is var size && amount.Unit == QuantityUnit.Piece ? amount.ToString()
        : $"{amount.Shown.ToString(size >= 100 ? "#,0" : size >= 10 ? "0.#" : "0.##", CultureInfo.InvariantCulture)} {(amount.Unit == QuantityUnit.Gram ? "t" : "l")}";

    /// <summary>An instant to the minute: <c>day 5 14:30</c>.</summary>
    public static string Of(SimTime at) => at == SimTime.Never || at < SimTime.Start ? at.ToString()
        : string.Create(CultureInfo.InvariantCulture, $@"day {(at - SimTime.Start).Days} {at - SimTime.Start:hh\:mm}");

    private static string Block(object record, IEnumerable<string> first)
    {
        var usual = Defaults.GetOrAdd(record.GetType(), Usual);
        return "{" + string.Join(", ", first.Concat(
            from property in Likeness.PropertiesOf(record.GetType())
            where !NotShown.Contains(property.Name) && !IsOneOfEnds(record, property)
            let value = property.GetValue(record)
            where value is not null && !IsUnset(value) && !(usual is not null && IsLike(value, property.GetValue(usual)))
            let text = Text(value)
            where text.Length > 0
            select $"{Likeness.Kebab(property.Name)}: {text}")) + "}";
    }

    // The id of a route says them.
    private static bool IsOneOfEnds(object record, PropertyInfo property) =>
        record is Route && property.Name is (nameof(Route.From) or nameof(Route.To) or nameof(Route.Name));

    // One of which nothing is said; null where its type wants more than an id or two places, as one's own may.
    private static object? Usual(Type type) =>
        type.GetConstructor([typeof(string)]) is { } byId ? byId.Invoke([""])
        : type.GetConstructor([typeof(PlaceId), typeof(PlaceId)]) is { } byEnds ? byEnds.Invoke([default(PlaceId), default(PlaceId)])
        : type.GetConstructor([])?.Invoke([]);

    private static string Text(object value) => value switch
    {
        string text => text,
        bool yes => yes ? "yes" : "no",
        Targets { Count: > 1 } targets => List(targets),
        TimeSpan time => TimeText.Of(time.TotalSeconds),
        DateTimeOffset at => at.ToString("yyyy-MM-dd'T'HH:mmzzz", CultureInfo.InvariantCulture),
        Enum word => Likeness.Kebab(word.ToString()),
        IFormattable number when value.GetType().Namespace == "System" => number.ToString(null, CultureInfo.InvariantCulture),
        _ when !IsWritten(value.GetType()) => value is IEnumerable items ? List(items) : Block(value, []),
        _ => value.ToString() ?? "",
    };

    private static bool IsLike(object value, object? usual) => usual is not null && !IsUnset(usual) && Likeness.AreAlike(value, usual);

    // A list that was never given has no items to ask for.
    private static bool IsUnset(object value) =>
        value is IEnumerable && value.GetType() is { IsValueType: true } type && type.GetProperty("IsDefault")?.GetValue(value) is true;

    private static string List(IEnumerable items)
    {
        var all = items.Cast<object>().Select(Text).ToArray();
        return all.Length == 0 ? "" : $"[{string.Join(", ", all)}]";
    }

    // Whether somebody has written what it says of itself, and not the compiler.
    private static bool IsWritten(Type type) =>
        type.GetMethod(nameof(ToString), []) is { } says && says.DeclaringType != typeof(object) && says.DeclaringType != typeof(ValueType)
            && !says.IsDefined(typeof(CompilerGeneratedAttribute), inherit: false);
}
