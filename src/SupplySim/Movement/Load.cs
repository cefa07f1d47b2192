using SupplySim.Engine;

namespace SupplySim.Movement;

/// <summary>What one vehicle carries, from the order to the unloading.</summary>
/// <remarks>While it is on order it counts in the destination's position; given up, it does not, until it moves again.</remarks>
internal sealed class Load(LineKeeper line, long order, SimTime orderedAt)
{
    private bool _isOnOrder;

    public LineKeeper Line { get; } = line;

    /// <summary>Where it is bound: the destination of its line, unless it was diverted.</summary>
    public int To { get; private set; } = line.To;

    /// <summary>Grows with each load ordered in a run.</summary>
    public long Order { get; } = order;

    public SimTime OrderedAt { get; } = orderedAt;

    /// <summary>Since when it is wanted: before it was ordered, where its line could not order.</summary>
    public SimTime WantedSince { get; set; } = orderedAt;

    /// <summary>What is in it; amounts in the commodity's smallest unit.</summary>
    public List<(int Commodity, long Amount)> Cargo { get; } = new(1);

    /// <summary>[g]</summary>
    public long Mass { get; set; }

    /// <summary>Of the most urgent commodity in it; smaller first.</summary>
    public int Priority { get; set; } = int.MaxValue;

    public bool IsOnOrder => _isOnOrder;

    /// <summary>Since when it stands still, as <see cref="Overdue"/> counts; never while it moves, and where nobody waits for it.</summary>
    public SimTime StandsSince { get; set; } = SimTime.Never;

    /// <summary>Since when it waits for a vehicle, where it does.</summary>
    public SimTime WaitsSince { get; set; }

    /// <summary>Whether its goods were not there when it began to wait.</summary>
    public bool LacksGoods { get; set; }

    /// <summary>Takes over what is in another load of the same line that waits, too: of each commodity it holds one amount, for whoever
    /// asks whether that is there.</summary>
    public void Add(Load other)
    {
        Expect();
        other.StandsSince = SimTime.Never;
        foreach (var (commodity, amount) in other.Cargo)
            if (Cargo.FindIndex(one => one.Commodity == commodity) is var at and >= 0) Cargo[at] = (commodity, Cargo[at].Amount + amount);
            else Cargo.Add((commodity, amount));
        (Mass, Priority) = (Mass + other.Mass, Math.Min(Priority, other.Priority));
    }

    /// <summary>It is moving; if it had been given up, it counts again.</summary>
    public void Moves()
    {
        StandsSince = SimTime.Never;
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

    /// <summary>Splits off what can go now; the rest is owed, and stays in this load.</summary>
    /// <param name="there">[smallest unit] How much there is of a commodity.</param>
    /// <param name="catalogue">For the masses.</param>
    public Load Part(Func<int, long> there, Runs.Catalogue catalogue)
    {
        var part = new Load(Line, Order, OrderedAt)
        {
            WantedSince = WantedSince,
            Priority = Priority,
            _isOnOrder = _isOnOrder,
            WaitsSince = WaitsSince,
            LacksGoods = LacksGoods,
        };
        for (var i = Cargo.Count - 1; i >= 0; i--)
        {
            var (commodity, amount) = Cargo[i];
            var goes = Math.Min(amount, there(commodity));
            if (goes > 0) part.Cargo.Insert(0, (commodity, goes));
            if (goes == amount) Cargo.RemoveAt(i);
            else Cargo[i] = (commodity, amount - goes);
        }
        foreach (var load in (ReadOnlySpan<Load>)[this, part])
            load.Mass = load.Cargo.Sum(cargo => catalogue.MassOf(cargo.Commodity, cargo.Amount));
        return part;
    }

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
        Line.WantedSince(WantedSince);
        Line.Asked -= Mass;
        foreach (var (commodity, amount) in Cargo) Line.Destined(commodity).Sent -= amount;
    }

    /// <summary>What is in it, in words.</summary>
    public static string Describe(IEnumerable<Load> loads, Runs.Catalogue catalogue) => Describe(Sums(loads, catalogue), catalogue);

    /// <summary>The same from how much there is of each commodity.</summary>
    public static string Describe(long[] sums, Runs.Catalogue catalogue)
    {
        var text = "";
        for (var commodity = 0; commodity < sums.Length; commodity++)
            if (sums[commodity] > 0)
                text +=
                    $"{(text.Length > 0 ? ", " : "")}{new Quantities.Quantity(sums[commodity], catalogue.Commodities[commodity].Unit)} {catalogue.Commodities[commodity].Id}";
        return text;
    }

    /// <summary>The same, put together when somebody reads it.</summary>
    public static Func<string> Words(long[] sums, Runs.Catalogue catalogue) => () => Describe(sums, catalogue);

    /// <summary>[smallest unit] How much there is of each commodity.</summary>
    public static long[] Sums(IEnumerable<Load> loads, Runs.Catalogue catalogue)
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
