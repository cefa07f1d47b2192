using System.Buffers;
using System.Security;
using System.Text;
using System.Text.Unicode;
using SupplySim.Scenarios.Diagnostics;

namespace SupplySim.Scenarios.Reading;

/// <summary>Loads the text of a file; reads no more than a scenario file may hold.</summary>
internal static class SourceFile
{
    /// <summary>The text. Null where it cannot be had: reported.</summary>
    public static SourceText? Load(string path, DiagnosticBag diagnostics)
    {
        if (LoadBytes(path, diagnostics) is not { } bytes) return null;
        if (bytes.Length > Limits.FileSize)
        {
            diagnostics.Add(DiagnosticCodes.TooLarge, path,
                $"this file is larger than {Limits.FileSize / (1024 * 1024)} MB; a scenario file may not be");
            return null;
        }
        if (bytes is [0xff, 0xfe, ..] or [0xfe, 0xff, ..])
        {
            diagnostics.Add(DiagnosticCodes.NotText, path, "this file is in UTF-16", "save it in UTF-8");
            return null;
        }
        return Decode(path, bytes is [0xef, 0xbb, 0xbf, ..] ? bytes.AsSpan(3) : bytes, diagnostics);
    }

    private static byte[]? LoadBytes(string path, DiagnosticBag diagnostics)
    {
        try
        {
            if (Directory.Exists(path))
            {
                diagnostics.Add(DiagnosticCodes.NoFile, path, "this is a folder, not a scenario file",
                    "name the file in it that ends with `.supply.yaml`");
                return null;
            }
            using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read);
            var buffer = new MemoryStream();
            var chunk = new byte[81_920];
            for (int read; buffer.Length <= Limits.FileSize && (read = file.Read(chunk)) > 0;)
                buffer.Write(chunk, 0, read);
            return buffer.ToArray();
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or ArgumentException
            or NotSupportedException or SecurityException)
        {
            var message = e is FileNotFoundException or DirectoryNotFoundException
                ? "there is no such file"
                : $"this file cannot be opened: {e.Message}";
            diagnostics.Add(DiagnosticCodes.NoFile, path, message);
            return null;
        }
    }

    private static SourceText? Decode(string path, ReadOnlySpan<byte> bytes, DiagnosticBag diagnostics)
    {
        var valid = LengthOfText(bytes);
        var text = Encoding.UTF8.GetString(bytes[..valid]);
        if (valid == bytes.Length) return new SourceText(path, text);
        var source = new SourceText(path, text + '\ufffd');
        diagnostics.Add(DiagnosticCodes.NotText, new Span(source, text.Length, text.Length + 1),
            "from here on this file is not text in UTF-8", "save it in UTF-8");
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
