using System.Collections.Immutable;
using SupplySim.Disruptions;
using SupplySim.Quantities;

namespace SupplySim.Rules;

/// <content>What can be run and is probably not meant.</content>
internal static partial class ScenarioRules
{
    /// <summary>What is worth a word before a run of a scenario in which nothing is wrong.</summary>
    public static ImmutableArray<Problem> Cautions(Scenario scenario)
    {
        ArgumentNullException.ThrowIfNull(scenario);
        var review = new Review(scenario);
        foreach (var site in scenario.Places.OfType<Site>())
        {
            CheckBrought(review, site);
            CheckFuelSuffices(review, site);
        }
        CheckDiversions(review);
        CautionZone(review);
        CautionBeginnings(review);
        CautionInterventions(review);
        CautionTraffics(review);
        CautionOneDirection(review);
        CautionNamesakes(review);
        CautionRations(review);
        foreach (var line in scenario.SupplyLines)
        {
            CheckEverFires(review, line);
            CheckGathers(review, line);
            CheckEverSends(review, line);
        }
        foreach (var fleet in scenario.Fleets) CautionTruckFuel(review, fleet);
        CautionAttacks(review);
        CautionDisplacements(review);
        CautionDisplacedMeasured(review);
        CautionLosses(review);
        CautionDestructions(review);
        CautionFronts(review);
        return review.Problems;
    }

    // Whoever writes the start with an offset means by eight o'clock eight o'clock there.
    private static void CautionZone(Review review)
    {
        var clock = review.Scenario.Clock;
        if (!IsOfOtherZone(clock)) return;
        var of = review.Scenario.Places.FirstOrDefault(place => place is Site { Airfield.Hours.IsAlways: false }
            || (place is Crossing { Zone: null } crossing
                && (crossing.Hours.Named?.Any(one => !one.Value.IsAlways) ?? crossing.Hours.All is { IsAlways: false })));
        if (of is not null)
            review.Add("clock",
                $"the hours of '{of.Id}' are those of {clock.Zone}, in which the run starts "
                    + $"at {clock.Start.UtcDateTime + OffsetIn(clock):HH:mm} and not at {clock.Start:HH:mm}",
                $"give the clock the 'zone' of its start, such as Asia/Baghdad");
    }

    // Whether the start is written with another offset than that of the clock's zone.
    private static bool IsOfOtherZone(Clock clock) => OffsetIn(clock) != clock.Start.Offset;

    private static TimeSpan OffsetIn(Clock clock) => TimeZones.Has(clock.Zone)
        ? TimeSpan.FromTicks(
            new WallClock(clock.Zone).Stretches(clock.Start, TimeSpan.Zero).First().LocalMinusElapsed - clock.Start.UtcTicks)
        : clock.Start.Offset;

    // A run knows nothing of what was before it: a closure of three days that began two days earlier would last three days more.
    private static void CautionBeginnings(Review review)
    {
        foreach (var line in review.Scenario.SupplyLines) CautionEnded(review, $"supply-lines.{line.Id}", line.Until);
        foreach (var (number, rule) in review.Scenario.Policies.Ration.Index())
            CautionEnded(review, RationPath(review, number), rule.Until);
        foreach (var front in review.Scenario.Fronts) CautionTooLate(review, $"fronts.{front.Id}.starts", front.Id, front.Starts);
        foreach (var occurrence in review.Scenario.Disruptions.OfType<Occurrence>())
        {
            if (occurrence.At is { } late) CautionTooLate(review, $"disruptions.{occurrence.Id}.at", occurrence.Id, late);
            if (occurrence.From is { } from) CautionTooLate(review, $"disruptions.{occurrence.Id}.from", occurrence.Id, from);
            if (occurrence is { At: { } at, For: not null } && At(review.Scenario.Clock, at) < TimeSpan.Zero)
                review.Add($"disruptions.{occurrence.Id}.at",
                    $"{at} is before the start: it begins with the run, and 'for' is counted from then",
                    $"write 'day 0', and let 'for' be what is left of it");
            if (occurrence is { At: not null, Until: { IsNever: false } until } and not Loss { Repair: not null }
                && At(review.Scenario.Clock, until) <= TimeSpan.Zero)
                review.Add($"disruptions.{occurrence.Id}.until",
                    $"{until} is not after the start: '{occurrence.Id}' is over by then, and does nothing",
                    $"write a later moment, or leave the disruption out");
            if (occurrence.For is { } lasts && lasts.InSeconds.Quantile(AlmostSurely) == 0 && occurrence is not Loss { Repair: not null })
                review.Add($"disruptions.{occurrence.Id}.for", $"{lasts}: it lasts no time, so it does nothing",
                    $"give it a length, or leave it out");
        }
    }

    // After a date that ends it nothing begins any more.
    private static void CautionEnded(Review review, string path, Condition? until)
    {
        if (until is HasCome(var end) && !end.IsNever && At(review.Scenario.Clock, end) <= TimeSpan.Zero)
            review.Add($"{path}.until", $"{end} is not after the start: it is over by then, and does nothing",
                $"write a later moment, or leave it out");
    }

    // What binds only traffic that nobody is shuts nothing to anybody.
    private static void CautionTraffics(Review review)
    {
        foreach (var closure in review.Scenario.Disruptions.OfType<Closure>()
            .Where(one => !one.To.IsEmpty && !review.Scenario.Fleets.Any(fleet => one.To.Contains(fleet.Traffic))))
            review.Add($"disruptions.{closure.Id}.to",
                $"no fleet is of {(closure.To.Length == 1 ? "this traffic" : "these kinds of traffic")}, so '{closure.Id}' shuts nothing "
                    + $"to anybody",
                $"name the traffic of a fleet, or add a fleet that merely passes, such as traders: {{traffic: {closure.To[0]}, through: a "
                    + $"crossing, arrivals: poisson(40 /d)}}");
    }

    // Where a rule is about a place of its own, stock(food) is of the food there, unless a place is called so.
    private static void CautionNamesakes(Review review)
    {
        foreach (var (number, rule) in review.Scenario.Policies.Ration.Index())
        {
            CautionNamesake(review, $"{RationPath(review, number)}.when", rule.When);
            CautionNamesake(review, $"{RationPath(review, number)}.until", rule.Until);
        }
        foreach (var line in review.Scenario.SupplyLines) CautionNamesake(review, $"supply-lines.{line.Id}.when", line.When);
    }

    private static void CautionNamesake(Review review, string path, Condition? condition)
    {
        foreach (var part in Review.PartsOf(condition))
            if (part is Compared(StockOf { Place: { } place, Commodity: null } stock, _, _) && review.Commodities.Has(place.Value))
                review.Add(path,
                    $"'{stock}' looks at the place '{place}', wherever the rule is applied, and not at the commodity '{place}' there",
                    $"give the place or the commodity another id, so that nobody has to guess which is meant");
    }

    // One that looks at one commodity and names none cuts all that people are given.
    private static void CautionRations(Review review)
    {
        foreach (var (number, rule) in review.Scenario.Policies.Ration.Index())
        {
            var looked = Review.PartsOf(rule.When).OfType<Compared>().Select(part => part.Left).OfType<StockOf>()
                .Select(stock => stock.Commodity).Distinct().ToArray();
            if (rule.To.Named is not null || looked is not [{ } one]) continue;
            var others = review.Scenario.Commodities.Where(commodity => commodity.Id != one
                && review.Scenario.Places.OfType<Camp>().Any(camp => Review.RationAt(camp, commodity) is not null)).ToArray();
            if (others.Length > 0)
                review.Add($"{RationPath(review, number)}.to",
                    $"'when' looks at {one} alone, and {Listed(others)} {(others.Length == 1 ? "is" : "are")} cut, too",
                    $"cut it alone, {{{one}: {rule.To.All * 100:0.##} %}}, or name each that is to be cut");
        }
    }

    // Most often a wrong year, or a clock that is too short for what is asked.
    private static void CautionTooLate(Review review, string path, string id, Moment at)
    {
        var clock = review.Scenario.Clock;
        if (!at.IsNever && At(clock, at) >= clock.Length)
            review.Add(path, $"{at} is after the end of the run, which lasts {Text(clock.Length)}: '{id}' never happens",
                $"write an earlier time, or `never` if that is meant, or let 'clock.length' be longer");
    }

    private static void CheckBrought(Review review, Site site)
    {
        var lacking = review.NeedsAt(site)
            .Where(commodity => !IsBrought(review, site, commodity) && !Lasts(review, site, commodity)).ToArray();
        if (lacking.Length > 0)
            review.Add($"places.{site.Id}", $"nobody brings {Listed(lacking)} to '{site.Id}', and what lies there does not last to the end",
                $"add a supply line, or let it be found locally");
    }

    private static bool IsBrought(Review review, Site site, Commodity commodity) => review.Scenario.SupplyLines.Any(line =>
        line.To.Value == site.Id && review.Fleets.TryGet(line.By, out var fleet) && GoodsOf(review, line, fleet, site).Contains(commodity));

    private static bool Lasts(Review review, Site site, Commodity commodity)
    {
        var stock = site.Stock.Most.For(commodity.Id);
        if (stock.Time is { } time) return time >= review.Scenario.Clock.Length;
        var perDay = NeedPerDay(site, commodity);
        double there = 0;
        foreach (var (id, amount) in stock.Amounts ?? [])
            if (id == commodity.Id) there = amount.Amount;
        return there >= perDay * review.Scenario.Clock.Length.TotalDays;
    }

    // What gathers for longer than anybody waits for it is ordered again, and comes all the same.
    private static void CheckGathers(Review review, SupplyLine line)
    {
        if (line.Send is not null || !review.Fleets.TryGet(line.By, out var fleet) || fleet.Convoy is not { } convoy
            || convoy.Size.Least < 2 || convoy.Wait < line.GivenUpAfter) return;
        review.Add($"supply-lines.{line.Id}.given-up-after",
            $"what is {Text(line.GivenUpAfter)} late is given up ('given-up-after'), and a column of '{fleet.Id}' may gather "
                + $"for {Text(convoy.Wait)}: what waits on it is ordered again, and brought twice",
            $"add 'given-up-after' with more than the 'wait' of the convoy, such as {Text(2 * convoy.Wait)}");
    }

    // People who only eat, from a stock said in days: after so many days so many fewer are left.
    private static void CheckEverFires(Review review, SupplyLine line)
    {
        if (line.WhenBelow?.Time is not { } level
            || review.SiteOf(line.To) is not Camp { Arrivals: null, Stock.Least.Time: { } there } camp) return;
        if (review.Scenario.Disruptions.Any(one => one is Destruction hit ? hit.Hit.Contains(camp.Id) : one is not Occurrence)) return;
        if (!review.Scenario.Displacements.IsEmpty || review.Scenario.SupplyLines.Any(other => other.From == line.To)
            || there - review.Scenario.Clock.Length < level) return;
        review.Add($"supply-lines.{line.Id}.when-below",
            $"{line.WhenBelow}, which '{camp.Id}' never falls below: {camp.Stock} lie there, and the run ends "
                + $"after {Text(review.Scenario.Clock.Length)}",
            $"let the level be higher, or the run longer");
    }
}
