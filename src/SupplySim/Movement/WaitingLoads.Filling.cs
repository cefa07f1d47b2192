namespace SupplySim.Movement;

// What goes on one vehicle: of the line whose turn it is what is most urgent, and then whatever else waits of that line, as far as it fits.
internal sealed partial class WaitingLoads
{
    // Room is made for what would be left of other commodities and be too little to go by itself: else soap stayed for ever where
    // each order of food is whole loads.
    private Load Fill(LineKeeper line, int priority)
    {
        var first = Neediest(line, null, line.Capacity, priority)!;
        var along = TooLittleToStay(line, first);
        if (Fits(first, null, line.Capacity - along) == 0) along = 0;
        var load = TakeFrom(first, null, line.Capacity - along);
        while (along > 0 && Neediest(line, load, along, besides: first) is { } left)
        {
            var part = TakeFrom(left, load, along);
            along -= part.Mass;
            load.Add(part);
        }
        while (line.Capacity - load.Mass is > 0 and var room && Neediest(line, load, room) is { } more)
            load.Add(TakeFrom(more, load, room));
        return load;
    }

    // Of the rows of a line of which something is there and fits: equally urgent ones by how much of the commodity lies at the
    // destination and comes, so that what there is little of does not wait for ever behind what there is much of; then in their turn.
    private Row? Neediest(LineKeeper line, Load? aboard, long room, int? priority = null, Row? besides = null)
    {
        var best = default(Row);
        foreach (var row in _rows)
            if (row.Line == line && row != besides && (priority is null || row.Priority == priority) && Fits(row, aboard, room) > 0
                && (best is null || IsNeedier(row, best)))
                best = row;
        return best;
    }

    private bool IsNeedier(Row row, Row other)
    {
        if (row.Priority != other.Priority) return row.Priority < other.Priority;
        if (row.Line.IsShorter(row.Commodity, other.Commodity)) return true;
        return !row.Line.IsShorter(other.Commodity, row.Commodity) && FirstThere(row)!.Turn < FirstThere(other)!.Turn;
    }

    // [smallest unit] Of the first of a row, beside what is aboard, into so much room.
    private long Fits(Row row, Load? aboard, long room)
    {
        if (FirstThere(row) is not { } first) return 0;
        var free = Free(row.Commodity) - (aboard?.AmountOf(row.Commodity) ?? 0);
        return Math.Min(Math.Min(first.Cargo[0].Amount, free), _world.Catalogue.AmountIn(row.Commodity, room));
    }

    private Load TakeFrom(Row row, Load? aboard, long room)
    {
        var (first, fits) = (FirstThere(row)!, Fits(row, aboard, room));
        End(first);
        if (fits == first.Cargo[0].Amount)
        {
            row.Loads.Remove(first);
            return first;
        }
        var part = first.Part(fits);
        Begin(first);
        return part;
    }

    // All that waits of a line goes together, so together it is enough or not.
    private bool IsEnough(LineKeeper line) => least == 0 || MassThere(line) >= least;

    // [g] Of other commodities than the first, of what a full vehicle would leave.
    private long TooLittleToStay(LineKeeper line, Row first)
    {
        if (least == 0) return 0;
        var all = MassThere(line);
        var left = all - line.Capacity;
        return left > 0 && left < least ? Math.Min(left, all - MassThere(first)) : 0;
    }

    private long MassThere(LineKeeper line)
    {
        long mass = 0;
        foreach (var row in _rows)
            if (row.Line == line) mass += MassThere(row);
        return mass;
    }

    private long MassThere(Row row)
    {
        long amount = 0;
        foreach (var load in row.Loads) amount += load.Cargo[0].Amount;
        return _world.Catalogue.MassOf(row.Commodity, Math.Min(amount, Free(row.Commodity)));
    }

    // Where it has become enough, or too little, it waits for something else from now on.
    private void JudgeSize(LineKeeper line)
    {
        if (least == 0) return;
        foreach (var row in _rows)
        {
            if (row.Line != line) continue;
            foreach (var load in row.Loads)
                if (load.IsTooSmall != line.Waiting < least) Judge(load, line.Waiting < least);
        }
    }

    private void Judge(Load load, bool isTooSmall)
    {
        if (load.WaitsSince < _world.Now) Charge(load);
        (load.WaitsSince, load.IsTooSmall) = (_world.Now, isTooSmall);
    }

    private void CountWaiting(Load load, int sign)
    {
        load.Line.Waiting += sign * load.Mass;
        foreach (var (commodity, amount) in load.Cargo) load.Line.Destined(commodity).Waiting += sign * amount;
    }
}
