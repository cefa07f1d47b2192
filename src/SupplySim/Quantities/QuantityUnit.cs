namespace SupplySim.Quantities;

/// <summary>The smallest unit in which a commodity is counted. Every amount is a whole number of these.</summary>
public enum QuantityUnit
{
    /// <summary>Grams; shown as kg or t.</summary>
    Gram,

    /// <summary>Millilitres; shown as l or m3.</summary>
    Millilitre,

    /// <summary>Pieces: vehicles, generators, anything that is counted.</summary>
    Piece,
}
