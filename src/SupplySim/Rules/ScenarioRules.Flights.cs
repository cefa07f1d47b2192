using SupplySim.Engine;
using SupplySim.Quantities;

namespace SupplySim.Rules;

/// <content>Airfields, aircraft, and where supply lines fly them.</content>
internal static partial class ScenarioRules
{
    private static readonly TimeSpan AYear = TimeSpan.FromDays(366);

    private static void CheckAirfield(Review review, string path, Site site, Airfield airfield)
    {
        review.CheckAtLeast($"{path}.parking", airfield.Parking, 1, "aircraft");
        review.CheckDuration($"{path}.ground-time", airfield.GroundTime);
        if (airfield.Runway is { } runway) review.CheckDistance($"{path}.runway", runway);
        review.CheckTime($"{path}.holding", airfield.Holding);
        if (airfield.Crews is { } crews) review.CheckAtLeast($"{path}.crews", crews, 1, "loading crews");
        if (airfield.Crews is null != airfield.LoadingRate is null)
            review.Add(ProblemKind.Missing, $"{path}.{(airfield.Crews is null ? "loading-rate" : "crews")}",
                airfield.Crews is null
                    ? (InvariantText)$"a rate of loading, and nobody who loads"
                    : $"loading crews, and nothing says how fast one loads",
                airfield.Crews is null ? (InvariantText)$"add 'crews', such as 2" : $"add 'loading-rate', such as 20 t/h");
        if (airfield.LoadingRate is { } rate) CheckLoadingRate(review, $"{path}.loading-rate", rate);
        if (airfield.Fuel is { } id && review.Find($"{path}.fuel", review.Commodities, id) is { } fuel)
            CheckFuel(review, $"{path}.fuel", site, fuel);
    }

    private static void CheckLoadingRate(Review review, string path, Rate rate)
    {
        if (rate.Amount.Unit != QuantityUnit.Gram) review.Add(path, $"{rate} is no mass per time", $"write one, such as 20 t/h");
        else review.CheckRate(path, rate);
    }

    // Aircraft that wait for what can never come are not an outcome but a slip.
    private static void CheckFuel(Review review, string path, Site site, Commodity fuel)
    {
        var lines = review.Scenario.SupplyLines;
        var users = lines.Where(line => line.From.Value == site.Id || line.To.Value == site.Id)
            .Select(line => review.Fleets.TryGet(line.By, out var fleet) ? fleet : null).Where(fleet => fleet?.Aircraft?.Burns is not null)
            .Distinct();
        foreach (var fleet in users)
            if (fleet!.Aircraft!.Burns!.Value.Amount.Unit != fuel.Unit)
                review.Add(path, $"'{fleet.Id}' burn {fleet.Aircraft.Burns}, but '{fuel.Id}' is counted {UnitOf(fuel)}",
                    $"give what they burn in the unit of what they are refuelled with");
        if (users.Any() && !IsKept(review, site, fuel))
            review.Add(ProblemKind.Missing, path,
                $"aircraft are refuelled with '{fuel.Id}', none lies at '{site.Id}', and no supply line brings any",
                $"give the place a 'stock' of it, or a supply line that carries it there");
    }

    private static bool Brings(Review review, SupplyLine line, Fleet by, Site site, Commodity fuel) =>
        GoodsOf(review, line, by, site).Contains(fuel);

    private static bool HasSome(Supply stock, string commodity) => stock.For(commodity).Time > TimeSpan.Zero || stock.Total?.Amount > 0
        || (stock.Amounts ?? []).Any(one => one.Commodity == commodity && one.Amount.Amount > 0);

    private static void CheckAircraft(Review review, string path, Fleet fleet, Aircraft aircraft)
    {
        if (fleet.Mode != Mode.Air) review.Add(ProblemKind.Idle, path, $"'{fleet.Id}' goes by road", $"remove it, or write 'mode: air'");
        if (aircraft.Runway is { } runway) review.CheckDistance($"{path}.runway", runway);
        review.CheckTime($"{path}.taxi", aircraft.Taxi);
        review.CheckDuration($"{path}.ground-time", aircraft.GroundTime);
        if (aircraft.Burns is { } burns) CheckBurns(review, $"{path}.burns", fleet, burns);
        if (aircraft.HeaviestPiece is { } piece) review.CheckMass($"{path}.heaviest-piece", piece);
        for (var i = 0; i < aircraft.Hazards.Length; i++)
            review.Find($"{path}.hazards[{i}]", review.Hazards, aircraft.Hazards[i]);
    }

    // What is counted nowhere would be read and do nothing.
    private static void CheckBurns(Review review, string path, Fleet fleet, Rate burns)
    {
        review.CheckRate(path, burns);
        var fields = review.Scenario.SupplyLines.Where(line => line.By == fleet.Id).SelectMany(line => new[] { line.From, line.To })
            .Concat(fleet.Base is { } home ? [home] : []);
        if (!fields.Any(id => review.SiteOf(id)?.Airfield?.Fuel is not null))
            review.Add(ProblemKind.Missing, path, $"no airfield that '{fleet.Id}' use has any fuel to count",
                $"give one of them a 'fuel', such as a commodity jet-fuel of which it has a stock");
    }

    private static void CheckFlight(Review review, string path, Haul haul)
    {
        var landable = true;
        foreach (var (key, end) in (ReadOnlySpan<(string, Site)>)[($"{path}.from", haul.From), ($"{path}.to", haul.To)])
            if (end.Airfield is null)
            {
                review.Add(ProblemKind.Missing, key, $"'{haul.Fleet.Id}' are aircraft, and '{end.Id}' has no airfield",
                    $"give '{end.Id}' an 'airfield' with parking and ground-time");
                landable = false;
            }
        if (!landable) return;
        CheckRunway(review, $"{path}.to", haul.Fleet, haul.To);
        if (!LeadsByAir(review, $"{path}.to", haul.From, haul.To)) return;
        var isOutOfRange = CheckRange(review, path, haul);
        if (!isOutOfRange && CheckPositioning(review, path, haul)) CheckFlightTimes(review, path, haul);
    }

    private static bool LeadsByAir(Review review, string path, Site from, Site to)
    {
        if (!review.Demands.Flies(from, to))
            review.Add(ProblemKind.DoesNotFit, path, $"no air route leads from '{from.Id}' to '{to.Id}'", $"add one, with 'mode: air'");
        else if (!review.Demands.Flies(to, from))
            review.Add(ProblemKind.DoesNotFit, path, $"no air route leads back from '{to.Id}' to '{from.Id}'", $"remove its 'one-way'");
        else return true;
        return false;
    }

    // A base and the places worked from are looked at with the fleet, so that each is told once.
    private static void CheckRunway(Review review, string path, Fleet fleet, Site site)
    {
        if (fleet.Aircraft?.Runway is { } needed && site.Airfield?.Runway is { } there && there.Metres < needed.Metres)
            review.Add(ProblemKind.DoesNotFit, path, $"'{fleet.Id}' need a runway of {needed}, and that of '{site.Id}' has {there}",
                $"use aircraft that land on less");
    }

    private static bool CheckRange(Review review, string path, Haul haul)
    {
        if (haul.Fleet.Aircraft?.PayloadRange is not { } table || haul.Payload is not { Grams: 0 }) return false;
        var once = review.Demands.Airway(haul.From, haul.To);
        var way = once == haul.Distance ? $"the {haul.Distance}" : $"the {haul.Distance} there and back, refuelled at one end only,";
        review.Add(ProblemKind.DoesNotFit, $"{path}.by",
            $"'{haul.Fleet.Id}' carry nothing over {way} from '{haul.From.Id}' to '{haul.To.Id}': {table}",
            $"use aircraft of a longer range, or an airfield on the way with a line onward");
        return true;
    }

    // Aircraft based elsewhere fly empty to where the cargo lies, and back.
    private static bool CheckPositioning(Review review, string path, Haul haul)
    {
        if (haul.Fleet.Base is not { } id || id == haul.Line.From || !haul.Fleet.WorksFrom.Contains(haul.Line.From)) return true;
        if (review.SiteOf(id) is not { Airfield: not null } home) return false;
        if (!LeadsByAir(review, $"{path}.from", home, haul.From)) return false;
        if (haul.Fleet.Aircraft?.PayloadRange is not { } table
            || review.Demands.Airway(home, haul.From)!.Value.Metres <= table.Farthest.Metres) return true;
        review.Add(ProblemKind.DoesNotFit, $"{path}.from",
            $"'{haul.Fleet.Id}' cannot fly the {review.Demands.Airway(home, haul.From)} from their base '{home.Id}' to "
                + $"'{haul.From.Id}': {table}",
            $"base them nearer");
        return false;
    }

    private static void CheckFlightTimes(Review review, string path, Haul haul)
    {
        if (haul.Fleet.Speed is not { MetresPerHour: > 0 }) return;
        foreach (var (from, to) in LegsOf(review, haul))
            if (!HoursAllow(review, haul.Fleet, from, to))
            {
                review.Add(ProblemKind.DoesNotFit, $"{path}.to",
                    $"no flight of {InMinutes(FlightTime(review, haul.Fleet, from, to))} from '{from.Id}' ({from.Airfield!.Hours}) to "
                        + $"'{to.Id}' ({to.Airfield!.Hours}) takes off and lands in opening hours",
                    $"lengthen the 'hours' of an airfield");
                return;
            }
        if (CheckAmounts(review, path, haul)) CheckCrewDay(review, path, haul);
    }

    // There and back; of aircraft based elsewhere also to where the cargo lies, and home.
    private static (Site From, Site To)[] LegsOf(Review review, Haul haul)
    {
        (Site, Site)[] legs = [(haul.From, haul.To), (haul.To, haul.From)];
        return haul.Fleet.Base is { } id && id != haul.Line.From && review.SiteOf(id) is { Airfield: not null } home
            && review.Demands.Airway(home, haul.From) is not null && review.Demands.Airway(haul.From, home) is not null
            ? [.. legs, (home, haul.From), (haul.From, home)] : legs;
    }

    // Nothing in a run may outgrow the numbers that it is counted in.
    private static bool CheckAmounts(Review review, string path, Haul haul)
    {
        foreach (var site in (ReadOnlySpan<Site>)[haul.From, haul.To])
        {
            if (site.Airfield!.LoadingRate is not { } rate || haul.Payload is not { } load) continue;
            if (rate.Amount.Unit != QuantityUnit.Gram || !(PerDay(rate) > 0)) return false;
            if (load.Grams / PerDay(rate) <= Longest.TotalDays) continue;
            review.Add($"{path}.by", $"a load of {load} takes more than 100 years at '{site.Id}', where {rate} are loaded",
                $"raise its 'loading-rate'");
            return false;
        }
        var flight = FlightTime(review, haul.Fleet, haul.From, haul.To) + TimeToAlternate(review, haul.Fleet, haul.Line, haul.To);
        if (haul.Fleet.Aircraft?.Burns is not { } burns || PerDay(burns) * flight.TotalDays * 2 <= MostOfSmallestUnit) return true;
        review.Add($"{path}.by", $"'{haul.Fleet.Id}' burn {burns} on a flight of {Text(flight)}: more than there can be",
            $"look at the unit of 'burns'");
        return false;
    }

    // As precise as people speak.
    private static string InMinutes(TimeSpan time) => Text(TimeSpan.FromMinutes(Math.Ceiling(time.TotalMinutes)));

    private static bool HoursAllow(Review review, Fleet fleet, Site from, Site to)
    {
        if (from.Airfield!.Hours.IsAlways && to.Airfield!.Hours.IsAlways) return true;
        var clock = review.Scenario.Clock;
        if (!TimeZones.Has(clock.Zone) || clock.Length <= TimeSpan.Zero || clock.Length > Longest) return true;
        // Hours come again each week, and their zone changes its clocks within a year.
        var (flight, looked) = (FlightTime(review, fleet, from, to), clock.Length < AYear ? clock.Length : AYear);
        if (flight > AYear) return true;
        var (here, there, end) = (TimesOf(from, clock, looked), TimesOf(to, clock, looked + flight), SimTime.Start + looked);
        return FlightWindow.Next(here, there, flight, SimTime.Start, end) < end;
    }

    private static OpeningTimes TimesOf(Site site, Clock clock, TimeSpan length) =>
        OpeningTimes.Compile(site.Airfield!.Hours, clock.Zone, clock.Start, length);

    private static TimeSpan FlightTime(Review review, Fleet fleet, Site from, Site to) =>
        fleet.BlockTime(review.Demands.Airway(from, to)!.Value);

    // A crew that rested before each flight and flew on beyond its day all the same would make the day mean nothing.
    private static void CheckCrewDay(Review review, string path, Haul haul)
    {
        if (haul.Fleet.CrewDay is not { } day || day <= TimeSpan.Zero || day >= TimeSpan.FromDays(1)) return;
        var work = FlightTime(review, haul.Fleet, haul.From, haul.To) + FlightTime(review, haul.Fleet, haul.To, haul.From);
        foreach (var site in (ReadOnlySpan<Site>)[haul.From, haul.To])
            work += (haul.Fleet.Aircraft?.GroundTime ?? site.Airfield!.GroundTime).Mean
                + (haul.Payload is { } load ? site.Airfield!.HandlingTime(load.Grams) : TimeSpan.Zero);
        if (haul.Fleet.Base is { } id && id != haul.Line.From && review.SiteOf(id) is { } home
            && review.Demands.Airway(home, haul.From) is not null && review.Demands.Airway(haul.From, home) is not null)
            work += FlightTime(review, haul.Fleet, home, haul.From) + FlightTime(review, haul.Fleet, haul.From, home);
        if (work > day)
            review.Add(ProblemKind.DoesNotFit, $"{path}.by",
                $"a flight with its time on the ground takes {InMinutes(work)}, longer than the 'crew-day' of {Text(day)} of "
                    + $"'{haul.Fleet.Id}'",
                $"lengthen the crew day, or fly from nearer");
    }
}
