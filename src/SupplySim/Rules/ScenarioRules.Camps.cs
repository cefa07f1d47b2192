using SupplySim.Quantities;

namespace SupplySim.Rules;

/// <content>Who lives in a camp, who uses what, and what changes on dates.</content>
internal static partial class ScenarioRules
{
    private const int MostBatches = 1_000_000;
    private const double MostInBatch = 1e6;

    // Each step of a rate, and that they come one after the other.
    private static void CheckStream(Review review, string path, ChangingRate stream, Action<string, Arrivals> check)
    {
        if (stream.Steps.IsEmpty)
            review.Add(ProblemKind.Missing, path, $"it has no steps", $"write a rate, or [{{from: day 0, rate: 300 /d}}]");
        var last = default(DateTimeOffset?);
        for (var i = 0; i < stream.Steps.Length; i++)
        {
            var (key, step) = (stream.Steps is [{ From: var from }] && from == default ? path : $"{path}[{i}]", stream.Steps[i]);
            CheckMoment(review, $"{key}.from", step.From);
            check(key == path ? path : $"{key}.rate", step.Rate);
            if (step.From.IsNever || !TryInstant(review, step.From, out var at)) continue;
            if (at <= last)
                review.Add(ProblemKind.Time, $"{key}.from", $"{step.From}, not after the step before", $"put the steps in order of time");
            last = at;
        }
    }

    private static bool TryInstant(Review review, Moment moment, out DateTimeOffset at)
    {
        at = review.Scenario.Clock.Start;
        if (moment is { Local: not null } && !TimeZones.Has(review.Scenario.Clock.Zone)) return false;
        if (moment.SinceStart < TimeSpan.Zero || moment.SinceStart > Longest) return false;
        at = moment switch
        {
            { Instant: { } instant } => instant,
            { Local: { } local } => Zones.InstantOf(local, review.Scenario.Clock.Zone),
            _ => at + moment.SinceStart,
        };
        return true;
    }

    private static void CheckUse(Review review, string path, Arrivals use, Commodity commodity)
    {
        if (use.IsRandom && commodity.Unit != QuantityUnit.Piece)
            review.Add(path, $"{use}, but '{commodity.Id}' is counted {UnitOf(commodity)}; only pieces are used one at a time, at random",
                $"write the rate alone: {use.Rate}");
        else if (use.Rate.Amount.Amount == 0 && use.Rate.Amount.Unit == commodity.Unit) return;
        else if (use.IsRandom && MostPerDay(use) is var perDay && perDay > MostComersPerDay)
            review.Add(path,
                $"{use} is {Text(perDay)} a day; allowed where each piece is used by itself: 0 to {Text(MostComersPerDay)} a day",
                $"write the rate alone: {use.Rate}");
        else review.CheckRate(path, MostOf(use), commodity, use.ToString());
    }

    private static void CheckBatches(Review review, string path, Camp camp)
    {
        if (camp.Batches <= TimeSpan.Zero) return;
        if ((camp.Arrivals ?? camp.Departures) is null)
        {
            if (camp.Batches != new Camp(camp.Id) { People = 0 }.Batches)
                review.Add(ProblemKind.Missing, $"{path}.batches", $"nobody comes and nobody leaves",
                    $"add 'arrivals' or 'departures', or remove it");
            return;
        }
        if (review.Scenario.Clock.Length.Ticks / camp.Batches.Ticks > MostBatches)
            review.Add(ProblemKind.OutOfRange, $"{path}.batches", $"{Text(camp.Batches)}: more than {MostBatches:#,0} batches in the run",
                $"write a longer time, such as 1 h");
        if (camp.Arrivals is { } arrivals) CheckBatch(review, $"{path}.arrivals", arrivals, camp.Batches);
        if (camp.Departures is { } departures) CheckBatch(review, $"{path}.departures", departures, camp.Batches);
    }

    // A batch is one number drawn, by a law that knows no greater mean.
    private static void CheckBatch(Review review, string path, ChangingRate stream, TimeSpan batches)
    {
        foreach (var step in stream.Steps)
        {
            var (perDay, days) = (MostPerDay(step.Rate), Math.Min(batches.TotalDays, review.Scenario.Clock.Length.TotalDays));
            if (!step.Rate.IsRandom || !(perDay <= MostComersPerDay && perDay * days > MostInBatch)) continue;
            review.Add(ProblemKind.OutOfRange, path,
                $"{step.Rate} is {Text(perDay * days)} in a batch of {Text(batches)}; at most {Text(MostInBatch)} can be drawn at once",
                $"write the rate alone, {step.Rate.Rate}, or shorter 'batches'");
            return;
        }
    }

    private static void CheckCapacity(Review review, string path, Camp camp)
    {
        if (camp.Overflow is { } overflow)
        {
            review.CheckSpeed($"{path}.overflow.pace", overflow.Pace);
            if (camp.Capacity is null)
                review.Add(ProblemKind.Missing, $"{path}.overflow",
                    $"it says where people go who find no room, and no 'capacity' says when there is none",
                    $"add 'capacity'");
        }
        if (camp.Capacity is not { } capacity) return;
        review.CheckAtLeast($"{path}.capacity", capacity, 0, "people");
        var most = camp.People.Law.Quantile(AlmostSurely);
        if (capacity >= 0 && most > capacity)
            review.Add(ProblemKind.DoesNotFit, $"{path}.capacity", $"room for {capacity}, and {camp.People} people are there at the start",
                $"let there be room for all who are there at the start");
    }

    private static void CheckRations(Review review, string path, Camp camp)
    {
        review.CheckNames($"{path}.rations", camp.Rations);
        foreach (var (id, ration) in camp.Rations)
            if (review.Find(Review.Key($"{path}.rations", id), review.Commodities, id) is { } commodity)
                review.CheckRate(Review.Key($"{path}.rations", id), ration, commodity);
        review.CheckNames($"{path}.local-share", camp.LocalShare);
        foreach (var (id, source) in camp.LocalShare)
            if (review.Find(Review.Key($"{path}.local-share", id), review.Commodities, id) is { } commodity)
                CheckSource(review, Review.Key($"{path}.local-share", id), camp, commodity, source);
    }

    private static void CheckSource(Review review, string path, Camp camp, Commodity commodity, LocalSource source)
    {
        review.CheckNumber(path, source.Share, 0, 1, "0 to 1 (0 % to 100 %)");
        if (Review.RationAt(camp, commodity) is null)
            review.Add(ProblemKind.Missing, path, $"a share of what? nobody says what a person needs of '{commodity.Id}'",
                $"give '{commodity.Id}' a 'per-person', or the camp a ration of it");
        if (source.Needs is null)
        {
            if (source.PerPerson is not null)
                review.Add(ProblemKind.Missing, $"{path}.per-person", $"it says how much it takes, and no 'needs' says of what",
                    $"add 'needs'");
            return;
        }
        if (review.Find($"{path}.needs", review.Commodities, source.Needs) is not { } used) return;
        if (used.Id == commodity.Id || (camp.LocalShare.TryGet(used.Id, out var other) && other.Needs is not null))
            review.Add($"{path}.needs", $"'{used.Id}' is itself found only where something else is",
                $"name a commodity that is brought, such as fuel");
        if (source.PerPerson is { } rate) review.CheckRate($"{path}.per-person", rate, used);
        else
            review.Add(ProblemKind.Missing, path, $"it needs '{used.Id}', and nothing says how much",
                $"give 'per-person', such as 0.02 l/d");
    }
}
