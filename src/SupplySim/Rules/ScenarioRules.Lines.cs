using System.Collections.Immutable;
using SupplySim.Quantities;

namespace SupplySim.Rules;

/// <content>Supply lines.</content>
internal static partial class ScenarioRules
{
    private const int MostOrders = 1_000_000;

    private static void CheckLines(Review review)
    {
        var ids = new Section(review, "supply-lines");
        foreach (var line in review.Scenario.SupplyLines)
        {
            var path = ids.Enter(line.Id);
            var origin = review.Find<Site>($"{path}.from", line.From, $"goods are loaded at a town, depot, camp or force");
            var destination = review.Find<Site>($"{path}.to", line.To, $"goods are unloaded at a town, depot, camp or force");
            var fleet = review.Find($"{path}.by", review.Fleets, line.By);
            if (fleet is { Through: not null })
                review.Add(ProblemKind.WrongKind, $"{path}.by",
                    $"'{fleet.Id}' are strangers who merely pass '{fleet.Through}'; they carry nothing for others",
                    $"name an own fleet");
            CheckNamedGoods(review, path, line, fleet);
            if (origin is not null && destination is not null && fleet is { Through: null })
                CheckHaul(review, path, new Haul(line, fleet, origin, destination, GoodsOf(review, line, fleet, destination))
                {
                    Distance = DistanceOf(review, fleet, origin, destination),
                });
            CheckTimes(review, path, line);
        }
    }

    // A supply line whose names all exist, and what it carries.
    private sealed record Haul(SupplyLine Line, Fleet Fleet, Site From, Site To, ImmutableArray<Commodity> Goods)
    {
        /// <summary>By air, between two refuellings; null by road, and where no air route leads there.</summary>
        public Distance? Distance { get; init; }

        /// <summary>What one vehicle takes; null where nothing says so.</summary>
        public Mass? Payload => Distance is { } distance ? Fleet.Payload(distance) : Fleet.Carries;
    }

    private static Distance? DistanceOf(Review review, Fleet fleet, Site from, Site to) =>
        fleet.Mode == Mode.Air && from.Airfield is { } here && to.Airfield is { } there && review.Demands.Airway(from, to) is { } length
            ? Airfield.BetweenRefuellings(here, there, length)
            : null;

    // All that the destination needs where nothing is named; by air all of it that these aircraft can carry.
    private static ImmutableArray<Commodity> GoodsOf(Review review, SupplyLine line, Fleet fleet, Site to) =>
        line.Commodities.IsEmpty
        ? [.. review.NeedsAt(to).Where(commodity => fleet.Mode != Mode.Air || Aircraft.WhyNot(fleet, commodity) is null)]
        : [.. review.Scenario.Commodities
            .Where(commodity => line.Commodities.Contains(commodity.Id)).DistinctBy(commodity => commodity.Id)];

    private static void CheckNamedGoods(Review review, string path, SupplyLine line, Fleet? fleet)
    {
        for (var i = 0; i < line.Commodities.Length; i++)
        {
            var key = $"{path}.commodities[{i}]";
            var commodity = review.Find(key, review.Commodities, line.Commodities[i]);
            if (line.Commodities.IndexOf(line.Commodities[i]) < i)
                review.Add(ProblemKind.Twice, key, $"'{line.Commodities[i]}' is named twice");
            else if (commodity is { CanFly: false } && fleet is { Mode: Mode.Air })
                review.Add(ProblemKind.DoesNotFit, key, $"'{commodity.Id}' cannot fly, and '{fleet.Id}' are aircraft",
                    $"send it by road, or set its 'can-fly'");
            else if (commodity is not null && fleet is { Mode: Mode.Air } && Aircraft.WhyNot(fleet, commodity) is { } why)
                review.Add(ProblemKind.DoesNotFit, key, $"'{fleet.Id}' cannot carry '{commodity.Id}': {why}",
                    commodity.Hazard is { } hazard && !(fleet.Aircraft?.Hazards ?? []).Contains(hazard)
                        ? $"name '{hazard}' among its 'aircraft: {{hazards: [...]}}' if it may, or send it by road"
                        : $"use aircraft of another type, or send it by road");
        }
    }

    private static void CheckHaul(Review review, string path, Haul haul)
    {
        var (line, fleet) = (haul.Line, haul.Fleet);
        if (haul.From == haul.To)
            review.Add($"{path}.to", $"it leads from '{line.From}' to itself", $"give it two different ends");
        else if (fleet.Mode == Mode.Air) CheckFlight(review, path, haul);
        else CheckDrive(review, path, haul);
        if (fleet.Base is { } home && line.From != home && !fleet.WorksFrom.Contains(line.From))
            review.Add(ProblemKind.DoesNotFit, $"{path}.from",
                $"'{fleet.Id}' works from {string.Join(", ", fleet.WorksFrom.Prepend(home).Distinct())}, not from '{line.From}'",
                $"add '{line.From}' to its 'works-from'");
        if (line.Commodities.IsEmpty && haul.Goods.IsEmpty)
            review.Add($"{path}.to",
                $"'{line.To}' needs nothing{(fleet.Mode == Mode.Air ? " that can fly" : "")}, and no 'commodities' are named",
                haul.To is Depot
                    ? $"name what is carried, and order it by amounts, such as 'when-below: {{food: 50 t}}': nobody eats there, so there "
                        + $"are no days of supply"
                    : $"name what is carried");
        CheckAlternates(review, path, haul);
        CheckLoads(review, path, haul);
        CheckOrders(review, path, haul);
    }

    private static void CheckDrive(Review review, string path, Haul haul)
    {
        if (!review.Roads.Leads(haul.From, haul.To))
        {
            var (gap, help) = review.Roads.GapBetween(haul.From, haul.To);
            review.Add(ProblemKind.DoesNotFit, $"{path}.to", $"no road leads from '{haul.From.Id}' to '{haul.To.Id}'{gap}", $"{help}");
        }
        else if (haul.Fleet.Base is { } id && review.SiteOf(id) is { } home && !review.Roads.Leads(haul.To, home))
            review.Add(ProblemKind.DoesNotFit, $"{path}.to", $"no road leads back from '{haul.To.Id}' to the base '{home.Id}'",
                $"add a route back, or remove a 'one-way'");
    }

    private static void CheckOrders(Review review, string path, Haul haul)
    {
        var line = haul.Line;
        if (line.UpTo is { } upTo) CheckOrderLevel(review, $"{path}.up-to", upTo, haul);
        if (line.WhenBelow is { } whenBelow) CheckOrderLevel(review, $"{path}.when-below", whenBelow, haul);
        if (line.WhenBelow is not null && line.UpTo is not null && IsAbove(line.WhenBelow, line.UpTo))
            review.Add($"{path}.when-below",
                $"{line.WhenBelow}, above 'up-to' {line.UpTo}: every order would leave it short",
                $"order up to at least as much");
        CheckGap(review, path, haul);
        CheckLeftOut(review, path, haul);
        CheckLots(review, path, haul);
        CheckRoom(review, path, haul);
        if (line.Send is not { } send) return;
        review.CheckRate($"{path}.send", send);
        if (haul.Goods.Length > 1)
            review.Add(ProblemKind.Missing, $"{path}.send", $"{send} of what? the line carries {Listed(haul.Goods)}",
                $"give each its own line, with one of 'commodities'");
        else if (haul.Goods.Length > 0) CheckTotal(review, $"{path}.send", send.Amount, send.Amount.ToString(), at: null, haul.Goods);
    }

    // A level by commodity is nothing of what it does not name. One that names what is not carried is told of already.
    private static void CheckLeftOut(Review review, string path, Haul haul)
    {
        foreach (var (key, level) in new[] { ("when-below", haul.Line.WhenBelow), ("up-to", haul.Line.UpTo) })
        {
            if (level is not { IsUnlimited: false, Time: null, Total: null }) continue;
            var named = (level.Amounts ?? []).Select(one => one.Commodity).Concat(level.Times.Select(one => one.Commodity)).ToHashSet();
            if (haul.Goods.FirstOrDefault(goods => !named.Contains(goods.Id)) is { } left
                && named.IsSubsetOf(haul.Goods.Select(goods => goods.Id)))
                review.Add($"{path}.{key}", $"{level}: the line carries '{left.Id}' too, of which nothing would ever be ordered",
                    haul.Line.Commodities.IsEmpty
                        ? $"say how much of it, or name what the line carries, its 'commodities'"
                        : $"say how much of it, or leave it out of the line's 'commodities'");
        }
    }

    private static void CheckLots(Review review, string path, Haul haul)
    {
        if (haul.Line.Order is not { } lot) return;
        CheckOrderLevel(review, $"{path}.order", lot, haul);
        if (lot.Time == TimeSpan.Zero || lot.Total is { Amount: 0 } || lot is { Time: null, Total: null, IsUnlimited: false }
            && haul.Goods.Any(goods => lot.For(goods.Id) is { Time: var time, Amounts: var amounts } && (time is { } days
                ? days == TimeSpan.Zero
                : amounts!.Value.All(one => one.Commodity != goods.Id || one.Amount.Amount == 0))))
            review.Add($"{path}.order", $"{lot}: of some of what the line carries nothing would ever be ordered",
                $"say how much one lot of each is");
    }

    private static void CheckOrderLevel(Review review, string path, Supply level, Haul haul)
    {
        if (level.IsUnlimited) review.Add(path, $"an order of {level}", $"write an amount, or days of supply");
        else if (haul.Goods.Length > 0) CheckLevel(review, path, level, haul.To, haul.Goods, onlyGoods: true);
    }

    // What is eaten all the time crosses its level all the time where nothing lies between the two. Amounts may be equal where nobody
    // eats, and levels where the position is looked at only now and then.
    private static void CheckGap(Review review, string path, Haul haul)
    {
        var (low, high) = (haul.Line.WhenBelow, haul.Line.UpTo);
        if (low is null || high is null || haul.Line.Review is not null) return;
        // By days of supply the level falls with what is eaten, whatever little that is.
        foreach (var goods in haul.Goods)
        {
            var inDays = low.For(goods.Id).Time is not null && high.For(goods.Id).Time is not null;
            if (goods.Unit == QuantityUnit.Piece || LevelOf(low, goods, haul) is not { } from || LevelOf(high, goods, haul) is not { } to)
                continue;
            var eaten = NeedPerDay(haul.To, goods) * review.Scenario.Clock.Length.TotalDays;
            if (eaten <= 0 || to <= 0 || to < from || Math.Max(to - from, inDays ? 0 : 1) * MostOrders >= eaten) continue;
            review.Add($"{path}.when-below",
                $"{low}, as much as 'up-to' {high}: every {(goods.Unit == QuantityUnit.Gram ? "gram" : "drop")} that is eaten would be "
                    + $"ordered by itself",
                $"let 'up-to' be higher by what one order is to bring, or say with 'review' how often to look");
            return;
        }
    }

    // [smallest unit] Null where the level says nothing of the goods.
    private static double? LevelOf(Supply level, Commodity goods, Haul haul) => level.For(goods.Id) switch
    {
        { Time: { } time } => NeedPerDay(haul.To, goods) * time.TotalDays,
        { Total: { } total } => haul.Goods.Length == 1 ? total.Amount : null,
        { Amounts: { } amounts } =>
            amounts.Where(one => one.Commodity == goods.Id).Select(one => (double?)one.Amount.Amount).FirstOrDefault() ?? 0,
        _ => null,
    };

    // Days against amounts cannot be compared before the run.
    private static bool IsAbove(Supply low, Supply high) =>
        (low.Time is { } time && (time > high.Time || high.Times.Any(one => time > one.Time)))
        || low.Times.Any(one => one.Time > high.For(one.Commodity).Time)
        || (low.Total is { } total && high.Total is { } most && total.Unit == most.Unit && total.Amount > most.Amount)
        || (low.Amounts is { } amounts && high.Amounts is { } limits && amounts.Any(one => limits.Any(limit =>
            limit.Commodity == one.Commodity && limit.Amount.Unit == one.Amount.Unit
            && one.Amount.Amount > limit.Amount.Amount)));

    private static void CheckReview(Review review, string path, SupplyLine line)
    {
        if (line.Review is not { } every) return;
        review.CheckPositiveTime($"{path}.review", every);
        if (line.Send is not null)
            review.Add(ProblemKind.Idle, $"{path}.review", $"the position is not looked at where 'send' sends whatever it is",
                $"remove 'review'");
        else CheckHowOften(review, $"{path}.review", every, "reviews");
    }

    // What comes again and again in a run must let it come to its end.
    private static void CheckHowOften(Review review, string path, TimeSpan every, string what)
    {
        if (every > TimeSpan.Zero && review.Scenario.Clock.Length.Ticks / every.Ticks > MostOrders)
            review.Add(ProblemKind.OutOfRange, path, $"{Text(every)}: more than {MostOrders:#,0} {what} in the run",
                $"write a longer time, or leave it out");
    }

    private static void CheckTimes(Review review, string path, SupplyLine line)
    {
        var amounts = new[] { ("up-to", line.UpTo is not null), ("order", line.Order is not null), ("send", line.Send is not null) }
            .Where(pair => pair.Item2).Select(pair => pair.Item1).ToArray();
        if (amounts.Length == 0)
            review.Add(ProblemKind.Missing, path, $"nothing says how much is ordered",
                $"give 'up-to' (with or without 'when-below'), 'when-below' and 'order', or 'send'");
        foreach (var second in amounts.Skip(1))
            review.Add(ProblemKind.Twice, $"{path}.{second}",
                $"both '{amounts[0]}' and '{second}' say how much is ordered; exactly one is allowed");
        if (line.WhenBelow is not null && line.UpTo is null && line.Order is null)
            review.Add(ProblemKind.Missing, $"{path}.when-below", $"it says when to order, and no 'up-to' or 'order' says how much",
                $"add 'up-to'");
        if (line.Order is not null && line.WhenBelow is null)
            review.Add(ProblemKind.Missing, $"{path}.order", $"it says how much one lot is, and nothing says when it is ordered",
                $"add 'when-below'");
        CheckReview(review, path, line);
        if (line.Every is { } every)
        {
            review.CheckPositiveTime($"{path}.every", every);
            CheckHowOften(review, $"{path}.every", every, "consignments");
            if (line.Send is null)
                review.Add(ProblemKind.Missing, $"{path}.every", $"it says how often is sent, and no 'send' says how much",
                    $"add 'send', or remove 'every'");
        }
        review.CheckCondition($"{path}.when", line.When, here: line.To);
        review.CheckCondition($"{path}.until", line.Until, here: line.To);
        CheckDates(review, path, line.When, line.Until);
        if (line.Until is not null && line.When is null)
            review.Add(ProblemKind.Missing, $"{path}.until", $"it says when the line rests, and no 'when' says when it works again",
                $"add 'when'");
        review.CheckPositiveTime($"{path}.given-up-after", line.GivenUpAfter);
        CheckHowOften(review, $"{path}.given-up-after", line.GivenUpAfter, "times to look for what is late");
    }
}
