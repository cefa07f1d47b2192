using SupplySim.Engine;
using SupplySim.Experiments;
using SupplySim.Measures;
using SupplySim.Movement;
using SupplySim.Quantities;
using SupplySim.Runs;

namespace SupplySim.Tests;

/// <summary>One run of a small scenario, and what happened in it in few words.</summary>
internal sealed class Play
{
    private readonly Dictionary<string, string> _waits = [];
    private readonly Dictionary<(string, string), StockAtEnd> _stocks = [];
    private readonly Dictionary<string, string> _vehicles = [];
    private readonly Scenario _scenario;

    private Play(Scenario scenario, CompiledScenario compiled, ulong seed)
    {
        _scenario = scenario;
        Result = Replication.Run(compiled, seed, 0, tell: true, audit: true, Look);
    }

    public RunResult Result { get; }

    /// <summary>Runs a scenario.</summary>
    public static Play Of(Scenario scenario, ulong seed = 1) => new(scenario, new CompiledScenario(scenario), seed);

    /// <summary>Runs a scenario that is another from some moment on.</summary>
    public static Play Of(Scenario before, Scenario after, Moment from, ulong seed = 1) =>
        new(before, CompiledScenario.Of(before, new Alternative("later", after) { From = from }), seed);

    /// <summary>When things of a kind happened, all or to one subject.</summary>
    public string[] When(HappeningKind kind, string? subject = null) => [.. Told(kind, subject).Select(happening => Time(happening.At))];

    /// <summary>When things of a kind happened, and the detail of each.</summary>
    public string[] Tell(HappeningKind kind, string? subject = null) =>
        [.. Told(kind, subject).Select(happening => $"{Time(happening.At)} {happening.Detail}")];

    /// <summary>The same to the nearest second: what moves on the globe is foretold a millisecond late.</summary>
    public string[] TellToTheSecond(params HappeningKind[] kinds) => [.. Result.Story.Where(happening => kinds.Contains(happening.Kind))
        .Select(happening => $"{Time(ToTheSecond(happening.At))} {happening.Detail}")];

    /// <summary>What set out along a route: when, and how many vehicles.</summary>
    public string[] Legs(string from, string to) => [.. Result.Trips
        .Where(trip => Ends(trip) == (from, to)).Select(trip => $"{Time(trip.Departs)} x{trip.Vehicles}")];

    /// <summary>The same with when it is expected at the other end.</summary>
    public string[] Trips(string from, string to) => [.. Result.Trips
        .Where(trip => Ends(trip) == (from, to)).Select(trip => $"{Time(trip.Departs)} to {Time(trip.Arrives)}")];

    /// <summary>[vehicle-time] The waits at a place by cause, in the order of the causes: <c>hours 5:30, lane 0:20</c>.</summary>
    public string Waits(string place) => _waits[place];

    /// <summary>The vehicles of a fleet at the end: at base, moving, broken, lost.</summary>
    public string Vehicles(string fleet) => _vehicles[fleet];

    /// <summary>A stock at the end.</summary>
    public StockAtEnd Stock(string place, string commodity) => _stocks[(place, commodity)];

    /// <summary>Day, hours and minutes, and what is left where it is not a whole minute.</summary>
    public static string Time(SimTime at)
    {
        var time = at - SimTime.Start;
        return $"d{time.Days} {time:hh\\:mm}{Rest(time)}";
    }

    public static SimTime ToTheSecond(SimTime at) =>
        SimTime.FromTicks((at.Ticks + TimeSpan.TicksPerSecond / 2) / TimeSpan.TicksPerSecond * TimeSpan.TicksPerSecond);

    private static string Span(TimeSpan time) => $"{(int)time.TotalHours}:{time:mm}{Rest(time)}";

    private static string Rest(TimeSpan time) =>
        time.Ticks % TimeSpan.TicksPerMinute == 0 ? "" : time.ToString(@"\:ss\.fffffff").TrimEnd('0').TrimEnd('.');

    private IEnumerable<Happening> Told(HappeningKind kind, string? subject) =>
        Result.Story.Where(happening => happening.Kind == kind && (subject is null || happening.Subject == subject));

    private (string, string) Ends(Trip trip)
    {
        var route = _scenario.Routes[trip.Route];
        return trip.Forward ? (route.From.Value, route.To.Value) : (route.To.Value, route.From.Value);
    }

    // Before processes are unwound: what they undo then is not part of the run.
    private void Look(World world, Transport transport)
    {
        for (var place = 0; place < world.Catalogue.Places.Length; place++)
        {
            var id = world.Catalogue.Places[place].Id;
            _waits.Add(id, WaitsAt(world, place));
            for (var commodity = 0; commodity < world.Catalogue.Commodities.Length; commodity++)
                _stocks.Add(
                    (id, world.Catalogue.Commodities[commodity].Id), StockAtEnd.Of(world.Stocks[place, commodity], world.People[place]));
        }
        foreach (var yard in transport.Yards)
            _vehicles.Add(yard.Fleet.Id, $"{yard.State.AtBase} {yard.State.Moving} {yard.State.Broken} {yard.State.Lost}");
    }

    private static string WaitsAt(World world, int place)
    {
        var causes = Enum.GetValues<WaitCause>();
        causes.Sum(cause => world.Delays.Waited(place, cause).Ticks).Should().Be(
            world.Delays.Waited(place).Ticks, "each instant of waiting has one cause");
        return string.Join(", ", causes.Where(cause => world.Delays.Waited(place, cause) > TimeSpan.Zero)
            .Select(cause => $"{CauseNames.Of(cause)} {Span(world.Delays.Waited(place, cause))}"));
    }
}

/// <summary>[smallest unit] What became of one commodity at one place, and how many people live there.</summary>
internal sealed record StockAtEnd(long Amount, long Consumed, long Needed, long Unmet, long Owed, long OnOrder, long People)
{
    public static StockAtEnd Of(Stock stock, long people) =>
        new(stock.Amount, stock.Consumed, stock.Needed, stock.Unmet, stock.Owed, stock.OnOrder, people);
}
