namespace SupplySim.Results.Pages;

/// <summary>The frame of every picture: an image with a name and with the finding in words.</summary>
internal static class Svg
{
    /// <summary>A picture that scales with the page.</summary>
    /// <param name="id">Unique on the page.</param>
    /// <param name="width">[user units]</param>
    /// <param name="height">[user units]</param>
    /// <param name="style">The class.</param>
    /// <param name="title">Names it.</param>
    /// <param name="finding">What one sees in it.</param>
    /// <param name="content">What is drawn.</param>
    /// <param name="against">How spots of the wide map lie in it; null where it is no map.</param>
    public static Markup Image(
        string id, double width, double height, string style, string title, string finding, Markup content, string? against = null) =>
            new Html().Add($"""
            <svg id="{id}" class="{style}" viewBox="0 0 {width:0.#} {height:0.#}" role="img" aria-labelledby="{id}-title {id}-desc"{(against is null ? Markup.None : new Html().Add($" data-against=\"{against}\"").ToMarkup())}>
            <title id="{id}-title">{title}</title><desc id="{id}-desc">{finding}</desc>
            {content}</svg>

            """).ToMarkup();
}
