namespace SupplySim.Quantities.Distributions;

/// <summary>The logarithm of the probability on one side of a point, and its slope as the point moves.</summary>
internal readonly record struct LogTail(double Log, double Slope)
{
    /// <summary>The same for the other side.</summary>
    public LogTail Complement()
    {
        var here = Math.Exp(Log);
        return new(Math.Log(1 - here), -here * Slope / (1 - here));
    }
}
