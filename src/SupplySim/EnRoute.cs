namespace SupplySim;

/// <summary>What a closure does to those who are in what it closes.</summary>
public enum EnRoute
{
    /// <summary>They finish and go on.</summary>
    Complete,

    /// <summary>They stay where they are until it opens, and then go on with what was left.</summary>
    Hold,

    /// <summary>They go back to where they entered, and begin anew when they may.</summary>
    TurnBack,

    /// <summary>They stay until it opens and cannot be given up for others.</summary>
    Trapped,

    /// <summary>They are lost, with what they carry.</summary>
    Lost,

    /// <summary>Of flights: they land at the first of their supply line's <see cref="SupplyLine.Alternates"/> at which they can, and turn
    /// back where there is none.</summary>
    Divert,
}
