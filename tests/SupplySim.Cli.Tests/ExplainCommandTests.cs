using SupplySim.Cli.Explain;
using SupplySim.Scenarios;
using SupplySim.Scenarios.Diagnostics;

namespace SupplySim.Cli.Tests;

public sealed class ExplainCommandTests : IDisposable
{
    private readonly ToolRun _tool = new();

    public static TheoryData<string> Codes() => [.. DiagnosticCodes.All.Select(code => code.Id)];

    public void Dispose() => _tool.Dispose();

    [Fact]
    public void Every_code_has_a_text_and_no_text_is_of_a_code_that_is_not() =>
        CodeText.All().Select(text => text.Id).Should().Equal(DiagnosticCodes.All.Select(code => code.Id));

    // What is called wrong gives that very code, and what is called right gives nothing at all.
    [Theory, MemberData(nameof(Codes))]
    public void The_examples_of_a_code_are_what_they_are_called(string id)
    {
        var text = CodeText.All().Single(one => one.Id == id);
        text.Text.Should().NotBeEmpty();
        if (text.Wrong.Count > 0) Told(text.Wrong).Select(d => d.Code).Should().Contain(id);
        if (text.Right.Count > 0) Told(text.Right).Should().BeEmpty();
    }

    [Theory, MemberData(nameof(Codes))]
    public void A_code_is_explained_in_eighty_columns_however_it_is_typed(string id)
    {
        _tool.Run("explain", id.ToLowerInvariant()).Should().Be(ExitCode.Done);
        _tool.Out.Should().StartWith(id + ", a").And.EndWith("\n");
        _tool.Out.Split('\n').Should().AllSatisfy(line => line.Length.Should().BeLessThanOrEqualTo(80));
    }

    [Fact]
    public void Every_key_of_the_language_is_explained_in_eighty_columns()
    {
        var keys = KeyText.All();
        keys.Count.Should().BeGreaterThan(200);
        foreach (var name in keys.Select(key => key.Name).Distinct())
        {
            using var tool = new ToolRun();
            tool.Run("explain", name).Should().Be(ExitCode.Done);
            tool.Out.Should().StartWith(name + ": in ");
            tool.Out.Split('\n').Should().AllSatisfy(line => line.Length.Should().BeLessThanOrEqualTo(80));
        }
    }

    [Fact]
    public void A_key_is_told_of_every_block_in_which_it_stands_with_a_line_that_uses_it()
    {
        _tool.Run("explain", "lanes").Should().Be(ExitCode.Done);
        _tool.Out.Should().Contain("lanes: in a crossing, must be given\n  a whole number\n").And.Contain("\nlanes: in a restriction\n")
            .And.MatchRegex("\nFor example, in [a-z0-9-]+\\.supply\\.yaml:\n  lanes: .+\n$");
    }

    [Theory]
    [InlineData("lanse", "A similar one is `lanes`.")]
    [InlineData("SS0340", "A similar one is `SS")]
    [InlineData("xylophone", "`examples/REFERENCE.md` lists all keys.")]
    [InlineData("", "`examples/REFERENCE.md` lists all keys.")]
    [InlineData("\u001b[31m", "\\x1b[31m")]
    public void A_word_that_is_neither_is_a_wrong_command(string word, string said)
    {
        _tool.Run("explain", word).Should().Be(ExitCode.Wrong);
        _tool.Out.Should().BeEmpty();
        _tool.Error.Should().StartWith("error: ").And.Contain(said);
    }

    /// <summary>What is said of a scenario that has nothing but these lines and what every file needs.</summary>
    private static IReadOnlyList<Diagnostic> Told(IReadOnlyList<string> lines)
    {
        var head = new[] { "supplysim: 1", "title: An example", "clock: {length: 30 d}" }
            .Where(line => !lines.Any(own => own.StartsWith(line[..(line.IndexOf(':', StringComparison.Ordinal) + 1)], StringComparison.Ordinal)));
        var text = lines is [['#', ..]] ? lines[0] : string.Join('\n', [.. head, .. lines]) + "\n";
        ScenarioFile.TryParse(text, "example", [], out _, out var diagnostics);
        return diagnostics;
    }
}
