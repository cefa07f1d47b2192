using System.Collections.Immutable;

namespace SupplySim;

/// <summary>How busy a crossing would be if all that is needed came by road, past it where the fastest way leads.</summary>
/// <remarks>In the mean, as things stand at the start: nothing shut that has hours, and all who are there on the first day. Above one in
/// all it lets less through than is needed; near one, whatever shuts it leaves a queue that is long in going. Not told where ways are
/// chosen otherwise than by time, where loads change trucks, and where columns have escorts.</remarks>
/// <param name="Crossing">The crossing.</param>
/// <param name="To">Who needs what passes it, in the order of the scenario.</param>
/// <param name="VehiclesPerDay">[vehicles/d] Laden ones; each comes back.</param>
/// <param name="Share">[share] Of what its lanes can do while it is open, taken by these, there and back; of lanes by direction, in the
/// busier one.</param>
/// <param name="Strangers">[share] The same of those who merely pass.</param>
public sealed record Utilisation(
    PlaceId Crossing, ImmutableArray<PlaceId> To, double VehiclesPerDay, double Share, double Strangers);
