using System.Collections.Immutable;
using SupplySim.Engine;
using SupplySim.Results.Charts;
using SupplySim.Results.Text;

namespace SupplySim.Results.Pages;

/// <summary>One run at a glance: which fronts fought, what was shut, what ordered nothing and who was short, over one axis of days.
/// </summary>
internal static class GlanceFigure
{
    private const int Most = 24;

    public static void Draw(Html page, RunResult shown, Scenario scenario)
    {
        var end = SimTime.Start + scenario.Clock.Length;
        var spells = Spells.Of(Spells.Settled(shown.Story), end);
        SpellRow[] all =
        [
            .. Fronts(spells, scenario), .. Shut(spells, scenario), .. Limits(spells, scenario), .. Lines(spells, scenario),
            .. Needs(spells, scenario),
        ];
        if (all.Length == 0) return;
        var kept = all.OrderByDescending(row => Covered(row.Bars)).Take(Most).ToHashSet();
        ImmutableArray<SpellRow> rows = [.. all.Where(kept.Contains)];
        var finding = Finding(spells, scenario) + (all.Length > Most ? $" {Words.Count(all.Length - Most, "row")} with less are left out." : "");
        page.Add($"""
            <figure><div class="wide-only">{Chart("glance-wide", 900, rows)}</div>
            <div class="narrow-only">{Chart("glance-narrow", 400, rows)}</div>
            """);
        DrawKey(page, rows);
        page.Add($"<figcaption>{finding}</figcaption></figure>\n");

        Markup Chart(string id, double width, ImmutableArray<SpellRow> rows) => new SpellChart
        {
            Id = id,
            Rows = rows,
            Days = scenario.Clock.Length.TotalDays,
            AxisTitle = Dates.OfStart(scenario) is { } start ? FormattableString.Invariant($"day, from {start:d MMM yyyy}") : "day",
            Width = width,
            IsNarrow = width < 600,
        }.Draw("What held when in this run", finding);
    }

    private static IEnumerable<SpellRow> Fronts(ImmutableArray<Spell> spells, Scenario scenario) =>
        Rows(spells, scenario, id => $"front {Names.Clean(id)}", spell => spell.Kind != HappeningKind.FrontChanged ? null
            : spell.Began.Detail switch
            {
                nameof(FrontState.Fight) => SpellLook.Fight,
                nameof(FrontState.Advance) => SpellLook.Advance,
                nameof(FrontState.StandOff) or nameof(FrontState.Ceasefire) => SpellLook.Waits,
                _ => null,
            });

    private static IEnumerable<SpellRow> Shut(ImmutableArray<Spell> spells, Scenario scenario) =>
        Rows(spells, scenario, id => Names.OfPlaceOrRoute(scenario, id), spell => spell.Kind switch
        {
            HappeningKind.Closed => SpellLook.Shut,
            HappeningKind.ClosedFor => SpellLook.ShutForSome,
            _ => null,
        });

    private static IEnumerable<SpellRow> Limits(ImmutableArray<Spell> spells, Scenario scenario) =>
        Rows(spells, scenario, Names.Clean, spell => spell.Kind == HappeningKind.DisruptionBegan
            && scenario.Disruptions.Any(one => one.Id == spell.Subject && Restrained.IsOfCrossings(one)) ? SpellLook.ShutForSome : null);

    // Camps first.
    private static IEnumerable<SpellRow> Needs(ImmutableArray<Spell> spells, Scenario scenario) =>
        Rows([.. spells.OrderBy(spell => scenario.Places.Any(place => place.Id == spell.Subject && place is Force))], scenario,
            id => Names.OfPlaceOrRoute(scenario, id), spell => spell.Kind switch
            {
                HappeningKind.RanShort => SpellLook.Short,
                HappeningKind.RanOut => SpellLook.Out,
                _ => null,
            });

    // Lines that order nothing at the same times, as those past one crossing do, are one row.
    private static IEnumerable<SpellRow> Lines(ImmutableArray<Spell> spells, Scenario scenario) =>
        Rows(spells, scenario, id => id, spell => spell.Kind == HappeningKind.Paused ? SpellLook.Paused : null)
            .GroupBy(row => string.Join(' ', row.Bars.Select(bar => FormattableString.Invariant($"{bar.From}-{bar.Until}"))))
            .Select(alike => new SpellRow(alike.Count() == 1
                ? $"orders of {Names.Clean(alike.First().Name)}" : $"orders of {alike.Count()} lines", alike.First().Bars));

    // Of what is worse the bars lie on those of what is less bad.
    private static IEnumerable<SpellRow> Rows(
        ImmutableArray<Spell> spells, Scenario scenario, Func<string, string> name, Func<Spell, SpellLook?> look) =>
        spells.Where(spell => look(spell) is not null).GroupBy(spell => spell.Subject).Select(group => new SpellRow(name(group.Key),
            [.. group.Select(spell => Bar(spell, look(spell)!.Value, scenario)).OrderBy(bar => bar.Look)]));

    private static SpellBar Bar(Spell spell, SpellLook look, Scenario scenario) =>
        new(look, Day(spell.From), Day(spell.Until),
            $"{Words.Sentence(Dates.Of(spell.From, scenario))}, for {Figure.Seen(spell.Lasted.TotalDays, Scale.Plain)} d: "
            + StoryWords.Sentence(spell.Began, scenario));

    private static void DrawKey(Html page, ImmutableArray<SpellRow> rows)
    {
        page.Add($"<ul class=\"key\">");
        foreach (var looks in rows.SelectMany(row => row.Bars.Select(bar => bar.Look)).Distinct().OrderDescending()
            .GroupBy(look => (SpellChart.Role(look), SpellChart.Height(look))))
        {
            var height = 14 * looks.Key.Item2;
            page.Add($"""<li><svg viewBox="0 0 24 24" width="24" height="24" aria-hidden="true"><rect class="f-{looks.Key.Item1}" """);
            page.Add($"""x="2" y="{12 - height / 2:0.#}" width="20" height="{height:0.#}"/></svg> """);
            page.Add($"{string.Join("; ", looks.Select(Meaning))}</li>");
        }
        page.Add($"</ul>\n");
    }

    private static string Meaning(SpellLook look) => look switch
    {
        SpellLook.Fight => "fighting",
        SpellLook.Out => "something has run out",
        SpellLook.Shut => "shut",
        SpellLook.ShutForSome => "shut to some, slowed or limited",
        SpellLook.Short => "below its warning level",
        SpellLook.Waits => "both sides wait",
        SpellLook.Paused => "nothing is ordered",
        _ => "the attacker advances",
    };

    private static string Finding(ImmutableArray<Spell> spells, Scenario scenario)
    {
        var (shut, out_, low) = (Longest(HappeningKind.Closed), Longest(HappeningKind.RanOut), Longest(HappeningKind.RanShort));
        string[] parts =
        [
            .. shut is { } crossing ? [$"{Called(crossing)} was shut for {crossing.Days} d in all"]
                : Longest(HappeningKind.ClosedFor) is { } partly
                    ? [$"{Called(partly)} was shut to some, or for some work, for {partly.Days} d in all"]
                : Array.Empty<string>(),
            .. out_ is { } gone ? [$"{Called(gone)} was out of something for {gone.Days} d"]
                : low is { } below ? [$"{Called(below)} was below its warning level for {below.Days} d"] : Array.Empty<string>(),
        ];
        return parts.Length == 0 ? "Nothing was shut and nobody ran short." : $"Longest in this run: {string.Join("; ", parts)}.";

        (string Id, string Days)? Longest(HappeningKind kind) => spells.Where(spell => spell.Kind == kind).GroupBy(spell => spell.Subject)
            .Select(group => (group.Key, Lasted: Covered([.. group.Select(one => Bar(one, SpellLook.Out, scenario))])))
            .OrderByDescending(one => one.Lasted).Select(one => ((string, string)?)(one.Key, Figure.Seen(one.Lasted, Scale.Plain)))
            .FirstOrDefault();

        string Called((string Id, string Days) one) => Names.OfPlaceOrRoute(scenario, one.Id);
    }

    // [d] That any of them covers.
    private static double Covered(IEnumerable<SpellBar> bars)
    {
        var (covered, until) = (0.0, double.NegativeInfinity);
        foreach (var bar in bars.OrderBy(bar => bar.From))
        {
            covered += Math.Max(0, bar.Until - Math.Max(bar.From, until));
            until = Math.Max(until, bar.Until);
        }
        return covered;
    }

    private static double Day(SimTime at) => (at - SimTime.Start).TotalDays;
}
