using SupplySim.Runs;

namespace SupplySim.Movement;

/// <summary>Whether a place has enough: as much as the supply lines to it order below; where none has a
/// level, as its warning level says; never without either.</summary>
/// <remarks>It looks only. One run, one thread.</remarks>
internal sealed class Enough(Transport transport, int place)
{
    private readonly World _world = transport.World;
    private readonly LineKeeper[] _lines = [.. transport.LinesTo(place).Where(line => line.Line.WhenBelow is not null)];
    private readonly TimeSpan? _warnBelow = transport.World.Catalogue.Places[place] switch
    {
        Camp camp => camp.WarnBelow,
        Force force => force.WarnBelow,
        _ => null,
    };

    /// <summary>Whether it has now.</summary>
    public bool IsThere() => _lines.Length > 0 ? Array.TrueForAll(_lines, line => line.IsWellStocked())
        : _warnBelow is { } level && _world.Stocks.DaysOfSupply(place, _world.Now) >= level;
}
