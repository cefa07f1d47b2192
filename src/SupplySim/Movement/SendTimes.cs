using SupplySim.Engine;
using SupplySim.Quantities;

namespace SupplySim.Movement;

/// <summary>When a line that sends at a rate sends what: pieces one by one, masses once a day.</summary>
internal static class SendTimes
{
    /// <summary>[time] From the beginning to the n-th sending, from 1.</summary>
    public static TimeSpan At(Rate rate, long n) => rate.Amount.Unit == QuantityUnit.Piece
        ? new TimeSpan(Ratio.Up(n, rate.Per.Ticks, rate.Amount.Amount))
        : TimeSpan.FromDays(n);

    /// <summary>[smallest unit] What has come due in a time.</summary>
    public static long Due(Rate rate, TimeSpan time) => (long)((Int128)rate.Amount.Amount * time.Ticks / rate.Per.Ticks);
}
