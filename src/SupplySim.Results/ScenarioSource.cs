using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;

namespace SupplySim.Results;

/// <summary>The scenario file that a result came from, as it was given: what a reader needs to run it again.</summary>
/// <remarks>Immutable. A scenario built in code has none.</remarks>
/// <param name="FileName">The file's name without folders, such as <c>fishkhabour-2017.supply.yaml</c>.</param>
/// <param name="Text">Its content, character by character.</param>
public sealed record ScenarioSource(string FileName, string Text)
{
    /// <summary>What the command line set, each as <c>KEY=VALUE</c>, in the order given. Default: nothing.</summary>
    public ImmutableArray<string> Settings { get; init; } = [];

    /// <summary>Of a sweep, what the command line varied, each as <c>KEY=VALUES</c>, in the order given. Default: nothing.</summary>
    public ImmutableArray<string> Vary { get; init; } = [];

    /// <summary>The other files that the scenario consists of, by names relative to its folder. Default: it stands in one.</summary>
    public ImmutableArray<ScenarioSource> Others { get; init; } = [];

    /// <summary>SHA-256 of the text as UTF-8 without a byte order mark, 64 lower-case hexadecimal digits.</summary>
    public string Sha256 => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(Text)));

    /// <summary>The file's name up to its first dot, which names the folder of its runs.</summary>
    public string Stem => FileName.Split('.')[0] is { Length: > 0 } stem ? stem : "scenario";
}
