using SupplySim.Results.Tests.Fixture;
using SupplySim.Results.Text;

namespace SupplySim.Results.Tests.Text;

public sealed class BusyTests
{
    private static readonly Utilisation Old = new("old-bridge", ["cedar"], 6.307, 0.0352, 0);

    [Fact]
    public void A_crossing_is_told_with_what_is_asked_of_it() => Told(Old).Should().Equal(
        "Old Bridge: all that is needed or sent by road at the start is 6.3 vehicles a day, which there and back take 3.5 % of its lanes while it "
            + "is open.");

    [Fact]
    public void Strangers_may_be_more_than_it_can_pass() => Told(Old with { Share = 0.5, Strangers = 0.51 }).Single().Should()
        .EndWith(" take 50 % of its lanes while it is open; those who merely pass take 51 %, which is more than it can pass.");

    [Fact]
    public void The_busiest_come_first_and_five_are_enough()
    {
        var many = Enumerable.Range(0, 7)
            .Select(i => Old with { Crossing = i == 3 ? "new-bridge" : "old-bridge", Strangers = i == 3 ? 0.3 : 0.1 });

        Told([.. many]).Select(sentence => sentence[..4]).Should().Equal("New ", "Old ", "Old ", "Old ", "Old ");
    }

    [Fact]
    public void Fewer_cleared_in_a_day_than_are_asked_for_are_told()
    {
        Cleared(6).Should().EndWith(" while it is open; where clearance is wanted 6 are cleared in a day.");
        Cleared(7).Should().EndWith(" while it is open.");
    }

    private static string Cleared(int perDay)
    {
        var bridge = SmallScenario.Contested.Places.OfType<Crossing>().Single(crossing => crossing.Id == "old-bridge");
        var few = new Clearance { Channels = ["one"], GrantedIn = TimeSpan.Zero, Valid = TimeSpan.FromDays(1), PerDay = perDay };
        return Busy.Sentences(SmallScenario.Contested.With(bridge with { Clearance = few }), [Old]).Single();
    }

    private static IReadOnlyList<string> Told(params Utilisation[] all) => Busy.Sentences(SmallScenario.Contested, [.. all]);
}
