namespace SupplySim.Results.Text;

/// <summary>By what supplies were held up, in words.</summary>
internal static class HoldUpWords
{
    /// <summary>As a row behind where it was: <c>Fishkhabour: for opening hours</c>.</summary>
    /// <param name="scenario">For the names of things.</param>
    /// <param name="where">The id of a place or route; of a fleet for <c>no-vehicle</c> and <c>departure</c>.</param>
    /// <param name="cause">As in <see cref="HeldUp"/>.</param>
    public static string Row(Scenario scenario, string where, string cause) => $"{Names.OfPlaceOrRoute(scenario, where)}: " + cause switch
    {
        "daylight" => "for daylight",
        "departure" => "kept from leaving",
        "no-vehicle" => "loads for a vehicle that is free",
        "no-goods" => "loads for goods to be there",
        "slow" => "slow driving",
        "breakdown" => "breakdowns",
        "fleet" => "for the column, an escort or a rested crew",
        _ => WaitingCause.For(cause),
    };

    /// <summary>In a sentence, behind a share: <c>waiting at Fishkhabour for opening hours</c>.</summary>
    /// <param name="scenario">For the names of things.</param>
    /// <param name="where">The id of a place or route; of a fleet for <c>no-vehicle</c> and <c>departure</c>.</param>
    /// <param name="cause">As in <see cref="HeldUp"/>.</param>
    public static string Phrase(Scenario scenario, string where, string cause)
    {
        var name = Names.OfPlaceOrRoute(scenario, where);
        return cause switch
        {
            "daylight" => $"waiting for daylight on {name}",
            "departure" => $"{name} kept from leaving",
            "no-vehicle" => $"loads waiting for one of {name} to be free",
            "no-goods" => $"loads waiting for goods at {name}",
            "not-ordered" => scenario.SupplyLines.Any(line => line.To.Value == where) ? "not ordered, as no way was known" : $"not ordered, as {name} was known to be shut",
            "orders-stopped" => $"not ordered, as orders were stopped at {name}",
            "slow" => $"slow driving on {name}",
            "breakdown" => $"breakdowns on {name}",
            "fleet" => $"waiting at {name} for the column, an escort or a rested crew",
            _ => $"waiting at {name} {WaitingCause.For(cause)}",
        };
    }
}
