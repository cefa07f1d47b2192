using System.Collections.Immutable;

namespace SupplySim.Audits;

/// <summary>All invariants that an audit checks.</summary>
/// <remarks>T time, G goods, O orders, V vehicles, C crossings, W waiting, R routes, A airfields, P people,
/// F fights, S statistics.</remarks>
public static class Invariants
{
    internal static readonly Invariant TimeGoesOn = new("T1", "time never goes back, and nothing happens at the end of the run or later");
    internal static readonly Invariant EndToCome = new("T2",
        "every inspection under way has its end to come, and none that is held up has");

    internal static readonly Invariant GoodsBalance = new("G1",
        "of each commodity, what was there and what was supplied is in stock, on vehicles, consumed or lost");
    internal static readonly Invariant InStock = new("G2", "what lies at all places is what the books have in stock");
    internal static readonly Invariant OnVehicles = new("G3", "what lies on all vehicles is what the books have on vehicles");
    internal static readonly Invariant Consumed = new("G4", "what all places have consumed is what the books have as consumed");
    internal static readonly Invariant Supplied = new("G5",
        "what unlimited stocks gave, less what came back to them, is what the books have as supplied");
    internal static readonly Invariant Lost = new("G6",
        "what was there or supplied, and is found nowhere nor was consumed, is what the books have as lost");
    internal static readonly Invariant StockFlow = new("G7",
        "a limited stock is what lay there at first and was unloaded, less what was loaded, consumed and seized");
    internal static readonly Invariant NotNegative = new("G8", "no stock, promise, order or debt is below zero");
    internal static readonly Invariant NeedSplit = new("G9",
        "what was needed at a place was consumed, or was not met; of what can be owed, it is owed");
    internal static readonly Invariant LoadFits = new("G10", "a load weighs what its goods weigh, and no more than its vehicle carries");
    internal static readonly Invariant CanFly = new("G11", "nothing that cannot fly is on an aircraft");
    internal static readonly Invariant Told = new("G12", "what the outcome was told of loading, unloading and destruction is what the stocks have seen");
    internal static readonly Invariant LostWhere = new("G13",
        "what was lost on the way to each place, and seized there, is what the books have as lost");

    internal static readonly Invariant OnOrder = new("O1", "what is on order for a place is in the loads that count as on their way there");
    internal static readonly Invariant Promised = new("O2", "what a stock has promised is in the loads that wait to be loaded there");
    internal static readonly Invariant LoadOnce = new("O3",
        "a load waits for a vehicle, is meant for one, or lies on one: one of the three, once");
    internal static readonly Invariant Overdue = new("O4",
        "nothing that has stood still for longer than its line waits counts as on its way, and whoever gathers laden stands");

    internal static readonly Invariant FleetWhole = new("V1",
        "a fleet is the vehicles at the base, moving, broken and lost, none of them below zero");
    internal static readonly Invariant OnePlace = new("V2",
        "a vehicle is in one place at most: idle, at a loading dock, gathering, in a column or in the air");
    internal static readonly Invariant AtBase = new("V3", "the vehicles found at their base are those that the books have there");
    internal static readonly Invariant Moving = new("V4", "the vehicles found on their way are those that the books have as moving");
    internal static readonly Invariant Broken = new("V5", "the vehicles found under repair are those that the books have as broken");
    internal static readonly Invariant Gone = new("V6", "the vehicles found nowhere are those that the books have as lost");
    internal static readonly Invariant IdleEmpty = new("V7", "a vehicle that is idle or lost carries nothing");
    internal static readonly Invariant Docks = new("V8",
        "a vehicle is at one dock or waits for one, once, and nobody waits while a dock is free");
    internal static readonly Invariant GoneWhere = new("V9",
        "the vehicles lost of those sent to each place are those that the books have as lost");
    internal static readonly Invariant Attacks = new("V10",
        "the attacks on columns sent to each place are those that the outcome was told of, and they hit no more vehicles than are lost");

    internal static readonly Invariant Lanes = new("C1",
        "a crossing has as many lanes as it was given, each with one vehicle at most, no vehicle in two");
    internal static readonly Invariant ColumnParts = new("C2",
        "of a column at a crossing, those through are no more than those begun, and those between are in a lane each, or searched");
    internal static readonly Invariant Lines = new("C3",
        "who waits at a crossing stands in the line of its lane and traffic, once, in the order of arrival");
    internal static readonly Invariant AtCrossing = new("C4", "a column that waits at a crossing is the one that stands in its line");
    internal static readonly Invariant LetIn = new("C5",
        "an inspection begins only where the crossing is open, within its hours, and lets the traffic pass");
    internal static readonly Invariant Cleared = new("C6",
        "where clearance is asked, a column is let in only on a clearance that is good at that instant");
    internal static readonly Invariant HeldUp = new("C7",
        "an inspection goes on in a closed crossing only where the closure lets it, and is held up only while something does");
    internal static readonly Invariant Weight = new("C8", "no vehicle is under inspection that is heavier than the crossing bears");
    internal static readonly Invariant NoIdleLane = new("C9", "no lane is free while somebody is there who may use it");
    internal static readonly Invariant PassedOnce = new("C10", "no more vehicles are through a crossing or in its lanes than have begun");

    internal static readonly Invariant OneCause = new("W1", "at each place, the waiting by cause adds up to all waiting, to the tick");
    internal static readonly Invariant LittlesLaw = new("W2",
        "all waiting for the lanes of a crossing is the number of those who wait, summed over time");
    internal static readonly Invariant FirstGate = new("W3", "who waits at a crossing is charged to the first gate that is shut");
    internal static readonly Invariant Gathering = new("W4",
        "every laden vehicle that has not set out and is not kept by what is shut, and every aircraft whose crew rests, is charged one "
            + "wait for the fleet, and nobody else");

    internal static readonly Invariant ClosedRoute = new("R1", "nobody enters a route that is closed to it");

    internal static readonly Invariant RouteWeight = new("R2", "no vehicle is on a route that is heavier than the route bears");

    internal static readonly Invariant NearFront = new("R3",
        "what a front shuts or endangers near its head is shut and endangered by it as long as it is within reach, and no longer");

    internal static readonly Invariant Stands = new("A1", "no more stands or loading crews of an airfield are in use than it has");
    internal static readonly Invariant StandHolders = new("A2",
        "no more stands, and no more loading crews, are in use than aircraft at work");
    internal static readonly Invariant Grounded = new("A3", "nobody flies off towards an airfield that is closed to it");

    internal static readonly Invariant People = new("P1",
        "the people in a camp are those at the start and those who came since, less those who left or moved on");
    internal static readonly Invariant PeopleBalance = new("P2",
        "the people at the start and those who arrived are in camps, moving, or gone, as they are counted there");
    internal static readonly Invariant Displaced = new("P4",
        "who fled by a displacement is on the way, in a camp, or home again, as the outcome was told, and with those at home they are who "
            + "lived there");
    internal static readonly Invariant PeoplesNeed = new("P3", "a camp needs what its people need");

    internal static readonly Invariant Equipment = new("F1",
        "of each type of equipment of a party, what was there at the start is present or lost");
    internal static readonly Invariant EquipmentLost = new("F2", "what the books have as lost equipment is what the outcome was told of");
    internal static readonly Invariant Casualties = new("F3",
        "the casualties of a party are those that the outcome was told of, and no more than it has people");

    internal static readonly Invariant ShutTime = new("S1",
        "a crossing was shut for as long as the times between its closing and its opening add up to");

    /// <summary>In the order of their ids.</summary>
    public static ImmutableArray<Invariant> All { get; } =
    [
        TimeGoesOn, EndToCome,
        GoodsBalance, InStock, OnVehicles, Consumed, Supplied, Lost, StockFlow, NotNegative, NeedSplit, LoadFits, CanFly, Told, LostWhere,
        OnOrder, Promised, LoadOnce, Overdue,
        FleetWhole, OnePlace, AtBase, Moving, Broken, Gone, IdleEmpty, Docks, GoneWhere, Attacks,
        Lanes, ColumnParts, Lines, AtCrossing, LetIn, Cleared, HeldUp, Weight, NoIdleLane, PassedOnce,
        OneCause, LittlesLaw, FirstGate, Gathering,
        ClosedRoute, RouteWeight, NearFront, Stands, StandHolders, Grounded, People, PeopleBalance, PeoplesNeed, Displaced,
        Equipment, EquipmentLost, Casualties, ShutTime,
    ];
}
