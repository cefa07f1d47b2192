using System.Globalization;
using SupplySim.Engine;
using SupplySim.Experiments;

namespace SupplySim.Golden;

/// <summary>The corridor example, run, and what it says in the words of the tables of its README.</summary>
internal sealed class CorridorRun
{
    private static readonly Scenario Corridor = ExampleFolder.Read("corridor-by-hand");
    private readonly ILookup<(int Route, bool Forward), Trip> _trips;

    private CorridorRun(RunResult result)
    {
        Result = result;
        _trips = result.Trips.ToLookup(trip => (trip.Route, trip.Forward));
    }

    public RunResult Result { get; }

    /// <summary>The whole of it.</summary>
    public static CorridorRun Whole { get; } = new(Corridor.Run(Corridor.Experiment.Seed));

    /// <summary>The same, ended right after what happens at an instant; a millisecond is less than the time in which a gram
    /// is eaten.</summary>
    public static CorridorRun Until(TimeSpan time)
    {
        var length = time + TimeSpan.FromMilliseconds(1);
        if (length > Corridor.Clock.Length) return Whole;
        var cut = Corridor with { Clock = Corridor.Clock with { Length = length } };
        return new CorridorRun(cut.Run(Corridor.Experiment.Seed));
    }

    /// <summary>What was ordered: when, and how much.</summary>
    public IEnumerable<string> Orders() => Result.Story
        .Where(happening => happening.Kind == HappeningKind.Ordered)
        .Select(happening => $"{Precise(happening.At)} | {Cargo(happening)}");

    /// <summary>The legs of the way out, truck by truck: load, departure, crossing reached and passed, camp reached, unloaded.</summary>
    public IEnumerable<string> Outward()
    {
        var loads = Told(HappeningKind.Departed).Select(Cargo).ToArray();
        var unloaded = Told(HappeningKind.Arrived).Select(happening => Minute(happening.At)).ToArray();
        return Legs(toCrossing: (0, true), fromCrossing: (1, true))
            .Select((leg, trip) => $"{loads[trip]} | {leg} | {unloaded[trip]}");
    }

    /// <summary>The legs of the way back: departure, crossing reached and passed, depot reached.</summary>
    public IEnumerable<string> Back() => Legs(toCrossing: (1, false), fromCrossing: (0, false));

    /// <summary>[time] Waited at the crossing for a cause, both ways.</summary>
    public TimeSpan Waited(string cause) => TimeSpan.FromMinutes(Math.Round(Result["lost-days", "crossing", detail: cause] * 24 * 60, 3));

    /// <summary>An instant to the minute: <c>d1 12:15</c>. With seconds where it is not a whole minute.</summary>
    public static string Minute(SimTime at) => at.Ticks % TimeSpan.TicksPerMinute == 0 ? Format(at, @"hh\:mm") : Precise(at);

    // Nobody overtakes in the corridor: the first to come to the crossing is the first to leave it, or is still there.
    private IEnumerable<string> Legs((int, bool) toCrossing, (int, bool) fromCrossing)
    {
        var left = _trips[fromCrossing].Select(Ends).ToArray();
        return _trips[toCrossing].Select((leg, trip) => $"{Ends(leg)} | {left.ElementAtOrDefault(trip) ?? "- | -"}");
    }

    private static string Ends(Trip leg) => $"{Minute(leg.Departs)} | {Minute(leg.Arrives)}";

    private IEnumerable<Happening> Told(HappeningKind kind) => Result.Story.Where(happening => happening.Kind == kind);

    private static string Precise(SimTime at) => Format(at, @"hh\:mm\:ss\.fff");

    private static string Format(SimTime at, string format)
    {
        var time = at - SimTime.Start;
        return $"d{time.Days} {time.ToString(format, CultureInfo.InvariantCulture)}";
    }

    // The story tells a load as `6 t food` at the end of its detail; the tables are in kilograms.
    private static string Cargo(Happening happening)
    {
        var words = happening.Detail!.Split(' ');
        return (decimal.Parse(words[^3], CultureInfo.InvariantCulture) * 1000).ToString("#,0.###", CultureInfo.InvariantCulture);
    }
}
