using SupplySim.Engine;
using SupplySim.Quantities;
using SupplySim.Runs;

namespace SupplySim.Conflict;

/// <summary>One front during one run: what it is doing, how strong its sides are, and what it can do to the world.</summary>
/// <remarks>What a <see cref="Campaign"/> is given. Whatever it does is told to conditions and to what lies near its head at the same
/// instant. One run, one thread.</remarks>
public sealed partial class FrontCourse
{
    private const double LeastRatio = 0.01;
    private static readonly TimeSpan BetweenLooks = TimeSpan.FromHours(1);
    private readonly Campaign _campaign;
    private readonly FrontMotion _motion;
    private readonly int _number;
    private readonly int _attacker;
    private readonly int _defender;
    private readonly int _force;
    private readonly InfluenceArea? _influence;
    private Toll _toll;
    private readonly List<IDisposable> _taken = [];
    private double _ready = 1;

    internal FrontCourse(World world, Front front, int number, Campaign campaign)
    {
        _campaign = campaign;
        (World, Front, _number, _motion) = (world, front, number, world.Fronts[number]);
        _attacker = world.Catalogue.PartyNumber(front.Attacker);
        _defender = front.Defender is { } defender ? world.Catalogue.PartyNumber(defender) : -1;
        _force = front.ReadinessOf is { } force ? world.Catalogue.PlaceNumber(force) : -1;
        _light = LightOf(front);
        _toll = new Toll(world, front);
        if (front.Influence is { } influence) _influence = new InfluenceArea(world, front, influence, _motion, campaign is ByRules);
    }

    /// <summary>The run it is part of.</summary>
    public World World { get; }

    /// <summary>What the scenario says of it.</summary>
    public Front Front { get; private set; }

    /// <summary>What unfolds it.</summary>
    internal ProcessHandle Process { get; set; }

    /// <summary>To which point of its way it goes, or went last; counted from 0.</summary>
    internal int Leg { get; set; } = 1;

    /// <summary>What it is doing.</summary>
    public FrontState State => _motion.State;

    /// <summary>[share] What is left of the attacker's strength here: what other fronts and casualties leave of it, times the readiness of
    /// its force where <see cref="Front.ReadinessOf"/> names one; 0 to 1.</summary>
    public double AttackerStrength => World.Strengths.Left(_attacker) * AttackerReadiness;

    /// <summary>[share] The same of the defender; 1 where there is none.</summary>
    public double DefenderStrength => _defender < 0 ? 1 : World.Strengths.Left(_defender) * (IsOfAttacker ? 1 : _ready);

    /// <summary>The attacker's strength over the defender's, each as a share of what it was at the start; 1/100 to 100.</summary>
    public double ForceRatio => AttackerStrength is var attacker && DefenderStrength is var defender && attacker == defender ? 1
        : Math.Clamp(attacker / Math.Max(defender, 1e-9), LeastRatio, 1 / LeastRatio);

    // Readiness scales the pace only of those who move.
    private double AttackerReadiness => IsOfAttacker ? _ready : 1;

    private bool IsOfAttacker => _force >= 0 && ((Force)World.Catalogue.Places[_force]).Party == Front.Attacker;

    internal bool HangsOnStrength => Front.ForceRatio is not null;

    internal async Process Unfold()
    {
        var start = World.Catalogue.Time(Front.Starts);
        if (start >= World.Catalogue.Horizon) return;
        await World.Simulation.DelayUntil(start, Priorities.ControlChange);
        if (_force >= 0) World.Simulation.Start(WatchReadiness(), $"{Front.Id} readiness");
        TakeStrength();
        foreach (var (fleet, vehicles) in Front.TakesVehicles) _taken.Add(World.Withhold(fleet, vehicles, Front.Id));
        await _campaign.Unfold(this);
    }

    /// <summary>Whether it has set out and is not at its end.</summary>
    internal bool IsUnderWay => State is not (FrontState.Waiting or FrontState.Ended);

    /// <summary>From now on it goes by another description, of the same sides on the same way. What is
    /// under way and of which nothing else is said goes on as it was drawn, and what is drawn later is drawn by the new one.</summary>
    internal void GoBy(Front front)
    {
        var before = Front;
        Front = front;
        (_light, _toll) = (LightOf(front), new Toll(World, front));
        if (!Likeness.AreAlike(before.Script, front.Script)) return;
        var isToldOfRules = State == FrontState.StandOff && front.Script.IsEmpty
            && !Likeness.AreAlike((before.StandOff, before.Talks, before.ForceRatio), (front.StandOff, front.Talks, front.ForceRatio));
        if (isToldOfRules || (_moves && !Likeness.AreAlike((before.Pace, before.Contact), (front.Pace, front.Contact))))
            Process.Interrupt(NewsOfFront.OtherRules);
    }

    /// <summary>It is over, whatever it was doing.</summary>
    internal void End()
    {
        if (!IsUnderWay) return;
        Vanish();
        Enter(FrontState.Ended);
    }

    /// <summary>Begins to do something else; nothing happens where it does so already.</summary>
    /// <param name="state">With <see cref="FrontState.Ended"/>, what it has taken comes back.</param>
    public void Enter(FrontState state)
    {
        if (_motion.State == state) return;
        _motion.State = state;
        LookAtReadiness();
        World.Record(Outcome.FrontState, _number, (long)state);
        World.Tell(HappeningKind.FrontChanged, Front.Id, state.ToString());
        Changed();
        if (state == FrontState.Ended) GiveBack();
    }

    /// <summary>Waits a length of simulated time, after which it acts before anything else of that instant.</summary>
    public async Process Wait(TimeSpan time) => await World.Simulation.DelayUntil(After(time), Priorities.ControlChange);

    /// <summary>Whether the defender holds any part of a crossing, or a force is the defender's and has not been captured.</summary>
    public bool IsHeld(PlaceId place)
    {
        var number = World.Catalogue.PlaceNumber(place);
        return World.Crossings[number]?.IsHeldBy(_defender) ?? IsForceOf(number, Front.Defender) && !World.Sites[number]!.IsOutOfAction;
    }

    /// <summary>Whether there is anything to capture of a place to which the head comes: not of a crossing that the attacker or others than
    /// the defender hold, and not of a force of theirs.</summary>
    internal bool CanCapture(PlaceId place)
    {
        var number = World.Catalogue.PlaceNumber(place);
        if (World.Crossings[number] is { } crossing) return crossing.IsHeldBy(_defender) || crossing.IsHeldBy(CrossingState.Nobody);
        return World.Catalogue.Places[number] is not Force { Party: not null } || IsForceOf(number, Front.Defender);
    }

    private bool IsForceOf(int place, string? party) =>
        World.Catalogue.Places[place] is Force { Party: { } own } && own == party;

    /// <summary>Whether any front has captured a place.</summary>
    public bool IsCaptured(PlaceId place) => World.IsCaptured(World.Catalogue.PlaceNumber(place));

    /// <summary>A place falls: what the defender or nobody held of it goes to the attacker, or to whom
    /// <see cref="Front.CapturedBy"/> gives it. A force of the defender or of nobody is out of action from then on.</summary>
    public void Capture(PlaceId place)
    {
        var number = World.Catalogue.PlaceNumber(place);
        World.Capture(number, _defender, Holder(place), Front.OnCapture);
        Changed();
    }

    /// <summary>Equipment is lost: no more than there is.</summary>
    /// <param name="party">The id of the party that loses it.</param>
    /// <param name="type">The type, which the party's equipment or this front's losses must name.</param>
    /// <param name="pieces">Not negative.</param>
    /// <returns>[pieces] How many.</returns>
    public long Lose(string party, string type, long pieces) => _toll.Lose(party, type, pieces);

    /// <summary>The other side says that so many pieces were lost.</summary>
    /// <param name="party">As above.</param>
    /// <param name="type">As above.</param>
    /// <param name="pieces">Not negative.</param>
    internal void Claim(string party, string type, long pieces) => _toll.Claim(party, type, pieces);

    /// <summary>People of a party are killed or wounded: no more than it has.</summary>
    /// <param name="party">The id of a party with a strength.</param>
    /// <param name="people">Not negative.</param>
    /// <returns>[people] How many.</returns>
    public long Casualties(string party, long people) => _toll.Casualties(party, people);

    /// <summary>Losses and casualties of a fight, by the front's own figures.</summary>
    internal void CountToll(TimeSpan fought, int fight) => _toll.Count(fought.TotalDays, fight);

    /// <summary>So long from now; never where that lies beyond the end of the run.</summary>
    internal SimTime After(TimeSpan time) => time < World.Catalogue.Horizon - World.Now ? World.Now + time : SimTime.Never;

    // A front that advances needs its strength itself.
    private void TakeStrength()
    {
        if (Front.Takes == 0 || !Front.Along.IsEmpty) return;
        World.Strengths.Scale(_attacker, 1 - Front.Takes);
        _taken.Add(new Hold(() => World.Strengths.Scale(_attacker, 1 / (1 - Front.Takes))));
    }

    /// <summary>Waits until an instant; true where a strength has changed before.</summary>
    internal async Process<bool> ChangesBefore(SimTime at) => await World.Strengths.Changed.Wait(
        SimTime.Min(at, World.Catalogue.Horizon) - World.Now, Priorities.ControlChange);

    private int Holder(PlaceId place)
    {
        if (Front.CapturedBy.Count == 0) return _attacker;
        if (Front.CapturedBy.Count == 1) return World.Catalogue.PartyNumber(Front.CapturedBy[0].Name);
        var left = World.Random($"captured-by/{Front.Id}/{place}").Uniform(0);
        foreach (var (party, chance) in Front.CapturedBy)
            if ((left -= chance) < 0) return World.Catalogue.PartyNumber(party);
        return World.Catalogue.PartyNumber(Front.CapturedBy[^1].Name);
    }

    private async Process WatchReadiness()
    {
        for (LookAtReadiness(); State != FrontState.Ended; LookAtReadiness()) await Wait(BetweenLooks);
    }

    internal void LookAtReadiness()
    {
        if (_force < 0 || World.Readiness[_force]!.Now is var now && now == _ready) return;
        _ready = now;
        World.Strengths.Changed.Fire();
    }

    private void GiveBack()
    {
        foreach (var hold in _taken) hold.Dispose();
        _taken.Clear();
    }

    private void Changed()
    {
        _motion.ChangedAt = World.Now;
        TellHead();
        World.Conditions.FrontsChanged();
        _influence?.Look();
    }

    private sealed class Hold(Action undo) : IDisposable
    {
        public void Dispose() => undo();
    }
}
