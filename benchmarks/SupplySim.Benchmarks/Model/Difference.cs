using System.Globalization;

namespace SupplySim.Benchmarks;

/// <summary>What something costs that can be switched on and off: processor time of a vehicle-leg with and without it, in turns.</summary>
/// <param name="What">What is switched.</param>
/// <param name="Off">[ns] Of a leg without it: the median of all rounds.</param>
/// <param name="On">[ns] With it.</param>
/// <param name="Low">[times] The quarter of the rounds in which it cost least: with over without.</param>
/// <param name="Ratio">[times] The median of the rounds.</param>
/// <param name="High">[times] The quarter in which it cost most.</param>
internal sealed record Difference(string What, double Off, double On, double Low, double Ratio, double High)
{
    private const int Rounds = 15;

    public static int Print()
    {
        Console.WriteLine(OfConflict());
        return 0;
    }

    public static Difference OfConflict() => Of("conflict", ModelCases.Peace(), ModelCases.War());

    public override string ToString() => string.Create(CultureInfo.InvariantCulture,
        $"{What}: {Off:0} ns a leg without, {On:0} with: {Ratio:0.00} times ({Low:0.00} to {High:0.00} in the middle half of {Rounds} rounds in turns)");

    public string Json() => string.Create(CultureInfo.InvariantCulture,
        $$"""{"off":{{Off:0.#}},"on":{{On:0.#}},"ratio":{{Ratio:0.000}},"low":{{Low:0.000}},"high":{{High:0.000}},"rounds":{{Rounds}}}""");

    private static Difference Of(string what, Scenario off, Scenario on)
    {
        var rounds = new List<(double Off, double On)>();
        for (var round = -2; round < Rounds; round++)
        {
            var one = round % 2 == 0 ? (Time(off), Time(on)) : Turned(Time(on), Time(off));
            if (round >= 0) rounds.Add(one);
        }
        var ratios = rounds.Select(one => one.On / one.Off).Order().ToArray();
        return new Difference(what, Median(rounds.Select(one => one.Off)), Median(rounds.Select(one => one.On)), ratios[Rounds / 4], ratios[Rounds / 2], ratios[Rounds * 3 / 4]);

        static (double, double) Turned(double first, double second) => (second, first);
    }

    private static double Time(Scenario scenario)
    {
        var start = Environment.CpuUsage.TotalTime;
        var legs = ModelBenchmark.Once(scenario, "model");
        return (Environment.CpuUsage.TotalTime - start).TotalNanoseconds / legs;
    }

    private static double Median(IEnumerable<double> values) => values.Order().ElementAt(Rounds / 2);
}
