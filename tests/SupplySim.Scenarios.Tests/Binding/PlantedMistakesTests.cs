using SupplySim.Scenarios.Diagnostics;
using SupplySim.Scenarios.Tests.Support;

namespace SupplySim.Scenarios.Tests.Binding;

/// <summary>Mistakes planted in a scenario that has none. The marks stand where the caret must be.</summary>
public class PlantedMistakesTests
{
    [Fact]
    public void The_small_scenario_has_no_mistake()
    {
        ScenarioFile.TryParse(SmallScenario.Text, "f.yaml", [], out var scenario, out var diagnostics);
        DiagnosticText.Write(diagnostics).Should().Be("0 errors.\n");
        scenario!.Places.Select(p => p.Id).Should().Equal("base", "bridge", "valley", "post");
    }

    [Fact]
    public void A_key_with_nothing_behind_it_is_not_called_a_value()
    {
        ScenarioFile.TryParse("supplysim: 1\ntitle: X\nclock: {length: 1 d}\ngoals:\n", "f.yaml", [], out _, out var diagnostics);
        diagnostics.Should().ContainSingle().Which.Message.Should().Be("a list of goals is needed here, not an empty value");
    }

    // What stands in for the load is heavier than 36 t, and the model would say so of a value that nobody wrote.
    [Theory]
    [InlineData("weight-limit: 60 t", "weight-limit: 60", "SS0304")]
    [InlineData("carries: 20 t, gross: 36 t", "carries: 20, gross: 36 t", "SS0304")]
    public void What_follows_from_a_value_that_cannot_be_read_is_not_told(string what, string planted, string only)
    {
        SmallScenario.Text.Should().Contain(what);
        ScenarioFile.TryParse(SmallScenario.Text.Replace(what, planted, StringComparison.Ordinal), "f.yaml", [], out _,
            out var diagnostics);
        diagnostics.Select(d => d.Code).Should().Equal(only);
    }

    // Two lie in one block, and one names it: none follows from another.
    [Fact]
    public void What_the_model_finds_is_told_in_full()
    {
        const string text = """
            supplysim: 1
            title: X
            clock: {length: 9 d}
            commodities: {food: {unit: t, per-person: 1 kg/d}}
            places:
              base: {kind: depot, stock: unlimited, docks: 1, loading: 1 h}
              camp: {kind: camp, people: 100, capacity: 10, arrivals: 5 /d, docks: 1}
            routes: {base - camp: {length: 5 km, speed: 5 km/h, weight-limit: 1 t}}
            fleets: {trucks: {traffic: aid, base: base, count: 1, carries: 5 t, gross: 9 t}}
            supply-lines: {line: {from: base, to: camp, by: trucks, when-below: 3 d, up-to: 2 d}}
            """;
        ScenarioFile.TryParse(text, "f.yaml", [], out _, out var diagnostics);
        diagnostics.Select(d => (d.Code, d.Place!.Line)).Should().Equal(("SS0402", 7), ("SS0405", 7), ("SS0405", 9), ("SS0401", 10));

        // The mass of the trucks cannot be read: what is said of them is left out, and nothing else.
        ScenarioFile.TryParse(text.Replace("carries: 5 t", "carries: 5", StringComparison.Ordinal), "f.yaml", [], out _, out diagnostics);
        diagnostics.Select(d => (d.Code, d.Place!.Line)).Should().Equal(("SS0402", 7), ("SS0405", 7), ("SS0304", 9), ("SS0401", 10));
    }

    [Theory]
    [InlineData("bridge.lanes=2", "write `places.bridge.lanes`")]
    [InlineData("brigde.lanes=2", "write `places.bridge.lanes`")]
    [InlineData("trucks.count=2", "write `fleets.trucks.count`")]
    [InlineData("place.bridge.lanes=2", "a similar one exists: `places`")]
    [InlineData("nowhere.lanes=2", null)]
    public void A_setting_without_its_section_is_told_the_whole_path(string setting, string? help)
    {
        ScenarioFile.TryParse(SmallScenario.Text, "f.yaml", [setting], out _, out var diagnostics);
        diagnostics.Should().ContainSingle().Which.Help.Should().Be(help);
    }

    [Fact]
    public void A_time_without_a_unit_is_no_hint_at_hours_alone()
    {
        ScenarioFile.TryParse("supplysim: 1\ntitle: X\nclock: {length: 60}\n", "f.yaml", [], out _, out var diagnostics);
        diagnostics.Should().ContainSingle().Which.Help.Should().Be("write `60 d`, `60 h` or `60 min`; accepted: h, s, min, d, week");
    }

    [Theory]
    [InlineData("lanes: {in: 1, out: 1}", "‹lanse›: {in: 1, out: 1}\n    lanes: 2", "SS0201")]
    [InlineData("title: Corridor", "titel: Corridor", "SS0201")]
    [InlineData("    lanes: {in: 1, out: 1}\n", "", "SS0202")]
    [InlineData("docks: 4", "docks: ‹[4]›", "SS0203")]
    [InlineData("docks: 4", "docks: ‹{a: 1}›", "SS0203")]
    [InlineData("to: [aid]", "to: ‹aid›", "SS0203")]
    [InlineData("  dust: {every", "  ‹Dust›: {every", "SS0204")]
    [InlineData("base - post:", "‹base-post›:", "SS0204")]
    [InlineData("en-route: hold", "en-route: ‹held›", "SS0205")]
    [InlineData("zone: Asia/Baghdad", "zone: ‹Asia/Bagdad›", "SS0205")]
    [InlineData("kind: force", "kind: ‹army›", "SS0205")]
    [InlineData("supplysim: 1", "supplysim: ‹2›", "SS0207")]
    [InlineData("share: {by: people}", "share: {by: ‹poeple›}", "SS0205")]
    [InlineData("share: {by: people}", "routing: {rule: ‹safst›}", "SS0205")]
    [InlineData("share: {by: people}", "‹routing›: {per-attack: 3 h}", "SS0202")]
    [InlineData("share: {by: people}", "routing: {rule: fastest, ‹per-attack›: 3 h}", "SS0201")]
    [InlineData("share: {by: people}", "routing: ‹safest›", "SS0203")]
    [InlineData("close: bridge, en-route", "close: ‹brigde›, en-route", "SS0208")]
    [InlineData("close: bridge, en-route: hold", "close: valley, en-route: ‹hold›", "SS0403")]
    [InlineData("by: trucks, when-below", "by: ‹lorries›, when-below", "SS0208")]
    [InlineData("defender: north", "defender: ‹nroth›", "SS0208")]
    [InlineData("needs: {food: 2 t/d}", "needs: {‹fuel›: 2 t/d}", "SS0208")]
    [InlineData("base - post: {length", "base - ‹ford›: {length", "SS0208")]
    [InlineData("along: [36.5 N 42.5 E, bridge]", "along: [36.5 N 42.5 E, ‹ford›]", "SS0208")]
    [InlineData("speed: 40 km/h, source: own", "speed: 40 km/h, source: ‹owm›", "SS0208")]
    [InlineData("close: bridge, en-route", "close: bridge, ‹open›: bridge, en-route", "SS0209")]
    [InlineData("docks: 4", "‹docks›:", "SS0210")]
    [InlineData("strength: 4 000", "strength: ‹4,000›", "SS0301")]
    [InlineData("docks: 4", "docks: ‹many›", "SS0302")]
    [InlineData("docks: 4", "docks: ‹NaN›", "SS0302")]
    [InlineData("loading: 30 min", "loading: ‹30 km/h›", "SS0303")]
    [InlineData("per-person: 0.5 kg/d", "per-person: ‹0.5 kg›", "SS0303")]
    [InlineData("length: 60 km, speed: 50 km/h", "length: 60 km, speed: ‹50›", "SS0304")]
    [InlineData("weight-limit: 60 t", "weight-limit: 60 ‹tonnes›", "SS0305")]
    [InlineData("weight-limit: 60 t", "weight-limit: ‹-60 t›", "SS0306")]
    [InlineData("weight-limit: 60 t", "weight-limit: ‹1e999› t", "SS0306")]
    [InlineData("docks: 4", "docks: ‹0›", "SS0306")]
    [InlineData("attacker-wins: 60 %", "attacker-wins: ‹160 %›", "SS0306")]
    [InlineData("docks: 4", "docks: ‹2.5›", "SS0307")]
    [InlineData("at: day 8", "at: ‹Tuesday›", "SS0308")]
    [InlineData("hours: 08:00-17:00 [mon-fri]", "hours: 08:00-17:00 [‹mo-fri›]", "SS0309")]
    [InlineData("at: 36.9 N 42.1 E", "at: 36.9 N‹,› 42.1 E", "SS0310")]
    [InlineData("granted-in: exponential(6 h)", "granted-in: ‹exponental›(6 h)", "SS0311")]
    [InlineData("triangular(5 min, 8 min, 20 min)", "‹triangular(20 min, 8 min, 5 min)›", "SS0311")]
    [InlineData("when: stock < 3 d", "when: ‹stok› < 3 d", "SS0312")]
    [InlineData("down-while: fight-distance(bridge) < 25 km", "down-while: fight-distance(‹brigde›) < 25 km", "SS0208")]
    [InlineData("down-while: fight-distance(bridge) < 25 km", "down-while: fight-distance(bridge) < ‹25 d›", "SS0303")]
    [InlineData("${trucks}", "‹${lorries}›", "SS0501")]
    [InlineData("trucks: {value: 9,", "trucks: {value: ‹90›,", "SS0306")]
    [InlineData("quiet: {fronts.advance: off}", "quiet: {fronts.‹advances›: off}", "SS0503")]
    [InlineData("more-trucks: {trucks: 12,", "more-trucks: {trucks: ‹120›,", "SS0306")]
    [InlineData("more-trucks: {trucks: 12,", "more-trucks: {‹truks›: 12,", "SS0503")]
    [InlineData("sweep: {trucks: [4, 8, 16]}", "sweep: {trucks: [4, ‹0›, 16]}", "SS0306")]
    [InlineData("{that: hungry < 20 000, in: 90 %}", "{that: ‹angry› < 20 000, in: 90 %}", "SS0208")]
    [InlineData("{that: shortage > 10 d}", "{that: shortage > ‹10 t›}", "SS0303")]
    [InlineData("stand-off: {step-down: exponential(9 d), fight: exponential(4 d), ceasefire: exponential(6 d)}",
        "stand-off: {step-down: ‹lognormal(mean=9 d›, sd=3 d), fight: exponential(4 d), ceasefire: exponential(6 d)}",
        "SS0112")]
    [InlineData("escort: {from: escorts, count: 1}", "escort: {from: ‹escorts›, count: 4}", "SS0405")]
    [InlineData("carries: 10 t, speed: 400 km/h", "carries: 10 t", "SS0402")]
    [InlineData("losses: {per-day: {tank: 0.75}, of: south}", "losses: {per-day: {tank: 0.75}, of: ‹west›}", "SS0208")]
    [InlineData("{at: day 3, do: fight}", "{at: day 3, do: ‹figth›}", "SS0205")]
    [InlineData("{at: day 3, do: fight}", "{at: ‹day 1›, do: fight}", "SS0406")]
    [InlineData("{at: day 5, do: capture, place: bridge}", "{at: ‹day 2›, do: capture, place: bridge}", "SS0406")]
    [InlineData("do: capture, place: bridge", "do: capture, place: ‹valley›", "SS0404")]
    [InlineData("do: capture, place: bridge", "do: stand-off, place: ‹bridge›", "SS0403")]
    [InlineData("script: [{at: day 3", "‹talks›: {every: 1 d, accepted: 1 %}\n    script: [{at: day 3", "SS0403")]
    [InlineData("captured-by: {south: 100 %}", "‹captured-by›: {south: 90 %}", "SS0401")]
    [InlineData("captured-by: {south: 100 %}", "captured-by: {‹west›: 100 %}", "SS0208")]
    [InlineData("night: 50 %", "night: ‹150 %›", "SS0306")]
    [InlineData("under-fire: {within: 10 km, to: [commercial], en-route: turn-back}",
        "under-fire: {within: 10 km, to: [‹aidd›]}", "SS0208")]
    [InlineData("force-ratio: {step-down: 1,", "force-ratio: {step-down: ‹9›,", "SS0306")]
    [InlineData("takes-vehicles: {trucks: 1}", "takes-vehicles: {trucks: ‹100›}", "SS0401")]
    [InlineData("losses: {per-day: {tank: 0.75}, of: south}",
        "losses: [{per-day: {tank: 0.75}, of: south}, {per-day: {tank: 1}, of: ‹south›}]", "SS0407")]
    [InlineData("losses: {per-day: {tank: 0.75}, of: south}", "losses: ‹many›", "SS0203")]
    public void A_mistake_is_reported_where_it_stands(string piece, string planted, string code)
    {
        var text = SmallScenario.With(piece, planted);
        if (!planted.Contains('‹')) text = MarkOwner(text, piece);
        Marked.Parse(text).ShouldGive(code);
    }

    [Fact]
    public void A_place_that_unloads_without_a_time_is_shown_where_the_time_is_missing()
    {
        ScenarioFile.TryParse(SmallScenario.With("unloading: lognormal(mean=45 min, sd=20 min)", "loading: 1 h"),
            "f.yaml", [], out _, out var diagnostics);
        diagnostics.Select(d => d.ToString()).Should().Equal(
            "f.yaml:48:3: error SS0402: supply line 'by-road' unloads at 'valley', which has no unloading time",
            "f.yaml:59:3: error SS0402: supply line 'to-post' unloads at 'post', which has no unloading time");
    }

    [Fact]
    public void Mistakes_of_form_do_not_hide_those_that_the_model_finds()
    {
        var text = SmallScenario.With("docks: 4", "docks: -4")
            .Replace("from: escorts, count: 1", "from: escorts, count: 4")
            .Replace("close: base - bridge", "close: base - brigde");
        ScenarioFile.TryParse(text, "f.yaml", [], out _, out var diagnostics);
        diagnostics.Select(d => d.Code).Should().Equal("SS0306", "SS0405", "SS0208");
    }

    [Fact]
    public void All_mistakes_are_reported_at_once_in_the_order_of_the_file()
    {
        var text = SmallScenario.With("docks: 4", "dock: 4").Replace("length: 40 km", "length: 40")
            .Replace("ground: planes", "ground: plane");
        ScenarioFile.TryParse(text, "f.yaml", [], out var scenario, out var diagnostics).Should().BeFalse();
        scenario.Should().BeNull();
        diagnostics.Select(d => d.Code).Should().Equal("SS0201", "SS0304", "SS0208");
        diagnostics.Select(d => d.Help).Should()
            .Equal("a similar key exists: `docks`", "write `40 km`; accepted: km, m, mi, nmi",
            "a similar one exists: `planes`");
    }

    [Fact]
    public void Read_and_parse_throw_with_every_mistake_in_the_message()
    {
        var text = SmallScenario.With("docks: 4", "docks: 0").Replace("speed: 50 km/h", "speed: 50 kmh");
        var parse = () => ScenarioFile.Parse(text, "f.yaml");
        parse.Should().Throw<ScenarioFileException>().Which.Message
            .Should().Contain("f.yaml:26:12").And.Contain("write `km/h`").And.EndWith("3 errors. Nothing was run.\n");
    }

    /// <summary>A key that was taken away is missed at the key before its block; a wrong block is shown at its
    /// key.</summary>
    private static string MarkOwner(string text, string piece) => piece switch
    {
        "title: Corridor" => text.Replace("titel", "‹titel›").Insert(0, "title: x\n"),
        "carries: 10 t, speed: 400 km/h" => text.Replace("planes: {mode", "‹planes›: {mode"),
        _ => text.Replace("  bridge:\n", "  ‹bridge›:\n"),
    };
}
