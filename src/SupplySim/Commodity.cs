using SupplySim.Quantities;

namespace SupplySim;

/// <summary>Something that is moved and needed.</summary>
/// <param name="Id">Unique among commodities.</param>
public sealed record Commodity(string Id)
{
    /// <summary>The name shown to people. Default: the id.</summary>
    public string? Name { get; init; }

    /// <summary>How it is counted. No default.</summary>
    public required QuantityUnit Unit { get; init; }

    /// <summary>The full ration of one person. Default: people do not need it.</summary>
    public Rate? PerPerson { get; init; }

    /// <summary>[share] What people find where they live and need not be brought, 0 to 1. <c>unknown(a,
    /// b)</c> is drawn once per run, for all camps that say nothing of their own. Default 0.</summary>
    public Number LocalShare { get; init; } = 0;

    /// <summary>Smaller is loaded first. Default 5.</summary>
    public int Priority { get; init; } = 5;

    /// <summary>The mass of one piece, or of one litre; needed for pieces. Default for litres: 1 kg.</summary>
    public Mass? Weight { get; init; }

    /// <summary>Whether it can be carried in an aircraft at all. Default true; which aircraft can is for their type to say.</summary>
    public bool CanFly { get; init; } = true;

    /// <summary>How bulky a piece or package of it is, as those who load aircraft sort it. Default: it fits on a pallet.</summary>
    public CargoSize Size { get; init; } = CargoSize.Bulk;

    /// <summary>The kind of danger it is, a word of one's own such as <c>explosive</c>; only aircraft that name it among their
    /// <see cref="Aircraft.Hazards"/> carry it. Default: none.</summary>
    public string? Hazard { get; init; }

    /// <summary>Whether what was not supplied is still owed later: true for equipment and ammunition, false
    /// for food. What is ordered from a place that has not enough of it is owed too, before what is ordered later of the same, and sent in
    /// parts as it comes; otherwise no more is ordered than lies there. Default false.</summary>
    public bool Backlog { get; init; }

    /// <summary>Where the figures come from. Default: not said.</summary>
    public string? Source { get; init; }

    /// <summary>What is said of it, as it would stand in a scenario file.</summary>
    public override string ToString() => Brief.Of(Id, this);
}

/// <summary>Who holds places, fights, moves or needs.</summary>
/// <param name="Id">Unique among parties.</param>
public sealed record Party(string Id)
{
    /// <summary>The name shown to people. Default: the id.</summary>
    public string? Name { get; init; }

    /// <summary>[people] Who can fight for it at the start; casualties take their share of it. Default: not said.</summary>
    public int? Strength { get; init; }

    /// <summary>[pieces] By type: what it has at the start, of which fights take. Default: not counted.</summary>
    public ByName<int> Equipment { get; init; } = ByName<int>.Empty;

    /// <summary>Where the figures come from. Default: not said.</summary>
    public string? Source { get; init; }

    /// <summary>The name, or the id where there is none.</summary>
    public string Shown => Name ?? Id;
}
