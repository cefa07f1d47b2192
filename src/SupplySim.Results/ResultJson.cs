using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Unicode;
using SupplySim.Results.Comparing;
using SupplySim.Results.Tables;

namespace SupplySim.Results;

/// <summary>How the JSON files of a result are written: camel case, indented, line feeds, letters of all scripts as
/// themselves. Source generated, so that nothing is looked up by reflection at start-up.</summary>
[JsonSerializable(typeof(Summary))]
[JsonSerializable(typeof(RankSummary))]
[JsonSerializable(typeof(HelpsSummary))]
[JsonSerializable(typeof(SweepSummary))]
[JsonSerializable(typeof(WhySummary))]
[JsonSerializable(typeof(CompareDocument))]
[JsonSerializable(typeof(DataPackage))]
[JsonSerializable(typeof(Manifest))]
internal sealed partial class ResultJson : JsonSerializerContext
{
    /// <summary>The one way in which results are written.</summary>
    internal static ResultJson Written { get; } = new(new JsonSerializerOptions
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        WriteIndented = true,
        NewLine = "\n",
        Encoder = JavaScriptEncoder.Create(UnicodeRanges.All),
    });
}
