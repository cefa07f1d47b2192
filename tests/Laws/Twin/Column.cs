namespace SupplySim.Twin;

/// <summary>Trucks on their way together: out with loads, back empty. The head travels, the others follow at their interval; the
/// column goes on when its last vehicle is through, and is there when its last vehicle is.</summary>
/// <remarks>Who has driven the hours of a day stops for the rest of 24 hours before it drives on, at a whole metre; standing at a
/// crossing for as long is rest too. Loads that stand at a crossing too long are given up until they move again.</remarks>
internal sealed class Column(PlainRun run, Yard yard, List<Truck> trucks, string destination)
{
    private readonly long _day = yard.Fleet.Driving?.Ticks ?? TimeSpan.TicksPerDay;
    private string _at = yard.Base;
    private bool _isOut = true;
    private long _driven;

    private string To => _isOut ? destination : yard.Base;

    private IEnumerable<Load> Loads => trucks.Where(truck => truck.Load is not null).Select(truck => truck.Load!);

    public void Travel()
    {
        if (_at == To)
        {
            if (_isOut) Unload();
            else yard.Return(trucks);
            return;
        }
        var (next, route) = run.Roads.Way(_at, To, yard.Fleet)[0];
        var (now, speed) = (run.Agenda.Now, Roads.Speed(route, yard.Fleet));
        foreach (var load in Loads)
            if (!load.IsOnOrder)
            {
                load.IsOnOrder = true;
                run.LookAgain(load.Line.To);
            }
        var arrives = now + Drive(route.Length.Metres, speed);
        run.Log.Legs.Add(new Leg(now, arrives, _at, next, yard.Fleet.Id, trucks.Count, Loads.Any()));
        var interval = yard.Fleet.Convoy is { } rules ? Roads.Time(1000 / rules.Density, speed) : 0;
        run.Agenda.At(arrives, Rank.Arrival, () => Arrive(next, interval));
    }

    private long Drive(long metres, long speed)
    {
        long time = 0;
        for (long stretch; metres > 0; metres -= stretch)
        {
            var rest = TimeSpan.TicksPerDay - _day;
            if (rest > 0 && _driven >= _day) (time, _driven) = (time + rest, 0);
            stretch = rest == 0 ? metres : Math.Min(metres, Math.Max(1, (long)((Int128)(_day - _driven) * speed / TimeSpan.TicksPerHour)));
            time += Roads.Time(stretch, speed);
            _driven += Roads.Time(stretch, speed);
        }
        return time;
    }

    private void Arrive(string place, long interval)
    {
        _at = place;
        if (run.Posts.TryGetValue(place, out var post)) Pass(post, interval);
        else if (place == To && interval > 0 && trucks.Count > 1)
            run.Agenda.At(run.Agenda.Now + interval * (trucks.Count - 1), Rank.Arrival, Travel);
        else Travel();
    }

    private void Pass(Post post, long interval)
    {
        var (now, isThrough, name) = (run.Agenda.Now, false, $"{yard.Fleet.Id} {trucks[0].Number} to {destination}");
        run.Log.Entries.Add(new Entry(now, What.Joined, _at, name));
        post.Join(new Guest(yard.Fleet.Traffic, _isOut, Loads.Any(), trucks.Count, now, interval, () =>
        {
            isThrough = true;
            run.Log.Entries.Add(new Entry(run.Agenda.Now, What.Through, _at, name));
            if (_day < TimeSpan.TicksPerDay && run.Agenda.Now - now >= TimeSpan.TicksPerDay - _day) _driven = 0;
            Travel();
        }));
        if (Loads.Any()) run.Agenda.At(now + Loads.Min(load => load.Line.Patience), Rank.Last, () => { if (!isThrough) GiveUp(); });
    }

    private void GiveUp()
    {
        foreach (var load in Loads) load.IsOnOrder = false;
        run.LookAgain(destination);
    }

    private void Unload()
    {
        var left = trucks.Count;
        foreach (var truck in trucks) run.Docks[_at].Add(run.UnloadingTime(_at), () =>
        {
            var load = truck.Load!;
            (truck.Load, load.IsOnOrder) = (null, false);
            foreach (var (commodity, amount) in load.Cargo) run.Store(_at, commodity).Add(amount);
            if (--left > 0) return;
            run.Log.Entries.Add(new Entry(run.Agenda.Now, What.Unloaded, _at, yard.Fleet.Id, trucks.Count));
            _isOut = false;
            Travel();
        });
    }
}
