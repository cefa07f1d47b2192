namespace SupplySim.Results.Text;

/// <summary>How far rations are cut, in words.</summary>
internal static class RationWords
{
    /// <summary>For example <c>half rations</c>, <c>rations at 75 %</c>.</summary>
    /// <param name="share">[share] What is given out.</param>
    public static string Cut(double share) => share switch
    {
        0 => "no rations",
        0.5 => "half rations",
        _ => $"rations at {Figure.Seen(share, Scale.Percent)}",
    };
}
