using System.Collections.Immutable;
using SupplySim.Engine;

namespace SupplySim.Runs;

// What a disruption can do to fleets, and to the airfields they fly from; each as a hold that is undone when it is disposed.
public sealed partial class World
{
    /// <summary>Lets only a share of a fleet's departures go.</summary>
    /// <param name="fleet">The fleet's id.</param>
    /// <param name="share">0 to 1.</param>
    /// <param name="cause">The disruption's id, for reports, and for the stream from which each departure draws:
    /// <c>go/cause/fleet</c>.</param>
    public IDisposable LimitDepartures(string fleet, double share, string cause)
    {
        var (state, told) = (Fleets[Catalogue.FleetNumber(fleet)], Told(fleet, cause, HappeningKind.HeldBack));
        var limit = new GoLimit(share, Simulation.Stream($"go/{cause}/{fleet}"), cause);
        state.Add(limit);
        return new Hold(() =>
        {
            EndTold(told);
            state.Remove(limit);
        });
    }

    /// <summary>Takes vehicles of a fleet that goes by road out of its work, as they stand idle at the base.</summary>
    /// <param name="fleet">The fleet's id.</param>
    /// <param name="vehicles">Not negative; of more than there are, all.</param>
    /// <param name="cause">The front or disruption, for reports.</param>
    public IDisposable Withhold(string fleet, int vehicles, string cause)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(vehicles);
        var (state, told) = (Fleets[Catalogue.FleetNumber(fleet)], vehicles == 0 ? null : Told(fleet, cause, HappeningKind.TakenAway));
        state.Withhold(vehicles);
        return new Hold(() =>
        {
            EndTold(told);
            state.Withhold(-vehicles);
        });
    }

    /// <summary>Keeps a fleet from setting out.</summary>
    /// <param name="fleet">Its id.</param>
    /// <param name="cause">The disruption's id, for reports.</param>
    public IDisposable Ground(string fleet, string cause)
    {
        var (state, told) = (Fleets[Catalogue.FleetNumber(fleet)], Told(fleet, cause, HappeningKind.HeldBack));
        state.Ground(cause);
        FlyingChanged?.Invoke();
        return new Hold(() =>
        {
            EndTold(told);
            state.Release(cause);
            FlyingChanged?.Invoke();
        });
    }

    /// <summary>Lets nobody land at an airfield or take off from it until the hold is disposed. Cargo is handled all the same.</summary>
    /// <param name="place">The id of a place with an airfield.</param>
    /// <param name="cause">The disruption's id, for reports.</param>
    /// <param name="to">Only this traffic; empty for all.</param>
    /// <param name="enRoute">What happens to those in the air on their way there: they complete, turn back or go to an alternate.</param>
    public IDisposable CloseAirfield(string place, string cause, ImmutableArray<string> to, EnRoute enRoute)
    {
        var number = Catalogue.PlaceNumber(place);
        var runway = Runways[number] ?? throw new InvalidOperationException($"'{place}' has no airfield, so it cannot be closed");
        var hold = new ClosureHold(cause, Catalogue.TrafficMask(to), enRoute, SimTime.Never);
        var before = runway.Shut;
        runway.Close(hold);
        AirfieldChanged(Outcome.Closed, before);
        return new Hold(() =>
        {
            var shut = runway.Shut;
            runway.Reopen(hold);
            AirfieldChanged(Outcome.Opened, shut);
        });

        void AirfieldChanged(Outcome outcome, ulong was)
        {
            Record(outcome, number);
            TellFlights(place, was, runway, cause);
            FlyingChanged?.Invoke();
            RoutesChanged.Fire();
        }
    }
}
