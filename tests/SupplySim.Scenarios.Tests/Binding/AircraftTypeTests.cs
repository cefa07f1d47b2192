using SupplySim.Experiments;
using SupplySim.Quantities;
using SupplySim.Scenarios.Diagnostics;
using SupplySim.Scenarios.Tests.Support;
using SupplySim.Testing;

namespace SupplySim.Scenarios.Tests.Binding;

/// <summary>A fleet in a file that names its type of aircraft.</summary>
public class AircraftTypeTests
{
    private const string Planes = "planes: {mode: air, traffic: aid, base: base, count: 1, carries: 10 t, speed: 400 km/h, crew-day: 14 h}";

    public static TheoryData<string, Fleet> Types => new()
    {
        { "c-130j", AircraftTypes.C130J("planes", "aid", "base", 1) }, { "c-17", AircraftTypes.C17("planes", "aid", "base", 1) },
        { "a400m", AircraftTypes.A400M("planes", "aid", "base", 1) }, { "il-76", AircraftTypes.Il76("planes", "aid", "base", 1) },
        { "an-12", AircraftTypes.An12("planes", "aid", "base", 1) }, { "mi-8", AircraftTypes.Mi8("planes", "aid", "base", 1) },
    };

    // The same run as with all that the type says written out.
    [Theory, MemberData(nameof(Types))]
    public void A_type_says_what_the_fleet_does_not(string word, Fleet written)
    {
        var scenario = Read($"planes: {{type: {word}, traffic: aid, base: base, count: 1}}");
        Outcome(scenario).Should().Be(Outcome(scenario with { Fleets = [.. scenario.Fleets.SkipLast(1), written] }));
    }

    // What the page of all keys says of a type is what a run takes.
    [Theory, MemberData(nameof(Types))]
    public void The_reference_page_shows_its_figures(string word, Fleet written)
    {
        var page = File.ReadAllText(Path.Combine(DataFolder.Checkout(), "examples", "REFERENCE.md")).ReplaceLineEndings(" ");
        page.Should()
            .MatchRegex($@"{word}: {written.Carries}[^;]*?, {written.Speed}, {written.Aircraft!.Runway?.ToString() ?? "any runway"}, "
            + $"{written.Aircraft.GroundTime!.Mean.TotalMinutes} min, {written.Aircraft.Hold!.Value.ToString().ToLowerInvariant()}");
    }

    [Theory]
    [InlineData("carries: 20 t", "carries: 20 t, speed: 650 km/h, aircraft: {runway: 1500 m, ground-time: 2 h, hold: oversize}")]
    [InlineData("speed: 300 km/h", "carries: 36 t, speed: 300 km/h, aircraft: {runway: 1500 m, ground-time: 2 h, hold: oversize}")]
    [InlineData("aircraft: {ground-time: 5 h}",
        "carries: 36 t, speed: 650 km/h, aircraft: {runway: 1500 m, ground-time: 5 h, hold: oversize}")]
    [InlineData("aircraft: {hold: bulk, taxi: 10 min}",
        "carries: 36 t, speed: 650 km/h, aircraft: {runway: 1500 m, ground-time: 2 h, hold: bulk, taxi: 10 min}")]
    [InlineData("aircraft: {payload-range: {80 km: 50 t, 100 km: 45 t}}",
        "speed: 650 km/h, aircraft: {payload-range: {80 km: 50 t, 100 km: 45 t}, runway: 1500 m, ground-time: 2 h, hold: oversize}")]
    public void Each_key_of_it_can_be_said_otherwise(string key, string allOfIt) =>
        Outcome(Read($"planes: {{type: il-76, traffic: aid, base: base, count: 1, {key}}}"))
            .Should().Be(Outcome(Read($"planes: {{mode: air, traffic: aid, base: base, count: 1, {allOfIt}}}")));

    [Fact]
    public void An_alternative_can_change_the_type()
    {
        var text = SmallScenario.With(Planes, "planes: {type: mi-8, traffic: aid, base: base, count: 1}")
            .Replace("quiet: {fronts.advance: off}", "quiet: {fleets.planes.type: c-17}", StringComparison.Ordinal);
        var alternatives = ScenarioFile.Parse(text).Experiment.Compare;
        Outcome(alternatives[1].Scenario).Should().NotBe(Outcome(alternatives[0].Scenario));
        Outcome(alternatives[1].Scenario).Should().Be(Outcome(Read("planes: {type: c-17, traffic: aid, base: base, count: 1}")));
    }

    [Fact]
    public void A_type_that_there_is_not_is_told() =>
        Diagnose(SmallScenario.With(Planes, "planes: {type: il-67, traffic: aid, base: base, count: 1}"))
            .Should().ContainSingle(diagnostic => diagnostic.Message.Contains("il-67") && diagnostic.Help!.Contains("il-76"));

    // Its runway is too short, which the type alone says.
    [Fact]
    public void What_a_type_needs_is_checked_before_the_run() =>
        Diagnose(SmallScenario.With(Planes, "planes: {type: il-76, traffic: aid, base: base, count: 1}")
                .Replace("ground-time: uniform(40 min, 90 min)", "ground-time: uniform(40 min, 90 min)\n      runway: 1100 m",
                    StringComparison.Ordinal))
            .Should().ContainSingle(diagnostic => diagnostic.Message.Contains("need a runway of 1.5 km"));

    private static IReadOnlyList<Diagnostic> Diagnose(string text)
    {
        ScenarioFile.TryParse(text, "f.yaml", [], out _, out var diagnostics);
        return diagnostics;
    }

    private static Scenario Read(string fleet) => ScenarioFile.Parse(SmallScenario.With(Planes, fleet));

    // With flights every day, whatever lies there.
    private static ulong Outcome(Scenario scenario)
    {
        var air = scenario.SupplyLines.Single(line => line.Id == "by-air");
        var daily = air with { When = null, UpTo = null, Send = Rate.PerDay(Quantity.Tonnes(50)) };
        return (scenario with { SupplyLines = scenario.SupplyLines.Replace(air, daily) }).Run(seed: 5).OutcomeFingerprint;
    }
}
