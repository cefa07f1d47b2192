// A front that is fought by a record of one's own: Lanchester's square law, man by man, in place of the rules built in. What comes of
// it decides, as with those rules, who holds the bridge and whether the trucks pass.
using SupplySim;
using SupplySim.Conflict;
using SupplySim.Engine;
using SupplySim.Experiments;
using SupplySim.Quantities;

const int Attackers = 1000, Defenders = 800, Runs = 100;
const double Alpha = 0.02, Beta = 0.025;

var left = Math.Sqrt(Attackers * Attackers - Beta / Alpha * Defenders * Defenders);
var hours = Math.Atanh(Math.Sqrt(Beta / Alpha) * Defenders / Attackers) / Math.Sqrt(Alpha * Beta);
Print("the law", left, hours);

var mean = Fight(Bridge(Attackers, Defenders, groups: 100, isDrawn: false), replication: 0);
Print("by a record, without chance", mean.Attackers / 100.0, mean.Hours);

var drawn = Enumerable.Range(0, Runs).Select(run => Fight(Bridge(Attackers, Defenders), run)).ToArray();
Print($"by a record, man by man, mean of {Runs} fights", drawn.Average(fight => fight.Attackers), drawn.Average(fight => fight.Hours));

foreach (var attackers in (int[])[850, 875, 895, 925, 950])
{
    var fights = Enumerable.Range(0, Runs).Select(run => Fight(Bridge(attackers, Defenders), run)).ToArray();
    var (fallen, trucks) = (fights.Count(fight => fight.HasFallen), fights.Average(fight => fight.Trucks));
    Console.WriteLine(FormattableString.Invariant(
        $"{attackers} against {Defenders}: the bridge falls in {fallen} of {Runs}, {trucks:F1} of 30 trucks come through"));
}

static void Print(string what, double attackers, double hours) =>
    Console.WriteLine(FormattableString.Invariant($"{what}: {attackers:F4} attackers left after {hours:F4} h"));

static (int Attackers, double Hours, bool HasFallen, int Trucks) Fight(Scenario scenario, int replication)
{
    var run = scenario.Run(seed: 2017, replication);
    var states = run.Story.Where(one => one.Kind == HappeningKind.FrontChanged).ToDictionary(one => one.Detail!, one => one.At);
    var red = run.Strengths[0];
    return ((int)(red.Initial - red.Lost), (states["Ended"] - states["Fight"]).TotalHours,
        run.Story.Any(one => one.Kind == HappeningKind.Captured), run.Story.Count(one => one.Kind == HappeningKind.Arrived));
}

// Red stands before the bridge that blue holds. Blue lets aid pass, red does not. A truck a day sets out.
static Scenario Bridge(int attackers, int defenders, int groups = 1, bool isDrawn = true) => new()
{
    Title = "A bridge between two armies",
    Clock = new() { Length = TimeSpan.FromDays(30) },
    Commodities = [new("crate") { Unit = QuantityUnit.Piece, Weight = Mass.FromTonnes(10) }],
    Parties = [new("red") { Strength = attackers * groups }, new("blue") { Strength = defenders * groups }],
    Places =
    [
        new Depot("depot") { Stock = Supply.Unlimited, Docks = 1, Loading = TimeSpan.FromMinutes(30) },
        new Crossing("bridge")
        {
            At = new GeoPoint(37.08, 42.37), Lanes = 1, Inspection = (Duration)TimeSpan.FromMinutes(20), HeldBy = "blue",
            Passage = ByName.Create<ByName<Each<Permission>>>([("blue", [("aid", Permission.Yes)]), ("red", [("aid", Permission.No)])]),
        },
        new Town("town") { Docks = 1, Unloading = TimeSpan.FromMinutes(30) },
    ],
    Routes = [Road("depot", "bridge"), Road("bridge", "town")],
    Fleets = [new("trucks") { Traffic = "aid", Base = "depot", Count = 30, Carries = Mass.FromTonnes(10) }],
    SupplyLines = [new("road") { From = "depot", To = "town", By = "trucks", Commodities = ["crate"],
        Send = Rate.PerDay(Quantity.Pieces(1)) }],
    Fronts =
    [
        new("north")
        {
            Attacker = "red", Defender = "blue", Starts = Moment.Day(0), Along = [new GeoPoint(37.05, 42.40), "bridge"],
            Pace = new() { Advance = Speed.FromKilometresPerHour(1) },
        },
    ],
    Campaigns = [new SquareLaw("north") { Alpha = Alpha, Beta = Beta, IsDrawn = isDrawn }],
};

static Route Road(string from, string to) =>
    new(from, to) { Length = Distance.FromKilometres(60), Speed = Speed.FromKilometresPerHour(40) };

/// <summary>Each side's losses come at a rate in proportion to the men of the other, until one side has none left.</summary>
/// <param name="Front">The id of the front; its parties have a strength.</param>
internal sealed record SquareLaw(string Front) : Campaign(Front)
{
    /// <summary>[per hour] Defenders put out of action by one attacker.</summary>
    public required double Alpha { get; init; }

    /// <summary>[per hour] Attackers put out of action by one defender.</summary>
    public required double Beta { get; init; }

    /// <summary>Whether each loss comes after a random time, exponential, or after the mean time.</summary>
    public bool IsDrawn { get; init; } = true;

    /// <inheritdoc/>
    public override async Process Unfold(FrontCourse course)
    {
        course.StandAt(course.Front.Along[0]);
        course.Enter(FrontState.Advance);
        await course.Advance("bridge", course.Front.Contact);
        course.Enter(FrontState.Fight);
        var wins = await FightOut(course);
        if (wins) course.Capture("bridge");
        else course.Enter(FrontState.Withdrawal);
        course.Vanish();
        course.Enter(FrontState.Ended);
    }

    // Returns whether the attacker has won. Each side waits for as much of its rate to flow as its next loss takes, so that a loss of the
    // other, which changes the rate, is counted from that instant on.
    private async Process<bool> FightOut(FrontCourse course)
    {
        var (attackers, defenders) = (Men(course, course.Front.Attacker), Men(course, course.Front.Defender!));
        var (losses, toAttacker, toDefender) = (0, Next(course, "attacker", 0, isFirst: true), Next(course, "defender", 0, isFirst: true));
        while (attackers > 0 && defenders > 0)
        {
            var (onAttacker, onDefender) = (Beta * defenders, Alpha * attackers);
            var hours = Math.Min(toAttacker / onAttacker, toDefender / onDefender);
            var attackerLoses = toAttacker / onAttacker <= toDefender / onDefender;
            await course.Wait(TimeSpan.FromHours(hours));
            losses++;
            toAttacker = attackerLoses ? Next(course, "attacker", losses) : toAttacker - hours * onAttacker;
            toDefender = attackerLoses ? toDefender - hours * onDefender : Next(course, "defender", losses);
            if (attackerLoses) attackers -= course.Casualties(course.Front.Attacker, 1);
            else defenders -= course.Casualties(course.Front.Defender!, 1);
        }
        return attackers > 0;
    }

    // Without chance the first loss comes half-way to a whole man, so that men who are counted whole are right to the half.
    private double Next(FrontCourse course, string side, int loss, bool isFirst = false) =>
        IsDrawn ? -Math.Log(course.World.Random($"{side}/{Front}").Uniform(loss)) : isFirst ? 0.5 : 1;

    private static long Men(FrontCourse course, string party) =>
        course.World.Catalogue.Parties.Single(one => one.Id == party).Strength!.Value;
}
