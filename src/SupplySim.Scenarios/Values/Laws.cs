using SupplySim.Quantities;

namespace SupplySim.Scenarios.Values;

/// <summary>What an argument of a distribution is.</summary>
internal enum ArgumentRole
{
    /// <summary>A value like those that are drawn: of their sort and within their bounds.</summary>
    Value,

    /// <summary>A spread: of their sort, not negative.</summary>
    Spread,

    /// <summary>A bare number.</summary>
    Plain,

    /// <summary>A share from 0 to 1.</summary>
    Probability,
}

/// <summary>One way to write a distribution.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Arguments">Its arguments, in order.</param>
/// <param name="Make">Makes it from them.</param>
/// <param name="OnlyNumbers">Draws numbers of things, never times or shares.</param>
internal sealed record LawForm(
    string Name,
    (string Name, ArgumentRole Role)[] Arguments,
    Func<double[], Distribution> Make,
    bool OnlyNumbers = false)
{
    /// <summary>Whether it has an argument of this name.</summary>
    public bool Knows(string argument) => Arguments.Any(a => a.Name == argument);

    /// <summary>For example <c>uniform(lo, hi)</c>.</summary>
    public string Usage => $"{Name}({string.Join(", ", Arguments.Select(a => a.Name))})";
}

/// <summary>The table of distributions. <c>choice</c> and <c>unknown</c> have a form of their own.</summary>
internal static class Laws
{
    private const ArgumentRole Value = ArgumentRole.Value;
    private const ArgumentRole Spread = ArgumentRole.Spread;
    private const ArgumentRole Plain = ArgumentRole.Plain;

    public static readonly LawForm[] Forms =
    [
        new("uniform", [("lo", Value), ("hi", Value)], a => Distribution.Uniform(a[0], a[1])),
        new("triangular", [("lo", Value), ("mode", Value), ("hi", Value)],
            a => Distribution.Triangular(a[0], a[1], a[2])),
        new("pert", [("lo", Value), ("mode", Value), ("hi", Value)], a => Distribution.Pert(a[0], a[1], a[2])),
        new("normal", [("mean", Value), ("sd", Spread)], a => Distribution.Normal(a[0], a[1])),
        new("lognormal", [("mean", Value), ("sd", Spread)], a => Distribution.Lognormal(a[0], a[1])),
        new("lognormal", [("p50", Value), ("p95", Value)], a => Distribution.LognormalQuantiles(a[0], a[1])),
        new("gamma", [("mean", Value), ("sd", Spread)], a => Distribution.Gamma(a[0], a[1])),
        new("weibull", [("shape", Plain), ("scale", Value)], a => Distribution.Weibull(a[0], a[1])),
        new("exponential", [("mean", Value)], a => Distribution.Exponential(a[0])),
        new("erlang", [("stages", Plain), ("mean", Value)], a => Distribution.Erlang(Stages(a[0]), a[1])),
        new("poisson", [("mean", Value)], a => Distribution.Poisson(a[0]), OnlyNumbers: true),
        new("bernoulli", [("p", ArgumentRole.Probability)], a => Distribution.Bernoulli(a[0]), OnlyNumbers: true),
    ];

    /// <summary>All names that may stand before a bracket, for suggestions.</summary>
    public static IEnumerable<string> Names => Forms.Select(f => f.Name).Distinct().Append("choice").Append("unknown");

    private static int Stages(double stages) => stages is >= 1 and <= 1_000_000 && stages == Math.Floor(stages)
        ? (int)stages
        : throw new ArgumentOutOfRangeException(nameof(stages), "stages are a whole number from 1 to 1 000 000");
}
