using SupplySim.Results.Keeping;

namespace SupplySim.Cli.Tests;

/// <summary>An experiment that is killed, refused room or shared by two is not lost, not counted twice, and
/// comes to the same bytes.</summary>
public sealed class KillTests : IDisposable
{
    private const int Kills = 20;
    private static readonly string Scenario = Path.Combine(DataFolder.Checkout(), "examples", "clearance-delay",
        "clearance-delay.supply.yaml");
    private readonly string _folder = Directory.CreateTempSubdirectory("supplysim-kill-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private string Folder(string name) => Path.Combine(_folder, name);

    private static string[] Command(string folder, int runs, params string[] more) =>
        ["run", Scenario, "--out", folder, "-n", runs.ToString(System.Globalization.CultureInfo.InvariantCulture), "--quiet", .. more];

    /// <summary>Each round kills the same command, wherever between its start and its last file it has got to, until it comes to its end.
    /// How far it is says the log of its experiment file, which grows by each run.</summary>
    [Fact]
    public void Twenty_kills_change_no_byte_of_what_comes_out()
    {
        const int runs = 40, rounds = 40;
        var whole = 0L;
        Processes.RunUntil(() => (whole = Math.Max(whole, Progress(Folder("whole")))) < 0, Command(Folder("whole"), runs))!.Value.Code
            .Should().Be(ExitCode.GoalMissed);
        whole.Should().BePositive();
        var expected = Processes.Hashes(Folder("whole"));
        expected.Count.Should().BeGreaterThan(6);
        var (kills, halfway, moments) = (0, 0, new Random(20171026));

        for (var round = 0; kills < Kills; round++)
        {
            round.Should().BeLessThan(rounds, "of so many rounds more than {0} are killed", kills);
            var folder = Folder($"round-{round}");
            for (var ended = false; !ended;)
            {
                // Below zero: as soon as it is there, before there is any run.
                var moment = (long)(whole * (moments.NextDouble() * 1.05 - 0.05));
                var end = Processes.RunUntil(() => kills < Kills && Progress(folder) >= moment, Command(folder, runs));
                end?.Code.Should().Be(ExitCode.GoalMissed, end.Value.Error);
                ended = end is not null;
                if (ended) continue;
                kills++;
                if (File.Exists(Path.Combine(folder, ExperimentFile.FileName)) && !File.Exists(Path.Combine(folder, "manifest.json")))
                    halfway++;
            }
            Processes.Hashes(folder).Should().Equal(expected, "round {0} went on after it was killed", round);
        }
        halfway.Should().BePositive("kills have to fall between the first run and the last file");
    }

    // [bytes] In the log of the experiment file; 0 where there is none.
    private static long Progress(string folder)
    {
        var log = new FileInfo(Path.Combine(folder, ExperimentFile.FileName + "-wal"));
        return log.Exists ? log.Length : 0;
    }

    // Whoever shuts a machine down, or a job of a cluster that has had its time.
    [Fact]
    public void Told_to_end_by_SIGTERM_it_keeps_what_is_done_says_so_and_ends_with_143()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "signals are sent by a command of Linux");
        using var tool = Processes.Start("", [.. Command(Folder("told"), 100_000).Where(word => word != "--quiet"), "--no-progress"]);
        SpinWait.SpinUntil(() => Progress(Folder("told")) > 10_000, TimeSpan.FromMinutes(2)).Should().BeTrue("it has to be at work");
        using (var kill = System.Diagnostics.Process.Start("kill",
            ["-TERM", tool.Id.ToString(System.Globalization.CultureInfo.InvariantCulture)])) kill.WaitForExit();
        var (code, printed, error) = Processes.End(tool);
        code.Should().Be(ExitCode.Terminated, error);
        // How far it has got is nobody's business.
        error.Should().Contain("stopped").And.Contain("kept").And.Contain("the same command goes on from there");
        printed.Should().BeOneOf("", printed.Contains("of 100000 runs ×", StringComparison.Ordinal) ? printed : "");
    }

    [Fact]
    public void Without_room_it_ends_with_4_and_goes_on_when_there_is_some()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "a limit on the size of files is set by a shell of Linux");
        var (code, _, error) = Processes.Run("trap '' XFSZ; ulimit -f 300", Command(Folder("small"), 60));

        code.Should().Be(ExitCode.InputOutput, error);
        error.Should().Contain("experiment.db' cannot be written").And.Contain("make room and start again, and it goes on from there").And
            .NotContain("defect");
        var again = Processes.Run("", [.. Command(Folder("small"), 60).Where(word => word != "--quiet")]);
        again.Code.Should().Be(ExitCode.GoalMissed, again.Error);
        again.Error.Should().MatchRegex("[1-9][0-9]* of 60 replications are there; it goes on from them");
        Processes.Run("", Command(Folder("whole"), 60));
        Processes.Hashes(Folder("small")).Should().Equal(Processes.Hashes(Folder("whole")));
    }

    [Fact]
    public void A_folder_that_cannot_be_written_ends_with_4_before_anything_is_run()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "/proc is a folder in which nobody can write, on Linux");
        var (code, printed, error) = Processes.Run("", Command("/proc/supplysim", 4));

        code.Should().Be(ExitCode.InputOutput);
        error.Should().StartWith("error: cannot write the result to '/proc/supplysim'").And.Contain("Choose another folder");
        printed.Should().BeEmpty();
    }

    [Fact]
    public void A_second_process_is_refused_while_the_first_is_at_work()
    {
        using var first = Processes.Start("", Command(Folder("shared"), 100_000));
        var (code, error) = (ExitCode.Done, "");
        try
        {
            SpinWait.SpinUntil(() => Progress(Folder("shared")) > 10_000, TimeSpan.FromMinutes(2)).Should()
                .BeTrue("the first has to be at work");
            (code, _, error) = Processes.Run("", Command(Folder("shared"), 100_000));
            first.HasExited.Should().BeFalse();
        }
        finally
        {
            first.Kill();
            first.WaitForExit();
        }

        code.Should().Be(ExitCode.InputOutput);
        error.Should().Contain("is in use: another process is at work on this experiment. Wait for it to end, or choose another folder.");
        Processes.Run("", Command(Folder("shared"), 2)).Code.Should().Be(ExitCode.GoalMissed);
    }
}
