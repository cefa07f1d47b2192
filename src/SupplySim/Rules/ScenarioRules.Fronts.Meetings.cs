using SupplySim.Networks;

namespace SupplySim.Rules;

/// <content>What a front comes to on its way, whose that is, and what follows when it is taken.</content>
internal static partial class ScenarioRules
{
    // The places that it comes to, which are all but the first.
    private static IEnumerable<Place> PlacesAhead(Review review, Front front)
    {
        foreach (var point in front.Along.Skip(1))
            if (point.Place is { } id && review.Places.TryGet(id.Value, out var place)) yield return place;
    }

    // Of these, those that it may take: of a scripted front those of which that is told, which are the next ones where no place is named.
    private static IEnumerable<Place> PlacesTaken(Review review, Front front)
    {
        if (front.Script.IsEmpty) return PlacesAhead(review, front);
        var falls = front.Script.Where(step => step.Do is ScriptAct.StepDown or ScriptAct.Capture).ToArray();
        var named = falls.Where(step => step.Place is not null).Select(step => step.Place!.Value.Value).ToHashSet();
        Place[] others = [.. PlacesAhead(review, front).Where(place => !named.Contains(place.Id)).Take(falls.Length - named.Count)];
        return PlacesAhead(review, front).Where(place => named.Contains(place.Id) || others.Contains(place));
    }

    // Whether its defender holds anything that it comes to, at the start or from what another front takes.
    private static bool IsContested(Review review, Front front) => PlacesAhead(review, front).Any(place => place switch
    {
        Crossing crossing => MayHold(review, front.Defender, crossing),
        Force force => force.Party is not null && force.Party == front.Defender,
        _ => false,
    });

    private static bool MayHold(Review review, string? party, Crossing crossing) => party is not null
        && ((crossing.HeldBy is { } holders && (holders.Named?.Any(one => one.Value == party) ?? holders.All == party))
            || review.Scenario.AsOf.Any(state => state.Of?.Value == crossing.Id && state.HeldBy == party)
            || review.Scenario.Fronts.Any(other => Captors(other).Contains(party) && PlacesAhead(review, other).Contains(crossing)));

    // Who holds what it takes.
    private static IEnumerable<string> Captors(Front front) =>
        front.CapturedBy.Count == 0 ? [front.Attacker] : front.CapturedBy.Where(one => one.Value > 0).Select(one => one.Name);

    private static void CautionMeetings(Review review, string path, Front front)
    {
        if (front.Along.IsEmpty || front.Defender is null) return;
        CautionUncontested(review, path, front);
        CautionKept(review, path, front);
    }

    private static void CautionUncontested(Review review, string path, Front front)
    {
        if (!front.Script.IsEmpty || HasCampaign(review, front) || IsContested(review, front)) return;
        string[] idle = [.. new (string Key, bool IsGiven)[]
        {
            ("stand-off", front.StandOff is not null), ("opens-with", front.OpensWith != FrontState.StandOff),
            ("talks", front.Talks is not null), ("ceasefire", front.Ceasefire is not null),
            ("fight", front.Fight is not null), ("force-ratio", front.ForceRatio is not null),
        }.Where(one => one.IsGiven).Select(one => one.Key)];
        if (idle.Length == 0) return;
        var taken = PlacesAhead(review, front).Where(place => place is not (Force { Party: not null } or Crossing { HeldBy: not null }))
            .Select(place => place.Id).ToArray();
        var falling = taken.Length == 0 ? "" : $": {Quoted(taken)} {(taken.Length == 1 ? "falls" : "fall")} as the head comes there";
        review.Add(ProblemKind.Idle, $"{path}.{idle[0]}",
            $"nothing on its way is held by '{front.Defender}', so nothing is ever contested and "
                + $"{Quoted(idle)} never {(idle.Length == 1 ? "acts" : "act")}{falling}",
            $"let '{front.Defender}' hold a crossing in 'along' (held-by: {front.Defender}), put a force of its in "
                + $"(party: {front.Defender}), or leave {(idle.Length == 1 ? "it" : "them")} out");
    }

    private static string Quoted(string[] keys) =>
        keys.Length == 1 ? $"'{keys[0]}'" : $"{string.Join(", ", keys[..^1].Select(key => $"'{key}'"))} and '{keys[^1]}'";

    // A depot has no holder: whose it is shows only in whom it supplies.
    private static void CautionKept(Review review, string path, Front front)
    {
        if (front.OnCapture.Stock == CapturedStock.Seized) return;
        foreach (var site in PlacesTaken(review, front).Where(place => place is Site and not Force))
        {
            var serving = review.Scenario.SupplyLines
                .FirstOrDefault(line => line.From == site && IsForForceOf(review, line, front.Defender));
            if (serving is not null)
            {
                review.Add($"{path}.on-capture",
                    $"what lies at '{site.Id}' is kept when the front has taken it, so '{serving.Id}' goes on bringing it from there "
                        + $"to '{serving.To}', a force of '{front.Defender}'",
                    $"write 'on-capture: {{stock: seized, vehicles: seized}}', or give '{serving.Id}' 'when: not captured({site.Id})'");
                return;
            }
        }
    }

    private static bool IsForForceOf(Review review, SupplyLine line, string? party) =>
        review.Places.TryGet(line.To.Value, out var to) && to is Force force && force.Party is not null && force.Party == party;

    // A holder of whom nothing is said lets everybody pass, the other side's army too.
    private static void CautionCaptors(Review review)
    {
        var seen = new HashSet<(string, string)>();
        foreach (var front in review.Scenario.Fronts)
            foreach (var crossing in PlacesTaken(review, front).OfType<Crossing>())
                foreach (var captor in Captors(front))
                {
                    if (!CanFall(review, front, crossing) || crossing.Passage.Has(captor)) continue;
                    var force = crossing.Passage.Count == 0 ? SuppliedThrough(review, crossing, front.Defender) : null;
                    if ((crossing.Passage.Count == 0 && force is null) || !seen.Add((crossing.Id, captor))) continue;
                    review.Add(ProblemKind.Missing, $"places.{crossing.Id}.passage",
                        $"'{captor}' holds '{crossing.Id}' once '{front.Id}' has taken it, and nothing is said of whom it lets pass: "
                            + $"everybody{(force is null ? "" : $", supply for '{force.Id}' of '{front.Defender}' too")}",
                        $"give 'passage' an entry for it, such as '{captor}: {{{SomeTraffic(review, front.Defender)}: no}}'; "
                            + $"traffic that an entry does not name does not pass");
                }
    }

    private static bool CanFall(Review review, Front front, Crossing crossing) =>
        crossing.HeldBy is null || MayHold(review, front.Defender, crossing);

    // Of those who drive for a force before others.
    private static string SomeTraffic(Review review, string? party) => review.Scenario.Fleets
        .OrderBy(fleet => review.Scenario.SupplyLines.Any(line => line.By == fleet.Id && IsForForceOf(review, line, party)) ? 0 : 1)
        .Select(fleet => fleet.Traffic).FirstOrDefault(traffic => !string.IsNullOrEmpty(traffic)) ?? "military";

    // A force of a party to which no road leads past a crossing for one of its supply lines; null where there is none.
    private static Force? SuppliedThrough(Review review, Crossing crossing, string? party)
    {
        var numbers = review.Scenario.Places.Index().ToDictionary(one => one.Item.Id, one => one.Index, StringComparer.Ordinal);
        var (all, past) = (Roads(but: null), Roads(but: crossing.Id));
        foreach (var line in review.Scenario.SupplyLines)
            if (IsForForceOf(review, line, party) && numbers.TryGetValue(line.From.Value, out var from)
                && review.Scenario.Fleets.Any(fleet => fleet.Id == line.By && fleet.Mode == Mode.Road)
                && Leads(all, from, numbers[line.To.Value]) && !Leads(past, from, numbers[line.To.Value]))
                return (Force)review.Scenario.Places[numbers[line.To.Value]];
        return null;

        Connectivity Roads(string? but) => new(new Graph(numbers.Count, [.. review.Scenario.Routes
            .Where(route => route.Mode == Mode.Road && route.From.Value != but && route.To.Value != but
                && numbers.ContainsKey(route.From.Value) && numbers.ContainsKey(route.To.Value))
            .SelectMany(route => new Arc[] { new(numbers[route.From.Value], numbers[route.To.Value], 0, 0),
                new(numbers[route.To.Value], numbers[route.From.Value], 0, 0) })]));

        static bool Leads(Connectivity roads, int from, int to)
        {
            roads.Reach(from, default(AllArcs));
            return roads.Reached[to];
        }
    }
}
