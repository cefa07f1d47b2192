using SupplySim.Quantities;

namespace SupplySim.Tests;

/// <summary>Ways to change the flight of <see cref="Small.Camp"/>: depot to camp, 400 km, an hour; an hour on the ground at each
/// end; 11 t.</summary>
internal static class Air
{
    /// <summary>A camp without people or stock that is to have so much food, all of it by air.</summary>
    public static Scenario Flown(decimal tonnes) => Small.Camp()
        .Place<Camp>("camp", camp => camp with { People = 0, Stock = Supply.None })
        .With(Small.Line("air", "planes") with { Commodities = ["food"], WhenBelow = Small.Food(tonnes), UpTo = Small.Food(tonnes) });

    public static Scenario Type(this Scenario scenario, Aircraft aircraft) =>
        scenario.Fleet("planes", fleet => fleet with { Aircraft = aircraft });

    public static Scenario Planes(this Scenario scenario, int count) => scenario.Fleet("planes", fleet => fleet with { Count = count });

    /// <summary>The airfield of the camp changed.</summary>
    public static Scenario AtCamp(this Scenario scenario, Func<Airfield, Airfield> change) =>
        scenario.Place<Camp>("camp", camp => camp with { Airfield = change(camp.Airfield!) });

    /// <summary>The airfield of the depot changed.</summary>
    public static Scenario AtDepot(this Scenario scenario, Func<Airfield, Airfield> change) =>
        scenario.Place<Depot>("depot", depot => depot with { Airfield = change(depot.Airfield!) });

    public static PayloadRange Table(params (int Kilometres, decimal Tonnes)[] points) =>
        new([.. points.Select(point => (Distance.FromKilometres(point.Kilometres), Mass.FromTonnes(point.Tonnes)))]);
}
