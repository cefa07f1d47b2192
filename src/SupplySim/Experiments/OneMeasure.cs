namespace SupplySim.Experiments;

/// <summary>A question put by one measure: which, and scenarios made ready in which it alone is read, once a run.</summary>
internal sealed class OneMeasure(Scenario scenario, string by)
{
    /// <summary>1 where more is better, -1 where less is, 0 where it is neither.</summary>
    public int Wish => Measure.Is.Wish();

    /// <summary>What it is of: a group of places, or one.</summary>
    public string Of => Measure.Of;

    private Measure Measure { get; } = scenario.Measures.First(one => one.Id == by) with { By = null };

    /// <summary>An alternative of the scenario; null where it is not measured.</summary>
    public CompiledScenario? Compile(Alternative alternative) => Compile(scenario, alternative);

    /// <summary>The same of what is another scenario already up to the moment from which it is an alternative.</summary>
    public CompiledScenario? Compile(Scenario before, Alternative alternative)
    {
        var measured = alternative.Scenario.Measures.FirstOrDefault(one => one.Id == by);
        return measured is null
            ? null
            : CompiledScenario.Of(before,
                alternative with { Scenario = alternative.Scenario with { Measures = [measured with { By = null }], Goals = [],
                    Observed = [] } });
    }

    /// <summary>What all is compared with.</summary>
    /// <exception cref="InvalidScenarioException">It is not measured there.</exception>
    public CompiledScenario CompileFirst(Alternative first) =>
        Compile(first) ?? throw Refused("experiment.rank.by", $"'{by}' is not measured in the alternative '{first.Name}'");

    /// <summary>The values of what all is compared with.</summary>
    /// <exception cref="InvalidScenarioException">It has none in any run.</exception>
    public double[] Demand(double[] values) =>
        values.All(double.IsNaN) ? throw Refused("experiment.rank.by", $"'{by}' has no value in any run") : values;

    /// <summary>The measure over all that it is of.</summary>
    public Column ColumnOf(CompiledScenario compiled) => compiled.Measures.Layout.Columns[compiled.Measures.Layout.Whole(Measure.Id)];

    /// <summary>What is said where a question cannot be answered.</summary>
    public InvalidScenarioException Refused(string path, string message) => new(scenario.Title, [new Problem(path, message)]);
}
