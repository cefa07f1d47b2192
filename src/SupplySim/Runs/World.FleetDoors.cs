using System.Collections.Immutable;
using SupplySim.Engine;

namespace SupplySim.Runs;

// What a disruption can do to fleets, and to the airfields they fly from; each as a hold that is undone when it is disposed.
public sealed partial class World
{
    /// <summary>Lets only a share of a fleet's departures go.</summary>
    /// <param name="fleet">The fleet's id.</param>
    /// <param name="share">0 to 1.</param>
    /// <param name="stream">The name of the stream from which each departure draws.</param>
    public IDisposable LimitDepartures(string fleet, double share, string stream)
    {
        var state = Fleets[Catalogue.FleetNumber(fleet)];
        var limit = new GoLimit(share, Simulation.Stream(stream));
        state.Add(limit);
        return new Hold(() => state.Remove(limit));
    }

    /// <summary>Takes vehicles of a fleet that goes by road out of its work, as they stand idle at the base.</summary>
    /// <param name="fleet">The fleet's id.</param>
    /// <param name="vehicles">Not negative; of more than there are, all.</param>
    public IDisposable Withhold(string fleet, int vehicles)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(vehicles);
        var state = Fleets[Catalogue.FleetNumber(fleet)];
        state.Withhold(vehicles);
        return new Hold(() => state.Withhold(-vehicles));
    }

    /// <summary>Keeps a fleet from setting out.</summary>
    public IDisposable Ground(string fleet)
    {
        var state = Fleets[Catalogue.FleetNumber(fleet)];
        state.Ground();
        FlyingChanged?.Invoke();
        return new Hold(() =>
        {
            state.Release();
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
        runway.Close(hold);
        AirfieldChanged(Outcome.Closed, HappeningKind.Closed);
        return new Hold(() =>
        {
            runway.Reopen(hold);
            AirfieldChanged(Outcome.Opened, HappeningKind.Opened);
        });

        void AirfieldChanged(Outcome outcome, HappeningKind kind)
        {
            Record(outcome, number);
            Tell(kind, place, cause);
            FlyingChanged?.Invoke();
            RoutesChanged.Fire();
        }
    }
}
