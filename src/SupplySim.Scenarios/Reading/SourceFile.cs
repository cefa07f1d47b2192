using System.Buffers;
using System.Security;
using System.Text;
using System.Text.Unicode;
using SupplySim.Scenarios.Diagnostics;

namespace SupplySim.Scenarios.Reading;

/// <summary>Loads the text of a file; reads no more than it may hold.</summary>
/// <param name="path">What is opened.</param>
/// <param name="name">How it is called in messages.</param>
/// <param name="namedAt">Where another file names it; null for the scenario file itself.</param>
/// <param name="diagnostics">Where mistakes go.</param>
internal sealed class SourceFile(string path, string name, ScalarNode? namedAt, DiagnosticBag diagnostics)
{
    /// <summary>The text of a scenario file. Null where it cannot be had: reported.</summary>
    public static SourceText? Load(string path, DiagnosticBag diagnostics) =>
        new SourceFile(path, path, null, diagnostics).Load(Limits.FileSize);

    /// <summary>The text, where it has at most so many bytes. Null where it cannot be had: reported.</summary>
    public SourceText? Load(int limit)
    {
        if (LoadBytes(limit) is not { } bytes) return null;
        if (bytes.Length > limit)
            return Refuse(DiagnosticCodes.TooLarge,
                $"this file is larger than {limit / (1024 * 1024)} MB; a scenario may not be");
        if (bytes is [0xff, 0xfe, ..] or [0xfe, 0xff, ..])
            return Refuse(DiagnosticCodes.NotText, "this file is in UTF-16", "save it in UTF-8");
        return Decode(bytes is [0xef, 0xbb, 0xbf, ..] ? bytes.AsSpan(3) : bytes);
    }

    private byte[]? LoadBytes(int limit)
    {
        try
        {
            if (Directory.Exists(path))
            {
                Refuse(DiagnosticCodes.NoFile, "this is a folder, not a scenario file",
                    "name the file in it that ends with `.supply.yaml`");
                return null;
            }
            using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read);
            var buffer = new MemoryStream();
            var chunk = new byte[81_920];
            for (int read; buffer.Length <= limit && (read = file.Read(chunk)) > 0;) buffer.Write(chunk, 0, read);
            return buffer.ToArray();
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or ArgumentException
            or NotSupportedException or SecurityException)
        {
            Refuse(DiagnosticCodes.NoFile, e is FileNotFoundException or DirectoryNotFoundException
                ? "there is no such file"
                : $"this file cannot be opened: {e.Message}",
                namedAt is null && e is FileNotFoundException && Meant() is { } meant ? $"is `{meant}` meant, which is there?" : null);
            return null;
        }
    }

    // A file beside it whose name is much like it: .yml for .yaml, or without .supply.
    private string? Meant()
    {
        const int mostFiles = 1000;
        try
        {
            var folder = Path.GetDirectoryName(path) is { Length: > 0 } named ? named : ".";
            var near = Similar.To(Path.GetFileName(path),
                Directory.EnumerateFiles(folder).Take(mostFiles).Select(file => Path.GetFileName(file)).Order(StringComparer.Ordinal));
            return near is null ? null : Path.Combine(Path.GetDirectoryName(path) ?? "", near);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or SecurityException)
        {
            return null;
        }
    }

    private SourceText? Decode(ReadOnlySpan<byte> bytes)
    {
        var valid = LengthOfText(bytes);
        var text = Encoding.UTF8.GetString(bytes[..valid]);
        if (valid == bytes.Length) return new SourceText(name, text);
        var source = new SourceText(name, text + '\ufffd');
        diagnostics.Add(DiagnosticCodes.NotText, new Span(source, text.Length, text.Length + 1),
            "from here on this file is not text in UTF-8", "save it in UTF-8");
        return null;
    }

    private SourceText? Refuse(DiagnosticCode code, string message, string? help = null)
    {
        if (namedAt is not null) diagnostics.Add(code, namedAt.Span, $"`{namedAt.Text}`: {message}", help);
        else diagnostics.Add(code, name, message, help);
        return null;
    }

    /// <summary>How many bytes from the start are well-formed UTF-8.</summary>
    private static int LengthOfText(ReadOnlySpan<byte> bytes)
    {
        if (Utf8.IsValid(bytes)) return bytes.Length;
        var length = 0;
        while (Rune.DecodeFromUtf8(bytes[length..], out _, out var consumed) == OperationStatus.Done)
            length += consumed;
        return length;
    }
}
