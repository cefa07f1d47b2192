namespace SupplySim.Engine.Tests.Theory;

/// <summary>V11. Crossings that open and shut by chance: how often one, both, or at least one of two is open.</summary>
public class AvailabilityTests
{
    [Fact]
    public void In_the_long_run_two_crossings_in_series_and_in_parallel_are_open_as_often_as_theory_says()
    {
        var laboratory = new Laboratory(seed: 11);
        var simulation = laboratory.Simulation;
        Gate[] gates = [new(simulation), new(simulation)];
        var open = gates.Select(_ => new TimeWeighted(simulation, 1)).ToArray();
        var (both, either) = (new TimeWeighted(simulation, 1), new TimeWeighted(simulation, 1));
        simulation.Start(OpenAndShut(0, up: 9, down: 1));
        simulation.Start(OpenAndShut(1, up: 6, down: 4));
        var shares = laboratory.Averages(20_000, open[0], open[1], both, either);
        shares[0].ShouldAgreeWith(0.9, "the share of the first");
        shares[1].ShouldAgreeWith(0.6, "the share of the second");
        shares[2].ShouldAgreeWith(0.9 * 0.6, "the share of both in series");
        shares[3].ShouldAgreeWith(1 - 0.1 * 0.4, "the share of either in parallel");

        async Process OpenAndShut(int which, double up, double down)
        {
            var draws = laboratory.Draws($"crossing/{which}");
            while (true)
            {
                await laboratory.Delay(draws, up);
                using (gates[which].Close("shut"))
                {
                    Note(which);
                    await laboratory.Delay(draws, down);
                }
                Note(which);
            }
        }

        void Note(int which)
        {
            open[which].Value = gates[which].IsOpen ? 1 : 0;
            both.Value = gates[0].IsOpen && gates[1].IsOpen ? 1 : 0;
            either.Value = gates[0].IsOpen || gates[1].IsOpen ? 1 : 0;
        }
    }

    [Theory]
    [InlineData(0.5)]
    [InlineData(2)]
    [InlineData(8)]
    public void How_likely_one_is_open_after_some_time_follows_from_the_rates(double time)
    {
        const double failures = 0.2;
        const double repairs = 0.6;
        const int batches = 40;
        const int crossings = 1000;
        var theory = repairs / (failures + repairs) + failures / (failures + repairs) * Math.Exp(-(failures + repairs) * time);
        var shares = new double[batches];
        for (var batch = 0; batch < batches; batch++)
        {
            var laboratory = new Laboratory((ulong)batch + 1100);
            var isOpen = Enumerable.Repeat(true, crossings).ToArray();
            for (var which = 0; which < crossings; which++) laboratory.Simulation.Start(OpenAndShut(laboratory, isOpen, which));
            laboratory.Run(time);
            shares[batch] = isOpen.Count(one => one) / (double)crossings;
        }
        Estimate.Of(shares).ShouldAgreeWith(theory, "the share that is open");

        static async Process OpenAndShut(Laboratory laboratory, bool[] isOpen, int which)
        {
            var draws = laboratory.Draws($"crossing/{which}");
            while (true)
            {
                await laboratory.Delay(draws, 1 / failures);
                isOpen[which] = false;
                await laboratory.Delay(draws, 1 / repairs);
                isOpen[which] = true;
            }
        }
    }
}
