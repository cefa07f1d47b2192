using SupplySim.Engine;

namespace SupplySim.Movement;

/// <summary>What one column asks of those who clear a crossing, until it begins to pass or goes another way.</summary>
/// <param name="number">Where it lies among the requests, as long as it is one.</param>
/// <param name="convoy">Who asks.</param>
/// <param name="occasion">Of the draws of its first attempt.</param>
/// <param name="channels">How many must answer.</param>
internal sealed class ClearanceRequest(int number, Convoy convoy, long occasion, int channels)
{
    public int Number { get; } = number;

    public Convoy Convoy { get; } = convoy;

    /// <summary>Of the draws of this attempt.</summary>
    public long Occasion { get; private set; }

    /// <summary>[time] By channel: until it has answered, as of <see cref="Since"/>; passes only while it can be reached.</summary>
    public TimeSpan[] Left { get; } = new TimeSpan[channels];

    /// <summary>Up to when that was reckoned; once it is granted, when that was.</summary>
    public SimTime Since { get; set; }

    /// <summary>Whether all have answered yes, and it is granted as soon as the day has room for it.</summary>
    public bool IsAnswered { get; set; }

    public bool IsGranted { get; set; }

    /// <summary>Whether nobody asks for it any more.</summary>
    public bool IsOver { get; set; }

    /// <summary>The grant or the expiry to come.</summary>
    public EventHandle Next { get; set; }

    private int _attempts;

    /// <summary>All are asked, once more or for the first time.</summary>
    public void Ask()
    {
        IsAnswered = false;
        Occasion = occasion + ((long)_attempts++ << 24);
    }
}
