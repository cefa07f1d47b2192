using SupplySim.Experiments;
using SupplySim.Results.Maps;
using SupplySim.Results.Replays;
using SupplySim.Results.Tests.Fixture;

namespace SupplySim.Results.Tests.Replays;

/// <summary>What one sees when the knob is pulled, on a page of one map with one road from left to right and its two ends.</summary>
public sealed class PlayerTests
{
    // As much of a browser as the script touches: elements with attributes, classes and children, and a road 320 long.
    private const string Browser = """
        class Element {
          constructor(name) { [this.name, this.attributes, this.children, this.classes, this.dataset, this.heard, this.textContent] = [name, {}, [], new Set(), {}, {}, '']; }
          get classList() { const all = this.classes; return { add: one => all.add(one), remove: (...ones) => ones.forEach(one => all.delete(one)), contains: one => all.has(one), toggle: (one, on) => on ? all.add(one) : all.delete(one) }; }
          get className() { return [...this.classes].join(' '); }
          setAttribute(key, value) { this.attributes[key] = String(value); }
          appendChild(child) { this.children.push(child); }
          replaceChildren() { this.children = []; }
          addEventListener(what, action) { this.heard[what] = action; }
          getTotalLength() { return 320; }
          getPointAtLength(length) { return { x: length, y: 50 }; }
          getClientRects() { return [1]; }
          scrollIntoView() { this.isSeen = true; }
          querySelectorAll(what) { return what === '[data-route]' ? [road] : [left, right]; }
          get viewBox() { return { baseVal: { width: 960 } }; }
          get transform() { return { baseVal: { getItem: () => ({ matrix: { e: this.x, f: 50 } }) } }; }
        }
        const made = (name, data) => Object.assign(new Element(name), { dataset: data });
        const [road, left, right] = [made('path', { route: '0' }), made('g', { place: '0' }), made('g', { place: '1' })];
        [left.x, right.x] = [0, 320];
        const map = made('svg', { against: '10 2 5 0.5' });
        const lines = ['Day 0, 20 Oct 06:05 The bridge is shut.', 'Day 0, 20 Oct 06:05 Fighting breaks out.'].map(text => Object.assign(made('li', { minute: '365' }), { textContent: text }));
        const parts = {};
        const document = {
          heard: {},
          addEventListener(what, action) { this.heard[what] = action; },
          getElementById: id => parts[id] ??= new Element(id),
          querySelectorAll: what => what === 'svg.map' ? [map] : lines,
          createElementNS: (space, name) => new Element(name),
        };
        const frames = [];
        const heard = {};
        const [location, addEventListener, matchMedia, requestAnimationFrame] = [{ hash: '' }, (what, action) => heard[what] = action, () => ({ matches: false }), action => frames.push(action)];
        parts['replay-speed'] = Object.assign(new Element('select'), { value: '1440' });
        const pull = minute => { parts['replay-at'].value = minute; parts['replay-at'].heard.input(); };
        const seen = kind => map.children[0].children.filter(child => child.attributes.class.startsWith(kind)).map(child => child.attributes);
        parts.replay = made('div', {
        """;

    // From 8:00 to 12:00 nine laden trucks go to the right; six wait at the right end from then to 20:00; it is shut from 6:05 on.
    private static ReplayScript Page(double begins = 0, double ends = 1, bool forward = true)
    {
        var bare = SmallExperiment.Result.Alternatives[0];
        var scenario = bare.Scenario;
        var (from, to) = (scenario.Routes[0].From.Value, scenario.Routes[0].To.Value);
        var (left, right) = (scenario.Places.ToList().FindIndex(place => place.Id == from),
            scenario.Places.ToList().FindIndex(place => place.Id == to));
        var told = bare with
        {
            Shown = bare.Shown with
            {
                Trips = [new(0, forward, At(8), At(12), 9, 0, true) { From = begins, To = ends }],
                Stays = [new(right, At(12), At(20), 6, 0)],
                Story = [new(At(1), HappeningKind.FrontChanged, scenario.Fronts[0].Id, nameof(FrontState.Fight)),
                    new(At(3), HappeningKind.FrontChanged, scenario.Fronts[0].Id, nameof(FrontState.Advance)), new(At(4),
                        HappeningKind.ClosedFor, to, "aid: crowds"), new(At(4), HappeningKind.ClosedFor, to, "loads: rain"), new(At(5),
                            HappeningKind.OpenedFor, to, "loads"),
                    new(At(6), HappeningKind.OpenedFor, to, "aid"), new(At(6) + TimeSpan.FromMinutes(5), HappeningKind.Closed, to, "flood"),
                    new(At(14), HappeningKind.ClosedFor, scenario.Routes[0].Id, "aid: mines")],
                Series = [.. Enumerable.Repeat(double.NaN, bare.Shown.Series.Length)],
            },
        };
        var (replay, supply, heads) = (new Replay(told, new NetworkMap(told)), new NumberText(), new NumberText());
        supply.Add(left, 50, 81, 41, 1);
        heads.Add(0, 60, 1, 1000, 200, 0, 60, 1, 2000, 400);
        return new($$"""
            {{Browser}} start: '2017-10-20T00:00', end: '{{replay.End}}', roles: 'camp', trips: '{{replay.TripText()}}', stays: '{{replay.StayText()}}',
              changes: '{{replay.ChangeText()}}', supply: '{{supply}}', commodities: '1', parts: '{{replay.Parts}}', top: '10', heads: '{{heads}}' });
            [left.dataset.place, right.dataset.place] = ['{{left}}', '{{right}}'];
            """);
    }

    [Fact]
    public void It_is_there_once_the_script_runs() => Page().Json("parts.replay.hidden").Should().Be("false");

    [Theory]
    [InlineData(7, "[]")]
    [InlineData(8, "[\"0.0\"]")]
    [InlineData(10, "[\"160.0\"]")]
    [InlineData(11.5, "[\"280.0\"]")]
    [InlineData(12, "[]")]
    public void A_column_is_where_it_was(double hour, string x) =>
        Page().Json($"(pull({hour * 60}), seen('mover f-camp').map(one => one.cx))").Should().Be(x);

    // The clock on the wall is put on by an hour at three o'clock, and back two days later.
    [Theory]
    [InlineData(179, "Day 0, 31 Mar 02:59")]
    [InlineData(180, "Day 0, 31 Mar 04:00")]
    [InlineData(1400, "Day 0, 1 Apr 00:20")]
    [InlineData(3060, "Day 2, 2 Apr 03:00")]
    public void The_clock_is_the_one_on_the_wall(int minute, string time) =>
        new ReplayScript().Json($"timeAt(Date.parse('2024-03-31T00:00Z'), {minute}, shiftsOf('180:60 3060:-60'))").Should()
            .Be($"\"{time}\"");

    [Fact]
    public void A_clock_that_is_never_put_on_is_the_start_and_the_time_since() =>
        new ReplayScript().Json("timeAt(Date.parse('2024-03-31T00:00Z'), 180, shiftsOf(''))").Should().Be("\"Day 0, 31 Mar 03:00\"");

    // Repaired at a quarter of the way, lost at three quarters.
    [Theory]
    [InlineData(8, "\"80.0\"")]
    [InlineData(10, "\"160.0\"")]
    [InlineData(11, "\"200.0\"")]
    public void It_begins_and_ends_there(int hour, string x) =>
        Page(0.25, 0.75).Json($"(pull({hour * 60}), seen('mover')[0].cx)").Should().Be(x);

    // The other way, and on the other side of the road.
    [Theory]
    [InlineData(9, "[\"240.0\",\"47.0\"]")]
    [InlineData(11, "[\"80.0\",\"47.0\"]")]
    public void It_comes_back_from_the_far_end(int hour, string spot) =>
        Page(forward: false).Json($"(pull({hour * 60}), [seen('mover')[0].cx, seen('mover')[0].cy])").Should().Be(spot);

    // From (100, 20) at 1:00 to (200, 40) at 2:00 on the wide map; on this one twice as far across and half as far down, and moved.
    [Theory]
    [InlineData(30, "[]")]
    [InlineData(60, "[[\"210.0\",\"15.0\"]]")]
    [InlineData(90, "[[\"310.0\",\"20.0\"]]")]
    [InlineData(600, "[[\"410.0\",\"25.0\"]]")]
    public void The_head_of_a_front_is_where_it_was_on_each_map(int minute, string spots) =>
        Page().Json($"(pull({minute}), seen('head').map(one => [one.cx, one.cy]))").Should().Be(spots);

    [Theory]
    [InlineData(90, 1)]
    [InlineData(200, 0)]
    public void It_has_rays_while_it_fights(int minute, int rays) =>
        Page().Json($"(pull({minute}), seen('fight').length)").Should().Be($"{rays}");

    [Fact]
    public void It_keeps_to_its_right_and_is_larger_with_more_vehicles() =>
        Page().Json("(pull(600), [seen('mover')[0].cy, seen('mover')[0].r])").Should().Be("[\"53.0\",\"5.0\"]");

    [Theory]
    [InlineData(11, "[]")]
    [InlineData(13, "[\"6\"]")]
    [InlineData(20, "[]")]
    public void Those_who_wait_are_counted(int hour, string waiting) =>
        Page().Json($"(pull({hour * 60}), map.children[0].children.filter(child => child.name === 'text').map(child => child.textContent))")
            .Should().Be(waiting);

    [Theory]
    [InlineData(364, "[false,\"\",\"Day 0, 20 Oct 06:04\"]")]
    [InlineData(365, "[true,\"Day 0, 20 Oct 06:05 The bridge is shut. Fighting breaks out.\",\"Day 0, 20 Oct 06:05\"]")]
    public void What_is_shut_is_marked_and_told(int minute, string told) =>
        Page().Json($"(pull({minute}), [right.classes.has('shut'), parts['replay-said'].textContent, parts['replay-clock'].textContent])")
            .Should().Be(told);

    [Theory]
    [InlineData(3, "[false,false]")]
    [InlineData(4, "[true,false]")]
    [InlineData(5, "[true,false]")]
    [InlineData(6, "[false,false]")]
    [InlineData(15, "[false,true]")]
    public void What_is_shut_to_some_only_is_marked_as_that(int hour, string marked) =>
        Page().Json($"(pull({hour * 60}), [right.classes.has('partly'), road.classes.has('partly')])").Should().Be(marked);

    // A hundred milliseconds at a day a second: two hours and 24 minutes.
    [Fact]
    public void Played_it_goes_at_its_speed_and_pauses()
    {
        var page = Page();
        page.Json("(parts['replay-play'].heard.click(), frames.shift()(0), frames.shift()(100), Number(parts['replay-at'].value))")
            .Should().Be("144");
        page.Json("(parts['replay-play'].heard.click(), frames.shift()(200), [Number(parts['replay-at'].value), frames.length, "
            + "parts['replay-play'].textContent])").Should().Be("[144,0,\"Play\"]");
    }

    [Fact]
    public void From_event_to_event_by_key() =>
        Page().Json("(document.heard.keydown({ key: ']' }), parts['replay-at'].value)").Should().Be("365");

    // Eight days at the end of day 0, four at that of day 1, below the warning level of five, and none at that of day 2; ten fill it.
    [Theory]
    [InlineData(600, "[[\"f-camp\",\"19.2\"]]")]
    [InlineData(2880, "[[\"f-warn\",\"9.6\"]]")]
    [InlineData(4320, "[]")]
    public void A_gauge_tells_what_is_left(int minute, string filled)
    {
        var page = Page();
        page.Json($"(pull({minute}), seen('f-').map(one => [one.class, one.height]))").Should().Be(filled);
        page.Json("seen('gauge gone').length").Should().Be(filled == "[]" ? "1" : "0");
    }

    [Theory]
    [InlineData("#day-0.5", "[720,true]")]
    [InlineData("#day-9999999", null)]
    [InlineData("#day-.", "[0,null]")]
    [InlineData("#day-1.2.3", "[0,null]")]
    [InlineData("#story", "[0,null]")]
    public void A_link_opens_a_moment(string hash, string? at) =>
        Page().Json($"(location.hash = '{hash}', heard.hashchange(), [Number(parts['replay-at'].value ?? 0), parts.map?.isSeen ?? null])")
            .Should().Be(at ?? $"[{End},true]");

    [Fact]
    public void On_paper_the_whole_run_is_shown() =>
        Page().Json("(pull(600), heard.beforeprint(), [map.classes.has('live'), (heard.afterprint(), map.classes.has('live'))])").Should()
            .Be("[false,true]");

    [Fact]
    public void The_whole_run_is_shown_again() =>
        Page()
            .Json("(pull(600), parts['replay-all'].heard.click(), [map.children[0].children.length, right.classes.has('shut'), "
                + "map.classes.has('live')])").Should().Be("[0,false,false]");

    private static long End => (long)SmallExperiment.Result.Scenario.Clock.Length.TotalMinutes;

    private static Engine.SimTime At(int hour) => Engine.SimTime.Start + TimeSpan.FromHours(hour);
}
