namespace SupplySim.Results.Keeping;

/// <summary>An experiment file could not be opened, read or written, or it holds another experiment. The
/// message says which and what to do.</summary>
public sealed class ExperimentFileException : IOException
{
    internal ExperimentFileException(string path, string what, Exception? cause = null)
        : base($"'{path}' {what}", cause) => Path = path;

    /// <summary>The file.</summary>
    public string Path { get; }

    /// <summary>Whether it is a whole experiment file, and holds another experiment: another scenario, seed
    /// or version of SupplySim.</summary>
    public bool IsOther { get; init; }
}
