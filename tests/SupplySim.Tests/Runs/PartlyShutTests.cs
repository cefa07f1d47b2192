using System.Collections.Immutable;
using SupplySim.Disruptions;
using SupplySim.Quantities;
using static SupplySim.Tests.Small;

namespace SupplySim.Tests.Runs;

/// <summary>What is shut to some only is told as that, and nothing is told to be open again while another hold keeps it shut.</summary>
public sealed class PartlyShutTests
{
    private static readonly Scenario Both = Road().Plus(Traders(Rate.PerDay(Quantity.Pieces(1))));

    [Theory]
    [InlineData("bridge")]
    [InlineData("bridge - town")]
    public void A_crossing_and_a_route_shut_to_some_traffic_are_told_alike(string what) =>
        Doors(Both.With(Closed(what, "1:00", "2:00") with { To = ["aid"] })).Should().Equal(
            "d0 01:00 ClosedFor aid: flood", "d0 03:00 OpenedFor aid");

    [Theory]
    [InlineData("bridge")]
    [InlineData("bridge - town")]
    public void Traffic_that_is_shut_out_already_is_told_of_once(string what) => Doors(Both.With(
        Closed(what, "1:00", "4:00") with { To = ["aid"] }, Closed(what, "2:00", "1:00", id: "ban") with { To = ["aid", "commercial"] }))
            .Should().Equal(
        "d0 01:00 ClosedFor aid: flood", "d0 02:00 ClosedFor commercial: ban", "d0 03:00 OpenedFor commercial", "d0 05:00 OpenedFor aid");

    [Theory]
    [InlineData("bridge")]
    [InlineData("bridge - town")]
    public void What_opens_but_to_some_tells_who_is_still_shut_out_and_by_what(string what) => Doors(Both.With(
        Closed(what, "1:00", "4:00", id: "ban") with { To = ["aid"] }, Closed(what, "2:00", "1:00"))).Should().Equal(
        "d0 01:00 ClosedFor aid: ban", "d0 02:00 Closed flood", "d0 03:00 Opened flood", "d0 03:00 ClosedFor aid: ban",
        "d0 05:00 OpenedFor aid");

    [Fact]
    public void Work_at_a_place_stops_and_goes_on_piece_by_piece() => Doors(Both.With(
        Site("strike", "1:00", "8:00", SiteWork.Orders), Site("fire", "2:00", "3:00", SiteWork.Unloading), Closed("town", "10:00", "2:00",
            id: "siege"),
        Site("riots", "11:00", "3:00", SiteWork.Loading, SiteWork.Unloading))).Should().Equal(
        "d0 01:00 ClosedFor ordering: strike", "d0 02:00 ClosedFor unloading: fire", "d0 05:00 OpenedFor unloading",
        "d0 09:00 OpenedFor ordering",
        "d0 10:00 Closed siege", "d0 12:00 Opened siege", "d0 12:00 ClosedFor loading and unloading: riots",
        "d0 14:00 OpenedFor loading and unloading");

    [Fact]
    public void Works_that_several_stop_together_shut_the_place() => Doors(Both.With(
        Site("strike", "1:00", "3:00", SiteWork.Orders, SiteWork.Loading), Site("fire", "2:00", "4:00", SiteWork.Unloading)))
            .Should().Equal(
        "d0 01:00 ClosedFor ordering and loading: strike", "d0 02:00 Closed fire", "d0 04:00 Opened strike",
        "d0 04:00 ClosedFor unloading: fire", "d0 06:00 OpenedFor unloading");

    [Fact]
    public void An_airfield_is_never_shut_and_flights_go_on_when_the_last_grounding_ends() => Doors(Camp().With(
        new Grounding("fog") { Ground = "camp", At = Moment.After(Span("1:00")), For = Span("5:00") },
        new Grounding("drill") { Ground = "camp", At = Moment.After(Span("2:00")), For = Span("1:00") },
        new Grounding("ban") { Ground = "camp", To = ["aid"], At = Moment.After(Span("4:00")), For = Span("4:00") })).Should().Equal(
        "d0 01:00 ClosedFor flights: fog", "d0 06:00 OpenedFor flights", "d0 06:00 ClosedFor flights of aid: ban",
        "d0 08:00 OpenedFor flights of aid");

    private static Closure Site(string id, string from, string lasts, params ImmutableArray<SiteWork> works) =>
        Closed("town", from, lasts, id: id) with { Stops = works };

    private static string[] Doors(Scenario scenario) =>
    [
        .. Play.Of(scenario.Until("24:00")).Result.Story
            .Where(told => told.Kind is HappeningKind.Closed or HappeningKind.Opened or HappeningKind.ClosedFor or HappeningKind.OpenedFor)
            .Select(told => $"{Play.Time(told.At)} {told.Kind} {told.Detail}"),
    ];
}
