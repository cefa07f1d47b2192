namespace SupplySim.Scenarios.Tests.Support;

/// <summary>A scenario that uses every section of the language and has no mistake; invented.</summary>
internal static class SmallScenario
{
    public const string Text = """
        # a corridor with one crossing
        supplysim: 1
        title: Corridor
        summary: >
          One depot, one crossing, one camp.
        status: illustrative
        sources:
          own: Invented for the tests
        clock:
          start: 2017-10-20T00:00+03:00
          length: 30 d
          zone: Asia/Baghdad
        commodities:
          food: {unit: t, per-person: 0.5 kg/d, source: own}
          tents: {unit: piece, weight: 40 kg, can-fly: no, priority: 7}
        parties:
          north: {name: The north, strength: 4 000}
          south: {}
        defaults:
          unloading: lognormal(mean=45 min, sd=20 min)
        places:
          base:
            kind: depot
            at: 36.5 N 43.0 E
            stock: unlimited
            docks: 4
            loading: 30 min
            airfield: {parking: 2, ground-time: 1 h}
          bridge:
            name: The bridge
            kind: crossing
            at: 36.8 N 42.5 E
            held-by: {east-bank: south, west-bank: north}
            hours: 08:00-17:00 [mon-fri]
            lanes: {in: 1, out: 1}
            weight-limit: 60 t
            inspection:
              aid: triangular(5 min, 8 min, 20 min)
              empty: 2 min
            passage:
              north: {aid: yes}
              south: {aid: with-clearance, military: no}
            clearance:
              channels: [north-command, south-command]
              granted-in: exponential(6 h)
              valid: 24 h
              down-while: fight-distance(bridge) < 25 km
          valley:
            kind: camp
            at: 36.9 N 42.1 E
            people: unknown(20 000, 30 000)
            arrivals: poisson(50 /d)
            stock: 10 d
            warn-below: 7 d
            airfield:
              parking: 1
              ground-time: uniform(40 min, 90 min)
              hours: 07:00-17:00
          post:
            kind: force
            at: 36.7 N 42.4 E
            party: north
            needs: {food: 2 t/d}
            stock: {food: 20 t}
        routes:
          base - bridge: {length: 60 km, speed: 50 km/h}
          bridge - valley: {length: 40 km, speed: 40 km/h, source: own}
          base - post: {length: 30 km, speed: 50 km/h}
          base - valley: {mode: air, length: 90 km}
        fleets:
          trucks:
            {mode: road, traffic: aid, base: base, count: "${trucks}", carries: 20 t, gross: 36 t,
             convoy: {size: 2 to 6, wait: 4 h, density: 10 /km, escort: {from: escorts, count: 1}},
             driving: 10 h/d, breakdown: {every: 9000 km, repair: 10 h}}
          escorts: {mode: road, traffic: aid, base: base, count: 3}
          planes: {mode: air, traffic: aid, base: base, count: 1, carries: 10 t, speed: 400 km/h, crew-day: 14 h}
        supply-lines:
          by-road: {from: base, to: valley, by: trucks, when-below: 12 d, up-to: 20 d}
          by-air: {from: base, to: valley, by: planes, commodities: [food], when: any(camp.stock) < 4 d, up-to: 40 t}
          to-post: {from: base, to: post, by: trucks, commodities: [food], send: 14 t/week, every: 7 d}
        policies:
          reroute: {longest: 3 x, learns-after: 2 h}
          share: {by: people}
          ration: {when: stock < 3 d, to: 75 %, until: stock > 7 d}
        fronts:
          advance:
            attacker: south
            defender: north
            starts: 2017-10-26T05:00+03:00
            along: [36.5 N 42.5 E, bridge]
            pace: {advance: 12 km/d, fighting: 3 km/d, night: 50 %}
            contact: 5 km
            opens-with: fight
            stand-off: {step-down: exponential(9 d), fight: exponential(4 d), ceasefire: exponential(6 d)}
            talks: {every: 1 d, accepted: 10 %, cooling: 12 h, while-fighting: yes}
            ceasefire: {lasts: 5 d, violated: 20 %, renewed: 10 %}
            force-ratio: {step-down: 1, attacker-wins: 0.5}
            captured-by: {south: 100 %}
            influence:
              restricted: {within: 30 km, speed: 50 %, inspection: 2 x}
              under-fire: {within: 10 km, to: [commercial], en-route: turn-back}
              closed: {within: 3 km, only-fighting: yes}
            fight:
              lasts: weibull(shape=1.4, scale=60 h)
              attacker-wins: 60 %
              losses: {per-day: {tank: 0.75}, of: south}
            on-capture: {vehicles: release, stock: kept}
          told:
            attacker: north
            defender: south
            starts: day 2
            along: [36.4 N 42.4 E, bridge]
            pace: {advance: 12 km/d}
            script: [{at: day 3, do: fight}, {at: day 5, do: capture, place: bridge}]
          elsewhere: {attacker: south, at: 34.4 N 41.0 E, starts: day 4, lasts: 3 d, takes: 30 %, takes-vehicles: {trucks: 1}}
        disruptions:
          shelling: {while: fight-distance(bridge) < 10 km, close: bridge, en-route: hold}
          searches: {while: front-distance(bridge) < 40 km, slow: bridge, inspection: 2.5 x}
          flood:
            every: exponential(120 d)
            close: base - bridge
            for: gamma(mean=6 d, sd=3 d)
          dust: {every: 1 d, chance: 12 %, ground: planes, for: 1 d}
          nights: {at: day 8, open: bridge, hours: always, to: [aid]}
        parameters:
          trucks: {value: 9, from: 4, to: 16}
        measures:
          need-met: {of: camps, is: consumed / need, by: day}
          hungry: {of: valley, is: unmet person-days, commodity: food}
          shortage: {of: camps, is: first time below warn-below}
          wait: {of: crossings, is: wait, show: [50 %, 95 %]}
        goals:
          - {that: hungry < 20 000, in: 90 %}
          - {that: shortage > 10 d}
        experiment:
          runs: 20
          seed: 20171026
          stop-when: {half-width: 5 %, of: hungry, in: as-is, never-below: 500}
          compare:
            as-is: {}
            quiet: {fronts.advance: off}
            more-trucks: {trucks: 12, places.bridge.hours: always}
          sweep: {trucks: [4, 8, 16]}
          rank: {what: [places, routes], shut-for: 14 d, by: hungry}

        """;

    /// <summary>The scenario with one piece of text replaced; it must be there exactly once.</summary>
    public static string With(string piece, string replacement)
    {
        var at = Text.IndexOf(piece, StringComparison.Ordinal);
        if (at < 0 || Text.IndexOf(piece, at + 1, StringComparison.Ordinal) >= 0)
            throw new ArgumentException($"'{piece}' must stand in the small scenario exactly once", nameof(piece));
        return Text[..at] + replacement + Text[(at + piece.Length)..];
    }
}
