namespace SupplySim.Golden;

/// <summary>What the Fishkhabour example has to tell, as statements about its summary document.</summary>
/// <remarks>Pure functions: no statement knows how the document came about. A statement about a difference holds only
/// where the 95 % interval of the paired difference leaves no doubt.</remarks>
internal static class FishkhabourStory
{
    /// <summary>Each statement by what it claims.</summary>
    public static IReadOnlyDictionary<string, Func<SummaryDocument, bool>> Statements { get; } =
        new Dictionary<string, Func<SummaryDocument, bool>>
        {
            ["at least 30 heavy vehicles are sent in every run"] =
                d => d.Alternatives.All(a => d.Value(a, "min", "heavy-sent") >= 30),

            ["without fighting at least 95 % of the heavy vehicles arrive"] =
                d => d.Value("no-fighting", "mean", "heavy-delivered") >= 0.95,

            ["without fighting the camps' need is met"] =
                d => d.Value("no-fighting", "p50", "need-met") >= 0.999 && d.Value("no-fighting", "mean", "need-met") >= 0.98,

            ["fewer heavy vehicles arrive when the crossing is contested"] =
                d => d.Difference("no-fighting", "heavy-arrived").Low > 0,

            ["no heavy vehicle arrives by air"] =
                d => d.Alternatives.All(a => d.Value(a, "max", "heavy-flown") == 0),

            ["more people are hungry when the crossing is contested"] =
                d => d.Difference("no-fighting", "hungry").High < 0,

            ["the crossing is shut at some time in at least half of the runs"] =
                d => d.Value("contested", "p50", "shut", "fishkhabour") > 0,

            ["more flights help the camps"] =
                d => d.Difference("more-flights", "hungry").High < 0,

            ["more flights do not help the heavy equipment"] =
                // Fewer trucks of the camps stand in the queue, which is worth less than one piece of 38: surely, and not for want of runs.
                d => d.Difference("more-flights", "heavy-arrived").High < 1,
        };
}
