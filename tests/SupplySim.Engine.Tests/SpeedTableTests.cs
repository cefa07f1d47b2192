using SupplySim.Benchmarks;

namespace SupplySim.Engine.Tests;

public class SpeedTableTests
{
    [Fact]
    public void The_table_in_the_README_says_what_the_results_say()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "SupplySim.sln"))) folder = folder.Parent!;
        var readme = File.ReadAllText(Path.Combine(folder.FullName, "README.md"));
        var results = File.ReadAllText(Path.Combine(folder.FullName, "benchmarks", "results", "amd-epyc", "events.md"));
        readme.Should().Be(SpeedTable.Renew(readme, results),
            "'dotnet run -c Release --project benchmarks/SupplySim.Benchmarks -- readme benchmarks/results/amd-epyc/events.md' "
                + "makes it anew");
    }
}
