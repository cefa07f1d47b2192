namespace SupplySim.Engine.Tests.Theory;

/// <summary>Observations in the order in which they come, after a warm-up, in batches of equal size.</summary>
internal sealed class BatchMeans(int batchSize, int batches = 40)
{
    private readonly double[] _sums = new double[batches];
    private int _seen = -batchSize; // one batch to warm up

    public Estimate Estimate
    {
        get
        {
            _seen.Should().BeGreaterThanOrEqualTo(batches * batchSize, "all batches are to be full");
            return Estimate.Of([.. _sums.Select(sum => sum / batchSize)]);
        }
    }

    public bool IsFull => _seen >= batches * batchSize;

    public void Add(double value)
    {
        if (_seen >= 0 && !IsFull) _sums[_seen / batchSize] += value;
        _seen++;
    }

    public void Add(TimeSpan duration) => Add(duration.TotalSeconds);

    public void Add(bool happened) => Add(happened ? 1 : 0);
}
