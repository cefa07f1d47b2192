using SupplySim.Results.Pages;

namespace SupplySim.Results.Tests.Replays;

/// <summary>The page's script, run without a browser: its functions by themselves, or on a page of which as
/// much is there as it touches.</summary>
internal sealed class ReplayScript
{
    private readonly Jint.Engine _engine = new();

    /// <summary>The script by itself.</summary>
    public ReplayScript() => _engine.Execute(Document.Script);

    /// <summary>The script on a page.</summary>
    /// <param name="page">Makes <c>document</c> and all else that a browser gives.</param>
    public ReplayScript(string page) => _engine.Execute(page).Execute(Document.Script);

    /// <summary>What an expression of the script's functions yields, as JSON.</summary>
    public string Json(string expression) => _engine.Evaluate($"JSON.stringify({expression}) ?? 'undefined'").ToString();
}
