using SupplySim.Disruptions;
using SupplySim.Engine;
using SupplySim.Movement;
using SupplySim.Quantities;
using SupplySim.Runs;

namespace SupplySim.Rules;

/// <content>What is sent by schedule, and due only when its line does not work.</content>
internal static partial class ScenarioRules
{
    private const int MostSendings = 1000;

    // What is due while a line does not work is never sent: at midnight, where it works while a crossing is open by day.
    private static void CheckEverSends(Review review, SupplyLine line)
    {
        if (line is not { Send: { } send, Until: null, When: { } when } || MustBeOpen(review, when) is not { } crossing) return;
        var clock = review.Scenario.Clock;
        var looked = clock.Length < AYear ? clock.Length : AYear;
        var hours = TimesOf(crossing, clock, looked);
        for (var n = 1; n <= MostSendings; n++)
        {
            var at = line.Every is { } every ? every * n : SendTimes.At(send, n);
            if (at < looked && hours.IsOpen(SimTime.Start + at)) return;
            if (at < looked) continue;
            if (n == 1) return;
            review.Add($"supply-lines.{line.Id}.when",
                $"'{crossing.Id}' is shut by its hours each time '{line.Id}' sends, {Text(line.Every ?? SendTimes.At(send, 1))} after the "
                    + $"start and so on: nothing is ever sent",
                $"leave out 'when', since what is sent waits there until it opens; or let 'clock.start' be an hour at which "
                    + $"'{crossing.Id}' is open");
            return;
        }
    }

    // A crossing that is open only by its hours, and without which the condition is not true; null where there is none.
    private static Crossing? MustBeOpen(Review review, Condition condition) => condition switch
    {
        Both(var left, var right) => MustBeOpen(review, left) ?? MustBeOpen(review, right),
        IsOpen(var place) when review.Places.TryGet(place.Value, out var found) && found is Crossing crossing
            && !IsOpenedOtherwise(review, crossing) => crossing,
        _ => null,
    };

    private static bool IsOpenedOtherwise(Review review, Crossing crossing) =>
        !review.Scenario.Campaigns.IsEmpty
            || review.Scenario.Disruptions.Any(one => one is Opening opening ? opening.Open == crossing.Id : one is not Occurrence);

    private static OpeningTimes TimesOf(Crossing crossing, Clock clock, TimeSpan length) => CrossingPlan.PointsOf(crossing)
        .Select(point =>
            OpeningTimes.Compile(crossing.Hours.For(point, Hours.Always)!, crossing.Zone?.For(point) ?? clock.Zone, clock.Start, length))
        .Aggregate((one, other) => one.And(other));
}
