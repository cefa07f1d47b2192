using System.Globalization;
using CsvHelper;
using SupplySim.Experiments;

namespace SupplySim.Results.Tables;

/// <summary>losses.csv: what became of the equipment and the people who fight. There where anything of either is counted.</summary>
internal static class LossesTable
{
    /// <summary>The type under which a party's people stand.</summary>
    private const string People = "people";

    /// <summary>Null where nothing is counted in any alternative.</summary>
    public static Table? Of(ExperimentResult result) =>
        result.Alternatives.All(a => a.Equipment.IsEmpty && a.Strengths.IsEmpty) ? null : Table.Of(
            "losses.csv",
            "What became of equipment and people who fight, over all runs of an alternative: initial = present + lost.",
            [
                new("alternative", "string", "Name of the alternative."),
                new("party", "string", "Id of the party."),
                new("type", "string", "Type of equipment, or people."),
                new("initial", "integer", "At the start of all runs together; empty where the scenario does not say."),
                new("present", "integer", "At the end; empty where the scenario does not say how many there were."),
                new("lost", "integer", "In fights."),
                new("claimed", "integer", "Said by the other side to be lost, true or not; empty where nobody says anything."),
            ],
            writer =>
            {
                foreach (var alternative in result.Alternatives) Write(writer, alternative);
            });

    private static void Write(CsvWriter writer, AlternativeResult alternative)
    {
        foreach (var one in alternative.Equipment)
            Write(writer, alternative.Name, one.Party, one.Type, one.Initial, one.Present, one.Lost, one.Claimed);
        foreach (var one in alternative.Strengths)
            Write(writer, alternative.Name, one.Party, People, one.Initial, one.Initial - one.Lost, one.Lost, null);
    }

    private static void Write(CsvWriter writer, string alternative, string party, string type, params ReadOnlySpan<long?> numbers)
    {
        writer.WriteField(alternative);
        writer.WriteField(party);
        writer.WriteField(type);
        foreach (var number in numbers) writer.WriteField(number?.ToString(CultureInfo.InvariantCulture));
        writer.EndRecord();
    }
}
