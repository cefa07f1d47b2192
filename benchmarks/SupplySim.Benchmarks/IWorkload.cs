namespace SupplySim.Benchmarks;

/// <summary>Something to be timed: set up once, then run for a number of events at a time.</summary>
internal interface IWorkload
{
    /// <summary>Goes on for about so many events.</summary>
    /// <returns>How many there were.</returns>
    long Run(long events);
}
