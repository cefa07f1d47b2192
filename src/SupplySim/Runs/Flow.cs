using SupplySim.Quantities;

namespace SupplySim.Runs;

/// <summary>A steady flow in exact whole numbers: so many units per so many ticks, with what is not yet whole carried on.</summary>
/// <remarks>However a length of time is cut, the pieces add up to what the whole would have given. A mutable value: keep it
/// in a field, never copy it.</remarks>
internal struct Flow
{
    private long _amount;
    private long _ticks;
    private long _carry;

    /// <summary>[units] In so many ticks.</summary>
    public readonly (long Amount, long Ticks) Rate => (_amount, _ticks);

    /// <summary>Whether nothing flows.</summary>
    public readonly bool IsZero => _amount == 0;

    /// <summary>Flow at a new rate from now on. What was carried is kept, scaled to the new denominator, rounded down.</summary>
    /// <param name="amount">[units] Not negative ...</param>
    /// <param name="ticks">[ticks] ... in this time, above zero. Give the two without common divisor: it keeps the
    /// arithmetic within 64 bits, which is several times faster than in 128.</param>
    public void Set(long amount, long ticks)
    {
        if (_ticks > 0 && ticks != _ticks) _carry = (long)((Int128)_carry * ticks / _ticks);
        (_amount, _ticks) = (amount, ticks);
    }

    /// <summary>The whole units that flow in a time.</summary>
    public long Advance(long elapsed)
    {
        if (_amount == 0 || elapsed == 0) return 0;
        if (elapsed <= (long.MaxValue - _carry) / _amount)
        {
            var (quotient, remainder) = Math.DivRem(_amount * elapsed + _carry, _ticks);
            _carry = remainder;
            return quotient;
        }
        var flowed = (Int128)_amount * elapsed + _carry;
        var whole = flowed / _ticks;
        _carry = (long)(flowed - whole * _ticks);
        return (long)whole;
    }

    /// <summary>[ticks] Until this many more whole units have flowed; <see cref="long.MaxValue"/> when that is never.</summary>
    public readonly long TimeFor(long units)
    {
        if (units <= 0) return 0;
        if (_amount == 0) return long.MaxValue;
        if (units <= long.MaxValue / 2 / _ticks && _amount <= long.MaxValue / 2) return (units * _ticks - _carry + _amount - 1) / _amount;
        var missing = (Int128)units * _ticks - _carry;
        var ticks = (missing + _amount - 1) / _amount;
        return ticks > long.MaxValue ? long.MaxValue : (long)ticks;
    }

    /// <summary>The units that flow in a time, rounded up.</summary>
    public readonly long In(long elapsed) => _amount == 0 ? 0 : Ratio.Up(_amount, elapsed, _ticks);

    /// <summary>Whether this many units last less than a time; without dividing.</summary>
    public readonly bool LastsLess(long units, long elapsed)
    {
        var have = Math.BigMul((ulong)units, (ulong)_ticks, out var haveLow);
        var need = Math.BigMul((ulong)elapsed, (ulong)_amount, out var needLow);
        return have < need || (have == need && haveLow < needLow);
    }

    /// <summary>[ticks] How long this many units last at this rate, rounded down; <see cref="long.MaxValue"/> for ever.</summary>
    public readonly long Lasting(long units) =>
        _amount == 0 ? long.MaxValue : Ratio.Down(units, _ticks, _amount);

    /// <summary>[units per day]</summary>
    public readonly double PerDay => _amount == 0 ? 0 : (double)_amount / _ticks * TimeSpan.TicksPerDay;
}
