using System.Reflection;
using System.Reflection.Emit;

namespace SupplySim.Laws.Architecture;

/// <summary>Which types a compiled type uses: in its signatures, its locals, and the instructions of its methods.</summary>
/// <remarks>Read from the assembly, so that what needs no <c>using</c> line is found too. Constants are copied by the compiler and
/// leave no trace. Attributes are not looked at.</remarks>
internal static class CompiledReferences
{
    private const BindingFlags All =
        BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Static | BindingFlags.Instance | BindingFlags.DeclaredOnly;

    private static readonly Dictionary<short, OperandType> Operands = typeof(OpCodes).GetFields()
        .Select(field => (OpCode)field.GetValue(null)!).ToDictionary(code => code.Value, code => code.OperandType);

    /// <summary>Each use: the member in which it stands, and the type, without arrays, references and
    /// generic arguments around it.</summary>
    public static IEnumerable<(string In, Type Used)> Of(Type type)
    {
        var used = Shape(type).Select(shape => (In: "its declaration", Used: shape));
        foreach (var member in type.GetMembers(All))
            used = used.Concat(OfMember(member).Select(reference => (In: member.Name, Used: reference)));
        return used.SelectMany(use => Parts(use.Used).Select(part => (use.In, part))).Distinct();
    }

    /// <summary>The types in the signature of a member.</summary>
    public static IEnumerable<Type> Signature(MemberInfo member) => member switch
    {
        FieldInfo field => [field.FieldType],
        PropertyInfo property => [property.PropertyType, .. property.GetIndexParameters().Select(index => index.ParameterType)],
        EventInfo happening => [happening.EventHandlerType!],
        MethodInfo method => [method.ReturnType, .. Parameters(method), .. method.GetGenericArguments()],
        ConstructorInfo constructor => Parameters(constructor),
        _ => [],
    };

    /// <summary>A type taken apart into those that have a name of their own.</summary>
    public static IEnumerable<Type> Parts(Type type)
    {
        if (type.HasElementType) return Parts(type.GetElementType()!);
        if (type.IsGenericParameter)
            return type.DeclaringMethod is null
                ? []
                : type.GetGenericParameterConstraints().Where(bound => !bound.ContainsGenericParameters);
        if (!type.IsGenericType) return [type];
        return [type.GetGenericTypeDefinition(), .. type.GetGenericArguments().SelectMany(Parts)];
    }

    private static IEnumerable<Type> Shape(Type type)
    {
        if (type.BaseType is { } parent) yield return parent;
        foreach (var contract in type.GetInterfaces()) yield return contract;
        foreach (var bound in type.GetGenericArguments().SelectMany(argument => argument.GetGenericParameterConstraints()))
            yield return bound;
    }

    private static IEnumerable<Type> OfMember(MemberInfo member) =>
        member is MethodBase method ? Signature(member).Concat(Body(method)) : Signature(member);

    private static IEnumerable<Type> Parameters(MethodBase method) => method.GetParameters().Select(parameter => parameter.ParameterType);

    private static IEnumerable<Type> Body(MethodBase method)
    {
        if (method.GetMethodBody() is not { } body) yield break;
        foreach (var local in body.LocalVariables) yield return local.LocalType;
        foreach (var clause in body.ExceptionHandlingClauses)
            if (clause.Flags == ExceptionHandlingClauseOptions.Clause) yield return clause.CatchType!;
        foreach (var token in Tokens(body.GetILAsByteArray()!))
        {
            var member = Resolve(method, token);
            foreach (var type in Signature(member)) yield return type;
            if ((member as Type ?? member.DeclaringType) is { } named) yield return named;
        }
    }

    private static MemberInfo Resolve(MethodBase method, int token) => method.Module.ResolveMember(
        token,
        method.DeclaringType!.IsGenericType ? method.DeclaringType.GetGenericArguments() : null,
        method.IsGenericMethod ? method.GetGenericArguments() : null)!;

    private static IEnumerable<int> Tokens(byte[] code)
    {
        for (var at = 0; at < code.Length;)
        {
            var value = code[at] == 0xFE ? unchecked((short)(0xFE00 | code[at + 1])) : code[at];
            at += code[at] == 0xFE ? 2 : 1;
            var operand = Operands[value];
            if (operand is OperandType.InlineField or OperandType.InlineMethod or OperandType.InlineType or OperandType.InlineTok)
                yield return BitConverter.ToInt32(code, at);
            at += Length(operand, code, at);
        }
    }

    private static int Length(OperandType operand, byte[] code, int at) => operand switch
    {
        OperandType.InlineNone => 0,
        OperandType.ShortInlineBrTarget or OperandType.ShortInlineI or OperandType.ShortInlineVar => 1,
        OperandType.InlineVar => 2,
        OperandType.InlineI8 or OperandType.InlineR => 8,
        OperandType.InlineSwitch => 4 + 4 * BitConverter.ToInt32(code, at),
        _ => 4,
    };
}
