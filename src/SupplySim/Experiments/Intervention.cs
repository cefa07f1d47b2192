using System.Collections.Immutable;
using SupplySim.Conflict;
using SupplySim.Disruptions;
using SupplySim.Engine;
using SupplySim.Movement;
using SupplySim.Needs;
using SupplySim.Planning;
using SupplySim.Quantities;
using SupplySim.Runs;

namespace SupplySim.Experiments;

/// <summary>What is done in the middle of a run: from a moment on it goes by another scenario.</summary>
/// <remarks>
/// <para>Up to then the run is that of the first scenario, event by event: vehicles and lanes that come later are there from the start and
/// stand aside under the highest numbers, so that no draw and no choice of those that are there is another.</para>
/// <para>Immutable; shared by all replications.</para>
/// </remarks>
internal sealed class Intervention
{
    private readonly Scenario _before;
    private readonly Moment _from;
    private readonly List<(int Place, Each<int> Before, Each<int> After)> _lanes = [];
    private readonly List<(int Place, CrossingPlan Plan)> _crossings = [];
    private readonly List<(int Place, Camp Camp, PersonNeeds Needs)> _camps = [];

    public Intervention(Scenario before, Scenario after, Moment from)
    {
        (_before, After, _from) = (before, after, from);
        // All is there to be asked; which of the disruptions are under way is for the run to say.
        Whole = before with
        {
            Places = [.. before.Places.Zip(after.Places, MostLanes)],
            Fleets = [.. before.Fleets.Zip(after.Fleets, (one, other) => one with { Count = Math.Max(one.Count, other.Count) })],
            Fronts = [.. before.Fronts, .. Fresh(before.Fronts, after.Fronts)],
            Policies = FromThenOn.Of(before.Policies, after.Policies, from),
            Measures = after.Measures, Goals = after.Goals, Observed = after.Observed,
        };
    }

    /// <summary>The scenario that is compiled: the first, with as many vehicles and lanes as either has,
    /// and with the fronts of both.</summary>
    public Scenario Whole { get; }

    /// <summary>The scenario by which a run goes from the moment on.</summary>
    public Scenario After { get; }

    /// <summary>Disruptions of which something is said from the moment on that was not said before: new
    /// ones, and others than there were.</summary>
    public IEnumerable<Disruption> Later =>
        After.Disruptions.Where(one => !_before.Disruptions.Any(other => Likeness.AreAlike(one, other)));

    /// <summary>Disruptions that there were before and are no more, or are others from then on.</summary>
    private IEnumerable<Disruption> Former =>
        _before.Disruptions.Where(one => !After.Disruptions.Any(other => Likeness.AreAlike(one, other)));

    /// <summary>What has to be worked out once for all runs.</summary>
    public void Compile(Catalogue catalogue)
    {
        for (var place = 0; place < _before.Places.Length; place++)
            switch (_before.Places[place], After.Places[place])
            {
                case (Crossing before, Crossing after) when !Likeness.AreAlike(before, after):
                    if (!Likeness.AreAlike(before.Lanes, after.Lanes)) _lanes.Add((place, before.Lanes, after.Lanes));
                    _crossings.Add((place, new CrossingPlan(after with { Lanes = ((Crossing)Whole.Places[place]).Lanes }, catalogue)));
                    break;
                case (Camp before, Camp after) when !Likeness.AreAlike(before, after):
                    _camps.Add((place, after, new PersonNeeds(catalogue.Commodities, after)));
                    break;
            }
    }

    /// <summary>Before anything has happened: those who are to come later are not there.</summary>
    public void Prepare(World world, Transport transport)
    {
        for (var fleet = 0; fleet < _before.Fleets.Length; fleet++) SetPresent(transport, fleet, _before.Fleets[fleet].Count);
        foreach (var (place, lanes, _) in _lanes) world.Crossings[place]!.GiveLanes(lanes);
    }

    /// <summary>Waits for the moment, and changes all that is another from then on.</summary>
    /// <param name="world">The run's state.</param>
    /// <param name="transport">What moves.</param>
    /// <param name="shelters">The camps.</param>
    /// <param name="courses">The fronts, by number.</param>
    /// <param name="disruptions">Those that were started with the run, by id; with what becomes of them where they come and go.</param>
    public async Process Unfold(
        World world, Transport transport, Shelters shelters, IReadOnlyList<FrontCourse> courses,
        IReadOnlyDictionary<string, (ProcessHandle Process, Occurrence.Recurrence? Recurrence)> disruptions)
    {
        var at = world.Catalogue.Time(_from);
        if (at >= world.Catalogue.Horizon) return;
        await world.Simulation.DelayUntil(at, Priorities.ControlChange);
        // What begins anew has begun before it ends in its old form: nobody slips in between.
        foreach (var later in Later) Begin(later, world, disruptions.GetValueOrDefault(later.Id).Recurrence);
        foreach (var former in Former)
            if (!GoesOn(former)) disruptions[former.Id].Process.Interrupt(this);
        for (var front = 0; front < _before.Fronts.Length; front++) Change(courses[front]);
        foreach (var (place, _, lanes) in _lanes) world.Crossings[place]!.GiveLanes(lanes);
        foreach (var (place, plan) in _crossings) world.Crossings[place]!.GoBy(plan, world.Now);
        foreach (var (place, camp, needs) in _camps) shelters[place]!.Change(camp, needs);
        ChangePolicies(transport, shelters);
        for (var line = 0; line < _before.SupplyLines.Length; line++)
            if (!Likeness.AreAlike(_before.SupplyLines[line], After.SupplyLines[line]))
                transport.Line(line).Change(After.SupplyLines[line]);
        for (var fleet = 0; fleet < _before.Fleets.Length; fleet++)
            if (_before.Fleets[fleet].Count != After.Fleets[fleet].Count)
            {
                SetPresent(transport, fleet, After.Fleets[fleet].Count);
                transport.Yards[fleet].TellReturned();
                if (_before.Fleets[fleet].Count == 0 || After.Fleets[fleet].Count == 0) transport.FleetComesOrGoes(fleet);
            }
    }

    // One that is the same goes on; any other begins, and where there was one of that id its occurrences are counted on.
    private void Begin(Disruption later, World world, Occurrence.Recurrence? before)
    {
        if (GoesOn(later)) before!.GoBy((Occurrence)later);
        else world.Simulation.Start(later is Occurrence occurrence ? occurrence.In(world, before).Unfold() : later.Unfold(world), later.Id);
    }

    private bool GoesOn(Disruption one) => Find(_before, one) is { } before && Find(After, one) is { } after && before.GoesOnAs(after);

    private static Occurrence? Find(Scenario scenario, Disruption like) =>
        scenario.Disruptions.FirstOrDefault(one => one.Id == like.Id) as Occurrence;

    // A front that is no more is over at that instant; one that is told another story from then on goes on by that.
    private void Change(FrontCourse course)
    {
        var (before, after) = (course.Front, After.Fronts.FirstOrDefault(one => one.Id == course.Front.Id));
        if (Likeness.AreAlike(before, after)) return;
        if (after is null)
        {
            course.Process.Interrupt(this);
            course.End();
            return;
        }
        course.GoBy(after);
        if (!course.IsUnderWay || Likeness.AreAlike(before.Script, after.Script)) return;
        course.Process.Interrupt(this);
        course.World.Simulation.Start(new ScriptedFront(course).GoOn(), after.Id);
    }

    private void ChangePolicies(Transport transport, Shelters shelters)
    {
        var (before, after) = (_before.Policies, After.Policies);
        if (Likeness.AreAlike(before, after)) return;
        transport.Reports.Share = after.Share;
        transport.Router.Longest = after.Reroute.Longest;
        if (!Likeness.AreAlike(before.Ration, after.Ration)) shelters.Change(after.Ration);
        // Who is served first, and what is given out, is nothing that those who decide are asked.
        if (!Likeness.AreAlike(before with { Share = after.Share, Ration = after.Ration }, after)) transport.Reports.Change(after.Reroute);
    }

    private static Place MostLanes(Place before, Place after) =>
        (before, after) is (Crossing one, Crossing other) && !Likeness.AreAlike(one.Lanes, other.Lanes)
            ? one with { Lanes = Greater(one.Lanes, other.Lanes) }
            : before;

    private static Each<int> Greater(Each<int> one, Each<int> other) => one.Named is null
        ? Math.Max(one.All, other.All)
        : Each<int>.Of(("in", Math.Max(one.For("in"), other.For("in"))), ("out", Math.Max(one.For("out"), other.For("out"))));

    private static IEnumerable<Front> Fresh(ImmutableArray<Front> before, ImmutableArray<Front> after) =>
        after.Where(one => !before.Any(other => other.Id == one.Id));

    private static void SetPresent(Transport transport, int fleet, int vehicles)
    {
        if (transport.Yards[fleet].Fleet.Count != vehicles || transport.Yards[fleet].Absent.Count > 0)
            transport.Yards[fleet].SetPresent(vehicles);
    }
}
