using SupplySim.Disruptions;
using SupplySim.Quantities;

namespace SupplySim.Rules;

/// <content>Attacks on columns, and the dangers of the road.</content>
internal static partial class ScenarioRules
{
    private const double MostAttacksPerHour = 1000;

    private static void CheckDanger(Review review, string path, Route route)
    {
        if (route.AttackedEvery is { } every)
        {
            review.CheckDistance($"{path}.attacked-every", every);
            if (route.Speed is { MetresPerHour: > 0 } speed && every.Metres > 0
                && (double)speed.MetresPerHour / every.Metres is > MostAttacksPerHour and var perHour)
                review.Add(ProblemKind.OutOfRange, $"{path}.attacked-every",
                    $"{every} is {Text(perHour)} attacks an hour at {speed}; allowed: 0 to {Text(MostAttacksPerHour)}");
        }
        if (route.Mode == Mode.Road)
        {
            if (route.Hazard is { } hazard) CheckHazard(review, $"{path}.hazard", hazard);
            return;
        }
        foreach (var (key, isGiven) in (ReadOnlySpan<(string, bool)>)[("hazard", route.Hazard is not null),
            ("attacked-every", route.AttackedEvery is not null)])
            if (isGiven) review.Add(ProblemKind.Idle, $"{path}.{key}", $"nothing is attacked in the air", $"remove '{key}'");
    }

    private static void CheckHazard(Review review, string path, Rate hazard)
    {
        var perHour = PerDay(hazard) / 24;
        if (hazard.Amount.Unit != QuantityUnit.Piece)
            review.Add(path, $"{hazard} does not count attacks", $"write a number per time without a unit, such as 0.004 /h");
        else if (!(perHour is >= 0 and <= MostAttacksPerHour))
            review.Add(ProblemKind.OutOfRange, path, $"{Text(perHour)} attacks an hour; allowed: 0 to {Text(MostAttacksPerHour)}");
    }

    private static void CheckAttacks(Review review)
    {
        if (review.Scenario.Attacks is not { } attacks)
        {
            if (Dangers(review.Scenario).FirstOrDefault() is { } path)
                review.Add(ProblemKind.Missing, path, $"columns are attacked there, and nothing says what an attack does",
                    $"give the scenario 'attacks', such as {{lost: 20 %}}");
            return;
        }
        review.CheckShare("attacks.lost", attacks.Lost);
        review.CheckDuration("attacks.halt", attacks.Halt);
        review.CheckShare("attacks.per-escort", attacks.PerEscort);
        if (attacks.BySize is not (>= 0 and <= 2))
            review.Add(ProblemKind.OutOfRange, "attacks.by-size", $"a power of {Text(attacks.BySize)}; allowed: 0 to 2");
        else CheckExposure(review, attacks.BySize);
    }

    // Each attack is an event, and every vehicle of the column draws.
    private static void CheckExposure(Review review, double bySize)
    {
        var greatest = review.Scenario.Fleets
            .Select(fleet => fleet.Convoy is { } rules ? (double)rules.Size.Greatest + (rules.Escort?.Count ?? 0) : 1)
            .DefaultIfEmpty(1).Max();
        var worst = MostDanger(review.Scenario);
        if (greatest is <= 1 or > LargestConvoy || !(worst <= MostAttacksPerHour)) return;
        if (worst * Math.Pow(greatest, bySize) is > MostAttacksPerHour and var perHour)
            review.Add(ProblemKind.OutOfRange, "attacks.by-size",
                $"a column of {greatest} would be attacked {Text(perHour)} times an hour; allowed: 0 to {Text(MostAttacksPerHour)}",
                $"lower the power, or the hazard");
    }

    // [attacks per hour] On a lone vehicle, where a route or a front is most dangerous.
    private static double MostDanger(Scenario scenario)
    {
        var roads = scenario.Routes.Where(route =>
            route.Mode == Mode.Road && route.Speed is { MetresPerHour: > 0 } && route.AttackedEvery is not { Metres: <= 0 })
            .Select(route => route.AttacksPerHour(route.Speed!.Value));
        var fronts = scenario.Fronts.SelectMany(front => (ShutZone?[])[front.Influence?.UnderFire, front.Influence?.Closed])
            .Select(zone => zone?.Hazard is { } hazard ? Route.PerHour(hazard) : 0);
        return roads.Concat(fronts).DefaultIfEmpty().Max();
    }

    // Where a scenario says that columns are attacked.
    private static IEnumerable<string> Dangers(Scenario scenario)
    {
        foreach (var route in scenario.Routes)
            if (route.Hazard is not null || route.AttackedEvery is not null)
                yield return $"routes[{route.Id}].{(route.Hazard is null ? "attacked-every" : "hazard")}";
        foreach (var front in scenario.Fronts)
            foreach (var (key, zone) in (IEnumerable<(string, ShutZone?)>)[("under-fire", front.Influence?.UnderFire),
                ("closed", front.Influence?.Closed)])
                if (zone?.Hazard is not null) yield return $"fronts.{front.Id}.influence.{key}.hazard";
    }

    // A disruption or a campaign of the user's own may endanger anything.
    private static void CautionAttacks(Review review)
    {
        var scenario = review.Scenario;
        var isSafe = !Dangers(scenario).Any() && scenario.Campaigns.IsEmpty && scenario.Disruptions.All(one => one is Occurrence);
        if (isSafe && scenario.Measures.FirstOrDefault(measure => measure.Is == MeasureKind.Attacks) is { } counted)
            review.Add(ProblemKind.Missing, $"measures.{counted.Id}.is",
                $"nobody is ever attacked: no route and no front is said to be dangerous",
                $"give a route a 'hazard', such as 0.004 /h, or remove it");
        if (scenario.Attacks is not { } attacks) return;
        if (isSafe)
            review.Add(ProblemKind.Missing, "attacks", $"nobody is ever attacked: no route and no front is said to be dangerous",
                $"give a route a 'hazard', such as 0.004 /h, or remove it");
        var rules = scenario.Fleets.Select(fleet => fleet.Convoy).OfType<ConvoyRules>().ToArray();
        if (attacks.PerEscort != 1 && rules.All(one => one.Escort is null))
            review.Add(ProblemKind.Missing, "attacks.per-escort", $"no column has an escort",
                $"give a fleet's 'convoy' an 'escort', or remove it");
        if (attacks.BySize != 0 && rules.All(one => one.Size.Greatest == 1 && one.Escort is null))
            review.Add(ProblemKind.Missing, "attacks.by-size", $"every vehicle goes alone", $"give a fleet a 'convoy', or remove it");
    }
}
