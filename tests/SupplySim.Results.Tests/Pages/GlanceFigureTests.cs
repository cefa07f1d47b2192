using System.Globalization;
using System.Text.RegularExpressions;
using SupplySim.Engine;
using SupplySim.Results.Pages;
using SupplySim.Results.Tests.Fixture;

namespace SupplySim.Results.Tests.Pages;

public sealed class GlanceFigureTests
{
    private static readonly RunResult Shown = SmallExperiment.Result.Alternatives[0].Shown;

    // Ninety days on 900 units less the names and the margin: each bar lies where its days are, and worse bars lie on others.
    [Fact]
    public void Each_bar_lies_where_its_days_are()
    {
        var picture = Draw(
            Is(HappeningKind.FrontChanged, 9, "east", "Fight"), Is(HappeningKind.Closed, 9, "old-bridge", "shelling"),
            Is(HappeningKind.Paused, 9, "a", "old-bridge"), Is(HappeningKind.Paused, 9, "b", "old-bridge"),
            Is(HappeningKind.RanOut, 27, "cedar", "food"), Is(HappeningKind.RanShort, 27, "cedar"),
            Is(HappeningKind.Opened, 45, "old-bridge"), Is(HappeningKind.Resumed, 45, "a"), Is(HappeningKind.Resumed, 45, "b"),
            Is(HappeningKind.FrontChanged, 45, "east", "Ended"));

        var bars = Bars(picture, "glance-wide");
        var (left, width) = (bars[0].X - bars[0].Width / 4, bars[0].Width * 90 / 36);
        bars.Select(bar => (bar.Role, Day((bar.X - left) / width), Day((bar.X + bar.Width - left) / width), bar.Height)).Should().Equal(
            ("front", 9, 45, 14), ("shut", 9, 45, 14), ("axis", 9, 45, 3.1), ("warn", 27, 90, 7), ("front", 27, 90, 14));
        picture.Should().Contain(">front east<").And.Contain(">Old Bridge<").And.Contain(">orders of 2 lines<")
            .And.Contain(">Cedar camp and host towns<");
        Regex.Match(picture, "<figcaption>(.*)</figcaption>").Groups[1].Value.Should().Be(
            "Longest in this run: Old Bridge was shut for 36 d in all; Cedar camp and host towns was out of something for 63 d.");

        static double Day(double share) => Math.Round(share * 90, 0);
    }

    [Fact]
    public void On_narrow_paper_the_days_have_the_whole_width() =>
        Bars(Draw(Is(HappeningKind.RanShort, 0, "cedar")), "glance-narrow").Should().ContainSingle().Which.Should().Be(("warn", 8, 380, 7));

    [Fact]
    public void Where_nothing_is_shut_and_nobody_runs_short_there_is_no_picture() =>
        Draw(Is(HappeningKind.RationChanged, 3, "cedar", "75 %")).Should().BeEmpty();

    [Fact]
    public void Of_very_many_places_those_are_shown_that_were_short_longest()
    {
        var picture = Draw([.. Enumerable.Range(0, 30).SelectMany(i => new[]
            { Is(HappeningKind.RanShort, i, $"camp-{i}"), Is(HappeningKind.NoLongerShort, 2 * i + 1, $"camp-{i}") })]);

        Bars(picture, "glance-wide").Should().HaveCount(24);
        picture.Should().Contain(">camp-29<").And.Contain(">camp-6<").And.NotContain(">camp-5<").And.Contain(" 6 rows with less are left out.");
    }

    [Fact]
    public void Who_points_at_a_bar_reads_what_it_was() =>
        Draw(Is(HappeningKind.Closed, 9, "old-bridge", "shelling"), Is(HappeningKind.Opened, 12, "old-bridge")).Should()
            .Contain("<title>Day 9, 10 Mar 00:00, for 3.0 d: Old Bridge is shut: shelling</title>");

    private static Happening Is(HappeningKind kind, int day, string subject, string? detail = null) =>
        new(SimTime.Day(day), kind, subject, detail);

    private static string Draw(params Happening[] story)
    {
        var page = new Html();
        GlanceFigure.Draw(page, Shown with { Story = [.. story] }, SmallScenario.Contested);
        return page.ToString();
    }

    private static (string Role, double X, double Width, double Height)[] Bars(string page, string id) =>
        [.. Regex.Matches(Regex.Match(page, $"<svg id=\"{id}\".*?</svg>", RegexOptions.Singleline).Value,
                "<rect class=\"f-(\\w+)\" x=\"([\\d.]+)\" y=\"[\\d.]+\" width=\"([\\d.]+)\" height=\"([\\d.]+)\"")
            .Select(m => (m.Groups[1].Value, Number(m, 2), Number(m, 3), Number(m, 4)))];

    private static double Number(Match match, int group) => double.Parse(match.Groups[group].Value, CultureInfo.InvariantCulture);
}
