using System.Globalization;
using SupplySim.Runs;

namespace SupplySim.Measures;

/// <summary>How the details of a value are written: the cause of a wait, or a quantile.</summary>
internal static class CauseNames
{
    private static readonly WaitCause[] Causes = Enum.GetValues<WaitCause>();

    /// <summary>What one can wait for; for fuel not at a crossing.</summary>
    public static IEnumerable<string> CausesAt(bool isSite) => Causes.Where(cause => cause != WaitCause.Fuel || isSite).Select(Of);

    public static string Of(WaitCause cause) => cause switch
    {
        WaitCause.Physical => "physical",
        WaitCause.Passage => "passage",
        WaitCause.Clearance => "clearance",
        WaitCause.Fuel => "fuel",
        WaitCause.Hours => "hours",
        WaitCause.Fleet => "fleet",
        _ => "lane",
    };

    /// <summary>What something is held up by: the causes of waits, and what is none.</summary>
    public static string Of(HoldUp cause) => cause switch
    {
        HoldUp.Daylight => "daylight",
        HoldUp.Departure => "departure",
        HoldUp.Vehicle => "no-vehicle",
        HoldUp.Goods => "no-goods",
        HoldUp.TooSmall => "too-small",
        HoldUp.Order => "not-ordered",
        HoldUp.OrdersStopped => "orders-stopped",
        HoldUp.Slow => "slow",
        HoldUp.Breakdown => "breakdown",
        HoldUp.Dock => "dock",
        HoldUp.Room => "room",
        HoldUp.Rest => "rest",
        HoldUp.Detour => "detour",
        HoldUp.AroundQueue => "around-queue",
        HoldUp.Lost => "lost",
        HoldUp.Rations => "rations",
        HoldUp.TooLittle => "too-little",
        _ => Of((WaitCause)cause),
    };

    public static WaitCause Cause(string name) => Array.Find(Causes, cause => Of(cause) == name);

    /// <summary>For example <c>p95</c>.</summary>
    public static string OfQuantile(double share) => "p" + (share * 100).ToString("00.######", CultureInfo.InvariantCulture);

    public static double Quantile(string name) => double.Parse(name.AsSpan(1), CultureInfo.InvariantCulture) / 100;
}
