using System.Globalization;

namespace SupplySim.Benchmarks;

/// <summary>What the engine is meant to reach, as ratios within one run, beside what it did reach.</summary>
/// <remarks>Goals in nanoseconds were set for a machine on which `closures` takes 230 ns at 10,000 pending; they are scaled by what
/// it takes here.</remarks>
internal static class Goals
{
    private const int Few = 100;
    private const int Many = 10_000;
    private const int Most = 1_000_000;
    private const double ReferenceClosures = 230;

    /// <summary>A table in Markdown, one row for each goal and case.</summary>
    public static string Table(IReadOnlyList<Measurement> measured)
    {
        var rows = new List<string>();
        foreach (var law in Increments.Laws.Select(law => "hold-" + law))
        {
            AtLeast("events against closures", law, Many, Subjects.Closures, Subjects.EngineEvent, 5);
            AtLeast("events against closures", law, Most, Subjects.Closures, Subjects.EngineEvent, 10);
            AtLeast("events against heap4", law, Many, Subjects.Heap4, Subjects.EngineEvent, 1.5);
            AtLeast("events against heap4", law, Most, Subjects.Heap4, Subjects.EngineEvent, 3);
            AtLeast("processes against closures", law, Many, Subjects.Closures, Subjects.EngineProcess, 2.5);
            AtLeast("processes against closures", law, Most, Subjects.Closures, Subjects.EngineProcess, 2);
            NoWorseThanLogarithmic(law);
        }
        foreach (var pattern in Increments.Patterns.Select(pattern => "hold-" + pattern).Append("cancel")) NoWorseThanLogarithmic(pattern);
        var scale = Ns("hold-exponential", Many, Subjects.Closures) / ReferenceClosures;
        Add("single-server queue, per customer", "mm1", "", Ns("mm1", 1, Subjects.EngineProcess), 160 * scale, atMost: true, " ns");
        Add("small supply model, per logical event", "supply", "", Ns("supply", 22, Subjects.EngineProcess), 90 * scale,
            atMost: true, " ns");
        Add("bytes per event, the most of all rows", "", "",
            measured.Where(one => one.Subject is Subjects.EngineEvent or Subjects.EngineProcess)
                .Max(one => Math.Round(one.BytesPerEvent, 1)), 0, atMost: true, "");
        return "| goal | case | pending | is | wanted | |\n|---|---|--:|--:|--:|---|\n" + string.Join('\n', rows);

        double Ns(string name, int pending, string subject) =>
            measured.Single(one => one.Case.Name == name && one.Case.Pending == pending && one.Subject == subject).NsPerEvent;

        // Of a million the logarithm is three times that of a hundred.
        void NoWorseThanLogarithmic(string law) =>
            Add("events at 1,000,000 against 100", law, "", Ns(law, Most, Subjects.EngineEvent) / Ns(law, Few, Subjects.EngineEvent), 3,
                atMost: true, "x");

        void AtLeast(string goal, string law, int pending, string slow, string fast, double wanted) =>
            Add(goal, law, pending.ToString(CultureInfo.InvariantCulture), Ns(law, pending, slow) / Ns(law, pending, fast), wanted,
                atMost: false, "x");

        void Add(string goal, string name, string pending, double value, double wanted, bool atMost, string unit)
        {
            var reached = atMost ? value <= wanted : value >= wanted;
            var missed = reached
                ? ""
                : string.Create(CultureInfo.InvariantCulture, $"missed by {(atMost ? value / wanted - 1 : 1 - value / wanted):0.# %}");
            rows.Add(string.Create(CultureInfo.InvariantCulture,
                $"| {goal} | {name} | {pending} | {value:0.0}{unit} | {(atMost ? "at most" : "at least")} {wanted:0.#}{unit} | {missed} |"));
        }
    }
}
