using System.Globalization;
using SupplySim.Scenarios.Diagnostics;
using SupplySim.Testing;

namespace SupplySim.Scenarios.Tests.Binding;

/// <summary>The scenario that the language was made for.</summary>
public class ReferenceFileTests
{
    private static string Path =>
        DataFolder.Find(System.IO.Path.Combine("..", "reference", "fishkhabour-2017.supply.yaml"));

    [Fact]
    public void It_parses_with_no_diagnostic()
    {
        ScenarioFile.TryRead(Path, out var scenario, out var diagnostics);
        DiagnosticText.Write(diagnostics).Should().Be("0 errors.\n");
        scenario!.Title.Should().Be("Fishkhabour, October 2017");
        scenario.Experiment.Compare.Select(a => a.Name).Should()
            .Equal("contested", "no-fighting", "rabia-on-day-16", "more-flights", "both");
        scenario.Experiment.Compare.Select(a => a.Scenario.Fronts.Length).Should().Equal(2, 0, 2, 2, 2);
    }

    [Fact]
    public void Its_figures_arrive_as_written()
    {
        var scenario = ScenarioFile.Read(Path);
        var crossing = (Crossing)scenario["fishkhabour"];
        (crossing.Lanes.For("in"), crossing.Lanes.For("out"), crossing.WeightLimit!.Value.InTonnes).Should()
            .Be((1, 1, 60));
        crossing.Zone!.For("west-bank").Should().Be("Asia/Damascus");
        crossing.Clearance!.DownWhile!.ToString().Should().Be("fight-distance(fishkhabour) < 25 km");
        ((Camp)scenario["ain-issa"]).People.ToString().Should().Be("unknown(230000, 270000)");
        ((Force)scenario["raqqa-force"]).Needs.ToString().Should().Be("{ammunition: 45 t/d, heavy-equipment: 3/week}");
        scenario.Fleets.Single(f => f.Id == "aid-trucks").Count.Should().Be(90);
        scenario.Routes.Single(r => r.Id == "erbil - dahuk").Length.InKilometres.Should().Be(189);
        scenario.Fronts[0].Pace!.Advance.MetresPerHour.Should().Be(500);
        scenario.Goals.Select(g => (g.That.Value, g.In)).Should().Equal((20_000, 0.9), (10, 0.8));
        scenario.Clock.Start.Should().Be(new DateTimeOffset(2017, 10, 20, 0, 0, 0, TimeSpan.FromHours(3)));
    }

    [Theory]
    [InlineData("de-DE")]
    [InlineData("tr-TR")]
    [InlineData("fa-IR")]
    public void The_culture_of_the_machine_changes_nothing(string culture)
    {
        var text = File.ReadAllText(Path);
        var wrong = text.Replace("lanes: 8", "lanse: 8").Replace("22 t,", "2.5e-3 t,").Replace("94", "ı94")
            .Replace("08:00", "8:00");
        var before = CultureInfo.CurrentCulture;
        var (expected, mistakes) = (Told(text), Told(wrong));
        try
        {
            CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo(culture);
            if (1.5.ToString() == "1.5" && culture == "de-DE") Assert.Skip("this machine has no culture data");
            Told(text).Should().Be(expected);
            Told(wrong).Should().Be(mistakes);
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
        mistakes.Should().Contain("SS0201");
    }

    private static string Told(string text)
    {
        var isRead = ScenarioFile.TryParse(text, "f.yaml", [], out var scenario, out var diagnostics);
        var places = scenario is null
            ? ""
            : string.Join("\n", scenario.Places.Select(p => $"{p.Id} {p.At}")) + string.Join("\n",
            scenario.Routes.Select(r => $"{r.Id} {r.Length} {r.Speed}"));
        return $"{isRead}\n{DiagnosticText.Write(diagnostics)}{places}";
    }
}
