using System.Security;
using SupplySim.Scenarios.Diagnostics;
using SupplySim.Scenarios.Reading;

namespace SupplySim.Scenarios.Imports;

/// <summary>The folder of a scenario file, in which the other files lie that the scenario consists of.</summary>
/// <remarks>
/// A name is relative to this folder, whichever file it stands in, with <c>/</c> between its parts. Refused before anything is
/// opened: <c>..</c>, absolute names, drives, links that lead out of the folder, and whatever has no length: pipes and devices,
/// which could block for ever, have none. All files together may have <see cref="Limits.OtherFiles"/> bytes.
/// </remarks>
/// <param name="scenarioFile">The path of the scenario file; null for a text that lies nowhere.</param>
/// <param name="diagnostics">Where mistakes go.</param>
internal sealed class ScenarioFolder(string? scenarioFile, DiagnosticBag diagnostics)
{
    private const int LongestName = 1024;
    private const int MostLinks = 40;
    private readonly HashSet<string> _included = new(StringComparer.Ordinal);
    private readonly List<ScenarioText> _texts = [];
    private int _files;
    private int _bytesLeft = Limits.OtherFiles;

    /// <summary>What was read so far; a file that is named twice stands there once.</summary>
    public IReadOnlyList<ScenarioText> Texts => _texts;

    /// <summary>Whether a file could not be read, so that what is missing in the rest means nothing.</summary>
    public bool HasFailed { get; set; }

    /// <summary>The text of a file that is included, which may happen once. Null where it cannot be had:
    /// reported.</summary>
    public SourceText? Include(Node name)
    {
        if (Find(name) is not { } path) return null;
        if (_included.Count == 0 && Resolve(Path.GetFullPath(scenarioFile!)) is { } self) _included.Add(self);
        if (_included.Add(path)) return Load(path, (ScalarNode)name, Limits.FileSize);
        diagnostics.Add(DiagnosticCodes.IncludedTwice, name.Span, $"`{((ScalarNode)name).Text}` is part of the scenario already",
            "include each file once");
        return null;
    }

    /// <summary>The text of a table. Null where it cannot be had: reported.</summary>
    public SourceText? Table(Node name) =>
        Find(name) is { } path ? Load(path, (ScalarNode)name, Limits.OtherFiles) : null;

    private SourceText? Load(string path, ScalarNode name, int limit)
    {
        var shown = Path.Combine(Path.GetDirectoryName(scenarioFile!) ?? "", name.Text);
        if (++_files > Limits.Files)
        {
            diagnostics.Add(DiagnosticCodes.TooManyRows, name.Span, $"a scenario may consist of {Limits.Files} files at most");
            return null;
        }
        var text = new SourceFile(path, shown, name, diagnostics).Load(Math.Min(limit, _bytesLeft));
        if (text is null) return null;
        _bytesLeft -= text.Text.Length;
        if (_texts.TrueForAll(known => known.Name != name.Text)) _texts.Add(new(name.Text, text.Text));
        return text;
    }

    /// <summary>The path of a file in the folder, links followed. Null where the name is none or leads out:
    /// reported.</summary>
    private string? Find(Node node)
    {
        if (node is not ScalarNode { IsEmpty: false } name)
        {
            if (node is not BrokenNode)
                diagnostics.Add(DiagnosticCodes.WrongShape, node.Span, $"the name of a file is needed here, not {node.Shape}");
            return null;
        }
        if (scenarioFile is null)
            return Refuse(name, "this text lies in no folder, so it cannot name other files", "read it from a file");
        if (name.Text.Length > LongestName || name.Text.Split('/').Any(part => part is "" or "." or ".."
                || part.AsSpan().IndexOfAny("\\:\0") >= 0))
            return Refuse(name, $"`{name.Text}` is not a name within the scenario's folder",
                "write a name relative to the scenario file, such as `data/places.csv`; `..` and absolute paths are not followed");
        try
        {
            var folder = Resolve(Path.GetDirectoryName(Path.GetFullPath(scenarioFile))!);
            var path = folder is null ? null : Resolve(Path.Combine(folder, Path.Combine(name.Text.Split('/'))));
            if (path is null
                || !path.StartsWith(folder!.TrimEnd(Path.DirectorySeparatorChar) + Path.DirectorySeparatorChar, StringComparison.Ordinal))
                return Refuse(name, $"`{name.Text}` is a link out of the scenario's folder", "put the file itself there");
            if (new FileInfo(path) is not { Exists: true, Length: 0 }) return path;
            diagnostics.Add(DiagnosticCodes.NoFile, name.Span, $"`{name.Text}` is empty, or no regular file");
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or ArgumentException
            or NotSupportedException or SecurityException)
        {
            diagnostics.Add(DiagnosticCodes.NoFile, name.Span, $"`{name.Text}` cannot be opened: {e.Message}");
        }
        return null;
    }

    private string? Refuse(ScalarNode name, string message, string help)
    {
        diagnostics.Add(DiagnosticCodes.Outside, name.Span, message, help);
        return null;
    }

    /// <summary>An absolute path with every link on it followed, as far as it exists. Null where links go round.</summary>
    private static string? Resolve(string path)
    {
        var real = Path.GetPathRoot(path)!;
        var ahead = new Stack<string>();
        Push(path[real.Length..]);
        for (var links = 0; ahead.TryPop(out var part);)
        {
            if (part == "..")
            {
                real = Path.GetDirectoryName(real) ?? real;
                continue;
            }
            var here = Path.Combine(real, part);
            if (TargetOf(here) is not { } target)
            {
                real = here;
                continue;
            }
            if (++links > MostLinks) return null;
            if (Path.GetPathRoot(target) is { Length: > 0 } root) (real, target) = (root, target[root.Length..]);
            Push(target);
        }
        return real;

        void Push(string relative)
        {
            foreach (var part in relative.Split(Path.DirectorySeparatorChar, Path.AltDirectorySeparatorChar).Reverse())
                if (part is not ("" or ".")) ahead.Push(part);
        }
    }

    private static string? TargetOf(string path) =>
        Directory.Exists(path) ? new DirectoryInfo(path).LinkTarget : new FileInfo(path).LinkTarget;
}
