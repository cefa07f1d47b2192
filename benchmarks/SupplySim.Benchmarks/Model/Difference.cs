using System.Globalization;

namespace SupplySim.Benchmarks;

/// <summary>What something costs that can be switched on and off, measured in turns.</summary>
/// <param name="What">What is switched.</param>
/// <param name="Unit">Of what is measured.</param>
/// <param name="Off">Without it: the median of all rounds.</param>
/// <param name="On">With it.</param>
/// <param name="Low">[times] The quarter of the rounds in which it cost least: with over without.</param>
/// <param name="Ratio">[times] The median of the rounds.</param>
/// <param name="High">[times] The quarter in which it cost most.</param>
internal sealed record Difference(string What, string Unit, double Off, double On, double Low, double Ratio, double High)
{
    // A round may be off by a twentieth where others use the machine: the middle of so many by a hundredth.
    private const int Rounds = 31;

    public static int Print()
    {
        Console.WriteLine(OfConflict());
        return 0;
    }

    public static Difference OfConflict()
    {
        var (peace, war) = (ModelCases.Peace(), ModelCases.War());
        return Of("conflict", "ns a leg", () => Time(peace), () => Time(war));
    }

    /// <summary>Measures both by turns, after two rounds that do not count.</summary>
    public static Difference Of(string what, string unit, Func<double> off, Func<double> on)
    {
        var rounds = new List<(double Off, double On)>();
        for (var round = -2; round < Rounds; round++)
        {
            var one = round % 2 == 0 ? (off(), on()) : Turned(on(), off());
            if (round >= 0) rounds.Add(one);
        }
        var ratios = rounds.Select(one => one.On / one.Off).Order().ToArray();
        return new Difference(what, unit, Median(rounds.Select(one => one.Off)), Median(rounds.Select(one => one.On)), ratios[Rounds / 4],
            ratios[Rounds / 2], ratios[Rounds * 3 / 4]);

        static (double, double) Turned(double first, double second) => (second, first);
    }

    public override string ToString() => string.Create(CultureInfo.InvariantCulture,
        $"{What}: {Shown(Off)} {Unit} without, {Shown(On)} with: {Ratio:0.00} times ({Low:0.00} to {High:0.00} in the middle half "
            + $"of {Rounds} rounds in turns)");

    public string Json() => string.Create(CultureInfo.InvariantCulture,
        $$"""{"unit":"{{Unit}}","off":{{Shown(Off)}},"on":{{Shown(On)}},"ratio":{{Ratio:0.000}},"low":{{Low:0.000}},"high":{{High:0.000}},"rounds":{{Rounds}}}""");

    private static string Shown(double value) => value.ToString(value < 100 ? "0.###" : "0", CultureInfo.InvariantCulture);

    private static double Time(Scenario scenario)
    {
        // Several runs, so that the collector's work, which comes by whole pieces, is shared out.
        const int Runs = 5;
        var (start, legs) = (Environment.CpuUsage.TotalTime, 0L);
        for (var run = 0; run < Runs; run++) legs += ModelBenchmark.Once(scenario, "model");
        return (Environment.CpuUsage.TotalTime - start).TotalNanoseconds / legs;
    }

    private static double Median(IEnumerable<double> values) => values.Order().ElementAt(Rounds / 2);
}
