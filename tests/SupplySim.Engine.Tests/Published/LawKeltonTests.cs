using System.Globalization;
using System.Text.Json;
using SupplySim.Testing;

namespace SupplySim.Engine.Tests.Published;

/// <summary>The single-server queue that opens Law and Kelton's textbook, with their generator: the order of all draws,
/// which come from one stream, is the order of the events.</summary>
public class LawKeltonTests
{
    private const int DelaysRequired = 1000;

    private readonly Simulation _simulation = new(seed: 1, replication: 0);
    private readonly Resource _server;
    private readonly TimeWeighted _queue;
    private readonly TimeWeighted _busy;
    private readonly Tally _delays = new();
    private long _state = 1_973_272_912;
    private (TimeIntegral Queue, TimeIntegral Busy, SimTime End) _atEnd;

    public LawKeltonTests()
    {
        _server = new Resource(_simulation, 1);
        _queue = new TimeWeighted(_simulation);
        _busy = new TimeWeighted(_simulation);
    }

    [Fact]
    public void A_thousand_delays_give_the_printed_report()
    {
        _simulation.Start(Source());
        _simulation.RunUntil(SimTime.Start + TimeSpan.FromHours(1100));

        var expected = JsonDocument.Parse(File.ReadAllText(DataFolder.Find("des_traces/law_kelton/expected.json"))).RootElement
            .GetProperty("mm1");
        var figures = new Dictionary<string, double>
        {
            ["average_delay"] = _delays.Mean / TimeSpan.TicksPerHour,
            ["average_number_in_queue"] = _atEnd.Queue.Mean,
            ["utilization"] = _atEnd.Busy.Mean,
            ["end_time"] = (_atEnd.End - SimTime.Start).TotalHours,
        };
        foreach (var (name, figure) in figures)
        {
            var printed = expected.GetProperty("published").GetProperty(name).GetDouble();
            Math.Round(figure, 3).Should().Be(printed, name);
            figure.Should().BeApproximately(expected.GetProperty("rederived_double").GetProperty(name).GetDouble(), 1e-7, name);
        }
    }

    private async Process Source()
    {
        while (true)
        {
            await _simulation.Delay(Exponential(1.0));
            _simulation.Start(Customer());
        }
    }

    private async Process Customer()
    {
        var arrived = _simulation.Now;
        _queue.Value++;
        using var hold = await _server.Seize();
        _queue.Value--;
        _busy.Value = 1;
        if (_delays.Count < DelaysRequired) _delays.Add(_simulation.Now - arrived);
        if (_delays.Count == DelaysRequired && _atEnd.End == SimTime.Start)
            _atEnd = (_queue.Integral, _busy.Integral, _simulation.Now);
        await hold.Serve(Exponential(0.5));
        if (_server.QueueLength == 0) _busy.Value = 0;
    }

    private TimeSpan Exponential(double mean) => TimeSpan.FromHours(-mean * Math.Log(Uniform()));

    private double Uniform()
    {
        _state = _state * 630_360_016 % ((1L << 31) - 1);
        return ((_state >> 7) | 1) / 16_777_216.0;
    }
}
