using SupplySim.Quantities;
using static SupplySim.Tests.Rules.RulesScenario;

namespace SupplySim.Tests.Rules;

public sealed partial class ScenarioRulesTests
{
    private static Slip[] FleetSlips =>
    [
        new("a fleet's id is unique", s => s with { Fleets = Twice(s.Fleets) }, "fleets.trucks", "used twice"),
        new("a traffic is a word", s => s.Fleet("locals", f => f with { Traffic = "Local Aid" }), "fleets.locals.traffic", "write 'local-aid'"),
        new("a traffic is not called empty", s => s.Fleet("traders", f => f with { Traffic = "empty" }), "fleets.traders.traffic", "'empty' cannot be a kind of traffic"),
        new("a count is not negative", s => s.Fleet("trucks", f => f with { Count = -1 }), "fleets.trucks.count", "-1 vehicles; at least 0"),
        new("an own fleet has no arrivals", s => s.Fleet("trucks", f => f with { Arrivals = Arrivals.Poisson(1) }), "fleets.trucks.arrivals", "has no 'through'"),
        new("a fleet has a base", s => s.Fleet("locals", f => f with { Base = null }), "fleets.locals", "needs a 'base'"),
        new("a base exists", s => s.Fleet("locals", f => f with { Base = "stirp" }), "fleets.locals.base", "did you mean 'strip'?"),
        new("a base is no crossing", s => s.Fleet("locals", f => f with { Base = "post" }), "fleets.locals.base", "'post' is a crossing; a fleet stands at"),
        new("a place worked from exists", s => s.Fleet("locals", f => f with { WorksFrom = ["strip", "twon"] }), "fleets.locals.works-from[1]", "did you mean 'town'?"),
        new("a place worked from can be reached", s => (s with { Places = s.Places.Add(new Town("island")) }).Fleet("locals", f => f with { WorksFrom = ["island"] }), "fleets.locals.works-from[0]", "no road leads from the base 'strip' to 'island'"),
        new("aircraft are based at an airfield", s => s.Fleet("planes", f => f with { WorksFrom = ["town"] }), "fleets.planes.works-from[0]", "'town' has no airfield"),
        new("strangers have no base", s => s.Fleet("traders", f => f with { Base = "town" }), "fleets.traders.base", "have no base"),
        new("strangers go by road", s => s.Fleet("traders", f => f with { Mode = Mode.Air, Speed = Speed.FromKilometresPerHour(400) }), "fleets.traders.mode", "only road traffic"),
        new("strangers pass a crossing", s => s.Fleet("traders", f => f with { Through = "town" }), "fleets.traders.through", "'town' is a town"),
        new("strangers can pass it", s => s.Fleet("traders", f => f with { Gross = Mass.FromTonnes(61) }), "fleets.traders.gross", "61 t, and 'bridge' bears 60 t: none of them could pass it"),
        new("strangers come at a rate", s => s.Fleet("traders", f => f with { Arrivals = null }), "fleets.traders", "give 'arrivals'"),
        new("strangers come now and then", s => s.Fleet("traders", f => f with { Arrivals = Arrivals.Poisson(0) }), "fleets.traders.arrivals", "nobody comes"),
        new("a payload is above zero", s => s.Fleet("escorts", f => f with { Carries = default(Mass) }), "fleets.escorts.carries", "above 0 t"),
        new("a fleet that a line uses carries something", s => s.Fleet("locals", f => f with { Carries = null }), "fleets.locals", "supply line 'onward' uses 'locals'"),
        new("a gross mass is above zero", s => s.Fleet("escorts", f => f with { Gross = default(Mass) }), "fleets.escorts.gross", "above 0 t"),
        new("a gross mass is not below the payload", s => s.Fleet("trucks", f => f with { Gross = Mass.FromTonnes(20) }), "fleets.trucks.gross", "20 t laden, no more than the 22 t"),
        new("a gross mass leaves something for the vehicle", s => s.Fleet("trucks", f => f with { Gross = Mass.FromTonnes(22) }), "fleets.trucks.gross", "nothing is left for the vehicle itself"),
        new("a gross mass can pass some way", s => s.Fleet("army", f => f with { Gross = Mass.FromTonnes(61) }), "fleets.army.gross", "61 t laden, above a weight limit on every way from 'depot' to 'force'"),
        new("a gross mass can pass some road", s => s.Route("town - force", r => r with { WeightLimit = Mass.FromTonnes(47) }), "fleets.army.gross", "48 t laden, above a weight limit on every way from 'depot' to 'force'"),
        new("an escort can come to its column", s => s.Fleet("escorts", f => f with { Gross = Mass.FromTonnes(90), Carries = Mass.FromTonnes(29) }), "fleets.army.gross", "61 t laden, above a weight limit on every way from 'depot' to 'force'"),
        new("an escort can pass where its column does", s => s.Fleet("escorts", f => f with { Gross = Mass.FromTonnes(61) }), "fleets.army.gross", "61 t laden, above a weight limit on every way from 'depot' to 'force'"),
        new("a column can be through a daylight-only road in a day", s => s.Route("town - force", r => r with { DaylightOnly = true, Speed = Speed.FromKilometresPerHour(5) }).Convoy(c => c with { Density = 1, Size = new(8, 12) }), "fleets.army", "on every way from 'depot' to 'force' a daylight-only route takes its columns longer than a day of 12 h"),
        new("a crew can drive along a daylight-only road in a day", s => s.Route("town - camp", r => r with { DaylightOnly = true, Speed = Speed.FromKilometresPerHour(10) }).Fleet("trucks", f => f with { Driving = TimeSpan.FromHours(4) }), "fleets.trucks", "on every way from 'depot' to 'camp' a daylight-only route"),
        new("aircraft do not stop at night", s => s.Fleet("planes", f => f with { Night = NightRule.Stop }), "fleets.planes.night", "only an own fleet on the road"),
        new("it is light at some time for those who stop at night", s => (s with { Defaults = s.Defaults with { Daylight = Hours.Never } }).Fleet("locals", f => f with { Night = NightRule.Stop }), "defaults.daylight", "it is never light, and 'locals' moves by daylight alone"),
        new("a payload alone can be too heavy", s => s.Fleet("trucks", f => f with { Gross = null, Carries = Mass.FromTonnes(70) }), "fleets.trucks.carries", "70 t laden"),
        new("a crew's day is of aircraft", s => s.Fleet("locals", f => f with { CrewDay = TimeSpan.FromHours(10) }), "fleets.locals.crew-day", "'locals' goes by road"),
        new("nobody drives aircraft", s => s.Fleet("planes", f => f with { Driving = TimeSpan.FromHours(10) }), "fleets.planes.driving", "which nobody drives"),
        new("aircraft do not break down on the road", s => s.Fleet("planes", f => f with { Breakdown = new() { Every = Distance.FromKilometres(1000), Repair = TimeSpan.FromHours(1) } }), "fleets.planes.breakdown", "breakdowns are of the road"),
        new("aircraft have a speed", s => s.Fleet("planes", f => f with { Speed = null }), "fleets.planes", "aircraft without a speed"),
        new("a fleet's speed is above zero", s => s.Fleet("trucks", f => f with { Speed = default(Speed) }), "fleets.trucks.speed", "0 km/h; allowed"),
        new("a crew drives at most a day a day", s => s.Fleet("trucks", f => f with { Driving = TimeSpan.FromHours(25) }), "fleets.trucks.driving", "25 h a day; it must be above 0 h and at most 24 h"),
        new("a crew day is above zero", s => s.Fleet("planes", f => f with { CrewDay = TimeSpan.Zero }), "fleets.planes.crew-day", "0 s a day"),
        new("a breakdown comes after some way", s => s.Fleet("trucks", f => f with { Breakdown = f.Breakdown! with { Every = default } }), "fleets.trucks.breakdown.every", "0 km"),
        new("a repair has a positive mean", s => s.Fleet("trucks", f => f with { Breakdown = f.Breakdown! with { Repair = Duration.Of(Distribution.Normal(-1, 1)) } }), "fleets.trucks.breakdown.repair", "must be above 0 s"),
        new("a halt has a positive mean", s => s.Fleet("trucks", f => f with { Breakdown = f.Breakdown! with { RecoveryHalt = Duration.Of(Distribution.Normal(-1, 1)) } }), "fleets.trucks.breakdown.recovery-halt", "must be above 0 s"),
        new("a fleet's source exists", s => s.Fleet("trucks", f => f with { Source = "map" }), "fleets.trucks.source", "there is no source 'map'"),
        new("aircraft are no column", s => s.Fleet("planes", f => f with { Convoy = new() { Size = new(1, 2), Wait = TimeSpan.Zero } }), "fleets.planes.convoy", "aircraft do not move in columns"),
        new("a column comes to an end", s => s.Convoy(c => c with { Size = new(1, 2000), MarchUnits = new MarchUnits { Of = 1, Gap = TimeSpan.FromDays(36_500) } }), "fleets.army.convoy.march-units.gap", "the last of 2000 vehicles would come more than 100 years after the first"),
        new("a column's range begins with the smaller number", s => s.Convoy(c => c with { Size = new(20, 5) }), "fleets.army.convoy.size", "20 to 5 vehicles; allowed: 1 to 100000"),
        new("a column has at least one vehicle", s => s.Convoy(c => c with { Size = new(0, 5) }), "fleets.army.convoy.size", "0 to 5 vehicles"),
        new("a column has at most 100000 vehicles", s => s.Convoy(c => c with { Size = new(1, 100_001) }), "fleets.army.convoy.size", "1 to 100001 vehicles"),
        new("a column's wait is not negative", s => s.Convoy(c => c with { Wait = -TimeSpan.FromHours(1) }), "fleets.army.convoy.wait", "-1 h; allowed: 0 s"),
        new("a column's density is at least one", s => s.Convoy(c => c with { Density = 0 }), "fleets.army.convoy.density", "0 vehicles per km"),
        new("a march unit has a vehicle", s => s.Convoy(c => c with { MarchUnits = new MarchUnits { Of = 0, Gap = TimeSpan.Zero } }), "fleets.army.convoy.march-units.of", "0 vehicles"),
        new("a gap between march units is not negative", s => s.Convoy(c => c with { MarchUnits = new MarchUnits { Of = 20, Gap = -TimeSpan.FromMinutes(1) } }), "fleets.army.convoy.march-units.gap", "allowed: 0 s"),
        new("an escort has a vehicle", s => s.Escort(e => e with { Count = 0 }), "fleets.army.convoy.escort.count", "0 vehicles"),
        new("an escort's fleet exists", s => s.Escort(e => e with { From = "escort" }), "fleets.army.convoy.escort.from", "did you mean 'escorts'?"),
        new("a fleet does not escort itself", s => s.Escort(e => e with { From = "army" }), "fleets.army.convoy.escort.from", "its own escort"),
        new("aircraft do not escort", s => s.Escort(e => e with { From = "planes" }), "fleets.army.convoy.escort.from", "only an own fleet on the road"),
        new("an escort has the same base", s => s.Escort(e => e with { From = "locals" }), "fleets.army.convoy.escort.from", "based at 'strip' and cannot escort from 'depot'"),
        new("an escort's fleet has enough vehicles", s => s.Fleet("escorts", f => f with { Count = 1 }), "fleets.army.convoy.escort.from", "has 1 vehicle, and each column needs 2"),
    ];

    private static Slip[] LineSlips =>
    [
        new("a line's id is unique", s => s with { SupplyLines = Twice(s.SupplyLines) }, "supply-lines.camp-road", "used twice"),
        new("a line's origin exists", s => s.Line("camp-road", l => l with { From = "depo" }), "supply-lines.camp-road.from", "did you mean 'depot'?"),
        new("a line's origin is named", s => s.Line("camp-road", l => l with { From = default }), "supply-lines.camp-road.from", "no place is named"),
        new("a line's origin is no crossing", s => s.Line("camp-road", l => l with { From = "bridge" }), "supply-lines.camp-road.from", "'bridge' is a crossing"),
        new("a line's destination is no crossing", s => s.Line("camp-road", l => l with { To = "bridge" }), "supply-lines.camp-road.to", "'bridge' is a crossing"),
        new("a line's fleet exists", s => s.Line("camp-road", l => l with { By = "truks" }), "supply-lines.camp-road.by", "did you mean 'trucks'?"),
        new("strangers carry nothing", s => s.Line("camp-road", l => l with { By = "traders" }), "supply-lines.camp-road.by", "strangers who merely pass 'bridge'"),
        new("a line leads somewhere else", s => s.Line("camp-road", l => l with { To = "depot", Commodities = ["food"], WhenBelow = null, UpTo = Supply.Of(Quantity.Tonnes(1)) }), "supply-lines.camp-road.to", "from 'depot' to itself"),
        new("a fleet works from the origin", s => s.Line("onward", l => l with { By = "trucks" }), "supply-lines.onward.from", "'trucks' works from depot, not from 'strip'"),
        new("a road leads to the destination", s => (s with { Places = s.Places.Add(new Camp("island") { People = 5 }) }).Line("camp-road", l => l with { To = "island" }), "supply-lines.camp-road.to", "no road leads from 'depot' to 'island'"),
        new("a road leads back", s => s.Route("depot - bridge", r => r with { OneWay = true }) with { SupplyLines = [s.SupplyLines[0]] }, "supply-lines.camp-road.to", "no road leads back from 'camp' to the base 'depot'"),
        new("a one-way road does not lead the other way", s => s.Route("strip - town", r => r with { From = "town", To = "strip", OneWay = true }).Fleet("locals", f => f with { WorksFrom = [] }), "supply-lines.onward.to", "no road leads from 'strip' to 'camp'"),
        new("an airlift lands at an airfield", s => s.Line("airlift", l => l with { To = "town" }), "supply-lines.airlift.to", "'town' has no airfield"),
        new("an air route joins the ends", s => s with { Routes = s.Routes.RemoveAt(6) }, "supply-lines.airlift.to", "no air route leads from 'depot' to 'strip'"),
        new("an air route leads back", s => s.Route("depot - strip", r => r with { OneWay = true }), "supply-lines.airlift.to", "no air route leads back"),
        new("what is carried exists", s => s.Line("airlift", l => l with { Commodities = ["food", "medicin"] }), "supply-lines.airlift.commodities[1]", "did you mean 'medicine'?"),
        new("what is carried is named once", s => s.Line("airlift", l => l with { Commodities = ["food", "food"] }), "supply-lines.airlift.commodities[1]", "named twice"),
        new("what flies can fly", s => s.Line("airlift", l => l with { Commodities = ["generator"], UpTo = Supply.Of(Quantity.Pieces(2)) }), "supply-lines.airlift.commodities[0]", "'generator' cannot fly"),
        new("a destination needs something", s => s.Line("camp-road", l => l with { To = "town" }), "supply-lines.camp-road.to", "'town' needs nothing, and no 'commodities' are named"),
        new("a destination by air needs something that flies", s => s.Place<Depot>("strip", _ => new Force("strip") { Loading = Minutes(1), Airfield = new() { Parking = 1, GroundTime = Minutes(1) }, Needs = [("generator", Rate.PerDay(Quantity.Pieces(1)))] }).Line("airlift", l => l with { Commodities = [] }), "supply-lines.airlift.to", "needs nothing that can fly"),
        new("a vehicle carries one piece", s => s.Fleet("army", f => f with { Carries = Mass.FromTonnes(9) }), "supply-lines.generators.by", "one piece of 'generator' is too heavy for the 9 t of 'army'"),
        new("an order brings more than a gram", s => s.Line("onward", l => l with { WhenBelow = l.UpTo }), "supply-lines.onward.when-below", "every gram that is eaten would be ordered by itself"),
        new("as many grams are more than none", s => s.Line("camp-road", l => l with { WhenBelow = Supply.Of(("food", Quantity.Tonnes(5))), UpTo = Supply.Of(("food", Quantity.Tonnes(5))), Commodities = ["food"] }), "supply-lines.camp-road.when-below", "as much as 'up-to'"),
        new("something says how much", s => s.Line("onward", l => l with { UpTo = null }), "supply-lines.onward", "give 'up-to'"),
        new("only one thing says how much", s => s.Line("generators", l => l with { UpTo = Supply.Days(9) }), "supply-lines.generators.send", "exactly one is allowed"),
        new("a trigger goes with a level", s => s.Line("generators", l => l with { WhenBelow = Supply.Days(9) }), "supply-lines.generators.when-below", "no 'up-to' or 'order' says how much"),
        new("either a level or a lot says how much", s => s.Line("camp-road", l => l with { Order = Supply.Days(3) }), "supply-lines.camp-road.order", "both 'up-to' and 'order' say how much"),
        new("a lot goes with a level", s => s.Line("onward", l => l with { UpTo = null, Order = Supply.Days(3) }), "supply-lines.onward.order", "add 'when-below'"),
        new("a lot is of all that is carried", s => s.Line("airlift", l => l with { UpTo = null, WhenBelow = Supply.Of(Quantity.Tonnes(50)), Order = Supply.Of(("food", Quantity.Tonnes(5))) }), "supply-lines.airlift.order", "of some of what the line carries nothing would ever be ordered"),
        new("a lot is something", s => s.Line("camp-road", l => l with { UpTo = null, Order = Supply.Days(0) }), "supply-lines.camp-road.order", "nothing would ever be ordered"),
        new("a lot is no order that fills the memory", s => s.Line("airlift", l => l with { UpTo = null, WhenBelow = Supply.Of(Quantity.Tonnes(50)), Order = Supply.Of(Quantity.Tonnes(100_000_000)) }), "supply-lines.airlift.order", "vehicles of 14 t at once"),
        new("a store holds what a plane carries that far", s => s.Fleet("planes", f => f with { Carries = null, Aircraft = new() { PayloadRange = Air.Table((500, 15), (1000, 5)) } }).Place<Depot>("strip", p => p with { Storage = Supply.Of(Quantity.Tonnes(13)) }), "supply-lines.airlift.to", "'strip' has room for 13 t, less than the 14.6 t of one vehicle of 'planes'"),
        new("reviews are some time apart", s => s.Line("onward", l => l with { Review = TimeSpan.Zero }), "supply-lines.onward.review", "above 0 s"),
        new("reviews are not too many", s => s.Line("onward", l => l with { Review = TimeSpan.FromSeconds(1) }), "supply-lines.onward.review", "more than 1,000,000 reviews"),
        new("what is late is not looked for too often", s => s.Line("onward", l => l with { GivenUpAfter = TimeSpan.FromSeconds(1) }), "supply-lines.onward.given-up-after", "more than 1,000,000 times"),
        new("consignments are not too many", s => s.Line("generators", l => l with { Every = TimeSpan.FromSeconds(1) }), "supply-lines.generators.every", "more than 1,000,000 consignments"),
        new("what is sent anyway is not reviewed", s => s.Line("generators", l => l with { Review = TimeSpan.FromDays(1) }), "supply-lines.generators.review", "remove 'review'"),
        new("a store holds a vehicle load", s => s.Place<Depot>("strip", p => p with { Storage = Supply.Of(Quantity.Tonnes(13)) }), "supply-lines.airlift.to", "'strip' has room for 13 t, less than the 14 t of one vehicle of 'planes'"),
        new("a store holds a vehicle load of each commodity", s => s.Place<Depot>("strip", p => p with { Storage = Supply.Of(("medicine", Quantity.Tonnes(13))) }), "supply-lines.airlift.to", "room for 13 t of 'medicine', less than the 14 t"),
        new("a step goes with a schedule", s => s.Line("onward", l => l with { Every = TimeSpan.FromDays(1) }), "supply-lines.onward.every", "no 'send' says how much"),
        new("a step is above zero", s => s.Line("generators", l => l with { Every = TimeSpan.Zero }), "supply-lines.generators.every", "above 0 s"),
        new("an order is finite", s => s.Line("onward", l => l with { UpTo = Supply.Unlimited }), "supply-lines.onward.up-to", "an order of unlimited"),
        new("days are of a need", s => s.Line("airlift", l => l with { UpTo = Supply.Days(5) }), "supply-lines.airlift.up-to", "5 d of supply, but 'strip' needs nothing"),
        new("days are of a need for each commodity", s => s.Line("onward", l => l with { Commodities = ["food", "ammunition"] }), "supply-lines.onward.up-to", "'camp' needs no 'ammunition'"),
        new("one amount is split by what a person needs", s => s.Line("airlift", l => l with { Commodities = ["food", "ammunition"] }), "supply-lines.airlift.up-to", "nobody says what a person needs of 'ammunition'"),
        new("one amount is in the unit of all", s => s.Line("airlift", l => l with { UpTo = Supply.Of(Quantity.Pieces(5)) }), "supply-lines.airlift.up-to", "5, but 'food' is counted by mass"),
        new("amounts are of what is carried", s => s.Line("airlift", l => l with { UpTo = Supply.Of(("ammunition", Quantity.Tonnes(5))) }), "supply-lines.airlift.up-to.ammunition", "the line does not carry 'ammunition'; it carries food, medicine"),
        new("a trigger in days is not above the level", s => s.Line("camp-road", l => l with { WhenBelow = Supply.Days(22) }), "supply-lines.camp-road.when-below", "22 d, above 'up-to' 21 d"),
        new("a trigger in one amount is not above the level", s => s.Line("airlift", l => l with { WhenBelow = Supply.Of(Quantity.Tonnes(121)) }), "supply-lines.airlift.when-below", "121 t, above 'up-to' 120 t"),
        new("a trigger in amounts is not above the level", s => s.Line("airlift", l => l with { WhenBelow = Supply.Of(("food", Quantity.Tonnes(6))), UpTo = Supply.Of(("food", Quantity.Tonnes(5))) }), "supply-lines.airlift.when-below", "above 'up-to'"),
        new("what is sent is above zero", s => s.Line("generators", l => l with { Send = Rate.PerDay(Quantity.Pieces(0)) }), "supply-lines.generators.send", "0/d; it must be above 0"),
        new("what is sent is in the commodity's unit", s => s.Line("generators", l => l with { Send = Rate.PerDay(Quantity.Tonnes(1)) }), "supply-lines.generators.send", "1 t, but 'generator' is counted in pieces"),
        new("what is sent at a rate is one commodity", s => s.Line("generators", l => l with { Commodities = ["generator", "ammunition"] }), "supply-lines.generators.send", "3/week of what? the line carries ammunition, generator"),
        new("an amount in days is no order that fills the memory", s => s.Fleet("locals", f => f with { Carries = Mass.FromGrams(1000) }), "supply-lines.onward.up-to", "vehicles of 0.001 t at once; at most 1,000,000 are allowed"),
        new("an amount is no order that fills the memory", s => s.Fleet("planes", f => f with { Carries = Mass.FromGrams(100) }), "supply-lines.airlift.up-to", "120 t takes 1,200,000 vehicles of 0.0001 t at once"),
        new("amounts are no order that fills the memory", s => s.Line("airlift", l => l with { UpTo = Supply.Of(("food", Quantity.Tonnes(100_000_000))) }), "supply-lines.airlift.up-to", "takes 7,142,857 vehicles"),
        new("what is sent at once does not fill the memory", s => s.Line("generators", l => l with { Send = Rate.PerDay(Quantity.Pieces(1_000_000)) }), "supply-lines.generators.send", "1000000/d takes 2,916,667 vehicles of 24 t at once"),
        new("a millilitre fits into a vehicle", s => s.Commodity("ammunition", c => c with { Unit = QuantityUnit.Millilitre, Weight = Mass.FromTonnes(30_000) }).Place<Force>("force", f => f with { Needs = [("ammunition", Rate.PerDay(Quantity.Litres(1)))], Stock = Supply.None }).Line("generators", l => l with { Commodities = ["ammunition"], Send = Rate.PerDay(Quantity.Litres(1)) }).Measure("arrived", m => m with { Commodity = null }), "supply-lines.generators.by", "one millilitre of 'ammunition' is too heavy for the 24 t"),
        new("a rest has an end", s => s.Line("onward", l => l with { Until = Condition.Open("bridge") }), "supply-lines.onward.until", "add 'when'"),
        new("when a line works can be judged", s => s.Line("onward", l => l with { When = Condition.Open("town") }), "supply-lines.onward.when", "'town' is a town; only a crossing or a route is open or shut"),
        new("until when a line works can be judged", s => s.Line("airlift", l => l with { Until = Condition.Captured("twon") }), "supply-lines.airlift.until", "did you mean 'town'?"),
        new("whole pieces reach the minimum load", s => s with { Policies = s.Policies with { Dispatch = new SupplySim.Planning.Go { MinimumLoad = 0.95 } } }, "policies.dispatch.minimum-load", "whole pieces of generator make up"),
        new("a consignment is given up after some time", s => s.Line("onward", l => l with { GivenUpAfter = TimeSpan.Zero }), "supply-lines.onward.given-up-after", "above 0 s"),
    ];
}

/// <summary>Ways to let more be done at the bridge.</summary>
internal static class ChangesBeyondTheLanes
{
    public static Scenario Searched(this Scenario scenario, SecondarySearch search) =>
        scenario.Place<Crossing>("bridge", bridge => bridge with { Secondary = search });

    /// <summary>With a fleet of the far bank that can take on whatever comes.</summary>
    public static Scenario Exchanged(this Scenario scenario, Func<Transshipment, Transshipment> change) => scenario.Place<Crossing>("bridge", bridge => bridge with
    {
        Transshipment = change(new Transshipment { Onto = "haulers", Takes = Minutes(40) }),
    }) with
    {
        Fleets = scenario.Fleets.Add(new Fleet("haulers") { Traffic = "aid", Base = "town", Count = 20, Carries = Mass.FromTonnes(30) }),
    };
}

/// <summary>Ways to change the army's columns.</summary>
internal static class ConvoyChanges
{
    public static Scenario Convoy(this Scenario scenario, Func<ConvoyRules, ConvoyRules> change) =>
        scenario.Fleet("army", fleet => fleet with { Convoy = change(fleet.Convoy!) });

    public static Scenario Escort(this Scenario scenario, Func<Escort, Escort> change) =>
        scenario.Convoy(convoy => convoy with { Escort = change(convoy.Escort!) });
}
