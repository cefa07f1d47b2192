using SupplySim.Experiments;
using static SupplySim.Tests.Air;
using static SupplySim.Tests.Small;

namespace SupplySim.Tests.Movement;

/// <summary>What an airfield made aircraft wait for, as a measure reads it.</summary>
public sealed class AirWaitTests
{
    // One stand and three planes: 2 h and 4 h for it. The days are of one vehicle.
    [Fact]
    public void Waits_at_an_airfield_are_measured_by_cause()
    {
        var run = (Flown(33).Planes(3).AtDepot(field => field with { Parking = 3 }).Until("7:00") with
        {
            Measures = [new Measure("waits") { Of = "camp", Is = MeasureKind.WaitingByCause }],
        }).Run(seed: 1);
        run["waits", "camp"].Should().BeApproximately(6 / 24.0, 1e-12);
        run["waits", "camp", detail: "lane"].Should().BeApproximately(6 / 24.0, 1e-12);
        run["waits", "camp", detail: "fuel"].Should().Be(0);
    }

    // The same without a measure: it is counted whatever is asked, for aircraft only.
    [Fact]
    public void What_aircraft_wait_for_is_told_of_every_run()
    {
        var flown = Flown(33).Planes(3).AtDepot(field => field with { Parking = 3 }).Until("7:00");
        flown.Run(seed: 1).AircraftWaits.Should().Equal(new AircraftWait("lane", TimeSpan.FromHours(6)));
        Play.Of(Daily().With(Closed("bridge", "0:00", "9:00")).Until("12:00")).Result.AircraftWaits.Should().BeEmpty();
    }

    [Fact]
    public void Fuel_is_no_cause_at_a_crossing() =>
        (Road() with { Measures = [new Measure("waits") { Of = "crossings", Is = MeasureKind.WaitingByCause }] }).Run(seed: 1)
            .Layout.Columns.Should().NotContain(column => column.Detail == "fuel");
}
