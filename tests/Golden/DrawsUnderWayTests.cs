using SupplySim.Engine;
using SupplySim.Experiments;
using SupplySim.Quantities;
using SupplySim.Scenarios;
using SupplySim.Testing;

namespace SupplySim.Golden;

/// <summary>An intervention leaves the draws of all that it says nothing of as they were: of a scenario with a little of all that draws,
/// and of the examples.</summary>
public sealed class DrawsUnderWayTests
{
    private static readonly string Text =
        File.ReadAllText(Path.Combine(DataFolder.Checkout(), "tests", "Golden", "all-that-is-drawn.supply.yaml"));

    /// <summary>All that can be set, as it is.</summary>
    public static TheoryData<string> AsItIs =>
    [
        "fleets.trucks.count: 12", "fleets.planes.count: 2", "places.gate.lanes: 2", "places.ford.lanes: 1", "places.ford.hours: always",
        "places.gate.passage: {blue: {aid: with-clearance, military: yes, commercial: yes}, red: {aid: yes}}",
        "places.camp.capacity: 60 000", "places.camp.rations: {food: 0.5 kg/d}", "places.camp.local-share: {food: 0 %}",
        "supply-lines.road.when-below: 4 d", "supply-lines.fire.priority: 3", "supply-lines.air.every: 24 h",
        "supply-lines.air.send: 5 t/d",
        "policies.reroute.learns-after: 12 h", "policies.routing: {rule: fastest}", "policies.share: {by: priority}",
        "fronts.war.pace.advance: 20 km/d", "fronts.war.contact: 10 km", "fronts.war.stand-off.fight: exponential(72 h)",
        "fronts.war.talks.accepted: 20 %",
        "fronts.war.fight.lasts: exponential(1 d)", "fronts.war.ceasefire.violated: 30 %",
        "fronts.war.captured-by: {red: 60 %, green: 40 %}",
        .. Disruptions.Select(id => $"disruptions.{id}: {Block(id)}"),
    ];

    /// <summary>Of each thing something else, of which nothing comes.</summary>
    public static TheoryData<string> WithoutEffect =>
    [
        "fleets.lorries.count: 4", "places.camp.capacity: 60 001", "places.gate.passage.green: {aid: yes}",
        "supply-lines.road.given-up-after: 39 d", "supply-lines.fire.priority: 4", "supply-lines.air.priority: 2",
        "policies.ration: {when: since(2026-05-01), to: 50 %}",
        "fronts.war.fight.attacker-wins: 4.0000001 %", "fronts.war.ceasefire.renewed: 30.0000001 %",
        "fronts.war.talks.accepted: 20.0000001 %",
        "fronts.war.force-ratio: {}", "fronts.war.captured-by: {red: 59.9999999 %, green: 40.0000001 %}", "fronts.war.opens-with: fight",
        "fronts.war.stand-off.step-down: exponential(36 000 d)", "fronts.war.fight.casualties.red: 20.0000001",
        .. Disruptions.Select(id => $"disruptions.{id}.source: report"),
        .. Disruptions.Where(id => id is not ("fighting" or "flood" or "thinned" or "mud"))
            .Select(id => $"disruptions.{id}.until: day 3999"),
    ];

    private static IEnumerable<string> Disruptions =>
        ["shelling", "checks", "flood", "storms", "thinned", "slow", "mud", "fighting", "rumour", "nights"];

    [Theory]
    [MemberData(nameof(AsItIs))]
    [MemberData(nameof(WithoutEffect))]
    public void What_has_no_effect_leaves_all_as_it_was_event_by_event(string set)
    {
        var scenario = ScenarioFile.Parse($"{Text}\nexperiment:\n  compare:\n    later:\n      at: day 12.3\n      set:\n        {set}\n");
        for (ulong seed = 1; seed <= 4; seed++)
            Told(CompiledScenario.Of(scenario, scenario.Experiment.Compare[0]), seed).Should()
                .Equal(Told(new CompiledScenario(scenario), seed), set);
    }

    // What it does is another, and it comes when it would have come. The moment itself is left out: there it goes on in its other form.
    [Theory]
    [InlineData("shelling.to: [military]")]
    [InlineData("shelling.en-route: turn-back")]
    [InlineData("shelling.cause: fighting")]
    [InlineData("checks.to: [aid]")]
    [InlineData("checks.queue: disperse")]
    [InlineData("flood.repair.takes: exponential(9 d)", "fighting")]
    [InlineData("storms.en-route: turn-back")]
    [InlineData("thinned.go: 5 %")]
    [InlineData("thinned.for: exponential(9 d)", "thinned")]
    [InlineData("slow.inspection: 5 x")]
    [InlineData("slow: {slow: ford, inspection: 2 x, every: exponential(4 d), for: exponential(1 d)}")]
    [InlineData("slow: {close: ford, every: exponential(4 d), for: exponential(1 d)}")]
    [InlineData("mud.speed: 0 %")]
    [InlineData("mud.limit: depot - ford")]
    [InlineData("fighting.lanes: 1 %")]
    [InlineData("rumour.says: open")]
    [InlineData("nights.hours: 08:00-09:00")]
    [InlineData("nights.chance: 100 %", "nights")]
    [InlineData("checks.chance: 100 %", "checks")]
    [InlineData("storms.for: 90 min", "storms")]
    public void What_comes_again_and_again_comes_when_it_would_have_come(string set, string? but = null)
    {
        var scenario = ScenarioFile.Parse(
            $"{Text}\nexperiment:\n  compare:\n    later:\n      at: day 12.3\n      set:\n        disruptions.{set}\n");
        for (ulong seed = 1; seed <= 4; seed++)
        {
            var (plain, branched) = (Begun(new CompiledScenario(scenario), seed, but),
                Begun(CompiledScenario.Of(scenario, scenario.Experiment.Compare[0]), seed, but));
            branched.Should().Equal(plain, set).And.HaveCountGreaterThan(20);
        }
    }

    private static List<string> Begun(CompiledScenario compiled, ulong seed, string? but) =>
        [.. Replication.Run(compiled, seed, 0, tell: true).Story
            .Where(one => one.Kind is HappeningKind.DisruptionBegan && one.At - SimTime.Start != TimeSpan.FromDays(12.3)
                && one.Subject != but).Select(one => $"{one.At} {one.Subject}")];

    [Theory]
    [MemberData(nameof(Examples))]
    public void What_is_read_again_is_the_same(string example)
    {
        var (once, again) = (ExampleFolder.Read(example), ExampleFolder.Read(example));
        Told(CompiledScenario.Of(once, new Alternative("again", again) { From = Moment.After(once.Clock.Length / 2) }), 1).Should()
            .Equal(Told(new CompiledScenario(once), 1));
    }

    public static TheoryData<string> Examples => [.. ExampleFolder.Scenarios];

    private static string Block(string id) =>
        Text.Split('\n').Single(line => line.StartsWith($"  {id}: ", StringComparison.Ordinal)).Split(": ", 2)[1].Trim();

    // All that enters the outcome, and the story.
    private static List<string> Told(CompiledScenario compiled, ulong seed)
    {
        var told = new List<string>();
        var run = Replication.Run(compiled, seed, 0, tell: true,
            watch: (world, _) => world.Recorded += (kind, first, second) => told.Add($"{world.Now} {kind} {first} {second}"));
        told.AddRange(run.Story.Select(one => $"{one.At} {one.Kind} {one.Subject} {one.Detail}"));
        return told;
    }
}
