using CsvHelper;
using SupplySim.Engine;
using SupplySim.Experiments;

namespace SupplySim.Results.Tables;

/// <summary>movements.csv: every trip along a route in the run shown of each alternative.</summary>
internal static class MovementsTable
{
    private const string Instant = "yyyy-MM-dd'T'HH:mm:sszzz";

    public static Table Of(ExperimentResult result) => Table.Of(
        "movements.csv",
        "Every trip of a convoy or aircraft along a route, in one run of each alternative: the one that the report shows.",
        [
            new("alternative", "string", "Name of the alternative."),
            new("run", "integer", "Number of the replication, from 0."),
            new("fleet", "string", "Id of the fleet."),
            new("mode", "string", "road or air."),
            new("from", "string", "Id of the place left."),
            new("to", "string", "Id of the place reached."),
            new("vehicles", "integer", "How many move together."),
            new("laden", "boolean", "Whether they carry anything."),
            new("depart", "datetime", "When the head leaves."),
            new("arrive", "datetime",
                "When the head arrives, turns back or is lost; of what is on its way at the end of the run when it would arrive."),
            new("begins", "number", "Share of the route at which it sets out; 0 is the place left."),
            new("ends", "number",
                "Share of the route to which it comes; 1 is the place reached, less for what turned back, was lost, or was held until the "
                    + "end of the run."),
        ],
        writer =>
        {
            foreach (var alternative in result.Alternatives)
                foreach (var trip in alternative.Shown.Trips)
                    Write(writer, alternative, trip);
        });

    private static void Write(CsvWriter writer, AlternativeResult alternative, Trip trip)
    {
        var scenario = alternative.Scenario;
        var route = scenario.Routes[trip.Route];
        var (from, to) = trip.Forward ? (route.From, route.To) : (route.To, route.From);
        writer.WriteField(alternative.Name);
        writer.WriteField(alternative.Shown.Replication, default);
        writer.WriteField(scenario.Fleets[trip.Fleet].Id);
        writer.WriteField(route.Mode == Mode.Air ? "air" : "road");
        writer.WriteField(from.Value);
        writer.WriteField(to.Value);
        writer.WriteField(trip.Vehicles, default);
        writer.WriteField(trip.Laden ? "true" : "false");
        writer.WriteField(scenario.Clock.DateAt(trip.Departs), Instant);
        writer.WriteField(scenario.Clock.DateAt(trip.Arrives), Instant);
        writer.WriteField(Math.Round(trip.From, 4), default);
        writer.WriteField(Math.Round(trip.To, 4), default);
        writer.EndRecord();
    }
}
