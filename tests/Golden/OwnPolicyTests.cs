using System.Diagnostics;
using System.Text.RegularExpressions;

namespace SupplySim.Golden;

/// <summary>The program of the example prints what its README says.</summary>
public partial class OwnPolicyTests
{
    [Fact]
    public void The_program_prints_what_its_readme_says()
    {
        var start = new ProcessStartInfo("dotnet") { RedirectStandardOutput = true };
        start.ArgumentList.Add(Path.Combine(AppContext.BaseDirectory, "OwnPolicy.dll"));
        using var program = Process.Start(start)!;
        var printed = program.StandardOutput.ReadToEnd().ReplaceLineEndings("\n").Trim();
        program.WaitForExit();
        program.ExitCode.Should().Be(0);
        var readme = File.ReadAllText(ExampleFolder.Readme("own-policy")).ReplaceLineEndings("\n");
        printed.Should().Be(Transcript().Match(readme).Groups[1].Value);
    }

    [GeneratedRegex("```text\n(.*?)\n```", RegexOptions.Singleline)]
    private static partial Regex Transcript();
}
