namespace SupplySim;

/// <summary>A figure of a scenario that nobody knows: <c>unknown(237 000, 267 000)</c>. It is drawn once
/// for a run, and holds for all of it.</summary>
/// <param name="Path">Where it stands, as keys of a scenario file: <c>places.ain-issa.people</c>.</param>
/// <param name="Law">What it may be, as the scenario language writes it.</param>
public sealed record UnknownFigure(string Path, string Law)
{
    /// <summary>For example <c>places.ain-issa.people: unknown(237000, 267000)</c>.</summary>
    public override string ToString() => $"{Path}: {Law}";
}
