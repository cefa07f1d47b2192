using System.Reflection;
using SupplySim.Laws.Architecture;

namespace SupplySim.Laws;

/// <summary>The arrows between the parts of SupplySim, held over what the compiler made of them.</summary>
public class ArchitectureTests
{
    private static readonly Assembly[] Assemblies =
        [.. new[] { "SupplySim.Engine", "SupplySim", "SupplySim.Scenarios", "SupplySim.Results", "SupplySim.Cli" }.Select(Assembly.Load)];

    [Fact]
    public void No_compiled_type_uses_a_layer_that_the_arrows_keep_from_it() =>
        (from type in Assemblies.SelectMany(assembly => assembly.GetTypes())
         from use in CompiledReferences.Of(type)
         let objection = Arrows.Objection(type, use.In, use.Used)
         where objection is not null
         select objection).Distinct().Order(StringComparer.Ordinal).Should().BeEmpty();

    /// <summary>Were the instructions of methods not read, the law above could be broken in any of them.</summary>
    [Fact]
    public void What_only_the_body_of_a_method_uses_is_seen() =>
        CompiledReferences.Of(typeof(Experiments.Replication)).Select(use => use.Used).Should().Contain(typeof(Conflict.Campaign));

    [Fact]
    public void Movement_that_knew_of_needs_would_be_objected_to() =>
        Arrows.Objection(typeof(Movement.Transport), "its loads", typeof(Needs.CampLife)).Should().NotBeNull();

    [Fact]
    public void The_public_surface_of_the_library_shows_no_type_of_a_package() =>
        (from type in typeof(Scenario).Assembly.GetExportedTypes()
         from member in type.GetMembers(BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Static | BindingFlags.Instance)
         where IsForUsers(member)
         from used in CompiledReferences.Signature(member).Append(type.BaseType).Concat(type.GetInterfaces())
             .OfType<Type>().SelectMany(CompiledReferences.Parts)
         let package = used.Assembly.GetName().Name!
         where package.StartsWith("MathNet.", StringComparison.Ordinal) || package.StartsWith("NodaTime", StringComparison.Ordinal)
         select $"{type}.{member.Name} shows {used}").Distinct().Should().BeEmpty();

    private static bool IsForUsers(MemberInfo member) => member switch
    {
        FieldInfo field => field.IsPublic || field.IsFamily || field.IsFamilyOrAssembly,
        MethodBase method => method.IsPublic || method.IsFamily || method.IsFamilyOrAssembly,
        _ => false, // A property and an event show what their methods show, a nested type is exported by itself.
    };
}
