using System.Collections.Immutable;
using System.Text.Json;
using SupplySim.Experiments;

namespace SupplySim.Results;

/// <summary>A result held against the same experiment run again: which of its files come out the same, byte by byte.</summary>
/// <param name="Same">The files that do, by name, in the order of the manifest.</param>
/// <param name="Different">Those that do not, or do not come out at all.</param>
/// <param name="Was">The fingerprint of the result, 16 hexadecimal digits.</param>
/// <param name="Is">That of the new runs.</param>
public sealed record Verification(ImmutableArray<string> Same, ImmutableArray<string> Different, string Was, string Is)
{
    /// <summary>Whether all came out the same.</summary>
    public bool Holds => Different.IsEmpty && Was == Is;

    /// <summary>Holds a result in its folder against new runs. Nothing is written.</summary>
    /// <param name="folder">The folder, as <see cref="RunDirectory"/> has written it.</param>
    /// <param name="again">The same experiment, run again.</param>
    /// <param name="source">The scenario file that it was run from.</param>
    /// <exception cref="SavedResultException">It is not such a folder, or cannot be read; the message says what and what to do.</exception>
    public static Verification Of(string folder, ExperimentResult again, ScenarioSource source)
    {
        ArgumentNullException.ThrowIfNull(folder);
        ArgumentNullException.ThrowIfNull(again);
        ArgumentNullException.ThrowIfNull(source);
        return SavedFiles.Read(folder, files =>
        {
            // It was read from the copy in the folder, which may have another name.
            var named = source with { FileName = files.Manifest.GetProperty("scenario").GetProperty("file").GetString()! };
            var hashes = RunDirectory.Files(again, named, files.Names.Contains("report.html")).ToDictionary(file => file.Name,
                file => file.Sha256);
            var listed = files.Manifest.GetProperty("files").EnumerateArray()
                .Select(file => (Name: Text(file, "path"), Sha256: Text(file, "sha256"))).ToArray();
            return new Verification(
                [.. listed.Where(file => hashes.GetValueOrDefault(file.Name) == file.Sha256).Select(file => file.Name)],
                [.. listed.Where(file => hashes.GetValueOrDefault(file.Name) != file.Sha256).Select(file => file.Name),
                    .. hashes.Keys.Except(listed.Select(file => file.Name))],
                Text(files.Manifest, "fingerprint"), Summary.Hex(again.Fingerprint));
        });
    }

    private static string Text(JsonElement element, string name) => element.GetProperty(name).GetString()!;
}
