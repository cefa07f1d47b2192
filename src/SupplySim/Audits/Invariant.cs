namespace SupplySim.Audits;

/// <summary>Something that holds at every event of every run, whatever the scenario.</summary>
/// <param name="Id">Short and stable, for messages and tests: a letter for what it is about, and a number.</param>
/// <param name="Sentence">What holds, in one sentence.</param>
public sealed record Invariant(string Id, string Sentence)
{
    /// <summary>For example <c>V1: a fleet is ...</c>.</summary>
    public override string ToString() => $"{Id}: {Sentence}";
}
