using SupplySim.Quantities;

namespace SupplySim.Rules;

/// <content>Where trucks are refuelled, and with what.</content>
internal static partial class ScenarioRules
{
    // [m] No round is longer.
    private const long LongestRound = 100_000_000;

    private static void CheckTruckFuel(Review review, string path, Fleet fleet, FleetFuel fuel)
    {
        if (fleet.Through is not null)
        {
            review.Add(ProblemKind.Idle, path, $"strangers who pass '{fleet.Through}' are refuelled elsewhere", $"remove it");
            return;
        }
        if (fleet.Mode == Mode.Air)
        {
            review.Add(ProblemKind.WrongKind, path, $"'{fleet.Id}' are aircraft, which are refuelled at airfields",
                $"write what they burn as 'burns' of their 'aircraft', and the commodity as 'fuel' of an 'airfield'");
            return;
        }
        if (review.Find($"{path}.commodity", review.Commodities, fuel.Commodity) is not { } commodity
            || !CheckConsumption(review, $"{path}.burns", fleet, fuel.Burns, commodity)) return;
        foreach (var from in FillsAt(review, fleet))
            if (!IsKept(review, from, commodity) && !IsFilledForTheRound(review, fleet, from, commodity))
                review.Add(ProblemKind.Missing, $"{path}.commodity",
                    $"'{fleet.Id}' set out from '{from.Id}', where no '{commodity.Id}' lies and no supply line brings any: they never "
                        + $"leave",
                    $"give '{from.Id}' a 'stock' of it, or a supply line that carries it there");
    }

    private static bool CheckConsumption(Review review, string path, Fleet fleet, Consumption burns, Commodity commodity)
    {
        if (burns.Amount.Amount <= 0 || burns.Per.Metres <= 0)
            review.Add(ProblemKind.OutOfRange, path, $"{burns}; it must be above 0");
        else if (burns.Amount.Unit != commodity.Unit)
            review.Add(path, $"'{fleet.Id}' burn {burns}, but '{commodity.Id}' is counted {UnitOf(commodity)}",
                $"give what they burn in the unit of what they are refuelled with");
        else if ((decimal)burns.Amount.Amount / burns.Per.Metres * LongestRound * Math.Max(1, fleet.Count) > MostOfSmallestUnit)
            review.Add(path, $"{burns}: more than there can be for {fleet.Count} vehicles", $"look at its unit");
        else return true;
        return false;
    }

    // Where it is loaded, or goes along; trucks of a far bank set out from their base.
    private static IEnumerable<Site> FillsAt(Review review, Fleet fleet) => review.Scenario.SupplyLines
        .Where(line => line.By == fleet.Id
            || (review.Fleets.TryGet(line.By, out var guarded) && guarded.Convoy?.Escort?.From == fleet.Id))
        .Select(line => line.From)
        .Concat(fleet.Base is { } home && review.Scenario.Places.Any(place => place is Crossing { Transshipment: { } exchange }
            && exchange.Onto == fleet.Id) ? [home] : [])
        .Distinct().Select(review.SiteOf).OfType<Site>();

    // Where trucks are loaded, or come from to be loaded: with fuel to count or without, so that a remedy may lift it.
    private static bool TrucksSetOutFrom(Review review, Site site) => review.Scenario.Fleets.Any(fleet =>
        fleet is { Mode: Mode.Road, Through: null } && (fleet.Base?.Value == site.Id || FillsAt(review, fleet).Contains(site)));

    // Escorts stand afterwards where those whom they escort do.
    private static bool IsFilledForTheRound(Review review, Fleet fleet, Site from, Commodity fuel) =>
        fleet.Base is { } id && id.Value != from.Id && review.SiteOf(id) is { } home && IsKept(review, home, fuel)
            && review.Scenario.SupplyLines.Any(line => line.By == fleet.Id && line.From.Value == from.Id);

    private static bool IsKept(Review review, Site site, Commodity fuel) =>
        site.Stock.IsUnlimited || HasSome(site.Stock, fuel.Id) || Known(review, site, fuel) > 0 || IsBrought(review, site, fuel);

    // [smallest unit] What is known to lie there at the start.
    private static long Known(Review review, Site site, Commodity fuel) =>
        StartStates.Stocks(review.Scenario).TryGetValue((site.Id, fuel.Id), out var known) ? known : 0;

    // What is used up, and what never is enough.
    private static void CautionTruckFuel(Review review, Fleet fleet)
    {
        if (fleet is not { Mode: Mode.Road, Through: null, Fuel: { } fuel, Base: { } id } || review.SiteOf(id) is not { } home
            || !review.Commodities.TryGet(fuel.Commodity, out var commodity)) return;
        foreach (var from in FillsAt(review, fleet))
        {
            var at = IsKept(review, from, commodity) ? from : home;
            var lines = review.Scenario.SupplyLines.Where(line => line.By == fleet.Id && line.From.Value == from.Id);
            if (at.Stock.IsUnlimited || !IsKept(review, at, commodity)) continue;
            // None where they only go along, or come from a far bank.
            var rounds = lines.Select(line => (To: line.To.Value, Metres: Round(review, at, from, line, home) ?? 0))
                .Where(one => one.Metres > 0).OrderByDescending(one => one.Metres);
            foreach (var (to, metres) in rounds.Take(1)) CautionRound(review, fleet, at, to, fuel.Burns.Over(metres), commodity);
        }
    }

    private static void CautionRound(Review review, Fleet fleet, Site at, string to, long each, Commodity fuel)
    {
        var (path, most) = ($"fleets.{fleet.Id}.fuel", MostFuel(review, at, fuel));
        if (each > most)
            review.Add(ProblemKind.DoesNotFit, path,
                $"from '{at.Id}' to '{to}' and home one of them takes {new Quantity(each, fuel.Unit)} of '{fuel.Id}', and never more than "
                    + $"{new Quantity((long)most, fuel.Unit)} lie there: it never leaves",
                $"raise the 'stock' or 'storage' of '{at.Id}', or the 'up-to' of a supply line that brings it");
        else if (!IsBrought(review, at, fuel))
            review.Add(path,
                $"no supply line brings '{fuel.Id}' to '{at.Id}', where they fill up: the {new Quantity((long)most, fuel.Unit)} there are "
                    + $"enough for at most {(long)most / each} journeys of one of them to '{to}', at {new Quantity(each, fuel.Unit)} there and home",
                $"bring more by a supply line, or leave it so if that is meant");
    }

    // [m] Out and home by the shortest roads, from where it fills up; null where there are none.
    private static long? Round(Review review, Site at, Site from, SupplyLine line, Site home) => review.SiteOf(line.To) is { } to
        ? review.Roads.Metres(at, from) + review.Roads.Metres(from, to) + review.Roads.Metres(to, home)
        : null;
}
