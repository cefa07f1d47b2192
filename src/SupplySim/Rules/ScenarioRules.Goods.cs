using NodaTime;
using System.Text.RegularExpressions;
using SupplySim.Quantities;

namespace SupplySim.Rules;

/// <content>The head of a scenario, and what is moved by and for whom.</content>
internal static partial class ScenarioRules
{
    private const int FirstYear = 1000;
    private const int LastYear = 9000;

    private static void CheckHead(Review review)
    {
        var (scenario, clock) = (review.Scenario, review.Scenario.Clock);
        if (string.IsNullOrWhiteSpace(scenario.Title))
            review.Add(ProblemKind.Missing, "title", $"it is empty", $"say in a line what the scenario is about");
        review.CheckNames("sources", scenario.Sources);
        if (clock.Start.Year is < FirstYear or > LastYear)
            review.Add(ProblemKind.OutOfRange, "clock.start", $"the year {clock.Start.Year}; allowed: {FirstYear} to {LastYear}");
        review.CheckPositiveTime("clock.length", clock.Length);
        CheckZone(review, "clock.zone", clock.Zone);
        review.CheckDuration("defaults.loading", scenario.Defaults.Loading);
        review.CheckDuration("defaults.unloading", scenario.Defaults.Unloading);
        if (scenario.Defaults.Daylight.IsNever && UsesDaylight(scenario) is { } user)
            review.Add(ProblemKind.Missing, "defaults.daylight", $"it is never light, and {user} moves by daylight alone",
                $"give hours, such as 06:00-18:00");
    }

    private static void CheckZone(Review review, string path, string zone) =>
        review.Find(path, TimeZones, zone);

    private static void CheckMoment(Review review, string path, Moment moment)
    {
        if (moment.SinceStart < TimeSpan.Zero || moment.SinceStart > Longest)
            review.Add(ProblemKind.OutOfRange, path, $"{moment}; allowed: day 0 to 100 years after the start");
    }

    private static void CheckCommodities(Review review)
    {
        var ids = new Section(review, "commodities");
        foreach (var commodity in review.Scenario.Commodities)
        {
            var path = ids.Enter(commodity.Id);
            if (commodity.PerPerson is { } ration) review.CheckRate($"{path}.per-person", ration, commodity);
            review.CheckNumber($"{path}.local-share", commodity.LocalShare, 0, 1, "0 to 1 (0 % to 100 %)");
            if (commodity.Weight is { } weight) review.CheckMass($"{path}.weight", weight);
            else if (commodity.Unit == QuantityUnit.Piece)
                review.Add(ProblemKind.Missing, path, $"'{commodity.Id}' is counted in pieces and has no weight",
                    $"give the mass of one piece as 'weight', such as 22 t");
            if (commodity.Hazard is not null) review.CheckId($"{path}.hazard", commodity.Hazard);
            review.CheckSource(path, commodity.Source);
        }
    }

    private static void CheckParties(Review review)
    {
        var ids = new Section(review, "parties");
        foreach (var party in review.Scenario.Parties)
        {
            var path = ids.Enter(party.Id);
            if (party.Strength is { } strength) review.CheckAtLeast($"{path}.strength", strength, 0, "people");
            review.CheckNames($"{path}.equipment", party.Equipment);
            foreach (var (type, pieces) in party.Equipment)
                review.CheckAtLeast(Review.Key($"{path}.equipment", type), pieces, 0, "pieces");
            review.CheckSource(path, party.Source);
        }
    }

    /// <summary>A level of stock at a place.</summary>
    /// <param name="review">Where problems go.</param>
    /// <param name="path">Of the level.</param>
    /// <param name="level">Not unlimited.</param>
    /// <param name="at">Whose need days of supply are days of.</param>
    /// <param name="goods">Among which a bare amount is split, and whose days are meant.</param>
    /// <param name="onlyGoods">Whether other commodities may not be named.</param>
    private static void CheckLevel(
        Review review, string path, Supply level, Site at, IReadOnlyCollection<Commodity> goods, bool onlyGoods)
    {
        if (onlyGoods && !level.IsFixed)
            review.Add(path, $"{level}: how much is ordered, and when, somebody decides who knows it",
                $"write one level, or an alternative for each; unknown may be what lies somewhere at the start, its 'stock'");
        if (level.Time is { } time) CheckDaysOfSupply(review, path, time, level.IsFixed ? Text(time) : level.ToString(), at, goods);
        else if (level.Total is { } total) CheckTotal(review, path, total, level.Written(total), at, goods);
        else CheckByCommodity(review, path, level, at, goods, onlyGoods);
    }

    private static void CheckByCommodity(
        Review review, string path, Supply level, Site at, IReadOnlyCollection<Commodity> goods, bool onlyGoods)
    {
        foreach (var id in (level.Amounts ?? []).Select(one => one.Commodity).Concat(level.Times.Select(one => one.Commodity)))
        {
            var key = Review.Key(path, id);
            if (review.Find(key, review.Commodities, id) is not { } commodity) continue;
            if (level.For(id) is { Time: { } time } days)
                CheckDaysOfSupply(review, key, time, days.IsFixed ? Text(time) : $"{days}", at, [commodity]);
            else
            {
                var amount = level.Amounts!.Value.First(one => one.Commodity == id).Amount;
                review.CheckAmount(key, amount, commodity, level.Written(amount, id));
            }
            if (onlyGoods && !goods.Contains(commodity)) review.Add(key, $"the line does not carry '{id}'", $"it carries {Listed(goods)}");
        }
    }

    private static void CheckDaysOfSupply(
        Review review, string path, TimeSpan time, string written, Site at, IReadOnlyCollection<Commodity> goods)
    {
        review.CheckTime(path, time);
        var needed = review.NeedsAt(at).ToHashSet();
        if (needed.Count == 0)
            review.Add(path, $"{written} of supply, but '{at.Id}' needs nothing that could be counted in days",
                $"write amounts, such as {{food: 50 t}}");
        else if (goods.FirstOrDefault(commodity => !needed.Contains(commodity)) is { } other)
            review.Add(path, $"{written} of supply, but '{at.Id}' needs no '{other.Id}'",
                $"write amounts by commodity");
    }

    // One bare amount is split in proportion to what a person needs of each.
    private static void CheckTotal(
        Review review, string path, Quantity total, string written, Site? at, IReadOnlyCollection<Commodity> goods)
    {
        if (goods.Count == 0)
            review.Add(ProblemKind.Missing, path, $"{written} of what?", $"write amounts by commodity, such as {{food: {total}}}");
        foreach (var commodity in goods)
            if (commodity.Unit != total.Unit)
            {
                var inDays = total.Unit == QuantityUnit.Piece && at is not null && review.NeedsAt(at).Any()
                    ? $"write days of supply, {InDays(written)}, or "
                    : "";
                review.CheckAmount(path, total, commodity, written, goods.Any(other => other.Unit != commodity.Unit)
                    ? $"{inDays}write how much of each: {{{string.Join(", ", goods.Select(each => $"{each.Id}: {AnAmount(each)}"))}}}"
                    : inDays + UnitHelp(commodity));
                return;
            }
        if (goods.Count > 1 && goods.FirstOrDefault(commodity => commodity.PerPerson is null) is { } unsplit)
            review.Add(ProblemKind.Missing, path,
                $"{written} cannot be split among {Listed(goods)}: nobody says what a person needs of '{unsplit.Id}'",
                $"write amounts by commodity, or give '{unsplit.Id}' a 'per-person'");
        else if (goods.FirstOrDefault() is { } any) review.CheckAmount(path, total, any, written);
    }

    private static string AnAmount(Commodity commodity) => commodity.Unit switch
    {
        QuantityUnit.Gram => "66 t",
        QuantityUnit.Millilitre => "800 l",
        _ => "20",
    };

    // Every figure with the unit that it lacks: of 2 and of unknown(2, 6), not of a law with a shape.
    private static string InDays(string written) =>
        written.Contains('=', StringComparison.Ordinal) ? "such as 6 d" : Figure().Replace(written, "$0 d");

    [GeneratedRegex(@"\d(?:[\d .]*\d)?")]
    private static partial Regex Figure();

    private static string Listed(IEnumerable<Commodity> goods) => string.Join(", ", goods.Select(commodity => commodity.Id));

    private static readonly Register<string> TimeZones =
        new("the tz database", "time zone", DateTimeZoneProviders.Tzdb.Ids.Select(id => (id, id)));
}
