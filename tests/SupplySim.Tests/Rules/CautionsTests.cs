using SupplySim.Disruptions;
using SupplySim.Planning;
using SupplySim.Quantities;
using static SupplySim.Tests.Small;

namespace SupplySim.Tests.Rules;

/// <summary>What can be run, is probably not meant, and is told before the run.</summary>
public sealed class CautionsTests
{
    private static readonly SupplyLine Trucked = Line("road", "trucks") with { WhenBelow = Food(10), UpTo = Food(30) };

    // Traders who merely pass are a fleet, too.
    [Fact]
    public void A_closure_to_traffic_that_nobody_is_is_told()
    {
        var ban = Road().With(Closed("bridge", "1:00", "2:00", id: "ban") with { To = ["commercial"] });
        Told(ban).Should().ContainSingle().Which.Should()
            .StartWith("disruptions.ban.to: no fleet is of this traffic, so 'ban' shuts nothing to anybody; ");
        Told(ban.Plus(Traders(Each("1:00")))).Should().BeEmpty();
        Told(Road().With(Closed("bridge", "1:00", "2:00") with { To = ["aid", "commercial"] })).Should().BeEmpty();
    }

    // 120 km there and as much back at 30 l/100 km are 72 l: three times 216 l, and never of 71 l.
    [Fact]
    public void Fuel_that_nobody_brings_is_told_with_how_far_it_goes()
    {
        static Scenario With(int litres, bool isBrought = false) => (Road() with
        {
            Commodities = Road().Commodities.Add(new("diesel") { Unit = QuantityUnit.Millilitre, Weight = Mass.FromKilograms(0.84m) }),
        }).Place<Depot>("depot", depot => depot with
        {
            Stock = Supply.Of(("crate", Quantity.Pieces(9)), ("diesel", Quantity.Litres(litres))), Unloading = Minutes(30),
        }).Fleet("trucks", one => one with { Fuel = new() { Commodity = "diesel", Burns = Consumption.LitresPer100Km(30) } })
            .Place<Town>("town", town => isBrought ? town with { Stock = Supply.Unlimited, Loading = Minutes(30) } : town)
            .With(isBrought ? [Road().SupplyLines[0], Line("fuel", "trucks") with
            {
                From = "town", To = "depot", Commodities = ["diesel"], Send = Rate.PerDay(Quantity.Litres(50)),
            }] : [Road().SupplyLines[0]]).Fleet("trucks", one => one with { WorksFrom = isBrought ? ["town"] : [] });
        Told(With(216)).Should().Equal("fleets.trucks.fuel: no supply line brings 'diesel' to 'depot', where they fill up: the 216 l there "
            + "are enough for at most 3 journeys of one of them to 'town', at 72 l there and home; bring more by a supply line, or leave it so if "
            + "that is meant");
        Told(With(71)).Should().Equal("fleets.trucks.fuel: from 'depot' to 'town' and home one of them takes 72 l of 'diesel', and never more "
            + "than 71 l lie there: it never leaves; raise the 'stock' or 'storage' of 'depot', or the 'up-to' of a supply line that brings it");
        Told(With(71, isBrought: true)).Should().BeEmpty();
        Told(With(71) with
        {
            AsOf = [new("counted") { At = Moment.Day(0), Of = "depot", Commodity = "diesel", Stock = Quantity.Litres(216) }],
        }).Should().ContainSingle().Which.Should().Contain("enough for at most 3 journeys");
        // Guards only go along: how far is not told of them.
        var guards = new Fleet("guards")
        {
            Traffic = "aid", Base = "depot", Count = 1, Fuel = new() { Commodity = "diesel", Burns = Consumption.LitresPer100Km(10) },
        };
        var column = new ConvoyRules { Size = new SizeRange(1, 1), Wait = TimeSpan.FromHours(9), Escort = new() { From = "guards", Count = 1 } };
        Told(With(216).Plus(guards).Fleet("trucks", one => one with { Convoy = column, Fuel = null })).Should().BeEmpty();
    }

    // Three o'clock by the clock on the wall is midnight by the clock's zone.
    [Fact]
    public void Hours_in_another_zone_than_that_of_the_start_are_told()
    {
        var baghdad = Road() with { Clock = new Clock
        {
            Start = new DateTimeOffset(2017, 11, 1, 3, 0, 0, TimeSpan.FromHours(3)),
            Length = TimeSpan.FromDays(9),
        } };
        Told(baghdad).Should().BeEmpty();
        var open = baghdad.Bridge(bridge => bridge with { Hours = OpenFrom(8) });
        Told(open).Should().Equal(
            "clock: the hours of 'bridge' are those of UTC, in which the run starts at 00:00 and not at 03:00; give the clock the 'zone' "
                + "of its start, such as Asia/Baghdad");
        Told(open with { Clock = open.Clock with { Zone = "Asia/Baghdad" } }).Should().BeEmpty();
        Told(open.Bridge(bridge => bridge with { Zone = "Asia/Baghdad" })).Should().BeEmpty();
    }

    // A rule that looks at the food and names none cuts medicine, too, which nobody may have meant.
    [Fact]
    public void A_ration_that_looks_at_one_commodity_and_cuts_all_is_told()
    {
        var scenario = (Camp() with { Commodities = Camp().Commodities.Add(
            new Commodity("medicine") { Unit = QuantityUnit.Gram, PerPerson = Rate.PerDay(Quantity.Kilograms(0.001m)) }) })
            .With(Trucked with { Commodities = ["food", "medicine"], UpTo = Supply.Days(3), WhenBelow = Supply.Days(2) });
        Scenario By(Condition when, Each<double> to) =>
            scenario with { Policies = scenario.Policies with { Ration = [new() { When = when, To = to }] } };
        var low = Condition.StockHere.Of("food").IsBelow(TimeSpan.FromDays(10));
        Told(By(low, 0.6)).Should().Equal("policies.ration.to: 'when' looks at food alone, and medicine is cut, too; cut it alone, "
            + "{food: 60 %}, or name each that is to be cut");
        Told(By(low, Each<double>.Of(("food", 0.6)))).Should().BeEmpty();
        Told(By(Condition.StockHere.IsBelow(TimeSpan.FromDays(10)), 0.6)).Should().BeEmpty();
        Told(Camp().With(Trucked) with { Policies = By(low, 0.6).Policies }).Should().BeEmpty();
    }

    // What lies nowhere, or is nothing, cannot be destroyed.
    [Fact]
    public void A_hit_that_destroys_nothing_is_told()
    {
        var camp = Camp().With(Trucked) with { Commodities = [.. Camp().Commodities, new Commodity("oil") { Unit = QuantityUnit.Gram }] };
        Scenario Hit(Each<Portion> destroys, string place = "camp") => camp with
        {
            Places = camp.Places.Add(new Town("town")),
            Disruptions = [new Destruction("fire") { Hit = place, At = Moment.Day(1), Destroys = destroys }],
        };
        Told(Hit((Portion)0.5)).Should().BeEmpty();
        Told(Hit((Portion)0)).Should().ContainSingle().Which.Should().StartWith("disruptions.fire.destroys: nothing is destroyed");
        Told(Hit((Portion)0.5, "town")).Should().ContainSingle().Which.Should().StartWith("disruptions.fire.hit: nothing ever lies at 'town'");
        Told(Hit(Each<Portion>.Of(("oil", (Portion)0.5)))).Should().ContainSingle().Which.Should()
            .StartWith("disruptions.fire.destroys.oil: no 'oil' ever lies at 'camp'");
    }

    [Fact]
    public void A_camp_that_nobody_supplies_is_told() => Told(Camp()).Should().Equal(
        "places.camp: nobody brings food to 'camp', and what lies there does not last to the end; add a supply line, or let it be "
            + "found locally");

    [Fact]
    public void One_that_is_supplied_is_not() => Told(Camp().With(Trucked)).Should().BeEmpty();

    // 48 t last for two days.
    [Fact]
    public void Nor_is_one_that_has_enough() =>
        Told(Camp().Place<Camp>("camp", camp => camp with { Stock = Food(48) })).Should().BeEmpty();

    [Fact]
    public void Fuel_for_the_pumps_is_a_need_that_somebody_must_meet()
    {
        var source = new LocalSource { Share = 0.5, Needs = "fuel", PerPerson = Rate.PerDay(Quantity.Litres(0.02m)) };
        var scenario = (Camp() with { Commodities = Camp().Commodities.Add(new Commodity("fuel") { Unit = QuantityUnit.Millilitre }) })
            .Place<Camp>("camp", camp => camp with { LocalShare = [("food", source)] }).With(Trucked with { Commodities = ["food"] });
        Told(scenario).Should().ContainSingle().Which.Should().Contain("nobody brings fuel to 'camp'");
    }

    [Fact]
    public void What_perfect_knowledge_makes_idle_is_told() =>
        Told(Camp().With(Trucked).Plus(new Crossing("bridge") { Lanes = 1, Inspection = Minutes(1) }) with
        {
            Policies = new Policies { Knowledge = Knowledge.Perfect, Reroute = new Reroute { LearnsAfter = TimeSpan.FromHours(2) } },
            Disruptions = [new Rumour("truce") { Report = "bridge", Says = Said.Open, At = Moment.Day(1) }],
        }).Select(told => told.Split(':')[0]).Should().Equal("policies.reroute.learns-after", "disruptions.truce");

    [Fact]
    public void What_a_disruption_says_in_vain_is_told() =>
        Told(Camp().With(Trucked).Plus(new Crossing("bridge") { Lanes = 1, Inspection = Minutes(1) }) with
        {
            Crews = [("engineers", 1)],
            Disruptions =
            [
                new Closure("flood") { Close = "bridge", At = Moment.Day(1), Queue = QueueRule.Divert },
                new Restriction("ice") { Limit = "bridge", At = Moment.Day(1), Lanes = 1, WeightLimit = Mass.FromTonnes(900) },
            ],
        }).Select(told => told.Split(':')[0]).Should().Equal("disruptions.flood.queue", "disruptions.ice.lanes",
            "disruptions.ice.weight-limit", "crews.engineers");

    [Theory]
    [InlineData(2, 3, true)]
    [InlineData(2, 2, false)]
    [InlineData(1, 3, false)]
    public void A_column_that_may_gather_for_longer_than_its_line_waits_is_told(int least, int days, bool isTold)
    {
        var scenario = Camp().With(Trucked with { GivenUpAfter = TimeSpan.FromDays(2.5) })
            .Fleet("trucks", fleet => fleet with { Convoy = new ConvoyRules { Size = new(least, 5), Wait = TimeSpan.FromDays(days) } });
        Told(scenario).Should().HaveCount(isTold ? 1 : 0);
        if (isTold)
            Told(scenario)[0].Should().StartWith(
                "supply-lines.road.given-up-after: what is 60 h late is given up ('given-up-after'), and a column of 'trucks' may gather "
                    + "for 3 d: what waits on it is ordered again, and brought twice; add 'given-up-after' with more than the 'wait' of "
                    + "the convoy, such as 6 d");
    }

    // After the two days of the run 5 of 7 days are left, and 4 are the level.
    [Theory]
    [InlineData(4, true)]
    [InlineData(6, false)]
    public void A_trigger_that_can_never_fire_is_told(int level, bool isTold)
    {
        var scenario = Camp().Place<Camp>("camp", camp => camp with { Stock = Supply.Days(7) })
            .With(Trucked with { WhenBelow = Supply.Days(level), UpTo = Supply.Days(9) });
        Told(scenario).Should().HaveCount(isTold ? 1 : 0);
        if (isTold) Told(scenario)[0].Should().StartWith("supply-lines.road.when-below: 4 d, which 'camp' never falls below");
    }

    [Fact]
    public void Rules_of_attack_that_nothing_calls_for_are_told()
    {
        var scenario = Camp().With(Trucked) with { Attacks = new AttackRules { Lost = 0.2, PerEscort = 0.5, BySize = 1 } };
        Told(scenario).Select(told => told.Split(':')[0]).Should().Equal("attacks", "attacks.per-escort", "attacks.by-size");
        Told(scenario with { Attacks = null, Measures = [new Measure("hits") { Of = "camps", Is = MeasureKind.Attacks }] }).Should()
            .ContainSingle()
            .Which.Should().StartWith("measures.hits.is: nobody is ever attacked");
        Told(scenario.Route("depot - camp", route => route with { AttackedEvery = Distance.FromKilometres(900) })).Should().HaveCount(2);
    }

    [Fact]
    public void What_lasts_no_time_is_told()
    {
        var bridge = Camp().With(Trucked).Plus(new Crossing("bridge") { Lanes = 1, Inspection = Minutes(1) });
        Told(
            bridge with
            {
                Disruptions = [new Rumour("rumour") { Report = "bridge", Says = Said.Shut, At = Moment.Day(1), For = TimeSpan.Zero }],
            })
            .Should().ContainSingle().Which.Should().StartWith("disruptions.rumour.for: 0 s: it lasts no time, so it does nothing");
        Told(
            bridge with { Crews = [("engineers", 1)],
                Disruptions = [new Closure("bomb") { Close = "bridge", At = Moment.Day(1), For = TimeSpan.Zero,
                    Repair = new Repair { By = "engineers", Takes = TimeSpan.FromHours(1) } }] }).Should().BeEmpty();
    }

    [Fact]
    public void What_is_over_before_the_start_is_told()
    {
        var closure = new Closure("flood")
        {
            Close = "depot - camp",
            At = Moment.At(new DateTime(1999, 12, 1)),
            Until = Moment.At(new DateTime(1999, 12, 20)),
        };
        Told(Camp().With(Trucked) with { Disruptions = [closure] }).Should().ContainSingle().Which.Should()
            .StartWith("disruptions.flood.until: 1999-12-20 is not after the start: 'flood' is over by then, and does nothing");
        Told(Camp().With(Trucked) with { Disruptions = [closure with { Until = Moment.Day(1) }] }).Should().BeEmpty();
    }

    // Sent at midnight, or ten hours after it.
    [Theory]
    [InlineData(24, 8, true)]
    [InlineData(24, 0, false)]
    [InlineData(34, 8, false)]
    public void What_is_due_only_while_its_line_does_not_work_is_told(int hours, int open, bool isTold)
    {
        var scenario = Camp().With(Trucked with { WhenBelow = null, UpTo = null, Send = new Rate(Quantity.Tonnes(5), TimeSpan.FromDays(1)),
            Every = TimeSpan.FromHours(hours), When = Condition.Stock("camp").IsBelow(TimeSpan.FromDays(9)).And(Condition.Open("bridge")) })
            .Plus(new Crossing("bridge")
            {
                Lanes = 1,
                Inspection = Minutes(1),
                Hours = Hours.Daily(new TimeOnly(open, 0), new TimeOnly(17, 0)),
            });
        Told(scenario).Should().HaveCount(isTold ? 1 : 0);
        if (isTold)
            Told(scenario)[0].Should().StartWith(
                "supply-lines.road.when: 'bridge' is shut by its hours each time 'road' sends, 1 d after the start and so on: nothing is "
                    + "ever sent");
        Told(scenario with { Disruptions = [new Opening("night") { Open = "bridge", At = Moment.Day(1) }] }).Should().BeEmpty();
    }

    [Fact]
    public void Measures_of_people_who_never_flee_or_never_go_home_are_told()
    {
        var scenario = Camp().With(Trucked) with
        {
            Measures = [new Measure("back") { Of = "camps", Is = MeasureKind.Returned },
                new Measure("away") { Of = "camps", Is = MeasureKind.Displaced }],
        };
        Told(scenario).Select(told => told.Split(';')[0]).Should()
            .Equal("measures.back.is: nobody ever flees: there is no displacement",
                "measures.away.is: nobody ever flees: there is no displacement");
        var fleeing = scenario with
        {
            Displacements = [new Displacement("raqqa")
            {
                From = "depot",
                People = Arrivals.Constant(5),
                Pace = Speed.FromKilometresPerHour(5),
            }],
        };
        Told(fleeing).Should().ContainSingle().Which.Should()
            .StartWith("measures.back.is: nobody ever goes home: no displacement has a 'return'");
    }

    // A flight of an hour takes 2,000 l each way, where both ends refuel; both ways where only one does.
    [Theory]
    [InlineData(1_999, null, true, true)]
    [InlineData(2_000, null, true, false)]
    [InlineData(3_999, null, false, true)]
    [InlineData(4_000, null, false, false)]
    [InlineData(1_000, 1_500, true, true)]
    [InlineData(1_000, 2_500, true, false)]
    public void Fuel_that_never_suffices_is_told(int litres, int? brought, bool isRefuelledThere, bool isTold)
    {
        var scenario = Refuelled(litres, isRefuelledThere);
        if (brought is { } upTo)
            scenario = scenario with { SupplyLines = [.. scenario.SupplyLines,
                new SupplyLine("tanks") { From = "camp", To = "depot", By = "trucks", Commodities = ["jet"], UpTo = Jet(upTo) }] };
        Told(scenario).Should().HaveCount(isTold ? 1 : 0);
        if (isTold)
            Told(scenario)[0].Should().StartWith("places.depot.airfield.fuel: a flight of 'planes' from 'depot' to 'camp' takes").And
                .Contain("it never takes off");
    }

    [Fact]
    public void What_begins_before_the_run_and_lasts_for_a_time_is_told()
    {
        var flood = new Closure("flood") { Close = "bridge", At = Moment.At(new DateTime(1999, 12, 30)), For = TimeSpan.FromDays(3) };
        var scenario = Camp().With(Trucked).Plus(new Crossing("bridge") { Lanes = 1, Inspection = Minutes(1) });
        Told(scenario.With(flood)).Should().ContainSingle().Which.Should()
            .StartWith("disruptions.flood.at: 1999-12-30 is before the start: it begins with the run");
        Told(scenario.With(flood with { For = null })).Should().BeEmpty();
        Told(scenario.With(flood with { At = Moment.Day(0) })).Should().BeEmpty();
    }

    [Fact]
    public void A_way_back_that_is_not_named_is_told()
    {
        Told(Passing(("in", Permission.WithClearance))).Should().Equal(
            "places.bridge.passage.red.aid: only 'in' is named, and a direction that is not named is shut: who has passed does not come back "
                + "this way; add 'out: yes', or 'out: no' where that is meant");
        Told(Passing(("in", Permission.WithClearance), ("out", Permission.No))).Should().BeEmpty();
        Told(Passing(("out", Permission.No))).Should().BeEmpty();

        static Scenario Passing(params (string, Permission)[] aid) => Camp().With(Trucked).Plus(new Crossing("bridge")
        {
            Lanes = 1, Inspection = Minutes(1), HeldBy = "red", Passage = [("red", [("aid", Each<Permission>.Of(aid))])],
            Clearance = new() { Channels = ["one"], GrantedIn = TimeSpan.FromHours(1), Valid = TimeSpan.FromDays(1) },
        }) with { Parties = [new Party("red")] };
    }

    [Fact]
    public void What_begins_after_the_end_is_told_and_what_never_does_is_meant_so()
    {
        var flood = new Closure("flood") { Close = "bridge", At = Moment.Day(9), For = TimeSpan.FromDays(1) };
        var scenario = Camp().With(Trucked)
            .Plus(new Crossing("bridge") { Lanes = 1, Inspection = Minutes(1) }) with { Clock = new() { Length = TimeSpan.FromDays(10) } };
        foreach (var at in new[] { Moment.Day(9), Moment.Never })
            Told(scenario.With(flood with { At = at })).Should().NotContain(one => one.Contains("never happens", StringComparison.Ordinal));
        Told(scenario.With(flood with { At = Moment.Day(10) })).Should().Contain(
            "disruptions.flood.at: day 10 is after the end of the run, which lasts 10 d: 'flood' never happens; write an earlier time, or "
                + "`never` if that is meant, or let 'clock.length' be longer");
    }

    [Fact]
    public void So_is_a_store_too_small_for_one_flight() =>
        Told(Refuelled(500, isRefuelledThere: true).Place<Depot>("depot", depot => depot with { Storage = Jet(1_000) })
            with { SupplyLines = [.. Refuelled(500, true).SupplyLines,
                new SupplyLine("tanks") { From = "camp", To = "depot", By = "trucks", Commodities = ["jet"], UpTo = Jet(900) }] })
            .Should().ContainSingle().Which.Should().Contain("takes 2000 l of 'jet', and never more than 900 l lie there");

    [Fact]
    public void An_alternate_to_which_nothing_is_diverted_is_told() => Told(WithStrip()).Should().ContainSingle().Which.Should()
        .StartWith("supply-lines.air.alternates: no flight is ever diverted");

    [Fact]
    public void Nor_is_one_told_that_is_circled_for() =>
        Told(WithStrip().AtCamp(field => field with { Holding = TimeSpan.FromHours(1) })).Should().BeEmpty();

    [Theory]
    [InlineData("camp", 0)]
    [InlineData("depot", 2)]
    public void Who_is_to_divert_has_to_have_an_alternate(string shut, int told) =>
        Told(WithStrip().With(new Grounding("dust") { Ground = shut, EnRoute = EnRoute.Divert, At = Moment.Day(1) })).Should()
            .HaveCount(told);

    private static Scenario WithStrip() => Air.Flown(11).Plus(
            new Depot("strip") { Airfield = new() { Parking = 1, GroundTime = Minutes(60) } },
            new Route("camp", "strip") { Mode = Mode.Air, Length = Distance.FromKilometres(200) }, new Route("strip", "depot")
            {
                Mode = Mode.Air,
                Length = Distance.FromKilometres(400),
            })
        .Line("air", line => line with { Alternates = ["strip"] });

    private static Scenario Refuelled(int litres, bool isRefuelledThere) =>
        (Air.Flown(11) with { Commodities = [.. Camp().Commodities, new Commodity("jet") { Unit = QuantityUnit.Millilitre }] })
            .Type(new() { Burns = new Rate(Quantity.Litres(2_000), TimeSpan.FromHours(1)) }).AtDepot(field => field with { Fuel = "jet" })
            .AtCamp(field => field with { Fuel = isRefuelledThere ? "jet" : null })
            .Fleet("trucks", fleet => fleet with { WorksFrom = ["camp"], Carries = Mass.FromTonnes(0.5m) }).Place<Camp>("camp",
                camp => camp with { Stock = Jet(9_000), Loading = Minutes(30) })
            .Place<Depot>("depot",
                depot => depot with { Unloading = Minutes(30),
                    Stock = Supply.Of(("food", Quantity.Tonnes(11)), ("jet", Quantity.Litres(litres))) });

    private static Supply Jet(int litres) => Supply.Of(("jet", Quantity.Litres(litres)));

    [Theory]
    [InlineData("displacements.raqqa", "nobody flees before the end of the run")]
    [InlineData("displacements.raqqa.batches", "the first would set out after 2 d")]
    [InlineData("displacements.raqqa.return.after", "it is never safe for so long before the end")]
    [InlineData("displacements.raqqa.return", "nobody goes home before the end of the run")]
    public void A_displacement_that_cannot_happen_in_the_run_is_told(string path, string says)
    {
        var flee = new Displacement("raqqa") { From = "depot", People = Arrivals.Poisson(300), Pace = Speed.FromKilometresPerHour(4) };
        var home = new Homecoming { While = Condition.Stock("camp").IsBelow(TimeSpan.FromDays(1)),
            People = Rate.PerDay(Quantity.Pieces(100)) };
        var late = ChangingRate.Of(new RateStep { From = Moment.Day(2), Rate = Arrivals.Poisson(300) });
        Displacement spoilt = path.Split('.', 3)[^1] switch
        {
            "batches" => flee with { Batches = TimeSpan.FromDays(2) },
            "return.after" => flee with { Return = home with { After = TimeSpan.FromDays(90) } },
            "return" => flee with { Return = home with { People = late } },
            _ => flee with { People = late },
        };
        var scenario = Camp().With(Trucked);
        Told(scenario with { Displacements = [flee with { Return = home }] }).Should().BeEmpty();
        Told(scenario with { Displacements = [spoilt] }).Should().ContainSingle().Which.Should().StartWith($"{path}: ").And.Contain(says);
    }

    private static string[] Told(Scenario scenario)
    {
        scenario.Problems().Should().BeEmpty();
        return [.. scenario.Cautions().Select(caution => caution.ToString())];
    }
}
