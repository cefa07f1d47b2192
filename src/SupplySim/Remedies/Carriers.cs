using SupplySim.Quantities;

namespace SupplySim.Remedies;

/// <summary>Who carries anything in a scenario, and from where to where.</summary>
internal sealed class Carriers
{
    public Carriers(Scenario scenario)
    {
        Scenario = scenario;
        var onto = scenario.Places.OfType<Crossing>().Select(one => one.Transshipment?.Onto).OfType<string>();
        var laden = scenario.SupplyLines.Select(line => line.By).Concat(onto).ToHashSet();
        Laden = [.. scenario.Fleets.Where(fleet => fleet.Through is null && laden.Contains(fleet.Id))];
        Escorts = [.. Laden.Select(fleet => fleet.Convoy?.Escort?.From).OfType<string>()];
        Ends = [.. scenario.SupplyLines.SelectMany(line => new[] { line.From, line.To }).Select(place => place.Value)];
        var flown = scenario.Fleets.Where(fleet => fleet.Mode == Mode.Air).Select(fleet => fleet.Id).ToHashSet();
        Landings = [.. scenario.SupplyLines.Where(line => flown.Contains(line.By)).SelectMany(line => line.Alternates.Append(line.From).Append(line.To)).Select(place => place.Value)];
    }

    public Scenario Scenario { get; }

    /// <summary>The fleets that carry what supply lines order, and those onto which it is transshipped.</summary>
    public Fleet[] Laden { get; }

    /// <summary>The fleets that escort them.</summary>
    public HashSet<string> Escorts { get; }

    /// <summary>The places where supply lines load and unload.</summary>
    public HashSet<string> Ends { get; }

    /// <summary>The places where aircraft land that carry anything.</summary>
    public HashSet<string> Landings { get; }

    /// <summary>Whether some vehicle that carries anything is too heavy for a limit.</summary>
    public bool AreTooHeavyFor(Mass? limit) => limit is { } most && Laden.Any(fleet => fleet.Mode == Mode.Road && fleet.Heaviest > most);

    /// <summary>Whether a rule is for any of the traffic that carries anything.</summary>
    public IEnumerable<string> Traffics => Laden.Where(fleet => fleet.Mode == Mode.Road).Select(fleet => fleet.Traffic).Distinct();
}
