using System.Security.Cryptography;
using System.Text.Json.Nodes;
using SupplySim.Results.Tests.Fixture;

namespace SupplySim.Results.Tests;

public sealed class RunDirectoryTests : IDisposable
{
    private static readonly DateTimeOffset Started = new(2026, 11, 22, 13, 40, 5, TimeSpan.FromHours(1));
    private readonly string _root = Directory.CreateTempSubdirectory("supplysim-results-").FullName;

    public void Dispose() => Directory.Delete(_root, recursive: true);

    private RunDirectory Write(bool withReport = true) =>
        RunDirectory.Write(SmallExperiment.Result, SmallExperiment.Source, _root, Started, withReport);

    [Fact]
    public void Its_name_says_scenario_time_and_fingerprint() =>
        Write().Path.Should().Be(Path.Combine(_root, "two-bridges", "2026-11-22T134005-feed"));

    [Fact]
    public void It_holds_these_files()
    {
        Files(Write().Path).Should().Equal(
            "datapackage.json", "losses.csv", "manifest.json", "measures.csv", "movements.csv", "report.html", "scenario.resolved.csv",
            "scenario.supply.yaml",
            "summary.json", "timeseries.csv");
        Files(Write(withReport: false).Path).Should().NotContain("report.html");
    }

    [Fact]
    public void The_manifest_holds_the_hash_of_every_other_file()
    {
        var path = Write().Path;
        var files = JsonNode.Parse(File.ReadAllText(Path.Combine(path, "manifest.json")))!["files"]!.AsArray();

        files.Select(f => f!["path"]!.GetValue<string>()).Order(StringComparer.Ordinal)
            .Should().Equal(Files(path).Where(f => f != "manifest.json"));
        foreach (var file in files)
        {
            var bytes = File.ReadAllBytes(Path.Combine(path, file!["path"]!.GetValue<string>()));
            file["sha256"]!.GetValue<string>().Should().Be(Convert.ToHexStringLower(SHA256.HashData(bytes)));
            file["bytes"]!.GetValue<long>().Should().Be(bytes.Length);
        }
    }

    [Fact]
    public void The_manifest_says_from_what_and_with_which_time_zones_it_was_made()
    {
        var manifest = JsonNode.Parse(File.ReadAllText(Path.Combine(Write().Path, "manifest.json")))!;

        manifest["timeZones"]!.GetValue<string>().Should().MatchRegex("^TZDB: 20[0-9]{2}[a-z]");
        manifest["started"]!.GetValue<string>().Should().Be("2026-11-22T13:40:05+01:00");
        manifest["seed"]!.GetValue<ulong>().Should().Be(20200301);
        manifest["scenario"]!["sha256"]!.GetValue<string>().Should().Be(SmallExperiment.Source.Sha256);
    }

    [Fact]
    public void Nothing_is_overwritten_and_nothing_else_is_left()
    {
        var paths = new[] { Write().Path, Write().Path, Write().Path };

        paths.Select(Path.GetFileName).Should().Equal("2026-11-22T134005-feed", "2026-11-22T134005-feed-2", "2026-11-22T134005-feed-3");
        Directory.GetFileSystemEntries(Path.Combine(_root, "two-bridges")).Should().BeEquivalentTo(paths);
    }

    [Theory]
    [InlineData("de-DE")]
    [InlineData("fa-IR")]
    public void Every_file_but_the_manifest_is_the_same_in_every_culture(string culture)
    {
        var here = RunDirectory.Files(SmallExperiment.Result, SmallExperiment.Source, withReport: true);
        var there = InCulture.Of(culture, () => RunDirectory.Files(SmallExperiment.Result, SmallExperiment.Source, withReport: true));

        there.Select(f => (f.Name, f.Sha256)).Should().Equal(here.Select(f => (f.Name, f.Sha256)));
    }

    [Fact]
    public void What_it_took_changes_no_file_but_the_manifest()
    {
        var slower = SmallExperiment.Result with
        {
            Cost = SmallExperiment.Result.Cost with { Elapsed = TimeSpan.FromHours(1), Workers = 64 },
        };

        RunDirectory.Files(slower, SmallExperiment.Source, withReport: true).Select(f => f.Sha256).Should().Equal(
            RunDirectory.Files(SmallExperiment.Result, SmallExperiment.Source, withReport: true).Select(f => f.Sha256));
    }

    [Fact]
    public void A_root_that_is_a_file_is_told_with_its_path()
    {
        var file = Path.Combine(_root, "runs");
        File.WriteAllText(file, "");

        var write = () => RunDirectory.Write(SmallExperiment.Result, SmallExperiment.Source, file, Started);

        write.Should().Throw<ResultWriteException>().WithMessage($"cannot write the result to '{file}*").Which.Path.Should()
            .StartWith(file);
    }

    [Fact]
    public void The_scenario_is_kept_as_given() =>
        File.ReadAllText(Path.Combine(Write().Path, "scenario.supply.yaml")).Should().Be(SmallExperiment.Source.Text);

    private static IEnumerable<string> Files(string path) =>
        Directory.GetFiles(path).Select(f => Path.GetFileName(f)!).Order(StringComparer.Ordinal);
}
