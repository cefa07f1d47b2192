using SupplySim.Engine;
using SupplySim.Movement;
using SupplySim.Runs;
using static SupplySim.Laws.Sabotage.Tools;

namespace SupplySim.Laws.Sabotage;

/// <summary>Each corrupts the state of a run through internals; the invariant that is named must notice it, and no other before.</summary>
public sealed class SaboteurTests
{
    public static TheoryData<string> Names => [.. All.Keys];

    [Theory, MemberData(nameof(Names))]
    public void Is_caught_by_the_invariant_named(string name) => All[name].Caught().Should().Be(All[name].Invariant);

    /// <summary>What the filter of the test command prints.</summary>
    [Fact]
    public void All_are_caught()
    {
        var caught = All.Values.Count(saboteur => saboteur.Caught() == saboteur.Invariant);
        TestContext.Current.TestOutputHelper!.WriteLine($"{caught} of {All.Count} caught");
        caught.Should().Be(All.Count);
    }

    private static readonly Dictionary<string, Saboteur> All = new()
    {
        ["an entry in one account alone"] = Always("G1", (world, _) => Numbers<long>(world.Ledger, "_balance")[(int)Account.Stock]--),
        ["food that is eaten in the books alone"] = Always("G2",
            (world, _) => world.Ledger.Transfer(Food, Account.Stock, Account.Consumed, 1)),
        ["a gram that vanishes from a truck"] = WithLoad("G3", (_, load) => load.TakeGram()),
        ["a stock below zero, made up for elsewhere"] = Always("G8", (world, _) =>
        {
            Set(world.FoodAt("town"), "Amount", -5L);
            Set(world.FoodAt("camp"), "Amount", world.FoodAt("camp").Amount + 5);
        }),
        ["hunger that is forgotten"] = new("G9", (world, _) =>
        {
            var food = world.FoodAt("camp");
            if (food.Unmet == 0) return false;
            Set(food, "Unmet", food.Unmet - 1);
            return true;
        }),
        ["a truck with more than it carries"] = WithLoad("G10", (world, load) => world.LoadMore(load, Food, 5_000_000)),
        ["a bulldozer in the air"] = new("G11", (world, transport) =>
        {
            if (transport.Laden(fleet: 1) is not { } laden) return false;
            world.LoadMore(laden.Load, Bulldozer, 1);
            return true;
        }),
        ["an unloading that the outcome is not told of"] = WithLoad("G12", (world, load) =>
        {
            world.Stocks[world.Place("camp"), load.Cargo[0].Commodity].Deliver(1, world.Now);
            load.TakeGram();
        }),
        ["a gram that is destroyed without a word to the outcome"] = new("G12", (world, _) =>
        {
            if (world.FoodAt("camp").Amount == 0) return false;
            world.FoodAt("camp").Destroy(1, world.Now);
            return true;
        }),
        ["a gram that falls off, as the books say too"] = WithLoad("O1", (world, load) =>
        {
            world.Ledger.Transfer(load.Cargo[0].Commodity, Account.Vehicle, Account.Lost, 1);
            load.TakeGram();
        }),
        ["a load that has stood since the start"] = new("O4", (world, transport) =>
        {
            if (world.Now - SimTime.Start <= TimeSpan.FromDays(4) || transport.Departures.SelectMany(one => one.Waiting.All)
                .FirstOrDefault(load => load.IsOnOrder) is not { } waiting) return false;
            waiting.StandsSince = SimTime.Start;
            return true;
        }),
        ["a load for two trucks"] = new("O3", (_, transport) =>
        {
            if (transport.Laden() is not { } laden) return false;
            laden.Yard.Meant[(laden.Vehicle + 1) % laden.Yard.Meant.Length] = laden.Load;
            return true;
        }),
        ["a truck more in one account alone"] = Always("V1",
            (world, _) => Numbers<int>(world.Vehicles, "_balance")[(int)VehicleAccount.Moving]++),
        ["a truck on the road and in the yard"] = WithColumn("V2",
            (_, convoy) => convoy.Members[0].Yard.PutBack(convoy.Members[0].Vehicle)),
        ["a departure in the books alone"] = new("V3", (world, _) =>
        {
            if (world.Fleets[0].AtBase == 0) return false;
            world.Fleets[0].Depart(1);
            return true;
        }),
        ["a truck that is lost without its load"] = new("V7", (_, transport) =>
        {
            if (transport.UnderWay()?.Members.FirstOrDefault(member => member.Load is not null) is not { } member) return false;
            member.IsLost = true;
            member.Yard.State.Lose(1);
            return true;
        }),
        ["a truck at two docks"] = new("V8", (world, transport) =>
        {
            var docks = transport.Docks[world.Place("camp")]!;
            if (docks.AtDock.FirstOrDefault(one => one is not null) is not { } member) return false;
            docks.Add(member, member.Docking.Time, member.Docking.User);
            return true;
        }),
        ["an inspection whose end is forgotten"] = WithLane("T2", (world, bay) => world.Simulation.Cancel(bay.End)),
        ["a vehicle in two lanes"] = new("C1", (world, transport) =>
        {
            if (transport.Busy() is not { } bay || transport.Bridge().Bays.FirstOrDefault(other => !other.IsTaken) is not { } free)
                return false;
            free.Begin(bay.Entry!, bay.Vehicle, TimeSpan.FromHours(1), world.Simulation, default);
            return true;
        }),
        ["a column that overtakes another in the line"] = new("C3", (_, transport) =>
        {
            if (transport.Bridge().Lines.FirstOrDefault(line => line.First?.Behind is not null) is not { First: { } first } line)
                return false;
            line.Remove(first);
            line.Add(first);
            return true;
        }),
        ["a vehicle let in through a closed gate"] = new("C5", (world, transport) =>
        {
            if (transport.WaitsBeforeFreeLane() is not { } next
                || Passage.WorkOut(transport.Bridge().State, next.Entry.Traffic, world.Now).May) return false;
            transport.LetIn(next.Entry, next.Bay);
            return true;
        }),
        ["a column let in without clearance"] = new("C6", (world, transport) =>
        {
            if (transport.WaitsBeforeFreeLane() is not { } next
                || !Passage.WorkOut(transport.Bridge().State, next.Entry.Traffic, world.Now).May) return false;
            transport.LetIn(next.Entry, next.Bay);
            return true;
        }),
        ["a roller on the bridge"] = new("C8", (world, transport) =>
        {
            if (transport.WaitsBeforeFreeLane() is not { Entry.Convoy: { } convoy } next
                || !Passage.WorkOut(transport.Bridge().State, next.Entry.Traffic, world.Now).May) return false;
            ((List<Member>)convoy.Members)[0] = new Member(transport.Yards[2], transport.Yards[2].Take());
            next.Entry.Token = new ClearanceToken(world.Now, SimTime.Never);
            transport.LetIn(next.Entry, next.Bay);
            return true;
        }),
        ["a wait with two causes"] = Always("W1",
            (world, _) => world.Delays.Charge(new Waiting(world.Place("bridge"), WaitCause.Lane, null, Shipment.None), SimTime.Start,
                world.Now, 1)),
        ["a wait of nobody, in both books"] = new("W2", (world, _) =>
        {
            if (world.Now == SimTime.Start) return false;
            world.Delays.Charge(new Waiting(world.Place("bridge"), WaitCause.Lane, null, Shipment.None), SimTime.Start, world.Now,
                1);
            world.Delays.Close(world.Place("bridge"), SimTime.Start, SimTime.FromTicks(1));
            return true;
        }),
        ["a night within a wait for a permit, told as one for the morning"] = new("W3", (world, transport) =>
        {
            var bridge = transport.Bridge();
            var waits = bridge.Lines.Select(line => line.First).FirstOrDefault(entry => entry?.Cause == WaitCause.Clearance);
            if (waits is null || bridge.State.IsInHours(waits.Traffic, world.Now)) return false;
            waits.WaitFor(WaitCause.Hours, null);
            return true;
        }),
        ["a column on a road under a landslide"] = new("R1", (world, transport) =>
        {
            var road = world.Routes.First(route => world.Catalogue.Routes[route.Route].Id == "depot - bridge");
            if (world.Now <= Saboteur.LandslideAt + TimeSpan.FromHours(1) || road.Closures.Count == 0
                || transport.Columns.FirstOrDefault(one => one.Members.Count > 0 && !road.Movers.Contains(one)) is not { } convoy)
                    return false;
            road.Enter(convoy);
            return true;
        }),
        ["a road near a front that opens by itself"] = new("R3", (world, _) =>
        {
            if (world.Fronts[0].ChangedAt == world.Now) return false;
            foreach (var route in world.Routes)
                if (route.Closures.FirstOrDefault(closure => closure.Cause == "north") is { } hold)
                {
                    route.Reopen(hold);
                    return true;
                }
            return false;
        }),
        ["a road near a front that is calm by itself"] = new("R3", (world, _) =>
        {
            if (world.Fronts[0].ChangedAt == world.Now || world.Routes.FirstOrDefault(route => route.Hazards.Count > 0) is not { } route)
                return false;
            route.Calm("north", route.AddedHazard);
            return true;
        }),
        ["a gram lost on the way in one book alone"] = Always("G13", (world, _) => world.Losses.NoteCargo(world.Place("camp"), Food, 1)),
        ["a truck lost on the way in one book alone"] = Always("V9", (world, _) => world.Losses.NoteVehicle(world.Place("camp"))),
        ["an attack that is not told of"] = Always("V10", (world, _) => world.Losses.NoteAttack(world.Place("camp"))),
        ["a tank that is lost and not told of"] = Always("F2", (world, _) => world.Equipment.Lose(0, 1)),
        ["a soldier who falls and is not told of"] = Always("F3", (world, _) => world.Strengths.Lose(0, 1)),
        ["one who fled and is not told of"] = Always("P4", (world, _) => world.Displacements[0].Flee(1)),
        ["one who is home and in a camp"] = new("P4", (world, _) =>
        {
            if (world.Displacements[0].Sheltered[world.Place("camp")] == 0) return false;
            world.Displacements[0].Return(world.Place("camp"), 1);
            return true;
        }),
        ["one who is home without having set out"] = Always("P4", (world, _) => world.Displacements[0].ComeHome(1)),
        ["a person who is lost"] = Always("P1", (world, _) => world.People[world.Place("camp")]--),
    };

    private static Saboteur Always(string invariant, Action<World, Transport> strike) => new(invariant, (world, transport) =>
    {
        strike(world, transport);
        return true;
    });

    private static Saboteur WithLoad(string invariant, Action<World, Load> strike) => new(invariant, (world, transport) =>
    {
        if (transport.Laden() is not { } laden) return false;
        strike(world, laden.Load);
        return true;
    });

    private static Saboteur WithColumn(string invariant, Action<World, Convoy> strike) => new(invariant, (world, transport) =>
    {
        if (transport.UnderWay() is not { } convoy) return false;
        strike(world, convoy);
        return true;
    });

    private static Saboteur WithLane(string invariant, Action<World, Bay> strike) => new(invariant, (world, transport) =>
    {
        if (transport.Busy() is not { } bay) return false;
        strike(world, bay);
        return true;
    });
}
