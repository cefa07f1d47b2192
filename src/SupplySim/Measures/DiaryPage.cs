using System.Collections.Immutable;

namespace SupplySim.Measures;

/// <summary>One thing that is written down at the end of each day, a row for each place, and where one
/// asked for it each commodity, of which it is.</summary>
/// <remarks>NaN where a place has nothing to say. One run, one thread.</remarks>
internal sealed class DiaryPage
{
    private readonly int _days;
    private readonly double[] _values;

    /// <param name="rows">In order.</param>
    /// <param name="days">Of the run.</param>
    public DiaryPage(ImmutableArray<DiaryRow> rows, int days)
    {
        (Rows, _days, _values) = (rows, days, new double[rows.Length * days]);
        Array.Fill(_values, double.NaN);
    }

    /// <summary>Of what each is.</summary>
    public ImmutableArray<DiaryRow> Rows { get; }

    public double this[int row, int day]
    {
        set => _values[row * _days + day] = value;
    }

    /// <summary>All days of what has a row.</summary>
    public ReadOnlySpan<double> Of(DiaryRow row) => _values.AsSpan(Rows.BinarySearch(row) * _days, _days);
}
