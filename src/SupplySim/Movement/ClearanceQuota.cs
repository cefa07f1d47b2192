using SupplySim.Engine;
using SupplySim.Quantities;
using SupplySim.Runs;

namespace SupplySim.Movement;

/// <summary>How many vehicles may still be cleared at a crossing on a day of a run.</summary>
/// <remarks>What a column takes beyond what is left of a day is owed by the days after it; what is left of a day is not kept.</remarks>
internal sealed class ClearanceQuota(World world, string crossing, Number perDay)
{
    private static readonly TimeSpan Day = TimeSpan.FromDays(1);
    private readonly string _stream = $"clearances-a-day/{crossing}";
    private long _day = -1;

    /// <summary>[vehicles] Of today; negative where it is owed.</summary>
    public long Left { get; private set; }

    /// <summary>[vehicles] Of today, before anybody took of it.</summary>
    public long Today { get; private set; }

    /// <summary>When the next day begins.</summary>
    public SimTime NextDay => SimTime.Start + (_day + 1) * Day;

    /// <summary>Goes on to the day that it is now.</summary>
    public void Turn()
    {
        for (var today = (world.Now - SimTime.Start).Ticks / Day.Ticks; _day < today;)
        {
            Today = (long)Math.Round(world.Sample(perDay, _stream, ++_day), MidpointRounding.ToEven);
            Left = Math.Min(Left, 0) + Today;
        }
    }

    public void Take(int vehicles) => Left -= vehicles;
}
