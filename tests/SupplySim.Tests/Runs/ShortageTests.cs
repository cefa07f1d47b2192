using SupplySim.Engine;
using SupplySim.Runs;

namespace SupplySim.Tests.Runs;

/// <summary>How much of what was lacking lay at what came late. A need of 10 an hour, nothing there from hour 0 on, ten people.</summary>
public sealed class ShortageTests
{
    // 40 come at hour 8 that were due at hour 2: without from 0 to 8, in place of 0 to 2; from 12 on nothing is there either way... on time from 6 on.
    [Fact]
    public void What_is_sent_by_schedule_would_have_come_on_time_and_nothing_more()
    {
        var shortage = Without();
        Comes(shortage, 40, due: 2, came: 8, isOrderedByLevel: false);
        Between(shortage, 8, 12);
        shortage.End(Hour(20), 200, 10);
        shortage.PersonDays.Should().BeApproximately(16 / 24.0 * 10, 1e-9);
        shortage.ShareOfLate.Should().Be(0); // four hours' worth came: sixteen of twenty hours are lacking on time as well
    }

    // Due before it ran out at all, it lies there; of what came too late for the end of the time as much more would have been used.
    [Fact]
    public void What_came_at_the_end_would_have_been_used_before()
    {
        var shortage = Without();
        Comes(shortage, 100, due: 5, came: 20, isOrderedByLevel: false);
        shortage.End(Hour(20), 200, 10);
        shortage.ShareOfLate.Should().BeApproximately(0.5, 1e-9);
    }

    // What is ordered by a level is ordered again when it has come: while it is overdue all that is lacking is its doing.
    [Fact]
    public void What_is_ordered_by_a_level_is_missed_for_as_long_as_it_is_overdue()
    {
        var shortage = Without();
        Comes(shortage, 10, due: 5, came: 20, isOrderedByLevel: true);
        shortage.MissWhole(Hour(8), Hour(12));
        shortage.End(Hour(20), 200, 10);
        shortage.ShareOfLate.Should().BeApproximately(0.75, 1e-9);
    }

    // Used later, what is late is gone at once: on time there is something to the end of hour 10.
    [Fact]
    public void What_is_owed_is_taken_from_what_comes()
    {
        var shortage = new Shortage(isOwed: true);
        shortage.Begin(Hour(0), 0, 1);
        Comes(shortage, 100, due: 5, came: 20, isOrderedByLevel: false);
        shortage.End(Hour(20), 200, 1);
        shortage.ShareOfLate.Should().BeApproximately(0.25, 1e-9);
    }

    [Fact]
    public void Nothing_is_late_that_comes_when_it_is_due()
    {
        var shortage = Without();
        Comes(shortage, 50, due: 10, came: 10, isOrderedByLevel: true);
        shortage.End(Hour(10), 100, 10);
        shortage.ShareOfLate.Should().Be(0);
    }

    // The first spell is over when the copy begins.
    [Fact]
    public void What_was_lacking_before_does_not_count_since_then()
    {
        var shortage = Without();
        Comes(shortage, 50, due: 1, came: 10, isOrderedByLevel: true);
        Between(shortage, 10, 15);
        shortage.Begin(Hour(15), 150, 10);
        Comes(shortage, 50, due: 19, came: 20, isOrderedByLevel: true);
        shortage.End(Hour(20), 200, 10);
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
        since.End(Hour(20), 200, 10);
        since.PersonDays.Should().BeApproximately(8 / 24.0 * 10, 1e-9);
    }

    private static Shortage Without()
    {
        var shortage = new Shortage(isOwed: false);
        shortage.Begin(Hour(0), 0, 10);
        return shortage;
    }

    private static void Comes(Shortage shortage, long amount, int due, int came, bool isOrderedByLevel) => shortage.Came(amount, Hour(due), Hour(came), 10 * came, isOrderedByLevel);

    // It ends at one hour, and where anything is left to come begins again at another.
    private static void Between(Shortage shortage, int ends, int begins)
    {
        shortage.End(Hour(ends), 10 * ends, 10);
        if (begins < 15) shortage.Begin(Hour(begins), 10 * begins, 10);
    }

    private static SimTime Hour(int hour) => SimTime.Start + TimeSpan.FromHours(hour);
}
