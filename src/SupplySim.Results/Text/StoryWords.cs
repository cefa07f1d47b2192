using System.Collections.Immutable;
using System.Globalization;
using SupplySim.Disruptions;

namespace SupplySim.Results.Text;

/// <summary>What happened, in sentences without a full stop.</summary>
internal static class StoryWords
{
    private const int MostNamed = 3;

    /// <summary>What two happenings of one kind and one instant have in common where they are told in one
    /// sentence; null for what is told alone.</summary>
    public static string? Alike(Happening happening, Scenario scenario) => happening.Kind switch
    {
        HappeningKind.RanOut or HappeningKind.SuppliedAgain or HappeningKind.Lost => happening.Subject,
        HappeningKind.RanShort or HappeningKind.NoLongerShort or HappeningKind.Opened or HappeningKind.Resumed
            or HappeningKind.Reachable => "",
        HappeningKind.Closed => happening.Detail ?? "",
        HappeningKind.ClosedFor or HappeningKind.OpenedFor => $"{IsSite(happening.Subject, scenario)}: {happening.Detail}",
        HappeningKind.Paused or HappeningKind.Unreachable => happening.Detail ?? "",
        HappeningKind.Stranded or HappeningKind.NoFuel => $"{happening.Subject}: {happening.Detail}",
        _ => null,
    };

    /// <summary>How long spells that began together lasted, to stand behind a verb: <c> for 3.9 d</c>; nothing for none.</summary>
    public static string Lasting(ImmutableArray<Spell> spells)
    {
        if (spells.IsEmpty) return "";
        var (least, most) = (Days(spells.Min(spell => spell.Lasted)), Days(spells.Max(spell => spell.Lasted)));
        return spells.All(spell => spell.Ended is null) ? " to the end"
            : spells.Any(spell => spell.Ended is null) ? $" for {least} d or longer"
            : least == most ? $" for {most} d" : $" for up to {most} d";

        static string Days(TimeSpan lasted) => Figure.Seen(lasted.TotalDays, Scale.Plain);
    }

    /// <summary>Of what came again and again, to stand behind its first sentence: <c>, for the first of 9 times, 42 d in all</c>.</summary>
    public static string Recurring(ImmutableArray<Spell> turns)
    {
        var days = turns.Sum(turn => turn.Lasted.TotalDays);
        return $", for the first of {Words.Number(turns.Length)} times{(days > 0 ? $", {Figure.Seen(days, Scale.Plain)} d in all" : "")}";
    }

    /// <summary>Happenings that are alike in one sentence.</summary>
    /// <param name="alike">At least one.</param>
    /// <param name="scenario">Where they happened.</param>
    /// <param name="lasting">How long, as <see cref="Lasting"/> has it. Default: it is not told.</param>
    public static string Sentence(IReadOnlyList<Happening> alike, Scenario scenario, string lasting = "")
    {
        var first = alike[0];
        if (alike.All(one => one == first with { At = one.At })) return Sentence(first, scenario, lasting);
        var who = Words.Sentence(first.Kind is HappeningKind.Paused or HappeningKind.Resumed
            ? "supply lines " + Several([.. alike.Select(one => Names.Clean(one.Subject))])
            : Several([.. Names.Subjects(scenario, [.. alike.Select(one => one.Subject)])]));
        var what = Several([.. alike.Select(one => Names.Of(scenario, one.Detail ?? "something"))]);
        var detail = first.Detail is { } text ? Names.Clean(text) : "";
        return first.Kind switch
        {
            HappeningKind.RanOut => $"{Words.Sentence(Names.Subject(scenario, first.Subject))} runs out of {what}{lasting}",
            HappeningKind.SuppliedAgain => $"{Words.Sentence(Names.Subject(scenario, first.Subject))} has {what} again",
            HappeningKind.Lost => $"{Words.Sentence(Names.Subject(scenario, first.Subject))}: {what} lost",
            HappeningKind.RanShort => $"{who} fall below their warning levels{lasting}",
            HappeningKind.NoLongerShort => $"{who} are above their warning levels again",
            HappeningKind.Closed => $"{who} are shut: {detail}",
            HappeningKind.Opened => $"{who} are open again",
            HappeningKind.ClosedFor or HappeningKind.OpenedFor =>
                Partly(first, scenario, who, "are", Several([.. alike.Select(one => Names.Of(scenario, one.Subject))])),
            HappeningKind.Paused => $"{who} order nothing{lasting}: {Pause(detail, scenario)}",
            HappeningKind.Resumed => $"{who} order again",
            HappeningKind.Unreachable => $"{who}: {detail} cannot be reached, so nobody is cleared",
            _ => $"{who}: those who clear can be reached again",
        };
    }

    private static string Several(string[] names) =>
        Words.List(names.Length <= MostNamed + 1 ? names : [.. names.Take(MostNamed), $"{names.Length - MostNamed} more"]);

    /// <summary>A happening as a sentence, without a full stop.</summary>
    /// <param name="happening">What happened.</param>
    /// <param name="scenario">Where.</param>
    /// <param name="lasting">How long, as <see cref="Lasting"/> has it. Default: it is not told.</param>
    public static string Sentence(Happening happening, Scenario scenario, string lasting = "")
    {
        var who = Words.Sentence(Names.Subject(scenario, happening.Subject));
        var detail = happening.Detail is { } text ? Names.Clean(text) : "";
        var because = detail.Length > 0 ? ": " + detail : "";
        return happening.Kind switch
        {
            HappeningKind.Unreachable => $"{who}: {detail} cannot be reached, so nobody is cleared",
            HappeningKind.Reachable => $"{who}: those who clear can be reached again",
            HappeningKind.Refused when detail.Split(", ", 2) is [var channel, var column] =>
                $"{who}: {channel} refuses to clear {column}, and is asked again",
            HappeningKind.NoMoreCleared =>
                $"{who}: {Words.Count(long.Parse(detail, CultureInfo.InvariantCulture), "vehicle")} cleared in a day, and more ask",
            HappeningKind.AllCleared => $"{who}: all who ask are cleared again",
            HappeningKind.Paused => $"{who} orders nothing{lasting}: {Pause(detail, scenario)}",
            HappeningKind.DisruptionEnded when Stopped(happening.Subject, scenario) is { } stopped =>
                $"{who} no longer stops {stopped}{(detail.Length > 0 ? " at " + Names.Of(scenario, detail) : "")}",
            HappeningKind.DisruptionEnded => detail.Length > 0 ? $"{who} no longer shuts {Names.Of(scenario, detail)}" : $"{who} ends",
            HappeningKind.Slowed =>
                $"{Words.Sentence(scenario.Routes.Any(one => one.Id == happening.Subject) ? Names.OfPlaceOrRoute(scenario, happening.Subject) : Names.Subject(scenario, happening.Subject))} is "
                    + $"passed more slowly{By(detail, scenario)}",
            HappeningKind.HeldBack => $"Vehicles of {Names.Clean(happening.Subject)} are kept from leaving{because}",
            HappeningKind.TakenAway => $"Vehicles of {Names.Clean(happening.Subject)} are wanted elsewhere{because}",
            HappeningKind.Resumed => $"{who} orders again",
            HappeningKind.Captured => $"{who} is captured{(detail.Length > 0 ? " by " + detail : "")}",
            HappeningKind.RanShort => $"{who} falls below its warning level{lasting}",
            HappeningKind.RanOut => $"{who} runs out of {(detail.Length > 0 ? Names.Of(scenario, detail) : "something")}{lasting}",
            HappeningKind.SuppliedAgain => $"{who} has {Names.Of(scenario, detail)} again",
            HappeningKind.Closed => $"{who} is shut{because}",
            HappeningKind.Opened => $"{who} is open again",
            HappeningKind.ClosedFor or HappeningKind.OpenedFor =>
                Partly(happening, scenario, who, "is", Names.Of(scenario, happening.Subject)),
            HappeningKind.FrontChanged => $"Front {Names.Clean(happening.Subject)}: {State(detail)}",
            HappeningKind.Offered => $"Front {Names.Clean(happening.Subject)}: an offer is {detail}",
            HappeningKind.Renewed => $"Front {Names.Clean(happening.Subject)}: the ceasefire is renewed",
            HappeningKind.Claimed => $"{who}: the other side claims {detail}",
            HappeningKind.NoLongerShort => $"{who} is above its warning level again",
            HappeningKind.Reported when detail.StartsWith("taken back", StringComparison.Ordinal) =>
                $"What was said of {Names.Of(scenario, happening.Subject)} is {detail}",
            HappeningKind.Reported => $"{who} is said to be {detail}",
            HappeningKind.RepairBegan => $"A crew begins to repair what {Names.Clean(happening.Subject)} has damaged{because}",
            HappeningKind.Dispersed => $"{detail} leaves the queue at {Names.Of(scenario, happening.Subject)} with its load",
            HappeningKind.RationChanged => $"Rations at {Names.Of(scenario, happening.Subject)}{because}",
            HappeningKind.Attacked => $"{who} attacked: {detail}",
            HappeningKind.Destroyed => Destroyed(who, detail, scenario),
            HappeningKind.Lost => $"{who}: {(detail.Length > 0 ? detail : "vehicles or goods")} lost",
            HappeningKind.NoFuel => NoFuel(happening, scenario),
            HappeningKind.DisruptionBegan => $"{who} begins{(detail.Length > 0 ? ": " + Effect(detail, scenario) : "")}",
            _ => $"No way left for {Names.Subject(scenario, happening.Subject)}{because}",
        };
    }

    // What a disruption does and to which: "slows old-bridge, mill - old-bridge", by their names.
    private static string Effect(string detail, Scenario scenario) => detail.Split(' ', 2) is [var does, var to]
        ? $"{does} {Several([.. to.Split(", ").Select(id => Names.OfPlaceOrRoute(scenario, id))])}"
        : detail;

    // By what, and what of it is gone: "rockets: 30 t ammunition".
    private static string Destroyed(string who, string detail, Scenario scenario) => detail.Split(": ", 2) is [var by, { Length: > 0 } what]
        ? $"{who} is hit by {Names.Subject(scenario, by)}: {what} destroyed"
        : $"{who} is hit by {Names.Subject(scenario, detail.Split(':')[0])}: there is nothing to destroy";

    // Which and where: "diesel at depot".
    private static string NoFuel(Happening happening, Scenario scenario) => happening.Detail?.Split(" at ", 2) is [var fuel, var place]
        ? $"Too little {Names.Of(scenario, fuel)} at {Names.Of(scenario, place)} for {Names.Subject(scenario, happening.Subject)} to set out"
        : $"Too little fuel for {Names.Subject(scenario, happening.Subject)} to set out";

    // What is blamed is the id, and behind it in brackets why where that is said.
    private static string By(string blamed, Scenario scenario) => blamed.Split(' ', 2) is var parts && blamed.Length == 0 ? ""
        : $" by {Names.Subject(scenario, parts[0])}{(parts.Length > 1 ? " " + parts[1] : "")}";

    // To some traffic at a crossing or route; at a place with docks flights, or some of the work there,
    // which shuts nothing to those who only pass.
    private static string Partly(Happening happening, Scenario scenario, string who, string verb, string where)
    {
        var halves = Names.Clean(happening.Detail ?? "").Split(": ", 2);
        var (what, because, isShut) = (halves[0], halves.Length > 1 ? ": " + halves[1] : "", happening.Kind == HappeningKind.ClosedFor);
        var isMany = what.StartsWith("flights", StringComparison.Ordinal) || what.Contains(" and ", StringComparison.Ordinal);
        return (isShut, IsSite(happening.Subject, scenario)) switch
        {
            (true, true) when what.StartsWith("flights", StringComparison.Ordinal) => $"No {what} at {where}{because}",
            (true, true) => $"{Words.Sentence(what)} at {where} {(isMany ? "are" : "is")} stopped{because}",
            (false, true) => $"{Words.Sentence(what)} at {where} {(isMany ? "go" : "goes")} on",
            (true, false) => $"{who} {verb} shut for {what}{because}",
            (false, false) => $"{who} {verb} open again for {what}",
        };
    }

    private static bool IsSite(string subject, Scenario scenario) => scenario.Places.Any(place => place is Site && place.Id == subject);

    // The work at a place that a closure stops, which shuts nothing to those who only pass: "ordering and unloading". Null where it shuts.
    private static string? Stopped(string blamed, Scenario scenario) =>
        scenario.Disruptions.OfType<Closure>().FirstOrDefault(one => one.Id == blamed.Split(' ')[0]) is { Stops.IsEmpty: false } closure
            ? Words.List(
                [.. closure.Stops.Select(work =>
                    work == SiteWork.Orders ? "ordering" : work == SiteWork.Loading ? "loading" : "unloading")])
            : null;

    private static string Pause(string detail, Scenario scenario) => detail.Length == 0 ? "no way is known"
        : scenario.SupplyLines.Any(line => line.To.Value == detail) ? $"orders are stopped at {Names.Of(scenario, detail)}"
        : $"{Names.OfPlaceOrRoute(scenario, detail)} is known to {Names.HowShut(scenario, detail)}";

    private static string State(string detail) => Enum.TryParse<FrontState>(detail, out var state)
        ? state switch
        {
            FrontState.Advance => "the attacker advances",
            FrontState.StandOff => "both sides face each other and wait",
            FrontState.StepDown => "the defender leaves without a fight",
            FrontState.Fight => "fighting breaks out",
            FrontState.Ceasefire => "a ceasefire is agreed",
            FrontState.Withdrawal => "the attacker gives up",
            FrontState.Ended => "it is over",
            _ => "it has not set out",
        }
        : Names.Clean(detail);
}
