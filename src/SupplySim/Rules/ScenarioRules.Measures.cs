using System.Collections.Immutable;

using SupplySim.Quantities;

namespace SupplySim.Rules;

/// <content>Measures and goals.</content>
internal static partial class ScenarioRules
{
    private static void CheckMeasures(Review review)
    {
        var ids = new Section(review, "measures");
        foreach (var measure in review.Scenario.Measures)
        {
            var path = ids.Enter(measure.Id);
            var commodity = measure.Commodity is null ? null : review.Find($"{path}.commodity", review.Commodities, measure.Commodity);
            var places = PlacesOf(review, $"{path}.of", measure.Of);
            if (!places.IsEmpty) CheckKind(review, path, measure, places, commodity);
            CheckAfter(review, path, measure);
            CheckFirstTime(review, path, measure, places, commodity);
            if (measure.By is not null && !HasSeries(measure.Is))
                review.Add(ProblemKind.Idle, $"{path}.by", $"it has one value in a run, and no series", $"remove 'by'");
            CheckShow(review, path, measure);
            if (measure.Traffic is not { } traffic) continue;
            if (measure.Is is MeasureKind.Shut or MeasureKind.Passed) review.Find($"{path}.traffic", review.Traffics, traffic);
            else
                review.Add(
                    ProblemKind.Idle, $"{path}.traffic", $"only 'shut' and 'passed' are measured of one traffic", $"remove 'traffic'");
        }
    }

    private static ImmutableArray<Place> PlacesOf(Review review, string path, string of)
    {
        var places = review.Scenario.Places;
        ImmutableArray<Place>? found = of switch
        {
            "camps" => [.. places.Where(place => place is Camp)],
            "forces" => [.. places.Where(place => place is Force)],
            "crossings" => [.. places.Where(place => place is Crossing)],
            _ => null,
        };
        if (found is { IsEmpty: true }) review.Add(ProblemKind.Unknown, path, $"there are no {of}");
        if (found is not null) return found.Value;
        if (review.Places.TryGet(of, out var one)) return [one];
        review.Add(ProblemKind.Unknown, path, $"there is no place '{of}'", $"allowed: camps, forces, crossings, or the id of a place");
        return [];
    }

    // All places of one measure are of one kind, but for the warning level, which each has for itself.
    private static void CheckKind(Review review, string path, Measure measure, ImmutableArray<Place> places, Commodity? commodity)
    {
        var place = places[0];
        if (measure.Is == MeasureKind.FirstTime) return; // what its condition asks of a place is looked at with it
        if (measure.Is == MeasureKind.FirstTimeCaptured)
        {
            CheckCaptureMeasured(review, path, places, commodity);
            return;
        }
        var isOfCrossings = measure.Is is MeasureKind.WaitingByCause or MeasureKind.Wait or MeasureKind.Shut or MeasureKind.Passed;
        var isOfGoods = measure.Is == MeasureKind.DeliveredPerSent || measure.Is.IsOfGoods();
        var isOfColumns = measure.Is is MeasureKind.Attacks or MeasureKind.VehiclesLost;
        var isWaitedAt = measure.Is == MeasureKind.WaitingByCause && place is Site site
            && (site.Airfield is not null || TrucksSetOutFrom(review, site));
        if (isOfCrossings != (place is Crossing || isWaitedAt))
            review.Add(ProblemKind.WrongKind, $"{path}.is", isOfCrossings
                ? (InvariantText)($"it is measured at crossings{(measure.Is == MeasureKind.WaitingByCause ? ", airfields and where trucks set out" : "")}, "
                    + $"and '{place.Id}' is a {Review.KindOf(place)}")
                : $"it is measured where goods arrive, and '{place.Id}' is a crossing");
        else if ((isOfCrossings || isOfColumns) && commodity is not null)
            review.Add(ProblemKind.Idle, $"{path}.commodity", $"it is about vehicles, whatever they carry",
                $"remove 'commodity'");
        else if (measure.Is is MeasureKind.Readiness or MeasureKind.LeastReadiness) CheckReadinessMeasured(review, path, places, commodity);
        else if (measure.Is is MeasureKind.People or MeasureKind.OverCapacity or MeasureKind.Displaced or MeasureKind.Returned)
            CheckPeopleMeasured(review, path, measure.Is, places, commodity);
        else if (measure.Is == MeasureKind.Stock) CheckStockMeasured(review, path, places, commodity);
        else if (!isOfCrossings && !isOfGoods && !isOfColumns) CheckNeedMeasured(review, path, measure.Is, places, commodity);
    }

    // Whatever a front leads over can be captured.
    private static void CheckCaptureMeasured(Review review, string path, ImmutableArray<Place> places, Commodity? commodity)
    {
        var scenario = review.Scenario;
        if (scenario.Campaigns.IsEmpty
            && !places.Any(place => scenario.Fronts.Any(front => front.Along.Any(point => point.Place?.Value == place.Id))))
            review.Add($"{path}.of", $"no front leads over {Ids(places)}, so it is never captured",
                $"name a place that stands in the 'along' of a front");
        else if (commodity is not null)
            review.Add(ProblemKind.Idle, $"{path}.commodity", $"it is about a place, whatever lies there", $"remove 'commodity'");
    }

    private static void CheckReadinessMeasured(Review review, string path, ImmutableArray<Place> places, Commodity? commodity)
    {
        if (places.All(place => place is not Force { Readiness: not null }))
            review.Add($"{path}.is", $"nothing is said of the readiness of {Ids(places)}", $"measure it of a force with 'readiness'");
        else if (commodity is not null)
            review.Add(ProblemKind.Idle, $"{path}.commodity", $"readiness is of all commodities together", $"remove 'commodity'");
    }

    private static void CheckStockMeasured(Review review, string path, ImmutableArray<Place> places, Commodity? commodity)
    {
        if (places.All(place => place is not Site)) // a place where nothing lies
            review.Add(ProblemKind.WrongKind, $"{path}.is", $"nothing is stored at {Ids(places)}", $"measure it where goods arrive");
        else if (places.FirstOrDefault(place => place is Site { Stock.IsUnlimited: true }) is { } endless)
            review.Add($"{path}.of", $"the stock of '{endless.Id}' is unlimited", $"measure what is sent from there");
    }

    private static void CheckPeopleMeasured(
        Review review, string path, MeasureKind kind, ImmutableArray<Place> places, Commodity? commodity)
    {
        if (places[0] is not Camp)
            review.Add(ProblemKind.WrongKind, $"{path}.is", $"it counts people, and '{places[0].Id}' is a {Review.KindOf(places[0])}",
                $"measure it of camps");
        else if (commodity is not null)
            review.Add(ProblemKind.Idle, $"{path}.commodity", $"it counts people, whatever they need", $"remove 'commodity'");
        else if (kind == MeasureKind.OverCapacity && places.All(place => place is Camp { Capacity: null }))
            review.Add(ProblemKind.Missing, $"{path}.is", $"no capacity is given for {Ids(places)}", $"give 'capacity', such as 20 000");
    }

    private static void CheckNeedMeasured(
        Review review, string path, MeasureKind kind, ImmutableArray<Place> places, Commodity? commodity)
    {
        var place = places[0];
        if (kind == MeasureKind.UnmetPersonDays && place is not Camp)
            review.Add(ProblemKind.WrongKind, $"{path}.is", $"it counts people, and '{place.Id}' is a {Review.KindOf(place)}",
                $"measure it of camps");
        else if (!places.Any(one => review.NeedsAt(one).Any()))
            review.Add($"{path}.of", $"nothing is needed at {Ids(places)}", $"measure what lies there ('stock'), or what is delivered or sent there");
        else if (commodity is not null && !places.Any(one => review.NeedsAt(one).Contains(commodity)))
            review.Add($"{path}.commodity", $"no '{commodity.Id}' is needed at {Ids(places)}");
        else if (kind == MeasureKind.FirstTimeBelowWarning
            && places.All(one => one is not (Camp { WarnBelow: not null } or Force { WarnBelow: not null })))
            review.Add(ProblemKind.Missing, $"{path}.is", $"no warning level is given for {Ids(places)}",
                $"give 'warn-below', such as 7 d");
    }

    private static bool HasSeries(MeasureKind kind) =>
        kind.IsCounted()
            || kind is MeasureKind.ConsumedPerNeed or MeasureKind.StockPerNeed or MeasureKind.UnmetPersonDays or MeasureKind.Shut;

    private static string Ids(ImmutableArray<Place> places) =>
        string.Join(", ", places.Take(3).Select(place => $"'{place.Id}'")) + (places.Length > 3 ? ", ..." : "");

    private static void CheckAfter(Review review, string path, Measure measure)
    {
        var isNeeded = measure.Is == MeasureKind.TimeToRecover;
        review.CheckCondition($"{path}.after", measure.After);
        if (isNeeded && measure.After is null)
            review.Add(ProblemKind.Missing, path, $"nothing says from when the time is counted",
                $"give 'after', such as open(fishkhabour)");
        if (!isNeeded && measure.After is not null)
            review.Add(ProblemKind.Idle, $"{path}.after", $"only the time to recover is counted from a condition", $"remove 'after'");
    }

    private static void CheckFirstTime(
        Review review, string path, Measure measure, ImmutableArray<Place> places, Commodity? commodity)
    {
        if (measure.Is != MeasureKind.FirstTime)
        {
            if (measure.When is not null)
                review.Add(ProblemKind.Idle, $"{path}.when", $"only a 'first time' waits for a condition",
                    measure.Is == MeasureKind.TimeToRecover ? (InvariantText)$"write 'after'" : $"remove 'when', or write 'is: first time'");
            return;
        }
        if (measure.When is null)
            review.Add(ProblemKind.Missing, $"{path}.when", $"nothing says of what the first time is measured",
                $"give 'when', such as stock < 3 d, readiness < 60 % or open(fishkhabour)");
        if (commodity is not null)
            review.Add(ProblemKind.Idle, $"{path}.commodity", $"which commodity it is about is said by 'when'",
                $"remove 'commodity', and write such as stock({commodity.Id}) < 3 d");
        // Of several places one that has what is asked for is enough.
        var here = Review.PartsOf(measure.When).Take(MostParts).Where(Review.IsAboutHere).ToArray();
        if (places.IsEmpty) return;
        review.CheckCondition($"{path}.when", measure.When,
            here: places.FirstOrDefault(place => here.All(part => review.Has(place, part))) ?? places[0]);
        if (places.Length > 1 && measure.When is { } when && here.Length == 0)
            review.Add(ProblemKind.Idle, $"{path}.of", $"'{when}' says itself of which place it is, and is the same for all {measure.Of}",
                $"name one place, or let 'when' ask for stock or readiness without a place, such as stock < 3 d");
    }

    private static void CheckShow(Review review, string path, Measure measure)
    {
        for (var i = 0; i < measure.Show.Length; i++)
            if (measure.Show[i] is not (> 0 and < 1))
                review.Add(ProblemKind.OutOfRange, $"{path}.show[{i}]",
                    $"a quantile of {Text(measure.Show[i])}; allowed: above 0 and below 1 (above 0 % and below 100 %)");
        if (measure.Show.Length > 0 && measure.Is != MeasureKind.Wait)
            review.Add(ProblemKind.Idle, $"{path}.show", $"quantiles are shown of waits only: other measures have one value in a run",
                $"remove 'show'");
    }

    // As it was written: a mass has its unit behind it.
    private static bool IsMass(string goal) =>
        new[] { "t", "kg", "g", "lb" }.Contains(goal[(goal.LastIndexOfAny([.. "0123456789. ".ToCharArray()]) + 1)..]);

    private static void CheckGoals(Review review)
    {
        for (var i = 0; i < review.Scenario.Goals.Length; i++)
        {
            var goal = review.Scenario.Goals[i];
            var measure = review.Find($"goals[{i}].that", review.Measures, goal.That.Measure);
            if (measure is { Is: MeasureKind.ConsumedPerNeed or MeasureKind.DeliveredPerSent or MeasureKind.Readiness
                or MeasureKind.LeastReadiness } && goal.That.Value is < 0 or > 1)
                review.Add(ProblemKind.OutOfRange, $"goals[{i}].that",
                    $"'{measure.Id}' is a share, from 0 to 1 (0 % to 100 %), and never {Text(goal.That.Value)}",
                    goal.That.Value is > 1 and <= 100 ? (InvariantText)$"write {goal.That.Value} %" : null);
            if (measure is { Commodity: { } id } && measure.Is.IsOfGoods() && review.Commodities.TryGet(id, out var goods)
                && goods.Unit != QuantityUnit.Gram && IsMass(goal.That.ToString()))
                review.Add(ProblemKind.OutOfRange, $"goals[{i}].that",
                    $"'{measure.Id}' counts {(goods.Unit == QuantityUnit.Piece ? "pieces" : "litres")}, and '{goal.That}' is a mass",
                    $"write how many {(goods.Unit == QuantityUnit.Piece ? "pieces" : "litres")} it should be, as a number alone");
            if (!double.IsFinite(goal.That.Value))
                review.Add(ProblemKind.OutOfRange, $"goals[{i}].that", $"a goal of {Text(goal.That.Value)}; a finite number is needed");
            review.CheckShare($"goals[{i}].in", goal.In);
        }
    }
}
