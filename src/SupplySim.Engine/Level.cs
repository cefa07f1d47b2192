using System.Globalization;
using SupplySim.Engine.Internals;

namespace SupplySim.Engine;

/// <summary>A whole amount between nothing and a capacity, into which processes put and from which they take: a tank, a
/// stock.</summary>
/// <remarks>
/// Order: those who put go by arrival, and so do those who take; nobody overtakes another of his kind, however little he
/// asks for. At whatever changes the amount, the first of either kind is served as long as he can be. Cost: O(1), but
/// for the event of a wake. A wait that is interrupted takes and puts nothing; if its take had been granted but not
/// delivered, the amount goes back, while what was put stays: if somebody has filled the room meanwhile, there is more than
/// the capacity until enough is taken.
/// </remarks>
public sealed class Level : IWaitSource
{
    private readonly WaitList _putting = new();
    private readonly WaitList _taking = new();

    /// <summary>A level with an amount in it.</summary>
    /// <param name="simulation">The run it belongs to.</param>
    /// <param name="capacity">The greatest amount: 0 or more.</param>
    /// <param name="amount">What is in it: from 0 to the capacity.</param>
    /// <exception cref="ArgumentOutOfRangeException">The capacity or the amount is out of range.</exception>
    public Level(Simulation simulation, long capacity = long.MaxValue, long amount = 0)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(capacity);
        ArgumentOutOfRangeException.ThrowIfNegative(amount);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(amount, capacity);
        (Simulation, Capacity, Amount) = (simulation, capacity, amount);
    }

    /// <summary>What to call it in reports.</summary>
    public string? Name { get; init; }

    /// <summary>The greatest amount.</summary>
    public long Capacity { get; }

    /// <summary>What is in it now.</summary>
    public long Amount { get; private set; }

    /// <summary>How many wait to put or to take.</summary>
    public int WaitingCount => _putting.Count + _taking.Count;

    internal Simulation Simulation { get; }

    /// <summary>The wait for room, and the putting: <c>await tank.Put(200);</c></summary>
    /// <param name="amount">From 0 to the capacity.</param>
    /// <param name="patience">How long to wait at most; <see langword="null"/> for as long as it takes.</param>
    /// <returns>A wait that gives whether it was put.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The amount could never be put, or the patience is negative.</exception>
    public LevelWait Put(long amount, TimeSpan? patience = null) =>
        new(this, ~Possible(amount), Simulation.DeadlineOf(patience));

    /// <summary>The wait for an amount, and the taking: <c>await tank.Take(40);</c></summary>
    /// <param name="amount">From 0 to the capacity; all at once or nothing.</param>
    /// <param name="patience">How long to wait at most; <see langword="null"/> for as long as it takes.</param>
    /// <returns>A wait that gives whether it was taken.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The amount could never be taken, or the patience is negative.</exception>
    public LevelWait Take(long amount, TimeSpan? patience = null) =>
        new(this, Possible(amount), Simulation.DeadlineOf(patience));

    /// <param name="waiter">Who.</param>
    /// <param name="asked">The amount to be taken, or the complement of the amount to be put: below zero, even for nothing.</param>
    internal bool TryMove(Waiter waiter, long asked)
    {
        (waiter.Amount, waiter.Served) = (asked, false);
        if (LineOf(asked).First is not null || !Fits(asked)) return false;
        Move(waiter);
        Settle();
        return true;
    }

    internal void Wait(Waiter waiter, SimTime until)
    {
        waiter.WaitIn(LineOf(waiter.Amount), this);
        waiter.TimeOutAt(until, Priority.Normal);
    }

    void IWaitSource.Withdrawn(Waiter waiter)
    {
        if (waiter.Served && waiter.Amount > 0) Amount += waiter.Amount;
        Settle();
    }

    string IWaitSource.Describe(Waiter waiter) => string.Create(CultureInfo.InvariantCulture,
        $"{(Puts(waiter.Amount) ? $"room for {~waiter.Amount}" : waiter.Amount)} in level {WaitingProcess.Quote(Name)}({this})");

    private static bool Puts(long asked) => asked < 0;

    private WaitList LineOf(long asked) => Puts(asked) ? _putting : _taking;

    private bool Fits(long asked) => Puts(asked) ? ~asked <= Capacity - Amount : asked <= Amount;

    private void Move(Waiter waiter)
    {
        Amount += Puts(waiter.Amount) ? ~waiter.Amount : -waiter.Amount;
        waiter.Served = true;
    }

    private void Settle()
    {
        while (ServesFirst(_putting) || ServesFirst(_taking))
        {
        }
    }

    private bool ServesFirst(WaitList line)
    {
        if (line.First is not { } first || !Fits(first.Amount)) return false;
        line.Remove(first);
        Move(first);
        first.Wake();
        return true;
    }

    private long Possible(long amount)
    {
        if (amount < 0 || amount > Capacity)
            throw new ArgumentOutOfRangeException(nameof(amount), amount,
                $"Only from 0 to the capacity, {Capacity}, can be put or taken.");
        return amount;
    }

    /// <summary>As <c>40 of 200</c>; without a bound as <c>40</c>.</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture,
        $"{Amount}{(Capacity == long.MaxValue ? "" : $" of {Capacity}")}");
}
