using SupplySim.Quantities;

namespace SupplySim.Measures;

/// <summary>The unit in which people read an amount.</summary>
internal static class ShownUnit
{
    /// <summary>How many of the smallest unit are one of the unit shown.</summary>
    public static double Size(QuantityUnit unit) => unit switch
    {
        QuantityUnit.Gram => 1e6,
        QuantityUnit.Millilitre => 1e3,
        _ => 1,
    };

    public static string Name(QuantityUnit unit) => unit switch
    {
        QuantityUnit.Gram => "t",
        QuantityUnit.Millilitre => "l",
        _ => "piece",
    };
}
