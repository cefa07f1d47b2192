using System.Collections.Immutable;
using SupplySim.Experiments;

namespace SupplySim.Results.Text;

/// <summary>For what was lacking whatever those lacked who went short in one alternative; where nobody lacked anything that is brought to
/// him, what held up supplies of those whom the telling measure is of: over all runs, the greatest share first.</summary>
/// <remarks>Counted with them are the depots through which they are supplied, as far as these can run out themselves.</remarks>
/// <param name="Whom">For example <c>the camps</c>.</param>
/// <param name="Causes">The shares add up to one; empty where nothing was held up, or next to nothing.</param>
/// <param name="IsHarmful">Whether anybody went short for it: what is late and missed by nobody needs no reason.</param>
/// <param name="All">In a run on average: [person-day] of what was lacking, else [load-day].</param>
/// <param name="Lines">The supply lines that lead to them.</param>
internal sealed record Delays(string Whom, ImmutableArray<DelayCause> Causes, bool IsHarmful, double All, IReadOnlySet<string> Lines)
{
    private const int MostTold = 6;
    private const int MostLacked = 4;
    private const double LeastTold = 0.05;

    // [load-day] What takes no longer in a run, of all that is sent, is no delay: a minute's wait for a lane, say.
    private const double Slight = 0.25 / 24;

    /// <summary>Whether nobody needs anything there.</summary>
    public bool IsOfNobody { get; private init; }

    /// <summary>Whether it is told for what something was lacking. Else what held up supplies, missed or not.</summary>
    public bool LeftShort { get; private init; }

    /// <summary>What they lacked, by id in the order of the scenario; empty where that is one commodity, or
    /// more than a line holds.</summary>
    public ImmutableArray<string> Lacked { get; private init; } = [];

    /// <summary>Of what the shares are, as in <c>40 % of ...</c>.</summary>
    public string Title => LeftShort ? $"what {Whom} went without" : $"all delay in supplying {Whom}";

    /// <summary>What is told of the causes: vehicles and the loads that wait for these are held up by one
    /// thing. The greatest, and what is a twentieth at least (assumed), six at most; headline and list have the same.</summary>
    public ImmutableArray<ToldDelay> Told =>
        [.. Causes.GroupBy(one => (one.Where, one.Cause)).Select(alike => new ToldDelay([.. alike], alike.Sum(one => one.Share)))
            .OrderByDescending(one => one.Share).Where((one, i) => i == 0 || one.Share >= LeastTold).Take(MostTold)];

    /// <summary>Of all alternatives of a result, of each the same: what was lacking, where anything was in any of them.</summary>
    public static ImmutableArray<Delays> Of(ExperimentResult result)
    {
        ImmutableArray<Delays> each = [.. result.Alternatives.Select(one => Of(one))];
        return each.Any(one => one.LeftShort) ? [.. result.Alternatives.Select(one => Of(one, onlyLacking: true))] : each;
    }

    /// <summary>Of an alternative.</summary>
    /// <param name="result">Its result.</param>
    /// <param name="onlyLacking">Whether it is told of what was lacking alone; default: where anything was.</param>
    public static Delays Of(AlternativeResult result, bool onlyLacking = false)
    {
        var scenario = result.Scenario;
        var judged = result.Measures.Where(one => IsJudging(result, one)).ToArray();
        var shorts = WhoWentShort(result, judged);
        // Who the telling measure is of comes before others that went short, too: what holds up one is not what holds up the other.
        var measured = Measured(scenario);
        var groups = PeopleFirst(scenario,
            shorts.Count == 0 || (measured.Length > 0 && measured.All(shorts.Contains)) ? measured : EachOnce(scenario, shorts));
        var places = Supplied(scenario,
            [.. Needy(scenario).Where(place => groups.IsEmpty || groups.Any(group => Is(place, group))).Select(place => place.Id)]);
        var (held, all) = Sum(result.HeldUp.Where(one => places.Contains(one.For)), one => one.Lacked);
        onlyLacking |= all > 0;
        if (!onlyLacking) (held, all) = Sum(result.HeldUp.Where(one => places.Contains(one.For)), one => one.Time.TotalDays);
        if (!onlyLacking && all < Slight) held = [];
        return new(
            groups.IsEmpty
                ? "all places"
                : Words.List(
                    [.. groups.Select(group =>
                        group switch { "camps" => "the camps", "forces" => "the forces", _ => Names.Of(scenario, group) })]),
            [.. held.OrderByDescending(one => one.Sum).ThenBy(one => one.Key.Where, StringComparer.Ordinal).ThenBy(one => one.Key.Cause,
                StringComparer.Ordinal).ThenBy(one => one.Key.Awaited, StringComparer.Ordinal)
                .Select(one => new DelayCause(one.Key.Where, one.Key.Cause, one.Sum / all) { Awaited = one.Key.Awaited })],
            shorts.Count > 0 || judged.Length == 0, // Where no measure could tell, somebody may have gone short.
            all,
            scenario.SupplyLines.Where(line => places.Contains(line.To.Value)).Select(line => line.Id).ToHashSet(StringComparer.Ordinal))
        {
            IsOfNobody = !Needy(scenario).Any(),
            LeftShort = onlyLacking,
            Lacked = scenario.Commodities.Select(commodity => commodity.Id)
                .Where(id => result.RunOuts.Any(one => one.Commodity == id && places.Contains(one.Place)))
                .ToArray() is { Length: > 1 and <= MostLacked } lacked ? [.. lacked] : [],
        };
    }

    private static (((string Where, string Cause, string? Awaited) Key, double Sum)[] Held, double All) Sum(IEnumerable<HeldUp> held,
        Func<HeldUp, double> of)
    {
        var sums = held.GroupBy(one => (Where: one.Cause is "too-little" or "rations" ? "" : one.Where, one.Cause, one.Awaited))
            .Select(alike => (alike.Key, Sum: alike.Sum(of))).Where(one => one.Sum > 0).ToArray();
        return (sums, sums.Sum(one => one.Sum));
    }

    // As the measures name them, and where none is of somebody who ran out, all of his kind.
    private static HashSet<string> WhoWentShort(AlternativeResult result, MeasureEstimate[] judged)
    {
        var scenario = result.Scenario;
        var groups = judged.Where(one => IsMissed(result, one)).Select(one => Of(result, one).Of).ToHashSet(StringComparer.Ordinal);
        foreach (var place in Needy(scenario).Where(place => result.RunOuts.Any(one => one.Place == place.Id)))
            if (!groups.Any(group => Is(place, group))) groups.Add(place is Camp ? "camps" : "forces");
        return groups;
    }

    private static ImmutableArray<string> EachOnce(Scenario scenario, HashSet<string> groups) =>
        [.. groups.Where(group => !Needy(scenario).Any(place => place.Id == group && groups.Contains(place is Camp ? "camps" : "forces")))
            .Order(StringComparer.Ordinal)];

    // Days of a force and person-days do not add up.
    private static ImmutableArray<string> PeopleFirst(Scenario scenario, ImmutableArray<string> groups) =>
        groups.Where(group => scenario.Places.OfType<Camp>().Any(camp => Is(camp, group))).ToImmutableArray() is { IsEmpty: false } camps
            ? camps
            : groups;

    private static bool IsJudging(AlternativeResult result, MeasureEstimate one) =>
        one.Column.Detail is null && result.Scenario.Measures.Any(measure => measure.Id == one.Column.Measure
            && measure.Is is MeasureKind.UnmetPersonDays or MeasureKind.ConsumedPerNeed or MeasureKind.FirstTimeBelowWarning
            && Needy(result.Scenario).Any(place => Is(place, measure.Of)));

    private static bool IsMissed(AlternativeResult result, MeasureEstimate one) => Of(result, one).Is switch
    {
        MeasureKind.UnmetPersonDays => one.Estimate.Max > 0,
        MeasureKind.ConsumedPerNeed => one.Estimate.Min < 1,
        _ => one.Estimate.Happened > 0,
    };

    private static Measure Of(AlternativeResult result, MeasureEstimate one) =>
        result.Scenario.Measures.First(measure => measure.Id == one.Column.Measure);

    // Whom the measures are of that tell most; none where they are of nobody who needs anything.
    private static ImmutableArray<string> Measured(Scenario scenario)
    {
        var measures = scenario.Measures.Telling() is { } telling ? scenario.Measures.Insert(0, telling) : scenario.Measures;
        return [.. measures.Select(measure => measure.Of).Where(of => Needy(scenario).Any(place => Is(place, of))).Take(1)];
    }

    private static IEnumerable<Place> Needy(Scenario scenario) => scenario.Places.Where(place => place is Camp or Force);

    /// <summary>Whether a place is, or belongs to, what a measure is of: its id, <c>camps</c> or <c>forces</c>.</summary>
    public static bool Is(Place place, string group) => group == place.Id || group == (place is Camp ? "camps" : "forces");

    private static HashSet<string> Supplied(Scenario scenario, HashSet<string> places)
    {
        int before;
        do
        {
            before = places.Count;
            foreach (var line in scenario.SupplyLines)
                if (places.Contains(line.To.Value) && scenario[line.From.Value] is Site { Stock.IsUnlimited: false } from)
                    places.Add(from.Id);
        }
        while (places.Count > before);
        return places;
    }
}

/// <summary>A cause of delay as it is told.</summary>
/// <param name="Alike">Of vehicles and of loads that wait for these; at least one.</param>
/// <param name="Share">[share] Of all delay.</param>
internal sealed record ToldDelay(ImmutableArray<DelayCause> Alike, double Share)
{
    // What is less than a hundredth is not worth the words.
    private const double Slight = 0.01;

    /// <summary>The cause; of what is held up itself where anything is.</summary>
    public DelayCause First => Alike.FirstOrDefault(one => one.Awaited is null) ?? Alike[0];

    /// <summary>In a sentence, behind a share.</summary>
    public string Phrase(Scenario scenario)
    {
        var words = HoldUpWords.Phrase(scenario, First.Where, First.Cause, First.Awaited);
        if (First.Awaited is not null) return words;
        return Alike.Where(one => one.Awaited is not null).Sum(one => one.Share) < Slight
            ? words
            : $"{words}, and loads waiting for these vehicles";
    }
}

/// <summary>One cause of delay.</summary>
/// <param name="Where">The id of a place or route; of a fleet for <c>no-vehicle</c> and <c>departure</c>;
/// empty for <c>rations</c> and <c>too-little</c>.</param>
/// <param name="Cause">As in <see cref="HeldUp"/>.</param>
/// <param name="Share">[share] Of all that was lacking, else of all delay.</param>
internal sealed record DelayCause(string Where, string Cause, double Share)
{
    /// <summary>The id of the fleet for one of whose vehicles loads waited, which were held up so; null
    /// where it is what was held up itself.</summary>
    public string? Awaited { get; init; }

    /// <summary>Whether something was shut, or known to be.</summary>
    public bool IsClosure => Cause is "physical" or "not-ordered" or "detour";

    /// <summary>Whether nothing was ordered.</summary>
    public bool IsPause => Cause is "not-ordered" or "orders-stopped";
}
