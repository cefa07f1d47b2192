using System.Reflection;
using System.Security.Cryptography;
using System.Text;
using SupplySim.Results.Charts;
using SupplySim.Results.Text;

namespace SupplySim.Results.Pages;

/// <summary>The frame of the page: head, policy, style sheet, skip link, script.</summary>
internal static class Document
{
    /// <summary>The style sheet: the palette, then the rules of report.css, which name no colour of their own.</summary>
    public static string Style { get; } = string.Join('\n',
        ":root{color-scheme:light dark;" + Palette.Variables(dark: false) + "}",
        "@media (prefers-color-scheme:dark){:root{" + Palette.Variables(dark: true) + "}}",
        "@media print{:root{" + Palette.Variables(dark: false) + "}}",
        Roles(),
        Resource("report.css"));

    /// <summary>The one script, which plays a run on the map: all else is there without it.</summary>
    public static string Script { get; } = string.Join("\n\n", Resource("reading.js"), Resource("stage.js"), Resource("player.js"));

    /// <summary>A whole document.</summary>
    /// <param name="title">Names it.</param>
    /// <param name="body">What it shows.</param>
    /// <param name="withScript">Whether a run is played in it. Default: yes.</param>
    public static string Around(string title, Markup body, bool withScript = true) => new Html().Add($"""
        <!DOCTYPE html>
        <html lang="en">
        <head>
        <meta charset="utf-8">
        <meta http-equiv="Content-Security-Policy" content="{Policy(withScript)}">
        <meta name="viewport" content="width=device-width, initial-scale=1">
        <meta name="generator" content="SupplySim {ToolVersion.Number}">
        <title>{Names.Clean(title)}</title>
        <style>{new Markup(Style)}</style>
        </head>
        <body>
        <a class="skip" href="#content">Skip to the content</a>
        {body}{(withScript ? new Markup($"<script>{Script}</script>") : Markup.None)}
        </body>
        </html>

        """).ToString();

    private static string Policy(bool withScript) =>
        $"default-src 'none'; style-src '{Hash(Style)}';{(withScript ? $" script-src '{Hash(Script)}';" : "")} base-uri 'none'; "
            + $"form-action 'none'";

    private static string Hash(string text) => $"sha256-{Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(text)))}";

    /// <summary>For each role the classes of a line, a filled shape and a text.</summary>
    private static string Roles() => string.Concat(Palette.Shades.Select(s =>
        $".l-{s.Role}{{stroke:var(--{s.Role});fill:none}}.f-{s.Role}{{fill:var(--{s.Role})}}.t-{s.Role}{{fill:var(--{s.Role})}}"));

    private static string Resource(string name)
    {
        using var file = Assembly.GetExecutingAssembly().GetManifestResourceStream(name)!;
        using var reader = new StreamReader(file, Encoding.UTF8);
        return reader.ReadToEnd().Trim();
    }
}
