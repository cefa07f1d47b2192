using SupplySim.Quantities;

namespace SupplySim.Rules;

/// <content>What was observed, against which runs are judged.</content>
internal static partial class ScenarioRules
{
    private static void CheckObserved(Review review)
    {
        var ids = new Section(review, "observed");
        var isClockWrong = IsClockWrong(review);
        foreach (var one in review.Scenario.Observed)
        {
            var path = ids.Enter(one.Id);
            review.CheckSource(path, one.Source);
            if (!isClockWrong) CheckWhenSeen(review, path, one);
            var place = review.Find($"{path}.of", review.Places, one.Of.Value);
            if (one.Commodity is not null) review.Find($"{path}.commodity", review.Commodities, one.Commodity);
            if (one.HeldBy is not null) review.Find($"{path}.held-by", review.Parties, one.HeldBy);
            if (place is not null && HasOneFigure(review, path, one)) CheckWhatWasSeen(review, path, one, place);
        }
    }

    private static bool HasOneFigure(Review review, string path, Observation one)
    {
        var figures = new[]
        {
            ("passed", one.Passed is not null), ("delivered", one.Delivered is not null), ("stock", one.Stock is not null),
            ("days-of-supply", one.DaysOfSupply is not null),
            ("people", one.People is not null), ("held-by", one.HeldBy is not null), ("shut", one.Shut is not null),
        }.Where(figure => figure.Item2).Select(figure => figure.Item1).ToArray();
        if (figures.Length == 1) return true;
        if (figures.Length == 0)
            review.Add(ProblemKind.Missing, path, $"it does not say what was seen",
                $"give one of passed, delivered, stock, days-of-supply, people, held-by, shut");
        else
            review.Add(ProblemKind.Twice, path, $"it says {figures.Length} things that were seen: {string.Join(", ", figures)}",
                $"make one observation of each");
        return false;
    }

    // Where nothing that was seen lies in the run, it is the run that lies elsewhere: told once, at the clock.
    private static bool IsClockWrong(Review review)
    {
        var (clock, seen) = (review.Scenario.Clock,
            review.Scenario.Observed.Where(one => !one.At.IsNever).OrderBy(one => At(review.Scenario.Clock, one.At)).ToArray());
        if (seen.Length < 2) return false;
        var isBefore = At(clock, seen[^1].At) < TimeSpan.Zero;
        if (!isBefore && At(clock, seen[0].At) < clock.Length) return false;
        InvariantText help = ByYears(clock, seen) is { } start
            ? $"with 'start: {Moment.At(start)}' all of them lie in the run: is the year right?"
            : (InvariantText)($"let clock.start be no later than {seen[0].At}, and clock.length reach beyond {seen[^1].At}; or "
                + $"remove them");
        review.Add(ProblemKind.Time, "clock.start",
            $"all {seen.Length} observations, from {seen[0].At} to {seen[^1].At}, lie {(isBefore ? "before" : "after")} the run, which is "
                + $"from {Moment.At(clock.Start)} to {Moment.At(clock.Start + clock.Length)}", help);
        return true;
    }

    // The same start in another year, where all that was seen lies in the run then.
    private static DateTimeOffset? ByYears(Clock clock, Observation[] seen)
    {
        var years = (clock.Start + At(clock, seen[0].At)).Year - clock.Start.Year;
        foreach (var by in new[] { years, years - 1 })
        {
            if (by == 0 || clock.Start.Year + by is < 1 or > 9_999) continue;
            var other = clock with { Start = clock.Start.AddYears(by) };
            if (At(other, seen[0].At) >= TimeSpan.Zero && At(other, seen[^1].At) < clock.Length) return other.Start;
        }
        return null;
    }

    private static void CheckWhenSeen(Review review, string path, Observation one)
    {
        CheckWithin(review, $"{path}.at", one.At);
        if (one.Since is not { } since) return;
        CheckWithin(review, $"{path}.since", since);
        if (one.Passed is null && one.Delivered is null)
            review.Add(ProblemKind.Idle, $"{path}.since", $"only vehicles and deliveries are counted over a time", $"remove 'since'");
        else if (At(review.Scenario.Clock, since) >= At(review.Scenario.Clock, one.At))
            review.Add(ProblemKind.Time, $"{path}.since", $"{since} is not before {one.At}, when the count ended");
    }

    private static void CheckWithin(Review review, string path, Moment moment)
    {
        var clock = review.Scenario.Clock;
        if (moment.IsNever)
            review.Add(ProblemKind.Time, path, $"never: what was seen was seen at some time", $"give a date, or a day of the run");
        else if (At(clock, moment) is var at && at < TimeSpan.Zero)
            review.Add(ProblemKind.Time, path, $"{moment} is before the run begins, at {Moment.At(clock.Start)}",
                $"let clock.start be earlier, or remove it");
        else if (at >= clock.Length)
            review.Add(ProblemKind.Time, path, $"{moment} is not before the run ends, {Text(clock.Length)} after its start",
                $"let clock.length be longer, or remove it");
    }

    private static void CheckWhatWasSeen(Review review, string path, Observation one, Place place)
    {
        var key = one switch
        {
            { Passed: not null } => "passed", { HeldBy: not null } => "held-by", { Shut: not null } =>
                "shut", { People: not null } => "people",
            { Delivered: not null } => "delivered", { Stock: not null } => "stock", _ => "days-of-supply",
        };
        var isOfCrossings = key is "passed" or "held-by" or "shut";
        if (isOfCrossings && place is not Crossing)
            review.Add(ProblemKind.WrongKind, $"{path}.of", $"'{key}' is seen at crossings, and '{place.Id}' is a {Review.KindOf(place)}");
        else if (key == "people" && place is not Camp)
            review.Add(ProblemKind.WrongKind, $"{path}.of", $"'people' are counted in camps, and '{place.Id}' is a {Review.KindOf(place)}");
        else if (key is "delivered" or "stock" or "days-of-supply" && place is not Site)
            review.Add(ProblemKind.WrongKind, $"{path}.of", $"nothing is stored at '{place.Id}', which is a crossing");
        else if (one.Delivered is { } delivered) CheckDelivered(review, path, one, delivered);
        else if (key is "stock" or "days-of-supply") CheckStockSeen(review, path, one, (Site)place);
        else if (one.Commodity is not null)
            review.Add(ProblemKind.Idle, $"{path}.commodity", $"'{key}' is of no commodity", $"remove 'commodity'");
        if (one.Passed is < 0) review.Add(ProblemKind.OutOfRange, $"{path}.passed", $"{one.Passed} vehicles; at least 0 is needed");
        if (one.People is < 0) review.Add(ProblemKind.OutOfRange, $"{path}.people", $"{one.People} people; at least 0 is needed");
        if (one.Passed is null && (one.Traffic is not null || one.Laden))
            review.Add(ProblemKind.Idle, $"{path}.{(one.Traffic is null ? "laden" : "traffic")}", $"only 'passed' counts vehicles",
                $"remove it");
        else if (one.Traffic is not null) review.Find($"{path}.traffic", review.Traffics, one.Traffic);
        if (one.ControlPoint is { } point) CheckPointSeen(review, path, one, place as Crossing, point);
    }

    private static void CheckDelivered(Review review, string path, Observation one, Quantity delivered)
    {
        if (delivered.Amount < 0) review.Add(ProblemKind.OutOfRange, $"{path}.delivered", $"{delivered}; at least 0 is needed");
        if (one.Commodity is null && delivered.Unit != QuantityUnit.Gram)
            review.Add($"{path}.delivered", $"{delivered} of what? all that is delivered is counted together by mass",
                $"give 'commodity', or a mass");
        else if (one.Commodity is not null && review.Commodities.TryGet(one.Commodity, out var commodity)
            && commodity.Unit != delivered.Unit)
            review.Add($"{path}.delivered", $"{delivered}, and '{commodity.Id}' is counted {UnitOf(commodity)}");
    }

    private static void CheckStockSeen(Review review, string path, Observation one, Site site)
    {
        if (site.Stock.IsUnlimited)
            review.Add($"{path}.of", $"the stock of '{site.Id}' is unlimited, so no run can have another");
        else if (one.Stock is { } stock)
        {
            if (one.Commodity is null) review.Add(ProblemKind.Missing, path, $"it does not say of what the stock was", $"give 'commodity'");
            else if (review.Commodities.TryGet(one.Commodity, out var commodity) && commodity.Unit != stock.Unit)
                review.Add($"{path}.stock", $"{stock}, and '{commodity.Id}' is counted {UnitOf(commodity)}");
            if (stock.Amount < 0) review.Add(ProblemKind.OutOfRange, $"{path}.stock", $"{stock}; at least 0 is needed");
        }
        else if (!review.NeedsAt(site).Any())
            review.Add($"{path}.of", $"nothing is needed at '{site.Id}', so what lies there lasts for ever");
        else if (one.Commodity is not null && review.NeedsAt(site).All(needed => needed.Id != one.Commodity))
            review.Add($"{path}.commodity", $"no '{one.Commodity}' is needed at '{site.Id}'");
        else if (one.DaysOfSupply < TimeSpan.Zero)
            review.Add(ProblemKind.OutOfRange, $"{path}.days-of-supply", $"{Text(one.DaysOfSupply.Value)}; at least 0 is needed");
    }

    private static void CheckPointSeen(Review review, string path, Observation one, Crossing? crossing, string point)
    {
        if (one.HeldBy is null)
            review.Add(ProblemKind.Idle, $"{path}.control-point", $"only who holds it is seen at a control point",
                $"remove 'control-point'");
        else if (crossing is not null && crossing.HeldBy?.Named?.Has(point) != true && crossing.Hours.Named?.Has(point) != true)
            review.Add(ProblemKind.Unknown, $"{path}.control-point", $"'{crossing.Id}' has no control point '{point}'");
    }
}
