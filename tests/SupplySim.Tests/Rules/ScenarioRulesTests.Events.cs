using SupplySim.Disruptions;
using SupplySim.Planning;
using SupplySim.Quantities;

namespace SupplySim.Tests.Rules;

public sealed partial class ScenarioRulesTests
{
    private static readonly Condition FarFight = Condition.FightDistance("bridge").IsBelow(Distance.FromKilometres(9));

    private static ScriptStep Do(int day, ScriptAct act) => new() { At = Moment.Day(day), Do = act };

    private static Slip[] FrontSlips =>
    [
        new("a front's id is unique", s => s with { Fronts = Twice(s.Fronts) }, "fronts.north", "used twice"),
        new("an attacker exists", s => s.Front("far", f => f with { Attacker = "rad" }), "fronts.far.attacker", "did you mean 'red'?"),
        new("a defender exists", s => s.Front("north", f => f with { Defender = "blau" }), "fronts.north.defender", "did you mean 'blue'?"),
        new("an advance has a defender", s => s.Front("north", f => f with { Defender = null, Fight = f.Fight! with { Losses = [] } }), "fronts.north.defender", "no party is named; there are red, blue, green"),
        new("nobody attacks himself", s => s.Front("north", f => f with { Defender = "red" }), "fronts.north.defender", "'red' attacks itself"),
        new("a front starts after the start", s => s.Front("north", f => f with { Starts = Moment.Day(-1) }), "fronts.north.starts", "day -1; allowed: day 0"),
        new("an advance has two points", s => s.Front("north", f => f with { Along = ["bridge"] }), "fronts.north.along", "1 point; at least 2"),
        new("an advance passes places that exist", s => s.Front("north", f => f with { Along = f.Along.Add("brdge") }), "fronts.north.along[2]", "did you mean 'bridge'?"),
        new("an advance passes places that lie somewhere", s => s.Front("north", f => f with { Along = f.Along.Add("camp") }), "fronts.north.along[2]", "nobody says where it lies; give 'camp' an 'at'"),
        new("an advance passes points on the Earth", s => s.Front("north", f => f with { Along = f.Along.Add(new GeoPoint(91, 0)) }), "fronts.north.along[2]", "a latitude of 91"),
        new("an advance has a pace", s => s.Front("north", f => f with { Pace = null }), "fronts.north", "an advance without a pace"),
        new("a pace is above zero", s => s.Front("north", f => f with { Pace = new() { Advance = default } }), "fronts.north.pace.advance", "0 km/h; it must be above"),
        new("a pace in a fight is not negative", s => s.Front("north", f => f with { Pace = f.Pace! with { Fighting = Speed.FromMetresPerHour(-1) } }), "fronts.north.pace.fighting", "-0.001 km/h; at least 0"),
        new("contact is at some distance", s => s.Front("north", f => f with { Contact = default }), "fronts.north.contact", "0 km; it must be above"),
        new("an advance has a stand-off", s => s.Front("north", f => f with { StandOff = null }), "fronts.north", "an advance without a stand-off"),
        new("a stand-off has a way out", s => s.Front("north", f => f with { StandOff = new() }), "fronts.north.stand-off", "nothing ends a stand-off"),
        new("a way out takes time", s => s.Front("north", f => f with { StandOff = f.StandOff! with { Fight = TimeSpan.Zero } }), "fronts.north.stand-off.fight", "0 s; it must be above 0 s"),
        new("a contest does not open with an advance", s => s.Front("north", f => f with { OpensWith = FrontState.Advance }), "fronts.north.opens-with", "cannot open with 'advance'; allowed: stand-off"),
        new("a ceasefire that can come has a length", s => s.Front("north", f => f with { Ceasefire = null }), "fronts.north", "give 'ceasefire'"),
        new("a ceasefire that opens has a length", s => s.Front("north", f => f with { OpensWith = FrontState.Ceasefire, Ceasefire = null, StandOff = new() { Withdrawal = TimeSpan.FromDays(1) } }), "fronts.north", "give 'ceasefire'"),
        new("a ceasefire takes time", s => s.Front("north", f => f with { Ceasefire = new() { Lasts = TimeSpan.Zero } }), "fronts.north.ceasefire.lasts", "above 0 s"),
        new("a violation has a chance", s => s.Front("north", f => f with { Ceasefire = f.Ceasefire! with { Violated = 20 } }), "fronts.north.ceasefire.violated", "a share of 20; allowed: 0 to 1"),
        new("a fight that opens has a law", s => s.Front("north", f => f with { Fight = null, Ceasefire = new() { Lasts = TimeSpan.FromDays(1) } }), "fronts.north", "give 'fight'"),
        new("a fight that breaks a ceasefire has a law", s => s.Front("north", f => f with { Fight = null, OpensWith = FrontState.StandOff }), "fronts.north", "give 'fight'"),
        new("a fight takes time", s => s.Fight(f => f with { Lasts = TimeSpan.Zero }), "fronts.north.fight.lasts", "above 0 s"),
        new("a victory has a chance", s => s.Fight(f => f with { AttackerWins = -0.1 }), "fronts.north.fight.attacker-wins", "a share of -0.1"),
        new("losses are not negative", s => s.Fight(f => f with { Losses = [new() { PerDay = [("tank", -1)], Of = "red" }] }), "fronts.north.fight.losses.per-day.tank", "-1 a day; it must be at least 0"),
        new("losses can be drawn", s => s.Fight(f => f with { Losses = [new() { PerDay = [("tank", 1e6)], Of = "red" }] }), "fronts.north.fight.losses.per-day.tank", "1000000 in a whole fight"),
        new("who loses fights", s => s.Fight(f => f with { Losses = [new() { PerDay = [("tank", 1)], Of = "green" }] }), "fronts.north.fight.losses.of", "'green' does not fight here"),
        new("what a front takes leaves something", s => s.Front("far", f => f with { Takes = 1 }), "fronts.far.takes", "allowed: 0 to below 1"),
        new("a distant front lies on the Earth", s => s.Front("far", f => f with { At = new(0, 181) }), "fronts.far.at", "a longitude of 181"),
        new("a distant front's length has a positive mean", s => s.Front("far", f => f with { Lasts = Duration.Of(Distribution.Normal(-1, 1)) }), "fronts.far.lasts", "must be above 0 s"),
        new("a distant front does not advance", s => s.Front("far", f => f with { Pace = new() { Advance = Speed.FromMetresPerHour(500) } }), "fronts.far.pace", "a distant front has no 'pace'"),
        new("an advance is not at one point", s => s.Front("north", f => f with { At = new(37, 42) }), "fronts.north.at", "only a distant front has 'at'"),
        new("a night leaves a share", s => s.Front("north", f => f with { Pace = f.Pace! with { Night = 2 } }), "fronts.north.pace.night", "a share of 2"),
        new("an ultimatum has a time", s => s.Deadline(new() { Do = FrontState.Fight }), "fronts.north.stand-off.deadline", "a deadline with no times; give one of 'after'"),
        new("an ultimatum has one time", s => s.Deadline(new() { Do = FrontState.Fight, At = Moment.Day(1), After = TimeSpan.FromHours(1) }), "fronts.north.stand-off.deadline", "a deadline with two times"),
        new("an ultimatum leaves time", s => s.Deadline(new() { Do = FrontState.Fight, After = TimeSpan.Zero }), "fronts.north.stand-off.deadline.after", "0 s; it must be above 0 s"),
        new("an ultimatum is not past from the start", s => s.Deadline(new() { Do = FrontState.Fight, At = Moment.Day(-1) }), "fronts.north.stand-off.deadline.at", "day -1; allowed: day 0"),
        new("an ultimatum ends in something", s => s.Deadline(new() { Do = FrontState.Advance, After = TimeSpan.FromHours(1) }), "fronts.north.stand-off.deadline.do", "cannot end in 'advance'; allowed: step-down"),
        new("offers take time", s => s.Front("north", f => f with { Talks = new() { Every = TimeSpan.Zero, Accepted = 0.1 } }), "fronts.north.talks.every", "0 s; it must be above 0 s"),
        new("offers are accepted with a chance", s => s.Front("north", f => f with { Talks = new() { Every = TimeSpan.FromHours(9), Accepted = 7 } }), "fronts.north.talks.accepted", "a share of 7"),
        new("a truce that can be talked about has a length", s => s.Front("north", f => f with { Ceasefire = null, StandOff = new() { Fight = TimeSpan.FromDays(1) }, Talks = new() { Every = TimeSpan.FromHours(9), Accepted = 0.7 } }), "fronts.north", "give 'ceasefire'"),
        new("a renewal has a chance", s => s.Front("north", f => f with { Ceasefire = f.Ceasefire! with { Renewed = -1 } }), "fronts.north.ceasefire.renewed", "a share of -1"),
        new("a ratio acts to a power", s => s.Front("north", f => f with { ForceRatio = new() { StepDown = double.NaN } }), "fronts.north.force-ratio.step-down", "allowed: -4 to 4"),
        new("what is claimed is some times what is true", s => s.Fight(f => f with { Losses = [f.Losses[0] with { Claims = -1 }] }), "fronts.north.fight.losses.claims", "-1; allowed: 0 to 1000000 times"),
        new("a side loses once", s => s.Fight(f => f with { Losses = [f.Losses[0], f.Losses[0]] }), "fronts.north.fight.losses[1].of", "'red' has losses already"),
        new("people who fall can be counted", s => (s with { Parties = s.Parties.SetItem(0, s.Parties[0] with { Strength = null }) }).Fight(f => f with { Casualties = [("red", 5)] }), "fronts.north.fight.casualties.red", "nobody says how many 'red' are"),
        new("people who fall fight", s => s.Fight(f => f with { Casualties = [("green", 5)] }), "fronts.north.fight.casualties.green", "'green' does not fight here"),
        new("whoever holds what falls exists", s => s.Front("north", f => f with { CapturedBy = [("rad", 1)] }), "fronts.north.captured-by.rad", "did you mean 'red'?"),
        new("whoever holds what falls has not lost it", s => s.Front("north", f => f with { CapturedBy = [("blue", 1)] }), "fronts.north.captured-by.blue", "'blue' defends"),
        new("somebody holds what falls", s => s.Front("north", f => f with { CapturedBy = [("red", 0.5), ("green", 0.4)] }), "fronts.north.captured-by", "add up to 0.9; they must add up to 1"),
        new("what is taken is there", s => s.Front("far", f => f with { TakesVehicles = [("truks", 1)] }), "fronts.far.takes-vehicles.truks", "did you mean 'trucks'?"),
        new("what is taken goes by road", s => s.Front("far", f => f with { TakesVehicles = [("planes", 1)] }), "fronts.far.takes-vehicles.planes", "'planes' flies"),
        new("no more is taken than there is", s => s.Front("far", f => f with { TakesVehicles = [("trucks", 10_000)] }), "fronts.far.takes-vehicles.trucks", "10000 vehicles of 'trucks', which has"),
        new("only a force is ready", s => s.Front("north", f => f with { ReadinessOf = "camp" }), "fronts.north.readiness-of", "'camp' is a camp; only a force"),
        new("near a front something suffers", s => s.Near(new()), "fronts.north.influence", "give at least one of restricted"),
        new("a zone reaches somewhere", s => s.Near(new() { Closed = new() { Within = default } }), "fronts.north.influence.closed.within", "0 km; it must be above"),
        new("near a front nobody is diverted", s => s.Near(new() { Closed = new() { Within = Distance.FromKilometres(5), EnRoute = EnRoute.Divert } }), "fronts.north.influence.closed.en-route", "only flights are diverted"),
        new("under fire somebody does not go", s => s.Near(new() { UnderFire = new() { Within = Distance.FromKilometres(5) } }), "fronts.north.influence.under-fire", "give 'to', such as [commercial]"),
        new("a front's fire counts attacks", s => s.Near(new() { UnderFire = new() { Within = Distance.FromKilometres(5), Hazard = Rate.PerDay(Quantity.Pieces(-24)) } }) with { Attacks = new() { Lost = 1 } }, "fronts.north.influence.under-fire.hazard", "-1 attacks an hour; allowed: 0 to 1000"),
        new("somebody says what a front's fire does", s => s.Near(new() { UnderFire = new() { Within = Distance.FromKilometres(5), Hazard = Rate.PerDay(Quantity.Pieces(1)) } }), "fronts.north.influence.under-fire.hazard", "nothing says what an attack does; give the scenario 'attacks'"),
        new("somebody says what attacks do", s => s.Route("town - camp", r => r with { AttackedEvery = Distance.FromKilometres(900) }), "routes[town - camp].attacked-every", "nothing says what an attack does; give the scenario 'attacks'"),
        new("an attack hits a share", s => s.Attacked(new() { Lost = 1.5 }), "attacks.lost", "1.5"),
        new("an escort leaves a share", s => s.Attacked(new() { Lost = 0.5, PerEscort = -0.1 }), "attacks.per-escort", "-0.1"),
        new("the size of a column is one of some powers", s => s.Attacked(new() { Lost = 0.5, BySize = 3 }), "attacks.by-size", "a power of 3; allowed: 0 to 2"),
        new("attacks are of no commodity", s => s with { Measures = s.Measures.Add(new Measure("hits") { Of = "camps", Is = MeasureKind.Attacks, Commodity = "food" }) }, "measures.hits.commodity", "it is about vehicles, whatever they carry"),
        new("nothing is bound for a crossing", s => s with { Measures = s.Measures.Add(new Measure("hits") { Of = "crossings", Is = MeasureKind.CargoLost }) }, "measures.hits.is", "it is measured where goods arrive"),
        new("who does not go exists", s => s.Near(new() { Closed = new() { Within = Distance.FromKilometres(5), To = ["aidd"] } }), "fronts.north.influence.closed.to[0]", "did you mean 'aid'?"),
        new("what is slowed is slowed by a factor", s => s.Near(new() { Restricted = new() { Within = Distance.FromKilometres(5), Inspection = 0 } }), "fronts.north.influence.restricted.inspection", "0 times; allowed: above 0"),
        new("what is slower is slower", s => s.Near(new() { Restricted = new() { Within = Distance.FromKilometres(5) } }), "fronts.north.influence.restricted", "nothing is slower there; give 'speed'"),
        new("what is slower moves", s => s.Near(new() { Restricted = new() { Within = Distance.FromKilometres(5), Speed = 0 } }), "fronts.north.influence.restricted.speed", "a share of 0; allowed: above 0 to 1 (100 %); where nobody moves"),
        new("a front that is nowhere is near nothing", s => s.Front("far", f => f with { At = null, Influence = new() { Closed = new() { Within = Distance.FromKilometres(5) } } }), "fronts.far.influence", "nobody says where the front is"),
        new("a script goes on", s => s.Script(Do(8, ScriptAct.Fight), Do(7, ScriptAct.StandOff)), "fronts.north.script[1].at", "day 7 is before the step above it, day 8; put the steps in the order"),
        new("a script begins with the front", s => s.Script(Do(0, ScriptAct.Fight)), "fronts.north.script[0].at", "is before the front starts"),
        new("a script's steps come", s => s.Script(new ScriptStep { At = Moment.Never, Do = ScriptAct.Fight }), "fronts.north.script[0].at", "this never comes"),
        new("a script is instead of a stand-off", s => s.Script(Do(9, ScriptAct.Fight)).Front("north", f => f with { StandOff = new() { Fight = TimeSpan.FromDays(1) } }), "fronts.north.stand-off", "nothing is drawn by 'stand-off'; remove"),
        new("a script is instead of a fight", s => s.Script(Do(9, ScriptAct.Fight)).Front("north", f => f with { Fight = new() { Lasts = TimeSpan.FromDays(1), AttackerWins = 1 } }), "fronts.north.fight", "nothing is drawn by 'fight'"),
        new("a script is instead of a first state", s => s.Script(Do(9, ScriptAct.Fight)).Front("north", f => f with { OpensWith = FrontState.Fight }), "fronts.north.opens-with", "nothing is drawn by 'opens-with'"),
        new("nothing follows a withdrawal", s => s.Script(Do(9, ScriptAct.Withdrawal), Do(9, ScriptAct.Fight)), "fronts.north.script[1]", "nothing follows a withdrawal"),
        new("what falls lies on the way", s => s.Script(Do(9, ScriptAct.Capture) with { Place = "camp" }), "fronts.north.script[0].place", "'camp' is not on the front's way"),
        new("what falls falls once", s => s.Script(Do(9, ScriptAct.Capture), Do(9, ScriptAct.StepDown) with { Place = "bridge" }), "fronts.north.script[1].place", "'bridge' has changed hands already"),
        new("what falls is left", s => s.Script(Do(9, ScriptAct.Capture), Do(9, ScriptAct.Capture)), "fronts.north.script[1]", "no place on the front's way is left"),
        new("only what falls has a place", s => s.Script(Do(9, ScriptAct.Fight) with { Place = "bridge" }), "fronts.north.script[0].place", "no place changes hands by this step"),
        new("a distant front has no script", s => s.Front("far", f => f with { Script = [Do(9, ScriptAct.Fight)] }), "fronts.far.script", "a distant front has no 'script'"),
        new("equipment is not negative", s => s with { Parties = s.Parties.SetItem(0, s.Parties[0] with { Equipment = [("tank", -1)] }) }, "parties.red.equipment.tank", "-1 pieces; at least 0"),
        new("a front's source exists", s => s.Front("north", f => f with { Source = "map" }), "fronts.north.source", "there is no source 'map'"),
    ];

    private static Slip[] DisruptionSlips =>
    [
        new("a disruption's id is unique", s => s with { Disruptions = Twice(s.Disruptions) }, "disruptions.shelling", "used twice"),
        new("something says when it begins", s => s.Disruption<Closure>("shelling", d => d with { While = null }), "disruptions.shelling", "give one of while, when, at, every"),
        new("only one thing says when it begins", s => s.Disruption<Closure>("shelling", d => d with { At = Moment.Day(1) }), "disruptions.shelling.at", "both 'while' and 'at' say when it begins"),
        new("while says when it ends", s => s.Disruption<Closure>("shelling", d => d with { For = TimeSpan.FromDays(1) }), "disruptions.shelling.for", "'while' already says when it ends"),
        new("what lasts can be judged", s => s.Disruption<Closure>("shelling", d => d with { While = Condition.Captured("brigde") }), "disruptions.shelling.while", "did you mean 'bridge'?"),
        new("what begins can be judged", s => s.Disruption<Slowdown>("searches", d => d with { When = Condition.Captured("brigde") }), "disruptions.searches.when", "did you mean 'bridge'?"),
        new("a moment is not before the start", s => s.Disruption<Opening>("night-shift", d => d with { At = Moment.Day(-9) }), "disruptions.night-shift.at", "day -9"),
        new("what comes again and again takes time", s => s.Disruption<Closure>("landslide", d => d with { Every = TimeSpan.Zero }), "disruptions.landslide.every", "0 s; it must be above 0 s"),
        new("what is captured lies on a front's way", s => s with { Measures = s.Measures.Add(new("taken") { Of = "depot", Is = MeasureKind.FirstTimeCaptured }) }, "measures.taken.of", "no front leads over 'depot', so it is never captured"),
        new("a condition has no moment at which it ends", s => s.Disruption<Closure>("shelling", d => d with { Until = Moment.Day(9) }), "disruptions.shelling.until", "remove it: 'while' says when it ends"),
        new("what comes by a condition says how long it lasts", s => s.Disruption<Slowdown>("searches", d => d with { Until = Moment.Day(9) }), "disruptions.searches.until", "say by 'for' how long it lasts"),
        new("it ends by one of two", s => s.Disruption<Opening>("night-shift", d => d with { Until = Moment.Day(40), For = TimeSpan.FromDays(1) }), "disruptions.night-shift.for", "both 'until' and 'for' say when it ends"),
        new("it ends after it begins", s => s.Disruption<Opening>("night-shift", d => d with { At = Moment.Day(9), Until = Moment.Day(9) }), "disruptions.night-shift.until", "day 9 is not after day 9, when it begins"),
        new("what comes again and again begins by 'from'", s => s.Disruption<Closure>("landslide", d => d with { At = Moment.Day(9) }), "disruptions.landslide.every", "write 'from' in place of 'at'"),
        new("a season begins with what comes again and again", s => s.Disruption<Opening>("night-shift", d => d with { From = Moment.Day(1) }), "disruptions.night-shift.from", "write 'at' for what begins then"),
        new("a season ends after it begins", s => s.Disruption<Closure>("landslide", d => d with { From = Moment.Day(9), Until = Moment.Day(9) }), "disruptions.landslide.until", "day 9 is not after day 9"),
        new("a season ends after the start", s => s.Disruption<Closure>("landslide", d => d with { Until = Moment.Day(0) }), "disruptions.landslide.until", "day 0 is not after the start"),
        new("a chance is a share", s => s.Disruption<Grounding>("dust", d => d with { Chance = 12 }), "disruptions.dust.chance", "a share of 12"),
        new("a chance goes with every", s => s.Disruption<Opening>("night-shift", d => d with { Chance = 0.5 }), "disruptions.night-shift.chance", "only 'every' and 'when' ask again"),
        new("a length has a positive mean", s => s.Disruption<Closure>("landslide", d => d with { For = Duration.Of(Distribution.Normal(-1, 1)) }), "disruptions.landslide.for", "must be above 0 s"),
        new("what is announced is no time past", s => s.Disruption<Closure>("shelling", d => d with { Announced = -TimeSpan.FromHours(1) }), "disruptions.shelling.announced", "-1 h; allowed: 0 s to 100 years"),
        new("what closes exists", s => s.Disruption<Closure>("shelling", d => d with { Close = "brigde" }), "disruptions.shelling.close", "there is no place 'brigde'; did you mean 'bridge'?"),
        new("a camp is shut for all traffic", s => s.Disruption<Closure>("landslide", d => d with { Close = "camp" }), "disruptions.landslide.to", "'camp' is a camp, shut for all traffic or none"),
        new("vehicles at docks are finished", s => s.Disruption<Closure>("shelling", d => d with { Close = "camp" }), "disruptions.shelling.en-route", "vehicles at its docks are finished"),
        new("only work at docks is stopped", s => s.Disruption<Closure>("shelling", d => d with { Stops = [SiteWork.Loading] }), "disruptions.shelling.stops", "'bridge' has no docks whose work could be stopped"),
        new("what is stopped is named once", s => s.Disruption<Closure>("shelling", d => d with { Close = "camp", EnRoute = EnRoute.Complete, Stops = [SiteWork.Loading, SiteWork.Loading] }), "disruptions.shelling.stops[1]", "named twice"),
        new("no closure lasts while what it shuts is open", s => s.Disruption<Closure>("shelling", d => d with { While = d.While!.And(Condition.Open("bridge")) }), "disruptions.shelling.while", "asks whether 'bridge' is open, which this closure decides"),
        new("no closure lasts while what it shuts is shut", s => s.Disruption<Closure>("shelling", d => d with { While = Condition.Open("bridge").Not() }), "disruptions.shelling.while", "write 'when' and 'for'"),
        new("a route that closes exists", s => s.Disruption<Closure>("landslide", d => d with { Close = "toun - camp" }), "disruptions.landslide.close", "did you mean 'town - camp'?"),
        new("a route that closes is named as it is", s => s.Disruption<Closure>("landslide", d => d with { Close = "camp - town" }), "disruptions.landslide.close", "write 'town - camp'"),
        new("what is bound is a traffic", s => s.Disruption<Closure>("landslide", d => d with { To = ["aid", "aidd"] }), "disruptions.landslide.to[1]", "did you mean 'aid'?"),
        new("something is shut", s => s.Disruption<Closure>("shelling", d => d with { Close = [] }), "disruptions.shelling.close", "nothing is named"),
        new("each that is shut exists", s => s.Disruption<Closure>("shelling", d => d with { Close = ["bridge", "brigde"] }), "disruptions.shelling.close[1]", "did you mean 'bridge'?"),
        new("what is shut is named once", s => s.Disruption<Closure>("shelling", d => d with { Close = ["bridge", "bridge"] }), "disruptions.shelling.close[1]", "'bridge' is named twice"),
        new("who queues does so at a crossing", s => s.Disruption<Closure>("landslide", d => d with { Queue = QueueRule.Divert }), "disruptions.landslide.queue", "nobody queues at"),
        new("a step gives back something", s => s.Disruption<Closure>("shelling", d => d with { Reopens = [new() { Share = 0, For = TimeSpan.FromDays(1) }] }), "disruptions.shelling.reopens[0].share", "a share of 0; allowed: above 0 and below 1"),
        new("a step takes time", s => s.Disruption<Closure>("shelling", d => d with { Reopens = [new() { Share = 0.5, For = TimeSpan.Zero }] }), "disruptions.shelling.reopens[0].for", "0 s; it must be above 0 s"),
        new("steps are for all traffic", s => s.Disruption<Closure>("shelling", d => d with { To = ["aid"], Reopens = [new() { Share = 0.5, For = TimeSpan.FromDays(1) }] }), "disruptions.shelling.reopens", "remove 'to' or 'reopens'"),
        new("a crew exists", s => s.Disruption<Closure>("shelling", d => d with { Repair = new() { By = "enginers", Takes = TimeSpan.FromDays(1) } }) with { Crews = [("engineers", 1)] }, "disruptions.shelling.repair.by", "did you mean 'engineers'?"),
        new("a repair takes time", s => s.Disruption<Closure>("shelling", d => d with { Repair = new() { By = "engineers", Takes = TimeSpan.Zero } }) with { Crews = [("engineers", 1)] }, "disruptions.shelling.repair.takes", "0 s; it must be above 0 s"),
        new("a repair has a priority", s => s.Disruption<Closure>("shelling", d => d with { Repair = new() { By = "engineers", Takes = TimeSpan.FromDays(1), Priority = 10 } }) with { Crews = [("engineers", 1)] }, "disruptions.shelling.repair.priority", "a priority of 10; allowed: 1 (first) to 9"),
        new("a kind of crew has one", s => s with { Crews = [("engineers", 0)] }, "crews.engineers", "0 crews; at least 1"),
        new("a restriction says of what", s => s.Limit(new Restriction("ice") { Limit = "bridge", At = Moment.Day(1) }), "disruptions.ice", "nothing says what 'bridge' has less of"),
        new("a route has no lanes", s => s.Limit(new Restriction("ice") { Limit = "town - camp", At = Moment.Day(1), Lanes = 0.5 }), "disruptions.ice.lanes", "is a route, which has no lanes"),
        new("a crossing has no speed", s => s.Limit(new Restriction("ice") { Limit = "bridge", At = Moment.Day(1), Speed = 0.5 }), "disruptions.ice.speed", "'bridge' is a crossing"),
        new("only crossings and roads are limited", s => s.Limit(new Restriction("ice") { Limit = "camp", At = Moment.Day(1), Lanes = 0.5 }), "disruptions.ice.limit", "'camp' is a camp; only crossings and roads"),
        new("a share of lanes is a share", s => s.Limit(new Restriction("ice") { Limit = "bridge", At = Moment.Day(1), Lanes = 1.5 }), "disruptions.ice.lanes", "1.5; allowed: 0 to 1"),
        new("a weight limit that comes is above zero", s => s.Limit(new Restriction("ice") { Limit = "bridge", At = Moment.Day(1), WeightLimit = default(Mass) }), "disruptions.ice.weight-limit", "0 t"),
        new("no lane falls away while what it shuts is open", s => s.Limit(new Restriction("ice") { Limit = "bridge", While = Condition.Open("bridge"), Lanes = 0 }), "disruptions.ice.while", "which this closure decides"),
        new("what is reported exists", s => s.Limit(new Rumour("truce") { Report = "brigde", Says = Said.Open, At = Moment.Day(1) }), "disruptions.truce.report", "did you mean 'bridge'?"),
        new("reports are of crossings and routes", s => s.Limit(new Rumour("truce") { Report = ["bridge", "camp"], Says = Said.Open, At = Moment.Day(1) }), "disruptions.truce.report[1]", "'camp' is a camp; reports are of crossings and routes"),
        new("whom a report concerns is a traffic", s => s.Limit(new Rumour("truce") { Report = "bridge", Says = Said.Open, At = Moment.Day(1), To = ["aidd"] }), "disruptions.truce.to[0]", "did you mean 'aid'?"),
        new("what opens is a crossing", s => s.Disruption<Opening>("night-shift", d => d with { Open = "town" }), "disruptions.night-shift.open", "'town' is a town; only a crossing has hours"),
        new("for whom it opens is a traffic", s => s.Disruption<Opening>("night-shift", d => d with { To = ["traders"] }), "disruptions.night-shift.to[0]", "there is no traffic 'traders'"),
        new("what is grounded exists", s => s.Disruption<Grounding>("dust", d => d with { Ground = "plane" }), "disruptions.dust.ground", "did you mean 'planes'?"),
        new("what is grounded flies", s => s.Disruption<Grounding>("dust", d => d with { Ground = "trucks" }), "disruptions.dust.ground", "'trucks' goes by road"),
        new("what is slowed exists", s => s.Disruption<Slowdown>("searches", d => d with { Slow = "brige" }), "disruptions.searches.slow", "did you mean 'bridge'?"),
        new("a fleet that is slowed exists", s => s.Disruption<Slowdown>("fewer-flights", d => d with { Slow = "plane" }), "disruptions.fewer-flights.slow", "there is no fleet 'plane'"),
        new("what is slowed is a crossing or fleet", s => s.Disruption<Slowdown>("searches", d => d with { Slow = "town" }), "disruptions.searches.slow", "'town' is a town; only a crossing or a fleet"),
        new("what is slowed is one thing", s => s with { Fleets = s.Fleets.Add(new("bridge") { Traffic = "aid", Base = "town" }) }, "disruptions.searches.slow", "the id of a place and of a fleet"),
        new("a crossing is slowed by a factor", s => s.Disruption<Slowdown>("searches", d => d with { Inspection = null }), "disruptions.searches", "give 'inspection', such as 2 x"),
        new("a crossing is not slowed by a share", s => s.Disruption<Slowdown>("searches", d => d with { Go = 0.5 }), "disruptions.searches.go", "'go' does not go with the crossing 'bridge'"),
        new("a fleet is slowed by a share", s => s.Disruption<Slowdown>("fewer-flights", d => d with { Go = null }), "disruptions.fewer-flights", "give 'go', such as 50 %"),
        new("a factor is above zero", s => s.Disruption<Slowdown>("searches", d => d with { Inspection = 0 }), "disruptions.searches.inspection", "0; allowed: above 0"),
        new("a share that goes is a share", s => s.Disruption<Slowdown>("fewer-flights", d => d with { Go = Number.Uniform(0.5, 1.5) }), "disruptions.fewer-flights.go", "can be as high as 1.5; allowed: 0 to 1"),
        new("a disruption's source exists", s => s.Disruption<Grounding>("dust", d => d with { Source = "map" }), "disruptions.dust.source", "there is no source 'map'"),
    ];

    private static Slip[] ConditionSlips =>
    [
        new("a detour is at least as long as the way", s => s with { Policies = s.Policies with { Reroute = new() { Longest = 0.5 } } }, "policies.reroute.longest", "0.5 times the fastest way; at least 1"),
        new("planners learn after, not before", s => s with { Policies = s.Policies with { Reroute = new() { LearnsAfter = -TimeSpan.FromHours(2) } } }, "policies.reroute.learns-after", "-2 h; allowed: 0 s"),
        new("a price of safety is above zero", s => s.Routing(new Safest { PerAttack = TimeSpan.Zero }), "policies.routing.per-attack", "0 s; it must be above 0 s"),
        new("an assumed closure has a length", s => s.Routing(new WaitOrDetour { Assume = -TimeSpan.FromHours(1) }), "policies.routing.assume", "-1 h; allowed: 0 s to 100 years"),
        new("flights end above where they begin", s => s with { Policies = s.Policies with { Airlift = new WhenCutOff { Below = TimeSpan.FromDays(5), Until = TimeSpan.FromDays(4) } } }, "policies.airlift.until", "flights begin below 5 d and would end at 4 d already"),
        new("a raised level is above zero", s => s with { Policies = s.Policies with { Preposition = new ByWarning { At = Moment.Day(1), UpTo = TimeSpan.Zero } } }, "policies.preposition.up-to", "0 s; it must be above 0 s"),
        new("a warning raises the level of some line", s => s with { SupplyLines = [s.SupplyLines[3]], Policies = s.Policies with { Preposition = new ByWarning { At = Moment.Day(1), UpTo = TimeSpan.FromDays(9) } } }, "policies.preposition", "no supply line orders up to a level"),
        new("one waits nearby at a place", s => s with { Policies = s.Policies with { Dispatch = new StageAt { Place = "toun" } } }, "policies.dispatch.place", "did you mean 'town'?"),
        new("nobody waits at a crossing but in its queue", s => s with { Policies = s.Policies with { Dispatch = new StageAt { Place = "bridge" } } }, "policies.dispatch.place", "'bridge' is a crossing; columns wait at a town"),
        new("one can get to where one waits", s => s.Plus(new Town("island")) with { Policies = s.Policies with { Dispatch = new StageAt { Place = "island" } } }, "policies.dispatch.place", "'trucks' cannot get from 'depot' to 'camp', where supply line 'camp-road' leads, by way of 'island'"),
        new("a least load is a share", s => s with { Policies = s.Policies with { Dispatch = new Go { MinimumLoad = 22 } } }, "policies.dispatch.minimum-load", "a share of 22"),
        new("patience is a time", s => s with { Policies = s.Policies with { Divert = new ToNeed { Patience = -TimeSpan.FromHours(1) } } }, "policies.divert.patience", "-1 h; allowed: 0 s to 100 years"),
        new("a line's priority acts", s => s.Line("camp-road", line => line with { Priority = 1 }), "supply-lines.camp-road.priority", "write 'policies: {share: {by: priority}}'"),
        new("a ration is a share", s => s with { Policies = s.Policies with { Ration = [s.Policies.Ration[0] with { To = 75 }] } }, "policies.ration.to", "a share of 75"),
        new("a ration is a share of each commodity", s => s with { Policies = s.Policies with { Ration = [s.Policies.Ration[0] with { To = Each<double>.Of(("food", 75)) }] } }, "policies.ration.to.food", "a share of 75"),
        new("a ration is of what people need", s => s with { Policies = s.Policies with { Ration = [s.Policies.Ration[0] with { To = Each<double>.Of(("ammunition", 0.5)) }] } }, "policies.ration.to.ammunition", "nobody is given"),
        new("a ration says of what", s => s with { Policies = s.Policies with { Ration = [s.Policies.Ration[0] with { To = Each<double>.Of() }] } }, "policies.ration.to", "no commodity is named"),
        new("a ration ends after it begins", s => s with { Policies = s.Policies with { Ration = [s.Policies.Ration[0] with { When = Condition.Since(Moment.Day(5)), Until = Condition.Since(Moment.Day(5)) }] } }, "policies.ration.until", "day 5 is not after day 5"),
        new("a line ends after it begins", s => s with { SupplyLines = [s.SupplyLines[0] with { When = Condition.Since(Moment.Day(5)), Until = Condition.Since(Moment.Day(4)) }, .. s.SupplyLines.Skip(1)] }, $"supply-lines.{RulesScenario.Valid().SupplyLines[0].Id}.until", "day 4 is not after day 5"),
        new("each of several rations is looked at", s => s with { Policies = s.Policies with { Ration = [s.Policies.Ration[0], s.Policies.Ration[0] with { To = 2 }] } }, "policies.ration[1].to", "a share of 2"),
        new("a condition waits for a moment of a run", s => s with { Policies = s.Policies with { Ration = [s.Policies.Ration[0] with { When = Condition.Since(Moment.Day(-1)) }] } }, "policies.ration.when", "day -1"),
        new("a ration begins by what can be judged", s => s with { Policies = s.Policies with { Ration = [s.Policies.Ration[0] with { When = Condition.Open("town") }] } }, "policies.ration.when", "only a crossing or a route is open"),
        new("a ration ends by what can be judged", s => s with { Policies = s.Policies with { Ration = [s.Policies.Ration[0] with { Until = Condition.Open("town") }] } }, "policies.ration.until", "only a crossing or a route is open"),
        new("stock says where, except in rations and supply lines", s => s.Disruption<Closure>("shelling", d => d with { While = Condition.StockHere.IsBelow(TimeSpan.FromDays(1)) }), "disruptions.shelling.while", "'stock' does not say where"),
        new("a line looks at the stock of a place in need", s => s with { SupplyLines = s.SupplyLines.Add(new SupplyLine("extra") { From = "depot", To = "strip", By = "trucks", Commodities = ["food"], Send = Rate.PerDay(Quantity.Tonnes(1)), When = Condition.StockHere.IsBelow(TimeSpan.FromDays(1)) }) }, "supply-lines.extra.when", "'strip' needs nothing"),
        new("stock is of a commodity that exists", s => s.When(Condition.Stock("camp").Of("fod").IsBelow(TimeSpan.FromDays(1))), "supply-lines.onward.when", "did you mean 'food'?"),
        new("stock is of a commodity that is needed there", s => s.When(Condition.StockHere.Of("generator").IsBelow(TimeSpan.FromDays(1))), "supply-lines.onward.when", "'camp' does not need it, so it is never short of it; name what is needed there: "),
        new("stock of any camp is of a commodity that one needs", s => s.When(Condition.AnyCampStock.Of("generator").IsBelow(TimeSpan.FromDays(1))), "supply-lines.onward.when", "'any(camp.generator)', but no camp needs it"),
        new("stock is of a place that exists", s => s.When(Condition.Stock("champ").IsBelow(TimeSpan.FromDays(1))), "supply-lines.onward.when", "did you mean 'camp'?"),
        new("stock is not of a crossing", s => s.When(Condition.Stock("bridge").IsBelow(TimeSpan.FromDays(1))), "supply-lines.onward.when", "'bridge' is a crossing; only a camp or force"),
        new("stock is of a place in need", s => s.When(Condition.Stock("strip").IsBelow(TimeSpan.FromDays(1))), "supply-lines.onward.when", "'strip' needs nothing"),
        new("stock is compared with a time", s => s.When(new Compared(Condition.Stock("camp"), Comparison.Below, Threshold.Of(Distance.FromKilometres(5)))), "supply-lines.onward.when", "compares days of supply with no time"),
        new("stock is compared with a time above zero", s => s.When(Condition.Stock("camp").IsBelow(TimeSpan.FromDays(-1))), "supply-lines.onward.when", "-1 d; allowed"),
        new("a distance is compared with a distance", s => s.When(Condition.FrontDistance("bridge").IsBelow(TimeSpan.FromDays(1))), "supply-lines.onward.when", "compares a distance with no distance"),
        new("a distance is not negative", s => s.When(Condition.FrontDistance("bridge").IsBelow(Distance.FromMetres(-1))), "supply-lines.onward.when", "at least 0 km"),
        new("a distance is to a place that lies somewhere", s => s.When(Condition.FrontDistance("camp").IsBelow(Distance.FromMetres(1))), "supply-lines.onward.when", "nobody says where 'camp' lies"),
        new("every part of a condition is judged", s => s.When(FarFight.And(FarFight.Or(Condition.Open("brdge").Not()))), "supply-lines.onward.when", "did you mean 'bridge'?"),
    ];
}

/// <summary>Ways to change a fight, and when a line works.</summary>
internal static class EventChanges
{
    public static Scenario Fight(this Scenario scenario, Func<Fight, Fight> change) =>
        scenario.Front("north", front => front with { Fight = change(front.Fight!) });

    public static Scenario Deadline(this Scenario scenario, Deadline deadline) =>
        scenario.Front("north", front => front with { StandOff = front.StandOff! with { Deadline = deadline } });

    public static Scenario Attacked(this Scenario scenario, AttackRules rules) =>
        scenario.Route("town - camp", route => route with { AttackedEvery = Distance.FromKilometres(900) }) with { Attacks = rules };

    public static Scenario Near(this Scenario scenario, Influence influence) => scenario.Front("north", front => front with { Influence = influence });

    /// <summary>The front's states are told, and nothing is drawn.</summary>
    public static Scenario Script(this Scenario scenario, params ScriptStep[] steps) => scenario.Front("north", front => front with
    {
        StandOff = null, Ceasefire = null, Fight = null, OpensWith = FrontState.StandOff, Script = [.. steps],
    });

    public static Scenario When(this Scenario scenario, Condition condition) =>
        scenario.Line("onward", line => line with { When = condition });
}
