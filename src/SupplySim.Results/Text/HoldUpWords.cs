using SupplySim.Disruptions;
using SupplySim.Networks;

namespace SupplySim.Results.Text;

/// <summary>By what supplies were held up, in words.</summary>
internal static class HoldUpWords
{
    /// <summary>In a sentence, behind a share: <c>waiting at Fishkhabour for opening hours</c>, <c>loads
    /// waiting for aid-trucks, which stood at Fishkhabour for opening hours</c>.</summary>
    /// <param name="scenario">For the names of things.</param>
    /// <param name="where">The id of a place or route; of a fleet for <c>no-vehicle</c>, <c>departure</c> and <c>rest</c>.</param>
    /// <param name="cause">As in <see cref="HeldUp"/>.</param>
    /// <param name="awaited">The id of the fleet for one of whose vehicles loads waited; null where it is what was held up itself.</param>
    public static string Phrase(Scenario scenario, string where, string cause, string? awaited = null)
    {
        var name = Names.OfPlaceOrRoute(scenario, where);
        if (awaited is not null)
            return $"loads waiting for {Names.Clean(awaited)}, which {Meanwhile(scenario, where, name, cause, awaited)}";
        return cause switch
        {
            "daylight" => $"waiting for daylight on {name}",
            "departure" => $"{name} kept from leaving",
            "no-vehicle" => $"loads waiting "
                + $"for {name}{(scenario.Fleets.Any(fleet => fleet.Id == where && fleet.Count == 0) ? ", of which there are none" : "")}",
            "no-goods" => $"loads waiting for goods at {name}",
            "too-small" => $"loads at {name} waiting to be large enough for a vehicle to go",
            "not-ordered" => scenario.SupplyLines.Any(line => line.To.Value == where)
                ? "not ordered, as no way was known"
                : $"not ordered, as {name} was {KnownShut(scenario, where)}{Detour(scenario, where)}",
            "orders-stopped" => $"not ordered, as orders were stopped at {name}",
            "slow" => $"slow driving on {name}",
            "breakdown" => $"breakdowns on {name}",
            "rest" => $"{name} at rest for the night or for their driving hours",
            "room" => $"waiting at {name} for room in the store",
            "fleet" => $"waiting at {name} {Crew(scenario, where)}",
            "dock" => $"waiting at {name} for a dock",
            "detour" => $"a longer way, as {name} was {KnownShut(scenario, where)}",
            "around-queue" => $"a longer way round the wait at {name}",
            "lost" => $"loads for {name} lost on the way",
            "rations" => "rations cut by rule while stocks lasted, with nothing late",
            "too-little" => $"with nothing late: {TooLittle(scenario)}",
            _ => $"waiting at {name} {WaitingCause.For(cause)}",
        };
    }

    // To whom, where whatever may shut it does so to some alone; a front that comes there may shut it to anybody.
    internal static string KnownShut(Scenario scenario, string where)
    {
        var closures = scenario.Disruptions.OfType<Closure>().Where(closure => closure.Close.Contains(where)).ToArray();
        var some = closures.Length > 0 && scenario.Fronts.IsEmpty && closures.All(closure => !closure.To.IsEmpty);
        return $"known to {Names.HowShut(scenario, where)}"
            + (some ? $" to {Words.List([.. closures.SelectMany(closure => closure.To).Distinct().Select(Names.Clean)])} traffic" : "");
    }

    /// <summary>Why something is lacking of which nothing is late: who orders asks for no more than a limited stock has.</summary>
    public static string TooLittle(Scenario scenario)
    {
        var ends = scenario.SupplyLines.Where(line => line.Send is null).Select(line => line.From.Value).Distinct()
            .Where(from => scenario.Places.OfType<Site>().Any(site => site.Id == from && !site.Stock.IsUnlimited))
            .Select(from => Names.Of(scenario, from)).ToArray();
        var isHit = scenario.Disruptions.Any(one => one is Destruction);
        var isSeized = scenario.Fronts.Any(front => front.OnCapture.Stock == CapturedStock.Seized);
        return $"too little was ordered or sent, or it was ordered too "
            + $"late{(ends.Length == 0 ? "" : $", or {(ends.Length > MostEnds ? "those who send it" : string.Join(" or ", ends))} had no more")}{(isSeized ? ", or it was seized" : "")}{(isHit ? ", or it was destroyed" : "")}";
    }

    private const int MostEnds = 2;

    // Where the roads lead past it for every line that drives, these were shut, too, or too long.
    private static string Detour(Scenario scenario, string where)
    {
        var numbers = scenario.Places.Index().ToDictionary(one => one.Item.Id, one => one.Index, StringComparer.Ordinal);
        var past = new Connectivity(
            new Graph(numbers.Count,
                [.. scenario.Routes.Where(route =>
                    route.Mode == Mode.Road && !new[] { route.Id, route.From.Value, route.To.Value }.Contains(where))
            .SelectMany(route => new Arc[] { new(numbers[route.From.Value], numbers[route.To.Value], 0, 0),
                new(numbers[route.To.Value], numbers[route.From.Value], 0, 0) })]));
        var driven = scenario.SupplyLines.Where(line =>
            scenario.Fleets.Any(fleet => fleet.Id == line.By && fleet.Mode == Mode.Road)).ToArray();
        return driven.Length > 0 && driven.All(Leads) ? ", with no detour open or short enough" : "";

        bool Leads(SupplyLine line)
        {
            past.Reach(numbers[line.From.Value], default(AllArcs));
            return past.Reached[numbers[line.To.Value]];
        }
    }

    // What held up the vehicles of which loads waited for one.
    private static string Meanwhile(Scenario scenario, string where, string name, string cause, string awaited)
    {
        // An aircraft is held up by the other end of its way, too.
        var stood = scenario.Fleets.Any(fleet => fleet.Id == awaited && fleet.Mode == Mode.Air)
            ? $"were held up at {name}"
            : $"stood at {name}";
        return cause switch
        {
            "daylight" => $"stood on {name} for daylight",
            "departure" => "were kept from leaving",
            "slow" => $"were driving slowly on {name}",
            "breakdown" => $"stood on {name} for breakdowns",
            "rest" => "were at rest for the night or for their driving hours",
            "detour" => $"went a longer way, as {name} was {KnownShut(scenario, where)}",
            "around-queue" => $"went a longer way round the wait at {name}",
            "dock" => $"{stood} for a dock",
            "room" => $"{stood} for room in the store",
            "fleet" => $"{stood} {Crew(scenario, where)}",
            _ => $"{stood} {WaitingCause.For(cause)}",
        };
    }

    // At a crossing columns are complete: there they wait for trucks of the far bank.
    private static string Crew(Scenario scenario, string where) => scenario.Places.Any(place => place is Crossing && place.Id == where)
        ? "for a truck of the far bank" : "for the column, an escort or a rested crew";
}
