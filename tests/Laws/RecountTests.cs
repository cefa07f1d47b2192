using FluentAssertions.Execution;
using SupplySim.Engine;
using SupplySim.Experiments;
using SupplySim.Movement;
using SupplySim.Runs;

namespace SupplySim.Laws;

/// <summary>The recount itself: it finds nothing in a run that is sound, and every corruption that is planted in one.</summary>
public class RecountTests
{
    // After 60 h of the corridor trucks are on the way and food is in the camp; asserted, or some corruptions would corrupt nothing.
    private static readonly CompiledScenario Corridor = new(Laws.Corridor.Alone() with { Clock = new Clock { Length = TimeSpan.FromHours(60) } });

    public static TheoryData<string> Names => [.. Corruptions.Keys];

    [Fact]
    public void A_sound_run_is_found_sound() => Run((world, transport) =>
    {
        Recount.Check(world, transport);
        world.Stocks[Camp(world), 0].Amount.Should().BePositive();
        transport.Yards[0].Aboard.Should().Contain(load => load != null);
        transport.Yards[0].Idle.Should().BeLessThan(transport.Yards[0].Fleet.Count);
    });

    [Theory]
    [MemberData(nameof(Names))]
    public void Every_planted_corruption_is_found(string name)
    {
        var found = false;
        Run((world, transport) =>
        {
            Corruptions[name](world, transport);
            try
            {
                Recount.Check(world, transport);
            }
            catch (AssertionFailedException)
            {
                found = true;
            }
        });
        found.Should().BeTrue();
    }

    private static readonly Dictionary<string, Action<World, Transport>> Corruptions = new()
    {
        ["food that is delivered by no vehicle"] = (world, _) => world.Stocks[Camp(world), 0].Deliver(1, world.Now),
        ["food that is loaded on no vehicle"] = (world, _) => world.Stocks[Camp(world), 0].Load(1, world.Now),
        ["food that vanishes from the books"] = (world, _) => world.Ledger.Transfer(0, Account.Stock, Account.Lost, 1),
        ["food that is eaten in the books alone"] = (world, _) => world.Ledger.Transfer(0, Account.Stock, Account.Consumed, 1),
        ["food that comes from nowhere"] = (world, _) => world.Ledger.Open(0, 1),
        ["food that is seized in the books alone"] = (world, _) => world.Ledger.Transfer(0, Account.Vehicle, Account.Lost, 1),
        ["a load that grows on the way"] = (_, transport) =>
        {
            var cargo = transport.Yards[0].Aboard.First(load => load is not null)!.Cargo;
            cargo[0] = (cargo[0].Commodity, cargo[0].Amount + 1);
        },
        ["a load that falls off"] = (_, transport) =>
        {
            var aboard = transport.Yards[0].Aboard;
            aboard[Array.FindIndex(aboard, load => load is not null)] = null;
        },
        ["a truck that is idle and on the way"] = (_, transport) => transport.Yards[0].State.Depart(transport.Yards[0].State.AtBase - transport.Yards[0].Idle + 1),
        ["a truck that stands in the yard twice"] = (_, transport) =>
        {
            for (var vehicle = 0; vehicle < transport.Yards[0].Fleet.Count; vehicle++) transport.Yards[0].PutBack(vehicle);
        },
        ["a wait without a cause"] = (world, _) => world.Delays.Close(world.Catalogue.PlaceNumber("bridge"), SimTime.Start, SimTime.FromTicks(1)),
        ["a wait with two causes"] = (world, _) => world.Delays.Charge(world.Catalogue.PlaceNumber("bridge"), WaitCause.Lane, new TimeSpan(1)),
    };

    private static int Camp(World world) => world.Catalogue.PlaceNumber("camp");

    private static void Run(Action<World, Transport> audit) => Replication.Run(Corridor, Laws.Corridor.Seed, 0, look: audit);
}
