using System.Diagnostics;
using System.Globalization;

namespace SupplySim.Benchmarks;
internal static class Quick
{
    public static int Run(string[] args)
    {
        CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
        var laws = args.Length > 1 ? args[1].Split(',') : ["exponential"];
        var sizes = args.Length > 2 ? args[2].Split(',').Select(int.Parse).ToArray() : [100, 10_000, 1_000_000];
        var subjects = args.Length > 3 ? args[3].Split(',') : Subjects.All;
        foreach (var law in laws)
            foreach (var pending in sizes)
            {
                var work = subjects.Select(s => Models.Hold.Create(s, law, pending)).ToArray();
                var times = new List<double>[work.Length];
                for (var r = -1; r < (args.Length > 4 ? Convert.ToInt32(args[4], CultureInfo.InvariantCulture) : 5); r++)
                    for (var s = 0; s < work.Length; s++)
                    {
                        var start = Stopwatch.GetTimestamp(); var cpu = Environment.CpuUsage.TotalTime;
                        var done = work[s].Run(Math.Max(pending, 300_000));
                        if (r < 0) times[s] = []; else times[s].Add((Environment.CpuUsage.TotalTime - cpu).TotalNanoseconds / done);
                    }
                Console.WriteLine($"{law,-12} {pending,8} " + string.Join("  ", subjects.Select((s, i) => $"{s} {times[i].Order().ElementAt(2):0.0} (min {times[i].Min():0.0})")));
            }
        return 0;
    }
}
