using System.Text.Json;
using SupplySim.Testing;

namespace SupplySim.Engine.Tests.Published;

/// <summary>Nine small cases of a capacity that changes while units are in service, published with two other simulators
/// (see <c>des_traces/SOURCE.txt</c>). A server is a lane, a service a passage; capacity 0 is a closure.</summary>
public class ClosureVectorTests
{
    private readonly Simulation _simulation = new(seed: 1, replication: 0);
    private readonly List<double> _starts = [];
    private readonly List<(int Who, double At)> _ends = [];

    [Theory]
    [InlineData("resume")]
    [InlineData("restart")]
    [InlineData("resample(next=20)")]
    public void A_service_cut_short_by_a_closure_resumes_restarts_or_is_drawn_again(string policy)
    {
        var vector = Vector("ciw_preempt_resume");
        var lane = Scheduled(vector);
        var durations = new Queue<TimeSpan>([Hours(10), Hours(20)]);
        Service service = default;
        _simulation.Start(Vehicle());
        RunFor(100);

        var expected = vector.GetProperty("policies").GetProperty(policy);
        var (start, end) = (At(service.LastBegan), _ends.Single().At);
        (start, end).Should().Be((Number(expected, "start"), Number(expected, "end")));
        (start - 1, end - start).Should().Be((Number(expected, "wait"), Number(expected, "service_time")));
        (At(service.Began), service.Pauses).Should().Be((1, 1));

        async Process Vehicle()
        {
            await _simulation.Delay(Hours(1));
            using var hold = await lane.Seize();
            service = policy switch
            {
                "resume" => await hold.Serve(Hours(10), OnClose.Resume),
                "restart" => await hold.Serve(Hours(10), OnClose.Restart),
                _ => await hold.Serve(durations.Dequeue),
            };
            _ends.Add((0, Clock));
        }
    }

    [Fact]
    public void What_is_in_service_when_the_shift_ends_finishes_in_overtime()
    {
        var vector = Vector("ciw_overtime");
        var lane = new Resource(_simulation, 0);
        var overtimes = new List<(double Released, double Overtime)>();
        var shifts = new List<(double At, int Capacity)>();
        Drive(vector, Change);
        foreach (var (arrival, service) in Numbers(vector, "arrivals").Zip(Numbers(vector, "service")))
            _simulation.Start(Vehicle(lane, arrival, service, OnClose.Finish));
        RunFor(Number(vector, "run_until"));

        // A unit that comes off duty idle has no overtime; the others have worked past the end of the shift they began in.
        for (var shift = 0; shift + 1 < shifts.Count; shift++)
        {
            var (begun, over) = (shifts[shift].At, shifts[shift + 1].At);
            var late = _starts.Zip(_ends.OrderBy(end => end.Who), (start, end) => (start, end.At))
                .Where(one => one.start >= begun && one.start < over && one.At > over).Select(one => (one.At, one.At - over)).ToArray();
            overtimes.AddRange(late);
            overtimes.AddRange(Enumerable.Repeat((over, 0.0), shifts[shift].Capacity - late.Length));
        }
        var inOrder = overtimes.Where(one => one.Released < 19).OrderBy(one => one.Released).Select(one => one.Overtime).ToArray();
        inOrder.Should().Equal(Numbers(vector, "overtime_in_order_of_release"));
        inOrder.Average().Should().BeApproximately(Number(vector, "mean"), 1e-12);

        void Change(int capacity)
        {
            lane.ChangeShift(capacity);
            shifts.Add((Clock, capacity));
        }
    }

    [Fact]
    public void A_lane_that_closes_works_off_what_it_began()
    {
        var vector = Vector("ciw_overtime_doc");
        var lane = new Resource(_simulation, 0);
        var closings = new List<double>();
        Drive(vector, capacity =>
        {
            lane.ChangeShift(capacity);
            closings.Add(Clock);
        });
        for (var arrival = 3; arrival < 20; arrival += 3)
            _simulation.Start(Vehicle(lane, arrival, Number(vector, "service"), OnClose.Finish));
        RunFor(Number(vector, "run_until"));
        _ends.Select((end, nth) => end.At - closings.First(closing => closing > _starts[nth]))
            .Should().Equal(Numbers(vector, "overtime"));
    }

    [Theory]
    [InlineData("ciw_slotted", 0.0)]
    [InlineData("ciw_slotted_offset", 0.05)]
    public void At_a_slot_so_many_may_start_and_in_between_nobody(string id, double offset)
    {
        var slots = Vector("ciw_slotted");
        var ferry = new Resource(_simulation, 0);
        foreach (var arrival in Numbers(slots, "arrivals"))
            _simulation.Start(Vehicle(ferry, arrival, Number(slots, "service"), OnClose.Finish));
        _simulation.Start(Departures());
        RunFor(10);
        _starts.Should().Equal(Numbers(Vector(id), "start_times"));

        async Process Departures()
        {
            foreach (var slot in Pairs(slots, "slots"))
            {
                await _simulation.DelayUntil(SimTime.Start + Hours(slot.At + offset));
                ferry.Admit(slot.Amount);
            }
        }
    }

    [Fact]
    public void A_schedule_lets_in_as_many_as_it_opens_for()
    {
        var vector = Vector("ciw_schedule_batch");
        var lane = Scheduled(vector);
        foreach (var arrival in Numbers(vector, "arrivals"))
            _simulation.Start(Vehicle(lane, arrival, Number(vector, "service"), OnClose.Finish));
        RunFor(100);
        _starts.Should().Equal(Numbers(vector, "start_times"));
    }

    [Fact]
    public void Capacity_goes_up_and_down_under_services_that_finish()
    {
        var vector = Vector("simmer_capacity_up_down");
        var lane = Scheduled(vector);
        foreach (var arrival in Numbers(vector, "arrivals"))
            _simulation.Start(Vehicle(lane, arrival, Number(vector, "service"), OnClose.Finish));
        RunFor(100);
        _ends.Select(end => end.At).Should().Equal(Numbers(vector, "end_times"));
    }

    [Fact]
    public void A_schedule_turns_over_and_over_or_once()
    {
        var vector = Vector("simmer_capacity_cycle");
        var period = Number(vector, "period");
        var seen = new List<(double, int)>();
        var seenOnce = new List<(double, int)>();
        var daily = Pairs(vector, "capacity").Select(change => (Hours(change.At % period), change.Amount)).OrderBy(change => change.Item1);
        var once = Pairs(vector, "capacity").Select(change => (Hours(change.At), change.Amount));
        _simulation.Start(new CapacitySchedule(daily, Hours(period)).Drive(_simulation, capacity => seen.Add((Clock, capacity))));
        _simulation.Start(new CapacitySchedule(once).Drive(_simulation, capacity => seenOnce.Add((Clock, capacity))));
        RunFor(49);
        seen.Should().Equal(Pairs(vector, "capacity_changes_seen"));
        seenOnce.Should().Equal(Pairs(vector, "aperiodic_seen"));
    }

    [Fact]
    public void The_more_urgent_takes_the_unit_of_the_less_urgent_who_begins_anew()
    {
        var vector = Vector("simmer_priority_preempt_fifo");
        var lanes = new Resource(_simulation, vector.GetProperty("capacity").GetInt32()) { GivesWay = GivesWay.Earliest };
        var number = 0;
        var began = new double[4];
        foreach (var arrival in vector.GetProperty("arrivals").EnumerateArray())
            _simulation.Start(Arrive(number++, arrival[0].GetDouble(), urgent: arrival[1].GetString() == "high"));
        RunFor(100);
        var ends = _ends.OrderBy(end => end.Who).Select(end => end.At).ToArray();
        ends.Should().Equal(Numbers(vector, "end_times"));
        Enumerable.Range(0, 4).Select(who => ends[who] - began[who]).Should().Equal(Numbers(vector, "activity"));

        async Process Arrive(int who, double arrival, bool urgent)
        {
            await _simulation.Delay(Hours(arrival));
            using var hold = await lanes.Seize(priority: new Priority(urgent ? (byte)1 : (byte)2), preempt: urgent);
            var service = await hold.Serve(Hours(Number(vector, "service")), OnClose.Restart);
            began[who] = At(service.LastBegan) - (service.Pauses > 0 ? 2 : 0); // whoever was paused had worked for two hours
            _ends.Add((who, Clock));
        }
    }

    private double Clock => At(_simulation.Now);

    private static TimeSpan Hours(double hours) => TimeSpan.FromHours(hours);

    private static double At(SimTime time) => (time - SimTime.Start).TotalHours;

    private void RunFor(double hours) => _simulation.RunUntil(SimTime.Start + Hours(hours));

    private async Process Vehicle(Resource lane, double arrival, double passage, OnClose onClose)
    {
        var who = _ends.Count;
        await _simulation.DelayUntil(SimTime.Start + Hours(arrival));
        using var hold = await lane.Seize();
        who = _starts.Count;
        _starts.Add(Clock);
        await hold.Serve(Hours(passage), onClose);
        _ends.Add((who, Clock));
    }

    private Resource Scheduled(JsonElement vector)
    {
        var lane = new Resource(_simulation, 0);
        Drive(vector, capacity => lane.Capacity = capacity);
        return lane;
    }

    private void Drive(JsonElement vector, Action<int> change)
    {
        var rows = vector.GetProperty("capacity").EnumerateArray().ToArray();
        var changes = rows.Where(row => row[1].ValueKind == JsonValueKind.Number)
            .Select(row => (Hours(row[0].GetDouble()), row[1].GetInt32()));
        TimeSpan? period = rows[^1][1].ValueKind == JsonValueKind.String ? Hours(rows[^1][0].GetDouble()) : null;
        _simulation.Start(new CapacitySchedule(changes, period).Drive(_simulation, change));
    }

    private static JsonElement Vector(string id) =>
        JsonDocument.Parse(File.ReadAllText(DataFolder.Find("des_traces/closure_vectors.json"))).RootElement
            .GetProperty("cases").EnumerateArray().Single(one => one.GetProperty("id").GetString() == id);

    private static double Number(JsonElement of, string name) => of.GetProperty(name).GetDouble();

    private static double[] Numbers(JsonElement of, string name) =>
        [.. of.GetProperty(name).EnumerateArray().Select(one => one.GetDouble())];

    private static (double At, int Amount)[] Pairs(JsonElement of, string name) =>
        [.. of.GetProperty(name).EnumerateArray().Select(pair => (pair[0].GetDouble(), pair[1].GetInt32()))];
}
