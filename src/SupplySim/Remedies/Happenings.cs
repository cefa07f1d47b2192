using SupplySim.Disruptions;
using SupplySim.Quantities;

namespace SupplySim.Remedies;

/// <summary>What happens in a scenario and might not have happened: nobody decides it, but it says what the harm is from.</summary>
internal static class Happenings
{
    public static IEnumerable<Remedy> In(Carriers carriers) =>
        [.. Disruptions(carriers.Scenario), .. Fronts(carriers.Scenario), .. Displacements(carriers.Scenario),
            .. Attacks(carriers.Scenario), .. Breakdowns(carriers)];

    // What opens a crossing is no obstacle.
    private static IEnumerable<Remedy> Disruptions(Scenario one) => one.Disruptions
        .Where(disruption => disruption is not Opening && disruption is not Occurrence { At.IsNever: true })
        .Select(disruption => Of("disruption", disruption.Id, disruption.Id,
            scenario => scenario with { Disruptions = [.. scenario.Disruptions.Where(other => other.Id != disruption.Id)] }));

    // It stays, for what is fought over is named elsewhere, and never sets out.
    private static IEnumerable<Remedy> Fronts(Scenario one) => one.Fronts
        .Where(front => !front.Starts.IsNever)
        .Select(front =>
            Of("front", front.Id, $"the front {front.Id}",
                scenario =>
                    scenario with
                    {
                        Fronts = [.. scenario.Fronts.Select(other => other.Id == front.Id ? other with { Starts = Moment.Never } : other)],
                    }));

    private static IEnumerable<Remedy> Displacements(Scenario one) => one.Displacements
        .Select(flight => Of("displacement", flight.Id, $"the displacement {flight.Id}",
            scenario => scenario with { Displacements = [.. scenario.Displacements.Where(other => other.Id != flight.Id)] }));

    private static IEnumerable<Remedy> Attacks(Scenario one)
    {
        if (one.Routes.Any(route => route.Hazard is not null || route.AttackedEvery is not null))
            yield return new("attacks", RemedyKind.HadItNotHappened, "attacks on the roads",
                scenario =>
                    scenario with { Routes = [.. scenario.Routes.Select(route => route with { Hazard = null, AttackedEvery = null })] });
    }

    // Of what carries anything; whoever merely passes breaks down where nobody waits for it.
    private static IEnumerable<Remedy> Breakdowns(Carriers carriers) =>
        carriers.Laden.Concat(carriers.Scenario.Fleets.Where(fleet => carriers.Escorts.Contains(fleet.Id))).Distinct()
            .Where(fleet => fleet.Breakdown is not null)
            .Select(fleet => Of("breakdown", fleet.Id, $"breakdowns of {fleet.Id}",
                scenario => scenario.Fleet(fleet.Id, one => one with { Breakdown = null })));

    private static Remedy Of(string of, string id, string what, Func<Scenario, Scenario> lift) =>
        new($"{of}/{id}", RemedyKind.HadItNotHappened, what, lift);
}
