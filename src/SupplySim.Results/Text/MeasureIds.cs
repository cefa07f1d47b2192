namespace SupplySim.Results.Text;

/// <summary>The ids of measures, by which they are asked for, beside the words by which they are shown.</summary>
internal static class MeasureIds
{
    /// <summary>For example <c>The rows are, for --by: need-met, hungry.</c></summary>
    /// <param name="ids">In the order of the rows.</param>
    public static string Sentence(IReadOnlyList<string> ids) => $"The rows are, for --by: {string.Join(", ", ids.Select(Names.Clean))}.";
}
