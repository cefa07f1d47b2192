using System.Security.Cryptography;
using System.Text.Json;
using CsvHelper;
using SupplySim.Results.Keeping;

namespace SupplySim.Results;

/// <summary>The files of a result in its folder, each held to the hash that the manifest has of it when it
/// is read: nothing is told of a result that somebody has changed since.</summary>
internal sealed class SavedFiles
{
    private readonly string _folder;
    private readonly Dictionary<string, string> _hashes;

    private SavedFiles(string folder)
    {
        _folder = folder;
        if (!File.Exists(Path.Combine(folder, "manifest.json"))) throw new SavedResultException(WithoutManifest(folder), null);
        using var manifest = JsonDocument.Parse(File.ReadAllBytes(Path.Combine(folder, "manifest.json")));
        Manifest = manifest.RootElement.Clone();
        _hashes = Manifest.GetProperty("files").EnumerateArray().ToDictionary(file => file.GetProperty("path").GetString()!,
            file => file.GetProperty("sha256").GetString()!);
    }

    /// <summary>manifest.json.</summary>
    public JsonElement Manifest { get; }

    /// <summary>What the manifest lists.</summary>
    public IEnumerable<string> Names => _hashes.Keys;

    /// <summary>Reads a folder.</summary>
    /// <param name="folder">The folder.</param>
    /// <param name="read">What is made of its files.</param>
    /// <exception cref="SavedResultException">It is no result, something in it has been changed, or it
    /// cannot be read; the message says what and what to do.</exception>
    public static T Read<T>(string folder, Func<SavedFiles, T> read)
    {
        try
        {
            return read(new SavedFiles(folder));
        }
        catch (Exception cause) when (cause is IOException and not SavedResultException or UnauthorizedAccessException)
        {
            throw new SavedResultException($"cannot read the result '{folder}': {cause.Message}", cause);
        }
        catch (Exception cause) when (cause is JsonException or KeyNotFoundException or InvalidOperationException or FormatException
            or CsvFormatException)
        {
            throw new SavedResultException(
                $"'{folder}' holds no result as SupplySim {ToolVersion.Number} writes it: {cause.Message.Split('\n')[0]}", cause);
        }
    }

    /// <summary>The bytes of a file.</summary>
    public byte[] Bytes(string name)
    {
        if (!_hashes.TryGetValue(name, out var sha256))
            throw new SavedResultException($"'{_folder}' has no {name}{Other()}; name the folder that `supplysim run` has written", null);
        var bytes = File.ReadAllBytes(Path.Combine(_folder, name));
        return Convert.ToHexStringLower(SHA256.HashData(bytes)) == sha256
            ? bytes
            : throw new SavedResultException(
                $"'{name}' in '{_folder}' is not as it was written: its hash is not the one in manifest.json; run the scenario anew", null);
    }

    // The documents of other verbs are not what is read here.
    private string Other() => new[] { "rank", "helps", "sweep" }.FirstOrDefault(verb => _hashes.ContainsKey($"{verb}.json")) is { } verb
        ? $": `supplysim {verb}` has written it"
        : "";

    private static string WithoutManifest(string folder) => File.Exists(Path.Combine(folder, ExperimentFile.FileName))
        ? $"'{folder}' is not complete: the experiment was stopped before its end; the command that began it goes on from there"
        : $"'{folder}' is no result: it has no manifest.json; name the folder that `supplysim run` has written";
}
