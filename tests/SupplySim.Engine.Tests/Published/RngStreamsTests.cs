using System.Numerics;
using System.Text.Json;
using SupplySim.Testing;

namespace SupplySim.Engine.Tests.Published;

/// <summary>The generator by which runs of others are repeated here is itself what its authors have published.</summary>
public class RngStreamsTests
{
    private readonly JsonElement _expected =
        JsonDocument.Parse(File.ReadAllText(DataFolder.Find("rng/expected.json"))).RootElement.GetProperty("mrg32k3a");

    [Fact]
    public void The_first_numbers_of_streams_and_substreams_are_the_published_ones()
    {
        var streams = Mrg32k3a.Streams().Take(2).ToArray();
        Enumerable.Range(0, 10).Select(_ => streams[0].Next()).Should().Equal(Numbers("stream1_first10"));
        streams[1].State.Should().Equal(Numbers("stream2_seed").Select(one => (long)one));
        Enumerable.Range(0, 3).Select(_ => streams[1].Next()).Should().Equal(Numbers("stream2_first3"));
        streams[1].ToNextSubstream();
        streams[1].State.Should().Equal(Numbers("stream2_substream2_state").Select(one => (long)one));
        Enumerable.Range(0, 3).Select(_ => streams[1].Next()).Should().Equal(Numbers("stream2_substream2_first3"));
    }

    [Fact]
    public void The_test_program_of_the_authors_gives_its_published_sums()
    {
        var published = _expected.GetProperty("testRngStream");
        var sums = new List<double>();
        var sum = 0.0;
        var (g1, g2, g3) = Mrg32k3a.Streams().Take(3).ToArray() is [var a, var b, var c] ? (a, b, c) : default;

        Step(g2.Next() + g3.Next());
        g1.Advance(BigInteger.Pow(2, 5) + 3);
        Step(g1.Next());
        g1.ToStreamStart();
        for (var i = 0; i < 35; i++) g1.Advance(1);
        Step(g1.Next());
        g1.ToStreamStart();
        var integers = Enumerable.Range(0, 35).Sum(_ => g1.Next(1, 10));
        integers.Should().Be(published.GetProperty("sum_of_35_randints").GetInt32());
        Step(integers / 100.0);
        Step(Sum(g3, 100) / 10);
        g3.ToStreamStart();
        sum += Sum(g3, 5);
        for (var i = 0; i < 4; i++) g3.ToNextSubstream();
        sum += Sum(g3, 5);
        g3.ToSubstreamStart();
        Step(Sum(g3, 5));
        g2.ToNextSubstream();
        Step(Sum(g2, 100_000) / 10_000);
        g3.Antithetic = true;
        Step(Sum(g3, 100_000) / 10_000);
        var four = Mrg32k3a.Streams(seed: 1).Take(4).ToArray();
        Step(four.Sum(one => one.Next()));
        four[2].Advance(-BigInteger.Pow(2, 127));
        Step(four[2].Next());
        four[2].Precise = true;
        four[2].ToNextSubstream();
        Step(Sum(four[2], 100_000) / 10_000);
        four[2].Antithetic = true;
        Step(Sum(four[2], 100_000) / 10_000);
        four[2].Antithetic = four[2].Precise = false;
        Step(four.Sum(one => one.Next()));

        sums.Zip(published.GetProperty("running_sum_after_each_step").EnumerateArray().Select(one => one.GetDouble()))
            .Should().OnlyContain(pair => Math.Abs(pair.First - pair.Second) < 1e-11).And.HaveCount(13);
        FormattableString.Invariant($"{sum:F12}").Should().Be(published.GetProperty("published_final").GetString());

        void Step(double more) => sums.Add(sum += more);

        static double Sum(Mrg32k3a stream, int count)
        {
            var sum = 0.0;
            for (var i = 0; i < count; i++) sum += stream.Next();
            return sum;
        }
    }

    private double[] Numbers(string name) => [.. _expected.GetProperty(name).EnumerateArray().Select(one => one.GetDouble())];
}
