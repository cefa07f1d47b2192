namespace SupplySim.Twin;

/// <summary>Trucks on their way together: out with loads, back empty. The head travels, the others follow at their interval; the
/// column goes on when its last vehicle is through, and is there when its last vehicle is.</summary>
/// <remarks>Who has driven the hours of a day drives on, at a whole metre, when it has stood for the rest of 24 hours, whatever it
/// stood for. Loads that stand at a crossing too long are given up until they move again.</remarks>
internal sealed class Column(PlainRun run, Yard yard, List<Truck> trucks, string destination)
{
    private readonly long _day = yard.Fleet.Driving?.Ticks ?? TimeSpan.TicksPerDay;
    private string _at = yard.Base;
    private bool _isOut = true;
    private long _driven;
    private long _stands;

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
        var (next, route) = run.Roads.Way(_at, To, yard.Fleet, Loads.Select(load => load.Mass).DefaultIfEmpty().Max())[0];
        var (now, speed) = (run.Agenda.Now, Roads.Speed(route, yard.Fleet));
        if (Night > 0 && now - _stands >= Night) _driven = 0;
        foreach (var load in Loads) load.Move();
        run.Log.Legs.Add(new Leg(now, now + Foretell(route.Length.Metres, speed), _at, next, yard.Fleet.Id, trucks.Count, Loads.Any()));
        var interval = yard.Fleet.Convoy is { } rules ? Roads.Time(1000, speed * rules.Density) : 0;
        Drive(route.Length.Metres, speed, () => Arrive(next, interval));
    }

    private long Foretell(long metres, long speed)
    {
        var (time, driven, stands) = (0L, _driven, _stands - run.Agenda.Now);
        for (long stretch; metres > 0; metres -= stretch)
        {
            if (MustRest(driven)) (time, driven) = (stands + Night, 0);
            stretch = Stretch(metres, speed, driven);
            (time, driven) = (time + Roads.Time(stretch, speed), driven + Roads.Time(stretch, speed));
            stands = time;
        }
        return time;
    }

    private void Drive(long metres, long speed, Action arrive)
    {
        if (metres == 0) arrive();
        else if (MustRest(_driven)) run.Agenda.At(_stands + Night, Rank.Arrival, () =>
        {
            _driven = 0;
            Drive(metres, speed, arrive);
        });
        else
        {
            var stretch = Stretch(metres, speed, _driven);
            var time = Roads.Time(stretch, speed);
            (_driven, _stands) = (_driven + time, run.Agenda.Now + time);
            run.Agenda.At(run.Agenda.Now + time, Rank.Arrival, () => Drive(metres - stretch, speed, arrive));
        }
    }

    private long Night => TimeSpan.TicksPerDay - _day;

    private bool MustRest(long driven) => Night > 0 && driven >= _day;

    private long Stretch(long metres, long speed, long driven) => Night == 0 ? metres
        : Math.Min(metres, Math.Max(1, (long)((Int128)(_day - driven) * speed / TimeSpan.TicksPerHour)));

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
            // It moves up, and has to stand as long once more to be given up again.
            if (Loads.All(load => load.IsOnOrder)) return;
            foreach (var load in Loads) load.Move();
            BeGivenUpInTime();
        }, () =>
        {
            isThrough = true;
            run.Log.Entries.Add(new Entry(run.Agenda.Now, What.Through, _at, name));
            Travel();
        }));
        BeGivenUpInTime();

        void BeGivenUpInTime()
        {
            if (Loads.Any())
                run.Agenda.At(run.Agenda.Now + Loads.Min(load => load.Line.Patience), Rank.Last, () => { if (!isThrough) GiveUp(); });
        }
    }

    private void GiveUp()
    {
        foreach (var load in Loads) load.IsOnOrder = false;
        run.LookAgain(destination);
    }

    private void Unload()
    {
        var left = trucks.Count;
        foreach (var load in Loads) load.Stand();
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
