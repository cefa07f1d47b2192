namespace SupplySim.Engine;

/// <summary>What becomes of a service when its units are taken away, by a capacity that shrinks or by somebody more
/// urgent.</summary>
public enum OnClose
{
    /// <summary>It pauses, and goes on with what was left when there is a unit again.</summary>
    Resume,

    /// <summary>It pauses, and begins anew with the same duration.</summary>
    Restart,

    /// <summary>It pauses, and begins anew with a duration that is drawn again.</summary>
    Resample,

    /// <summary>It goes on to its end: nobody can take the unit away.</summary>
    Finish,
}
