namespace SupplySim.Disruptions;

/// <summary>Why something is shut or does less. It changes nothing by itself: waits and the story are told by it.</summary>
public enum LossCause
{
    /// <summary>Nothing is said.</summary>
    Unsaid,

    /// <summary>Whoever holds it wants it so.</summary>
    Policy,

    /// <summary>It was damaged.</summary>
    Damage,

    /// <summary>Water.</summary>
    Flood,

    /// <summary>Other weather.</summary>
    Weather,

    /// <summary>Fighting is near.</summary>
    Fighting,

    /// <summary>Those who work there do not.</summary>
    Strike,

    /// <summary>Its systems have failed.</summary>
    Breakdown,
}
