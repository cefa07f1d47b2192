using SupplySim.Planning;

namespace SupplySim.Rules;

/// <content>Policies, and the conditions that they and others wait for.</content>
internal static partial class ScenarioRules
{
    private const int MostParts = 1000;

    private static void CheckPolicies(Review review)
    {
        var policies = review.Scenario.Policies;
        if (policies.Reroute.Longest is not (>= 1 and < double.PositiveInfinity))
            review.Add(ProblemKind.OutOfRange, "policies.reroute.longest",
                $"{Text(policies.Reroute.Longest)} times the fastest way; at least 1 is needed");
        review.CheckTime("policies.reroute.learns-after", policies.Reroute.LearnsAfter);
        CheckRouting(review, policies.Routing);
        CheckDivert(review, policies.Divert);
        review.CheckShare("policies.dispatch.minimum-load", policies.Dispatch.MinimumLoad);
        CheckAirlift(review, policies.Airlift);
        if (policies.Preposition is { IsBuiltIn: true } && review.Scenario.SupplyLines.All(line => line.UpTo is null))
            review.Add(ProblemKind.Missing, "policies.preposition", $"no supply line orders up to a level that could be raised",
                $"give a line an 'up-to', or remove it");
        if (policies.Preposition is ByWarning warning)
        {
            CheckMoment(review, "policies.preposition.at", warning.At);
            if (warning.For is { } lasts) review.CheckPositiveTime("policies.preposition.for", lasts);
            review.CheckPositiveTime("policies.preposition.up-to", warning.UpTo);
        }
        if (policies.Dispatch is StageAt stage) CheckStaging(review, "policies.dispatch.place", stage.Place);
        if (policies.Share.By is not ByPriority)
            foreach (var line in review.Scenario.SupplyLines)
                if (line.Priority is not null && policies.Share.By.IsBuiltIn)
                    review.Add($"supply-lines.{line.Id}.priority", $"a priority, but vehicles are not shared by it",
                        $"write 'policies: {{share: {{by: priority}}}}', or remove it");
        foreach (var (number, ration) in policies.Ration.Index())
            CheckRation(review, RationPath(review, number), ration);
    }

    private static string RationPath(Review review, int number) =>
        review.Scenario.Policies.Ration.Length == 1 ? "policies.ration" : $"policies.ration[{number}]";

    private static void CheckRation(Review review, string path, Ration ration)
    {
        review.CheckCondition($"{path}.when", ration.When, isAboutCamp: true);
        review.CheckCondition($"{path}.until", ration.Until, isAboutCamp: true);
        CheckDates(review, path, ration.When, ration.Until);
        if (ration.To.Named is { Count: 0 })
            review.Add(ProblemKind.Missing, $"{path}.to", $"no commodity is named, so nothing is cut",
                $"write a share for all, such as 75 %, or name some, such as {{food: 50 %}}");
        if (ration.To.Named is null) review.CheckShare($"{path}.to", ration.To.All);
        else review.CheckNames($"{path}.to", ration.To.Named);
        foreach (var (id, share) in ration.To.Named ?? ByName<double>.Empty)
        {
            var key = Review.Key($"{path}.to", id);
            review.CheckShare(key, share);
            if (review.Find(key, review.Commodities, id) is not { } commodity) continue;
            if (!review.Scenario.Places.OfType<Camp>().Any(camp => Review.RationAt(camp, commodity) is not null))
                review.Add(key, $"nobody is given '{id}' at any camp", $"name a commodity that people need, or leave it out");
        }
    }

    // Between two dates, of which the end comes first, it would begin and never end.
    private static void CheckDates(Review review, string path, Condition? when, Condition? until)
    {
        if (when is HasCome(var from) && until is HasCome(var end) && !from.IsNever && !end.IsNever
            && TryInstant(review, from, out var begins) && TryInstant(review, end, out var ends) && ends <= begins)
            review.Add(ProblemKind.Time, $"{path}.until", $"{end} is not after {from}, when it begins",
                $"write a later moment, or leave it out");
    }

    private static void CheckRouting(Review review, RoutingPolicy routing)
    {
        switch (routing)
        {
            case Safest safest: review.CheckPositiveTime("policies.routing.per-attack", safest.PerAttack); break;
            case WaitOrDetour either: review.CheckTime("policies.routing.assume", either.Assume); break;
            case Soonest soonest: review.CheckTime("policies.routing.assume", soonest.Assume); break;
        }
    }

    private static void CheckAirlift(Review review, AirliftPolicy? airlift)
    {
        if (airlift is null) return;
        if (!review.Scenario.SupplyLines.Any(line => review.Fleets.TryGet(line.By, out var fleet) && fleet.Mode == Mode.Air))
            review.Add(ProblemKind.Missing, "policies.airlift", $"no supply line flies",
                $"give a line a fleet with 'mode: air', or remove it");
        if (airlift is not WhenCutOff cutOff) return;
        review.CheckPositiveTime("policies.airlift.below", cutOff.Below);
        if (cutOff.Until is { } until && until < cutOff.Below)
            review.Add("policies.airlift.until", $"flights begin below {Text(cutOff.Below)} and would end at {Text(until)} already",
                $"let 'until' be at least 'below'");
    }

    // At a crossing one queues and is inspected, and does not stand about.
    private static void CheckStaging(Review review, string path, PlaceId id)
    {
        if (review.Find<Site>(path, id, $"columns wait at a town, depot, camp or force") is not { } place) return;
        foreach (var line in review.Scenario.SupplyLines)
        {
            if (review.SiteOf(line.From) is not { } from || review.SiteOf(line.To) is not { } to
                || !review.Fleets.TryGet(line.By, out var fleet) || fleet.Mode != Mode.Road) continue;
            if (!Leads(from, to, fleet) || (Leads(from, place, fleet) && Leads(place, to, fleet))) continue;
            review.Add(ProblemKind.DoesNotFit, path,
                $"'{fleet.Id}' cannot get from '{from.Id}' to '{to.Id}', where supply line '{line.Id}' leads, by way of '{place.Id}'",
                $"name a place that all columns can get to, and on from");
            return;
        }

        bool Leads(Site a, Site b, Fleet fleet) =>
            review.Roads.Leads(a, b, review.HeaviestOf(fleet)) && review.Roads.Leads(a, b, null, fleet);
    }

    // What is brought back is unloaded where it came from.
    private static void CheckDivert(Review review, DivertPolicy divert)
    {
        if (divert is ToNeed need) review.CheckTime("policies.divert.patience", need.Patience);
        if (divert is not Return) return;
        foreach (var origin in review.Scenario.SupplyLines.Select(line => line.From).Distinct())
            if (review.SiteOf(origin) is { } site && (site.Unloading ?? review.Scenario.Defaults.Unloading) is null)
                review.Add(ProblemKind.Missing, "policies.divert",
                    $"what cannot be delivered comes back to '{origin}', which has no time for unloading",
                    $"give '{origin}' an 'unloading', or 'defaults' one");
    }

    private sealed partial class Review
    {
        /// <summary>A condition: its places exist and have what is asked of them.</summary>
        /// <param name="path">Where it stands.</param>
        /// <param name="condition">Null where there is none.</param>
        /// <param name="isAboutCamp">Whether it is judged camp by camp, so that <c>stock</c> needs no place.</param>
        /// <param name="here">The place of which <c>stock</c> or <c>readiness</c> alone is. Default: none.</param>
        public void CheckCondition(string path, Condition? condition, bool isAboutCamp = false, PlaceId? here = null)
        {
            var parts = 0;
            foreach (var part in PartsOf(condition))
            {
                if (++parts > MostParts)
                {
                    Add(path, $"a condition of more than {MostParts} parts");
                    return;
                }
                switch (part)
                {
                    case HasCome(var moment): CheckMoment(this, path, moment); break;
                    case IsCaptured(var place): Find(path, Places, place.Value); break;
                    case IsOpen(var place) when place.Value?.Contains(" - ", StringComparison.Ordinal) == true: CheckTargetKnown(this, path,
                        place.Value); break;
                    case IsOpen(var place): Find<Crossing>(path, place, $"only a crossing or a route is open or shut"); break;
                    case Compared(StockOf stock, _, var level): CheckStockOf(path, part, stock, level, isAboutCamp, here); break;
                    case Compared(DistanceToFront distance, _, var bound): CheckDistanceToFront(path, part, distance, bound); break;
                    case Compared(ReadinessOf of, _, var bound): CheckReadinessOf(path, part, of, bound, here); break;
                }
            }
        }

        /// <summary>A condition and all that it is made of, from left to right; nothing where there is none.</summary>
        public static IEnumerable<Condition> PartsOf(Condition? condition)
        {
            if (condition is null) yield break;
            // Without recursion: a condition built in a loop may be deeper than the stack.
            var open = new Stack<Condition>([condition]);
            while (open.TryPop(out var part))
            {
                yield return part;
                switch (part)
                {
                    case Both(var left, var right): open.Push(right); open.Push(left); break;
                    case Either(var left, var right): open.Push(right); open.Push(left); break;
                    case Negation(var of): open.Push(of); break;
                }
            }
        }

        private void CheckStockOf(string path, Condition whole, StockOf stock, Threshold level, bool isAboutCamp, PlaceId? here)
        {
            if (level is { Time: { } time, Distance: null }) CheckTime(path, time);
            else Add(path, $"'{whole}' compares days of supply with no time", $"write a time, such as {stock} < 5 d");
            var commodity = stock.Commodity is { } named ? Find(path, Commodities, named) : null;
            if (stock.Camps is not null)
            {
                if (!Scenario.Places.Any(place => place is Camp)) Add(path, $"'{stock}', but there are no camps");
                else CheckNeeded(path, stock, commodity, [.. Scenario.Places.OfType<Camp>()], "no camp needs it");
            }
            else if ((stock.Place ?? here) is { } id)
            {
                if (Find<Site>(path, id, $"only a camp or force has days of supply") is not { } site) return;
                if (!NeedsAt(site).Any())
                    Add(path, $"'{stock}', but '{id}' needs nothing that could be counted in days",
                        $"name a camp or force that needs something");
                else CheckNeeded(path, stock, commodity, [site], $"'{id}' does not need it");
            }
            else if (!isAboutCamp)
                Add(path, $"'{stock}' does not say where",
                    $"name the place, as in stock(ain-issa); only rations and supply lines are about a place of their own");
            else CheckNeeded(path, stock, commodity, [.. Scenario.Places.OfType<Site>()], "nobody needs it");
        }

        private void CheckNeeded(string path, StockOf stock, Commodity? commodity, Site[] places, string nobody)
        {
            if (commodity is not null && !places.Any(place => NeedsAt(place).Contains(commodity)))
                Add(path, $"'{stock}', but {nobody}, so it is never short of it",
                    $"name what is needed there: {string.Join(", ", places.SelectMany(NeedsAt).Select(one => one.Id).Distinct())}");
        }

        private void CheckReadinessOf(string path, Condition whole, ReadinessOf of, Threshold bound, PlaceId? here)
        {
            if (bound is { Share: { } share, Time: null, Distance: null }) CheckShare(path, share);
            else Add(path, $"'{whole}' compares readiness with no share", $"write a share, such as {of} < 60 %");
            if ((of.Force ?? here) is not { } id)
                Add(path, $"'{of}' does not say of which force", $"name it, as in readiness(8th-brigade)");
            else if (Find<Force>(path, id, $"only a force is more or less ready") is { Readiness: null })
                Add(path, $"'{whole}', but nothing is said of the readiness of '{id}'", $"give '{id}' its 'readiness'");
        }

        /// <summary>Whether a part of a condition is about the place that its rule is about.</summary>
        public static bool IsAboutHere(Condition part) =>
            part is Compared(StockOf { Place: null, Camps: null } or ReadinessOf { Force: null }, _, _);

        /// <summary>Whether a place has what such a part asks for.</summary>
        public bool Has(Place place, Condition part) => part switch
        {
            Compared(StockOf { Commodity: { } commodity }, _, _) => NeedsAt(place).Any(one => one.Id == commodity),
            Compared(StockOf, _, _) => NeedsAt(place).Any(),
            Compared(ReadinessOf, _, _) => place is Force { Readiness: not null },
            _ => true,
        };

        private void CheckDistanceToFront(string path, Condition whole, DistanceToFront distance, Threshold bound)
        {
            if (bound is not { Distance: { } metres, Time: null })
                Add(path, $"'{whole}' compares a distance with no distance", $"write one, such as {distance} < 25 km");
            else if (metres.Metres < 0) Add(path, $"{metres}; it must be at least 0 km");
            if (Find(path, Places, distance.Place.Value) is { At: null } place)
                Add(path, $"'{distance}', but nobody says where '{place.Id}' lies",
                    $"give '{place.Id}' an 'at', such as 37.081 N 42.372 E");
        }
    }
}
