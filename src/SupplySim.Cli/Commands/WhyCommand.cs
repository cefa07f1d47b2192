using System.CommandLine;
using SupplySim.Engine;
using SupplySim.Experiments;
using SupplySim.Quantities;
using SupplySim.Results;
using SupplySim.Scenarios.Values;

namespace SupplySim.Cli.Commands;

/// <summary><c>supplysim why RESULT --place P --at WHEN</c>: runs one run of a result again and tells why a
/// place had what it had.</summary>
internal static class WhyCommand
{
    /// <summary>The command with its flags.</summary>
    public static Command Of(Host host)
    {
        var folder = new Argument<string>("RESULT") { Description = "The folder of a result, as run has written it." };
        var place = new Option<string?>("--place")
        {
            Description = "The camp or force that lacks something, by its id or its name. Default: the one that was short longest in the "
                + "run; with --at, the only one that there is.",
            HelpName = "ID",
        };
        var at = new Option<string?>("--at")
        {
            Description = "When: \"day 19\" or a date. Default: the last instant of the longest shortage there in the run.",
            HelpName = "WHEN",
        };
        var which = new Option<string>("--replication")
        {
            Description = "Which run: median, worst, or its number, from 0 on.",
            HelpName = "RUN",
            DefaultValueFactory = _ => "median",
        };
        var by = new Option<string?>("--by")
        {
            Description = "The measure, or measure/place, that says which is the median or the worst. Default: the first.",
            HelpName = "MEASURE",
        };
        var alternative = new Option<string?>("--alternative")
        {
            Description = "Of which alternative. Default: the first.",
            HelpName = "NAME",
        };
        var json = Flags.Switch("--json", "Prints one JSON document.");
        var command = new Command("why",
            "Runs one run of a result again and tells why a place had what it had: what was held up, by what, and what led to that.")
        {
            folder, place, at, which, by, alternative, json,
        };
        command.SetAction(parsed => (int)SavedInput.Read(parsed.GetRequiredValue(folder), host, (saved, input) => Why(
            new Question(
                parsed.GetValue(place), parsed.GetValue(at), parsed.GetRequiredValue(which), parsed.GetValue(by),
                parsed.GetValue(alternative), parsed.GetValue(json)),
            host, saved, input)));
        return command;
    }

    private static ExitCode Why(Question question, Host host, SavedResult saved, ScenarioInput input)
    {
        if (question.Place is null && question.At is not null)
        {
            if (Needy(input.Scenario) is not [var only])
                return Running.Fail(host, ExitCode.Wrong,
                    $"--at {question.At}: of which place? add --place and one of {string.Join(", ", Needy(input.Scenario))}");
            question = question with { Place = only };
        }
        var at = question.At is null ? Moment.Never : Moments.Read(question.At);
        if (at is not { } moment)
            return Running.Fail(host, ExitCode.Wrong,
                $"'{question.At}' is no "
                    + $"moment: {(Moments.WithTime(question.At!) is { } day ? $"write \"{day}\", which counts from the start; or else " : "")}write "
                    + $"\"day 19\", 2017-10-26 or 2017-10-26T06:00+03:00");
        question = question with { Place = Meant(question.Place, input.Scenario) };
        if (question.Place is not null && Unfit(question.Place, input.Scenario) is { } unfit)
            return Running.Fail(host, ExitCode.Wrong, unfit);
        if (Alternative(input.Scenario, question.Alternative, out var chosen) is { } wrong)
            return Running.Fail(host, ExitCode.Wrong, wrong);
        return RunChoice.Try(saved, input.Scenario, chosen!.Name, question.Which, question.By, out var choice) is { } unclear
            ? Running.Fail(host, ExitCode.Wrong, unclear)
            : Tell(question, host, saved, input, chosen, moment, choice!);
    }

    private static ExitCode Tell(Question question, Host host, SavedResult saved, ScenarioInput input, Alternative chosen, Moment at,
        RunChoice choice)
    {
        var name = input.Scenario.Experiment.Compare.IsEmpty ? null : chosen.Name;
        try
        {
            var explanation = question.Place is null ? input.Scenario.WhyShort(chosen, saved.Seed, choice.Replication)
                : question.At is null ? input.Scenario.WhyShort(chosen, new PlaceId(question.Place), saved.Seed, choice.Replication)
                : input.Scenario.Why(chosen, new PlaceId(question.Place), at, saved.Seed, choice.Replication);
            if (explanation is null)
                return Running.Fail(host, ExitCode.Wrong,
                    $"in "
                        + $"run {choice.Replication} {(question.Place is null ? "no place fell below its" : $"{question.Place} did not fall below a")} warning "
                        + $"level or {(question.Place is null ? "ran" : "run")} out of anything: name another "
                        + $"run, {(Instead(input.Scenario) is { } by ? $"such as --replication worst --by {by}" : "by --replication and its number")}, "
                        + $"or {(question.Place is null ? "a place and when, with --place and --at" : "when, with --at")}");
            if (question.At is null)
                choice = choice with { Words = $"{choice.Words}{(choice.Words.Length > 0 ? ", " : "")}at the last instant of the longest "
                    + $"shortage {(question.Place is null ? "in it" : "there")}" };
            host.Out.Write(question.Json
                ? WhySummary.Of(explanation, input.Scenario, input.Source, name).ToJson()
                : WhyScreen.Of(explanation, chosen.Scenario, name, choice, host.Width));
            host.Out.Flush();
            return ExitCode.Done;
        }
        catch (Exception wrong) when (wrong is KeyNotFoundException or ArgumentException)
        {
            return Running.Fail(host, ExitCode.Wrong, wrong.Message.Split(" (Parameter", 2)[0]);
        }
        catch (SimulationFailedException failed)
        {
            return Running.Fail(host, ExitCode.RunFailed, failed.Message);
        }
    }

    // The id, as it is or in other capitals; else that of the one place of that name.
    private static string? Meant(string? place, Scenario scenario)
    {
        if (scenario.Places.Any(one => one.Id == place)) return place;
        var called = scenario.Places.Where(one => string.Equals(one.Id, place, StringComparison.OrdinalIgnoreCase)
            || string.Equals(one.Name, place, StringComparison.OrdinalIgnoreCase)).ToArray();
        return called is [var one] ? one.Id : place;
    }

    // The measure whose worst run is likely to have a shortage.
    private static string? Instead(Scenario scenario) =>
        scenario.Measures.FirstOrDefault(measure => measure.Is is MeasureKind.UnmetPersonDays or MeasureKind.FirstTimeBelowWarning
            or MeasureKind.StockPerNeed or MeasureKind.ConsumedPerNeed)?.Id;

    private static string[] Needy(Scenario scenario) => [.. scenario.Places.Where(one => one is Camp or Force).Select(one => one.Id)];

    private static string? Unfit(string place, Scenario scenario)
    {
        var needy = Needy(scenario);
        return needy.Contains(place) ? null
            : $"{(scenario.Places.Any(one => one.Id == place) ? $"'{place}' needs nothing, so it lacks nothing" : $"there is no place '{place}'")}; "
                + $"allowed: {string.Join(", ", needy)}";
    }

    private static string? Alternative(Scenario scenario, string? name, out Alternative? chosen)
    {
        var all = scenario.Experiment.Compare;
        chosen = all.IsEmpty ? new Alternative("baseline", scenario) : all[0];
        if (name is null) return null;
        chosen = all.FirstOrDefault(one => one.Name == name);
        return chosen is not null ? null
            : all.IsEmpty ? $"the scenario has no alternatives, so there is none called '{name}'"
            : $"there is no alternative '{name}'; there are {string.Join(", ", all.Select(one => one.Name))}";
    }

    private sealed record Question(string? Place, string? At, string Which, string? By, string? Alternative, bool Json);
}
