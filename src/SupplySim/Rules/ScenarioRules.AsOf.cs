using SupplySim.Quantities;

namespace SupplySim.Rules;

/// <content>What is known of the state at the start.</content>
internal static partial class ScenarioRules
{
    private static void CheckAsOf(Review review)
    {
        var (ids, clock) = (new Section(review, "as-of"), review.Scenario.Clock);
        var seen = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var state in review.AsOf)
        {
            var path = ids.Enter(state.Id);
            review.CheckSource(path, state.Source);
            CheckMoment(review, $"{path}.at", state.At);
            if (state.At.IsNever) review.Add(ProblemKind.Time, $"{path}.at", $"never: a state is of some date", $"write the date");
            if (!HasOneState(review, path, state)) continue;
            CheckState(review, path, state);
            var what = string.Join('/', state.Of?.Value, state.Fleet, state.Commodity, state.ControlPoint, state.People is null,
                state.HeldBy is null);
            if (!StartStates.IsOfStart(state, clock) || seen.TryAdd(what, state.Id)) continue;
            review.Add(ProblemKind.Twice, path, $"'{seen[what]}' says the same thing of the same date", $"keep one of them");
        }
        if (!review.AsOf.IsEmpty && review.AsOf.All(state => !StartStates.IsOfStart(state, clock))) AddNoneOfStart(review);
    }

    // What is known of the start takes the place of what an alternative sets, which would come out like the first without a word.
    private static bool IsOverruled(Review review, Scenario scenario, Alternative alternative)
    {
        var count = review.Problems.Length;
        foreach (var state in alternative.Scenario.AsOf.Where(state => StartStates.IsOfStart(state, alternative.Scenario.Clock)))
            if (scenario.AsOf.Contains(state) && Overruled(scenario, alternative.Scenario, state) is { } set)
                review.Add(ProblemKind.Idle, $"{Review.Key("experiment.compare", alternative.Name)}.set",
                    $"it changes '{set}', and 'as-of.{state.Id}' says what that is at the start{(alternative.From is null ? ": it would change nothing" : "")}",
                    alternative.From is null ? (InvariantText)$"set 'as-of.{state.Id}.{FigureOf(state)}' in its place"
                        : $"write what is known into '{set}' itself, and leave 'as-of.{state.Id}' out");
        return review.Problems.Length > count;
    }

    private static string FigureOf(KnownState state) => state switch
    {
        { Vehicles: not null } => "vehicles",
        { People: not null } => "people",
        { HeldBy: not null } => "held-by",
        _ => "stock",
    };

    // What is set otherwise than in the scenario, and is known; null where nothing is.
    private static string? Overruled(Scenario scenario, Scenario alternative, KnownState state)
    {
        if (state.Fleet is { } fleet)
            return CountOf(scenario) is { } count && CountOf(alternative) is { } other && count != other ? $"fleets.{fleet}.count" : null;
        var (before, after) = (PlaceIn(scenario), PlaceIn(alternative));
        return (state, before, after) switch
        {
            ({ People: not null }, Camp one, Camp two) when one.People != two.People => $"places.{one.Id}.people",
            ({ HeldBy: not null }, Crossing one, Crossing two) when one.HeldBy != two.HeldBy => $"places.{one.Id}.held-by",
            ({ Stock: not null }, Site one, Site two) when StockOf(one) != StockOf(two) => $"places.{one.Id}.stock",
            _ => null,
        };

        int? CountOf(Scenario one) => one.Fleets.FirstOrDefault(each => each.Id == fleet)?.Count;

        Place? PlaceIn(Scenario one) => one.Places.FirstOrDefault(place => place.Id == state.Of?.Value);

        // Of the one commodity, where each is said by itself.
        string StockOf(Site site) => site.Stock is { Amounts: { } amounts }
            ? $"{string.Join(',', amounts.Where(each => each.Commodity == state.Commodity))} {site.Stock.For(state.Commodity ?? "").Time}"
            : $"{site.Stock}";
    }

    private static void AddNoneOfStart(Review review)
    {
        var dates = review.AsOf.Select(state => state.At.ToString()).Distinct().Order(StringComparer.Ordinal).ToArray();
        review.Add("as-of",
            $"no state is of {Moment.At(review.Scenario.Clock.Start)}, when the run starts; there are states "
                + $"of {string.Join(", ", dates.Take(3))}{(dates.Length > 3 ? ", ..." : "")}",
            IsOfOtherZone(review.Scenario.Clock) && review.AsOf.Any(state => state.At.Local == review.Scenario.Clock.Start.DateTime)
                ? (InvariantText)($"a date begins at midnight in the zone of the clock, which is {review.Scenario.Clock.Zone}: give the "
                    + $"clock the 'zone' of its start, such as Asia/Baghdad")
                : $"set clock.start to the date of a state");
    }

    private static bool HasOneState(Review review, string path, KnownState state)
    {
        var figures = new[] { ("stock", state.Stock is not null), ("people", state.People is not null),
            ("held-by", state.HeldBy is not null), ("vehicles", state.Vehicles is not null) }
            .Where(figure => figure.Item2).Select(figure => figure.Item1).ToArray();
        if (figures.Length == 0)
            review.Add(ProblemKind.Missing, path, $"it does not say what is known", $"give one of stock, people, held-by, vehicles");
        if (figures.Length > 1)
            review.Add(ProblemKind.Twice, path, $"it says {figures.Length} things: {string.Join(", ", figures)}",
                $"make one state of each");
        return figures.Length == 1;
    }

    private static void CheckState(Review review, string path, KnownState state)
    {
        if (state.Commodity is not null && state.Stock is null)
            review.Add(ProblemKind.Idle, $"{path}.commodity", $"only a stock is of a commodity", $"remove it");
        if (state.ControlPoint is not null && state.HeldBy is null)
            review.Add(ProblemKind.Idle, $"{path}.control-point", $"only who holds it is known of a control point", $"remove it");
        if (state.Fleet is not null && state.Vehicles is null)
            review.Add(ProblemKind.Idle, $"{path}.fleet", $"only vehicles are of a fleet", $"remove it");
        if (state.Vehicles is { } vehicles)
        {
            review.Find($"{path}.fleet", review.Fleets, state.Fleet);
            review.CheckAtLeast($"{path}.vehicles", vehicles, 0, "vehicles");
            if (state.Of is not null) review.Add(ProblemKind.Idle, $"{path}.of", $"vehicles are counted at their base", $"remove 'of'");
            return;
        }
        if (review.Find($"{path}.of", review.Places, state.Of?.Value) is not { } place) return;
        if (state.Stock is { } stock) CheckStockKnown(review, path, state, place, stock);
        else if (state.People is { } people)
        {
            if (place is not Camp)
                review.Add(ProblemKind.WrongKind, $"{path}.of", $"'people' live in camps, and '{place.Id}' is a {Review.KindOf(place)}");
            review.CheckAtLeast($"{path}.people", people, 0, "people");
        }
        else
        {
            review.Find($"{path}.held-by", review.Parties, state.HeldBy);
            if (place is not Crossing crossing)
                review.Add(ProblemKind.WrongKind, $"{path}.of", $"crossings are held, and '{place.Id}' is a {Review.KindOf(place)}");
            else if (state.ControlPoint is { } point && crossing.HeldBy?.Named?.Has(point) != true
                && crossing.Hours.Named?.Has(point) != true)
                review.Add(ProblemKind.Unknown, $"{path}.control-point", $"'{crossing.Id}' has no control point '{point}'");
        }
    }

    private static void CheckStockKnown(Review review, string path, KnownState state, Place place, Quantity stock)
    {
        var commodity = review.Find($"{path}.commodity", review.Commodities, state.Commodity);
        if (place is not Site site)
            review.Add(ProblemKind.WrongKind, $"{path}.of", $"nothing is stored at '{place.Id}', which is a crossing");
        else if (site.Stock.IsUnlimited)
            review.Add($"{path}.of", $"the stock of '{site.Id}' is unlimited, and what lies there is not counted");
        if (stock.Amount < 0) review.Add(ProblemKind.OutOfRange, $"{path}.stock", $"{stock}; at least 0 is needed");
        if (commodity is not null && commodity.Unit != stock.Unit)
            review.Add($"{path}.stock", $"{stock}, and '{commodity.Id}' is counted {UnitOf(commodity)}");
    }
}
