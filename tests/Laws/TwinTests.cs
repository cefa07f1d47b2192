using CsCheck;
using SupplySim.Twin;

namespace SupplySim.Laws;

/// <summary>The model against a plain second implementation, movement by movement.</summary>
public class TwinTests
{
    public static TheoryData<string> Names() => [.. TwinScenarios.ByHand.Keys];

    [Theory, MemberData(nameof(Names))]
    public void The_twin_moves_everything_at_the_same_instant(string name) => Difference(TwinScenarios.ByHand[name]).Should().BeNull();

    [Fact]
    public void The_twin_agrees_on_200_random_networks()
    {
        foreach (var (number, scenario) in SameSamples.Of(TwinScenarios.Random, stream: 1917, count: 200).Index())
            Difference(scenario).Should().BeNull("this is network {0}", number);
    }

    // The first entry, in order of time, that only one of the two has.
    private static string? Difference(Scenario scenario)
    {
        var (model, twin) = (ModelLogbook.Of(scenario), PlainRun.Of(scenario));
        return First(Told(model), Told(twin)) is { } difference ? difference : Waits(model, twin);
    }

    private static string? First(List<(long At, string Text)> model, List<(long At, string Text)> twin)
    {
        for (var i = 0; i < Math.Max(model.Count, twin.Count); i++)
            if (i >= model.Count || i >= twin.Count || model[i] != twin[i])
                return $"model: {(i < model.Count ? Shown(model[i]) : "nothing more")}; "
                    + $"twin: {(i < twin.Count ? Shown(twin[i]) : "nothing more")}";
        return null;
    }

    private static string? Waits(Logbook model, Logbook twin)
    {
        foreach (var (crossing, waits) in model.Waits)
            if (!waits.SequenceEqual(twin.Waits[crossing]))
                return $"waits at {crossing}: model {string.Join(' ', waits.Select(Time))}; "
                    + $"twin {string.Join(' ', twin.Waits[crossing].Select(Time))}";
        foreach (var key in model.Waiting.Keys.Union(twin.Waiting.Keys))
            if (model.Waiting.GetValueOrDefault(key) != twin.Waiting.GetValueOrDefault(key))
                return $"waiting at {key}: model {Time(model.Waiting.GetValueOrDefault(key))}, "
                    + $"twin {Time(twin.Waiting.GetValueOrDefault(key))}";
        return null;
    }

    private static List<(long At, string Text)> Told(Logbook log) =>
    [
        .. log.Legs.Select(leg => (At: leg.Departs,
            Text: $"{leg.Vehicles} of {leg.Fleet} {(leg.Laden ? "laden" : "empty")} {leg.From} - {leg.To} until {Time(leg.Arrives)}"))
            .Concat(log.Entries.Select(entry => (entry.At, $"{entry.What} {entry.Place} {entry.Of} {entry.Amount}")))
            .OrderBy(told => told.At).ThenBy(told => told.Item2, StringComparer.Ordinal),
    ];

    private static string Shown((long At, string Text) told) => $"{Time(told.At)} {told.Text}";

    private static string Time(long ticks) => $"d{new TimeSpan(ticks):d\\ hh\\:mm\\:ss\\.fffffff}";
}
