using SupplySim.Engine;

namespace SupplySim.Movement;

/// <summary>What one vehicle carries, from the order to the unloading.</summary>
/// <remarks>While it is on order it counts in the destination's position; given up, it does not, until it moves again.</remarks>
internal sealed class Load(LineKeeper line, long order, SimTime orderedAt)
{
    private bool _isOnOrder;

    public LineKeeper Line { get; } = line;

    /// <summary>Grows with each load ordered in a run.</summary>
    public long Order { get; } = order;

    public SimTime OrderedAt { get; } = orderedAt;

    /// <summary>What is in it; amounts in the commodity's smallest unit.</summary>
    public List<(int Commodity, long Amount)> Cargo { get; } = [];

    /// <summary>[g]</summary>
    public long Mass { get; set; }

    /// <summary>Of the most urgent commodity in it; smaller first.</summary>
    public int Priority { get; set; } = int.MaxValue;

    public bool IsOnOrder => _isOnOrder;

    /// <summary>It is moving; if it had been given up, it counts again.</summary>
    public void Moves()
    {
        if (_isOnOrder) return;
        Expect();
        Line.PositionChanged();
    }

    /// <summary>Counts again, or for the first time, as on its way.</summary>
    public void Expect()
    {
        if (_isOnOrder) return;
        _isOnOrder = true;
        foreach (var (commodity, amount) in Cargo) Line.NoteOrder(commodity, amount);
    }

    /// <summary>No longer counts as on its way.</summary>
    public void GiveUp()
    {
        if (!_isOnOrder) return;
        _isOnOrder = false;
        foreach (var (commodity, amount) in Cargo) Line.NoteOrder(commodity, -amount);
    }

    /// <summary>Was never loaded and is not wanted any more.</summary>
    public void Cancel()
    {
        GiveUp();
        Line.Asked -= Mass;
        foreach (var (commodity, amount) in Cargo) Line.Destined(commodity).Sent -= amount;
    }

    /// <summary>What is in it, in words.</summary>
    public static string Describe(IEnumerable<Load> loads, Runs.Catalogue catalogue) => string.Join(", ", loads
        .SelectMany(load => load.Cargo).GroupBy(cargo => cargo.Commodity).OrderBy(group => group.Key)
        .Select(group => $"{new Quantities.Quantity(group.Sum(c => c.Amount), catalogue.Commodities[group.Key].Unit)} {catalogue.Commodities[group.Key].Id}"));
}
