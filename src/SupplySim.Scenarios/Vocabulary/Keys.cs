using System.Collections;
using System.Linq.Expressions;
using System.Reflection;
using System.Runtime.CompilerServices;

namespace SupplySim.Scenarios.Vocabulary;

/// <summary>A key of a block: its name, what may stand behind it, and the property that it fills.</summary>
/// <param name="Name">The kebab-case of the property.</param>
/// <param name="Property">The property; null for a key that fills none, such as <c>kind</c>.</param>
/// <param name="Kind">What may stand behind it.</param>
/// <param name="IsRequired">Whether it has no default.</param>
internal sealed record Key(string Name, PropertyInfo? Property, IKind Kind, bool IsRequired);

/// <summary>Keys of the blocks that become a <typeparamref name="T"/>, or of what several such blocks have in
/// common.</summary>
/// <remarks>Neither names nor defaults are written a second time: the name is the property's, a key is required where
/// the property is, and where a key is left out the property keeps the value that the record gives it.</remarks>
internal class Keys<T> : IEnumerable<Key>
{
    private readonly List<Key> _keys = [];

    public IReadOnlyList<Key> All => _keys;

    /// <summary>A key for a property.</summary>
    public void Add<TValue>(Expression<Func<T, TValue?>> property, Kind<TValue> kind) => Add(property.Body, kind);

    /// <summary>A key for a property whose null means that nothing was said.</summary>
    public void Add<TValue>(Expression<Func<T, TValue?>> property, Kind<TValue> kind)
        where TValue : struct => Add(property.Body, kind);

    /// <summary>A key for a property that code must set and a file may leave out.</summary>
    public void Add<TValue>(Expression<Func<T, TValue?>> property, Kind<TValue> kind, bool isRequired)
    {
        Add(property, kind);
        _keys[^1] = _keys[^1] with { IsRequired = isRequired };
    }

    /// <summary>A key that fills no property.</summary>
    public void Add(string name, IKind kind) => _keys.Add(new(name, null, kind, IsRequired: true));

    /// <summary>Keys that several shapes have in common.</summary>
    public void Add(IEnumerable<Key> keys) => _keys.AddRange(keys);

    public IEnumerator<Key> GetEnumerator() => _keys.GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    private void Add(Expression body, IKind kind)
    {
        var property = (PropertyInfo)((MemberExpression)body).Member;
        _keys.Add(new(Kebab.Case(property.Name), property, kind, property.IsDefined(typeof(RequiredMemberAttribute))));
    }
}
