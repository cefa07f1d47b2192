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
    };

    public static readonly Shape<StandOff> StandOff = new("a stand-off", _ => new())
    {
        { s => s.StepDown, Kinds.Duration },
        { s => s.Fight, Kinds.Duration },
        { s => s.Ceasefire, Kinds.Duration },
        { s => s.Withdrawal, Kinds.Duration },
    };

    public static readonly Shape<Ceasefire> Ceasefire = new("a ceasefire", _ => new() { Lasts = TimeSpan.FromDays(1) })
    {
        { c => c.Lasts, Kinds.Duration },
        { c => c.Violated, Kinds.Share },
    };

    public static readonly Shape<Losses> Losses = new("losses", _ => new() { PerDay = ByName<double>.Empty, Of = "" })
    {
        { l => l.PerDay, new ByNameKind<double>("numbers by type of equipment", Kinds.Id, Kinds.RealFromZero) },
        { l => l.Of, Party },
    };

    public static readonly Shape<Fight> Fight =
        new("a fight", _ => new() { Lasts = TimeSpan.FromDays(1), AttackerWins = 0.5 })
    {
        { f => f.Lasts, Kinds.Duration },
        { f => f.AttackerWins, Kinds.Share },
        { f => f.Losses, new BlockKind<Losses>(Losses) },
    };

    public static readonly Shape<OnCapture> OnCapture = new("what happens on capture", _ => new())
    {
        { c => c.Vehicles, Kinds.Word<CapturedVehicles>() },
        { c => c.Stock, Kinds.Word<CapturedStock>() },
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
        { f => f.Ceasefire, new BlockKind<Ceasefire>(Ceasefire) },
        { f => f.Fight, new BlockKind<Fight>(Fight) },
        { f => f.OnCapture, new BlockKind<OnCapture>(OnCapture) },
        { f => f.At, Kinds.Point },
        { f => f.Lasts, Kinds.Duration },
        { f => f.Takes, Kinds.Share },
        { f => f.Source, Kinds.Source },
    };
}
