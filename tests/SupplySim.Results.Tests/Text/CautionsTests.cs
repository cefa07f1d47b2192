using SupplySim.Disruptions;
using SupplySim.Quantities;
using SupplySim.Results.Text;

namespace SupplySim.Results.Tests.Text;

public sealed class CautionsTests
{
    [Fact]
    public void What_begins_after_the_end_is_told() =>
        Cautions.Sentences(Corridor() with
        {
            Disruptions = [Flood("early", Moment.Day(9)), Flood("late", Moment.Day(10)), Flood("meant", Moment.Never)],
        }).Should().Equal("`late` begins after the run has ended, on day 10: it never happens.");

    [Fact]
    public void What_is_not_carried_out_is_told() =>
        Cautions.Sentences(Corridor() with
        {
            Experiment = new ExperimentPlan { Rank = new RankPlan { What = ["places"], ShutFor = TimeSpan.FromDays(3), By = "hungry" } },
        }).Should().Equal("`rank` is read and checked, but not carried out by this version.");

    [Fact]
    public void Where_all_is_done_nothing_is_told() => Cautions.Sentences(Corridor()).Should().BeEmpty();

    private static Closure Flood(string id, Moment at) => new(id) { Close = "bridge", At = at, For = TimeSpan.FromDays(1) };

    private static Scenario Corridor() => new()
    {
        Title = "A corridor",
        Clock = new Clock { Length = TimeSpan.FromDays(10) },
        Places = [new Depot("depot"), new Crossing("bridge") { Lanes = 1, Inspection = Duration.Fixed(TimeSpan.FromMinutes(5)) }],
    };
}
