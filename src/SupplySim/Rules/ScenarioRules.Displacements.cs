using SupplySim.Quantities;

namespace SupplySim.Rules;

/// <content>Who flees, where to, and who goes home.</content>
internal static partial class ScenarioRules
{
    private const double MostResidents = 1e10;
    private const double ShareRounding = 1e-6;

    private static void CheckDisplacements(Review review)
    {
        var ids = new Section(review, "displacements");
        foreach (var displacement in review.Scenario.Displacements)
        {
            var path = ids.Enter(displacement.Id);
            CheckWays(review, path, displacement);
            if (displacement.While is { } condition) review.CheckCondition($"{path}.while", condition);
            CheckStream(review, $"{path}.people", displacement.People, review.CheckArrivals);
            review.CheckShare($"{path}.night", displacement.Night);
            CheckResidents(review, $"{path}.residents", displacement);
            review.CheckSpeed($"{path}.pace", displacement.Pace);
            CheckStretch(review, $"{path}.batches", displacement.Batches);
            CheckBatch(review, $"{path}.people", displacement.People, displacement.Batches);
            if (displacement.Return is { } home)
            {
                review.CheckCondition($"{path}.return.while", home.While);
                review.CheckDuration($"{path}.return.after", home.After);
                CheckStream(review, $"{path}.return.people", home.People, review.CheckArrivals);
                CheckBatch(review, $"{path}.return.people", home.People, displacement.Batches);
            }
            review.CheckSource(path, displacement.Source);
        }
    }

    private static void CheckStretch(Review review, string path, TimeSpan batches)
    {
        if (batches <= TimeSpan.Zero) review.Add(ProblemKind.OutOfRange, path, $"{Text(batches)}; it must be above 0");
        else if (review.Scenario.Clock.Length.Ticks / batches.Ticks > MostBatches)
            review.Add(ProblemKind.OutOfRange, path, $"{Text(batches)}: more than {MostBatches:#,0} batches in the run",
                $"write a longer time, such as 1 h");
    }

    private static void CheckResidents(Review review, string path, Displacement displacement)
    {
        if (displacement.Residents is not { } residents) return;
        review.CheckNumber(path, residents, 0, MostResidents, "0 to 10000000000 people");
        if (CampFledFrom(review, displacement) is { } camp)
            review.Add(ProblemKind.Twice, path, $"'{camp.Id}' is a camp, whose people are counted: no more flee than are there",
                $"remove it; how many are there at the start is said by 'people' of '{camp.Id}'");
    }

    private static Camp? CampFledFrom(Review review, Displacement displacement) =>
        displacement.From.Place is { } id && review.Places.TryGet(id.Value, out var place) ? place as Camp : null;

    // A stream that leads nowhere is a slip, and so is a camp named that nobody can get to.
    private static void CheckWays(Review review, string path, Displacement displacement)
    {
        if (displacement.From is { Place: null, Point: null })
        {
            review.Add(ProblemKind.Missing, $"{path}.from", $"nobody says where they flee from",
                $"name a place, or give a point such as 35.95 N 39.01 E");
            return;
        }
        if (displacement.From.Point is { } point) CheckPoint(review, $"{path}.from", point);
        var place = displacement.From.Place is { } id ? review.Find($"{path}.from", review.Places, id.Value) : null;
        var isKnown = displacement.From.Point is not null || place is not null;
        CheckShares(review, $"{path}.to", displacement);
        for (var i = 0; i < displacement.To.Length; i++)
            if (review.Find<Camp>(PathOf(displacement, path, i), displacement.To[i].Id, $"people flee to camps") is { } camp && isKnown)
                CheckWay(review, PathOf(displacement, path, i), displacement, place, camp);
        if (isKnown && displacement.To.IsEmpty && !review.Scenario.Places.OfType<Camp>().Any(camp => CanFlee(review, place, camp)))
            review.Add(ProblemKind.DoesNotFit, $"{path}.from", Unreachable(place, displacement.From.ToString(), null),
                $"{(place is null ? "give a camp an 'at'" : "add routes")}");
    }

    private static void CheckWay(Review review, string path, Displacement displacement, Place? place, Camp camp)
    {
        if (camp.Id == place?.Id)
            review.Add(path, $"'{camp.Id}' is where they flee from", $"name another camp, or remove it");
        else if (!CanFlee(review, place, camp))
            review.Add(ProblemKind.DoesNotFit, path, Unreachable(place, displacement.From.ToString(), camp.Id),
                $"{(place is null ? "give it an 'at'" : "add routes")}, or remove it");
    }

    private static void CheckShares(Review review, string path, Displacement displacement)
    {
        var (to, shares) = (displacement.To, displacement.To.Select(one => one.Share).OfType<double>().ToArray());
        if (shares.Length == 0) return;
        for (var i = 0; i < to.Length; i++)
        {
            var key = Review.Key(path, to[i].Id.Value ?? "");
            if (to[i].Share is { } share) review.CheckShare(key, share);
            else
                review.Add(ProblemKind.Missing, key, $"no share is given for '{to[i].Id}', and others have one",
                    $"give each camp its share, or none");
            if (to.Take(i).Any(earlier => earlier.Id == to[i].Id))
                review.Add(ProblemKind.Twice, key, $"'{to[i].Id}' is given twice", $"give it one share");
        }
        if (shares.Length == to.Length && shares.All(share => share is >= 0 and <= 1) && Math.Abs(shares.Sum() - 1) > ShareRounding)
            review.Add(ProblemKind.DoesNotFit, path, $"the shares add up to {shares.Sum() * 100:0.######} %",
                $"let them add up to 100 %");
    }

    private static string PathOf(Displacement displacement, string path, int i) => displacement.To[i].Share is null
        ? FormattableString.Invariant($"{path}.to[{i}]")
        : Review.Key($"{path}.to", displacement.To[i].Id.Value ?? "");

    private static InvariantText Unreachable(Place? place, string from, string? camp) => place is null
        ? (InvariantText)($"nobody says where {(camp is null ? "any camp" : $"'{camp}'")} lies, so nobody knows how far it is "
            + $"from {from}")
        : $"no road leads from '{from}' to {(camp is not null ? $"'{camp}'" : place is Camp ? "any other camp" : "any camp")}";

    private static bool CanFlee(Review review, Place? place, Camp camp) =>
        place is null ? camp.At is not null : camp.Id != place.Id && review.Roads.Leads(place, camp);

    private static void CautionDisplacements(Review review)
    {
        foreach (var displacement in review.Scenario.Displacements)
        {
            var path = $"displacements.{displacement.Id}";
            if (NeverFlows(review, displacement.People) || displacement.Residents?.Law.Quantile(AlmostSurely) == 0)
                review.Add(ProblemKind.Time, path, $"nobody flees before the end of the run",
                    $"let it begin sooner or be more, or leave it out");
            else if (CampFledFrom(review, displacement) is { } camp && IsEmptyForGood(review, camp))
                review.Add(ProblemKind.Idle, $"{path}.from", $"nobody lives in '{camp.Id}', and nobody comes there: nobody flees",
                    $"give it 'people', or let them flee from elsewhere");
            else if (displacement.Batches >= review.Scenario.Clock.Length)
                review.Add(ProblemKind.Time, $"{path}.batches",
                    $"the first would set out after {Text(displacement.Batches)}, and the run is over by then", $"write a shorter time");
            if (displacement.Return is not { } home) continue;
            if (home.After.InSeconds.Quantile(1 - AlmostSurely) >= review.Scenario.Clock.Length.TotalSeconds)
                review.Add(ProblemKind.Time, $"{path}.return.after",
                    $"{home.After}: it is never safe for so long before the end of the run", $"let it be shorter, or the run longer");
            else if (NeverFlows(review, home.People))
                review.Add(ProblemKind.Time, $"{path}.return", $"nobody goes home before the end of the run",
                    $"let it begin sooner or be more, or leave it out");
        }
    }

    private static bool IsEmptyForGood(Review review, Camp camp) => camp.Arrivals is null && camp.People.Law.Quantile(AlmostSurely) == 0
        && review.Scenario.Places.OfType<Camp>().All(other => other.Overflow is null)
        && review.Scenario.Displacements.All(other => !other.To.IsEmpty && other.To.All(one => one.Id.Value != camp.Id)
            || other.From.Place?.Value == camp.Id);

    private static void CautionDisplacedMeasured(Review review)
    {
        foreach (var measure in review.Scenario.Measures)
            if (measure.Is is MeasureKind.Displaced or MeasureKind.Returned && review.Scenario.Displacements.IsEmpty)
                review.Add(ProblemKind.Idle, $"measures.{measure.Id}.is", $"nobody ever flees: there is no displacement",
                    $"add 'displacements', or remove it");
            else if (measure.Is == MeasureKind.Returned && review.Scenario.Displacements.All(one => one.Return is null))
                review.Add(ProblemKind.Missing, $"measures.{measure.Id}.is", $"nobody ever goes home: no displacement has a 'return'",
                    $"give one a 'return', or remove it");
    }

    private static bool NeverFlows(Review review, ChangingRate rate) => rate.Steps.All(step => step.Rate.Rate.Amount.Amount == 0
        || (TryInstant(review, step.From, out var at) && at - review.Scenario.Clock.Start >= review.Scenario.Clock.Length));
}
