using System.Globalization;
using System.Runtime.InteropServices;

namespace SupplySim.Benchmarks;

/// <summary>`-- results`: measures everything and writes it down under `benchmarks/results/`, the unflattering rows too.</summary>
internal static class Results
{
    public const string Header = "| case | pending | "
        + "engine-event | engine-process | closures | heap4 | bytes/event |\n|---|--:|--:|--:|--:|--:|---|";
    private const int Rounds = 5;
    private const long EventsPerRound = 200_000;

    public static int Run()
    {
        var (cpu, folder) = Folder();
        using var file = new StreamWriter(Path.Combine(folder, "events.md")) { NewLine = "\n" };
        Write($"""
            # {cpu}

            {RuntimeInformation.FrameworkDescription}, {Environment.ProcessorCount} processors, a shared machine: read ratios along a row, not figures down
            a column. Nanoseconds of processor time per event, median of {Rounds} interleaved rounds (3 at a million pending); bytes for
            each subject in the order of the columns. `mm1` is per customer; `resource`, `gate` and `supply` per logical event.

            {Header}
            """);
        var all = new List<Measurement>();
        foreach (var one in Case.All)
        {
            var measured = Measurement.Take(one, Rounds, EventsPerRound, TimeSpan.FromSeconds(1));
            Write(Row(measured));
            all.AddRange(measured);
        }
        Write($"""

            ## Against the goals

            {Goals.Table(all)}

            Why not, where it says missed: closures gain when all increments are alike (constant) or fall into two bunches (bimodal), for then few of
            their entries move; the engine's cost stays where it is. At a million pending half of what an event costs is the cache miss at its
            slot, which every handle needs; putting off another entity's event (cancel) looks at three more places that lie anywhere, its handle, its slot and
            its bucket, and so grows by more than the logarithm, as does every other queue here. A customer of the single-server queue makes 3.8 process events on average (its start, the grant if it
            had to wait, the end of its service, the next arrival), where closures make two events: at what `process-resume` costs, these alone are the
            goal, and seizing, releasing, two logarithms and the life of a process come on top. Fewer events would mean to start processes and to
            grant units inside the event that causes it, which the order of events forbids. Hand-written models (`resource`, `gate`, `mm1`, `supply`)
            do just that, and are cheaper by as much: they know their one case, nobody can interrupt, pre-empt, trace or close anything in them.
            """);
        return 0;

        void Write(string text)
        {
            Console.WriteLine(text);
            file.WriteLine(text);
            file.Flush();
        }
    }

    /// <summary>What the processor is called, and where its results are kept.</summary>
    public static (string Processor, string Path) Folder()
    {
        var cpu = Processor();
        return (cpu,
            Directory.CreateDirectory(
                Path.Combine(Checkout.Root, "benchmarks", "results", cpu.Replace(' ', '-').ToLowerInvariant())).FullName);
    }

    public static string Row(IReadOnlyList<Measurement> measured)
    {
        var cells = Subjects.All.Select(subject => measured.FirstOrDefault(one => one.Subject == subject)).ToArray();
        var ns = cells.Select(cell => cell is null ? "" : cell.NsPerEvent.ToString("0.0", CultureInfo.InvariantCulture));
        var bytes = cells.Where(cell => cell is not null).Select(cell => cell!.BytesPerEvent.ToString("0", CultureInfo.InvariantCulture));
        return $"| {measured[0].Case.Name} | {measured[0].Case.Pending} | {string.Join(" | ", ns)} | {string.Join(", ", bytes)} |";
    }

    private static string Processor()
    {
        const string Info = "/proc/cpuinfo";
        var line = File.Exists(Info)
            ? File.ReadLines(Info).FirstOrDefault(line => line.StartsWith("model name", StringComparison.Ordinal))
            : null;
        return line is null
            ? RuntimeInformation.ProcessArchitecture.ToString()
            : line[(line.IndexOf(':', StringComparison.Ordinal) + 2)..].Trim();
    }
}
