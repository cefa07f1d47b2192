using SupplySim.Quantities;
using static SupplySim.Tests.Small;

namespace SupplySim.Tests.Movement;

/// <summary>Vehicles whose way home is shut.</summary>
/// <remarks>
/// <code>
/// depot ---- 60 km, 1 h ---- bridge ---- 60 km, 1 h ---- town ---- 30 km, 30 min ---- store
/// </code>
/// A truck brings a crate from the depot, unloaded in the town at 3:20; from 6:00 on the store has a crate
/// for the town every six hours, loaded in 30 min, there after 30 more, unloaded in 30 more.
/// </remarks>
public sealed class CutOffTests
{
    // Shut from 2:00 to 20:00: idle in the store at 3:50, it works from there at 6:00, 12:00 and 18:00; back there at 20:00, it goes home.
    [Fact]
    public void A_vehicle_cut_off_works_from_where_it_can_until_its_way_home_is_open()
    {
        var run = Play.Of(FarStore().With(Closed("bridge", "2:00", "18:00")).Until("23:00"));
        run.Legs("store", "town").Should().Equal("d0 06:30 x1", "d0 12:30 x1", "d0 18:30 x1", "d0 20:00 x1");
        run.Legs("bridge", "depot").Should().Equal("d0 21:50 x1");
        run.Vehicles("trucks").Should().Be("1 0 0 0");
        run.Waits("bridge").Should().BeEmpty();
        run.Result.Ledger[0].Should().Be(new LedgerTotal("crate", 0, 4, 4, 0, 0, 0));
    }

    // Shut from 4:10, when it is on its way to the bridge: it turns round there at 4:20, and is in the store at 5:50.
    [Fact]
    public void A_vehicle_that_finds_the_crossing_shut_goes_back_to_where_it_can_work()
    {
        var run = Play.Of(FarStore().With(Closed("bridge", "4:10", "10:00")).Until("7:00"));
        run.Legs("store", "town").Should().Equal("d0 06:30 x1");
        run.Waits("bridge").Should().BeEmpty();
    }

    // In the queue behind a trader since 4:20; shut from 4:30, which is known at 5:00: store 6:30.
    [Fact]
    public void A_vehicle_that_waits_at_the_crossing_leaves_when_it_learns_that_it_is_shut()
    {
        var run = Play.Of((FarStore().Plus(Traders(Each("4:19"))).With(Closed("bridge", "4:30", "10:00")) with
        {
            Policies = new Policies { Reroute = new Reroute { LearnsAfter = TimeSpan.FromMinutes(30) } },
        }).Until("7:30"));
        run.Legs("town", "store").Should().Equal("d0 06:00 x1");
        run.Legs("store", "town").Should().Equal("d0 07:00 x1");
        run.Waits("bridge").Should().Be("physical 0:30, lane 0:10");
    }

    // Nothing is loaded for it in the store: it waits there and not at the bridge.
    [Fact]
    public void Without_work_it_stands_idle_until_its_way_is_open()
    {
        var run =
            Play.Of(FarStore().Line("local", line => line with { Send = Rate.PerWeek(Quantity.Pieces(1)), Every = TimeSpan.FromDays(7) })
                .With(Closed("bridge", "2:00", "18:00")).Until("22:30"));
        run.Legs("town", "store").Should().Equal("d0 03:20 x1");
        run.Legs("store", "town").Should().Equal("d0 20:00 x1");
        run.Vehicles("trucks").Should().Be("0 1 0 0");
    }

    // The road to the store is shut as well: it waits at the bridge from 4:20 on.
    [Fact]
    public void Without_a_place_to_work_from_it_waits_for_its_way_home()
    {
        var run = Play.Of(
            FarStore().With(Closed("bridge", "2:00", "18:00"), Closed("town - store", "1:00", "30:00", id: "mines")).Until("21:30"));
        run.Legs("bridge", "depot").Should().Equal("d0 20:20 x1");
        run.Waits("bridge").Should().Be("physical 15:40");
    }

    // A mill 40 km beyond the town has a crate for it every seven hours. Idle in the store, which is nearer, since 3:50, the truck is
    // called from there at 7:00: in the town at 7:30, at the mill at 8:10, laden at 8:40, in the town at 9:20, unloaded at 9:50, and in the
    // store again. It stood there until its way home was open.
    [Fact]
    public void Who_is_cut_off_fetches_what_waits_elsewhere_on_its_side()
    {
        var two = FarStore().Plus(new Depot("mill") { Stock = Supply.Unlimited, Loading = Minutes(30) }, Leg("town", "mill", 40))
            .Fleet("trucks", f => f with { WorksFrom = ["store", "mill"] });
        var scenario = two with { SupplyLines = [two.SupplyLines[0], two.SupplyLines[1] with { Send = Each("90:00") },
            two.SupplyLines[1] with { Id = "flour", From = "mill", Send = Each("7:00") }] };
        var run = Play.Of(scenario.With(Closed("bridge", "2:00", "18:00")).Until("19:00"));
        run.Legs("town", "store").Should().Equal("d0 03:20 x1", "d0 09:50 x1", "d0 16:50 x1");
        run.Legs("town", "mill").Should().Equal("d0 07:30 x1", "d0 14:30 x1");
        run.Legs("mill", "town").Should().Equal("d0 08:40 x1", "d0 15:40 x1");
    }

    [Fact]
    public void Who_works_far_from_home_at_the_end_is_in_the_books() =>
        Play.Of(FarStore().With(Closed("bridge", "2:00", "18:00")).Until("6:10")).Vehicles("trucks").Should().Be("1 0 0 0");

    // Two trucks: the one that is cut off takes what the store has at 6:00 and 12:00, and the one at the depot stays there.
    [Fact]
    public void Nobody_sets_out_for_work_beyond_what_is_known_to_be_shut()
    {
        var run = Play.Of(FarStore().Fleet("trucks", f => f with { Count = 2 }).With(Closed("bridge", "2:00", "18:00")).Until("13:00"));
        run.Legs("depot", "bridge").Should().Equal("d0 00:30 x1");
        run.Legs("store", "town").Should().Equal("d0 06:30 x1", "d0 12:30 x1");
    }

    // A crate waits from 6:00; the bridge, shut since 0:10, opens at 7:00: the truck, held at the depot,
    // sets out then and is there at 9:50.
    [Fact]
    public void Who_was_held_at_the_base_sets_out_when_the_way_is_open()
    {
        var run =
            Play.Of((FarStore() with { SupplyLines = [FarStore().SupplyLines[1]] }).With(Closed("bridge", "0:10", "6:50")).Until("11:00"));
        run.Legs("depot", "bridge").Should().Equal("d0 07:00 x1");
        run.Legs("store", "town").Should().Equal("d0 10:20 x1");
    }

    // A truck is called at 6:00, is there after 2:30 on the road and 20 min at the bridge, and laden at
    // 9:20. Then the escort is called, which needs as long.
    [Fact]
    public void An_escort_comes_to_where_the_column_forms()
    {
        var run = Play.Of((FarStore() with { SupplyLines = [FarStore().SupplyLines[1] with { Every = TimeSpan.FromDays(5) }] })
            .Plus(new Fleet("escorts") { Traffic = "aid", Base = "depot", Count = 1 })
            .Fleet("trucks", f => f with
            {
                Convoy = new ConvoyRules { Size = new SizeRange(1, 1), Wait = TimeSpan.Zero, Density = 1000,
                    Escort = new Escort { From = "escorts", Count = 1 } },
            }).Line("local", line => line with { Send = Rate.PerDay(Quantity.Pieces(4)), Every = TimeSpan.FromHours(6) }).Until("12:15"));
        run.Legs("store", "town").Should().Equal("d0 12:10 x2");
    }

    // Four are cut off in the store and go home at 20:00, in columns of two as they came: a longer one might not be through a road by day.
    [Fact]
    public void Those_who_go_home_go_in_columns_no_greater_than_their_fleets()
    {
        var run = Play.Of((FarStore() with { SupplyLines = [.. FarStore().SupplyLines.Select(line => line.Id == "road"
                ? line with { WhenBelow = Crates(4), UpTo = Crates(4) }
                : line with { Send = Rate.PerWeek(Quantity.Pieces(1)), Every = TimeSpan.FromDays(7) })] })
            .Fleet("trucks",
                f => f with { Count = 4, Convoy = new ConvoyRules { Size = new SizeRange(1, 2), Wait = TimeSpan.Zero, Density = 1000 } })
            .Bridge(b => b with { Lanes = 4 }).With(Closed("bridge", "2:00", "18:00")).Until("23:00"));
        run.Legs("store", "town").Should().Equal("d0 20:00 x2", "d0 20:00 x2");
    }

    internal static Scenario FarStore() => Road()
        .Plus(new Depot("store") { Stock = Supply.Unlimited, Loading = Minutes(30) }, Leg("town", "store", 30))
        .Fleet("trucks", f => f with { WorksFrom = ["store"] }) is var road
        ? road with
        {
            SupplyLines =
            [
                road.SupplyLines[0],
                new SupplyLine("local") { From = "store", To = "town", By = "trucks", Commodities = ["crate"], Send = Each("6:00") },
            ],
        }
        : road;
}
