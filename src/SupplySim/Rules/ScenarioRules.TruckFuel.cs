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
                    $"'{fleet.Id}' set out from '{from.Id}', where no '{commodity.Id}' lies and no supply line brings any: they never leave",
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
        .Concat(fleet.Base is { } home && review.Scenario.Places.OfType<Crossing>().Any(one => one.Transshipment?.Onto == fleet.Id) ? [home] : [])
        .Distinct().Select(review.SiteOf).OfType<Site>();

    // Escorts stand afterwards where those whom they escort do.
    private static bool IsFilledForTheRound(Review review, Fleet fleet, Site from, Commodity fuel) =>
        fleet.Base is { } id && id.Value != from.Id && review.SiteOf(id) is { } home && IsKept(review, home, fuel)
            && review.Scenario.SupplyLines.Any(line => line.By == fleet.Id && line.From.Value == from.Id);

    private static bool IsKept(Review review, Site site, Commodity fuel) =>
        site.Stock.IsUnlimited || HasSome(site.Stock, fuel.Id) || IsBrought(review, site, fuel);

    // What is used up, and what never is enough.
    private static void CautionTruckFuel(Review review, Fleet fleet)
    {
        if (fleet is not { Mode: Mode.Road, Through: null, Fuel: { } fuel } || !review.Commodities.TryGet(fuel.Commodity, out var commodity))
            return;
        foreach (var from in FillsAt(review, fleet))
        {
            if (from.Stock.IsUnlimited || !IsKept(review, from, commodity)) continue;
            var lines = review.Scenario.SupplyLines.Where(line => line.By == fleet.Id && line.From.Value == from.Id);
            if (lines.Select(line => (Line: line, Round: Round(review, fleet, from, line))).Where(one => one.Round is not null)
                .OrderByDescending(one => one.Round).FirstOrDefault() is not (Line: { } line, Round: { } metres)) continue;
            var (each, most) = (fuel.Burns.Over(metres), MostFuel(review, from, commodity));
            var path = $"fleets.{fleet.Id}.fuel";
            if (each > most)
                review.Add(ProblemKind.DoesNotFit, path,
                    $"from '{from.Id}' to '{line.To}' and home one of them takes {new Quantity(each, commodity.Unit)} of '{commodity.Id}', and "
                        + $"never more than {new Quantity((long)most, commodity.Unit)} lie there: it never leaves",
                    $"raise the 'stock' or 'storage' of '{from.Id}', or the 'up-to' of a supply line that brings it");
            else if (!IsBrought(review, from, commodity))
                review.Add(path,
                    $"no supply line brings '{commodity.Id}' to '{from.Id}', where they fill up: the {new Quantity((long)most, commodity.Unit)} "
                        + $"there are enough for {(long)most / each} journeys of one of them to '{line.To}', at "
                        + $"{new Quantity(each, commodity.Unit)} there and home",
                    $"bring more by a supply line, or leave it so if that is meant");
        }
    }

    // [m] There and home by the shortest roads; null where there are none.
    private static long? Round(Review review, Fleet fleet, Site from, SupplyLine line) =>
        review.SiteOf(line.To) is { } to && fleet.Base is { } id && review.SiteOf(id) is { } home
            && review.Roads.Metres(from, to) is { } there && review.Roads.Metres(to, home) is { } back
            ? there + back
            : null;
}
