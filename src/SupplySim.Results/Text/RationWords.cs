namespace SupplySim.Results.Text;

/// <summary>How far rations are cut, in words.</summary>
internal static class RationWords
{
    /// <summary>For example <c>half rations</c>, <c>rations at 75 %</c>, <c>rations of oil down to 25 %</c>.</summary>
    /// <param name="share">[share] The least that is given out.</param>
    /// <param name="of">The name of the commodity; null of all alike.</param>
    /// <param name="isLeast">Whether more than that, and less than all, may be given out for a part of the time.</param>
    public static string Cut(double share, string? of = null, bool isLeast = false)
    {
        var rations = of is null ? "rations" : $"rations of {of}";
        return share switch
        {
            _ when isLeast => $"{rations} down to {Figure.Seen(share, Scale.Percent)}",
            0 => $"no {rations}",
            0.5 => $"half {rations}",
            _ => $"{rations} at {Figure.Seen(share, Scale.Percent)}",
        };
    }
}
