namespace SupplySim.Scenarios.Diagnostics;

/// <summary>Where in a file (or on the command line) something stands. Immutable.</summary>
/// <param name="File">The file as the caller named it, or <c>command line</c>.</param>
/// <param name="Line">The line, counted from 1; 0 where the whole file is meant.</param>
/// <param name="Column">The column of the first character, counted from 1 in UTF-16 units; 0 where the whole file is
/// meant.</param>
/// <param name="Length">[UTF-16 units] How much of the line is meant, at least 1 where there is a line; it never runs
/// past the end of the line.</param>
/// <param name="LineText">The text of the line as it stands in the file; empty where the whole file is meant.</param>
public sealed record SourcePlace(string File, int Line, int Column, int Length, string LineText)
{
    /// <summary>A file as a whole, such as one that is missing.</summary>
    public static SourcePlace WholeFile(string file) => new(file, 0, 0, 0, "");

    /// <summary>For example <c>corridor.supply.yaml:12:20</c>.</summary>
    public override string ToString() =>
        Line == 0 ? File : string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{File}:{Line}:{Column}");
}
