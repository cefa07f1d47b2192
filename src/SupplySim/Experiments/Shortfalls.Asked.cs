using SupplySim.Planning;
using SupplySim.Quantities;

namespace SupplySim.Experiments;

// What is asked for, counted from below: what places surely need from outside, and what lines send.
internal sealed partial class Shortfalls
{
    // [loads] What has to pass each crossing in the whole run: by which lines, to where, and how much.
    private IEnumerable<(Crossing Crossing, SupplyLine[] Lines, string[] Places, double Asked)> Asked()
    {
        // Holders change, hours are extended, and few vehicles may be full: what is passed whichever crossings let one pass.
        var behind = new SoleWays(_catalogue, compiled.Roads, whatever: true).Find();
        foreach (var crossing in _scenario.Places.OfType<Crossing>())
        {
            var places = behind.Where(one => one.Crossings.Contains(crossing.Id)).Select(one => one.To.Value).ToArray();
            var lines = places.SelectMany(place => _linesTo[place]).ToArray();
            if (lines.Length > 0)
                yield return (crossing, lines, places, places.Sum(place => Math.Max(LoadsNeeded(place), _linesTo[place].Sum(LoadsSent))));
        }
    }

    // [loads] In the run, of the largest vehicles that go there; none where not all of it comes by road.
    private double LoadsNeeded(string place)
    {
        var lines = _linesTo[place].ToArray();
        if (lines.Any(line => FleetOf(line.By).Mode != Mode.Road)) return 0;
        var brought = lines.SelectMany(Goods).ToHashSet();
        return brought.Sum(goods => Math.Max(0, NeedPerDay(place, goods) * _days - StockOf(place, goods)) * GramsOf(goods))
            / lines.Max(line => FleetOf(line.By).Carries!.Value.Grams);
    }

    // [loads] In the run, but for the last; none of a line that is not always at work.
    private double LoadsSent(SupplyLine line) => line is { Send: { } send, When: null } && Goods(line) is [var goods]
        ? PerDay(send) * Math.Max(0, _days - (line.Every?.TotalDays ?? 1)) * GramsOf(goods) / FleetOf(line.By).Carries!.Value.Grams
        : 0;

    // [smallest unit] Surely needed from outside: there, and by those whom it alone supplies, by road.
    private double NeedPerDay(string place, Commodity goods)
    {
        if (_needs.TryGetValue((place, goods.Id), out var known)) return known;
        // Where lines lead in a circle each is asked once: that is less than is needed, and sure.
        _needs[(place, goods.Id)] = OwnNeedPerDay(place, goods);
        return _needs[(place, goods.Id)] += _scenario.Policies.Preposition is not null ? 0
            : _linesFrom[place].Select(line => line.To.Value).Distinct().Where(to => IsSoleSource(place, to, goods))
                .Sum(to => Math.Max(0, NeedPerDay(to, goods) - StockOf(to, goods) / _days));
    }

    private bool IsSoleSource(string place, string to, Commodity goods) =>
        _linesTo[to].Where(line => Goods(line).Contains(goods)).ToArray() is { Length: > 0 } bring
            && bring.All(line => line.From.Value == place && FleetOf(line.By).Mode == Mode.Road);

    // [smallest unit] Nothing where people may leave.
    private double OwnNeedPerDay(string place, Commodity goods) => PlaceOf(place) switch
    {
        Camp camp when !_scenario.LosesPeople(camp) => RationPerDay(camp, goods)
            * (1 - (camp.LocalShare.TryGet(goods.Id, out var own) ? own.Share : goods.LocalShare).Law.Quantile(1 - AlmostNever)),
        Force force when force.Needs.TryGet(goods.Id, out var use) && use.Steps is [{ From: var first }, ..] && first == default =>
            use.Steps.Min(step =>
                AtLeast(PerDay(step.Rate.Unknown?.Sample(AlmostNever) ?? step.Rate.Rate), use.Steps.Any(one => one.Rate.IsRandom))),
        _ => 0,
    };

    private double AtLeast(double perDay, bool isRandom) =>
        isRandom && perDay > 0 ? Distribution.Poisson(perDay * _days).Quantile(AlmostNever) / _days : perDay;

    private static double RationPerDay(Camp camp, Commodity goods) =>
        Math.Max(0, camp.People.Law.Quantile(AlmostNever))
            * ((camp.Rations.TryGet(goods.Id, out var own) ? own : goods.PerPerson) is { } ration ? PerDay(ration) : 0);

    // [smallest unit] At most, at the start: equipment is of it, too.
    private double StockOf(string place, Commodity goods) => LyingAt(place, goods)
        + (PlaceOf(place) is Force force && force.Equipment.TryGet(goods.Id, out var equipment)
            ? equipment.OnHand ?? equipment.Authorised
            : 0);

    private double LyingAt(string place, Commodity goods) =>
        _catalogue.KnownStocks.TryGetValue((place, goods.Id), out var known) ? known
        : ((Site)PlaceOf(place)).Stock.Most.For(goods.Id) switch
        {
            { IsUnlimited: true } => double.PositiveInfinity,
            // Whose days these are hangs on what it is asked for.
            { Time: not null } when PlaceOf(place) is Depot => double.PositiveInfinity,
            { Time: { } time } => time.TotalDays * (PlaceOf(place) is Camp camp ? RationPerDay(camp, goods) : OwnNeedPerDay(place, goods)),
            { Total: { } total } => total.Amount,
            { Amounts: { } amounts } => amounts.Where(one => one.Commodity == goods.Id).Sum(one => (double)one.Amount.Amount),
            _ => 0,
        };

    private Commodity[] Goods(SupplyLine line) =>
        [.. _scenario.Commodities.Where(goods =>
            line.Commodities.IsEmpty ? OwnNeedPerDay(line.To.Value, goods) > 0 : line.Commodities.Contains(goods.Id))];
}
