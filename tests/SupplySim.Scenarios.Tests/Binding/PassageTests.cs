namespace SupplySim.Scenarios.Tests.Binding;

/// <summary>Passage is said by holder, then traffic, then direction; who nests them otherwise is told so once.</summary>
public sealed class PassageTests
{
    private const string Order =
        "passage is said by holder, then traffic, then direction; write `{north: {aid: yes}}`, or `{north: {aid: {in: with-clearance, out: "
            + "yes}}}`";

    [Theory]
    [InlineData("{red: {aid: yes}}", null)]
    [InlineData("{red: {aid: {in: yes, out: no}}, blue: {aid: no}}", null)]
    [InlineData("{red: {in: {aid: yes}, out: {aid: yes}}}", Order)]
    [InlineData("{in: {red: {aid: yes}}, out: {red: {aid: yes}}}", Order)]
    [InlineData("{aid: {red: yes}}", Order)]
    [InlineData("{rde: {aid: yes}}", "there is no party `rde`; a similar one exists: `red`")]
    [InlineData("{red: {aid: {ni: yes}}}", "`ni` is not allowed here; did you mean `in`? allowed: in, out")]
    public void What_is_wrong_with_its_order_is_told_once(string passage, string? only)
    {
        var text = $$$"""
            supplysim: 1
            title: A gate
            clock: {start: 2026-03-01, length: 9 d}
            commodities: {food: {unit: kg, per-person: 0.5 kg/d}}
            parties: {red: {}, blue: {}}
            places:
              depot: {kind: depot, stock: unlimited, docks: 1, loading: 1 h}
              gate: {kind: crossing, lanes: 1, inspection: 10 min, held-by: red, passage: {{{passage}}} }
              camp: {kind: camp, people: 900, stock: 9 d, docks: 1, unloading: 1 h}
            routes: {depot - gate: {length: 9 km, speed: 30 km/h}, gate - camp: {length: 9 km, speed: 30 km/h}}
            fleets: {trucks: {traffic: aid, base: depot, count: 3, carries: 5 t}}
            supply-lines: {road: {from: depot, to: camp, by: trucks, when-below: 5 d, up-to: 9 d}}
            """;
        ScenarioFile.TryParse(text, "gate", [], out _, out var diagnostics);
        diagnostics.Select(one => $"{one.Message}; {one.Help}").Should().Equal(only is null ? [] : [only]);
    }
}
