using System.Diagnostics;
using System.Text.RegularExpressions;
using SupplySim.Testing;

namespace SupplySim.Golden;

/// <summary>The program of an example prints what its README says.</summary>
public partial class ExampleProgramTests
{
    [Theory]
    [InlineData("own-policy", "OwnPolicy.dll")]
    [InlineData("one-bridge", "OneBridge.dll")]
    [InlineData("lanchester-front", "LanchesterFront.dll")]
    [InlineData("queues", "Queues.dll")]
    public void The_program_prints_what_its_readme_says(string example, string program)
    {
        var readme = File.ReadAllText(ExampleFolder.Readme(example)).ReplaceLineEndings("\n");
        Printed(program).Should().Be(Transcript().Match(readme).Groups[1].Value);
    }

    /// <summary>What the first page shows of the library is a program that is compiled and run, and prints what the page says.</summary>
    [Fact]
    public void The_program_of_the_first_page_is_the_example_and_prints_what_the_page_says()
    {
        var page = File.ReadAllText(Path.Combine(DataFolder.Checkout(), "README.md")).ReplaceLineEndings("\n");
        var program = Program().Match(page);
        program.Groups[1].Value.Should()
            .Be(File.ReadAllText(Path.Combine(ExampleFolder.Root, "one-bridge", "Program.cs")).ReplaceLineEndings("\n"));
        Transcript().Match(page, program.Index).Groups[1].Value.Should().Be(Printed("OneBridge.dll"));
    }

    /// <summary>V22: Lanchester's square law, its survivors and its time, by a record of the user's own: without chance to the half man,
    /// in hundredths of a man, and with chance in the mean.</summary>
    [Fact]
    public void A_front_fought_by_a_record_of_ones_own_follows_the_square_law()
    {
        var lines = Printed("LanchesterFront.dll").Split('\n').Select(line => Numbers().Matches(line[(line.LastIndexOf(':') + 1)..])
            .Select(one => double.Parse(one.Value, System.Globalization.CultureInfo.InvariantCulture)).ToArray()).ToArray();
        lines[0].Should().Equal(447.2136, 64.5613);
        lines[1][0].Should().BeApproximately(447.2136, 0.02);
        lines[1][1].Should().BeApproximately(64.5613, 0.005);
        lines[2][0].Should().BeApproximately(447.2136, 15);
        lines[2][1].Should().BeApproximately(64.5613, 2);
    }

    private static string Printed(string program)
    {
        var start = new ProcessStartInfo("dotnet") { RedirectStandardOutput = true };
        start.ArgumentList.Add(Path.Combine(AppContext.BaseDirectory, program));
        using var running = Process.Start(start)!;
        var printed = running.StandardOutput.ReadToEnd().ReplaceLineEndings("\n").Trim();
        running.WaitForExit();
        running.ExitCode.Should().Be(0);
        return printed;
    }

    [GeneratedRegex("```csharp\n(.*?)```", RegexOptions.Singleline)]
    private static partial Regex Program();

    [GeneratedRegex("```text\n(.*?)\n```", RegexOptions.Singleline)]
    private static partial Regex Transcript();

    [GeneratedRegex(@"[0-9]+\.[0-9]+")]
    private static partial Regex Numbers();
}
