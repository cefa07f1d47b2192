using SupplySim.Quantities;

namespace SupplySim.Runs;

// The same for what a disruption of one's own holds as Targets, a Place, a Route or a PlaceId: such ids are checked before any run.
public sealed partial class World
{
    /// <summary>Makes the inspections that begin at crossings last this many times as long, until the hold is disposed.</summary>
    /// <param name="crossings">Their ids.</param>
    /// <param name="factor">[times] Above 0; those of several multiply.</param>
    /// <param name="cause">The disruption's id, for reports.</param>
    /// <exception cref="ArgumentOutOfRangeException">The factor is not above 0, or no number.</exception>
    public IDisposable SlowInspections(Targets crossings, double factor, string cause) =>
        ForEach(crossings, id => SlowInspections(id, factor, cause));

    /// <summary>Leaves only a share of the lanes of crossings, in each direction, until the hold is
    /// disposed; those in use are finished.</summary>
    /// <param name="crossings">Their ids.</param>
    /// <param name="share">0 to 1; 0 shuts them. Shares of several multiply.</param>
    /// <param name="cause">The disruption's id, for reports.</param>
    /// <exception cref="ArgumentOutOfRangeException">The share is not from 0 to 1.</exception>
    public IDisposable LimitLanes(Targets crossings, double share, string cause) => ForEach(crossings, id => LimitLanes(id, share, cause));

    /// <summary>Leaves only a share of the speed of all vehicles on routes, those who are on them included,
    /// until the hold is disposed.</summary>
    /// <param name="routes">Their ids <c>a - b</c>.</param>
    /// <param name="share">0 to 1; 0 shuts them and holds those who are on them. Shares of several multiply.</param>
    /// <param name="cause">The disruption's id, for reports.</param>
    /// <exception cref="ArgumentOutOfRangeException">The share is not from 0 to 1.</exception>
    public IDisposable LimitSpeed(Targets routes, double share, string cause) => ForEach(routes, id => LimitSpeed(id, share, cause));

    /// <summary>Makes routes more dangerous until the hold is disposed, for those who are on them too.</summary>
    /// <param name="routes">Their ids <c>a - b</c>.</param>
    /// <param name="perHour">[attacks per hour of driving] Not negative; those of several are added.</param>
    /// <param name="cause">The disruption's id, for reports.</param>
    /// <exception cref="InvalidOperationException">The scenario does not say what an attack does.</exception>
    /// <exception cref="ArgumentOutOfRangeException">It is negative, or no number.</exception>
    public IDisposable Endanger(Targets routes, double perHour, string cause) => ForEach(routes, id => Endanger(id, perHour, cause));

    /// <summary>Shuts crossings and routes for columns with a vehicle heavier than this until the hold is
    /// disposed; those in them complete.</summary>
    /// <param name="targets">Ids of crossings and of routes <c>a - b</c>.</param>
    /// <param name="most">Gross mass. Of what does not stand in a <c>weight-limit</c> of the scenario's
    /// restrictions fleets are not told apart.</param>
    /// <param name="cause">The disruption's id, for reports.</param>
    /// <exception cref="ArgumentOutOfRangeException">The mass is negative.</exception>
    public IDisposable LimitWeight(Targets targets, Mass most, string cause) => ForEach(targets, id => LimitWeight(id, most, cause));

    private IDisposable ForEach(Targets targets, Func<string, IDisposable> hold)
    {
        ArgumentNullException.ThrowIfNull(targets);
        return Together([.. targets.Select(hold)]);
    }
}
