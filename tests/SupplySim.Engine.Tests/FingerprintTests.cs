namespace SupplySim.Engine.Tests;

public class FingerprintTests
{
    [Fact]
    public void Value_order_number_and_pairing_all_count()
    {
        long[][] sequences = [[], [0], [0, 0], [0, 0, 0], [1], [-1], [1, 2], [2, 1], [1, 2, 0], [0, 1, 2], [3]];
        sequences.Select(Of).Append(OfPair(1, 2)).Append(OfPair(2, 1)).Append(OfPair(0, 0)).Append(OfPair(0, 1))
            .Should().OnlyHaveUniqueItems();
    }

    [Fact]
    public void A_hundred_thousand_short_sequences_have_different_values()
    {
        var values = new HashSet<ulong>();
        for (var first = 0; first < 317; first++)
            for (var second = 0; second < 317; second++)
                values.Add(OfPair(first, second)).Should().BeTrue();
    }

    [Fact]
    public void Signed_and_unsigned_numbers_are_taken_by_their_bits()
    {
        var signed = new Fingerprint();
        signed.Add(-1L);
        var unsigned = new Fingerprint();
        unsigned.Add(ulong.MaxValue);
        signed.Value.Should().Be(unsigned.Value);
    }

    [Fact]
    public void The_same_seed_repeats_a_run_and_another_does_not()
    {
        var first = Run(2017, 0);
        Run(2017, 0).Should().Be(first);
        Run(2018, 0).Should().NotBe(first);
        Run(2017, 1).Should().NotBe(first);
    }

    [Fact]
    public void A_difference_in_time_handler_or_argument_alone_shows()
    {
        ulong[] runs = [One(5, 0, 7), One(6, 0, 7), One(5, 1, 7), One(5, 0, 8)];
        runs.Should().OnlyHaveUniqueItems();

        static ulong One(long ticks, int handler, long argument)
        {
            var simulation = new Simulation(1, 0);
            HandlerId[] ids = [simulation.Register(new Idle()), simulation.Register(new Idle())];
            simulation.Schedule(SimTime.FromTicks(ticks), Priority.Normal, ids[handler], argument);
            simulation.RunUntil(SimTime.Day(1));
            return simulation.EventFingerprint;
        }
    }

    private static (ulong, long) Run(ulong seed, int replication)
    {
        var simulation = new Simulation(seed, replication);
        var draws = new RandomSequence(simulation.Stream("walk"));
        for (var i = 0; i < 10; i++) simulation.Start(Walk());
        simulation.RunUntil(SimTime.Day(10));
        return (simulation.EventFingerprint, simulation.EventCount);

        async Process Walk()
        {
            while (true) await simulation.Delay(TimeSpan.FromHours(draws.Next()));
        }
    }

    private static ulong Of(long[] values)
    {
        var fingerprint = new Fingerprint();
        foreach (var value in values) fingerprint.Add(value);
        return fingerprint.Value;
    }

    private static ulong OfPair(long first, long second)
    {
        var fingerprint = new Fingerprint();
        fingerprint.Add(first, second);
        return fingerprint.Value;
    }

    private sealed class Idle : IEventHandler
    {
        public void Handle(long argument)
        {
        }
    }
}
