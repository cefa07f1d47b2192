using SupplySim.Quantities;

namespace SupplySim.Rules;

/// <content>What is done beyond the lanes of a crossing: secondary searches and transshipment.</content>
internal static partial class ScenarioRules
{
    private static void CheckSecondary(Review review, string path, SecondarySearch search)
    {
        ForEach(review, $"{path}.share", search.Share, review.CheckShare);
        ForEach(review, $"{path}.takes", search.Takes, review.CheckDuration);
        foreach (var (key, names) in (ReadOnlySpan<(string, IEnumerable<string>)>)[("share", Names(search.Share)),
            ("takes", Names(search.Takes))])
            foreach (var traffic in names)
                if (traffic != Empty) CheckTraffic(review, Review.Key($"{path}.{key}", traffic), traffic);
        if (search.Takes.Named is { } named)
            foreach (var traffic in SearchedOf(review, search).Where(traffic => !IsTimed(review, named, traffic)))
                review.Add(ProblemKind.Missing, $"{path}.takes", $"'{traffic}' is searched, and nothing says for how long",
                    $"add '{traffic}: 1 h'");
        if (search.Bays is { } bays) review.CheckAtLeast($"{path}.bays", bays, 1, "bays");

        static IEnumerable<string> Names<T>(Each<T> each) => each.Named?.Select(entry => entry.Name) ?? [];
    }

    // Empty vehicles are searched for as long as laden ones of their traffic where nothing else is said.
    private static bool IsTimed(Review review, ByName<Quantities.Duration> takes, string traffic) => takes.Has(traffic)
        || (traffic == Empty && review.Scenario.Fleets.All(fleet => fleet.Mode == Mode.Air || takes.Has(fleet.Traffic)));

    private static IEnumerable<string> SearchedOf(Review review, SecondarySearch search) => search.Share.Named is { } named
        ? named.Where(entry => entry.Value > 0).Select(entry => entry.Name)
        : search.Share.All > 0 ? review.Scenario.Fleets.Where(fleet => fleet.Mode == Mode.Road).Select(fleet => fleet.Traffic).Distinct()
        : [];

    private static void CheckTransshipment(Review review, string path, Crossing crossing, Transshipment exchange)
    {
        review.CheckDuration($"{path}.takes", exchange.Takes);
        review.CheckAtLeast($"{path}.docks", exchange.Docks, 1, "docks");
        if (review.Find($"{path}.onto", review.Fleets, exchange.Onto) is not { } onto) return;
        if (onto.Mode != Mode.Road || onto.Through is not null)
            review.Add(ProblemKind.WrongKind, $"{path}.onto",
                $"loads cannot go onto '{onto.Id}': only an own fleet on the road can take them on");
        else if (onto.Convoy?.Escort is not null)
            review.Add($"{path}.onto", $"'{onto.Id}' moves with escorts, which gather at a base and not at a crossing",
                $"name a fleet without 'escort'");
        else if (onto.Base is { } id && review.SiteOf(id) is { } home)
            CheckFarBank(review, $"{path}.onto", crossing, onto, home);
    }

    // What stands at the far bank must be able to come, to go on with what is brought, and to return.
    private static void CheckFarBank(Review review, string path, Crossing crossing, Fleet onto, Site home)
    {
        if (!Leads(home, crossing, Review.LightestOf(onto)))
        {
            review.Add(ProblemKind.DoesNotFit, path, $"'{onto.Id}' cannot get from its base '{home.Id}' to '{crossing.Id}'",
                $"add routes, or lighten its vehicles");
            return;
        }
        foreach (var (line, bringer, to) in review.Demands.ExchangedAt(crossing))
        {
            if (!Leads(crossing, to, onto.Heaviest))
                review.Add(ProblemKind.DoesNotFit, path,
                    $"'{onto.Id}' cannot get from '{crossing.Id}' to '{to.Id}', where supply line '{line.Id}' leads",
                    $"add routes, or lighten its vehicles");
            else if (!Leads(to, home, Review.LightestOf(onto)))
                review.Add(ProblemKind.Missing, path, $"'{onto.Id}' cannot get back from '{to.Id}' to its base '{home.Id}'",
                    $"add a route back, or remove a 'one-way'");
            if (onto.Carries < bringer.Carries)
                review.Add(path,
                    $"one of '{onto.Id}' carries {onto.Carries}, less than the {bringer.Carries} that one of '{bringer.Id}' brings",
                    $"let '{bringer.Id}' carry no more: a load goes from one truck onto one truck");
        }

        bool Leads(Place from, Place to, Mass? gross) => review.Roads.Leads(from, to, gross) && review.Roads.Leads(from, to, null, onto);
    }
}
