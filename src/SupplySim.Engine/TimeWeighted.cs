namespace SupplySim.Engine;

/// <summary>A whole number that changes with time, and its integral: a queue's length, a stock, units in use.</summary>
/// <remarks>Exact: the integral is value times ticks, in 128 bits, which no run can fill. Setting it costs two
/// multiplications of 64 bits.</remarks>
public sealed class TimeWeighted
{
    private readonly Simulation _simulation;
    private TimeIntegral _settled;
    private SimTime _settledAt;
    private long _value;

    /// <summary>A number that is observed from now on.</summary>
    /// <param name="simulation">The clock.</param>
    /// <param name="value">What it is now.</param>
    public TimeWeighted(Simulation simulation, long value = 0)
    {
        _simulation = simulation;
        _value = value;
        Reset();
    }

    /// <summary>What it is now.</summary>
    public long Value
    {
        get => _value;
        set
        {
            _settled = Integral;
            _settledAt = _simulation.Now;
            _value = value;
            _settled = _settled with { Min = Math.Min(_settled.Min, value), Max = Math.Max(_settled.Max, value) };
        }
    }

    /// <summary>What it has been up to now.</summary>
    public TimeIntegral Integral
    {
        get
        {
            var lasted = (_simulation.Now - _settledAt).Ticks;
            return _settled with
            {
                ValueTicks = _settled.ValueTicks + (Int128)_value * lasted,
                Ticks = _settled.Ticks + lasted,
            };
        }
    }

    /// <summary>Forgets what it has been before: the end of a warm-up.</summary>
    public void Reset()
    {
        _settled = new TimeIntegral(0, 0, _value, _value);
        _settledAt = _simulation.Now;
    }
}
