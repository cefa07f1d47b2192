using System.Globalization;
using System.Text.Json;
using SupplySim.Testing;

namespace SupplySim.Engine.Tests.Published;

/// <summary>Examples of the SimPy documentation, with the draws behind their published output: the same lines, in the same
/// order.</summary>
public class SimPyTests
{
    private readonly Simulation _simulation = new(seed: 1, replication: 0);
    private readonly List<string> _lines = [];

    [Fact]
    public void A_bank_whose_customers_run_out_of_patience()
    {
        var draw = Draws("bank_renege");
        var counter = new Resource(_simulation, 1);
        _simulation.Start(Source());
        _simulation.RunUntil(SimTime.Day(1));
        _lines.Should().Equal(Published("bank_renege"));

        async Process Source()
        {
            for (var number = 0; number < 5; number++)
            {
                _simulation.Start(Customer($"Customer{number:00}"));
                await _simulation.Delay(TimeSpan.FromSeconds(draw()));
            }
        }

        async Process Customer(string name)
        {
            var arrived = _simulation.Now;
            Print($"{Clock,7:F4} {name}: Here I am");
            using var hold = await counter.Seize(patience: TimeSpan.FromSeconds(draw()));
            var waited = (_simulation.Now - arrived).TotalSeconds;
            if (!hold.IsHeld)
            {
                Print($"{Clock,7:F4} {name}: RENEGED after {waited,6:F3}");
                return;
            }
            Print($"{Clock,7:F4} {name}: Waited {waited,6:F3}");
            await _simulation.Delay(TimeSpan.FromSeconds(draw()));
            Print($"{Clock,7:F4} {name}: Finished");
        }
    }

    [Fact]
    public void A_gas_station_that_calls_a_tank_truck()
    {
        var draw = Draws("gas_station_refuel");
        var pumps = new Resource(_simulation, 2);
        var tank = new Level(_simulation, capacity: 200, amount: 200);
        _simulation.Start(Control());
        _simulation.Start(Traffic());
        _simulation.RunUntil(SimTime.Start + TimeSpan.FromSeconds(1000));
        _lines.Should().Equal(Published("gas_station_refuel"));

        async Process Traffic()
        {
            for (var number = 0; ; number++)
            {
                await _simulation.Delay(TimeSpan.FromSeconds(draw()));
                _simulation.Start(Car($"Car {number}"));
            }
        }

        async Process Car(string name)
        {
            var litres = 50 - (long)draw();
            Print($"{name} arriving at gas station at {Clock:F1}");
            var arrived = _simulation.Now;
            using var pump = await pumps.Seize();
            await tank.Take(litres);
            await _simulation.Delay(TimeSpan.FromSeconds(litres / 2.0));
            Print($"{name} finished refueling in {(_simulation.Now - arrived).TotalSeconds:F1} seconds.");
        }

        async Process Control()
        {
            while (true)
            {
                if (tank.Amount * 10 < tank.Capacity)
                {
                    Print($"Calling tank truck at {Clock:F0}");
                    await TankTruck();
                }
                await _simulation.Delay(TimeSpan.FromSeconds(10));
            }
        }

        async Process TankTruck()
        {
            await _simulation.Delay(TimeSpan.FromSeconds(300));
            Print($"Tank truck arriving at time {Clock:F0}");
            var missing = tank.Capacity - tank.Amount;
            Print($"Tank truck refuelling {missing:F1} liters.");
            await tank.Put(missing);
        }
    }

    /// <summary>Nothing is drawn: a message every five seconds, through a cable that takes ten.</summary>
    [Fact]
    public void A_cable_with_a_latency()
    {
        var cable = new Store<string>(_simulation);
        _simulation.Start(Sender());
        _simulation.Start(Receiver());
        _simulation.RunUntil(SimTime.Start + TimeSpan.FromSeconds(100));
        _lines.Should().Equal(PublishedFile("latency").Skip(1));

        async Process Sender()
        {
            while (true)
            {
                await _simulation.Delay(TimeSpan.FromSeconds(5));
                _simulation.Start(Transmit($"Sender sent this at {Clock:F0}"));
            }
        }

        async Process Transmit(string message)
        {
            await _simulation.Delay(TimeSpan.FromSeconds(10));
            await cable.Put(message);
        }

        async Process Receiver()
        {
            while (true)
            {
                var message = await cable.Take();
                Print($"Received this at {Clock:F0} while {message}");
            }
        }
    }

    /// <summary>The draws, arrivals and percentages, are read off the published lines; their order is ours.</summary>
    [Fact]
    public void A_car_wash_with_two_machines()
    {
        var published = PublishedFile("carwash").Skip(2).ToArray();
        var percentages = new Queue<string>(published.Where(line => line.StartsWith("Carwash removed")).Select(line => line.Split(' ')[2]));
        var arrivals = published.Where(line => line.Contains("arrives"))
            .Select(line => double.Parse(line.Split(' ')[^1].TrimEnd('.'), CultureInfo.InvariantCulture)).ToArray();
        var machines = new Resource(_simulation, 2);
        _simulation.Start(Street());
        _simulation.RunUntil(SimTime.Start + TimeSpan.FromMinutes(20));
        _lines.Should().Equal(published);

        async Process Street()
        {
            for (var number = 0; number < arrivals.Length; number++)
            {
                if (arrivals[number] > Clock / 60) await _simulation.DelayUntil(SimTime.Start + TimeSpan.FromMinutes(arrivals[number]));
                Print($"Car {number} arrives at the carwash at {Clock / 60:F2}."); // there, a process begins before all else
                _simulation.Start(Car($"Car {number}"));
            }
        }

        async Process Car(string name)
        {
            using var machine = await machines.Seize();
            Print($"{name} enters the carwash at {Clock / 60:F2}.");
            await _simulation.Start(Wash(name)).Completion;
            Print($"{name} leaves the carwash at {Clock / 60:F2}.");
        }

        async Process Wash(string name)
        {
            await _simulation.Delay(TimeSpan.FromMinutes(5));
            Print($"Carwash removed {percentages.Dequeue()} of {name}'s dirt.");
        }
    }

    private double Clock => (_simulation.Now - SimTime.Start).TotalSeconds;

    private void Print(FormattableString line) => _lines.Add(FormattableString.Invariant(line));

    private static Func<double> Draws(string example)
    {
        var draws = new Queue<double>(
            Recorded(example).GetProperty("draws_in_call_order").EnumerateArray().Select(draw => draw[2].GetDouble()));
        return draws.Dequeue;
    }

    private static IEnumerable<string> Published(string example)
    {
        var lines = Recorded(example).GetProperty("published_output").EnumerateArray().Select(line => line.GetString()!).ToArray();
        lines.Should().Equal(PublishedFile(example));
        return lines.Skip(1);
    }

    private static JsonElement Recorded(string example) =>
        JsonDocument.Parse(File.ReadAllText(DataFolder.Find("des_traces/simpy/draws_and_outputs.json"))).RootElement.GetProperty(example);

    private static string[] PublishedFile(string example) => File.ReadAllLines(DataFolder.Find($"des_traces/simpy/{example}.out"));
}
