namespace SupplySim;

/// <summary>What a report says of a crossing or route.</summary>
public enum Said
{
    /// <summary>That one can pass.</summary>
    Open,

    /// <summary>That one cannot.</summary>
    Shut,
}
