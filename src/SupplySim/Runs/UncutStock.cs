using SupplySim.Engine;

namespace SupplySim.Runs;

/// <summary>A stock as it would be had full rations been eaten from it: with the arrivals of the one that
/// is, and what would have been ordered besides.</summary>
/// <remarks>Between two looks the need is taken to be even. One run, one thread.</remarks>
internal sealed class UncutStock
{
    // In one look: of what is ordered by levels next to one another no more can be told.
    private const int MostOrders = 1000;

    private readonly Queue<(SimTime At, double Amount)> _coming = [];
    private SimTime _at;
    private long _needed;
    private long _delivered;
    private long _gone;
    private long _unmet;
    private long _onOrder;
    private double _owed;
    private double _ordered;

    /// <param name="stock">The one that is: from now on they differ.</param>
    /// <param name="now">Now.</param>
    public UncutStock(Stock stock, SimTime now)
    {
        (Amount, _owed) = (stock.Amount, stock.Owed);
        NoteLooked(stock, now);
    }

    /// <summary>When it was last looked at.</summary>
    public SimTime At => _at;

    /// <summary>[smallest unit] What lies there.</summary>
    public double Amount { get; private set; }

    /// <summary>[smallest unit] What it has had beyond the other, of a store that is limited.</summary>
    public double Lent { get; private set; }

    /// <summary>Whether anything has come or gone of the one that is since the last look.</summary>
    public bool HasChanged(Stock stock) => stock.Delivered != _delivered || stock.Gone != _gone;

    /// <summary>Brings it up to now. What has come or gone since the last look has done so just now.</summary>
    /// <param name="stock">The one that is, as of now.</param>
    /// <param name="now">Now.</param>
    /// <param name="refill">By what it is ordered; null where by nothing, or nothing can be.</param>
    /// <returns>[smallest unit] How much more was unmet of that since then than of this.</returns>
    public double Advance(Stock stock, SimTime now, Refill? refill)
    {
        var unmet = now > _at ? Eat((stock.Needed - _needed) / (double)(now - _at).Ticks, now, refill, stock.Owes) : 0;
        Put(stock.Delivered - _delivered);
        Amount = Math.Max(0, Amount - (stock.Gone - _gone));
        if (refill?.Spare is { } spare && spare < Lent) GiveBack(Lent - spare);
        var without = stock.Unmet - _unmet - unmet;
        NoteLooked(stock, now);
        return without;
    }

    private void NoteLooked(Stock stock, SimTime now) =>
        (_at, _needed, _delivered, _gone, _unmet, _onOrder) =
            (now, stock.Needed, stock.Delivered, stock.Gone, stock.Unmet, stock.OnOrder);

    // What was unmet meanwhile.
    private double Eat(double perTick, SimTime until, Refill? refill, bool owes)
    {
        var (unmet, at, orders) = (0.0, _at, 0);
        while (at < until)
        {
            var canOrder = refill is { } levels && orders < MostOrders && (Position >= levels.Below || Order(levels, at, ++orders));
            var next = _coming.TryPeek(out var first) ? SimTime.Min(first.At, until) : until;
            // What is not owed falls no further than what lies there.
            if (canOrder && Position - refill!.Value.Below is >= 0 and var left && (owes || left < Amount)
                && left / perTick + 1 is var ticks && ticks < (next - at).Ticks) next = at + new TimeSpan((long)ticks);
            var missing = Math.Max(0, perTick * (next - at).Ticks - Amount);
            Amount = Math.Max(0, Amount - perTick * (next - at).Ticks);
            unmet += missing;
            if (owes) _owed += missing;
            at = next;
            while (_coming.TryPeek(out var due) && due.At <= at)
            {
                Put(_coming.Dequeue().Amount);
                _ordered -= due.Amount;
            }
        }
        return unmet;
    }

    private double Position => Amount + _onOrder + _ordered - _owed;

    private bool Order(in Refill levels, SimTime at, int number)
    {
        var amount = Math.Min(levels.UpTo - Position, levels.Spare - Lent);
        if (number >= MostOrders || amount < 1) return false;
        if (double.IsFinite(levels.Spare)) Lent += amount;
        _ordered += amount;
        _coming.Enqueue((at + levels.Lead, amount));
        return true;
    }

    private void Put(double amount)
    {
        var paid = Math.Min(_owed, Amount + amount);
        (_owed, Amount) = (_owed - paid, Amount + amount - paid);
    }

    // The store has less than it has lent: the other has had it meanwhile.
    private void GiveBack(double amount)
    {
        var back = Math.Min(amount, Amount);
        (Amount, Lent) = (Amount - back, Lent - back);
    }
}
