using System.Globalization;
using System.Runtime;
using System.Runtime.Intrinsics;
using SupplySim.Engine;

namespace SupplySim.Engine.Tests.Determinism;

/// <summary>A run that uses everything of the engine, boiled down to a line. It is compiled here and, for other builds and
/// other machines' settings, again by <see cref="SettingsTests"/>.</summary>
public static class ReferenceRun
{
    /// <summary>What identifies a replication: digests of its events and of what came of them.</summary>
    public static string Of(int replication)
    {
        var simulation = new Simulation(seed: 2017, replication);
        var port = new Port(simulation);
        for (var ship = 0; ship < 15; ship++) simulation.Start(port.Ship(ship), $"ship {ship}");
        simulation.Start(port.Weather());
        simulation.RunUntil(SimTime.Day(20));
        var outcome = port.Outcome;
        var told = simulation.DescribeWaiting() + port.Waits.Mean.ToString("R", CultureInfo.InvariantCulture);
        foreach (var letter in told) outcome.Add((long)letter);
        return string.Create(CultureInfo.InvariantCulture,
            $"{simulation.EventFingerprint:x16} {outcome.Value:x16} {simulation.EventCount} {port.Waits.Count} {port.Waits.Sum}");
    }

    /// <summary>The settings under which this runs, so that a test knows that they have taken.</summary>
    public static string Settings => $"{CultureInfo.CurrentCulture.Name} {TimeZoneInfo.Local.Id} " +
        $"server={GCSettings.IsServerGC} vectors={Vector128.IsHardwareAccelerated}";

    private sealed class Port(Simulation simulation)
    {
        private readonly Resource _berths = new(simulation, 4) { Name = "berths" };
        private readonly Resource _cranes = new(simulation, 3) { Name = "cranes" };
        private readonly Store<string> _pilots = new(simulation, 3) { Name = "pilots" };
        private readonly Level _fuel = new(simulation, 500, 300) { Name = "fuel" };
        private readonly Gate _channel = new(simulation) { Name = "channel" };
        private readonly Signal _tide = new(simulation) { Name = "tide" };

        public Tally Waits { get; } = new();

        public Fingerprint Outcome;

        public async Process Ship(int number)
        {
            var draws = new RandomSequence(simulation.Stream($"ship/{number}"));
            var rank = new Priority((byte)(number % 3));
            while (true)
            {
                await simulation.Delay(Hours(Normal(draws, 10, 2)));
                var arrived = simulation.Now;
                using var berth = await _berths.Seize(1, rank, TimeSpan.FromHours(30), preempt: number % 7 == 0);
                Waits.Add(simulation.Now - arrived);
                Outcome.Add(simulation.Now.Ticks, number);
                if (!berth.IsHeld) continue;
                try
                {
                    await berth.Serve(Hours(Exponential(draws, 3)), (OnClose)(number % 2));
                    var both = await simulation.WhenAll(_cranes.Seize(1, rank), _fuel.Take(number, TimeSpan.FromHours(9)));
                    using (both[0].Hold) await both[0].Hold.Serve(() => Hours(Exponential(draws, 1)));
                    var first = await simulation.WhenAny(_channel.WhenOpen(), _tide.Wait(), _pilots.Take());
                    if (first.Index == 2) await _pilots.Put(first.Item<string>());
                }
                catch (InterruptedException interrupted)
                {
                    Outcome.Add(interrupted.Remaining?.Ticks ?? -1, number);
                }
            }
        }

        public async Process Weather()
        {
            var draws = new RandomSequence(simulation.Stream("weather"));
            await _pilots.Put("Amal");
            while (true)
            {
                await simulation.Delay(Hours(Exponential(draws, 8)));
                _berths.Capacity = (int)(draws.Next() * 5);
                await _fuel.Put((long)(draws.Next() * 100), TimeSpan.FromHours(1));
                using (_channel.Close("fog")) await simulation.Delay(Hours(Math.Pow(draws.Next(), 1.7) * 12));
                _tide.Fire();
                if (draws.Next() < 0.2) _cranes.ChangeShift(3);
            }
        }

        private static TimeSpan Hours(double hours) => TimeSpan.FromMilliseconds(Math.Round(Math.Max(hours, 0) * 3_600_000));

        private static double Exponential(RandomSequence draws, double mean) => -Math.Log(draws.Next()) * mean;

        private static double Normal(RandomSequence draws, double mean, double deviation) =>
            mean + deviation * Math.Sqrt(-2 * Math.Log(draws.Next())) * Math.Cos(2 * Math.PI * draws.Next());
    }
}
