namespace SupplySim.Results;

/// <summary>A result could not be written: no right to, no room, or another process in the way.</summary>
public sealed class ResultWriteException : IOException
{
    internal ResultWriteException(string path, Exception cause)
        : base($"cannot write the result to '{path}': {cause.Message} Choose another folder, or free this one.", cause) => Path = path;

    /// <summary>Whether a failure is one of writing.</summary>
    internal static bool Covers(Exception cause) => cause is IOException or UnauthorizedAccessException or NotSupportedException;

    /// <summary>What could not be written.</summary>
    public string Path { get; }
}
