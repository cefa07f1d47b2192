using System.Collections.Immutable;
using SupplySim.Engine;

namespace SupplySim.Runs;

/// <summary>What happened in a run, as far as somebody asked to have it written down.</summary>
/// <remarks>A run that nobody wants to read has no story: the callers ask before they make up a text. One run, one thread.</remarks>
internal sealed class Story
{
    private readonly ImmutableArray<Happening>.Builder _happenings = ImmutableArray.CreateBuilder<Happening>();
    private readonly ImmutableArray<Trip>.Builder _trips = ImmutableArray.CreateBuilder<Trip>();

    public ImmutableArray<Happening> Happenings => _happenings.ToImmutable();

    public ImmutableArray<Trip> Trips => _trips.ToImmutable();

    public void Tell(SimTime at, HappeningKind kind, string subject, string? detail = null) =>
        _happenings.Add(new Happening(at, kind, subject, detail));

    public void Travel(Trip trip) => _trips.Add(trip);
}
