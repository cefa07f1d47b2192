using SupplySim.Audits;
using SupplySim.Disruptions;
using SupplySim.Engine;
using SupplySim.Experiments;
using SupplySim.Movement;
using SupplySim.Quantities;
using SupplySim.Runs;

namespace SupplySim.Laws.Sabotage;

/// <summary>One who corrupts the state of a run, once, after the first event after which there is something to corrupt.</summary>
/// <param name="Invariant">The id of the invariant that must notice it.</param>
/// <param name="Strike">Corrupts; false where there is nothing to corrupt yet.</param>
internal sealed record Saboteur(string Invariant, Func<World, Transport, bool> Strike)
{
    /// <summary>When the road from the depot to the bridge is closed.</summary>
    public static readonly SimTime LandslideAt = SimTime.Start + TimeSpan.FromHours(12);

    private static readonly CompiledScenario Everything = new(Scenario());

    /// <summary>The id of the invariant that has noticed it; <c>never struck</c>, or <c>nothing</c> where none has.</summary>
    public string Caught()
    {
        var hasStruck = false;
        try
        {
            Replication.Run(Everything, 7, 0, watch: (world, transport) =>
            {
                world.Simulation.EventHappened.Listen(_ => hasStruck = hasStruck || Strike(world, transport));
                var audit = new Audit(world, transport);
                world.Simulation.EventHappened.Listen(_ =>
                {
                    if (hasStruck) audit.Recount();
                });
            });
        }
        catch (InvariantBrokenException broken)
        {
            return broken.Invariant.Id;
        }
        return hasStruck ? "nothing" : "never struck";
    }

    // Trucks in columns, aircraft, a crossing with two lanes where clearance is asked, closures, a front, a camp that grows.
    private static Scenario Scenario()
    {
        var network = ConservationTests.Network(
            20_000, trucks: 9, size: 3, lanes: 2, EnRoute.Hold, EnRoute.Hold, new OnCapture { Vehicles = CapturedVehicles.Hold },
            [0.3, 0.3, 0.3, 0.5]);
        var bridge = (Crossing)network["bridge"];
        return network.With(bridge with
        {
            WeightLimit = Mass.FromTonnes(40),
            Passage = [("blue", [("aid", Permission.WithClearance)]), ("red", [("aid", Permission.WithClearance)])],
        }) with
        {
            Fronts = [network.Fronts[0] with
            {
                Influence = new Influence { Closed = new ShutZone
                {
                    Within = Distance.FromKilometres(1),
                    Hazard = Rate.PerDay(Quantity.Pieces(1)),
                } },
            }],
            Attacks = new AttackRules { Lost = 0 },
            Displacements = [new Displacement("fighting")
            {
                From = "town",
                People = Arrivals.Poisson(40),
                Pace = Speed.FromKilometresPerHour(4),
            }],
            Parties = network.Parties.SetItem(0, network.Parties[0] with { Strength = 100, Equipment = [("tank", 9)] }),
            Commodities = network.Commodities.Add(
                new Commodity("bulldozer") { Unit = QuantityUnit.Piece, Weight = Mass.FromTonnes(2), CanFly = false }),
            Disruptions = network.Disruptions.Add(
                new Closure("landslide") { Close = "depot - bridge", At = Moment.After(LandslideAt - SimTime.Start),
                    For = TimeSpan.FromDays(1) }),
            SupplyLines = [network.SupplyLines[0], network.SupplyLines[1] with { WhenBelow = Supply.Days(6), UpTo = Supply.Days(8) }],
            Fleets = network.Fleets.Add(
                new Fleet("rollers") { Traffic = "aid", Base = "depot", Count = 1, Carries = Mass.FromTonnes(30),
                    Gross = Mass.FromTonnes(80) }),
        };
    }
}
