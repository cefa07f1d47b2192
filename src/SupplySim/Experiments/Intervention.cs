using System.Collections.Immutable;
using SupplySim.Disruptions;
using SupplySim.Engine;
using SupplySim.Movement;
using SupplySim.Quantities;
using SupplySim.Runs;

namespace SupplySim.Experiments;

/// <summary>What is done in the middle of a run: from a moment on it goes by another scenario.</summary>
/// <remarks>
/// <para>Up to then the run is that of the first scenario, event by event: vehicles that come later stand aside from the start under the
/// highest numbers, so that no draw and no choice of those that are there is another.</para>
/// <para>Immutable; shared by all replications.</para>
/// </remarks>
internal sealed class Intervention
{
    private readonly Scenario _before;
    private readonly Scenario _after;
    private readonly Moment _from;

    public Intervention(Scenario before, Scenario after, Moment from)
    {
        (_before, _after, _from) = (before, after, from);
        // Both are there to be asked; which of the disruptions are under way is for the run to say.
        Whole = before with
        {
            Fleets = [.. before.Fleets.Zip(after.Fleets, (one, other) => one with { Count = Math.Max(one.Count, other.Count) })],
            Measures = after.Measures, Goals = after.Goals,
        };
    }

    /// <summary>The scenario that is compiled: the first, with as many vehicles as either has.</summary>
    public Scenario Whole { get; }

    /// <summary>Disruptions that begin, or begin anew in another form, at the moment.</summary>
    public IEnumerable<Disruption> Begun => _after.Disruptions.Where(one => !_before.Disruptions.Any(other => Likeness.AreAlike(one, other)));

    /// <summary>Disruptions that there were before and are no more, or are others from then on.</summary>
    private IEnumerable<Disruption> Ended => _before.Disruptions.Where(one => !_after.Disruptions.Any(other => Likeness.AreAlike(one, other)));

    /// <summary>Before anything has happened: those who are to come later are not there.</summary>
    public void Prepare(Transport transport)
    {
        for (var fleet = 0; fleet < _before.Fleets.Length; fleet++) SetPresent(transport, fleet, _before.Fleets[fleet].Count);
    }

    /// <summary>Waits for the moment, and changes all that is another from then on.</summary>
    /// <param name="world">The run's state.</param>
    /// <param name="transport">What moves.</param>
    /// <param name="disruptions">Those that were started with the run, by id.</param>
    public async Process Unfold(World world, Transport transport, IReadOnlyDictionary<string, ProcessHandle> disruptions)
    {
        var at = world.Catalogue.Time(_from);
        if (at >= world.Catalogue.Horizon) return;
        await world.Simulation.DelayUntil(at, Priorities.ControlChange);
        // What goes on in another form has begun in it before it ends in the old one: nobody slips in between.
        foreach (var begun in Begun) world.Simulation.Start(begun.Unfold(world), begun.Id);
        foreach (var ended in Ended) disruptions[ended.Id].Interrupt(this);
        if (!Likeness.AreAlike(_before.Policies.Share, _after.Policies.Share)) transport.Reports.Share = _after.Policies.Share;
        for (var line = 0; line < _before.SupplyLines.Length; line++)
            if (!Likeness.AreAlike(_before.SupplyLines[line], _after.SupplyLines[line])) transport.Line(line).Change(_after.SupplyLines[line]);
        for (var fleet = 0; fleet < _before.Fleets.Length; fleet++)
            if (_before.Fleets[fleet].Count != _after.Fleets[fleet].Count)
            {
                SetPresent(transport, fleet, _after.Fleets[fleet].Count);
                transport.Yards[fleet].TellReturned();
            }
    }

    private static void SetPresent(Transport transport, int fleet, int vehicles)
    {
        if (transport.Yards[fleet].Fleet.Count != vehicles || transport.Yards[fleet].Absent.Count > 0) transport.Yards[fleet].SetPresent(vehicles);
    }
}
