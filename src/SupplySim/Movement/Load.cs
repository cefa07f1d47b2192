using SupplySim.Engine;
using SupplySim.Runs;

namespace SupplySim.Movement;

/// <summary>What one vehicle carries, from the order to the unloading. While it waits for a vehicle it is of one commodity.</summary>
/// <remarks>While it is on order it counts in the destination's position; given up, it does not, until it moves again.</remarks>
internal sealed class Load
{
    private readonly Catalogue _catalogue;
    private bool _isOnOrder;

    public Load(LineKeeper line, SimTime orderedAt, Parcel parcel, Catalogue catalogue)
    {
        (_catalogue, Line, To, OrderedAt) = (catalogue, line, line.To, orderedAt);
        Cargo.Add(parcel);
        (Mass, Priority) = (catalogue.MassOf(parcel.Commodity, parcel.Amount), catalogue.Commodities[parcel.Commodity].Priority);
    }

    public LineKeeper Line { get; }

    /// <summary>Where it is bound: the destination of its line, unless it was diverted.</summary>
    public int To { get; private set; }

    /// <summary>Smaller first among what waits.</summary>
    public long Turn => Cargo[0].Turn;

    public SimTime OrderedAt { get; }

    /// <summary>What is in it, of each commodity once; first that for which the vehicle came.</summary>
    public List<Parcel> Cargo { get; } = new(1);

    /// <summary>[g]</summary>
    public long Mass { get; set; }

    /// <summary>Of the most urgent commodity in it; smaller first.</summary>
    public int Priority { get; private set; }

    public bool IsOnOrder => _isOnOrder;

    /// <summary>Since when it stands still, as <see cref="Overdue"/> counts; never while it moves, and where nobody waits for it.</summary>
    public SimTime StandsSince { get; set; } = SimTime.Never;

    /// <summary>Since when it waits for a vehicle, where it does.</summary>
    public SimTime WaitsSince { get; set; }

    /// <summary>Whether its goods were not there when it began to wait.</summary>
    public bool LacksGoods { get; set; }

    /// <summary>Whether all that waited of its line was too little for a vehicle when it began to wait.</summary>
    public bool IsTooSmall { get; set; }

    /// <summary>Takes over what is in another load of the same line: of each commodity it holds one amount, for whoever
    /// asks whether that is there.</summary>
    public void Add(Load other)
    {
        CountAsOne(other);
        foreach (var parcel in other.Cargo)
            if (Cargo.FindIndex(one => one.Commodity == parcel.Commodity) is var at and >= 0) Cargo[at] = Cargo[at].With(parcel);
            else Cargo.Add(parcel);
        Priority = Math.Min(Priority, other.Priority);
        Mass = 0;
        foreach (var (commodity, amount) in Cargo) Mass += _catalogue.MassOf(commodity, amount);
    }

    // What goes together is on order if anything of it is.
    private void CountAsOne(Load other)
    {
        other.StandsSince = SimTime.Never;
        if (_isOnOrder == other._isOnOrder) return;
        other.CountAgain();
        CountAgain();
        if (StandsSince == SimTime.Never) Line.Stands(this);
    }

    /// <summary>It is moving; if it had been given up, it counts again.</summary>
    public void Moves()
    {
        StandsSince = SimTime.Never;
        CountAgain();
    }

    private void CountAgain()
    {
        if (_isOnOrder) return;
        Expect();
        Line.PositionChanged(To);
    }

    /// <summary>Counts again, or for the first time, as on its way.</summary>
    public void Expect()
    {
        if (_isOnOrder) return;
        _isOnOrder = true;
        foreach (var (commodity, amount) in Cargo) Line.NoteOrder(To, commodity, amount);
    }

    /// <summary>Splits off a part that can go now; the rest stays in this load.</summary>
    /// <param name="amount">[smallest unit] Of the one commodity that is in it.</param>
    public Load Part(long amount)
    {
        var whole = Cargo[0];
        Cargo[0] = whole with { Amount = whole.Amount - amount };
        Mass = _catalogue.MassOf(whole.Commodity, whole.Amount - amount);
        return new Load(Line, OrderedAt, whole with { Amount = amount }, _catalogue) { _isOnOrder = _isOnOrder };
    }

    /// <summary>What is in it, by commodity: loads as they wait.</summary>
    public IEnumerable<Load> Apart() =>
        Cargo.Count == 1 ? [this] : Cargo.Select(parcel => new Load(Line, OrderedAt, parcel, _catalogue) { _isOnOrder = _isOnOrder });

    /// <summary>No longer counts as on its way.</summary>
    /// <returns>Whether it did.</returns>
    public bool GiveUp()
    {
        if (!_isOnOrder) return false;
        _isOnOrder = false;
        foreach (var (commodity, amount) in Cargo) Line.NoteOrder(To, commodity, -amount);
        return true;
    }

    /// <summary>It is bound elsewhere from now on; its line was given a vehicle only for what comes to its own destination.</summary>
    public void Redirect(int to, Transport transport)
    {
        var wasOnOrder = _isOnOrder;
        GiveUp();
        transport.Assign(this, -1);
        if (To == Line.To) Line.Given -= Mass;
        To = to;
        if (To == Line.To) Line.Given += Mass;
        transport.Assign(this, 1);
        if (wasOnOrder) Expect();
    }

    /// <summary>Was never loaded and is not wanted any more.</summary>
    public void Cancel()
    {
        GiveUp();
        Line.Asked -= Mass;
        foreach (var parcel in Cargo)
        {
            Line.TakenBack(parcel);
            Line.Destined(parcel.Commodity).Sent -= parcel.Amount;
        }
    }

    /// <summary>What is in it, in words.</summary>
    public static string Describe(IEnumerable<Load> loads, Catalogue catalogue) => Describe(Sums(loads, catalogue), catalogue);

    /// <summary>The same from how much there is of each commodity.</summary>
    public static string Describe(long[] sums, Catalogue catalogue)
    {
        var text = "";
        for (var commodity = 0; commodity < sums.Length; commodity++)
            if (sums[commodity] > 0)
                text +=
                    $"{(text.Length > 0 ? ", " : "")}{new Quantities.Quantity(sums[commodity], catalogue.Commodities[commodity].Unit)} {catalogue.Commodities[commodity].Id}";
        return text;
    }

    /// <summary>The same, put together when somebody reads it.</summary>
    public static Func<string> Words(long[] sums, Catalogue catalogue) => () => Describe(sums, catalogue);

    /// <summary>[smallest unit] How much there is of each commodity.</summary>
    public static long[] Sums(IEnumerable<Load> loads, Catalogue catalogue)
    {
        var sums = new long[catalogue.Commodities.Length];
        foreach (var load in loads) load.AddTo(sums);
        return sums;
    }

    /// <summary>[smallest unit] How much of a commodity is in it.</summary>
    public long AmountOf(int commodity)
    {
        var sum = 0L;
        foreach (var (one, amount) in Cargo)
            if (one == commodity) sum += amount;
        return sum;
    }

    /// <summary>Adds what is in it to how much there is of each commodity.</summary>
    public void AddTo(long[] sums)
    {
        foreach (var (commodity, amount) in Cargo) sums[commodity] += amount;
    }
}
