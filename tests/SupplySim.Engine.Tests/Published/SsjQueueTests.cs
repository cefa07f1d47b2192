using System.Globalization;
using System.Runtime.InteropServices;
using System.Text.Json;
using SupplySim.Testing;

namespace SupplySim.Engine.Tests.Published;

/// <summary>The single-server queue of the SSJ tutorial, in two forms, with the random numbers of its authors: arrivals at
/// rate 1 from one stream, services at rate 2 from another.</summary>
public class SsjQueueTests
{
    private readonly Mrg32k3a _arrivals;
    private readonly Mrg32k3a _services;

    public SsjQueueTests()
    {
        var streams = Mrg32k3a.Streams().Take(2).ToArray();
        (_arrivals, _services) = (streams[0], streams[1]);
    }

    /// <summary>QueueObs: two runs of 100 customers. The waits of every fifth are published to the last digit of a double;
    /// our clock has whole ticks, and gives twelve decimals of them with 10^14 ticks for the unit.</summary>
    [Fact]
    public void The_waits_of_its_customers_one_by_one()
    {
        var published = File.ReadAllLines(DataFolder.Find("des_traces/ssj/QueueObs.res"));
        var lines = new List<string> { "Customer 0 waited 0.0 time units." };
        var averages = new List<double>();
        for (var run = 0; run < 2; run++)
        {
            var waits = Waits(customers: 100);
            averages.Add(waits.Average());
            for (var customer = 5; customer <= 100; customer += 5)
                lines.Add(string.Create(CultureInfo.InvariantCulture, $"Customer {customer} waited {waits[customer - 1]} time units."));
        }
        lines.Select(Rounded).Should().Equal(published.Take(lines.Count).Select(Rounded));
        averages.Zip(Expected("QueueObs").GetProperty("avg_wait_runs").EnumerateArray())
            .Should().OnlyContain(pair => Math.Abs(pair.First - pair.Second.GetDouble()) < 1e-12);

        static string Rounded(string line)
        {
            var words = line.Split(' ');
            words[3] = double.Parse(words[3], CultureInfo.InvariantCulture).ToString("F12", CultureInfo.InvariantCulture);
            return string.Join(' ', words);
        }
    }

    /// <summary>The same by the recursion of Lindley in doubles, so that the generator is pinned to the last digit. That digit
    /// is one of the C library's logarithm, whose errors the published figures share.</summary>
    [Fact]
    public void The_waits_by_recursion_to_the_last_digit()
    {
        var lines = new List<string> { "Customer 0 waited 0.0 time units." };
        for (var run = 0; run < 2; run++)
        {
            var wait = 0.0;
            for (var customer = 2; customer <= 100; customer++)
            {
                var betweenArrivals = -LogOfOnePlus(-_arrivals.Next());
                wait = Math.Max(0, wait + (-LogOfOnePlus(-_services.Next()) / 2 - betweenArrivals));
                if (customer % 5 == 0) lines.Add(string.Create(CultureInfo.InvariantCulture,
                    $"Customer {customer} waited {(wait == 0 ? "0.0" : wait.ToString("R", CultureInfo.InvariantCulture))} time units."));
            }
        }
        lines.Should().Equal(File.ReadAllLines(DataFolder.Find("des_traces/ssj/QueueObs.res")).Take(lines.Count));
    }

    /// <summary>QueueEv: 1,000 time units; every printed figure, and those behind the print to nine digits.</summary>
    [Fact]
    public void Its_report_on_a_thousand_time_units()
    {
        var simulation = new Simulation(seed: 1, replication: 0);
        var server = new Resource(simulation, 1);
        var waits = new Tally();
        var queue = new TimeWeighted(simulation);
        var (arrivals, departures) = (0, 0);
        simulation.Start(Source());
        simulation.RunUntil(SimTime.Start + TimeSpan.FromHours(1000));

        async Process Source()
        {
            while (true)
            {
                await simulation.Delay(TimeSpan.FromHours(_arrivals.Exponential(1)));
                simulation.Start(Customer());
                arrivals++;
            }
        }

        async Process Customer()
        {
            var arrived = simulation.Now;
            var service = TimeSpan.FromHours(_services.Exponential(2)); // drawn at the arrival, as there
            queue.Value++;
            using var hold = await server.Seize();
            queue.Value--;
            waits.Add(simulation.Now - arrived);
            await hold.Serve(service);
            departures++;
        }

        const double hour = TimeSpan.TicksPerHour;
        var report = string.Create(CultureInfo.InvariantCulture,
            $"{waits.Count} {waits.Min / hour:F3} {waits.Max / hour:F3} {waits.Mean / hour:F3} " +
            $"{waits.Variance / hour / hour:F3} {waits.StandardDeviation / hour:F3}");
        var published = File.ReadAllLines(DataFolder.Find("des_traces/ssj/QueueEv.res"));
        Words(report).Should().Equal(Words(published[2]));
        Words(string.Create(CultureInfo.InvariantCulture,
                $"0.00 1000.00 {queue.Integral.Min:F3} {queue.Integral.Max:F3} {queue.Integral.Mean:F3}"))
            .Should().Equal(Words(published[6]));

        var expected = Expected("QueueEv");
        (arrivals + departures + 1).Should().Be(expected.GetProperty("events_executed_including_end").GetInt32());
        Near(waits.Max / hour, "max_wait");
        Near(waits.Mean / hour, "mean_wait");
        Near(waits.Variance / hour / hour, "var_wait");
        Near(queue.Integral.Mean, "time_avg_queue");

        void Near(double figure, string name) => figure.Should().BeApproximately(expected.GetProperty(name).GetDouble(), 1e-9);

        static string[] Words(string line) => line.Split(' ', StringSplitOptions.RemoveEmptyEntries);
    }

    private double[] Waits(int customers)
    {
        const double unit = 1e14; // ticks
        var simulation = new Simulation(seed: 1, replication: 0);
        var server = new Resource(simulation, 1);
        var waits = new List<double>();
        simulation.Start(Source());
        simulation.RunUntil(SimTime.Latest);
        return [.. waits];

        async Process Source()
        {
            for (var customer = 1; customer <= customers; customer++)
            {
                if (customer > 1) await simulation.Delay(TimeSpan.FromTicks((long)Math.Round(_arrivals.Exponential(1) * unit)));
                simulation.Start(Customer(last: customer == customers));
            }
        }

        async Process Customer(bool last)
        {
            var arrived = simulation.Now;
            using var hold = await server.Seize();
            waits.Add((simulation.Now - arrived).Ticks / unit);
            if (!last) await hold.Serve(TimeSpan.FromTicks((long)Math.Round(_services.Exponential(2) * unit)));
        }
    }

    private static double LogOfOnePlus(double x)
    {
        try
        {
            return FromTheCLibrary(x);
        }
        catch (DllNotFoundException)
        {
            Assert.Skip("there is no libm.so.6 here, by whose logarithm the published figures are made");
            throw;
        }

        [DllImport("libm.so.6", EntryPoint = "log1p")]
        static extern double FromTheCLibrary(double x);
    }

    private static JsonElement Expected(string example) =>
        JsonDocument.Parse(File.ReadAllText(DataFolder.Find("des_traces/ssj/expected.json"))).RootElement.GetProperty(example);
}
