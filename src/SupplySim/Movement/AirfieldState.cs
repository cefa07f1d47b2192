using SupplySim.Engine;
using SupplySim.Quantities;
using SupplySim.Runs;

namespace SupplySim.Movement;

/// <summary>One airfield during one run: its stands, hours and ground times.</summary>
internal sealed class AirfieldState(World world, Site site)
{
    public Airfield Airfield { get; } = site.Airfield!;

    public Resource Stands { get; } = new(world.Simulation, site.Airfield!.Parking);

    public OpeningTimes Hours { get; } = world.Catalogue.OpeningTimes(site.Airfield!.Hours, world.Catalogue.Clock.Zone);

    /// <summary>By fleet: what its type needs, or else what the airfield does.</summary>
    public Draw[] GroundTime { get; } = [.. world.Catalogue.Fleets.Select(fleet =>
        new Draw(fleet.Aircraft?.GroundTime ?? site.Airfield!.GroundTime, world.Simulation, $"ground/{site.Id}/{fleet.Id}"))];
}
