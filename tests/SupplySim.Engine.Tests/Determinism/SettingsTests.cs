namespace SupplySim.Engine.Tests.Determinism;

/// <summary>The same seed gives the same run, bit for bit, whatever the number of workers, the build, the compiler's settings,
/// the garbage collector, the culture and the time zone.</summary>
public class SettingsTests(ProgramBuild program) : IClassFixture<ProgramBuild>
{
    private static readonly string[] Here = [ReferenceRun.Of(0), ReferenceRun.Of(1)];

    [Fact]
    public void A_run_is_the_same_on_one_worker_two_and_eight_in_any_order()
    {
        var alone = Enumerable.Range(0, 24).Select(ReferenceRun.Of).ToArray();
        alone.Should().OnlyHaveUniqueItems();
        foreach (var workers in new[] { 2, 8 })
        {
            var together = new string[alone.Length];
            var next = together.Length;
            var threads = Enumerable.Range(0, workers).Select(_ => new Thread(Work)).ToArray();
            foreach (var thread in threads) thread.Start();
            foreach (var thread in threads) thread.Join();
            together.Should().Equal(alone, "{0} workers", workers);

            void Work()
            {
                for (var replication = Interlocked.Decrement(ref next); replication >= 0; replication = Interlocked.Decrement(ref next))
                    together[replication] = ReferenceRun.Of(replication);
            }
        }
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void A_run_is_the_same_built_with_optimisation_and_without(bool optimised) =>
        program.Run(optimised).Skip(1).Should().Equal(Here);

    [Theory]
    [InlineData("DOTNET_TieredCompilation", "0", "server=False vectors=True")]
    [InlineData("DOTNET_TieredPGO", "0", "server=False vectors=True")]
    [InlineData("DOTNET_EnableHWIntrinsic", "0", "server=False vectors=False")]
    [InlineData("DOTNET_gcServer", "1", "server=True vectors=True")]
    public void A_run_is_the_same_however_it_is_compiled_and_its_garbage_collected(string name, string value, string evidence)
    {
        Assert.SkipWhen(name == "DOTNET_gcServer" && Environment.ProcessorCount == 1,
            "on one processor the server's garbage collector is never used");
        var lines = program.Run(true, (name, value));
        lines[0].Should().EndWith(evidence);
        lines.Skip(1).Should().Equal(Here);
    }

    [Theory]
    [InlineData("C", "UTC")]
    [InlineData("de_DE.UTF-8", "Europe/Berlin")]
    [InlineData("tr_TR.UTF-8", "Asia/Kolkata")]
    [InlineData("fr_FR.UTF-8", "America/New_York")]
    [InlineData("ar_SA.UTF-8", "Pacific/Kiritimati")]
    [InlineData("fa_IR.UTF-8", "Asia/Baghdad")]
    [InlineData("ckb_IQ.UTF-8", "Asia/Baghdad")]
    public void A_run_is_the_same_in_any_culture_and_time_zone(string language, string zone)
    {
        var lines = program.Run(true, ("LANG", language), ("LC_ALL", language), ("TZ", zone));
        lines.Skip(1).Should().Equal(Here);
        lines[0].Should().Contain(zone);
        Assert.SkipWhen(language != "C" && !lines[0].StartsWith(language[..2], StringComparison.Ordinal),
            "this machine knows no cultures (ICU is missing)");
    }
}
