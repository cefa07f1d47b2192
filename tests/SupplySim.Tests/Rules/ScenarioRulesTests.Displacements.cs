using SupplySim.Quantities;

namespace SupplySim.Tests.Rules;

/// <content>Who flees, where to, and who goes home.</content>
public sealed partial class ScenarioRulesTests
{
    private static Slip[] DisplacementSlips =>
    [
        new("a displacement's id is unique", s => s.Flee() with { Displacements = [Fleeing, Fleeing] }, "displacements.raqqa",
            "used twice"),
        new("a displacement's id is an id", s => s.Flee(d => d with { Id = "Raqqa" }), "displacements[Raqqa]", "write 'raqqa'"),
        new("people flee from somewhere", s => s.Flee(d => d with { From = default }), "displacements.raqqa.from",
            "nobody says where they flee from; name a place"),
        new("people flee from a place that exists", s => s.Flee(d => d with { From = "toun" }), "displacements.raqqa.from",
            "did you mean 'town'?"),
        new("a point is on the map",
            s => s.Place<Camp>("camp", camp => camp with { At = new GeoPoint(36, 42) }).Flee(d => d with { From = new GeoPoint(95, 40) }),
            "displacements.raqqa.from", "a latitude of 95"),
        new("from a camp one flees to another", s => s.Flee(d => d with { From = "camp" }), "displacements.raqqa.from",
            "no road leads from 'camp' to any other camp; add routes"),
        new("nobody flees to the camp they flee from", s => s.Second().Flee(d => d with { From = "camp", To = ["camp", "second"] }),
            "displacements.raqqa.to[0]", "'camp' is where they flee from; name another camp, or remove it"),
        new("the people of a camp are counted there", s => s.Second().Flee(d => d with { From = "camp", Residents = 500 }),
            "displacements.raqqa.residents",
            "'camp' is a camp, whose people are counted: no more flee than are there; remove it; how many are there at the start is said by "
                + "'people' of 'camp'"),
        new("shares add up to all", s => s.Second().Flee(d => d with { To = [("camp", 0.6), ("second", 0.3)] }),
            "displacements.raqqa.to", "the shares add up to 90 %; let them add up to 100 %"),
        new("shares add up to no more than all", s => s.Second().Flee(d => d with { To = [("camp", 0.667), ("second", 0.3334)] }),
            "displacements.raqqa.to", "the shares add up to 100.04 %"),
        new("a share to a camp is a share", s => s.Flee(d => d with { To = [("camp", double.NaN)] }), "displacements.raqqa.to.camp",
            "a share of NaN; allowed: 0 to 1 (0 % to 100 %)"),
        new("all camps have a share or none", s => s.Second().Flee(d => d with { To = [("camp", 1), "second"] }),
            "displacements.raqqa.to.second", "no share is given for 'second', and others have one; give each camp its share, or none"),
        new("a camp has one share", s => s.Flee(d => d with { To = [("camp", 0.5), ("camp", 0.5)] }), "displacements.raqqa.to.camp",
            "'camp' is given twice; give it one share"),
        new("shares are of camps", s => s.Flee(d => d with { To = [("camp", 0.5), ("force", 0.5)] }), "displacements.raqqa.to.force",
            "'force' is a force; people flee to camps"),
        new("people flee to places that exist", s => s.Flee(d => d with { To = ["champ"] }), "displacements.raqqa.to[0]",
            "did you mean 'camp'?"),
        new("people flee to camps", s => s.Flee(d => d with { To = ["force"] }), "displacements.raqqa.to[0]",
            "'force' is a force; people flee to camps"),
        new("one can get to a camp", s => s.Plus(new Town("island")).Flee(d => d with { From = "island" }), "displacements.raqqa.from",
            "no road leads from 'island' to any camp; add routes"),
        new("one can get to the camp that is named",
            s => s.Plus(new Camp("isle") { People = 0, Stock = Supply.None }).Flee(d => d with { To = ["camp", "isle"] }),
            "displacements.raqqa.to[1]", "no road leads from 'town' to 'isle'"),
        new("from a point camps lie somewhere", s => s.Flee(d => d with { From = new GeoPoint(36, 39) }), "displacements.raqqa.from",
            "nobody says where any camp lies, so nobody knows how far it is from 36 N 39 E; give a camp an 'at'"),
        new("what people flee from can be judged", s => s.Flee(d => d with { While = Condition.Open("town") }), "displacements.raqqa.while",
            "only a crossing or a route is open"),
        new("people are counted", s => s.Flee(d => d with { People = Rate.PerDay(Quantity.Tonnes(1)) }),
            "displacements.raqqa.people", "1 t"),
        new("not fewer than nobody flees", s => s.Flee(d => d with { People = Rate.PerDay(Quantity.Pieces(-5)) }),
            "displacements.raqqa.people", "-5"),
        new("a share flees by night", s => s.Flee(d => d with { Night = 2 }), "displacements.raqqa.night", "a share of 2"),
        new("not fewer than nobody lives there", s => s.Flee(d => d with { Residents = -5 }), "displacements.raqqa.residents", "-5"),
        new("one walks at a pace", s => s.Flee(d => d with { Pace = default }), "displacements.raqqa.pace", "0 km/h"),
        new("a batch takes some time", s => s.Flee(d => d with { Batches = TimeSpan.Zero }), "displacements.raqqa.batches",
            "it must be above 0"),
        new("batches are not without number", s => s.Flee(d => d with { Batches = TimeSpan.FromSeconds(1) }), "displacements.raqqa.batches",
            "more than 1,000,000 batches"),
        new("a batch can be drawn", s => s.Flee(d => d with { People = Arrivals.Poisson(900_000), Batches = TimeSpan.FromDays(2) }),
            "displacements.raqqa.people", "is 1800000 in a batch of 2 d; at most 1000000 can be drawn at once; write the rate alone"),
        new("a batch of those who go home can be drawn",
            s => s.Flee(d => d with { Batches = TimeSpan.FromDays(2), Return = Home with { People = Arrivals.Poisson(900_000) } }),
            "displacements.raqqa.return.people", "is 1800000 in a batch of 2 d"),
        new("a batch of a camp can be drawn",
            s => s.Place<Camp>("camp", camp => camp with { Departures = Arrivals.Poisson(900_000), Batches = TimeSpan.FromDays(2) }),
            "places.camp.departures", "is 1800000 in a batch of 2 d"),
        new("safety can be judged", s => s.Flee(d => d with { Return = Home with { While = Condition.Captured("toun") } }),
            "displacements.raqqa.return.while", "did you mean 'town'?"),
        new("who goes home is counted", s => s.Flee(d => d with { Return = Home with { People = Rate.PerDay(Quantity.Tonnes(1)) } }),
            "displacements.raqqa.return.people", "1 t"),
        new("a displacement's source exists", s => s.Flee(d => d with { Source = "map" }), "displacements.raqqa.source",
            "there is no source 'map'"),
    ];

    private static Homecoming Home => new() { While = Condition.Open("bridge"), People = Rate.PerDay(Quantity.Pieces(100)) };

    internal static Displacement Fleeing =>
        new("raqqa") { From = "town", People = Arrivals.Poisson(300), Pace = Speed.FromKilometresPerHour(4) };
}

/// <summary>Ways to change who flees.</summary>
internal static class DisplacementChanges
{
    /// <summary>With another camp beyond the first.</summary>
    public static Scenario Second(this Scenario scenario) =>
        scenario.Plus(new Camp("second") { People = 0 }, Small.Leg("camp", "second", 40));

    public static Scenario Flee(this Scenario scenario, Func<Displacement, Displacement>? change = null) =>
        scenario with { Displacements = [(change ?? (one => one))(ScenarioRulesTests.Fleeing)] };
}
