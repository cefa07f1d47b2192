using SupplySim.Engine;
using SupplySim.Quantities;

namespace SupplySim.Experiments;

public static partial class ScenarioRuns
{
    /// <summary>Runs one replication again and says why a place has what it has at an instant.</summary>
    /// <param name="scenario">What is simulated.</param>
    /// <param name="place">A place that needs something: a camp or a force.</param>
    /// <param name="at">When; after the start and before the end of the run.</param>
    /// <param name="seed">From which all draws follow.</param>
    /// <param name="replication">From 0; with the same seed, the same as in an experiment. Default 0.</param>
    /// <exception cref="InvalidScenarioException">The scenario has problems; all of them are listed.</exception>
    /// <exception cref="KeyNotFoundException">There is no such place.</exception>
    /// <exception cref="ArgumentException">The place needs nothing.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The instant is not within the run.</exception>
    /// <exception cref="SimulationFailedException">Something went wrong inside an event.</exception>
    public static Explanation Why(this Scenario scenario, PlaceId place, Moment at, ulong seed, int replication = 0) =>
        Why(new CompiledScenario(scenario), place, at, seed, replication);

    /// <summary>The same of an alternative of a scenario, which may begin in the middle of the run.</summary>
    /// <param name="scenario">What is simulated.</param>
    /// <param name="alternative">One of its alternatives.</param>
    /// <param name="place">A place that needs something: a camp or a force.</param>
    /// <param name="at">When; after the start and before the end of the run.</param>
    /// <param name="seed">From which all draws follow.</param>
    /// <param name="replication">From 0.</param>
    public static Explanation Why(this Scenario scenario, Alternative alternative, PlaceId place, Moment at, ulong seed,
        int replication = 0) =>
        Why(CompiledScenario.Of(scenario, alternative), place, at, seed, replication);

    /// <summary>Why the place went short that was short longest in a run, at the last instant of that; of a
    /// camp before a force. Null where no place fell below its warning level or ran out of anything.</summary>
    /// <param name="scenario">What is simulated.</param>
    /// <param name="alternative">One of its alternatives; null for the scenario itself.</param>
    /// <param name="seed">From which all draws follow.</param>
    /// <param name="replication">From 0.</param>
    public static Explanation? WhyShort(this Scenario scenario, Alternative? alternative, ulong seed, int replication = 0)
    {
        var compiled = alternative is null ? new CompiledScenario(scenario) : CompiledScenario.Of(scenario, alternative);
        return LongestShortage.Explain(compiled, seed, Replication.Run(compiled, seed, replication, tell: true));
    }

    /// <summary>The same of one place: why it went short when it was short longest in a run, at the last
    /// instant of that. Null where it fell below no warning level and ran out of nothing.</summary>
    /// <param name="scenario">What is simulated.</param>
    /// <param name="alternative">One of its alternatives; null for the scenario itself.</param>
    /// <param name="place">A place that needs something: a camp or a force.</param>
    /// <param name="seed">From which all draws follow.</param>
    /// <param name="replication">From 0.</param>
    /// <exception cref="KeyNotFoundException">There is no such place.</exception>
    /// <exception cref="ArgumentException">The place needs nothing.</exception>
    public static Explanation? WhyShort(this Scenario scenario, Alternative? alternative, PlaceId place, ulong seed, int replication = 0)
    {
        var compiled = alternative is null ? new CompiledScenario(scenario) : CompiledScenario.Of(scenario, alternative);
        _ = Needy(compiled.Catalogue, place);
        return LongestShortage.Explain(compiled, seed, Replication.Run(compiled, seed, replication, tell: true), place);
    }

    private static Explanation Why(CompiledScenario compiled, PlaceId place, Moment at, ulong seed, int replication)
    {
        var (catalogue, number) = (compiled.Catalogue, Needy(compiled.Catalogue, place));
        ArgumentOutOfRangeException.ThrowIfNegative(replication);
        var time = at.IsNever ? SimTime.Never : catalogue.Time(at);
        if (time <= SimTime.Start || time >= catalogue.Horizon)
            throw new ArgumentOutOfRangeException(nameof(at), at,
                $"allowed: after the start and before {catalogue.Horizon}, when the run ends");
        return Explaining.Run(compiled, seed, replication, number, time);
    }

    // The number of a place that needs something.
    private static int Needy(Runs.Catalogue catalogue, PlaceId place)
    {
        if (!catalogue.TryPlace(place.Value ?? "", out var number))
            throw new KeyNotFoundException(
                $"there is no place "
                    + $"'{place}'; {Quantities.Spelling.Instead(place.Value ?? "", [.. catalogue.Places.Select(one => one.Id)])}");
        if (catalogue.Places[number] is not (Camp or Force))
            throw new ArgumentException($"'{place}' needs nothing; allowed: camps and forces", nameof(place));
        return number;
    }
}
