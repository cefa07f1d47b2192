// The engine alone, without a word of supply: processes that arrive, wait, are served, give way and are
// woken, each beside what theory says.
using System.Globalization;
using SupplySim.Engine;

CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;

// Three servers, 2.4 customers a minute, a minute each. The first two days are thrown away.
{
    var (simulation, waits) = (new Simulation(seed: 2017, replication: 0), new Tally());
    var servers = new Resource(simulation, capacity: 3) { Name = "servers" };
    var (gaps, services) = (Sequence(simulation, "gaps"), Sequence(simulation, "services"));

    async Process Source()
    {
        while (true)
        {
            await simulation.Delay(Exponential(gaps, mean: 1 / 2.4));
            simulation.Start(Customer());
        }
    }

    async Process Customer()
    {
        var came = simulation.Now;
        using var server = await servers.Seize();
        waits.Add(simulation.Now - came);
        await simulation.Delay(Exponential(services, mean: 1));
    }

    simulation.Start(Source());
    simulation.RunUntil(SimTime.Day(2));
    waits.Reset();
    simulation.RunUntil(SimTime.Day(1000));
    Console.WriteLine($"three servers: {waits.Count} customers waited {Minutes(waits):F3} min, theory {1.0787:F3}");
}

// One server and two classes: who is urgent takes it at once, and the other is served from where it was left.
{
    var simulation = new Simulation(seed: 2017, replication: 0);
    var server = new Resource(simulation, capacity: 1);
    var (urgent, patient) = (new Tally(), new Tally());

    async Process Source(string name, double perMinute, Priority priority, Tally stays)
    {
        var (gaps, services) = (Sequence(simulation, $"gaps/{name}"), Sequence(simulation, $"services/{name}"));
        while (true)
        {
            await simulation.Delay(Exponential(gaps, 1 / perMinute));
            simulation.Start(Customer(priority, stays, Exponential(services, 1)));
        }
    }

    async Process Customer(Priority priority, Tally stays, TimeSpan left)
    {
        var came = simulation.Now;
        while (left > TimeSpan.Zero)
        {
            using var hold = await server.Seize(priority: priority, preempt: true);
            try
            {
                await simulation.Delay(left);
                left = TimeSpan.Zero;
            }
            catch (InterruptedException preempted)
            {
                left = preempted.Remaining!.Value;
            }
        }
        stays.Add(simulation.Now - came);
    }

    simulation.Start(Source("urgent", 0.3, new Priority(0), urgent));
    simulation.Start(Source("patient", 0.4, new Priority(9), patient));
    simulation.RunUntil(SimTime.Day(400));
    Console.WriteLine($"urgent: {Minutes(urgent):F3} min there, theory {1 / 0.7:F3}; patient: {Minutes(patient):F3} min, "
        + $"theory {1 / 0.7 + 0.7 / (0.7 * 0.3):F3}");
}

// A process that is interrupted, and what waits when nothing comes any more.
{
    var simulation = new Simulation(seed: 2017, replication: 0);
    var dock = new Resource(simulation, capacity: 1) { Name = "dock" };

    async Process Sleeper()
    {
        try
        {
            await simulation.Delay(TimeSpan.FromHours(10));
        }
        catch (InterruptedException woken)
        {
            Console.WriteLine($"woken by {woken.Cause} at {simulation.Now}, {woken.Remaining} before its time");
        }
        await dock.Seize();
    }

    var sleeper = simulation.Start(Sleeper(), "sleeper");

    async Process Alarm()
    {
        await simulation.Delay(TimeSpan.FromHours(3));
        sleeper.Interrupt("the alarm");
        await dock.Seize();
    }

    simulation.Start(Alarm(), "alarm");
    simulation.RunUntil(SimTime.Day(1));
    Console.WriteLine(simulation.DescribeWaiting());
}

// What is drawn hangs on seed, replication and name alone, so one stream more changes none of the others.
static RandomSequence Sequence(Simulation simulation, string name) => new(simulation.Stream(name));

static TimeSpan Exponential(RandomSequence draws, double mean) => TimeSpan.FromMinutes(-mean * Math.Log(draws.Next()));

static double Minutes(Tally times) => times.Mean / TimeSpan.TicksPerMinute;
