using SupplySim.Disruptions;
using SupplySim.Quantities;

namespace SupplySim.Rules;

/// <content>What is destroyed where it lies.</content>
internal static partial class ScenarioRules
{
    private static void CheckDestruction(Review review, string path, Destruction hit)
    {
        CheckInstant(review, path, hit);
        foreach (var (key, target) in EachTarget(review, $"{path}.hit", hit.Hit, $"write the id of a depot, town, camp or force"))
            if (!review.Places.TryGet(target, out var place)) review.Find(key, review.Places, target);
            else if (place is not Site site)
                review.Add(ProblemKind.WrongKind, key, $"'{target}' is a {Review.KindOf(place)}, where nothing lies",
                    $"hit a depot, town, camp or force; a {Review.KindOf(place)} is shut by 'close'");
            else if (site.Stock.IsUnlimited)
                review.Add(key, $"the stock of '{target}' is unlimited: however much of it is destroyed, there is always enough",
                    $"give '{target}' a 'stock' that can be counted, such as 500 t, and a supply line that fills it; to stop the work "
                        + $"there write 'close'");
        if (hit.Destroys is null)
        {
            review.Add(ProblemKind.Missing, $"{path}.destroys", $"nothing says how much is destroyed", $"give 'destroys', such as 30 %");
            return;
        }
        if (hit.Destroys is { Named: null, All.Amount: { } amount })
            review.Add($"{path}.destroys", $"{amount} of what? an amount is of one commodity",
                amount.Unit == QuantityUnit.Piece && amount.Mean.Amount == 1 ? (InvariantText)$"write 100 % for all of it"
                    : $"write a share of all, such as 30 %, or name the commodity, such as {{fuel: {amount}}}");
        else ForEach(review, $"{path}.destroys", hit.Destroys, (key, portion) => CheckPortion(review, key, portion));
        foreach (var (id, portion) in hit.Destroys.Named ?? ByName<Portion>.Empty)
            if (review.Find(Review.Key($"{path}.destroys", id), review.Commodities, id) is { } commodity
                && portion.Amount is { } some && some.Unit != commodity.Unit)
                review.Add(ProblemKind.WrongKind, Review.Key($"{path}.destroys", id), $"{some}, but '{id}' is counted {UnitOf(commodity)}",
                    $"{UnitHelp(commodity)}, or a share, such as 30 %");
    }

    // It is over as it begins.
    private static void CheckInstant(Review review, string path, Destruction hit)
    {
        if (hit.While is not null)
            review.Add(ProblemKind.Idle, $"{path}.while", $"'{hit.Id}' is over in the instant in which it begins, and lasts for nothing",
                $"write 'when': each time that becomes true it comes once");
        if (hit.For is not null)
            review.Add(ProblemKind.Idle, $"{path}.for", $"'{hit.Id}' is over in the instant in which it begins",
                $"remove 'for'; how long a place is shut says a disruption that closes it");
        if (hit is { Every: null, Until: not null })
            review.Add(ProblemKind.Idle, $"{path}.until", $"'{hit.Id}' is over in the instant in which it begins",
                $"remove 'until', or write 'every' for what comes again and again up to then");
    }

    private static void CheckPortion(Review review, string path, Portion portion)
    {
        if (portion.Share is { } share) review.CheckNumber(path, share, 0, 1, "0 to 1 (0 % to 100 %)");
        if (portion.Amount is { } amount && amount.Law.Least < 0)
            review.Add(ProblemKind.OutOfRange, path, $"{amount}; it must not be negative");
    }

    // What can destroy nothing.
    private static void CautionDestructions(Review review)
    {
        foreach (var hit in review.Scenario.Disruptions.OfType<Destruction>())
        {
            var path = $"disruptions.{hit.Id}.destroys";
            if (hit.Destroys is { Named: null, All: { } all })
            {
                CautionNothing(review, path, all, $"nothing is destroyed, which changes nothing");
                foreach (var target in hit.Hit)
                    if (review.SiteOf(target) is { } site && !review.Scenario.Commodities.Any(one => MayLie(review, site, one)))
                        review.Add($"disruptions.{hit.Id}.hit", $"nothing ever lies at '{target}', so nothing is destroyed there",
                            $"give it a 'stock' or a supply line that leads there, or leave it out");
            }
            foreach (var (id, portion) in hit.Destroys.Named ?? ByName<Portion>.Empty)
            {
                var key = Review.Key(path, id);
                CautionNothing(review, key, portion, $"nothing of '{id}' is destroyed, which changes nothing");
                if (review.Commodities.TryGet(id, out var commodity)
                    && !hit.Hit.Any(target => review.SiteOf(target) is { } site && MayLie(review, site, commodity)))
                    review.Add(key, $"no '{id}' ever lies at '{string.Join("', '", hit.Hit)}', so none is destroyed",
                        $"name what lies there, or let a supply line bring it");
            }
        }
    }

    private static void CautionNothing(Review review, string path, Portion portion, InvariantText what)
    {
        if (portion is { Share: { IsFixed: true, Mean: 0 } } or { Amount: { IsFixed: true, Mean.Amount: 0 } })
            review.Add(ProblemKind.Idle, path, what, $"write how much is destroyed, such as 30 %, or leave it out");
    }

    // From the start, or because somebody brings it.
    private static bool MayLie(Review review, Site site, Commodity commodity) =>
        IsBrought(review, site, commodity) || review.NeedsAt(site).Contains(commodity)
        || (site is Force force && force.Equipment.Has(commodity.Id))
        || (site.Stock.Amounts ?? []).Any(one => one.Commodity == commodity.Id)
        || site.Stock.Times.Any(one => one.Commodity == commodity.Id)
        || (site.Stock is { Time: not null } or { Total: not null } && site is Depot)
        || review.AsOf.Any(state => state.Of?.Value == site.Id && state.Stock is not null && state.Commodity == commodity.Id);
}
