namespace SupplySim.Runs;

/// <summary>Why somebody waits. Where several gates are shut, the first in this order counts, so that every instant of
/// waiting has exactly one cause.</summary>
public enum WaitCause
{
    /// <summary>The way is physically shut: flood, shelling, damage, weather.</summary>
    Physical,

    /// <summary>It is outside opening hours.</summary>
    Hours,

    /// <summary>Whoever holds the place does not let this traffic pass.</summary>
    Passage,

    /// <summary>Clearance has not been granted.</summary>
    Clearance,

    /// <summary>There is no vehicle, no escort, or the column is not complete; or the crew rests.</summary>
    Fleet,

    /// <summary>All lanes are busy with others; at an airfield, all stands or loading crews.</summary>
    Lane,

    /// <summary>At an airfield: there is too little fuel.</summary>
    Fuel,
}
