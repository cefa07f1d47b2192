using System.Collections.Immutable;
using SupplySim.Engine;

namespace SupplySim.Runs;

// What is told of a door that shuts and opens. Of the holds on it the story knows what they do together: a
// door that is shut to all is Closed, one at which only some of what it is there for is stopped is ClosedFor that, and nothing is open
// again while another hold keeps it shut.
public sealed partial class World
{
    // [bits] The work at a place with docks, one each.
    private const ulong AllWork = 0b111;

    private ToldHold? Told(string target, string cause, HappeningKind kind, string? part = null) =>
        Story?.Hold(target, cause, Now, Simulation.EventCount, kind, part);

    private void EndTold(ToldHold? told)
    {
        if (told is not null) told.Until = Now;
    }

    // What was shut before and is now, a bit for each part of it. What is shut still when all of it was is
    // told anew, with what keeps it so.
    private void TellDoor(string target, (ulong Before, ulong Now, ulong All) shut, Func<ulong, string> part, string cause,
        IEnumerable<string> causes)
    {
        if (Story is null || shut.Before == shut.Now) return;
        if (shut.Now == shut.All) Tell(HappeningKind.Closed, target, cause);
        else if (shut.Before == shut.All)
        {
            Tell(HappeningKind.Opened, target, cause);
            if (shut.Now != 0) Tell(HappeningKind.ClosedFor, target, $"{part(shut.Now)}: {AllOf([.. causes.Distinct()])}");
        }
        else TellParts(target, shut.Now & ~shut.Before, shut.Before & ~shut.Now, part, cause);
    }

    private void TellParts(string target, ulong shut, ulong open, Func<ulong, string> part, string cause)
    {
        if (Story is null) return;
        if (shut != 0) Tell(HappeningKind.ClosedFor, target, $"{part(shut)}: {cause}");
        if (open != 0) Tell(HappeningKind.OpenedFor, target, part(open));
    }

    // Trucks unload where nobody may land, so an airfield is never shut to all.
    private void TellFlights(string place, ulong before, RunwayState runway, string cause)
    {
        var isNow = runway.Shut;
        if (Story is null || before == isNow) return;
        if (isNow == ulong.MaxValue) TellParts(place, isNow, 0, FlightWords, cause);
        else if (before == ulong.MaxValue)
        {
            TellParts(place, 0, before, FlightWords, cause);
            TellParts(place, isNow, 0, FlightWords, AllOf([.. runway.Groundings.Select(one => one.Cause).Distinct()]));
        }
        else TellParts(place, isNow & ~before, before & ~isNow, FlightWords, cause);
    }

    // Null where it is all traffic.
    private string? PartOf(ClosureHold hold) => Story is null || hold.Traffics == ulong.MaxValue ? null : TrafficWords(hold.Traffics);

    private string TrafficWords(ulong traffics) => AllOf(Catalogue.Kinds.NamesOf(traffics));

    // One may still fly a traffic of which another may not.
    private string FlightWords(ulong traffics) => traffics == ulong.MaxValue ? "flights" : $"flights of {TrafficWords(traffics)}";

    private static ulong Bits(ReadOnlySpan<SiteWork> works)
    {
        var bits = 0UL;
        foreach (var work in works) bits |= 1UL << (int)work;
        return bits;
    }

    private static string WorkWords(ulong works) =>
        AllOf([.. Enum.GetValues<SiteWork>().Where(work => (works >> (int)work & 1) != 0).Select(work => work switch
        {
            SiteWork.Orders => "ordering",
            SiteWork.Loading => "loading",
            _ => "unloading",
        })]);

    private static string AllOf(ImmutableArray<string> names) =>
        names.Length < 2 ? string.Concat(names) : $"{string.Join(", ", names[..^1])} and {names[^1]}";
}
