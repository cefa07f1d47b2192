using SupplySim.Disruptions;
using SupplySim.Engine;
using SupplySim.Experiments;
using SupplySim.Planning;
using SupplySim.Quantities;
using SupplySim.Twin;

namespace SupplySim.Laws;

/// <summary>What is changed in a scenario without changing what it says changes nothing, or only what it must: on random
/// networks without chance.</summary>
public class MetamorphicTests
{
    private static readonly int Networks = LongTests.AreAsked ? 1_000 : 100;

    [Fact]
    public void Other_names_change_no_movement() => OnEach(stream: 31, (scenario, number) =>
        Renamed(scenario).Run(1).OutcomeFingerprint.Should().Be(scenario.Run(1).OutcomeFingerprint, "this is network {0}", number));

    // Where two things fall on one instant the order of the file settles which is first, as the published tie rule has it. People who
    // come at the end of each day let several camps fall below their levels at once, so here nobody comes.
    [Fact]
    public void Another_order_of_places_and_routes_changes_no_movement() => OnEach(stream: 32, (sample, number) =>
    {
        var scenario =
            sample with { Places = [.. sample.Places.Select(place => place is Camp camp ? camp with { Arrivals = null } : place)] };
        var turned = scenario with { Places = [.. scenario.Places.Reverse()], Routes = [.. scenario.Routes.Reverse()] };
        Told(turned).Should().Equal(Told(scenario), "this is network {0}", number);
    });

    [Fact]
    public void A_place_aside_a_closure_of_no_length_and_a_measure_change_no_movement() => OnEach(stream: 33, (scenario, number) =>
    {
        var wider = scenario with
        {
            Places = scenario.Places.Add(new Town("aside")),
            Disruptions = scenario.Disruptions.Add(
                new Closure("blink") { Close = "post0", At = Moment.After(TimeSpan.FromHours(30)), For = (Duration)TimeSpan.Zero,
                    EnRoute = EnRoute.TurnBack }),
            Measures = scenario.Measures.Add(new Measure("passed") { Of = "post0", Is = MeasureKind.Passed }),
        };
        Told(wider, "aside").Should().Equal(Told(scenario), "this is network {0}", number);
    });

    [Fact]
    public void Everything_times_seven_moves_at_the_same_instants_with_seven_times_the_goods() => OnEach(stream: 34, (scenario, number) =>
    {
        var (one, seven) = (Scheduled(scenario, times: 1), Scheduled(scenario, times: 7));
        var (small, large) = (ModelLogbook.Of(one), ModelLogbook.Of(seven));
        large.Legs.Should().Equal(small.Legs, "this is network {0}", number);
        small.Legs.Should().NotBeEmpty();
        Moved(large).Should().Equal(Moved(small).Select(entry => entry with { Amount = 7 * entry.Amount }), "this is network {0}", number);
    });

    // Trucks weigh at most 50 t; empty they weigh more than a tonne, so that a road for a tonne is none.
    [Fact]
    public void A_limit_that_bears_everybody_is_none_and_one_that_bears_nobody_is_no_road() => OnEach(stream: 35, (scenario, number) =>
    {
        Scenario Light(Func<Route, Route?> change) =>
            scenario with { Routes = [.. scenario.Routes.Select(road => road.Name == "light" ? change(road) : road).OfType<Route>()] };
        var outcome = Light(road => road with { WeightLimit = null }).Run(1).OutcomeFingerprint;
        Light(road => road with { WeightLimit = Mass.FromTonnes(50) }).Run(1).OutcomeFingerprint.Should().Be(outcome,
            "this is network {0}", number);
        Told(Light(road => road with { WeightLimit = Mass.FromTonnes(1) })).Should().Equal(Told(Light(_ => null)),
            "this is network {0}", number);
    });

    private static void OnEach(uint stream, Action<Scenario, int> check)
    {
        foreach (var (number, scenario) in SameSamples.Of(TwinScenarios.Random, stream, Networks).Index()) check(scenario, number);
    }

    private static IEnumerable<string> Told(Scenario scenario, string? without = null)
    {
        var log = ModelLogbook.Of(scenario);
        return log.Legs.Select(leg => leg.ToString())
            .Concat(log.Entries.Where(entry => entry.Place != without).Select(entry => entry.ToString()))
            .Order(StringComparer.Ordinal);
    }

    private static IEnumerable<Entry> Moved(Logbook log) =>
        log.Entries.Where(entry => entry.What is What.Ordered or What.Loaded or What.Delivered);

    // Every id back to front behind a letter, so that their order changes as well.
    private static Scenario Renamed(Scenario scenario)
    {
        static string New(string id) => "z" + new string([.. id.Reverse()]);
        static PlaceId? Place(PlaceId? id) => id is { } known ? new PlaceId(New(known.Value)) : default(PlaceId?);
        return scenario with
        {
            Commodities = [.. scenario.Commodities.Select(commodity => commodity with { Id = New(commodity.Id) })],
            Places = [.. scenario.Places.Select(place => place switch
            {
                Site { Stock.Amounts: { } amounts } site when amounts.Length > 0 => site with { Id = New(site.Id),
                    Stock = Supply.Of([.. amounts.Select(amount => (New(amount.Commodity), amount.Amount))]) },
                _ => place with { Id = New(place.Id) },
            })],
            Routes = [.. scenario.Routes.Select(route => route with { From = New(route.From.Value), To = New(route.To.Value) })],
            Fleets = [.. scenario.Fleets.Select(fleet =>
                fleet with { Id = New(fleet.Id), Base = Place(fleet.Base), Through = Place(fleet.Through) })],
            SupplyLines = [.. scenario.SupplyLines.Select(line =>
                line with { Id = New(line.Id), From = New(line.From.Value), To = New(line.To.Value), By = New(line.By) })],
            Disruptions = [.. scenario.Disruptions.Cast<Closure>()
                .Select(closure => closure with { Id = New(closure.Id), Close = New(closure.Close[0]) })],
        };
    }

    // By schedule, where nobody eats: what is eaten is rounded to the gram, seven times as much to a seventh of it.
    private static Scenario Scheduled(Scenario scenario, int times) => scenario with
    {
        Commodities = [new Commodity("food") { Unit = QuantityUnit.Gram }],
        Places = [.. scenario.Places.Select(place => place switch
        {
            Camp camp => new Town(camp.Id) { Docks = camp.Docks, Unloading = camp.Unloading },
            Depot { Stock.Amounts: { } amounts } depot =>
                depot with { Stock = Supply.Of([.. amounts.Select(amount => (amount.Commodity, Times(amount.Amount, times)))]) },
            _ => place,
        })],
        Routes = [.. scenario.Routes.Select(route => route with { WeightLimit = Times(route.WeightLimit, times) })],
        Fleets = [.. scenario.Fleets.Select(fleet =>
            fleet with { Carries = Times(fleet.Carries, times), Gross = Times(fleet.Gross, times) })],
        SupplyLines = [.. scenario.SupplyLines.Select((line, number) => new SupplyLine(line.Id)
        {
            From = line.From, To = line.To, By = line.By, Commodities = ["food"], Every = TimeSpan.FromHours(17 + number),
            Send = new Rate(Times(Quantity.Kilograms(7_013 + 911 * number), times),
                TimeSpan.FromHours(17 + number)), GivenUpAfter = line.GivenUpAfter,
        })],
        Policies = scenario.Policies with { Share = new Share { By = AllocationPolicy.Order } },
    };

    private static Mass? Times(Mass? mass, int times) => mass is { } one ? Mass.FromGrams(times * one.Grams) : null;

    private static Quantity Times(Quantity amount, int times) => new(amount.Amount * times, amount.Unit);
}
