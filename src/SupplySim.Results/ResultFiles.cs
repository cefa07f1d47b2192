using System.Collections.Immutable;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace SupplySim.Results;

/// <summary>A file of a result.</summary>
/// <param name="Name">Its name, with folders.</param>
/// <param name="Content">Its bytes.</param>
internal sealed record ResultFile(string Name, ImmutableArray<byte> Content)
{
    /// <summary>A text as UTF-8.</summary>
    public static ResultFile Text(string name, string content) =>
        new(name, [.. new UTF8Encoding(encoderShouldEmitUTF8Identifier: false).GetBytes(content)]);

    /// <summary>SHA-256, 64 lower-case hexadecimal digits.</summary>
    public string Sha256 => Convert.ToHexStringLower(SHA256.HashData(Content.AsSpan()));
}

/// <summary>How the files of a result come onto the disk.</summary>
internal static class ResultFiles
{
    private const string ManifestName = "manifest.json";
    private const string Partial = ".partial";

    /// <summary>The scenario as it was given, so that it can be run again; nothing where it was built in code.</summary>
    public static IEnumerable<ResultFile> Given(ScenarioSource? source) => source switch
    {
        null => [],
        { Others.IsEmpty: true } => [ResultFile.Text("scenario.supply.yaml", source.Text)],
        _ => source.Others.Insert(0, source).Select(each => ResultFile.Text($"scenario/{each.FileName}", each.Text)),
    };

    /// <summary>Writes files into a folder, each under another name first until it is on the disk, and the
    /// manifest last; what an earlier result of the same folder had and this one has not is removed.</summary>
    /// <param name="folder">Exists.</param>
    /// <param name="files">All but the manifest.</param>
    /// <param name="optional">The names that an earlier result may have had.</param>
    /// <param name="manifest">The manifest of these files.</param>
    public static void Replace(string folder, ImmutableArray<ResultFile> files, string[] optional,
        Func<ImmutableArray<ResultFile>, ResultFile> manifest)
    {
        File.Delete(Path.Combine(folder, ManifestName));
        if (Directory.Exists(Path.Combine(folder, "scenario"))) Directory.Delete(Path.Combine(folder, "scenario"), recursive: true);
        foreach (var name in optional.Except(files.Select(file => file.Name)))
        {
            File.Delete(Path.Combine(folder, name));
            File.Delete(Path.Combine(folder, name + Partial));
        }
        foreach (var file in files.Add(manifest(files)))
        {
            var path = Path.Combine(folder, file.Name);
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            using (var stream = new FileStream(path + Partial, FileMode.Create, FileAccess.Write, FileShare.None, bufferSize: 0))
            {
                stream.Write(file.Content.AsSpan());
                stream.Flush(flushToDisk: true);
            }
            File.Move(path + Partial, path, overwrite: true);
        }
    }

    /// <summary>Gives a finished folder its name, or that name with the first number that is free.</summary>
    public static string Publish(string finished, string wanted)
    {
        for (var attempt = 1; ; attempt++)
        {
            var path = attempt == 1 ? wanted : wanted + "-" + attempt.ToString(CultureInfo.InvariantCulture);
            if (Directory.Exists(path) || File.Exists(path)) continue;
            try
            {
                Directory.Move(finished, path);
                return path;
            }
            catch (IOException) when (Directory.Exists(path))
            {
                // Another process took the name in between: try the next.
            }
        }
    }

    public static void RemoveQuietly(string folder)
    {
        try
        {
            Directory.Delete(folder, recursive: true);
        }
        catch (Exception cause) when (cause is IOException or UnauthorizedAccessException)
        {
            // What could not be written may not be removable either; the first failure is the one to report.
        }
    }
}
