namespace SupplySim.Movement;

// What goes on one vehicle: of the line whose turn it is what is most urgent, and then whatever else waits of that line, as far as it fits.
internal sealed partial class WaitingLoads
{
    private Load Fill(LineKeeper line, int priority)
    {
        var load = TakeFrom(Neediest(line, null, priority)!, null);
        while (load.Mass < line.Capacity && Neediest(line, load) is { } more) load.Add(TakeFrom(more, load));
        return load;
    }

    // Of the rows of a line of which something is there and fits: equally urgent ones by how much of the commodity lies at the
    // destination and comes, so that what there is little of does not wait for ever behind what there is much of; then in their turn.
    private Row? Neediest(LineKeeper line, Load? aboard, int? priority = null)
    {
        var best = default(Row);
        foreach (var row in _rows)
            if (row.Line == line && (priority is null || row.Priority == priority) && Fits(row, aboard) > 0
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

    // [smallest unit] Of the first of a row, beside what is aboard.
    private long Fits(Row row, Load? aboard)
    {
        if (FirstThere(row) is not { } first) return 0;
        var fits = Math.Min(first.Cargo[0].Amount, Free(row.Commodity) - (aboard?.AmountOf(row.Commodity) ?? 0));
        return aboard is null ? fits : Math.Min(fits, _world.Catalogue.AmountIn(row.Commodity, row.Line.Capacity - aboard.Mass));
    }

    private Load TakeFrom(Row row, Load? aboard)
    {
        var (first, fits) = (FirstThere(row)!, Fits(row, aboard));
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
    private bool IsEnough(LineKeeper line)
    {
        if (least == 0) return true;
        long mass = 0;
        foreach (var row in _rows)
        {
            if (row.Line != line) continue;
            long amount = 0;
            foreach (var load in row.Loads) amount += load.Cargo[0].Amount;
            mass += _world.Catalogue.MassOf(row.Commodity, Math.Min(amount, Free(row.Commodity)));
        }
        return mass >= least;
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
