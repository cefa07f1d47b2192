using CsCheck;
using SupplySim.Scenarios.Tests.Support;

namespace SupplySim.Scenarios.Tests.Binding;

/// <summary>Random damage to a scenario that has no mistake.</summary>
public class MutationTests
{
    private static readonly string[] Pieces =
    [
        "{", "}", "[", "]", "(", ")", ":", ": ", ",", "#", " #", "&a ", "*a", "!x ", "<<: ", "'", "\"", "\n", "\t",
            "  ", "-", "- ", "---\n", "${", "${trucks}", "%", "@", "|", ">",
        "0", "-1", "1e999", "NaN", "99999999999999999999", "1,5", "1 000", " t", " km/h", " d", "never", "always",
            "off", "yes", "not ", " and ", "unknown(", "lognormal(mean=6 h, sd=2 h)",
        "places:", "kind: camp", "bridge", "valley", "stock < 3 d", "é", "\u202e", "\u0000", "\ud800", "\ufeff", "🚚",
            "a - b", "[base - bridge]",
    ];

    private static readonly Gen<Func<string, string>> Edit = Gen.OneOf(
        Gen.Select(Gen.Double.Unit, Gen.Int[0, 40], (at, length) => Cut(at, length)),
        Gen.Select(Gen.Double.Unit, Gen.OneOf(Pieces), (at, piece) => Insert(at, piece)),
        Gen.Select(Gen.Double.Unit, Gen.Double.Unit, Gen.Int[1, 60], (from, to, length) => Copy(from, to, length)),
        Gen.Select(Gen.Double.Unit, Gen.Char, (at, c) => Insert(at, c.ToString())));

    [Fact]
    public void A_damaged_scenario_gives_a_scenario_or_diagnostics_with_places_and_no_other_exception()
    {
        Edit.Array[1, 6].Select(edits => edits.Aggregate(SmallScenario.Text, (text, edit) => edit(text))).Sample(text =>
        {
            var isRead = ScenarioFile.TryParse(text, "f.yaml", [], out var scenario, out var diagnostics);
            return isRead == scenario is not null
                && isRead == diagnostics.All(d => d.Severity == SupplySim.Scenarios.Diagnostics.Severity.Warning)
                && diagnostics.All(d => d.Place is { File: "f.yaml" } place
                    && (place.Line > 0 || d.Code is "SS0007" or "SS0008"));
        }, iter: 3_000, threads: 1);
    }

    [Fact]
    public void A_damaged_setting_gives_a_scenario_or_diagnostics_and_no_other_exception()
    {
        string[] settings = ["trucks=12", "places.bridge.hours=08:00-17:00", "routes[base - bridge].length=60 km",
            "places.valley.stock={food: 3 t}", "fronts.advance=off"];
        Gen.Select(Gen.OneOf(settings), Edit.Array[1, 3],
            (setting, edits) => edits.Aggregate(setting, (text, edit) => edit(text))).Sample(setting =>
        {
            var isRead = ScenarioFile.TryParse(SmallScenario.Text, "f.yaml", [setting], out _, out var diagnostics);
            return isRead || diagnostics.Length > 0;
        }, iter: 1_000, threads: 1);
    }

    private static Func<string, string> Cut(double at, int length) => text =>
    {
        var start = Position(text, at);
        return text.Remove(start, Math.Min(length, text.Length - start));
    };

    private static Func<string, string> Insert(double at, string piece) => text =>
        text.Insert(Position(text, at), piece);

    private static Func<string, string> Copy(double from, double to, int length) => text =>
    {
        var start = Position(text, from);
        return text.Insert(Position(text, to), text.Substring(start, Math.Min(length, text.Length - start)));
    };

    private static int Position(string text, double at) => (int)(at * text.Length);
}
