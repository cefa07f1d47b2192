using SupplySim.Experiments;
using SupplySim.Scenarios;

namespace SupplySim.Golden;

/// <summary>What else goes wrong, each said in a scenario file as its user says it: strikes, want of fuel,
/// systems that break down, flights thinned near fighting, weather, a flood that takes a pontoon bridge.</summary>
public sealed class OtherDisruptionTests
{
    private static readonly Lazy<ExperimentResult> Result = new(() => Experiment.Run(ScenarioFile.Parse(Text)));

    // Twelve days without loading at the store, or without drivers: the camp has three to six days in store.
    [Theory]
    [InlineData("strike")]
    [InlineData("drivers-strike")]
    public void A_strike_starves_the_camp(string alternative)
    {
        Mean("calm", "hungry").Should().Be(0);
        Mean(alternative, "hungry").Should().BeGreaterThan(100_000);
        Mean(alternative, "passed").Should().BeLessThan(0.87 * Mean("calm", "passed"));
    }

    // 12,000 l at 600 l for a flight there: twenty of them.
    [Fact]
    public void Without_fuel_flights_end_and_trucks_bring_what_they_would_have_brought()
    {
        Mean("no-jet-fuel", "flown").Should().BeLessThan(Mean("calm", "flown") - 20);
        Mean("no-jet-fuel", "passed").Should().BeGreaterThan(Mean("calm", "passed"));
    }

    [Theory]
    [InlineData("systems")]
    [InlineData("slow-systems")]
    public void Systems_that_break_down_cost_waiting(string alternative)
    {
        Mean("calm", "waited").Should().Be(0);
        Mean(alternative, "waited").Should().BeGreaterThan(0.3);
    }

    // They fight for ten days of forty, and three in ten flights go on time; four days in ten are stormy.
    [Theory]
    [InlineData("thinned")]
    [InlineData("storms")]
    public void Flights_are_thinned_near_fighting_and_grounded_by_weather(string alternative) =>
        Mean(alternative, "flown").Should().BeLessThan(Mean("calm", "flown") - 1);

    [Fact]
    public void A_flood_takes_the_pontoon_bridge()
    {
        Mean("flood", "shut").Should().BeApproximately(9, 1e-9);
        Mean("flood", "hungry").Should().BePositive();
    }

    private static double Mean(string alternative, string measure) =>
        Result.Value[alternative].Measures.First(one => one.Column.Measure == measure && one.Column.Detail is null).Estimate.Mean;

    private const string Text = """
        supplysim: 1
        title: A road, a bridge and flights
        clock: {start: 2017-10-01T00:00+03:00, length: 40 d}
        commodities:
          food: {unit: t, per-person: 0.5 kg/d}
          jet:  {unit: l, weight: 0.8 kg}
        parties: {north: {}, south: {}}
        places:
          store: {kind: depot, at: 36.0 N 43.0 E, stock: unlimited, docks: 2, loading: 30 min, airfield: {parking: 2, ground-time: 1 h, fuel: jet}}
          pontoon: {kind: crossing, at: 36.2 N 42.6 E, held-by: south, lanes: 2, inspection: {aid: 30 min}}
          camp: {kind: camp, at: 36.4 N 42.2 E, people: 40 000, stock: 3 d, docks: 3, unloading: 30 min, airfield: {parking: 1, ground-time: 1 h, fuel: jet}}
        routes:
          store - pontoon: {length: 60 km, speed: 40 km/h}
          pontoon - camp:  {length: 60 km, speed: 40 km/h}
          store - camp:    {mode: air, length: 90 km}
        fleets:
          trucks: {traffic: aid, base: store, count: 12, carries: 10 t}
          planes: {mode: air, traffic: aid, base: store, count: 2, carries: 5 t, speed: 300 km/h}
        supply-lines:
          road: {from: store, to: camp, by: trucks, commodities: [food], when-below: 4 d, up-to: 6 d}
          air:  {from: store, to: camp, by: planes, commodities: [food], send: 5 t/d, every: 1 d}
        fronts:
          south: {attacker: north, at: 36.25 N 42.6 E, starts: day 10, lasts: 10 d}
        measures:
          passed:  {of: pontoon, is: passed}
          flown:   {of: camp, is: delivered, commodity: food}
          shut:    {of: pontoon, is: shut}
          waited:  {of: crossings, is: waiting by cause}
          hungry:  {of: camp, is: unmet person-days}
        experiment:
          runs: 20
          compare:
            calm: {}
            strike: {disruptions.strike: {at: day 10, for: 12 d, close: store, stops: [loading], cause: strike}}
            drivers-strike: {disruptions.strike: {at: day 10, for: 12 d, slow: trucks, go: 0 %}}
            no-jet-fuel: {places.store.stock: {food: 9000 t, jet: 12 000 l}, fleets.planes.aircraft: {burns: 2000 l/h}}
            systems: {disruptions.systems: {every: exponential(4 d), for: exponential(1 d), limit: pontoon, lanes: 25 %, cause: breakdown}}
            slow-systems: {disruptions.systems: {every: exponential(4 d), for: exponential(1 d), slow: pontoon, inspection: 8 x}}
            thinned: {disruptions.thinned: {while: fight-distance(pontoon) < 20 km, slow: planes, go: 30 %}}
            storms: {disruptions.storms: {every: 1 d, chance: 40 %, ground: planes, for: 1 d}}
            flood: {disruptions.flood: {at: day 12, for: 9 d, close: pontoon, cause: flood, en-route: turn-back}}
        """;
}
