using System.Collections.Immutable;
using System.Runtime.InteropServices;
using CsvHelper;
using SupplySim.Statistics;

namespace SupplySim.Results.Tables;

/// <summary>A CSV table: RFC 4180 with line feeds, UTF-8, culture-invariant, numbers so that they read back as the same
/// number, empty where there is none.</summary>
/// <remarks>A text that a spreadsheet would run as a formula gets an apostrophe before it.</remarks>
/// <param name="FileName">For example <c>measures.csv</c>.</param>
/// <param name="Description">What its rows are.</param>
/// <param name="Columns">From left to right.</param>
/// <param name="Content">The bytes, header included.</param>
internal sealed record Table(
    string FileName, string Description, ImmutableArray<TableColumn> Columns, ImmutableArray<byte> Content)
{
    private static readonly CsvWriterOptions Options = new() { NewLine = "\n", Injection = CsvInjection.Escape };

    /// <summary>A table whose rows are written by a function.</summary>
    public static Table Of(string fileName, string description, ImmutableArray<TableColumn> columns, Action<CsvWriter> rows)
    {
        using var content = new MemoryStream();
        using (var writer = CsvWriter.Create(content, Options, leaveOpen: true))
        {
            foreach (var column in columns) writer.WriteField(column.Name);
            writer.EndRecord();
            rows(writer);
        }
        return new(fileName, description, columns, ImmutableCollectionsMarshal.AsImmutableArray(content.ToArray()));
    }

    /// <summary>Reads what was written so, header included.</summary>
    public static CsvReader Reader(byte[] content) => CsvReader.Create(content, new CsvReaderOptions
    {
        HasHeader = false,
        DetectSeparatorHint = false,
        MalformedData = CsvMalformedDataHandling.Throw,
        FieldCountMismatch = CsvFieldCountHandling.Allow,
    });

    /// <summary>A number; an empty field where there is none.</summary>
    public static void Write(CsvWriter writer, double value)
    {
        if (double.IsFinite(value)) writer.WriteField(value, default);
        else writer.WriteField((string?)null);
    }

    /// <summary>A difference, its half-width, its level and its number of pairs, each in a field.</summary>
    public static void Write(CsvWriter writer, PairedDifference? difference)
    {
        Write(writer, difference?.Difference ?? double.NaN);
        Write(writer, difference?.HalfWidth ?? double.NaN);
        Write(writer, difference?.Level ?? double.NaN);
        writer.WriteField(difference?.N ?? 0, default);
    }
}

/// <summary>A column of a table.</summary>
/// <param name="Name">As in the header.</param>
/// <param name="Type">In the words of Frictionless Table Schema: <c>string</c>, <c>integer</c>,
/// <c>number</c>, <c>boolean</c>, <c>datetime</c>.</param>
/// <param name="Description">What it holds, with its unit.</param>
internal sealed record TableColumn(string Name, string Type, string Description);
