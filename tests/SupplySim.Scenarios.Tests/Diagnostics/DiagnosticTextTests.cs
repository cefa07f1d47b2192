using SupplySim.Scenarios.Diagnostics;

namespace SupplySim.Scenarios.Tests.Diagnostics;

public class DiagnosticTextTests
{
    [Fact]
    public void The_text_is_laid_out_line_by_line()
    {
        Diagnostic[] diagnostics =
        [
            new("SS0201", Severity.Error, "`lanse` is not a key of a crossing", new("fishkhabour.supply.yaml", 47, 5, 5, "    lanse: 2"))
                { Help = "a similar key exists: `lanes`" },
            new("SS0304", Severity.Error, "a speed needs a unit",
                new("fishkhabour.supply.yaml", 104, 51, 2, "  erbil - dohuk:          {length: 152 km, speed: 65}"))
                { Help = "write `65 km/h`; accepted: km/h, m/s, mph, kn" },
            new("SS0112", Severity.Error, "this distribution is cut in two by the comma",
                new("a.supply.yaml", 2, 10, 20, "repair: {lognormal(mean=10 h, sd=8 h)}"))
                { Label = "here ends the value" },
            new("SS0410", Severity.Warning, "ain-issa can be reached only through fishkhabour", null)
                { Note = "with `fishkhabour` closed its stock of 10 d is all it has" },
        ];
        DiagnosticText.Write(diagnostics).Should().Be("""
            error[SS0201]: `lanse` is not a key of a crossing
              --> fishkhabour.supply.yaml:47:5
               |
            47 |     lanse: 2
               |     ^^^^^
               = help: a similar key exists: `lanes`

            error[SS0304]: a speed needs a unit
              --> fishkhabour.supply.yaml:104:51
               |
            104|   erbil - dohuk:          {length: 152 km, speed: 65}
               |                                                   ^^
               = help: write `65 km/h`; accepted: km/h, m/s, mph, kn

            error[SS0112]: this distribution is cut in two by the comma
              --> a.supply.yaml:2:10
               |
            2  | repair: {lognormal(mean=10 h, sd=8 h)}
               |          ^^^^^^^^^^^^^^^^^^^^ here ends the value

            warning[SS0410]: ain-issa can be reached only through fishkhabour
               = note: with `fishkhabour` closed its stock of 10 d is all it has
            3 errors, 1 warning. Nothing was run.

            """.ReplaceLineEndings("\n"));
    }

    [Fact]
    public void A_line_number_of_four_digits_widens_the_gutter()
    {
        DiagnosticText.Write(new Diagnostic("SS0302", Severity.Error, "m", new("f", 1204, 3, 1, "a b"))).Should().Be(
            "error[SS0302]: m\n   --> f:1204:3\n    |\n1204| a b\n    |   ^\n");
    }

    [Fact]
    public void A_whole_file_is_named_without_a_line()
    {
        DiagnosticText.Write(new Diagnostic("SS0002", Severity.Error, "there is no such file", SourcePlace.WholeFile("x.yaml")))
            .Should().Be(
            "error[SS0002]: there is no such file\n  --> x.yaml\n");
    }

    [Fact]
    public void Nothing_from_the_file_can_drive_the_terminal()
    {
        var text = DiagnosticText.Write(
            new Diagnostic("SS0205", Severity.Error, "`\u001b[31m\u202e` is not allowed",
                new("f\u0007", 1, 4, 3, "a: \u001b[3\u202e\u009b🚚\tx")));
        text.Should().Be(
            "error[SS0205]: `\\x1b[31m\\u202e` is not allowed\n  --> f\\x07:1:4\n   |\n1  | a: \\x1b[3\\u202e\\x9b🚚 x\n   |    ^^^^^^\n");
        text.Where(c => c != '\n' && char.IsControl(c)).Should().BeEmpty();
    }

    [Fact]
    public void Of_a_very_long_line_only_the_surroundings_are_shown()
    {
        var line = new string('a', 5_000) + "HERE" + new string('b', 5_000);
        var lines = DiagnosticText.Write(new Diagnostic("SS0302", Severity.Error, "m", new("f", 1, 5_001, 4, line))).Split('\n');
        lines[3].Should().HaveLength(4 + 1 + 160).And.StartWith("1  | ...a").And.EndWith("b...");
        lines[3].IndexOf("HERE", StringComparison.Ordinal).Should().Be(lines[4].IndexOf('^'));
        lines[4].Should().EndWith("^^^^").And.NotEndWith("^^^^^");
    }

    [Theory]
    [InlineData(0, 0, "0 errors.")]
    [InlineData(1, 0, "1 error. Nothing was run.")]
    [InlineData(0, 2, "2 warnings.")]
    [InlineData(3, 1, "3 errors, 1 warning. Nothing was run.")]
    public void The_last_line_counts(int errors, int warnings, string summary)
    {
        DiagnosticText.Summary([.. Enumerable.Repeat(Of(Severity.Error), errors), .. Enumerable.Repeat(Of(Severity.Warning), warnings)])
            .Should().Be(summary);

        static Diagnostic Of(Severity severity) => new("SS0000", severity, "m", null);
    }
}
