using System.Text;
using CsCheck;
using SupplySim.Scenarios.Tests.Support;

namespace SupplySim.Scenarios.Tests.Reading;

public sealed class SourceFileTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("supplysim-");

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public void A_file_is_read_with_and_without_a_byte_order_mark()
    {
        var text = Encoding.UTF8.GetBytes(SmallScenario.Text);
        ScenarioFile.Read(Write(text)).Title.Should().Be("Corridor");
        ScenarioFile.Read(Write([0xef, 0xbb, 0xbf, .. text])).Title.Should().Be("Corridor");
    }

    [Fact]
    public void A_missing_file_is_named() => Told(Path.Combine(_folder.FullName, "none.yaml")).Should()
        .Be("SS0002: there is no such file");

    [Fact]
    public void A_file_with_almost_its_name_is_asked_about()
    {
        var path = Write(Encoding.UTF8.GetBytes(SmallScenario.Text));
        ScenarioFile.TryRead(path[..^1], out _, out var diagnostics);
        diagnostics.Should().ContainSingle().Which.Help.Should().Be($"is `{path}` meant, which is there?");
    }

    [Fact]
    public void A_file_in_a_missing_folder_is_named() =>
        Told(Path.Combine(_folder.FullName, "none", "x.yaml")).Should().Be("SS0002: there is no such file");

    [Fact]
    public void A_folder_is_not_a_file() => Told(_folder.FullName).Should()
        .Be("SS0002: this is a folder, not a scenario file");

    [Theory]
    [InlineData("")]
    [InlineData("a\0b")]
    public void A_path_that_cannot_be_is_told(string path) =>
        Told(path).Should().StartWith("SS0002: this file cannot be opened");

    [Fact]
    public void A_file_beyond_the_limit_is_not_parsed()
    {
        Told(Write(new byte[16 * 1024 * 1024 + 1])).Should()
            .Be("SS0003: this file is larger than 16 MB; a scenario may not be");
    }

    [Fact]
    public void A_file_in_utf16_is_told_from_binary_rubbish()
    {
        Told(Write(Encoding.Unicode.GetPreamble().Concat(Encoding.Unicode.GetBytes("a: 1")).ToArray())).Should()
            .Be("SS0004: this file is in UTF-16");
    }

    [Fact]
    public void Bytes_that_are_no_text_are_shown_at_their_place()
    {
        ScenarioFile.TryRead(Write([.. "a: é\nb: "u8, 0xc3, 0x28]), out _, out var diagnostics);
        diagnostics.Select(d => (d.Code, d.Place!.Line, d.Place.Column)).Should().Equal(("SS0004", 2, 4));
    }

    [Fact]
    public void Binary_rubbish_of_any_kind_gives_a_diagnostic_and_no_exception()
    {
        Gen.Byte.Array[1, 200].Sample(bytes =>
        {
            ScenarioFile.TryRead(Write(bytes), out var scenario, out var diagnostics).Should().BeFalse();
            diagnostics.Should().NotBeEmpty();
            return scenario is null;
        }, iter: 200, threads: 1);
    }

    private string Told(string path)
    {
        ScenarioFile.TryRead(path, out var scenario, out var diagnostics).Should().BeFalse();
        scenario.Should().BeNull();
        diagnostics.Single().Place!.File.Should().Be(path);
        return $"{diagnostics[0].Code}: {diagnostics[0].Message}";
    }

    private string Write(byte[] bytes)
    {
        var path = Path.Combine(_folder.FullName, "f.yaml");
        File.WriteAllBytes(path, bytes);
        return path;
    }
}
