namespace SupplySim.Engine;

/// <summary>What can be done with any wait.</summary>
public static class WaitExtensions
{
    /// <summary>The same wait, but one that tells how it ended where the other would throw an
    /// <see cref="InterruptedException"/>: <c>var end = await gate.WhenOpen().Outcome();</c></summary>
    public static ResultWait<TWait> Outcome<TWait>(this TWait wait)
        where TWait : struct, IWait => new(wait);
}
