using System.Globalization;
using System.Text.Json;

namespace SupplySim.Benchmarks;

/// <summary>`-- quick [case] [--json]`: the figures that matter in half a minute.</summary>
internal static class Quick
{
    private const int Rounds = 5;
    private const long EventsPerRound = 100_000;

    public static int Run(bool json, string? only)
    {
        var rows = new List<Measurement>();
        if (!json) Console.WriteLine(Results.Header);
        foreach (var one in Case.ForQuick.Where(one => only is null || one.Name == only))
        {
            var measured = Measurement.Take(one, Rounds, EventsPerRound, TimeSpan.FromSeconds(0.3));
            rows.AddRange(measured);
            if (!json) Console.WriteLine(Results.Row(measured));
        }
        if (json) Console.WriteLine(JsonSerializer.Serialize(new
        {
            schema = "supplysim.bench/1",
            rows = rows.Select(row => new
            {
                @case = row.Case.Name,
                pending = row.Case.Pending,
                subject = row.Subject,
                nsPerEvent = Math.Round(row.NsPerEvent, 1),
                bytesPerEvent = Math.Round(row.BytesPerEvent, 2),
            }),
        }));
        return 0;
    }
}
