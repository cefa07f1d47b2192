using SupplySim.Engine;
using SupplySim.Runs;

namespace SupplySim.Tests.Runs;

/// <summary>How much of what was lacking lay at what came late. A need of 10 an hour, nothing there from hour 0 on, ten people.</summary>
public sealed class ShortageTests
{
    // 40 come at hour 8 that were due at hour 2: without from 0 to 8, in place of 0 to 2; from 12 on
    // nothing is there either way... on time from 6 on.
    [Fact]
    public void What_is_sent_by_schedule_would_have_come_on_time_and_nothing_more()
    {
        var shortage = Without();
        Comes(shortage, 40, due: 2, came: 8, isOrderedByLevel: false);
        Between(shortage, 8, 12);
        shortage.End(Hour(20), 200, Of(20));
        shortage.PersonDays.Should().BeApproximately(16 / 24.0 * 10, 1e-9);
        shortage.ShareOfLate.Should().Be(0); // four hours' worth came: sixteen of twenty hours are lacking on time as well
    }

    // Due before it ran out at all, it lies there; of what came too late for the end of the time as much more would have been used.
    [Fact]
    public void What_came_at_the_end_would_have_been_used_before()
    {
        var shortage = Without();
        Comes(shortage, 100, due: 5, came: 20, isOrderedByLevel: false);
        shortage.End(Hour(20), 200, Of(20));
        shortage.ShareOfLate.Should().BeApproximately(0.5, 1e-9);
    }

    // What is ordered by a level is ordered again when it has come: while it is overdue all that is lacking is its doing.
    [Fact]
    public void What_is_ordered_by_a_level_is_missed_for_as_long_as_it_is_overdue()
    {
        var shortage = Without();
        Comes(shortage, 10, due: 5, came: 20, isOrderedByLevel: true);
        shortage.Came(new(0, 0, Hour(8), Hour(8), Hour(12), 120, IsOrderedByLevel: true));
        shortage.End(Hour(20), 200, Of(20));
        shortage.ShareOfLate.Should().BeApproximately(0.75, 1e-9);
    }

    // Used later, what is late is gone at once: on time there is something to the end of hour 10.
    [Fact]
    public void What_is_owed_is_taken_from_what_comes()
    {
        var shortage = new Shortage(isOwed: true, isSent: true);
        shortage.Begin(Hour(0), 0, 0);
        Comes(shortage, 100, due: 5, came: 20, isOrderedByLevel: false);
        shortage.End(Hour(20), 200, Of(20));
        shortage.ShareOfLate.Should().BeApproximately(0.25, 1e-9);
    }

    [Fact]
    public void Nothing_is_late_that_comes_when_it_is_due()
    {
        var shortage = Without();
        Comes(shortage, 50, due: 10, came: 10, isOrderedByLevel: true);
        shortage.End(Hour(10), 100, Of(10));
        shortage.ShareOfLate.Should().Be(0);
    }

    [Fact]
    public void What_is_lacking_for_no_time_lies_at_nothing()
    {
        var shortage = new Shortage(isOwed: false, isSent: true);
        shortage.Begin(Hour(5), 50, Of(5));
        Comes(shortage, 50, due: 1, came: 5, isOrderedByLevel: true);
        shortage.End(Hour(5), 50, Of(5));
        Comes(shortage, 50, due: 1, came: 7, isOrderedByLevel: true);
        (shortage.PersonDays, shortage.ShareOfLate).Should().Be((0, 0));
    }

    // The first spell is over when the copy begins.
    [Fact]
    public void What_was_lacking_before_does_not_count_since_then()
    {
        var shortage = Without();
        Comes(shortage, 50, due: 1, came: 10, isOrderedByLevel: true);
        Between(shortage, 10, 15);
        shortage.Begin(Hour(15), 150, Of(15));
        Comes(shortage, 50, due: 19, came: 20, isOrderedByLevel: true);
        shortage.End(Hour(20), 200, Of(20));
        var since = shortage.Since(Hour(12));
        since.PersonDays.Should().BeApproximately(5 / 24.0 * 10, 1e-9);
        since.ShareOfLate.Should().BeApproximately(0.2, 1e-9);
        shortage.PersonDays.Should().BeApproximately(15 / 24.0 * 10, 1e-9);
    }

    // As of another place than the one that had enough then.
    [Fact]
    public void What_was_lacking_already_counts_from_its_beginning()
    {
        var shortage = Without();
        Between(shortage, 10, 12);
        var since = shortage.Since(Hour(13));
        since.End(Hour(20), 200, Of(20));
        since.PersonDays.Should().BeApproximately(8 / 24.0 * 10, 1e-9);
    }

    // A hundred are held up for five hours on their way to a depot from which half of them is brought here;
    // two hours later they can be here.
    [Fact]
    public void What_comes_late_to_a_depot_would_have_been_here_sooner()
    {
        var lacks = Behind(TimeSpan.FromHours(2), 1, 2);
        lacks[1].Begin(0, Hour(0), 0, 0);
        lacks.Came(0, new(0, 100, Hour(0), Hour(3), Hour(8), 0, IsOrderedByLevel: false), Alike);
        lacks.Came(1, new(0, 50, Hour(9), Hour(10), Hour(10), 100, IsOrderedByLevel: false), Alike);
        lacks[1].End(0, Hour(10), 100, Of(10));
        lacks[1][0]!.ShareOfLate.Should().BeApproximately(0.5, 1e-9);
    }

    // Late at the depot from hour 3 to hour 8, before anybody lacks anything behind a way of two days.
    [Fact]
    public void What_comes_late_to_a_depot_before_anybody_lacks_it_is_missed_when_it_would_have_been_here()
    {
        var lacks = Behind(TimeSpan.FromHours(48), 1);
        lacks.Came(0, new(0, 1000, Hour(1), Hour(3), Hour(8), 0, IsOrderedByLevel: true), Alike);
        lacks[1].Begin(0, Hour(50), 500, 0);
        lacks[1].End(0, Hour(58), 580, Of(8));
        lacks[1][0]!.ShareOfLate.Should().BeApproximately(5 / 8.0, 1e-9); // due at 51, there from 56 on
    }

    // One of three places behind it needs it at all, and all that is late is for that one.
    [Fact]
    public void What_comes_late_to_a_depot_is_for_those_who_need_it()
    {
        var lacks = Behind(TimeSpan.FromHours(2), 1, 2, 3);
        lacks[1].Begin(0, Hour(0), 0, 0);
        lacks.Came(0, new(0, 50, Hour(0), Hour(3), Hour(8), 0, IsOrderedByLevel: false), (place, _) => place == 1 ? 240 : 0);
        lacks.Came(1, new(0, 50, Hour(9), Hour(10), Hour(10), 100, IsOrderedByLevel: false), Alike);
        lacks[1].End(0, Hour(10), 100, Of(10));
        lacks[1][0]!.ShareOfLate.Should().BeApproximately(0.5, 1e-9);
    }

    // Had on time it is eaten from hour 5 on. Of what comes to the place itself that is taken, unless as much lies at the depot besides.
    [Theory]
    [InlineData(0, 0)]
    [InlineData(50, 0.5)]
    public void What_was_had_sooner_is_not_missed_later_where_more_lies_at_the_depot(double spare, double share)
    {
        var lacks = Behind(TimeSpan.FromHours(2), 1);
        lacks[1].Begin(0, Hour(0), 0, 0);
        lacks.Came(0, new(0, 50, Hour(0), Hour(3), Hour(8), 0, IsOrderedByLevel: false), Alike);
        lacks.Came(1, new(0, 50, Hour(9), Hour(10), Hour(10), 100, IsOrderedByLevel: false) { Spare = spare }, Alike);
        lacks[1].End(0, Hour(10), 100, Of(10));
        lacks[1].Begin(0, Hour(15), 150, Of(10));
        lacks[1].End(0, Hour(15), 150, Of(10));
        lacks[1][0]!.ShareOfLate.Should().BeApproximately(share, 1e-9);
    }

    // Twelve depots, each of which orders from all others: along all paths there would be no end.
    [Fact]
    public void Depots_that_supply_one_another_are_each_told_once()
    {
        const int depots = 12;
        var lacks = new Lacks(depots + 1);
        for (var from = 0; from < depots; from++)
            for (var to = 0; to < depots; to++)
                if (to != from) lacks.Feed(from, to, TimeSpan.FromHours(1));
        lacks.Feed(depots - 1, depots, TimeSpan.FromHours(1));
        lacks[depots].Watch([new Shortage(isOwed: false, isSent: false)]);
        lacks[depots].Begin(0, Hour(0), 0, 0);
        for (var i = 0; i < 1000; i++)
            lacks.Came(0, new(0, 1000, Hour(0), Hour(1), Hour(3), 0, IsOrderedByLevel: true), (place, _) => place == depots ? 240 : 0);
        lacks[depots].End(0, Hour(10), 100, Of(10));
        lacks[depots][0]!.ShareOfLate.Should().BeApproximately(0.2, 1e-9);
    }

    // A van's load is a tenth of what is needed in the time that its way takes, so what it is late for is a tenth of what is lacking.
    [Fact]
    public void What_is_little_is_missed_in_part()
    {
        var shortage = Without();
        shortage.Came(new(0, 1, Hour(0), Hour(0), Hour(10), 100, IsOrderedByLevel: true) { Enough = 0.1 });
        shortage.Came(new(0, 1, Hour(0), Hour(5), Hour(10), 100, IsOrderedByLevel: true) { Enough = 0.3 });
        shortage.End(Hour(10), 100, Of(10));
        shortage.ShareOfLate.Should().BeApproximately((0.1 * 5 + 0.4 * 5) / 10, 1e-9);
    }

    // Ten thousand loads, each late for an hour of each ten: kept together they are late for as long.
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void What_is_much_is_kept_together_and_late_for_as_long(bool isOrderedByLevel)
    {
        var lacks = Behind(TimeSpan.FromHours(1), 1);
        lacks[1].Begin(0, Hour(0), 0, 0);
        for (var hour = 10; hour <= 1000; hour += 10)
            for (var i = 0; i < 100; i++)
                lacks.Came(0, new(0, 0.1, Hour(hour - 2), Hour(hour - 2), Hour(hour - 1), 0,
                    isOrderedByLevel) { Lead = TimeSpan.FromHours(1) }, (_, _) => 12);
        for (var hour = 10; hour <= 1000; hour += 10)
            lacks.Came(1,
                new(0, 10, Hour(hour), Hour(hour), Hour(hour), 10 * hour, isOrderedByLevel) { Spare = isOrderedByLevel ? 0 : 1e9 }, Alike);
        lacks[1].End(0, Hour(1000), 10_000, Of(1000));
        lacks[1][0]!.ShareOfLate.Should().BeApproximately(0.1, 0.012);
    }

    // Nothing is late in the first spell, all is in the second: neither is told of the other.
    [Fact]
    public void Each_spell_has_a_share_of_its_own()
    {
        var (parts, shortage) = (new TimeByPart(SimTime.Start, TimeSpan.FromHours(128)), new Shortage(isOwed: false, isSent: false));
        shortage.Begin(Hour(1), 10, 0);
        shortage.End(Hour(3), 30, 2);
        shortage.Begin(Hour(8), 80, 2);
        shortage.Came(new(0, 1, Hour(8), Hour(8), Hour(10), 100, IsOrderedByLevel: true));
        shortage.End(Hour(10), 100, 4);
        var (delays, weights) = (new double[parts.Count], new double[parts.Count]);
        Array.Fill(delays, 1);
        shortage.Weigh(parts, delays, weights).Should().Be(2);
        weights.Take(12).Should().Equal(0, 0, 0, 0, 0, 0, 0, 0, 1, 1, 0, 0);
    }

    // A spell of two hours and one of one; what was held up before the first began, from when it was
    // wanted, and between them, and after the second.
    [Fact]
    public void What_is_lacking_in_a_spell_is_for_what_was_held_up_since_it_was_wanted()
    {
        var (parts, shortage) = (new TimeByPart(SimTime.Start, TimeSpan.FromHours(128)), new Shortage(isOwed: false, isSent: true));
        shortage.Begin(Hour(4), 40, 0);
        shortage.Came(new(0, 1, Hour(2), Hour(2), Hour(6), 60, IsOrderedByLevel: true));
        shortage.End(Hour(6), 60, 2);
        shortage.Begin(Hour(9), 90, 2);
        shortage.Came(new(0, 1, Hour(8), Hour(8), Hour(10), 100, IsOrderedByLevel: true));
        shortage.End(Hour(10), 100, 3);
        var (delays, weights) = (new double[parts.Count], new double[parts.Count]);
        Array.Fill(delays, 1);
        shortage.Weigh(parts, delays, weights).Should().Be(0);
        weights.Take(12).Should().Equal(0, 0, 0.5, 0.5, 0.5, 0.5, 0, 0, 0.5, 0.5, 0, 0);
        Array.Clear(delays);
        shortage.Weigh(parts, delays, weights).Should().Be(3); // nothing was held up: it would have been lacking anyway
    }

    [Fact]
    public void What_nothing_brings_is_late_for_nobody()
    {
        var lacks = new Lacks(3);
        lacks[2].Watch([null]);
        lacks[2].Begin(0, Hour(0), 0, 0);
        lacks.Came(2, new(0, 1, Hour(0), Hour(0), Hour(1), 10, IsOrderedByLevel: true), Alike);
        var weights = lacks.Weigh(new TimeByPart(SimTime.Start, TimeSpan.FromHours(128)), []);
        Enumerable.Range(0, 3).Should().OnlyContain(place => weights.Of(new HoldUpKey(place, 0, HoldUp.Lane)).Length == 0);
    }

    // Places that live through a depot, number 0, so far away.
    private static Lacks Behind(TimeSpan lead, params int[] places)
    {
        var lacks = new Lacks(places.Length + 1);
        foreach (var place in places)
        {
            lacks[place].Watch([new Shortage(isOwed: false, isSent: true)]);
            lacks.Feed(0, place, lead);
        }
        return lacks;
    }

    private static Shortage Without()
    {
        var shortage = new Shortage(isOwed: false, isSent: true);
        shortage.Begin(Hour(0), 0, Of(0));
        return shortage;
    }

    private static void Comes(Shortage shortage, long amount, int due, int came, bool isOrderedByLevel) =>
        shortage.Came(new(0, amount, Hour(0), Hour(due), Hour(came), 10 * came, isOrderedByLevel));

    // It ends at one hour, and where anything is left to come begins again at another.
    private static void Between(Shortage shortage, int ends, int begins)
    {
        shortage.End(Hour(ends), 10 * ends, Of(ends));
        if (begins < 15) shortage.Begin(Hour(begins), 10 * begins, Of(begins));
    }

    // [person-day] Of ten people by then.
    private static double Of(int hour) => hour / 24.0 * 10;

    private static double Alike(int place, int commodity) => place == 0 ? 0 : 240;

    private static SimTime Hour(int hour) => SimTime.Start + TimeSpan.FromHours(hour);
}
