namespace SupplySim;

/// <summary>What an audit that found nothing has looked at.</summary>
/// <param name="Events">After how many events it has looked.</param>
/// <param name="Recounts">How often it has counted everything again.</param>
/// <param name="Invariants">How many invariants held.</param>
public sealed record AuditReport(long Events, long Recounts, int Invariants)
{
    /// <summary>Two audits of the same invariants as one.</summary>
    public static AuditReport operator +(AuditReport one, AuditReport other)
    {
        ArgumentNullException.ThrowIfNull(one);
        ArgumentNullException.ThrowIfNull(other);
        return one with { Events = one.Events + other.Events, Recounts = one.Recounts + other.Recounts };
    }
}
