namespace SupplySim.Runs;

/// <summary>Why somebody waits. Where several gates are shut, the first in this order counts, so that every instant of
/// waiting has exactly one cause.</summary>
/// <remarks>What is shut for as long as it takes comes before what is shut night after night: a night within the wait for a permit is
/// the permit's, since longer hours would not end it; the hours' is what is left from the grant until the gate opens.</remarks>
public enum WaitCause
{
    /// <summary>The way is physically shut: flood, shelling, damage, weather.</summary>
    Physical,

    /// <summary>Whoever holds the place does not let this traffic pass.</summary>
    Passage,

    /// <summary>Clearance has not been granted.</summary>
    Clearance,

    /// <summary>There is too little fuel to set out: at an airfield, or where trucks fill up.</summary>
    Fuel,

    /// <summary>It is outside opening hours, and nothing else is shut that lasts.</summary>
    Hours,

    /// <summary>There is no vehicle, no escort, or the column is not complete; or the crew rests.</summary>
    Fleet,

    /// <summary>All lanes are busy with others; at an airfield, all stands or loading crews.</summary>
    Lane,
}
