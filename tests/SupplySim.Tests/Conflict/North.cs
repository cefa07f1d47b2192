using SupplySim.Quantities;
using static SupplySim.Tests.Small;

namespace SupplySim.Tests.Conflict;

/// <summary>Red sets out 50 km from the bridge that blue holds, at 10 km/h, and faces blue 5 km before it, after 45 km: at 4:30.</summary>
internal static class North
{
    public static Front Front(double wins = 1) => new("north")
    {
        Attacker = "red", Defender = "blue", Starts = Moment.Day(0), Along = [East(-50), "bridge"], Pace = new Pace { Advance = Kmh(10) },
        StandOff = new StandOff { Fight = Hours(3) }, Fight = new Fight { Lasts = Hours(8), AttackerWins = wins },
    };

    public static Scenario Scenario(Front front, string until) =>
        Road().Idle().Bridge(b => b with { HeldBy = "blue" }).With(front).Until(until);

    /// <summary>What the fronts did, and who captured what, to the nearest second.</summary>
    public static string[] States(Scenario scenario, ulong seed = 1) =>
        Play.Of(scenario, seed).TellToTheSecond(HappeningKind.FrontChanged, HappeningKind.Captured, HappeningKind.Offered,
            HappeningKind.Renewed);

    public static string[] States(Front front, string until) => States(Scenario(front, until));

    public static Speed Kmh(double speed) => Speed.FromMetresPerHour((long)(1000 * speed));

    public static Duration Hours(double hours) => TimeSpan.FromHours(hours);

    public static Moment At(string time) => Moment.After(Span(time));
}
