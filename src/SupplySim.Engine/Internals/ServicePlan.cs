namespace SupplySim.Engine.Internals;

/// <summary>What a service is to take, and what becomes of it when the unit is taken away.</summary>
internal readonly record struct ServicePlan(TimeSpan Duration, Func<TimeSpan>? Draw, OnClose OnClose)
{
    /// <summary>What a paused service takes when it goes on.</summary>
    /// <param name="left">What was left of it when it was paused.</param>
    public TimeSpan WhenResumed(TimeSpan left) => OnClose switch
    {
        OnClose.Restart => Duration,
        OnClose.Resample => NotNegative(Draw!()),
        _ => left,
    };

    public static TimeSpan NotNegative(TimeSpan duration) => duration >= TimeSpan.Zero
        ? duration
        : throw new ArgumentOutOfRangeException(nameof(duration), duration, "A service cannot take less than no time.");
}
