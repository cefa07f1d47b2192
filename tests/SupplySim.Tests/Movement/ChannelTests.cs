using SupplySim.Quantities;
using static SupplySim.Tests.Small;

namespace SupplySim.Tests.Movement;

/// <summary>Channels of a clearance, each with its own time to answer and its own reasons to be down.</summary>
/// <remarks>The truck asks at 0:30 and is at the bridge at 1:30; an inspection takes 20 min.</remarks>
public sealed class ChannelTests
{
    [Theory]
    [InlineData(2, 5, "d0 05:50")]
    [InlineData(6, 5, "d0 06:50")]
    public void The_slowest_channel_decides(double one, double two, string passed) =>
        Play.Of(Cleared(Channel("one", one), Channel("two", two))).When(HappeningKind.Passed)[0].Should().Be(passed);

    // Open to all, and the holder lets aid pass: what it waits for is clearance and nothing else.
    [Fact]
    public void A_crossing_that_is_open_and_permitted_can_be_blocked_for_want_of_clearance()
    {
        var run = Play.Of(Cleared(Channel("one", 100)).Plus(Traders(Each("1:00"))).Until("6:10"));
        run.Waits("bridge").Should().Be("clearance 4:40");
        run.When(HappeningKind.Passed).Should().BeEmpty();
        run.When(HappeningKind.Closed).Should().BeEmpty();
    }

    // Down from 3:00 to 5:00. For the second alone: it has used 2:30 of its 5 h by then, and answers at 7:30; the first goes on,
    // and answers at 7:00. For both: the first has 4 h to go at 5:00, and answers at 9:00.
    [Theory]
    [InlineData(false, "d0 07:50")]
    [InlineData(true, "d0 09:20")]
    public void A_channel_that_goes_down_freezes_its_own_answer(bool isBoth, string passed)
    {
        var (one, two) = (Channel("one", 6.5), Channel("two", 5));
        var scenario = Cleared(one, isBoth ? two : two with { DownWhile = Condition.Open("mast").Not() });
        if (isBoth) scenario = scenario.Bridge(b => b with { Clearance = b.Clearance! with { DownWhile = Condition.Open("mast").Not() } });
        Play.Of(Mast(scenario)).When(HappeningKind.Passed)[0].Should().Be(passed);
    }

    // Granted at 1:30, void at 3:00, asked of both from then on: the first answers at 4:00, the second, back at 5:00, at 6:00.
    [Fact]
    public void One_channel_that_goes_down_voids_the_grant_of_all()
    {
        var scenario = Cleared(Channel("one", 1), Channel("two", 1) with { DownWhile = Condition.Open("mast").Not() })
            .Bridge(b => b with { Hours = OpenFrom(5, 30) });
        var run = Play.Of(Mast(scenario).Until("9:00"));
        run.When(HappeningKind.Passed).Should().Equal("d0 06:20");
        run.Waits("bridge").Should().Be("clearance 3:00, hours 1:30");
    }

    // It has answered at 2:30 and is down from 3:00 to 5:00; the other answers at 4:30: granted when both can be reached.
    [Fact]
    public void What_was_answered_stays_answered_and_is_granted_when_all_can_be_reached() => Play.Of(Mast(Cleared(
        Channel("one", 2) with { DownWhile = Condition.Open("mast").Not() }, Channel("two", 4)))).When(HappeningKind.Passed)[0].Should()
            .Be("d0 05:20");

    // An hour up, an hour down: 3 h of answering from 0:30 are over at 6:30.
    [Fact]
    public void A_channel_that_fails_by_itself_answers_while_it_is_up()
    {
        var flaky = Channel("one", 3) with { UpFor = TimeSpan.FromHours(1), DownFor = TimeSpan.FromHours(1) };
        Play.Of(Cleared(flaky)).When(HappeningKind.Passed)[0].Should().Be("d0 06:50");
    }

    // Down for both reasons from 3:00 on, until 5:00 for one and 6:00 for the other.
    [Fact]
    public void Of_two_reasons_to_be_down_the_last_to_go_brings_it_back()
    {
        var channel = Channel("one", 5) with { DownWhile = Condition.Open("mast").Not(), UpFor = TimeSpan.FromHours(3),
            DownFor = TimeSpan.FromHours(3) };
        Play.Of(Mast(Cleared(channel)).Until("12:00")).When(HappeningKind.Passed)[0].Should().Be("d0 08:50");
    }

    // A channel that never fails within the run changes nothing, and neither does one more that answers at once.
    [Fact]
    public void What_never_comes_to_bear_changes_nothing()
    {
        var plain = Play.Of(Cleared(Channel("one", 5))).Result.OutcomeFingerprint;
        Play.Of(Cleared(Channel("one", 5) with { UpFor = TimeSpan.FromDays(99), DownFor = TimeSpan.FromDays(1) })).Result.OutcomeFingerprint
            .Should().Be(plain);
        Play.Of(Cleared(Channel("one", 5), Channel("two", 0))).Result.OutcomeFingerprint.Should().Be(plain);
    }

    private static Channel Channel(string id, double hours) => new(id) { GrantedIn = TimeSpan.FromHours(hours) };

    private static Scenario Cleared(params Channel[] channels) => Road().Bridge(bridge => bridge with
    {
        HeldBy = "blue", Passage = [("blue", [("aid", Permission.WithClearance), ("commercial", Permission.Yes)])],
        Clearance = new Clearance { Channels = [.. channels], Valid = TimeSpan.FromDays(1) },
    });

    private static Scenario Mast(Scenario scenario) => scenario
        .Plus(new Crossing("mast") { Lanes = 1, Inspection = Minutes(1) }).With(Closed("mast", "3:00", "2:00"));
}
