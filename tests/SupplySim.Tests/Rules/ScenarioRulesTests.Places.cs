using SupplySim.Planning;
using SupplySim.Quantities;
using static SupplySim.Tests.Rules.RulesScenario;

namespace SupplySim.Tests.Rules;

public sealed partial class ScenarioRulesTests
{
    private static Slip[] HeadSlips =>
    [
        new("a title is needed", s => s with { Title = "" }, "title", "it is empty"),
        new("a source's name is an id", s => s with { Sources = [("report", "News"), ("The Report", "News")] }, "sources[The Report]",
            "write 'the-report'"),
        new("a source is named once", s => s with { Sources = [("report", "News"), ("report", "Views")] }, "sources.report", "given twice"),
        new("a year is one that a calendar knows", s => s with { Clock = s.Clock with { Start = new(9500, 1, 1, 0, 0, 0, TimeSpan.Zero) } },
            "clock.start", "allowed: 1000 to 9000"),
        new("a length is above zero", s => s with { Clock = s.Clock with { Length = TimeSpan.Zero } }, "clock.length",
            "above 0 s and at most 100 years"),
        new("a length is at most 100 years", s => s with { Clock = s.Clock with { Length = TimeSpan.FromDays(36_526) } },
            "clock.length", "36526 d"),
        new("a zone exists", s => s with { Clock = s.Clock with { Zone = "Asia/Bagdad" } }, "clock.zone", "did you mean 'Asia/Baghdad'?"),
        new("a default law has a mean above zero",
            s => s with { Defaults = new() { Unloading = Duration.Of(Distribution.Normal(-60, 60)) } }, "defaults.unloading",
            "mean of -1 min; it must be above 0 s"),
        new("a commodity's id is an id", s => s with { Commodities = s.Commodities.Add(new("Fuel") { Unit = QuantityUnit.Millilitre }) },
            "commodities[Fuel]", "write 'fuel'"),
        new("an id has at most 64 characters", s => s with { Parties = s.Parties.Add(new(new string('a', 65))) },
            $"parties[{new string('a', 65)}]", "an id of 65 characters; at most 64"),
        new("an id begins with a letter", s => s with { Parties = s.Parties.Add(new("3rd-army")) }, "parties[3rd-army]",
            "beginning with a letter"),
        new("a commodity's id is unique", s => s with { Commodities = s.Commodities.Add(s.Commodities[0]) }, "commodities.food",
            "used twice"),
        new("a ration is in the commodity's unit", s => s.Commodity("food", c => c with { PerPerson = Rate.PerDay(Quantity.Litres(2)) }),
            "commodities.food.per-person", "2 l/d, but 'food' is counted by mass"),
        new("a ration is above zero", s => s.Commodity("food", c => c with { PerPerson = Rate.PerDay(Quantity.Tonnes(0)) }),
            "commodities.food.per-person", "must be above 0"),
        new("a ration has a time", s => s.Commodity("food", c => c with { PerPerson = new Rate() }), "commodities.food.per-person",
            "must be above 0"),
        new("a local share is a share", s => s.Commodity("food", c => c with { LocalShare = 1.5 }), "commodities.food.local-share",
            "1.5; allowed: 0 to 1 (0 % to 100 %)"),
        new("an unknown share is a share in every run", s => s.Commodity("food", c => c with { LocalShare = Number.Unknown(0.5, 1.25) }),
            "commodities.food.local-share", "unknown(0.5, 1.25) can be as high as 1.25"),
        new("a piece needs a weight", s => s.Commodity("generator", c => c with { Weight = null }), "commodities.generator",
            "give the mass of one piece"),
        new("a weight is above zero", s => s.Commodity("generator", c => c with { Weight = default(Mass) }), "commodities.generator.weight",
            "above 0 t"),
        new("a source exists", s => s.Commodity("food", c => c with { Source = "raport" }), "commodities.food.source",
            "did you mean 'report'?"),
        new("a party's strength is not negative", s => s with { Parties = s.Parties.SetItem(0, new("red") { Strength = -1 }) },
            "parties.red.strength", "-1 people; at least 0"),
        new("a party's id is unique", s => s with { Parties = Twice(s.Parties) }, "parties.red", "used twice"),
    ];

    private static ChangingRate Steps(params int[] days) =>
        ChangingRate.Of([.. days.Select(day => new RateStep { From = Moment.Day(day), Rate = Arrivals.Constant(5) })]);

    private static Slip[] PlaceSlips =>
    [
        new("a place's id is unique", s => s with { Places = s.Places.Add(new Town("town")) }, "places.town",
            "'town' is used twice in 'places'"),
        new("a place is not called as all camps are", s => s with { Places = s.Places.Add(new Town("camps")) }, "places.camps",
            "a meaning of its own"),
        new("a latitude is at most 90 degrees", s => s.Place<Town>("town", p => p with { At = new(95, 0) }), "places.town.at",
            "a latitude of 95; allowed: -90 to 90"),
        new("a longitude is at most 180 degrees", s => s.Place<Town>("town", p => p with { At = new(0, double.NaN) }), "places.town.at",
            "a longitude of NaN"),
        new("a place's source exists", s => s.Place<Town>("town", p => p with { Source = "map" }), "places.town.source",
            "there is no source 'map'; there is report"),
        new("there is at least one dock", s => s.Place<Camp>("camp", p => p with { Docks = 0 }), "places.camp.docks",
            "0 docks; at least 1 is needed"),
        new("a loading time has a positive mean",
            s => s.Place<Depot>("depot", p => p with { Loading = Duration.Of(Distribution.Normal(0, 1)) }), "places.depot.loading",
            "mean of 0 s"),
        new("a place that loads has a loading time", s => s.Place<Depot>("depot", p => p with { Loading = null }), "places.depot",
            "'camp-road' loads at 'depot', which has no loading time"),
        new("a place that unloads has an unloading time", s => s with { Defaults = new(), SupplyLines = [s.SupplyLines[0]] }, "places.camp",
            "unloads at 'camp', which has no unloading time"),
        new("days of stock need a need", s => s.Place<Depot>("strip", p => p with { Stock = Supply.Days(3) }), "places.strip.stock",
            "'strip' needs nothing that could be counted in days"),
        new("one amount of stock needs goods to be split among",
            s => s.Place<Depot>("strip", p => p with { Stock = Supply.Of(Quantity.Tonnes(3)) }), "places.strip.stock", "3 t of what?"),
        new("a stock is of a commodity that exists",
            s => s.Place<Depot>("strip", p => p with { Stock = Supply.Of(("foot", Quantity.Tonnes(3))) }), "places.strip.stock.foot",
            "did you mean 'food'?"),
        new("a stock is in the commodity's unit",
            s => s.Place<Depot>("strip", p => p with { Stock = Supply.Of(("food", Quantity.Pieces(3))) }), "places.strip.stock.food",
            "3, but 'food' is counted by mass"),
        new("who eats can run out", s => s.Place<Camp>("camp", p => p with { Stock = Supply.Unlimited }), "places.camp.stock",
            "an unlimited stock where 'food' is needed: nobody could run out"),
        new("a stock is not negative", s => s.Place<Depot>("strip", p => p with { Stock = Supply.Of(("food", Quantity.Tonnes(-3))) }),
            "places.strip.stock.food", "-3 t of 'food'; allowed: 0 to"),
        new("an airfield parks at least one aircraft",
            s => s.Place<Depot>("strip", p => p with { Airfield = p.Airfield! with { Parking = 0 } }), "places.strip.airfield.parking",
            "0 aircraft"),
        new("a ground time has a positive mean",
            s =>
                s.Place<Depot>("strip",
                    p => p with { Airfield = p.Airfield! with { GroundTime = Duration.Of(Distribution.Normal(-1, 1)) } }),
                    "places.strip.airfield.ground-time", "must be above 0 s"),
        new("what people find is not counted in days",
            s =>
                s.Commodity("medicine", c => c with { LocalShare = 1 }).Line("camp-road",
                    l => l with { Commodities = ["medicine"], WhenBelow = null }), "supply-lines.camp-road.up-to",
                    "'camp' needs no 'medicine'"),
        new("people are not negative", s => s.Place<Camp>("camp", p => p with { People = -1 }), "places.camp.people",
            "-1; allowed: 0 to a billion people"),
        new("an unknown stock is of the commodity's unit",
            s =>
                s.Place<Depot>("depot",
                    p => p with { Stock = Supply.Of(("food", DrawnQuantity.Unknown(Quantity.Litres(1), Quantity.Litres(2)))) }),
                    "places.depot.stock.food", "unknown(1 l, 2 l), but 'food' is counted by mass"),
        new("an unknown stock is not negative",
            s =>
                s.Place<Depot>("depot",
                    p => p with { Stock = Supply.Of(("food", DrawnQuantity.Unknown(Quantity.Tonnes(-1), Quantity.Tonnes(2)))) }),
                    "places.depot.stock.food", "unknown(-1 t, 2 t) can be less than 0"),
        new("an unknown stock has an end below",
            s =>
                s.Place<Depot>("depot",
                    p =>
                        p with
                        {
                            Stock = Supply.Of(("food", DrawnQuantity.Of(Distribution.Normal(5e6, 1e6), QuantityUnit.Gram).AsUnknown())),
                        }), "places.depot.stock.food", "can fall below 0"),
        new("an unknown stock fits into a number",
            s =>
                s.Place<Depot>("depot",
                    p =>
                        p with
                        {
                            Stock =
                                Supply.Of(("food", DrawnQuantity.Of(Distribution.Lognormal(1e15, 1e16), QuantityUnit.Gram).AsUnknown())),
                        }), "places.depot.stock.food", "can be as much as"),
        new("all that may lie there fits",
            s =>
                s.Place<Depot>("depot",
                    p => p with { Stock = Supply.Of(("food", DrawnQuantity.Unknown(Quantity.Tonnes(10), Quantity.Tonnes(30)))),
                        Storage = Supply.Of(Quantity.Tonnes(20)) }), "places.depot.storage", "may lie there at the start"),
        new("a store is known",
            s =>
                s.Place<Depot>("depot",
                    p => p with { Stock = Supply.None, Storage = Supply.Unknown(Quantity.Tonnes(20), Quantity.Tonnes(30)) }),
                    "places.depot.storage", "a store is as large as it is"),
        new("unknown comers are not too many",
            s =>
                s.Place<Camp>("camp",
                    p => p with { Arrivals = Arrivals.Of(new UnknownRate(Distribution.Uniform(0, 2e6), QuantityUnit.Piece)) }),
                    "places.camp.arrivals", "unknown(0/d, 2000000/d) can be as many as"),
        new("people drawn are not negative", s => s.Place<Camp>("camp", p => p with { People = Number.Unknown(-10, 100) }),
            "places.camp.people", "unknown(-10, 100) can be as low as -10"),
        new("comers are heads", s => s.Place<Camp>("camp", p => p with { Arrivals = new Arrivals(Rate.PerDay(Quantity.Tonnes(1)), true) }),
            "places.camp.arrivals", "does not count heads"),
        new("comers are not negative", s => s.Place<Camp>("camp", p => p with { Arrivals = Arrivals.Constant(-5) }), "places.camp.arrivals",
            "-5/d is -5 a day; allowed: 0 to"),
        new("a camp's warning level is above zero", s => s.Place<Camp>("camp", p => p with { WarnBelow = TimeSpan.Zero }),
            "places.camp.warn-below", "above 0 s"),
        new("a force's party exists", s => s.Place<Force>("force", p => p with { Party = "gren" }), "places.force.party",
            "did you mean 'green'?"),
        new("a force needs what exists",
            s => s.Place<Force>("force", p => p with { Needs = [.. p.Needs, ("tanks", Rate.PerDay(Quantity.Pieces(1)))] }),
            "places.force.needs.tanks", "there is no commodity 'tanks'"),
        new("a need is in the commodity's unit",
            s => s.Place<Force>("force", p => p with { Needs = [.. p.Needs, ("food", Rate.PerDay(Quantity.Pieces(1)))] }),
            "places.force.needs.food", "1/d, but 'food' is counted by mass"),
        new("a store is not measured in days", s => s.Place<Camp>("camp", p => p with { Storage = Supply.Days(30) }), "places.camp.storage",
            "30 d: a store is as large as it is"),
        new("what is not counted needs no room", s => s.Place<Depot>("depot", p => p with { Storage = Supply.Of(Quantity.Tonnes(500)) }),
            "places.depot.storage", "room for 500 t in a place whose stock is unlimited"),
        new("all commodities together are limited by mass",
            s => s.Place<Depot>("strip", p => p with { Storage = Supply.Of(Quantity.Litres(500)) }), "places.strip.storage",
            "limited by mass"),
        new("a store is larger than nothing", s => s.Place<Town>("town", p => p with { Storage = Supply.Of(Quantity.Tonnes(0)) }),
            "places.town.storage", "0 t; it must be above 0 t"),
        new("room is for what exists", s => s.Place<Town>("town", p => p with { Storage = Supply.Of(("bread", Quantity.Tonnes(5))) }),
            "places.town.storage.bread", "there is no commodity 'bread'"),
        new("room is in the commodity's unit",
            s => s.Place<Town>("town", p => p with { Storage = Supply.Of(("food", Quantity.Pieces(5))) }), "places.town.storage.food",
            "5, but 'food' is counted by mass"),
        new("there is room for what lies there",
            s =>
                s.Place<Town>("town",
                    p => p with { Stock = Supply.Of(("food", Quantity.Tonnes(6))), Storage = Supply.Of(("food", Quantity.Tonnes(5))) }),
                    "places.town.storage", "room for 5 t of 'food', and 6 t lie there at the start"),
        new("there is room for all that lies there",
            s =>
                s.Place<Town>("town",
                    p => p with { Stock = Supply.Of(("food", Quantity.Tonnes(6))), Storage = Supply.Of(Quantity.Tonnes(5)) }),
                    "places.town.storage", "room for 5 t, and 6 t lie there at the start"),
        new("those who leave are not negative", s => s.Place<Camp>("camp", p => p with { Departures = Arrivals.Constant(-5) }),
            "places.camp.departures", "-5/d is -5 a day; allowed: 0 to"),
        new("steps are in order of time", s => s.Place<Camp>("camp", p => p with { Arrivals = Steps(5, 5) }),
            "places.camp.arrivals[1].from", "day 5, not after the step before"),
        new("each step counts heads",
            s =>
                s.Place<Camp>("camp",
                    p =>
                        p with
                        {
                            Arrivals =
                                ChangingRate.Of(new RateStep { From = Moment.Day(1), Rate = new(Rate.PerDay(Quantity.Tonnes(1)), true) }),
                        }), "places.camp.arrivals[0].rate", "does not count heads"),
        new("a stream has steps", s => s.Place<Camp>("camp", p => p with { Arrivals = ChangingRate.Of() }), "places.camp.arrivals",
            "it has no steps"),
        new("batches take time", s => s.Place<Camp>("camp", p => p with { Batches = TimeSpan.Zero }), "places.camp.batches", "above 0 s"),
        new("batches are not too many",
            s => s.Place<Camp>("camp", p => p with { Arrivals = Arrivals.Constant(5), Batches = TimeSpan.FromSeconds(1) }),
            "places.camp.batches", "more than 1,000,000 batches"),
        new("there is room for those who are there",
            s => s.Place<Camp>("camp", p => p with { People = Number.Unknown(900, 1200), Capacity = 1000 }), "places.camp.capacity",
            "room for 1000, and unknown(900, 1200) people are there at the start"),
        new("nobody goes on where there is always room",
            s => s.Place<Camp>("camp", p => p with { Overflow = new Overflow { Pace = Speed.FromKilometresPerHour(1) } }),
            "places.camp.overflow", "add 'capacity'"),
        new("a camp's own ration is in the commodity's unit",
            s => s.Place<Camp>("camp", p => p with { Rations = [("food", Rate.PerDay(Quantity.Pieces(1)))] }), "places.camp.rations.food",
            "1/d, but 'food' is counted by mass"),
        new("a camp's local share is a share", s => s.Place<Camp>("camp", p => p with { LocalShare = [("food", 1.5)] }),
            "places.camp.local-share.food", "1.5; allowed: 0 to 1"),
        new("a local share is of a ration", s => s.Place<Camp>("camp", p => p with { LocalShare = [("ammunition", 0.5)] }),
            "places.camp.local-share.ammunition", "nobody says what a person needs of 'ammunition'"),
        new("what a source needs is an amount",
            s => s.Place<Camp>("camp", p => p with { LocalShare = [("food", new LocalSource { Share = 1, Needs = "medicine" })] }),
            "places.camp.local-share.food", "it needs 'medicine', and nothing says how much"),
        new("a source does not need itself",
            s =>
                s.Place<Camp>("camp",
                    p =>
                        p with
                        {
                            LocalShare =
                                [("food", new LocalSource { Share = 1, Needs = "food", PerPerson = Rate.PerDay(Quantity.Kilograms(1)) })],
                        }), "places.camp.local-share.food.needs", "'food' is itself found only where"),
        new("an amount is of something",
            s =>
                s.Place<Camp>("camp",
                    p =>
                        p with
                        {
                            LocalShare = [("food", new LocalSource { Share = 0.5, PerPerson = Rate.PerDay(Quantity.Kilograms(1)) })],
                        }), "places.camp.local-share.food.per-person", "no 'needs' says of what"),
        new("batches are of people who come or leave",
            s => s.Place<Camp>("camp", p => p with { Arrivals = null, Departures = null, Batches = TimeSpan.FromHours(1) }),
            "places.camp.batches", "nobody comes and nobody leaves"),
        new("what is used at random is not more than a run can count",
            s =>
                s.Place<Force>("force",
                    p => p with { Needs = [("generator", new Arrivals(Rate.PerDay(Quantity.Pieces(2_000_000)), true))] }),
                    "places.force.needs.generator", "2000000 a day; allowed where each piece is used by itself: 0 to 1000000 a day"),
        new("only pieces are used at random",
            s => s.Place<Force>("force", p => p with { Needs = [("food", new Arrivals(Rate.PerDay(Quantity.Tonnes(1)), true))] }),
            "places.force.needs.food", "only pieces are used one at a time"),
        new("equipment exists", s => s.Place<Force>("force", p => p with { Equipment = [("tanks", new Equipment { Authorised = 1 })] }),
            "places.force.equipment.tanks", "there is no commodity 'tanks'"),
        new("equipment is counted in pieces",
            s => s.Place<Force>("force", p => p with { Equipment = [("food", new Equipment { Authorised = 1 })] }),
            "places.force.equipment.food", "'food' is counted by mass (kg, t), and equipment in pieces"),
        new("equipment is authorised",
            s =>
                s.Place<Force>("force",
                    p => p with { Stock = Supply.None, Equipment = [("generator", new Equipment { Authorised = 0, OnHand = 0 })] }),
                    "places.force.equipment.generator.authorised", "0 pieces; at least 1 is needed"),
        new("equipment on hand is not negative",
            s =>
                s.Place<Force>("force",
                    p => p with { Stock = Supply.None, Equipment = [("generator", new Equipment { Authorised = 3, OnHand = -1 })] }),
                    "places.force.equipment.generator.on-hand", "-1 pieces"),
        new("equipment is told once",
            s =>
                s.Place<Force>("force",
                    p => p with { Equipment = [("generator", new Equipment { Authorised = 3 })],
                        Stock = Supply.Of(("generator", Quantity.Pieces(3))) }), "places.force.stock", "say it in one of the two"),
        new("readiness wants what is needed",
            s =>
                s.Place<Force>("force",
                    p => p with { Readiness = new Readiness { Wanted = Each<TimeSpan>.Of(("medicine", TimeSpan.FromDays(5))) } }),
                    "places.force.readiness.wanted.medicine", "'force' has no days of supply of 'medicine'"),
        new("readiness wants some time", s => s.Place<Force>("force", p => p with { Readiness = new Readiness { Wanted = TimeSpan.Zero } }),
            "places.force.readiness.wanted", "above 0 s"),
        new("a curve has points",
            s => s.Place<Force>("force", p => p with { Readiness = new Readiness { Wanted = TimeSpan.FromDays(5), Curve = [] } }),
            "places.force.readiness.curve", "it has no points"),
        new("a curve is in order",
            s =>
                s.Place<Force>("force",
                    p =>
                        p with { Readiness = new Readiness
                        {
                            Wanted = TimeSpan.FromDays(5),
                            Curve = [new() { Supplied = 1, Ready = 1 }, new() { Supplied = 1, Ready = 1 }],
                        } }), "places.force.readiness.curve[1].supplied", "not above the point before"),
        new("a curve gives shares",
            s =>
                s.Place<Force>("force",
                    p =>
                        p with { Readiness = new Readiness { Wanted = TimeSpan.FromDays(5),
                            Curve = [new() { Supplied = 1, Ready = 2 }] } }), "places.force.readiness.curve[0].ready", "a share of 2"),
        new("nobody is less ready for having more",
            s => s.Place<Force>("force", p => p with { Readiness = new Readiness { Wanted = TimeSpan.FromDays(5),
                Curve = [new() { Supplied = 0, Ready = 1 }, new() { Supplied = 1, Ready = 0.5 }] } }),
            "places.force.readiness.curve[1].ready", "nobody is less ready for having more"),
        new("readiness depends on something",
            s => s with { Places = s.Places.Add(new Force("idle") { Readiness = new Readiness { Wanted = TimeSpan.FromDays(5) } }) },
            "places.idle.readiness", "needs nothing and has no equipment"),
        new("a force's warning level is above zero", s => s.Place<Force>("force", p => p with { WarnBelow = -TimeSpan.FromDays(1) }),
            "places.force.warn-below", "-1 d; it must be above 0 s"),
    ];

    private static Slip[] CrossingSlips =>
    [
        new("a holder exists", s => s.Bridge(b => b with { HeldBy = Each<string>.Of(("east-bank", "blu"), ("west-bank", "green")) }),
            "places.bridge.held-by.east-bank", "did you mean 'blue'?"),
        new("the one holder exists", s => s.Place<Crossing>("post", b => b with { HeldBy = "blu" }), "places.post.held-by",
            "there is no party 'blu'"),
        new("hours are of a control point",
            s => s.Bridge(b => b with { Hours = Each<Hours>.Of(("east-bank", Hours.Always), ("west-bnk", Hours.Always)) }),
            "places.bridge.hours.west-bnk", "did you mean 'west-bank'?"),
        new("a zone is of a control point", s => s.Bridge(b => b with { Zone = Each<string>.Of(("north-bank", "UTC")) }),
            "places.bridge.zone.north-bank", "there is no control point 'north-bank'"),
        new("a control point's zone exists", s => s.Bridge(b => b with { Zone = Each<string>.Of(("east-bank", "Mars/Base")) }),
            "places.bridge.zone.east-bank", "there is no time zone 'Mars/Base'"),
        new("a control point is named once",
            s => s.Bridge(b => b with { HeldBy = Each<string>.Of(("east-bank", "blue"), ("west-bank", "green"), ("east-bank", "red")) }),
            "places.bridge.held-by.east-bank", "given twice"),
        new("there is at least one lane", s => s.Bridge(b => b with { Lanes = 0 }), "places.bridge.lanes", "0 lanes; at least 1 is needed"),
        new("there is at least one lane each way", s => s.Bridge(b => b with { Lanes = Each<int>.Of(("in", -1), ("out", 1)) }),
            "places.bridge.lanes.in", "-1 lanes"),
        new("lanes are given for both directions", s => s.Bridge(b => b with { Lanes = Each<int>.Of(("in", 1)) }), "places.bridge.lanes",
            "no lanes for 'out'"),
        new("lanes lead in or out", s => s.Bridge(b => b with { Lanes = Each<int>.Of(("in", 1), ("out", 1), ("up", 1)) }),
            "places.bridge.lanes.up", "allowed: in, out"),
        new("a share that is searched is a share", s => s.Searched(new() { Share = 1.5, Takes = Minutes(60) }),
            "places.bridge.secondary.share", "a share of 1.5; allowed: 0 to 1"),
        new("a search has a positive mean", s => s.Searched(new() { Share = 0.1, Takes = Duration.Of(Distribution.Normal(-1, 1)) }),
            "places.bridge.secondary.takes", "must be above 0 s"),
        new("searched traffic exists", s => s.Searched(new() { Share = Each<double>.Of(("ade", 0.1)), Takes = Minutes(60) }),
            "places.bridge.secondary.share.ade", "there is no traffic 'ade'"),
        new("traffic that is searched has a time for it",
            s =>
                s.Searched(
                    new() { Share = Each<double>.Of(("aid", 0.1), ("military", 0.2)), Takes = Each<Duration>.Of(("aid", Minutes(60))) }),
                    "places.bridge.secondary.takes", "'military' is searched, and nothing says for how long"),
        new("empty vehicles that are searched have a time for it",
            s => s.Searched(new() { Share = Each<double>.Of(("empty", 0.1)), Takes = Each<Duration>.Of(("aid", Minutes(60))) }),
            "places.bridge.secondary.takes", "'empty' is searched, and nothing says for how long"),
        new("there is a search bay or none is spoken of", s => s.Searched(new() { Share = 0.1, Takes = Minutes(60), Bays = 0 }),
            "places.bridge.secondary.bays", "0 bays; at least 1"),
        new("loads change onto a fleet that exists", s => s.Exchanged(e => e with { Onto = "hauler" }), "places.bridge.transshipment.onto",
            "did you mean 'haulers'?"),
        new("loads do not change onto strangers", s => s.Exchanged(e => e with { Onto = "traders" }), "places.bridge.transshipment.onto",
            "only an own fleet on the road"),
        new("loads do not change onto aircraft", s => s.Exchanged(e => e with { Onto = "planes" }), "places.bridge.transshipment.onto",
            "only an own fleet on the road"),
        new("loads do not change onto those who need an escort",
            s =>
                s.Exchanged(e => e).Fleet("haulers",
                    f =>
                        f with
                        {
                            Convoy = new() { Size = new(1, 2), Wait = TimeSpan.Zero, Escort = new() { From = "far-guards", Count = 1 } },
                        }) is var t ? t with { Fleets = t.Fleets.Add(new("far-guards") { Traffic = "aid", Base = "town", Count = 2 }) } : s,
                        "places.bridge.transshipment.onto", "moves with escorts"),
        new("a change of trucks has a positive mean", s => s.Exchanged(e => e with { Takes = Duration.Of(Distribution.Normal(-1, 1)) }),
            "places.bridge.transshipment.takes", "must be above 0 s"),
        new("a transshipment has a dock", s => s.Exchanged(e => e with { Docks = 0 }), "places.bridge.transshipment.docks", "0 docks"),
        new("trucks of the far bank carry what is brought",
            s => s.Exchanged(e => e).Fleet("haulers", f => f with { Carries = Mass.FromTonnes(23) }), "places.bridge.transshipment.onto",
            "carries 23 t, less than the 24 t that one of 'army' brings"),
        new("trucks of the far bank carry something", s => s.Exchanged(e => e).Fleet("haulers", f => f with { Carries = null }),
            "fleets.haulers", "supply line 'camp-road' uses 'haulers'"),
        new("trucks of the far bank can come to the crossing",
            s =>
                (s.Exchanged(e => e) with { Places = s.Exchanged(e => e).Places.Add(new Town("island")) }).Fleet("haulers",
                    f => f with { Base = "island" }), "places.bridge.transshipment.onto",
                    "'haulers' cannot get from its base 'island' to 'bridge'"),
        new("trucks of the far bank can leave it",
            s =>
                s.Exchanged(e => e).Route("town - force", r => r with { WeightLimit = Mass.FromTonnes(50) }).Fleet("haulers",
                    f => f with { Gross = Mass.FromTonnes(51) }), "places.bridge.transshipment.onto",
                    "'haulers' cannot get from 'bridge' to 'force', where supply line 'generators' leads"),
        new("a weight limit is above zero", s => s.Place<Crossing>("post", b => b with { WeightLimit = default(Mass) }),
            "places.post.weight-limit", "above 0 t"),
        new("an inspection has a positive mean",
            s => s.Place<Crossing>("post", b => b with { Inspection = Duration.Of(Distribution.Normal(-1, 1)) }), "places.post.inspection",
            "must be above 0 s"),
        new("an inspection is of a traffic that exists",
            s => s.Place<Crossing>("post", b => b with { Inspection = Each<Duration>.Of(("tourist", Minutes(5))) }),
            "places.post.inspection.tourist", "there is no traffic 'tourist'"),
        new("strangers who pass have an inspection time",
            s => s.Bridge(b => b with { Inspection = Each<Duration>.Of(("aid", Minutes(1)), ("military", Minutes(1))) }),
            "places.bridge.inspection", "'traders' can come here with 'commercial', which has no inspection time"),
        new("those supplied past it have an inspection time",
            s => s.Bridge(b => b with { Inspection = Each<Duration>.Of(("aid", Minutes(1)), ("commercial", Minutes(1))) }),
            "places.bridge.inspection", "supply line 'generators' can come here with 'military'"),
        new("escorts have an inspection time",
            s =>
                s.Fleet("escorts", f => f with { Traffic = "guards" }).Bridge(b => b with { Passage = [("red", [("aid", Permission.Yes)])],
                    Clearance = null }), "places.bridge.inspection", "can come here with 'guards'"),
        new("escorts are inspected where their column passes", s => s.Fleet("escorts", f => f with { Traffic = "guards" }),
            "places.bridge.inspection", "can come here with 'guards'"),
        new("an empty vehicle's time is none for a laden one",
            s =>
                s.Bridge(b =>
                    b with { Inspection = Each<Duration>.Of(("military", Minutes(1)), ("commercial", Minutes(1)), ("empty", Minutes(1))) }),
                    "places.bridge.inspection", "'camp-road' can come here with 'aid'"),
        new("a detour's crossing has an inspection time",
            s =>
                (s with { Routes = s.Routes.Add(Road("post", "camp")) }).Place<Crossing>("post",
                    b => b with { Passage = [("blue", [("aid", Permission.Yes)])] }), "places.post.inspection",
                    "'camp-road' can come here with 'aid'"),
        new("the way back has an inspection time",
            s =>
                (s with
                {
                    Places = s.Places.Add(new Crossing("gate") { Lanes = 1, Inspection = Each<Duration>.Of(("military", Minutes(1))) }),
                    Routes = [.. s.Routes, Road("town", "gate"), Road("gate", "yard")],
                })
            .Place<Town>("town", _ => new Town("town") { Loading = Minutes(1) }).Yard().Line("onward", l => l with { From = "town" }),
            "places.gate.inspection", "'onward' can come here with 'aid'"),
        new("who lets pass is a party", s => s.Place<Crossing>("post", b => b with { Passage = [("blu", [("aid", Permission.Yes)])] }),
            "places.post.passage.blu", "did you mean 'blue'?"),
        new("who is let pass is a traffic", s => s.Place<Crossing>("post", b => b with { Passage = [("red", [("aids", Permission.Yes)])] }),
            "places.post.passage.red.aids", "did you mean 'aid'?"),
        new("clearance can be obtained",
            s => s.Place<Crossing>("post", b => b with { Passage = [("red", [("aid", Permission.WithClearance)])] }),
            "places.post.passage.red.aid", "does not say how clearance is obtained"),
        new("clearance has a channel", s => s.Clearance(c => c with { Channels = [] }), "places.bridge.clearance.channels",
            "0 channels; at least 1"),
        new("a channel says how long it takes",
            s =>
                s.Clearance(c =>
                    c with { GrantedIn = null, Channels = [new("red-command") { GrantedIn = TimeSpan.FromHours(1) }, "blue-command"] }),
                    "places.bridge.clearance.channels[1]", "nothing says how long 'blue-command' takes to answer"),
        new("a channel that fails is mended",
            s => s.Clearance(c => c with { Channels = [new("red-command") { UpFor = TimeSpan.FromHours(1) }] }),
            "places.bridge.clearance.channels.red-command", "says 'up-for' and not 'down-for'"),
        new("a failure takes time",
            s => s.Clearance(c => c with { Channels = [new("red-command") { UpFor = TimeSpan.FromHours(1), DownFor = TimeSpan.Zero }] }),
            "places.bridge.clearance.channels.red-command.down-for", "0 s; it must be above 0 s"),
        new("what keeps a channel down can be judged",
            s => s.Clearance(c => c with { Channels = [new("red-command") { DownWhile = Condition.Captured("brigde") }] }),
            "places.bridge.clearance.channels.red-command.down-while", "did you mean 'bridge'?"),
        new("a channel is named once", s => s.Clearance(c => c with { Channels = ["red", "red"] }), "places.bridge.clearance.channels[1]",
            "named twice"),
        new("a grant takes a time with a positive mean",
            s => s.Clearance(c => c with { GrantedIn = Duration.Of(Distribution.Normal(-1, 1)) }), "places.bridge.clearance.granted-in",
            "must be above 0 s"),
        new("not everybody is refused for ever", s => s.Clearance(c => c with { Refused = 1 }), "places.bridge.clearance.refused",
            "1; allowed: 0 to 0.99 (0 % to 99 %)"),
        new("nor is that unknown", s => s.Clearance(c => c with { Refused = Number.Unknown(0.5, 1) }), "places.bridge.clearance.refused",
            "0 to 0.99 (0 % to 99 %)"),
        new("a channel does not refuse less than nobody",
            s => s.Clearance(c => c with { Channels = [new("red-command") { Refused = -0.1 }] }),
            "places.bridge.clearance.channels.red-command.refused", "-0.1; allowed: 0 to 0.99 (0 % to 99 %)"),
        new("who is refused at once does not ask again at once for ever",
            s => s.Clearance(c => c with { Refused = 0.1, GrantedIn = TimeSpan.Zero, Channels = ["red-command"] }),
            "places.bridge.clearance.granted-in", "no answer takes any time, and who is refused asks again at once"),
        new("no less than nobody is cleared in a day", s => s.Clearance(c => c with { PerDay = -1 }), "places.bridge.clearance.per-day",
            "-1; allowed: 0 to 1000000 vehicles"),
        new("a grant is good for some time", s => s.Clearance(c => c with { Valid = TimeSpan.Zero }), "places.bridge.clearance.valid",
            "above 0 s"),
        new("what silences channels can be judged", s => s.Clearance(c => c with { DownWhile = Condition.Captured("brigde") }),
            "places.bridge.clearance.down-while", "did you mean 'bridge'?"),
    ];

    private static Slip[] RouteSlips =>
    [
        new("a road's first end exists", s => s with { Routes = s.Routes.Add(Road("depo", "town")) }, "routes[depo - town]",
            "did you mean 'depot'?"),
        new("a road's second end exists", s => s with { Routes = s.Routes.Add(Road("depot", "toun")) }, "routes[depot - toun]",
            "did you mean 'town'?"),
        new("a road leads somewhere else", s => s with { Routes = s.Routes.Add(Road("town", "town")) }, "routes[town - town]",
            "from 'town' to itself"),
        new("two roads between two places have names", s => s with { Routes = s.Routes.Add(Road("town", "camp")) }, "routes[town - camp]",
            "name one of them: 'town - camp (name)'"),
        new("a road is told once for both directions", s => s with { Routes = s.Routes.Add(Road("camp", "town")) }, "routes[camp - town]",
            "'town - camp' joins the same two places"),
        new("a road's name is an id", s => s with { Routes = s.Routes.Add(Road("camp", "town") with { Name = "The North" }) },
            "routes[camp - town (The North)]", "write 'the-north'"),
        new("a length is above zero metres", s => s.Route("town - camp", r => r with { Length = default }), "routes[town - camp].length",
            "0 km; it must be above 0 km"),
        new("a road has a speed", s => s.Route("town - camp", r => r with { Speed = null }), "routes[town - camp]",
            "a road without a speed"),
        new("a speed is above zero", s => s.Route("town - camp", r => r with { Speed = default(Speed) }), "routes[town - camp].speed",
            "0 km/h; allowed: 0.1 km/h to 10000 km/h"),
        new("a road's weight limit is above zero", s => s.Route("depot - post", r => r with { WeightLimit = default(Mass) }),
            "routes[depot - post].weight-limit", "above 0 t"),
        new("an air route has no weight limit", s => s.Route("depot - strip", r => r with { WeightLimit = Mass.FromTonnes(40) }),
            "routes[depot - strip].weight-limit", "an air route, which no truck uses"),
        new("an air route is flown by night too", s => s.Route("depot - strip", r => r with { DaylightOnly = true }),
            "routes[depot - strip].daylight-only", "an air route, which no truck uses"),
        new("a daylight-only road can be passed in a day",
            s => s.Route("town - camp", r => r with { DaylightOnly = true, Speed = Speed.FromKilometresPerHour(4) }),
            "routes[town - camp].daylight-only", "50 km at 4 km/h take longer than the longest day of 12 h"),
        new("an air route joins airfields",
            s => s with { Routes = s.Routes.Add(new("depot", "town") { Mode = Mode.Air, Length = Distance.FromKilometres(1) }) },
            "routes[depot - town].mode", "'town' has no airfield"),
        new("a hazard counts attacks",
            s => s.Route("town - camp", r => r with { Hazard = Rate.PerDay(Quantity.Tonnes(1)) }) with { Attacks = new() { Lost = 1 } },
            "routes[town - camp].hazard", "does not count attacks"),
        new("a hazard is not negative",
            s => s.Route("town - camp", r => r with { Hazard = Rate.PerDay(Quantity.Pieces(-24)) }) with { Attacks = new() { Lost = 1 } },
            "routes[town - camp].hazard", "-1 attacks an hour; allowed: 0 to 1000"),
        new("nothing is attacked in the air",
            s => s.Route("depot - strip", r => r with { AttackedEvery = Distance.FromKilometres(9) }) with { Attacks = new() { Lost = 1 } },
            "routes[depot - strip].attacked-every", "nothing is attacked in the air"),
        new("attacks are not without number",
            s => s.Route("town - camp", r => r with { AttackedEvery = Distance.FromMetres(20) }) with { Attacks = new() { Lost = 1 } },
            "routes[town - camp].attacked-every", "2250 attacks an hour at 45 km/h; allowed: 0 to 1000"),
        new("a great column is not attacked without number",
            s =>
                s.Route("town - camp", r => r with { Hazard = Rate.PerDay(Quantity.Pieces(2400)) }) with
                {
                    Attacks = new() { Lost = 1, BySize = 2 },
                }, "attacks.by-size", "times an hour; allowed: 0 to 1000; lower the power"),
        new("attacks are some way apart",
            s => s.Route("town - camp", r => r with { AttackedEvery = default(Distance) }) with { Attacks = new() { Lost = 1 } },
            "routes[town - camp].attacked-every", "0 km; it must be above 0 km"),
        new("a road's source exists", s => s.Route("town - camp", r => r with { Source = "map" }), "routes[town - camp].source",
            "there is no source 'map'"),
    ];
}

/// <summary>Ways to change the bridge.</summary>
internal static class BridgeChanges
{
    public static Scenario Bridge(this Scenario scenario, Func<Crossing, Crossing> change) => scenario.Place<Crossing>("bridge", change);

    /// <summary>The local trucks are at home in a yard of their own, and work from the town only.</summary>
    public static Scenario Yard(this Scenario scenario) => (scenario with { Places = scenario.Places.Add(new Town("yard")) })
        .Fleet("locals", fleet => fleet with { Base = "yard", WorksFrom = ["town"] });

    public static Scenario Routing(this Scenario scenario, RoutingPolicy routing) =>
        scenario with { Policies = scenario.Policies with { Routing = routing } };

    public static Scenario Clearance(this Scenario scenario, Func<Clearance, Clearance> change) =>
        scenario.Bridge(bridge => bridge with { Clearance = change(bridge.Clearance!) });
}
