namespace SupplySim.Scenarios.Reading;

/// <summary>What a scenario file may hold at most, so that none can hang the reader or fill memory.</summary>
internal static class Limits
{
    /// <summary>[bytes] Of a file.</summary>
    public const int FileSize = 16 * 1024 * 1024;

    /// <summary>[brackets or indented blocks] One inside the other.</summary>
    public const int Depth = 32;

    /// <summary>[values, keys included] In a file.</summary>
    public const int Nodes = 1_000_000;

    /// <summary>[bytes] Of all other files that a scenario consists of, together.</summary>
    public const int OtherFiles = 64 * 1024 * 1024;

    /// <summary>[files] That a scenario consists of.</summary>
    public const int Files = 1000;

    /// <summary>[files] One included by the other.</summary>
    public const int IncludeDepth = 8;

    /// <summary>[rows] Of all tables together.</summary>
    public const int Rows = 1_000_000;

    /// <summary>[values] Cells of all tables together.</summary>
    public const int Cells = 4_000_000;

    /// <summary>[columns] Of a table.</summary>
    public const int Columns = 200;

    /// <summary>[values] Nodes times the number of times the file is bound, once for itself and once for each
    /// alternative.</summary>
    public const long BoundNodes = 20_000_000;

    /// <summary>[characters] Of a value that is read by the grammar of values; running text is not bound by
    /// it.</summary>
    public const int ValueLength = 1024;

    /// <summary>[brackets, <c>not</c>s] One inside the other in a condition.</summary>
    public const int ConditionDepth = 32;

    /// <summary>[diagnostics] That are listed.</summary>
    public const int Mistakes = 1000;
}
