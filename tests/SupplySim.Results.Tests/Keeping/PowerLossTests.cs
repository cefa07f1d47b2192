using System.Buffers.Binary;
using SupplySim.Experiments;
using SupplySim.Results.Keeping;
using SupplySim.Scenarios;

namespace SupplySim.Results.Tests.Keeping;

/// <summary>What a loss of power leaves of an experiment file: the file as it was when it was last flushed,
/// and of its log any beginning, torn at any byte, with anything behind it. It opens, holds the runs that
/// were kept first without a gap, and goes on.</summary>
/// <remarks>That the disk keeps what it says it has flushed is taken on trust. SQLite flushes the log
/// before it is put into the file, so while it is, the log is whole: the file may then be torn anywhere it is written to.</remarks>
public sealed class PowerLossTests : IDisposable
{
    private const int Few = 5;
    private const int Header = 32, FrameHeader = 24, Page = 4096, Frame = FrameHeader + Page;

    private static readonly Scenario Contested =
        ScenarioFile.Read(Path.Combine(DataFolder.Checkout(), "examples", "fishkhabour-2017", "fishkhabour-2017.supply.yaml")) with
        {
            Experiment = new(),
        };

    private static readonly RunResult Run = Contested.Run(seed: 3) with { Story = [], Trips = [] };

    private readonly string _folder = Directory.CreateTempSubdirectory("supplysim-power-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    /// <summary>Each frame of the log ends at a byte, and begins with its own head; a commit is one or several of them.</summary>
    [Fact]
    public void A_log_torn_at_any_kind_of_byte_leaves_the_runs_kept_first()
    {
        var (file, log) = Kept(Few);
        var frames = (log.Length - Header) / Frame;
        frames.Should().BeGreaterThan(2 * Few);
        int[] within = [-1, 0, 1, 4, FrameHeader - 1, FrameHeader, FrameHeader + 1, Frame / 2];
        var ends = Enumerable.Range(0, (int)frames + 1).SelectMany(frame => within.Select(byteOf => Header + frame * Frame + byteOf))
            .Concat([0, 1, Header - 1]).Where(end => end >= 0 && end <= log.Length).Distinct().Order();

        var before = 0;
        foreach (var end in ends)
        {
            var there = Prefix(file, log[..end], Few, $"the log ends after {end} bytes");
            there.Should().BeGreaterThanOrEqualTo(before, "more of the log holds more runs");
            before = there;
        }
        before.Should().Be(Few, "the whole log holds all");
    }

    /// <summary>A disk writes in any order: of the log some frame has not come, though later ones have; or
    /// its place holds something else.</summary>
    [Theory]
    [InlineData(0)]
    [InlineData(255)]
    public void A_hole_in_the_log_leaves_the_runs_before_it(byte content)
    {
        var (file, log) = Kept(Few);
        for (var frame = 0; frame < (log.Length - Header) / Frame; frame++)
            foreach (var (from, length) in new[] { (0, 1), (FrameHeader - 8, 8), (FrameHeader + Page / 2, 512), (0, Frame) })
            {
                var torn = log.ToArray();
                torn.AsSpan(Header + frame * Frame + from, length).Fill(content);
                Prefix(file, torn, Few, $"frame {frame} has {length} bytes of {content} from {from} on").Should().BeLessThanOrEqualTo(Few);
            }
    }

    /// <summary>Of a thousand runs most are in the file; what may be lost are those since the log was last
    /// put into it, at most a thousand pages.</summary>
    [Fact]
    public void No_more_than_a_thousand_pages_may_be_lost()
    {
        const int runs = 1_000;
        var most = 0L;
        using (var file = Opened(Path.Combine(_folder, "many.db")))
            for (var run = 0; run < runs; run++)
            {
                file.Keep("baseline", run, new RunOutcome(Run, null));
                most = Math.Max(most, new FileInfo(file.Path + "-wal").Length);
            }
        most.Should().BeInRange(1_000 * Frame, 1_100 * Frame);

        var copied = Path.Combine(_folder, "copied.db");
        using (var file = Opened(Path.Combine(_folder, "again.db")))
        {
            for (var run = 0; run < runs; run++) file.Keep("baseline", run, new RunOutcome(Run, null));
            Copy(file.Path, copied);
        }
        using var lost = Opened(copied);
        lost.Runs.Should().BeInRange(runs / 2, runs - 1);
        for (var run = 0; run < lost.Runs; run++)
            lost.Find("baseline", run, Run.Layout)!.Run!.OutcomeFingerprint.Should().Be(Run.OutcomeFingerprint);
    }

    /// <summary>Power is lost while the log is put into the file: whatever page is torn there lies whole in the log.</summary>
    [Fact]
    public void A_file_torn_while_the_log_is_put_into_it_loses_nothing()
    {
        var (file, log) = Kept(Few);
        var pages = Enumerable.Range(0, (log.Length - Header) / Frame)
            .Select(frame => (int)BinaryPrimitives.ReadUInt32BigEndian(log.AsSpan(Header + frame * Frame))).Distinct().ToArray();
        foreach (var many in new[] { 1, pages.Length / 2, pages.Length })
        {
            var torn = new byte[Math.Max(file.Length, pages.Max() * Page)];
            file.CopyTo(torn, 0);
            // Of the first page the first sectors tell what the file is; a disk writes a sector whole or not at all.
            foreach (var page in pages.Take(many)) torn.AsSpan((page - 1) * Page + 512, Page - 512).Fill(0xA5);
            Prefix(torn, log, Few, $"{many} pages are torn").Should().Be(Few);
        }
    }

    // The file and its log as they stand after so many runs, before anything was put from the one into the other.
    private (byte[] File, byte[] Log) Kept(int runs)
    {
        var path = Path.Combine(_folder, "kept.db");
        using var file = Opened(path);
        for (var run = 0; run < runs; run++)
            file.Keep("baseline", run, run % 4 == 3 ? new RunOutcome(null, $"run {run} broke") : new RunOutcome(Run, null));
        return (Bytes(path), Bytes(path + "-wal"));
    }

    /// <summary>How many runs are there: the first, each as it was kept, and none after them; and the rest can be kept again.</summary>
    private int Prefix(byte[] file, byte[] log, int runs, string because)
    {
        var path = Path.Combine(_folder, "torn.db");
        File.Delete(path + "-wal");
        File.WriteAllBytes(path, file);
        File.WriteAllBytes(path + "-wal", log);
        using var torn = Opened(path);
        var there = torn.Runs;
        for (var run = 0; run < runs; run++)
        {
            var found = torn.Find("baseline", run, Run.Layout);
            if (run >= there) found.Should().BeNull(because);
            else if (run % 4 == 3) found!.Failure.Should().Be($"run {run} broke", because);
            else found!.Run!.Values.Should().Equal(Run.Values, because);
        }
        if (there < runs) torn.Keep("baseline", there, new RunOutcome(Run, null));
        torn.Find("baseline", 0, Run.Layout).Should().NotBeNull(because);
        return there;
    }

    private static ExperimentFile Opened(string path)
    {
        var file = new ExperimentFile(path);
        file.Begin(ExperimentIdentity.Of(Contested));
        return file;
    }

    private static void Copy(string from, string to) => File.WriteAllBytes(to, Bytes(from));

    private static byte[] Bytes(string path)
    {
        using var stream = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
        var bytes = new byte[stream.Length];
        stream.ReadExactly(bytes);
        return bytes;
    }
}
