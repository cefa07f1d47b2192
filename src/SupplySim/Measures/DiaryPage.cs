using System.Collections.Immutable;

namespace SupplySim.Measures;

/// <summary>One thing that is written down at the end of each day, a row for each place of which it is.</summary>
/// <remarks>NaN where a place has nothing to say. One run, one thread.</remarks>
internal sealed class DiaryPage
{
    private readonly int _days;
    private readonly double[] _values;

    /// <param name="places">By number, in order of it.</param>
    /// <param name="days">Of the run.</param>
    public DiaryPage(ImmutableArray<int> places, int days)
    {
        (Places, _days, _values) = (places, days, new double[places.Length * days]);
        Array.Fill(_values, double.NaN);
    }

    /// <summary>By row.</summary>
    public ImmutableArray<int> Places { get; }

    public double this[int row, int day]
    {
        set => _values[row * _days + day] = value;
    }

    /// <summary>All days of a place that has a row.</summary>
    public ReadOnlySpan<double> Of(int place) => _values.AsSpan(Places.BinarySearch(place) * _days, _days);
}
