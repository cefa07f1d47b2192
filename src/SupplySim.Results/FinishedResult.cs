using System.Text.Json;

namespace SupplySim.Results;

/// <summary>The finished result in a folder, if there is one: what a new one would replace.</summary>
internal static class FinishedResult
{
    /// <summary>[runs] That it was asked for, or that it took to know closely enough; null where nothing
    /// lies there, or something that was stopped, or that does not read: it is written anew.</summary>
    public static int? RunsIn(string folder)
    {
        try
        {
            if (!File.Exists(Path.Combine(folder, "manifest.json"))) return null;
            var name = new[] { "summary.json", "rank.json", "helps.json",
                "sweep.json" }.FirstOrDefault(one => File.Exists(Path.Combine(folder, one)));
            if (name is null) return null;
            using var document = JsonDocument.Parse(File.ReadAllBytes(Path.Combine(folder, name)));
            var (root, runs, planned) = (document.RootElement, document.RootElement.GetProperty("runs").GetInt32(),
                document.RootElement.GetProperty("runsPlanned").GetInt32());
            if (root.TryGetProperty("whole", out var whole)) return whole.GetBoolean() ? planned : null;
            return root.GetProperty("ended").GetString() switch
            {
                "all-runs" or "incomplete" => planned,
                "half-width" => runs,
                _ => null,
            };
        }
        catch (Exception cause) when (cause is IOException or UnauthorizedAccessException or JsonException or KeyNotFoundException
            or InvalidOperationException or FormatException)
        {
            return null;
        }
    }
}
