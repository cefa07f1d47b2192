using System.Diagnostics;
using SupplySim.Scenarios.Diagnostics;
using SupplySim.Scenarios.Tests.Support;

namespace SupplySim.Scenarios.Tests.Imports;

public sealed class IncludeTests : IDisposable
{
    private const string Places = "places:\n  base: {kind: depot}\n  camp: {kind: camp, people: 10}\n";
    private readonly ScenarioFiles _files = new();

    public void Dispose() => _files.Dispose();

    [Fact]
    public void What_is_included_is_part_of_the_scenario()
    {
        var scenario = _files.With("net/places.supply.yaml", "supplysim: 1\ninclude: net/more.yaml\n" + Places)
            .With("net/more.yaml", "places:\n  town: {kind: town}\nroutes: {table: net/routes.csv}\n")
            .With("net/routes.csv", "from,to,length km,speed km/h\nbase,town,10,50\ntown,post,10,50\n")
            .Read("include: [net/places.supply.yaml]\n" + ScenarioFiles.Head + "places:\n  post: {kind: town}\n");
        scenario.Places.Select(p => p.Id).Should().Equal("town", "base", "camp", "post");
        scenario.Routes.Select(r => r.Id).Should().Equal("base - town", "town - post");
    }

    [Fact]
    public void Lists_are_joined() => _files.With("g.yaml", "goals:\n  - {that: x < 3}\n")
        .Read("include: [g.yaml]\n" + ScenarioFiles.Head + Places
            + "measures:\n  x: {of: camp, is: unmet person-days}\ngoals:\n  - {that: x < 2}\n")
        .Goals.Select(g => g.That.Text).Should().Equal("x < 3", "x < 2");

    [Fact]
    public void What_stands_twice_is_told_in_the_file_that_holds_it()
    {
        _files.With("a.yaml", "title: Another\nclock: {length: 3 d}\n" + Places)
            .Told("include: [a.yaml]\n" + ScenarioFiles.Head + "places:\n  camp: {kind: town}\n").Should().Equal(
                "s.supply.yaml:3:1+5 SS0104 `title` stands twice in this scenario",
                "s.supply.yaml:4:9+6 SS0104 `length` stands twice in this scenario",
                "s.supply.yaml:9:3+4 SS0104 `camp` stands twice in this scenario");
    }

    [Fact]
    public void A_mistake_is_told_in_the_included_file() =>
        _files.With("a.yaml", Places.Replace("depot", "depott")).Told("include: [a.yaml]\n" + ScenarioFiles.Head)
            .Should().Equal("a.yaml:2:16+6 SS0205 `depott` is not allowed here");

    [Fact]
    public void A_file_of_another_version_is_told() =>
        _files.With("a.yaml", "supplysim: 2\n" + Places).Told("include: [a.yaml]\n" + ScenarioFiles.Head)
            .Should().Equal("s.supply.yaml:2:1+9 SS0104 `supplysim` stands twice in this scenario");

    [Theory]
    [InlineData("s.supply.yaml", "SS0602 `s.supply.yaml` is part of the scenario already")]
    [InlineData("round.yaml", "SS0602 `round.yaml` is part of the scenario already")]
    [InlineData("none.yaml", "SS0002 `none.yaml`: there is no such file")]
    [InlineData("sub", "SS0002 `sub`: this is a folder, not a scenario file")]
    [InlineData("empty.yaml", "SS0002 `empty.yaml` is empty, or no regular file")]
    [InlineData("pipe", "SS0002 `pipe` is empty, or no regular file")]
    [InlineData("../out.yaml", "SS0601 `../out.yaml` is not a name within the scenario's folder")]
    [InlineData("sub/../../out.yaml", "SS0601 `sub/../../out.yaml` is not a name within the scenario's folder")]
    [InlineData("./a.yaml", "SS0601 `./a.yaml` is not a name within the scenario's folder")]
    [InlineData("sub//a.yaml", "SS0601 `sub//a.yaml` is not a name within the scenario's folder")]
    [InlineData("/etc/passwd", "SS0601 `/etc/passwd` is not a name within the scenario's folder")]
    [InlineData("/dev/zero", "SS0601 `/dev/zero` is not a name within the scenario's folder")]
    [InlineData(@"sub\a.yaml", @"SS0601 `sub\a.yaml` is not a name within the scenario's folder")]
    [InlineData(@"\\host\a.yaml", @"SS0601 `\\host\a.yaml` is not a name within the scenario's folder")]
    [InlineData("C:/a.yaml", "SS0601 `C:/a.yaml` is not a name within the scenario's folder")]
    [InlineData("%2e%2e/out.yaml", "SS0002 `%2e%2e/out.yaml`: there is no such file")]
    [InlineData("link-out", "SS0601 `link-out` is a link out of the scenario's folder")]
    [InlineData("folder-out/out.yaml", "SS0601 `folder-out/out.yaml` is a link out of the scenario's folder")]
    [InlineData("link-zero", "SS0601 `link-zero` is a link out of the scenario's folder")]
    [InlineData("link-round", "SS0601 `link-round` is a link out of the scenario's folder")]
    public void Only_regular_files_in_the_folder_of_the_scenario_are_opened(string name, string told)
    {
        using var outside = new ScenarioFiles();
        outside.With("out.yaml", Places);
        _files.With("sub/a.yaml", Places).With("empty.yaml", "").With("round.yaml", "include: round.yaml\n");
        using (var made = Process.Start("mkfifo", Path.Combine(_files.Folder, "pipe"))) made.WaitForExit();
        File.CreateSymbolicLink(Path.Combine(_files.Folder, "link-out"), Path.Combine(outside.Folder, "out.yaml"));
        File.CreateSymbolicLink(Path.Combine(_files.Folder, "folder-out"), outside.Folder);
        File.CreateSymbolicLink(Path.Combine(_files.Folder, "link-zero"), "/dev/zero");
        File.CreateSymbolicLink(Path.Combine(_files.Folder, "link-round"), "link-round");
        _files.Told($"include: ['{name}']\n" + ScenarioFiles.Head).Should().ContainSingle().Which.Should().EndWith(told);
    }

    [Fact]
    public void A_link_within_the_folder_is_followed()
    {
        _files.With("versions/1/a.yaml", Places);
        Directory.CreateSymbolicLink(Path.Combine(_files.Folder, "now"), "versions/1");
        _files.Read("include: [now/a.yaml]\n" + ScenarioFiles.Head).Places.Should().HaveCount(2);
    }

    [Fact]
    public void A_text_that_lies_nowhere_includes_nothing()
    {
        ScenarioFile.TryParse(ScenarioFiles.Head + "places: {table: places.csv}\n", "f.yaml", [], out _, out var diagnostics);
        diagnostics.Select(d => d.ToString()).Should().Equal(
            "f.yaml:7:17: error SS0601: this text lies in no folder, so it cannot name other files");
    }

    [Fact]
    public void Files_that_include_one_another_too_deep_are_told()
    {
        for (var i = 0; i < 9; i++) _files.With($"f{i}.yaml", $"include: f{i + 1}.yaml\n");
        _files.With("f9.yaml", Places).Told("include: f0.yaml\n" + ScenarioFiles.Head)
            .Should().ContainSingle().Which.Should().Be("f7.yaml:1:1+7 SS0604 more than 8 files, one included by the other");
    }

    [Fact]
    public void All_files_together_have_a_limit_of_size()
    {
        using (var large = File.Create(Path.Combine(_files.Folder, "large.csv"))) large.SetLength(64 * 1024 * 1024 + 1);
        _files.Told(ScenarioFiles.Head + "places: {table: large.csv}\n").Should()
            .Equal("s.supply.yaml:7:17+9 SS0003 `large.csv`: this file is larger than 64 MB; a scenario may not be");
    }

    [Fact]
    public void Include_is_a_key_of_the_file_and_of_nothing_within() =>
        _files.Told(ScenarioFiles.Head + "places:\n  base: {kind: depot, include: a.yaml}\n").Should().ContainSingle()
            .Which.Should().EndWith("SS0201 `include` is not a key of a depot");
}
