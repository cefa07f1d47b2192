namespace SupplySim.Scenarios;

/// <summary>One of the files that a scenario consists of, as it was read.</summary>
/// <param name="Name">Relative to the folder of the scenario file, with <c>/</c> between its parts.</param>
/// <param name="Text">Its content, character by character.</param>
public sealed record ScenarioText(string Name, string Text);
