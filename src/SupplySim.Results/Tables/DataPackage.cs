using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text.Json;

namespace SupplySim.Results.Tables;

/// <summary>datapackage.json: what the tables and their columns mean, in the form of Frictionless Data Package 1.</summary>
/// <param name="Profile">Always <c>tabular-data-package</c>.</param>
/// <param name="Name">Lower case, fit for a file name.</param>
/// <param name="Title">The scenario's title.</param>
/// <param name="Description">What the package is.</param>
/// <param name="Resources">One for each table.</param>
internal sealed record DataPackage(
    string Profile, string Name, string Title, string Description, ImmutableArray<DataResource> Resources)
{
    public static DataPackage Of(string title, string description, ScenarioSource? source, ImmutableArray<Table> tables) => new(
        "tabular-data-package",
        string.Concat(
            (source?.Stem ?? "scenario").ToLowerInvariant().Select(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_' ? c : '-')),
        title,
        description,
        [.. tables.Select(DataResource.Of)]);

    public string ToJson() => JsonSerializer.Serialize(this, ResultJson.Written.DataPackage) + "\n";
}

/// <summary>A table of the package.</summary>
internal sealed record DataResource(
    string Profile, string Name, string Path, string Description, string Format, string Mediatype, string Encoding,
    long Bytes, string Hash, DataSchema Schema)
{
    public static DataResource Of(Table table) => new(
        "tabular-data-resource",
        System.IO.Path.GetFileNameWithoutExtension(table.FileName),
        table.FileName,
        table.Description,
        "csv", "text/csv", "utf-8",
        table.Content.Length,
        "sha256:" + Convert.ToHexStringLower(SHA256.HashData(table.Content.AsSpan())),
        new([.. table.Columns.Select(c => new DataField(c.Name, c.Type, c.Description))], [""]));
}

/// <summary>The columns of a table.</summary>
/// <param name="Fields">From left to right.</param>
/// <param name="MissingValues">What stands for no value.</param>
internal sealed record DataSchema(ImmutableArray<DataField> Fields, ImmutableArray<string> MissingValues);

/// <summary>A column of a table.</summary>
internal sealed record DataField(string Name, string Type, string Description);
