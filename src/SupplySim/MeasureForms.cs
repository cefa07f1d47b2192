namespace SupplySim;

/// <summary>What kinds of measures are made of.</summary>
internal static class MeasureForms
{
    /// <summary>Whether it is counted from the start of a run on, or there at any instant, so that it can be told of each day.</summary>
    public static bool IsCounted(this MeasureKind kind) => kind.IsLevel() || kind is MeasureKind.Delivered or MeasureKind.Sent
        or MeasureKind.CargoLost or MeasureKind.StockLost or MeasureKind.Passed or MeasureKind.Attacks or MeasureKind.VehiclesLost
        or MeasureKind.OverCapacity or MeasureKind.Returned or MeasureKind.Readiness;

    /// <summary>Whether it goes up and down, so that a day is told by how it ends; of all else that is counted by what came in
    /// it.</summary>
    public static bool IsLevel(this MeasureKind kind) => kind is MeasureKind.Stock or MeasureKind.People or MeasureKind.Displaced;

    /// <summary>Whether it is a time that may never come.</summary>
    public static bool MayBeNever(this MeasureKind kind) => kind is MeasureKind.FirstTimeBelowWarning or MeasureKind.TimeToRecover
        or MeasureKind.FirstTimeCaptured or MeasureKind.FirstTime;

    /// <summary>Whether it is of goods, which have units of their own.</summary>
    public static bool IsOfGoods(this MeasureKind kind) =>
        kind is MeasureKind.Delivered or MeasureKind.Sent or MeasureKind.CargoLost or MeasureKind.Stock or MeasureKind.StockLost;
}
