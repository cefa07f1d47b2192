using SupplySim.Planning;
using SupplySim.Runs;

namespace SupplySim.Movement;

/// <summary>What lies at a place and is promised to nobody, where several supply lines that order from
/// there at one instant may want more of it.</summary>
/// <remarks>
/// It is shared as vehicles are, by the same policy, a vehicle-load of one commodity at a time; what a line
/// was given is what it has ordered so far. The first line to look finds the shares of all that will look at this instant, and each takes
/// its own when its turn comes, so that the order of the scenario decides nothing. Of several lines to one place the first has a share:
/// what it orders is on order for the others. What is owed (<see cref="Stock.Owes"/>) is ordered in full,
/// and shared when it comes. One run, one thread.
/// </remarks>
internal sealed class ScarceGoods
{
    private readonly Transport _transport;
    private readonly World _world;
    private readonly int _origin;
    private readonly LineKeeper[] _lines;
    private readonly long[] _free;
    private readonly long[] _wanted;
    private readonly List<LineKeeper> _sharers = [];

    private ScarceGoods(int origin, Transport transport, LineKeeper[] lines)
    {
        (_origin, _transport, _world, _lines) = (origin, transport, transport.World, lines);
        _free = new long[_world.Catalogue.Commodities.Length];
        _wanted = new long[_free.Length];
    }

    /// <summary>Null where there is nobody to share with.</summary>
    public static ScarceGoods? At(int origin, Transport transport)
    {
        LineKeeper[] lines = [.. transport.Lines.Where(line => line.From == origin)];
        return lines.Length > 1 ? new ScarceGoods(origin, transport, lines) : null;
    }

    /// <summary>Finds who may order what at this instant, as far as nobody has.</summary>
    /// <param name="first">Who looks: it has found what it wants.</param>
    public void ShareOut(LineKeeper first)
    {
        if (first.Share.IsFound(_world.Now)) return;
        FindFree();
        FindSharers(first);
        foreach (var line in _sharers) line.Share.Begin(line.Wanted, MassOf(line, line.Wanted), _world.Now);
        if (IsEnough()) foreach (var line in _sharers) line.Share.GiveAll();
        else ShareOut();
    }

    // What is neither promised nor the share of somebody whose turn is still to come.
    private void FindFree()
    {
        for (var commodity = 0; commodity < _free.Length; commodity++)
        {
            var stock = _world.Stocks[_origin, commodity];
            if (!stock.Owes) stock.Settle(_world.Now);
            _free[commodity] = stock.Owes ? long.MaxValue : Math.Max(0, stock.Amount - stock.Reserved);
        }
        foreach (var line in _lines)
            if (line.Share.IsFound(_world.Now))
                for (var i = 0; i < line.Commodities.Length; i++) _free[line.Commodities[i]] -= line.Share.Amounts[i];
    }

    private void FindSharers(LineKeeper first)
    {
        _sharers.Clear();
        foreach (var line in _lines)
            if (line == first
                || (line.To != first.To && line.IsToReview && !line.Share.IsFound(_world.Now) && !IsServed(line.To)
                    && line.FindWanted(out _)))
                _sharers.Add(line);
    }

    private bool IsServed(int destination)
    {
        foreach (var line in _sharers)
            if (line.To == destination) return true;
        return false;
    }

    private bool IsEnough()
    {
        Array.Clear(_wanted);
        foreach (var line in _sharers)
            for (var i = 0; i < line.Commodities.Length; i++) _wanted[line.Commodities[i]] += line.Wanted[i];
        for (var commodity = 0; commodity < _free.Length; commodity++)
            if (_wanted[commodity] > _free[commodity]) return false;
        return true;
    }

    // While it is shared out, what is given counts as under way for those who look at that.
    private void ShareOut()
    {
        while (FindNext(out var number) is { } next)
        {
            var (commodity, amount) = (next.Commodities[number], Portion(next, number));
            _free[commodity] -= amount;
            next.Share.Give(number, amount, _world.Catalogue.MassOf(commodity, amount));
            _transport.Reports.Situation.NoteAssigned(next.To, commodity, amount);
        }
        foreach (var line in _sharers)
            for (var i = 0; i < line.Commodities.Length; i++)
                _transport.Reports.Situation.NoteAssigned(line.To, line.Commodities[i], -line.Share.Amounts[i]);
    }

    private LineKeeper? FindNext(out int number)
    {
        (var next, number, var best) = (default(LineKeeper), -1, default(Claim));
        foreach (var line in _sharers)
        {
            if (MostUrgent(line) is var own && own < 0) continue;
            var claim = _transport.ClaimOf(line, line.Commodities[own], Portion(line, own));
            if (next is null || _transport.GoesBefore(claim, best)) (next, best, number) = (line, claim, own);
        }
        return next;
    }

    // The number, among its own, of the first commodity of which it wants more and some is left; -1 where there is none.
    private int MostUrgent(LineKeeper line)
    {
        for (var i = 0; i < line.Commodities.Length; i++)
            if (line.Share.Left(i) > 0 && _free[line.Commodities[i]] > 0) return i;
        return -1;
    }

    private long Portion(LineKeeper line, int number) => Math.Min(
        Math.Min(line.Share.Left(number), _free[line.Commodities[number]]),
        _world.Catalogue.AmountIn(line.Commodities[number], line.Capacity));

    private long MassOf(LineKeeper line, ReadOnlySpan<long> amounts)
    {
        long mass = 0;
        for (var i = 0; i < amounts.Length; i++) mass += _world.Catalogue.MassOf(line.Commodities[i], amounts[i]);
        return mass;
    }
}
