using System.Globalization;
using System.Net;
using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;
using SupplySim.Results.Tests.Fixture;

namespace SupplySim.Results.Tests.Pages;

public sealed class ReportTests
{
    private static readonly string Page = Report.Of(SmallExperiment.Result, SmallExperiment.Source);

    [Fact]
    public void It_opens_with_the_answer() =>
        Page.Should()
            .Contain("<h1>In this model, under contested, a camp falls below 7 days of supply in 38 of 40 runs, half of these by day 14 "
                + "(15 Mar 2020); 88\u00a0% of what the camps went without is due to Old Bridge,");

    [Fact]
    public void It_tells_of_every_alternative_what_delays_its_supplies()
    {
        Page.Should().Contain("<h2>For what the camps went without</h2>").And
            .Contain("<tr><th scope=\"row\">Waiting at Old Bridge for what is shut to open</th><td>500</td><td>0</td></tr>")
            .And.Contain("<tr><th scope=\"row\">Loads waiting for trucks</th><td>125</td><td>0</td></tr>").And
            .Contain("<tr><th scope=\"row\">All</th><td>1,000</td><td>0</td></tr>");
        Page.Should().NotContain("Waiting at Old Bridge for a free lane"); // of which there was most, and which nobody missed
        Report.Of(SmallExperiment.Result with { Alternatives = [SmallExperiment.Result.Alternatives[1]] }, null).Should()
            .NotContain("id=\"delays\"");
    }

    [Fact]
    public void Where_nobody_missed_it_all_delay_is_told()
    {
        var late = SmallExperiment.Result.Alternatives[1] with { HeldUp = [new("cedar", "old-bridge", "lane", TimeSpan.FromDays(9))] };
        Report.Of(SmallExperiment.Result with { Alternatives = [late] }, null).Should().Contain("<h2>What delays supplies</h2>").And
            .Contain("<th scope=\"row\">Waiting at Old Bridge for a free lane</th><td>9.0</td>");
    }

    [Fact]
    public void Where_nothing_is_measured_there_is_no_table_of_measures()
    {
        Page.Should().Contain("All measures");
        var scenario = Experiments.Experiment.Run(
            new Scenario { Title = "A camp", Clock = new Clock { Length = TimeSpan.FromDays(3) },
                Places = [new Camp("cedar") { People = 10 }] }, new() { Runs = 2 });
        Report.Of(scenario, null).Should().NotContain("All measures").And.NotMatchRegex(@"<tbody>\s*</tbody>");
    }

    // On a telephone a table is wider than the page: it is moved sideways, by hand or by keys, and its edge shows that there is more.
    [Fact]
    public void Every_table_can_be_moved_sideways()
    {
        var tables = Regex.Matches(Page, "<table>").Count;
        tables.Should().BePositive();
        Regex.Matches(Page, "<div class=\"scroll\" role=\"region\" aria-label=\"[^\"]+\" tabindex=\"0\"><table>").Should()
            .HaveCount(tables);
    }

    [Fact]
    public void An_illustrative_scenario_says_so_and_a_calibrated_one_does_not()
    {
        var calibrated = SmallExperiment.Result with { Scenario = SmallScenario.Contested with { Status = ScenarioStatus.Calibrated } };

        Page.Should().Contain("ILLUSTRATIVE");
        Report.Of(calibrated, null).Should().NotContain("ILLUSTRATIVE");
    }

    // Where most do not say, "0 assumed" would read as if all were known.
    [Fact]
    public void Figures_that_do_not_say_where_they_come_from_stand_out_where_they_are_most()
    {
        var scenario = SmallExperiment.Result.Scenario;
        string With(string? source)
        {
            var another = scenario with { Places = [.. scenario.Places.Select(one => one with { Source = source })],
                Routes = [.. scenario.Routes.Select(one => one with { Source = source })] };
            return Report.Of(SmallExperiment.Result with { Scenario = another,
                Alternatives = [.. SmallExperiment.Result.Alternatives.Select(one => one with { Scenario = another })] }, null);
        }

        With(null).Should().Contain(" do not say where their figures come from</strong>, ").And.NotContain("assumed</strong>");
        With("assumed").Should().Contain(" are assumed</strong>, ").And.NotContain("come from</strong>");
    }

    [Fact]
    public void Every_number_on_the_page_is_that_of_the_summary()
    {
        var summary = Summary.Of(SmallExperiment.Result, SmallExperiment.Source);
        var numbers = Regex.Matches(Page, "<data value=\"([^\"]+)\" data-of=\"([^\"]+)\">");

        numbers.Should().HaveCountGreaterThan(25);
        foreach (Match number in numbers)
        {
            var key = WebUtility.HtmlDecode(number.Groups[2].Value).Split('|');
            double.Parse(number.Groups[1].Value, CultureInfo.InvariantCulture).Should().Be(Find(summary, key), "it is {0}",
                string.Join('|', key));
        }
    }

    [Fact]
    public void It_fetches_nothing()
    {
        Page.Should().NotMatchRegex("(?i)<(link|img|iframe|object|embed|base|form)\\b");
        Page.Should().NotMatchRegex("(?i)(src|srcset|xlink:href|background)\\s*=").And.NotMatchRegex("(?i)@import|url\\((?!#)");
        Page.Should().NotMatchRegex("(?i)https?:");
        Regex.Matches(Page, "href=\"([^\"]*)\"").Should().AllSatisfy(m => m.Groups[1].Value.Should().StartWith("#"));
    }

    [Fact]
    public void Its_policy_allows_its_own_style_sheet_and_script_and_nothing_else()
    {
        var (style, script) = (Only("style"), Only("script"));
        var policy = WebUtility.HtmlDecode(Regex.Match(Page, "Content-Security-Policy\" content=\"([^\"]+)\"").Groups[1].Value);

        policy.Should().Be($"default-src 'none'; style-src '{style}'; script-src '{script}'; base-uri 'none'; form-action 'none'");
        Page.Should().NotContain(" style=\"", "the policy would not let it through");
        Page.Should().NotMatchRegex("(?i) on[a-z]+=\"");

        static string Only(string element)
        {
            var text = Regex.Matches(Page, $"<{element}>(.*?)</{element}>", RegexOptions.Singleline).Should()
                .ContainSingle().Subject.Groups[1].Value;
            return "sha256-" + Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(text)));
        }
    }

    [Fact]
    public void It_stays_small() => Encoding.UTF8.GetByteCount(Page).Should().BeLessThan(300 * 1024);

    // A link to a moment opens it on the map, which a test of the player holds.
    [Fact]
    public void Ids_come_once_and_whatever_refers_to_one_finds_it()
    {
        var ids = Regex.Matches(Page, " id=\"([^\"]+)\"").Select(m => m.Groups[1].Value).ToArray();
        var references = Regex.Matches(Page, "aria-labelledby=\"([^\"]+)\"").SelectMany(m => m.Groups[1].Value.Split(' '))
            .Concat(Regex.Matches(Page, "(?:href=\"|url\\()#([^\")]+)").Select(m => m.Groups[1].Value))
            .Where(to => !Regex.IsMatch(to, "^day-[0-9.]+$"));

        ids.Should().OnlyHaveUniqueItems();
        references.Should().BeSubsetOf(ids);
    }

    // Whoever reads of day 196 wants to know which date that is; where the clock has no start, no date is made up.
    [Fact]
    public void Charts_say_on_which_date_day_zero_is()
    {
        string Dated(DateTimeOffset? start)
        {
            var scenario = SmallExperiment.Result.Scenario;
            var clock = new Clock { Length = scenario.Clock.Length };
            var another = scenario with { Clock = start is { } at ? clock with { Start = at } : clock };
            return Report.Of(SmallExperiment.Result with { Scenario = another,
                Alternatives = [.. SmallExperiment.Result.Alternatives.Select(one => one with { Scenario = another })] }, null);
        }

        Dated(new(2022, 12, 1, 0, 0, 0, TimeSpan.FromHours(4))).Should().Contain("day, from 1 Dec 2022");
        Dated(null).Should().NotContain("day, from");
    }

    [Fact]
    public void Every_picture_says_what_one_sees_in_it()
    {
        var pictures = Regex.Matches(Page, "<svg[^>]*role=\"img\"[^>]*>\\s*<title[^>]*>([^<]+)</title><desc[^>]*>([^<]+)</desc>");

        pictures.Should().HaveCount(Regex.Matches(Page, "role=\"img\"").Count).And.HaveCountGreaterThan(6);
        Regex.Matches(Page, "<svg").Count.Should().Be(pictures.Count + Regex.Matches(Page, "<svg[^>]*aria-hidden=\"true\"").Count);
    }

    [Fact]
    public void Each_camp_has_a_fan_for_each_alternative_and_a_table()
    {
        foreach (var camp in SmallScenario.Contested.Places.OfType<Camp>())
        {
            Page.Should().Contain($">{camp.Name}, contested</title>").And.Contain($">{camp.Name}, no-fighting</title>");
            Page.Should().Contain($"<summary>{camp.Name} as a table</summary>");
        }
    }

    [Fact]
    public void Every_class_used_has_a_rule_or_is_a_mere_name()
    {
        var style = Regex.Match(Page, "<style>(.*?)</style>", RegexOptions.Singleline).Groups[1].Value;
        var roles = Regex.Matches(Page, "class=\"((?:l|f|t)-[a-z]+)\"").Select(m => m.Groups[1].Value).Distinct();

        roles.Should().NotBeEmpty().And.AllSatisfy(role => style.Should().Contain($".{role}{{"));
    }

    [Fact]
    public void The_command_repeats_the_run()
    {
        var source = SmallExperiment.Source with { FileName = "two bridges.supply.yaml",
            Settings = ["flights=4", "places.old-bridge.hours=08:00-17:00 x"] };

        WebUtility.HtmlDecode(Report.Of(SmallExperiment.Result, source)).Should().Contain(
            "supplysim run 'two bridges.supply.yaml' --runs 40 --seed 20200301 --set flights=4 --set "
                + "'places.old-bridge.hours=08:00-17:00 x'");
    }

    [Fact]
    public void It_is_cited_with_the_commit_where_that_is_known()
    {
        WebUtility.HtmlDecode(Page).Should().Contain($"To cite it: SupplySim {ToolVersion.Full}, ");
        ToolVersion.Full.Should().StartWith(ToolVersion.Number).And.Contain(ToolVersion.Commit ?? "");
    }

    [Fact]
    public void Thousands_of_runs_are_set_apart() =>
        WebUtility.HtmlDecode(Report.Of(SmallExperiment.Result with { Runs = 6_000, RunsPlanned = 6_000 }, null)).Should()
            .Contain("6,000 of 6,000 planned").And.Contain("in the middle of all 6,000 by ");

    [Fact]
    public void A_scenario_without_positions_has_no_map_and_no_error()
    {
        var nowhere = SmallScenario.Contested with { Places = [.. SmallScenario.Contested.Places.Select(p => p with { At = null })],
            Fronts = [] };
        var result = SmallExperiment.Result;

        var page = Report.Of(
            result with { Scenario = nowhere, Alternatives = [.. result.Alternatives.Select(a => a with { Scenario = nowhere })] }, null);

        page.Should().NotContain("id=\"map\"").And.Contain("id=\"camps\"");
    }

    private static double? Find(Summary summary, string[] key)
    {
        var (place, commodity, detail) = (Null(key[2]), Null(key[3]), Null(key[4]));
        if (key[5] is "difference" or "varianceRatio")
        {
            var comparison = summary.Comparisons.Single(c =>
                (c.Alternative, c.Measure, c.Place, c.Commodity, c.Detail) == (key[0], key[1], place, commodity, detail));
            return key[5] == "difference" ? comparison.Difference : comparison.VarianceRatio;
        }
        var measure = summary.Alternatives.Single(a => a.Name == key[0]).Measures.Single(m =>
            (m.Measure, m.Place, m.Commodity, m.Detail) == (key[1], place, commodity, detail));
        return key[5] switch { "mean" => measure.Mean, "share" => measure.Share, "p50" => measure.P50, _ => null };

        static string? Null(string text) => text.Length == 0 ? null : text;
    }
}
