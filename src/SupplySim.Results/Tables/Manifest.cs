using System.Collections.Immutable;
using System.Globalization;
using System.Runtime.InteropServices;
using System.Text.Json;
using NodaTime.TimeZones;
using SupplySim.Experiments;

namespace SupplySim.Results.Tables;

/// <summary>manifest.json: who made the result, on what machine, when, from what; and the hash of every other file. The only
/// file that differs between two runs of the same experiment.</summary>
internal sealed record Manifest
{
    public string Schema { get; } = "supplysim.manifest/1";

    public required string Version { get; init; }

    public required string? Commit { get; init; }

    /// <summary>Of the time zone rules that opening hours were computed with.</summary>
    public required string TimeZones { get; init; }

    public required string Started { get; init; }

    public required double Seconds { get; init; }

    public required ManifestMachine Machine { get; init; }

    public required ulong Seed { get; init; }

    public required int Runs { get; init; }

    public required int RunsPlanned { get; init; }

    /// <summary>Of all outcomes; null where what was made is no experiment.</summary>
    public required string? Fingerprint { get; init; }

    public required SummaryScenario Scenario { get; init; }

    public required ImmutableArray<ManifestFile> Files { get; init; }

    /// <summary>The manifest of a document and the files around it.</summary>
    public static Manifest Of(ResultDocument document, string? fingerprint, ExperimentCost cost, DateTimeOffset started,
        ImmutableArray<ResultFile> files) => new()
    {
        Version = ToolVersion.Number,
        Commit = ToolVersion.Commit,
        TimeZones = TzdbDateTimeZoneSource.Default.VersionId,
        Started = started.ToString("yyyy-MM-dd'T'HH:mm:sszzz", CultureInfo.InvariantCulture),
        Seconds = cost.Elapsed.TotalSeconds,
        Machine = ManifestMachine.Here(cost.Workers),
        Seed = document.Seed,
        Runs = document.Runs,
        RunsPlanned = document.RunsPlanned,
        Fingerprint = fingerprint,
        Scenario = document.Scenario,
        Files = [.. files.Select(f => new ManifestFile(f.Name, f.Content.Length, f.Sha256))],
    };

    public string ToJson() => JsonSerializer.Serialize(this, ResultJson.Written.Manifest) + "\n";
}

/// <summary>What the experiment ran on.</summary>
internal sealed record ManifestMachine(string System, string Architecture, string Runtime, int Processors, int Threads)
{
    public static ManifestMachine Here(int threads) => new(
        RuntimeInformation.OSDescription,
        RuntimeInformation.ProcessArchitecture.ToString(),
        RuntimeInformation.FrameworkDescription,
        Environment.ProcessorCount,
        threads);
}

/// <summary>A file of the result.</summary>
internal sealed record ManifestFile(string Path, long Bytes, string Sha256);
