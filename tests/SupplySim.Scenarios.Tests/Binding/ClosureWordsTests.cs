using SupplySim.Disruptions;
using SupplySim.Scenarios.Diagnostics;
using SupplySim.Scenarios.Tests.Support;

namespace SupplySim.Scenarios.Tests.Binding;

/// <summary>What a file can say of closures, restrictions, false reports and channels.</summary>
public class ClosureWordsTests
{
    private static readonly string Text = SmallScenario.Text
        .Replace("channels: [north-command, south-command]",
            "channels: {north-command: {granted-in: 2 h, down-while: captured(bridge)}, south-command: {up-for: 3 d, down-for: 5 h}}")
        .Replace("policies:\n", "policies:\n  knowledge: perfect\n")
        .Replace("disruptions:\n", """
            crews: {engineers: 2}
            disruptions:
              storm:
                close: [bridge, bridge - valley]
                at: day 3
                for: 2 d
                cause: weather
                queue: disperse
                repair: {by: engineers, takes: exponential(3 d), priority: 2}
                reopens: [{share: 30 %, for: 1 d}, {share: 60 %, for: 2 d}]
              ice: {limit: bridge, at: day 9, for: 1 d, lanes: 50 %, weight-limit: 30 t}
              mud:
                limit: [base - bridge, bridge - valley]
                at: day 9
                for: 1 d
                speed: uniform(30 %, 60 %)
              truce: {report: bridge, says: open, at: day 3, for: 5 h, to: [aid]}

            """);

    private static readonly Scenario Read = ScenarioFile.Parse(Text);

    [Fact]
    public void A_closure_says_what_it_strikes_and_how_it_ends()
    {
        var storm = Of<Closure>("storm");
        storm.Close.Should().Equal("bridge", "bridge - valley");
        (storm.Queue, storm.Cause, storm.Repair!.By, storm.Repair.Takes.ToString(), storm.Repair.Priority).Should()
            .Be((QueueRule.Disperse, LossCause.Weather, "engineers", "exponential(3 d)", 2));
        storm.Reopens.Select(step => (step.Share, step.For.Mean.TotalDays)).Should().Equal((0.3, 1), (0.6, 2));
        Read.Crews.ToString().Should().Be("{engineers: 2}");
    }

    [Fact]
    public void A_restriction_says_what_is_left()
    {
        (Of<Restriction>("ice").Limit.Single(), Of<Restriction>("ice").Lanes!.Mean,
            Of<Restriction>("ice").WeightLimit!.Value.InTonnes).Should().Be(("bridge", 0.5, 30));
        Of<Restriction>("mud").Limit.Should().HaveCount(2);
        Of<Restriction>("mud").Speed!.Mean.Should().BeApproximately(0.45, 1e-12);
    }

    [Fact]
    public void A_report_says_what_is_false_and_policies_who_believes_it()
    {
        (Of<Rumour>("truce").Report.ToString(), Of<Rumour>("truce").Says, Of<Rumour>("truce").To.Single()).Should()
            .Be(("bridge", Said.Open, "aid"));
        Read.Policies.Knowledge.Should().Be(Knowledge.Perfect);
    }

    [Fact]
    public void A_channel_says_how_long_it_takes_and_when_it_is_down()
    {
        var channels = ((Crossing)Read["bridge"]).Clearance!.Channels;
        channels.Select(channel => channel.Id).Should().Equal("north-command", "south-command");
        (channels[0].GrantedIn!.Mean.TotalHours, channels[0].DownWhile!.ToString(), channels[0].UpFor).Should()
            .Be((2, "captured(bridge)", null));
        (channels[1].GrantedIn, channels[1].UpFor!.Mean.TotalDays, channels[1].DownFor!.Mean.TotalHours).Should().Be((null, 3, 5));
    }

    [Theory]
    [InlineData("close: [bridge, bridge - valley]", "close: [bridge, brigde]", "a similar one exists: `bridge`")]
    [InlineData("close: [bridge, bridge - valley]", "close: {bridge: 1}", "is a single value, not a block of keys")]
    [InlineData("close: [bridge, bridge - valley]", "close: []", "nothing is named")]
    [InlineData("queue: disperse", "queue: vanish", "allowed: keep, disperse, divert")]
    [InlineData("cause: weather", "cause: god", "weather")]
    [InlineData("by: engineers,", "by: enginers,", "did you mean 'engineers'?")]
    [InlineData("crews: {engineers: 2}", "crews: {engineers: 0}", "1")]
    [InlineData("share: 30 %", "share: 130 %", "allowed: 0 to 1")]
    [InlineData("says: open", "says: nothing", "allowed: open, shut")]
    [InlineData("up-for: 3 d, ", "", "give both, or neither")]
    [InlineData("lanes: 50 %", "lanes: 5", "allowed: 0 to 1")]
    public void What_is_wrong_is_told_with_its_place_and_a_way_out(string right, string wrong, string says)
    {
        Text.Should().Contain(right);
        ScenarioFile.TryParse(Text.Replace(right, wrong), "f.yaml", [], out _, out var diagnostics);
        DiagnosticText.Write(diagnostics).Should().Contain(says).And.Contain("f.yaml:");
    }

    private static T Of<T>(string id) where T : Disruption => (T)Read.Disruptions.Single(disruption => disruption.Id == id);
}
