namespace SupplySim.Rules;

/// <content>Fleets, convoys, escorts.</content>
internal static partial class ScenarioRules
{
    private const int LargestConvoy = 100_000;

    private static void CheckFleets(Review review)
    {
        var ids = new Section(review, "fleets");
        foreach (var fleet in review.Scenario.Fleets)
        {
            var path = ids.Enter(fleet.Id);
            review.CheckId($"{path}.traffic", fleet.Traffic);
            if (fleet.Traffic == Empty)
                review.Add($"{path}.traffic",
                    $"'{Empty}' cannot be a kind of traffic: it stands for empty vehicles of any kind");
            if (fleet.Through is null) CheckOwnFleet(review, path, fleet);
            else CheckStrangers(review, path, fleet);
            CheckVehicle(review, path, fleet);
            if (fleet.Convoy is { } convoy) CheckConvoy(review, $"{path}.convoy", fleet, convoy);
            review.CheckSource(path, fleet.Source);
        }
    }

    private static void CheckOwnFleet(Review review, string path, Fleet fleet)
    {
        review.CheckAtLeast($"{path}.count", fleet.Count, 0, "vehicles");
        if (fleet.Arrivals is not null)
            review.Add(ProblemKind.Missing, $"{path}.arrivals",
                $"arrivals are of strangers who pass a crossing, and this fleet has no 'through'",
                $"add 'through', or remove 'arrivals'");
        if (fleet.Base is null)
        {
            review.Add(ProblemKind.Missing, path, $"a fleet needs a 'base' or, for strangers who merely pass, a 'through'");
            return;
        }
        var home = CheckBase(review, $"{path}.base", fleet, fleet.Base.Value);
        for (var i = 0; i < fleet.WorksFrom.Length; i++)
        {
            var key = $"{path}.works-from[{i}]";
            if (CheckBase(review, key, fleet, fleet.WorksFrom[i]) is { } place && home is not null && fleet.Mode == Mode.Road
                && !review.Roads.Leads(home, place))
                review.Add(ProblemKind.DoesNotFit, key, $"no road leads from the base '{home.Id}' to '{place.Id}'",
                    $"add routes, or remove it");
        }
    }

    private static Site? CheckBase(Review review, string path, Fleet fleet, PlaceId id)
    {
        var place = review.Find<Site>(path, id, $"a fleet stands at a town, depot, camp or force");
        if (place is { Airfield: null } && fleet.Mode == Mode.Air)
            review.Add(ProblemKind.Missing, path, $"aircraft, but '{place.Id}' has no airfield",
                $"give '{place.Id}' an 'airfield' with parking and ground-time");
        if (place is not null) CheckRunway(review, path, fleet, place);
        return place;
    }

    private static void CheckStrangers(Review review, string path, Fleet fleet)
    {
        if (fleet.Base is not null)
            review.Add(ProblemKind.Idle, $"{path}.base", $"strangers who pass '{fleet.Through}' have no base",
                $"remove 'base' or 'through'");
        if (fleet.Mode != Mode.Road) review.Add($"{path}.mode", $"only road traffic passes a crossing");
        if (review.Find<Crossing>($"{path}.through", fleet.Through, $"strangers pass a crossing") is { WeightLimit: { } limit } crossing
            && fleet.Heaviest > limit)
            review.Add(ProblemKind.DoesNotFit, $"{path}.{(fleet.Gross is null ? "carries" : "gross")}",
                $"{fleet.Heaviest}, and '{crossing.Id}' bears {limit}: none of them could pass it",
                $"let them be lighter, or pass another crossing");
        if (fleet.Arrivals is { } arrivals)
        {
            review.CheckArrivals($"{path}.arrivals", arrivals);
            if (arrivals.Rate.Amount.Amount == 0)
                review.Add(ProblemKind.Idle, $"{path}.arrivals", $"nobody comes", $"leave the fleet out, or give a rate above 0");
        }
        else
            review.Add(ProblemKind.Missing, path, $"strangers who pass '{fleet.Through}', and nothing says how many",
                $"give 'arrivals', such as poisson(40 /d)");
    }

    private static void CheckVehicle(Review review, string path, Fleet fleet)
    {
        if (fleet.Type is { } type && !Enum.IsDefined(type))
            review.Add(ProblemKind.Unknown, $"{path}.type", $"{(int)type} is no type of aircraft", $"name one of them");
        if (fleet.Carries is { } payload) review.CheckMass($"{path}.carries", payload);
        else if (fleet.Through is null && fleet.Aircraft?.PayloadRange is null && review.Demands.Uses(fleet) is { } line)
            review.Add(ProblemKind.Missing, path, $"supply line '{line.Id}' uses '{fleet.Id}', and nothing says what one vehicle carries",
                $"give 'carries', such as 22 t");
        if (fleet.Gross is { } gross)
        {
            review.CheckMass($"{path}.gross", gross);
            if (fleet.Carries is { } load && !(gross > load))
                review.Add($"{path}.gross",
                    $"{gross} laden, no more than the {load} that it carries: nothing is left for the vehicle itself",
                    $"give what one weighs with all that it can carry on it");
            if (fleet.Mode == Mode.Air)
                review.Add(ProblemKind.Idle, $"{path}.gross", $"'{fleet.Id}' are aircraft, and a weight limit binds only who goes by road",
                    $"remove it; what they carry is 'carries' or 'payload-range', and where they land 'runway'");
        }
        if (review.Demands.TooHeavy(fleet) is { } barred)
            review.Add(ProblemKind.DoesNotFit, $"{path}.{(fleet.Gross is null ? "carries" : "gross")}",
                $"{review.HeaviestOf(fleet, barred.IsLaden)} {(barred.IsLaden ? "laden" : "empty")}, above a weight limit on every way "
                    + $"from '{barred.From.Id}' to '{barred.To.Id}'",
                !barred.IsLaden && fleet.Gross is null
                    ? (InvariantText)$"give their 'gross' mass: without it they count as heavy empty as laden"
                    : $"raise a 'weight-limit', or use lighter vehicles");
        if (review.Demands.TooLong(fleet) is { } dark)
            review.Add(path,
                $"on every way from '{dark.From.Id}' to '{dark.To.Id}' a daylight-only route takes its columns longer than a day "
                    + $"of {Text(review.LongestDay ?? default)} or of a crew's driving",
                $"use smaller columns or faster vehicles, or remove a 'daylight-only'");
        if (fleet.Speed is { } speed) review.CheckSpeed($"{path}.speed", speed);
        else if (fleet.Mode == Mode.Air)
            review.Add(ProblemKind.Missing, path, $"aircraft without a speed", $"give the 'speed' at which they fly, such as 460 km/h");
        review.CheckTimeOfDay($"{path}.driving", fleet.Driving);
        if (fleet.Night != NightRule.Drive && (fleet.Mode == Mode.Air || fleet.Through is not null))
            review.Add(ProblemKind.Idle, $"{path}.night", $"only an own fleet on the road stops at night", $"remove it");
        review.CheckTimeOfDay($"{path}.crew-day", fleet.CrewDay);
        CheckHasEffect(review, path, fleet);
        if (fleet.Aircraft is { } aircraft) CheckAircraft(review, $"{path}.aircraft", fleet, aircraft);
        if (fleet.Fuel is { } fuel) CheckTruckFuel(review, $"{path}.fuel", fleet, fuel);
        if (fleet.Breakdown is not { } breakdown) return;
        review.CheckDistance($"{path}.breakdown.every", breakdown.Every);
        review.CheckDuration($"{path}.breakdown.repair", breakdown.Repair);
        review.CheckDuration($"{path}.breakdown.recovery-halt", breakdown.RecoveryHalt);
    }

    // What is read and does nothing would mislead.
    private static void CheckHasEffect(Review review, string path, Fleet fleet)
    {
        if (fleet.Mode == Mode.Road && fleet.CrewDay is not null)
            review.Add(ProblemKind.WrongKind, $"{path}.crew-day", $"'{fleet.Id}' goes by road, and a crew's day is of those who fly",
                $"write 'driving', or 'mode: air'");
        if (fleet.Mode == Mode.Air && fleet.Driving is not null)
            review.Add($"{path}.driving", $"'{fleet.Id}' are aircraft, which nobody drives", $"write 'crew-day'");
        if (fleet.Mode == Mode.Air && fleet.Breakdown is not null)
            review.Add(ProblemKind.Idle, $"{path}.breakdown", $"'{fleet.Id}' are aircraft, and breakdowns are of the road",
                $"remove it, or ground them with a disruption");
    }

    private static void CheckConvoy(Review review, string path, Fleet fleet, ConvoyRules convoy)
    {
        if (fleet.Mode == Mode.Air) review.Add(ProblemKind.Idle, path, $"aircraft do not move in columns", $"remove 'convoy'");
        var (least, greatest) = (convoy.Size.Least, convoy.Size.Greatest);
        if (least < 1 || greatest < least || greatest > LargestConvoy)
            review.Add(ProblemKind.OutOfRange, $"{path}.size",
                $"{convoy.Size} vehicles; allowed: 1 to {LargestConvoy}, the smaller number first");
        review.CheckTime($"{path}.wait", convoy.Wait);
        review.CheckAtLeast($"{path}.density", convoy.Density, 1, "vehicles per km");
        if (convoy.MarchUnits is { } units)
        {
            review.CheckAtLeast($"{path}.march-units.of", units.Of, 1, "vehicles");
            review.CheckTime($"{path}.march-units.gap", units.Gap);
            if (units is { Of: >= 1, Gap.Days: <= 36525 }
                && units.Gap * ((greatest + (double)(convoy.Escort?.Count ?? 0)) / units.Of / 100) > TimeSpan.FromDays(365))
                review.Add($"{path}.march-units.gap",
                    $"{Text(units.Gap)}: the last of {greatest} vehicles would come more than 100 years after the first",
                    $"let units be larger, or the gap shorter");
        }
        if (convoy.Escort is { } escort) CheckEscort(review, $"{path}.escort", fleet, escort);
    }

    // A column that waits for what never comes is not an outcome but a slip.
    private static void CheckEscort(Review review, string path, Fleet fleet, Escort escort)
    {
        review.CheckAtLeast($"{path}.count", escort.Count, 1, "vehicles");
        var from = $"{path}.from";
        if (review.Find(from, review.Fleets, escort.From) is not { } guards) return;
        if (guards.Id == fleet.Id) review.Add(ProblemKind.WrongKind, from, $"'{fleet.Id}' cannot be its own escort", $"name another fleet");
        else if (guards.Mode != Mode.Road || guards.Through is not null)
            review.Add(ProblemKind.WrongKind, from, $"'{guards.Id}' cannot escort: only an own fleet on the road can");
        else if (guards.Base != fleet.Base)
            review.Add(ProblemKind.DoesNotFit, from, $"'{guards.Id}' is based at '{guards.Base}' and cannot escort from '{fleet.Base}'",
                $"give both the same base");
        else if (guards.Count < escort.Count)
            review.Add(ProblemKind.DoesNotFit, from,
                $"'{guards.Id}' has {guards.Count} {(guards.Count == 1 ? "vehicle" : "vehicles")}, and each column needs {escort.Count}",
                $"raise its 'count', or ask for fewer");
    }
}
