using SupplySim.Quantities;
using SupplySim.Scenarios.Values;

namespace SupplySim.Scenarios.Vocabulary;

/// <summary>What can be said of fronts.</summary>
internal static class ConflictShapes
{
    private static readonly Kind<string> Party = Kinds.Ref("the id of a party", Referent.Party);

    private static readonly Kind<FrontState> FirstState = Kinds.Word(
        FrontState.StandOff, FrontState.StepDown, FrontState.Fight, FrontState.Ceasefire, FrontState.Withdrawal);

    public static readonly Shape<Pace> Pace = new("a pace", _ => new() { Advance = Speed.FromKilometresPerHour(1) })
    {
        { p => p.Advance, Kinds.Speed },
        { p => p.Fighting, Kinds.SpeedFromZero },
        { p => p.Night, Kinds.Share },
    };

    public static readonly Shape<Deadline> Deadline = new("a deadline", _ => new() { Do = FrontState.Fight })
    {
        { d => d.After, Kinds.Duration },
        { d => d.At, Kinds.Moment },
        { d => d.Do, Kinds.Word(FrontState.StepDown, FrontState.Fight, FrontState.Ceasefire, FrontState.Withdrawal) },
    };

    public static readonly Shape<Talks> Talks = new("talks", _ => new() { Every = TimeSpan.FromDays(1), Accepted = 0.5 })
    {
        { t => t.Every, Kinds.Duration },
        { t => t.Accepted, Kinds.Share },
        { t => t.Cooling, Kinds.Duration },
        { t => t.WhileFighting, Kinds.YesNo },
    };

    public static readonly Shape<ForceRatio> ForceRatio = new("a force ratio", _ => new())
    {
        { r => r.StepDown, Kinds.Power },
        { r => r.Fight, Kinds.Power },
        { r => r.Ceasefire, Kinds.Power },
        { r => r.Withdrawal, Kinds.Power },
        { r => r.AttackerWins, Kinds.Power },
    };

    public static readonly Shape<StandOff> StandOff = new("a stand-off", _ => new())
    {
        { s => s.StepDown, Kinds.Duration },
        { s => s.Fight, Kinds.Duration },
        { s => s.Ceasefire, Kinds.Duration },
        { s => s.Withdrawal, Kinds.Duration },
        { s => s.Deadline, new BlockKind<Deadline>(Deadline) },
    };

    public static readonly Shape<Ceasefire> Ceasefire = new("a ceasefire", _ => new() { Lasts = TimeSpan.FromDays(1) })
    {
        { c => c.Lasts, Kinds.Duration },
        { c => c.Violated, Kinds.Share },
        { c => c.Renewed, Kinds.Share },
    };

    public static readonly Shape<Losses> Losses = new("losses", _ => new() { PerDay = ByName<double>.Empty, Of = "" })
    {
        { l => l.PerDay, new ByNameKind<double>("numbers by type of equipment", Kinds.Id, Kinds.RealFromZero) },
        { l => l.Of, Party },
        { l => l.Claims, Kinds.FactorDrawn },
    };

    public static readonly Shape<Fight> Fight =
        new("a fight", _ => new() { Lasts = TimeSpan.FromDays(1), AttackerWins = 0.5 })
    {
        { f => f.Lasts, Kinds.Duration },
        { f => f.AttackerWins, Kinds.Share },
        { f => f.Losses, new OneOrListKind<Losses>(new BlockKind<Losses>(Losses)) },
        { f => f.Casualties, new ByNameKind<double>("numbers by party", Party, Kinds.RealFromZero) },
    };

    public static readonly Shape<OnCapture> OnCapture = new("what happens on capture", _ => new())
    {
        { c => c.Vehicles, Kinds.Word<CapturedVehicles>() },
        { c => c.Stock, Kinds.Word<CapturedStock>() },
    };

    private static readonly ListKind<string> Traffics = new("a list of kinds of traffic", Kinds.Id);

    public static readonly Shape<SlowZone> SlowZone = new("where a front slows things", _ => new() { Within = Distance.FromKilometres(1) })
    {
        { z => z.Within, Kinds.Distance },
        { z => z.Speed, Kinds.ShareAboveZero },
        { z => z.Inspection, Kinds.Factor },
        { z => z.OnlyFighting, Kinds.YesNo },
    };

    public static readonly Shape<ShutZone> ShutZone = new("where a front shuts things", _ => new() { Within = Distance.FromKilometres(1) })
    {
        { z => z.Within, Kinds.Distance },
        { z => z.To, Traffics },
        { z => z.Hazard, Kinds.RareRate },
        { z => z.EnRoute, Kinds.Word(EnRoute.Complete, EnRoute.Hold, EnRoute.TurnBack, EnRoute.Trapped, EnRoute.Lost) },
        { z => z.OnlyFighting, Kinds.YesNo },
    };

    public static readonly Shape<Influence> Influence = new("a front's influence", _ => new())
    {
        { i => i.Restricted, new BlockKind<SlowZone>(SlowZone) },
        { i => i.UnderFire, new BlockKind<ShutZone>(ShutZone) },
        { i => i.Closed, new BlockKind<ShutZone>(ShutZone) },
    };

    private static readonly ByNameKind<int> Pieces = new("numbers by type of equipment", Kinds.Id, Kinds.CountFromOne);

    public static readonly Shape<ToldLosses> ToldLosses = new("losses that are told", _ => new() { Of = "" })
    {
        { l => l.Of, Party },
        { l => l.Pieces, Pieces },
        { l => l.Claimed, Pieces },
        { l => l.People, Kinds.CountFromOne },
    };

    public static readonly Shape<ScriptStep> ScriptStep = new("a step of a script", _ => new() { At = default, Do = ScriptAct.StandOff })
    {
        { s => s.At, Kinds.Moment },
        { s => s.Do, Kinds.Word<ScriptAct>() },
        { s => s.Place, Kinds.Place },
        { s => s.Lost, new OneOrListKind<ToldLosses>(new BlockKind<ToldLosses>(ToldLosses)) },
    };

    public static readonly Shape<Homecoming> Homecoming = new("a homecoming", _ => new() { While = null!, People = Arrivals.Constant(1) })
    {
        { h => h.While, Kinds.Condition },
        { h => h.After, Kinds.Duration },
        { h => h.People, new ChangingRateKind(PlaceShapes.PeopleStep, Kinds.Arrivals) },
    };

    public static readonly Shape<Displacement> Displacements =
        new("a displacement", id => new(id) { From = "", People = Arrivals.Constant(1), Pace = Speed.FromKilometresPerHour(1) })
    {
        { d => d.From, Kinds.Waypoint },
        { d => d.While, Kinds.Condition },
        { d => d.People, new ChangingRateKind(PlaceShapes.PeopleStep, Kinds.Arrivals) },
        { d => d.Night, Kinds.Share },
        { d => d.Residents, Kinds.PeopleDrawn },
        { d => d.To, new HavensKind() },
        { d => d.Pace, Kinds.Speed },
        { d => d.Batches, Kinds.TimeAboveZero },
        { d => d.Return, new BlockKind<Homecoming>(Homecoming) },
        { d => d.Source, Kinds.Source },
    };

    public static readonly Shape<Front> Fronts =
        new("a front", id => new(id) { Attacker = "", Starts = default })
    {
        { f => f.Attacker, Party },
        { f => f.Defender, Party },
        { f => f.Starts, Kinds.Moment },
        { f => f.Along, new ListKind<Waypoint>("a list of places and positions", Kinds.Waypoint) },
        { f => f.Pace, new BlockKind<Pace>(Pace) },
        { f => f.Contact, Kinds.DistanceFromZero },
        { f => f.OpensWith, FirstState },
        { f => f.StandOff, new BlockKind<StandOff>(StandOff) },
        { f => f.Talks, new BlockKind<Talks>(Talks) },
        { f => f.Ceasefire, new BlockKind<Ceasefire>(Ceasefire) },
        { f => f.Fight, new BlockKind<Fight>(Fight) },
        { f => f.ForceRatio, new BlockKind<ForceRatio>(ForceRatio) },
        { f => f.ReadinessOf, Kinds.Place },
        { f => f.CapturedBy, new ByNameKind<double>("shares by party", Party, Kinds.Share) },
        { f => f.OnCapture, new BlockKind<OnCapture>(OnCapture) },
        { f => f.Influence, new BlockKind<Influence>(Influence) },
        { f => f.Script, new ListKind<ScriptStep>("a list of steps", new BlockKind<ScriptStep>(ScriptStep)) },
        { f => f.At, Kinds.Point },
        { f => f.Lasts, Kinds.Duration },
        { f => f.Takes, Kinds.Share },
        { f => f.TakesVehicles,
            new ByNameKind<int>("numbers by fleet", Kinds.Ref("the id of a fleet", Referent.Fleet), Kinds.CountFromOne) },
        { f => f.Source, Kinds.Source },
    };
}
