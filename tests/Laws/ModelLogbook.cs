using SupplySim.Engine;
using SupplySim.Experiments;
using SupplySim.Movement;
using SupplySim.Runs;
using SupplySim.Twin;

namespace SupplySim.Laws;

/// <summary>The model's run of a scenario in the words of the twin's logbook.</summary>
internal sealed class ModelLogbook : IEventHandler
{
    private readonly Logbook _log = new();
    private readonly Scenario _scenario;
    private World _world = null!;
    private HandlerId _handler;

    private ModelLogbook(Scenario scenario) => _scenario = scenario;

    public static Logbook Of(Scenario scenario)
    {
        var model = new ModelLogbook(scenario);
        model.Read(Replication.Run(new CompiledScenario(scenario), 1, 0, tell: true, audit: true, model.Look, model.Watch));
        return model._log;
    }

    void IEventHandler.Handle(long day)
    {
        WriteStocks();
        _world.Simulation.Schedule(SimTime.Day((int)day + 1), Priorities.Record, _handler, day + 1);
    }

    private void Watch(World world, Transport transport)
    {
        _world = world;
        _handler = world.Simulation.Register(this);
        world.Simulation.Schedule(SimTime.Day(1), Priorities.Record, _handler, 1);
        world.Recorded += Recorded;
    }

    private void Recorded(Outcome kind, long first, long second)
    {
        var (place, commodity) = ((int)(first >> 32), (int)(first & int.MaxValue));
        switch (kind)
        {
            case Outcome.Ordered: Enter(What.Ordered, place, Commodity(commodity), second); break;
            case Outcome.Loaded: Enter(What.Loaded, place, Commodity(commodity), second); break;
            case Outcome.Delivered: Enter(What.Delivered, place, Commodity(commodity), second); break;
            case Outcome.Passed: Enter(What.Inspected, (int)first, _world.Catalogue.Traffics[(int)second]); break;
            case Outcome.RanOut: Enter(What.RanOut, (int)first, Commodity((int)second)); break;
        }
    }

    private void WriteStocks()
    {
        for (var place = 0; place < _world.Catalogue.Places.Length; place++)
            for (var commodity = 0; commodity < _world.Catalogue.Commodities.Length; commodity++)
            {
                var stock = _world.Stocks[place, commodity];
                if (stock.IsUnlimited || _world.Catalogue.Places[place] is Crossing) continue;
                stock.Settle(_world.Now);
                Enter(What.Stock, place, Commodity(commodity), stock.Amount);
                Enter(What.Eaten, place, Commodity(commodity), stock.Consumed);
                Enter(What.Unmet, place, Commodity(commodity), stock.Unmet);
            }
    }

    // At the end, before processes are unwound.
    private void Look(World world, Transport transport)
    {
        WriteStocks();
        for (var place = 0; place < world.Catalogue.Places.Length; place++)
        {
            if (transport.Queues[place] is { } queue) _log.Waits.Add(Place(place), [.. queue.Waits.Select(wait => wait.Ticks)]);
            foreach (var (cause, why) in new[] { (WaitCause.Physical, Why.Physical), (WaitCause.Hours, Why.Hours),
                (WaitCause.Fleet, Why.Fleet), (WaitCause.Lane, Why.Lane) })
                _log.Charge(Place(place), why, world.Delays.Waited(place, cause).Ticks);
        }
    }

    private void Read(RunResult run)
    {
        foreach (var trip in run.Trips)
        {
            var route = _scenario.Routes[trip.Route];
            var (from, to) = trip.Forward ? (route.From.Value, route.To.Value) : (route.To.Value, route.From.Value);
            _log.Legs.Add(
                new Leg(trip.Departs.Ticks, trip.Arrives.Ticks, from, to, _scenario.Fleets[trip.Fleet].Id, trip.Vehicles, trip.Laden));
        }
        foreach (var (at, kind, subject, detail) in run.Story)
            if (kind == HappeningKind.Queued) _log.Entries.Add(new Entry(at.Ticks, What.Joined, subject, detail!));
            else if (kind == HappeningKind.Passed) _log.Entries.Add(new Entry(at.Ticks, What.Through, subject, detail!));
            else if (kind == HappeningKind.Arrived) _log.Entries.Add(Unloaded(at.Ticks, subject, detail!.Split(' ', 4)));
    }

    private static Entry Unloaded(long at, string place, string[] words) => new(at, What.Unloaded, place, words[3], long.Parse(words[0]));

    private void Enter(What what, int place, string of, long amount = 0) =>
        _log.Entries.Add(new Entry(_world.Now.Ticks, what, Place(place), of, amount));

    private string Place(int number) => _world.Catalogue.Places[number].Id;

    private string Commodity(int number) => _world.Catalogue.Commodities[number].Id;
}
