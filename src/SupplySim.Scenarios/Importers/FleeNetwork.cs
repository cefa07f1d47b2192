using System.Collections.Immutable;
using SupplySim.Quantities;

namespace SupplySim.Scenarios.Importers;

/// <summary>A network as the displacement model Flee describes it: places and routes, and in words all that is wrong or doubtful in its
/// files.</summary>
/// <remarks>
/// <para>Reads <c>locations.csv</c>, <c>routes.csv</c> and, where it is there, <c>closures.csv</c>, in a folder or in its
/// <c>input_files</c>; looks over the series in <c>source_data</c> for rows that say nothing. Format: Flee's handbook,
/// "Simulation instance construction".</para>
/// <para>Camps become camps where nobody lives yet, since Flee's population of a camp is its capacity; towns and conflict zones become
/// towns. Routes are roads both ways. Immutable.</para>
/// </remarks>
public sealed record FleeNetwork
{
    /// <summary>[m/h] Flee gives no speed for a road; 50 km/h is assumed.</summary>
    public static readonly Speed AssumedSpeed = Speed.FromKilometresPerHour(50);

    /// <summary>The places, in the order of the file; one has the place of the location with the same number.</summary>
    public required ImmutableArray<Place> Places { get; init; }

    /// <summary>The roads, in the order of the file; of two between the same places the shorter.</summary>
    public required ImmutableArray<Route> Routes { get; init; }

    /// <summary>What the file of locations says of each place.</summary>
    public required ImmutableArray<FleeLocation> Locations { get; init; }

    /// <summary>When places or borders are closed to those who flee.</summary>
    public required ImmutableArray<FleeClosure> Closures { get; init; }

    /// <summary>What is wrong or doubtful, each in a sentence with file and line.</summary>
    public required ImmutableArray<string> Defects { get; init; }

    /// <summary>The id of a place by its name in Flee.</summary>
    /// <exception cref="KeyNotFoundException">There is no such location.</exception>
    public PlaceId this[string name] => Locations.FirstOrDefault(location => location.Name == name)?.Id
        ?? throw new KeyNotFoundException($"There is no location '{name}'");

    /// <summary>Reads a network. What cannot be used is left out and told among the defects.</summary>
    /// <param name="folder">The folder of the instance, or its input files.</param>
    /// <param name="speed">That of all roads. Default: <see cref="AssumedSpeed"/>.</param>
    /// <exception cref="DirectoryNotFoundException">There is no such folder.</exception>
    /// <exception cref="FileNotFoundException">It holds no locations or no routes.</exception>
    public static FleeNetwork Read(string folder, Speed? speed = null)
    {
        ArgumentNullException.ThrowIfNull(folder);
        if (!Directory.Exists(folder)) throw new DirectoryNotFoundException($"There is no folder '{folder}'");
        return new FleeReader(folder, speed ?? AssumedSpeed).Read();
    }
}

/// <summary>A row of Flee's locations.</summary>
/// <param name="Id">What it is called here: the name in lower case with hyphens.</param>
/// <param name="Name">What it is called there.</param>
/// <param name="Region">The province.</param>
/// <param name="Country">The country.</param>
/// <param name="Kind"><c>camp</c>, <c>town</c>, <c>conflict_zone</c> or another word.</param>
/// <param name="ConflictDay">[days] When fighting reaches it; null for never.</param>
/// <param name="Population">[people] Who lives there; of a camp how many can. Null where nothing is said.</param>
public sealed record FleeLocation(
    PlaceId Id, string Name, string Region, string Country, string Kind, int? ConflictDay, long? Population);

/// <summary>A row of Flee's closures.</summary>
/// <param name="Kind"><c>location</c>, <c>country</c>, <c>links</c> or another word.</param>
/// <param name="First">The name of a location or country.</param>
/// <param name="Second">That of the other side.</param>
/// <param name="From">[days] Since the start.</param>
/// <param name="To">[days] Since the start; -1 for the end.</param>
public sealed record FleeClosure(string Kind, string First, string Second, int From, int To);
