using SupplySim.Runs;

namespace SupplySim.Movement;

/// <summary>The tanks of one fleet's trucks, and where they are filled.</summary>
/// <remarks>In a tank is what was taken and not driven yet: less than nothing where more was driven than was foreseen, which is owed at
/// the next filling. So what is taken over a run is what was driven, and what is left in the tanks. One run, one thread.</remarks>
internal sealed class Tanks
{
    private readonly FleetFuel _fuel;
    private readonly Pump?[] _pumps; // by place
    private readonly bool[] _isKept; // by place
    private readonly long[] _metres; // by vehicle

    public Tanks(Transport transport, Fleet fleet, FleetFuel fuel)
    {
        var (world, catalogue) = (transport.World, transport.World.Catalogue);
        var commodity = catalogue.CommodityNumber(fuel.Commodity);
        (_fuel, _metres) = (fuel, new long[fleet.Count]);
        _isKept = [.. catalogue.Places.Select((_, place) => IsKeptAt(world, place, commodity))];
        var home = catalogue.PlaceNumber(fleet.Base!.Value);
        _pumps = [.. catalogue.Places.Select((_, place) =>
            _isKept[place] || place == home ? transport.PumpAt(place, commodity) : null)];
    }

    /// <summary>Where they are filled at a place: at their base, and wherever fuel is kept; null elsewhere.</summary>
    public Pump? PumpAt(int place) => _pumps[place];

    /// <summary>Whether fuel lies at a place at the start, or comes there.</summary>
    public bool IsKept(int place) => _isKept[place];

    /// <summary>A truck has driven so far.</summary>
    public void Drive(int vehicle, long metres) => _metres[vehicle] -= metres;

    /// <summary>[smallest unit] What a truck lacks to go so far.</summary>
    public long Lacks(int vehicle, long metres) => Math.Max(0, metres - _metres[vehicle]) is > 0 and var more ? _fuel.Burns.Over(more) : 0;

    /// <summary>A truck has been filled to go so far, unless it could already.</summary>
    public void Fill(int vehicle, long metres) => _metres[vehicle] = Math.Max(metres, _metres[vehicle]);

    private static bool IsKeptAt(World world, int place, int commodity) =>
        world.Stocks[place, commodity] is { IsUnlimited: true } or { Initial: > 0 }
        || world.Catalogue.SupplyLines.Any(line => world.Catalogue.PlaceNumber(line.To) == place
            && LineCommodities.Of(line, world.Catalogue).Contains(commodity));
}
