namespace SupplySim.Laws.Architecture;

/// <summary>Who may use whom: the arrows of the design, as a table of layers and what each may use.</summary>
/// <remarks>A layer is a namespace below <c>SupplySim</c> with all inside it, but for the root namespace, which is three: the words
/// that everybody uses, those that hold policies, and the scenario, which holds them all and is known only to whoever runs it, and to the
/// rules it is held to.</remarks>
internal static class Arrows
{
    private const string Words = "the words";
    private const string ScenarioLevel = "the scenario";

    private static readonly string[] OfTheScenario =
        [nameof(Scenario), nameof(StartStates), nameof(Problem), nameof(InvalidScenarioException), nameof(ExperimentPlan),
            nameof(Alternative)];

    // Words that hold policies, which are asked for decisions; so they are known to whoever decides, and to nobody below.
    private static readonly string[] OfPlanning = [nameof(Policies), nameof(Share)];

    private static readonly string[] Base = ["Engine", "Quantities", Words];
    private static readonly string[] ToPlanning = [.. Base, "Networks", "Runs", "Planning"];
    private static readonly string[] Model = [.. ToPlanning, "Movement", "Needs", "Conflict", "Disruptions", ScenarioLevel];
    private static readonly string[] ToExperiments = [.. Model, "Measures", "Audits", "Statistics", "Remedies", "Experiments"];

    private static readonly Dictionary<string, string[]> May = new()
    {
        ["Engine"] = [],
        ["Statistics"] = [],
        ["Quantities"] = ["Engine"],
        [Words] = ["Engine", "Quantities"],
        ["Networks"] = Base,
        ["Runs"] = [.. Base, "Networks"],
        ["Planning"] = [.. Base, "Networks", "Runs"],
        ["Movement"] = ToPlanning,
        ["Needs"] = ToPlanning,
        ["Conflict"] = ToPlanning,
        ["Disruptions"] = ToPlanning,
        [ScenarioLevel] = [.. ToPlanning, "Movement", "Needs", "Conflict", "Disruptions", "Rules"],
        ["Rules"] = Model,
        ["Measures"] = [.. ToPlanning, "Movement", "Needs", "Statistics"],
        ["Audits"] = [.. ToPlanning, "Movement", "Needs"],
        // Whether what is lifted would have room is reckoned as the rules reckon it.
        ["Remedies"] = [.. Model, "Rules"],
        ["Experiments"] = [.. Model, "Remedies", "Rules", "Measures", "Audits", "Statistics"],
        ["Scenarios"] = ToExperiments,
        ["Results"] = ToExperiments,
        ["Cli"] = [.. ToExperiments, "Scenarios", "Results"],
    };

    /// <summary>The layer of a type; null for what is not of SupplySim, or made by the compiler for a whole assembly.</summary>
    public static string? Layer(Type type)
    {
        var outermost = type;
        while (outermost.DeclaringType is { } declaring) outermost = declaring;
        if (outermost.Namespace is not { } space || space.Split('.') is not ["SupplySim", ..] names) return null;
        if (names.Length > 1) return names[1];
        return OfTheScenario.Contains(outermost.Name) ? ScenarioLevel : OfPlanning.Contains(outermost.Name) ? "Planning" : Words;
    }

    /// <summary>What is wrong with a type's use of another; null where it may use it.</summary>
    public static string? Objection(Type user, string member, Type used)
    {
        if (Layer(user) is not { } from || Layer(used) is not { } to || from == to) return null;
        if (!May.TryGetValue(from, out var allowed)) return $"{from} has no place among the layers ({user})";
        return allowed.Contains(to) ? null : $"{from} must not use {to}: {user} uses {used} in {member}";
    }
}
